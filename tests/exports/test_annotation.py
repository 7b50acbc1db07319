import json

import pytest
from typer.testing import CliRunner

from lagebild.case import Case
from lagebild.case.reviews import add, complete_articles, review, waiting
from lagebild.cli.app import app
from lagebild.errors import WrongUse
from lagebild.evaluate.gold import mentions, read_gold
from lagebild.evaluate.quoted import read_quoted
from lagebild.evaluate.timeml import read_timeml
from lagebild.exports import export_annotation
from tests.case.builders import read_article


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.case"
    with Case(path, create=True) as case:
        case.write(read_article(), "1")
        case.write(read_article(name="b.txt"), "1")
        case.settle("1")
        with case.writing() as connection:
            article = waiting(connection, "Ada").page[0].article
            for item in waiting(connection, "Ada", article=article).page:
                review(connection, item.finding, "accept", "Ada")
    return path


def test_wholly_reviewed_articles_are_gold_that_evaluate_reads(path, tmp_path):
    with Case(path) as case:
        counts = export_annotation(case, tmp_path / "gold")
    found = {"events": 1, "commitments": 1, "statements": 1, "figures": 1, "dates": 0}
    assert counts == {"articles": 1} | found
    (gold,) = read_gold([tmp_path / "gold/annotation"], tmp_path / "gold/texts")
    (event,) = gold.record["events"]
    assert (event["type"], event["trigger"], event["date"]) == ("REQUEST", "forderte", "2016-02-15")
    assert gold.sentence(event).of(gold.text) == event["sentence"]
    assert {len(found) for found in mentions(gold).values()} == {1}
    (quoted,) = read_quoted([tmp_path / "gold/statements"])
    (said,) = quoted.statements
    assert " ".join(s.of(quoted.text) for s in said.quote) == "„Das Töten muss enden“"


@pytest.mark.parametrize(("kind", "folder"), [("events", "annotation"), ("figures", "figures")])
def test_the_gold_can_be_scored(path, tmp_path, kind, folder):
    out = tmp_path / "gold"
    run = CliRunner().invoke
    done = run(app, ["export", str(path), "--format", "annotation", "--out", str(out)])
    assert done.exit_code == 0, done.output
    where = [str(out / folder), "--texts", str(out / "texts"), "--json"]
    scored = run(app, ["evaluate", kind, *where])
    assert scored.exit_code == 0, scored.output
    assert json.loads(scored.stdout)["articles"] == 1


def test_reviewed_dates_are_written_as_timeml(path, tmp_path):
    with Case(path) as case:
        article = next(iter(complete_of(case)))
        text = next(a.text for a in case.articles() if a.id == article)
        start = text.index("am Montag")
        date = {"type": "DATE", "value": "2016-02-15", "start": start, "end": start + 9}
        with case.writing() as connection:
            add(connection, "date", article, date, "Ada")
        export_annotation(case, tmp_path / "gold")
    (found,) = (tmp_path / "gold/dates").iterdir()
    document = read_timeml(found)
    assert document.text == text
    ((span, kind, value),) = [(t.span, t.type, t.value) for t in document.timexes]
    assert (span.of(text), kind, value) == ("am Montag", "DATE", "2016-02-15")
    assert document.published == "2016-02-15"


def complete_of(case):
    with case.looking() as connection:
        return complete_articles(connection)


def test_without_wholly_reviewed_articles_nothing_is_written(tmp_path):
    with Case(tmp_path / "a.case", create=True) as case:
        case.write(read_article(), "1")
        with pytest.raises(WrongUse, match="fully reviewed"):
            export_annotation(case, tmp_path / "gold")
    assert not (tmp_path / "gold").exists()


def test_the_command_says_how_far_the_review_is(path):
    with Case(path) as case, case.writing() as connection:
        for item in waiting(connection, "Ben").page:
            review(connection, item.finding, "reject", "Ben")
    shown = CliRunner().invoke(app, ["review", str(path)])
    assert shown.exit_code == 0, shown.output
    assert "Ada, Ben" in shown.stdout
    assert "Ada and Ben" in shown.stdout
    asked = json.loads(CliRunner().invoke(app, ["review", str(path), "--json"]).stdout)
    assert asked["complete"] == 2
    rejected = {row["kind"]: row["rejected"] for row in asked["checked"]}
    assert rejected == {
        **dict.fromkeys(("event", "statement", "commitment", "figure"), 2),
        **dict.fromkeys(("date", "place"), 0),
    }
