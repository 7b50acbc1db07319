"""Targets that the whole report tells: its state, homes, crowds, accusers."""

from dataclasses import replace

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.events.report import Report
from lagebild.findings.finding import Actor, ActorKind
from lagebild.findings.reading import Reading
from lagebild.findings.statements import find_statements
from tests.findings.events_desk import lay

ACTORS: dict[str, tuple[ActorKind, str | None]] = {
    "Togo": ("state", "TGO"),
    "Ghana": ("state", "GHA"),
    "Union": ("organisation", None),
    "Opposition": ("party", "TGO"),
    "Kern": ("person", "TGO"),
    "Polizei": ("government", "TGO"),
    "Minister": ("person", "TGO"),
    "Demonstranten": ("group", "TGO"),
    "Rebellen": ("armed_group", "TGO"),
    "Zeitung": ("media", "TGO"),
    "Gericht": ("government", "TGO"),
    "Armee": ("government", "TGO"),
    "Lokführer": ("group", "TGO"),
    "Bahn": ("company", "TGO"),
    "Gewerkschaft": ("organisation", "TGO"),
    "Regierungsgegner": ("group", "TGO"),
}


def key(name: str) -> str:
    kind, country = ACTORS[name]
    return f"state:{country}" if kind == "state" else name


def report(text: str) -> Reading:
    """Return a reading in which states have the keys of states, and others their homes."""
    reading = lay(text, **{name: kind for name, (kind, _) in ACTORS.items()})
    reading.mentions = tuple(replace(m, actor=key(m.actor)) for m in reading.mentions)
    named = {mention.actor for mention in reading.mentions}
    reading.actors = tuple(
        Actor(key(name), name, kind, country)
        for name, (kind, country) in ACTORS.items()
        if key(name) in named
    )
    reading.statements = find_statements(reading)
    return reading


def last(text: str, kind: str) -> tuple[tuple[str, ...], str]:
    event = [e for e in find_events(report(text)) if e.type == kind][-1]
    return event.targets, event.why.rpartition("target: ")[2]


@pytest.mark.parametrize(
    ("text", "kind", "targets", "rule"),
    [
        # Outsiders who demand, blame or punish mean the state in focus.
        (
            "In Togo wird gewählt. Kern tritt in Togo an. Die Union verlangte eine Untersuchung.",
            "REQUEST",
            ("state:TGO",),
            "abroad",
        ),
        (
            "In Togo wird gewählt. Kern tritt in Togo an. Ghana kritisierte den Ablauf der Wahl.",
            "ACCUSE",
            ("state:TGO",),
            "abroad",
        ),
        # Who seizes power does so in his own state, and there he sues.
        ("Togo wählt. Kern hatte damals die Macht ergriffen.", "COERCE", ("state:TGO",), "home"),
        (
            "Togo wählt. Die Opposition zog vor das Verfassungsgericht.",
            "ACCUSE",
            ("state:TGO",),
            "home",
        ),
        # Force at a protest is used on those who protest.
        (
            "Die Demonstranten zogen fort. Es kam zu einem Wasserwerfereinsatz der Polizei.",
            "COERCE",
            ("Demonstranten",),
            "crowd",
        ),
        (
            "Am Abend kamen Demonstranten. Die Polizei löste die Kundgebung auf.",
            "COERCE",
            ("Demonstranten",),
            "crowd",
        ),
        # A denial answers who accused, or by whose account it was told.
        (
            "Die Opposition warf Kern Betrug vor. Ghana kritisierte Togo. Kern bestritt das.",
            "REJECT",
            ("Opposition",),
            "reply",
        ),
        (
            "Nach Angaben des Ministers haben Rebellen Dörfer überfallen. "
            "Die Rebellen bestritten den Überfall.",
            "REJECT",
            ("Minister",),
            "reply",
        ),
        # Somebody's words may be what another denies.
        (
            'Der Minister sagte: „Das Geld ist weg." Kern wies diese Behauptung zurück.',
            "REJECT",
            ("Minister",),
            "reply",
        ),
        # A judgement is that of the court last named.
        (
            "Das Gericht prüfte das Gesetz. Es regnet. Kern begrüßte das Urteil.",
            "SUPPORT",
            ("Gericht",),
            "court",
        ),
        # Who shoots back shoots at who shot before.
        (
            "Rebellen haben die Armee beschossen. Die Armee erwiderte das Feuer.",
            "ASSAULT",
            ("Rebellen",),
            "returned",
        ),
        # Troops that attack a place attack the armed group of the report.
        (
            "Die Rebellen halten die Stadt. Die Armee bombardierte einen Hafen.",
            "ASSAULT",
            ("Rebellen",),
            "foe",
        ),
        # Employees stand against the company of the report.
        (
            "Die Bahn verhandelt nicht mehr. Die Lokführer fordern mehr Lohn.",
            "REQUEST",
            ("Bahn",),
            "opponent",
        ),
        # A company that offers wages offers them to the union.
        (
            "Die Gewerkschaft streikt nicht mehr. Die Bahn hat mehr Lohn angeboten.",
            "AGREE",
            ("Gewerkschaft",),
            "opponent",
        ),
        # Opponents of the government protest against their state, others against whom they oppose.
        (
            "In Togo sind am Abend Regierungsgegner auf die Straße gegangen.",
            "PROTEST",
            ("state:TGO",),
            "home",
        ),
        # What somebody contradicts is by whose account it was told.
        (
            "Laut Minister haben Rebellen Togo überfallen. Kern widersprach der Darstellung.",
            "REJECT",
            ("Minister",),
            "reply",
        ),
        # A call to demonstrate is meant for those who demonstrate.
        (
            "Die Demonstranten kamen früh. Die Opposition hatte zu der Kundgebung aufgerufen.",
            "REQUEST",
            ("Demonstranten",),
            "crowd",
        ),
        # A word for any deed points back to the last one.
        (
            "Rebellen haben Dörfer in Togo überfallen. Kern verurteilte die Tat.",
            "ACCUSE",
            ("Rebellen",),
            "deed",
        ),
    ],
)
def test_what_the_report_tells_names_the_target(
    text: str, kind: str, targets: tuple[str, ...], rule: str
) -> None:
    assert last(text, kind) == (targets, rule)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # At home nobody speaks from outside, and advice is for whoever likes.
        ("Togo wählt. Die Opposition verlangte eine Untersuchung.", "REQUEST"),
        ("In Togo wird gewählt. Die Union empfahl Impfungen.", "REQUEST"),
        # Of two states as often named neither is in focus.
        (
            "Togo und Ghana wählen. Ghana feiert. Togo auch. Die Union verlangte Aufklärung.",
            "REQUEST",
        ),
        # A paper only reports.
        (
            "Laut Zeitung haben Rebellen Dörfer überfallen. Die Rebellen bestritten den Überfall.",
            "REJECT",
        ),
        # A pronoun says that somebody was hit, though not who.
        ("Die Rebellen halten das Dorf. Die Armee hat sie beschossen.", "ASSAULT"),
        # Those who work for nobody in the report ask at large.
        ("In Togo regnet es. Die Lokführer fordern mehr Lohn.", "REQUEST"),
        # Without anybody who protests no crowd is hit.
        ("In Togo kam es zu einem Wasserwerfereinsatz der Polizei.", "COERCE"),
    ],
)
def test_where_the_report_does_not_tell_the_target_stays_open(text: str, kind: str) -> None:
    assert last(text, kind)[0] == ()


def test_a_report_without_actors_is_about_no_state() -> None:
    about = Report(report("Es regnet."))
    assert about.state is None
    assert about.protesters(0) == ()


def test_a_home_that_the_report_does_not_name_is_nobodys_target() -> None:
    assert Report(report("Kern hat gewonnen.")).home(("Kern",)) == ()
