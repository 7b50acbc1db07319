"""What is known of the whole article when one of its events is read."""

from dataclasses import dataclass

from lagebild.findings.events.authorities import Authorities
from lagebild.findings.events.lexicon import Lexicon
from lagebild.findings.events.politics import Gate
from lagebild.findings.events.roles import Cast
from lagebild.findings.events.when import Timeline
from lagebild.findings.reading import Reading


@dataclass(frozen=True)
class Desk:
    """The article, its actors and days, and what tells whether it is about politics."""

    reading: Reading
    lexicon: Lexicon
    cast: Cast
    timeline: Timeline
    gate: Gate
    authorities: Authorities
