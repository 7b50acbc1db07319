"""The commitment cues: which words bind somebody, as what, and where their content stands."""

from dataclasses import dataclass, replace
from typing import cast

from lagebild.findings.events.frames import Frame, compile_frames
from lagebild.findings.events.lexicon import Lexicon, TypeRule, build_lexicon
from lagebild.findings.finding import CommitmentKind, CommitmentStatus
from lagebild.knowledge import Knowledge, Row

STATUS: dict[str, CommitmentStatus] = {
    "offer": "proposed",
    "promise": "promised",
    "demand": "demanded",
    "agreement": "agreed",
    "refusal": "refused",
    "threat": "promised",
    "obligation": "in_force",
}
"""The status that a commitment of each kind has when it is first told."""

STATUSES: tuple[CommitmentStatus, ...] = (*dict.fromkeys(STATUS.values()), "broken", "ended")
COLUMNS = ("kind", "party", "counterparty")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue makes: a commitment of `kind` and `status`, its content in one of `content`.

    `ahead` marks cues that bind only to what is to come: "versicherte, die Lage sei ruhig" does
    not.
    """

    kind: CommitmentKind
    status: CommitmentStatus
    content: tuple[str, ...]
    ahead: bool = False


@dataclass(frozen=True)
class Cues:
    """The table compiled: a lexicon to match with, and what each entry makes."""

    lexicon: Lexicon
    events: Lexicon
    by_entry: dict[str, Cue]


def build_cues(knowledge: Knowledge) -> Cues:
    """Compile `commitment_cues`; use as `knowledge.view(build_cues)`.

    Raises:
        KnowledgeError: A line names an unknown kind, status or word class.
    """
    events = knowledge.view(build_lexicon)
    rows = knowledge.table("commitment_cues")
    frames = compile_frames(
        rows, "commitment_cues", STATUS, events.grammar, events.classes, COLUMNS
    )
    single = {lemma: _kept(found, False) for lemma, found in frames.items()}
    lexicon = replace(
        events,
        verbs=single,
        adjectives=single,
        phrases={lemma: _kept(found, True) for lemma, found in frames.items()},
        nouns={lemma: found for lemma, found in single.items() if lemma[0].isupper() and found},
        types={kind: TypeRule("drop", False, None) for kind in STATUS},
        _noun={},
    )
    return Cues(lexicon, events, {row.key: _cue(row) for row in rows})


def _kept(frames: tuple[Frame, ...], phrases: bool) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames if bool(frame.fixed) == phrases)


def _cue(row: Row) -> Cue:
    status = next((status for status in STATUSES if status == row["status"]), None)
    if status is None:
        raise row.error(f'"{row["status"]}" is no status.', f"Use one of {', '.join(STATUSES)}.")
    ahead = row["ahead"] == "yes"
    return Cue(cast(CommitmentKind, row["kind"]), status, row.many("content"), ahead)
