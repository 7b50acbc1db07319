"""Lists of a case, a part at a time: counted, ordered and cut in SQL, for pages and exports.

Each kind has a `Catalogue`: which rows a filter leaves, in which orders, and how a row becomes a
line. A line has the words it cites, the names of its actors and its article's head, so that it
can be shown alone.
"""

from lagebild.case.lists.actors import ActorLine, actor_lines
from lagebild.case.lists.articles import ARTICLES, ArticleLine
from lagebild.case.lists.catalogue import Catalogue, Part
from lagebild.case.lists.commitments import COMMITMENTS, CommitmentLine
from lagebild.case.lists.events import EVENTS, EventLine
from lagebild.case.lists.figures import FIGURES, FigureLine
from lagebild.case.lists.statements import STATEMENTS, StatementLine

__all__ = [
    "ARTICLES",
    "COMMITMENTS",
    "EVENTS",
    "FIGURES",
    "STATEMENTS",
    "ActorLine",
    "ArticleLine",
    "Catalogue",
    "CommitmentLine",
    "EventLine",
    "FigureLine",
    "Part",
    "StatementLine",
    "actor_lines",
]
