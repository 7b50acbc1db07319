"""The parts of the actor reader that need no language engine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.findings.actors.compounds import collective_of, title_of
from lagebild.findings.actors.lexicon import lexicon
from lagebild.findings.actors.words import fold, key, loose, slug
from lagebild.knowledge import Knowledge

LEXICON = Knowledge().view(lexicon)


def test_acronyms_keep_their_capitals() -> None:
    assert key("IS") != key("is")
    assert key("Nato") == key("nato")


@pytest.mark.parametrize(
    ("one", "other"),
    [("François", "Francois"), ("Großbritannien", "Grossbritannien"), ("Erdoğan", "Erdogan")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_umlauts_are_letters_of_their_own() -> None:
    assert fold("Köhler") != fold("Kohler")


def test_loose_words_lose_their_endings() -> None:
    assert loose("Vereinten") == loose("Vereinte")
    assert loose("USA") == "USA"


@given(st.text(max_size=600))
@settings(max_examples=200, deadline=None)
def test_any_text_has_keys(text: str) -> None:
    assert len(slug(text)) <= 80
    assert slug(text).isascii() or any(ord(c) > 127 for c in slug(text))
    assert fold(fold(text)) is not None


@pytest.mark.parametrize(
    ("word", "prefix", "lemma"),
    [
        ("US-Präsident", "US", "Präsident"),
        ("Talibanführer", "taliban", "Führer"),
        ("Außenministerin", "", "Außenministerin"),
        ("Abgeordneten", "", "Abgeordneter"),
    ],
)
def test_titles_and_their_first_parts(word: str, prefix: str, lemma: str) -> None:
    compound = title_of(LEXICON, word)
    assert compound is not None and compound.title is not None
    assert (compound.prefix, compound.title.lemma) == (prefix, lemma)


def test_ordinary_words_are_no_titles() -> None:
    assert title_of(LEXICON, "Kampfflugzeuges") is None
    assert title_of(LEXICON, "Konferenz") is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Regierungstruppen", "government"),
        ("Verfassungsgericht", "government"),
        ("Bürgerkriegsflüchtlinge", "group"),
        ("Tuareg-Rebellen", "armed_group"),
    ],
)
def test_group_nouns_end_compounds(word: str, kind: str) -> None:
    compound = collective_of(LEXICON, word)
    assert compound is not None and compound.collective is not None
    assert compound.collective.kind == kind


def test_every_title_is_its_own_masculine() -> None:
    for row in Knowledge().table("titles"):
        if " " not in row["title"]:
            assert fold(row["title"]) in LEXICON.titles


@pytest.mark.parametrize(
    ("office", "date", "person"),
    [
        ("DEU.head_of_government", "2005-11-21", "gerhard-schroeder"),
        ("DEU.head_of_government", "2015-01-01", "angela-merkel"),
        ("RUS.head_of_state", "2010-01-01", "dmitri-medwedew"),
        ("un.secretary_general", "2006-12-31", "kofi-annan"),
        ("nato.secretary_general", "2016-01-01", "jens-stoltenberg"),
        ("FRA.foreign_minister", "2015-11-26", "laurent-fabius"),
    ],
)
def test_who_held_an_office(office: str, date: str, person: str) -> None:
    offices = LEXICON.offices
    assert [h.person for h in offices.holders(offices.offices[office], date)] == [person]


def test_without_a_date_nobody_holds_an_office() -> None:
    offices = LEXICON.offices
    assert not offices.holders(offices.offices["DEU.head_of_government"], None)
    assert not offices.holders(offices.offices["DEU.head_of_government"], "1930-01-01")
