"""Keep articles, findings and decisions in one SQLite file, and answer questions about them."""

from lagebild.case.case import Case, open_case
from lagebild.case.filter import Filter
from lagebild.case.records import frame

__all__ = ["Case", "Filter", "frame", "open_case"]
