"""Roles before a noun, behind a preposition, beside a name, and words that name nobody."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Togo": "state",
    "Ghana": "state",
    "Benin": "state",
    "AU": "organisation",
    "Rat": "organisation",
    "Armee": "government",
    "Polizei": "government",
    "Regierung": "government",
    "Rebellen": "armed_group",
    "Opposition": "party",
    "Minister": "person",
    "Kern": "person",
    "Mba": "person",
    "Aktivisten": "group",
}


def roles(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    found = find_events(lay(text, **ACTORS))
    return [(list(e.sources), list(e.targets)) for e in found if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        # Between article and noun all belongs to the participle, which names who did it.
        (
            "Die von der Opposition organisierten Proteste gegen Togo dauern an.",
            "PROTEST",
            ["Opposition"],
            ["Togo"],
        ),
        (
            "Kern kritisierte das von Ghana und Benin unterzeichnete Abkommen.",
            "ACCUSE",
            ["Kern"],
            ["Ghana", "Benin"],
        ),
        ("Kern lehnte den von Ghana vorgelegten Entwurf ab.", "REJECT", ["Kern"], ["Ghana"]),
        # Nobody says by whom he judges: "durch" names who did or shall do it.
        (
            "Kern forderte die Schaffung sicherer Wege für die Aktivisten durch die AU.",
            "REQUEST",
            ["Kern"],
            ["AU"],
        ),
        # Who owns what is destroyed did not destroy it.
        ("Die Häuser der Aktivisten wurden zerstört.", "ASSAULT", [], ["Aktivisten"]),
        # A body before the name of its member only says what it is.
        ("Das AU-Mitglied Togo verurteilte den Rat.", "ACCUSE", ["Togo"], ["Rat"]),
        # Names behind a plural are all who is meant, unless they are a few of many.
        (
            "Die Präsidenten Mba und Kern kritisierten Togo.",
            "ACCUSE",
            ["Mba", "Kern"],
            ["Togo"],
        ),
        (
            "Mehrere Aktivisten, darunter Mba und Kern, kritisierten Togo.",
            "ACCUSE",
            ["Aktivisten"],
            ["Togo"],
        ),
        # Who leads somebody is not another party.
        (
            "Die Opposition, mit Kern an der Spitze, einigte sich auf einen Kandidaten.",
            "AGREE",
            ["Opposition"],
            [],
        ),
        # "Beide" takes up the two told of just before, of the sort that the noun names.
        (
            "Togo stritt mit Ghana. Beide Länder verurteilten Benin.",
            "ACCUSE",
            ["Togo", "Ghana"],
            ["Benin"],
        ),
        (
            "Mba reiste mit Kern nach Togo. Die beiden Minister verurteilten Benin.",
            "ACCUSE",
            ["Mba", "Kern"],
            ["Benin"],
        ),
        (
            "Mba stritt mit Kern. Die beiden verurteilten danach Benin.",
            "ACCUSE",
            ["Mba", "Kern"],
            ["Benin"],
        ),
        # Of three they are those that "und" joins.
        (
            "Togo, Benin und Ghana stritten. Beide Länder verurteilten den Rat.",
            "ACCUSE",
            ["Benin", "Ghana"],
            ["Rat"],
        ),
        # Who says so takes no part, nor does who is left out.
        ("Nach Angaben von Kern verhängte Togo ein Verbot.", "COERCE", ["Togo"], []),
        (
            "Der Minister will Gespräche mit Ghana führen, außer mit Togo.",
            "CONSULT",
            ["Minister"],
            ["Ghana"],
        ),
        # A threat is meant for who acts in its condition, also where that is the main clause.
        (
            "Die Rebellen haben mit Gewalt gedroht, sollte Togo einen Beschluss fassen.",
            "THREATEN",
            ["Rebellen"],
            ["Togo"],
        ),
        # "Ist zu" with an infinitive is a passive.
        (
            "Für den Angriff ist der Minister verantwortlich zu machen.",
            "ACCUSE",
            [],
            ["Minister"],
        ),
        # Only "von" and "durch" name who did what a passive tells.
        ("Im März wurde die Regierung unter Kern gestürzt.", "COERCE", [], ["Regierung"]),
        # Whom a number counts does what the number does.
        (
            "Hunderte von Aktivisten demonstrierten gegen die Regierung.",
            "PROTEST",
            ["Aktivisten"],
            ["Regierung"],
        ),
        # "Er" right behind the verb is its subject.
        ("Die Arbeit der Armee lobte er, sagte Kern.", "SUPPORT", [], ["Armee"]),
        # What somebody asks for refuses nothing, whosever it is.
        (
            "Die Forderung der Opposition nach Neuwahlen lehnte die Regierung ab.",
            "REJECT",
            ["Regierung"],
            ["Opposition"],
        ),
        # The agent of a passive is no target, what is asked for has an owner.
        (
            "Der Minister, dessen Rücktritt von den Aktivisten gefordert wird, schweigt.",
            "REQUEST",
            ["Aktivisten"],
            ["Minister"],
        ),
        # Who calls a deed something did not do it.
        ("Der Angriff auf Togo wurde vom Rat zum Verbrechen erklärt.", "ASSAULT", [], ["Togo"]),
        # Whose brother or rival somebody is, is another.
        ("Die Polizei nahm am Montag Kerns Bruder fest.", "COERCE", ["Polizei"], []),
        # Of an infinitive with "um" the subject is that of the verb above.
        (
            "Kern hielt sich in Ghana auf, um die Regierung aufzufordern, zu handeln.",
            "REQUEST",
            ["Kern"],
            ["Regierung"],
        ),
        # Who did it stands right before the verb, though the tree hangs it on the noun before.
        (
            "Das Fahrzeug wurde vor der Einfahrt des Flughafens von Rebellen beschossen.",
            "ASSAULT",
            ["Rebellen"],
            [],
        ),
        # Whom a deed hits has nothing to do with who refuses or denies it.
        (
            "Der Minister bestritt den Einsatz von Waffen gegen Aktivisten.",
            "REJECT",
            ["Minister"],
            [],
        ),
        # Two names side by side are two words of the sentence.
        ("Am Abend kritisierte Kern Ghana heftig.", "ACCUSE", ["Kern"], ["Ghana"]),
    ],
)
def test_roles(text: str, kind: str, sources: list[str], targets: list[str]) -> None:
    assert (sources, targets) in roles(text, kind)


def test_a_currency_is_no_state() -> None:
    assert roles("Kern hat der AU drei Millionen Benin-Dollar angeboten.", "AGREE") == [
        (["Kern"], ["AU"])
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # Arrests are the work of the police at hand, sentences that of the court.
        ("Am Abend kam die Polizei. Dreißig Aktivisten wurden festgenommen.", "Polizei"),
        ("Kern stand am Montag vor dem Gericht. Kern wurde freigesprochen.", "Gericht"),
        # Others are not, and what somebody else did is his.
        ("Am Abend kam die Armee. Dreißig Aktivisten wurden festgenommen.", None),
        ("Am Abend kam die Polizei. Kern wurde von der Armee verhaftet.", "Armee"),
    ],
)
def test_who_arrests_and_sentences(text: str, source: str | None) -> None:
    reading = lay(text, **{**ACTORS, "Gericht": "government"})
    found = [e for e in find_events(reading) if e.type in ("COERCE", "CONCEDE")]
    assert [e.sources for e in found] == [(source,) if source else ()]
