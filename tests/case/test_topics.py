"""What an actor speaks about: nouns of its statements, by month."""

import dataclasses

from lagebild.case import Case
from lagebild.case.lists.topics import Topic, nouns, spoken
from lagebild.findings.finding import Findings
from lagebild.spans import Span
from tests.case.builders import CHANCELLOR, RUSSIA, findings, read_article

DATES = ("2016-02-15", "2016-04-02")


def heard(path, quotes):
    """Return what the chancellor speaks about in articles that consist of one quote each."""
    (template,) = findings().statements
    with Case(path / "a.case", create=True) as case:
        for number, (day, quoted) in enumerate(zip(DATES, quotes, strict=True)):
            read = read_article(quoted, f"{number}.txt", published=day)
            said = dataclasses.replace(
                template, quote=(Span(0, len(quoted)),), cue=(), speaker_spans=()
            )
            found = Findings(actors=(RUSSIA, CHANCELLOR), statements=(said,))
            case.write(dataclasses.replace(read, findings=found), "1")
        case.settle("1")
        with case.looking() as connection:
            return spoken(connection, CHANCELLOR.key, ["Angela Merkel"])


def test_nouns_are_told_by_their_dictionary_form():
    assert nouns("Die Angriffe auf Aleppo enden, wenn Sie wollen.") == {"Angriff", "Aleppo"}


def test_topics_have_the_months_in_which_they_were_used(tmp_path):
    said = heard(tmp_path, ["Die Waffenruhe gilt in Homs.", "Wer Waffenruhen bricht, verliert."])
    assert said.months == (("2016-02", 1), ("2016-04", 1))
    assert said.topics == (Topic("Waffenruhe", 2, said.months),)


def test_times_and_the_actor_itself_are_no_topics(tmp_path):
    quotes = [
        "Merkel ruft am Montag im Januar nach einem Jahr an.",
        "Im Jahr, so Merkel, am Montag.",
    ]
    assert {"Montag", "Jahr"} <= nouns(quotes[1])
    assert heard(tmp_path, quotes).topics == ()
