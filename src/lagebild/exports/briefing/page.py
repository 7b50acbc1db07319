"""The page that every format of a briefing writes: headings, lines with citations, pictures."""

from dataclasses import dataclass

from lagebild.web.drawings import Picture


@dataclass(frozen=True, slots=True)
class Line:
    """A template line with the quoted words it rests on and where they stand."""

    text: str
    words: str
    place: str

    @property
    def quoted(self) -> str:
        """The words in quotation marks, of the other kind where they hold some themselves."""
        return f"»{self.words}«" if set(self.words) & set("„“”") else f"„{self.words}“"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; `none` stands where there is none."""

    heading: str
    lines: tuple[Line, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Page:
    """A briefing in words of one language; `language` is de or en, `notes` stand at the end."""

    language: str
    title: str
    base: str
    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    notes: tuple[str, ...]
