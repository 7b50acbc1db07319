"""How likely two wishes speak on one issue: their words, vectors, countries and reports."""

from dataclasses import replace

import numpy as np
import pytest

from lagebild.picture.material import Citation, Material
from lagebild.picture.positions import affinity
from lagebild.picture.positions.affinity import Affinity
from lagebild.picture.positions.issues import matter_words
from lagebild.picture.positions.scenes import Scene, Scenes
from lagebild.picture.positions.wishes import Wish
from lagebild.spans import Span
from tests.picture.contradictions.test_accounts import article

TEXTS = {
    "sugar": ("2016-01-05", "Zucker Steuer Brause Händler Kinder"),
    "again": ("2016-03-05", "Brause Zucker Steuer Kinder Ärzte"),
    "whales": ("2016-02-05", "Wale Steuer Fischer Netze Händler Ärzte"),
    "ships": ("2016-02-07", "Schiffe Netze Fischer"),
    "later": ("2019-02-05", "Zucker Steuer Brause Fischer Netze Wale Kinder"),
}
SAID = (
    ("sugar", "die Steuer auf Zucker senken"),
    ("again", "die Steuer auf Zucker abschaffen"),
    ("whales", "den Fang von Walen verbieten"),
    ("ships", "die Steuer auf Zucker senken"),
    ("later", "die Steuer auf Zucker senken"),
)


def wish(place, words):
    cited = Citation(place, Span(0, 5), "Zucke")
    return Wish((), 1, False, TEXTS[place][0], cited, cited, words, "demand", "test")


@pytest.fixture(scope="module")
def likely():
    dated = {n: replace(article(n, words), published=day) for n, (day, words) in TEXTS.items()}
    found = Material(dated, {}, [], [], [], [], [], [], {}, [], {})
    wishes = [wish(place, words) for place, words in SAID]
    return Affinity(found, wishes, [matter_words(w.about) for w in wishes])


def test_alike_words_in_alike_reports_are_likelier_one_issue(likely):
    table = likely.likely(slice(0, 5), slice(0, 5))
    assert table[0, 1] > 0.5 > table[0, 2]
    assert np.array_equal(table, table.T)


def test_reports_on_other_things_or_years_apart_speak_of_two_disputes(likely):
    table = likely.likely(slice(0, 5), slice(0, 5))
    assert table[1, 3] == 0
    assert table[0, 4] == 0


def test_distances_are_those_of_all_pairs_whatever_the_block(likely, monkeypatch):
    whole = likely.distances()
    wanted = 1 - likely.likely(slice(0, 5), slice(0, 5))
    assert whole.tolist() == pytest.approx(wanted[np.triu_indices(5, 1)].tolist())
    monkeypatch.setattr(affinity, "BLOCK", 2)
    assert np.array_equal(whole, likely.distances())


def scene(countries, named=False, day="2016-01-01"):
    return Scene("a", frozenset(countries.split()), named, day)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (scene("NOR"), scene(""), 1.0),
        (scene("NOR SWE", named=True), scene("NOR"), 1.0),
        (scene("NOR", named=True), scene("SWE"), 0.0),
        (scene("NOR SWE"), scene("NOR FIN"), 1.0),
        (scene("NOR SWE"), scene("NOR FIN", day="2016-06-01"), 0.5),
        (scene("NOR SWE"), scene("NOR FIN", day=None), 0.5),
    ],
)
def test_countries_are_shared_as_far_as_wishes_name_them(one, other, share):
    table = Scenes([one, other]).overlaps(slice(0, 2), slice(0, 2))
    assert table[0, 1] == table[1, 0] == pytest.approx(share)


def test_wishes_that_name_different_countries_are_strange_to_each_other():
    told = [scene("NOR", named=True), scene("SWE", named=True), scene("SWE")]
    table = Scenes(told).strange(slice(0, 3), slice(0, 3))
    assert table.tolist() == [[False, True, False], [True, False, False], [False, False, False]]
