"""When an event happened: its own date, or the day with which the story goes on."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {"Frankreich": "state", "Ghana": "state", "Minister": "person"}
PUBLISHED = "2019-05-15"


def last(text: str) -> Event:
    return find_events(lay(text, PUBLISHED, **ACTORS))[-1]


def test_the_story_goes_on_at_the_last_day_named() -> None:
    event = last("Am Montag tagte der Rat. Der Saal war voll.\n\nFrankreich lobte Ghana.")
    assert event.date is not None
    assert event.date.value == "2019-05-13"
    assert event.date.span is not None
    assert not event.sentence.covers(event.date.span)


@pytest.mark.parametrize(
    "text",
    [
        # An old day is no day of news once the paragraph has ended.
        "Am 3. März tagte der Rat.\n\nFrankreich kritisierte Ghana.",
        # The pluperfect and "damals" look elsewhere.
        "Am Montag tagte der Rat. Frankreich hatte Ghana kritisiert.",
        "Am Montag tagte der Rat. Frankreich kritisierte damals Ghana.",
        # A span of time says that it was another day, not which.
        "Am Montag tagte der Rat. Seit Monaten kritisiert Frankreich Ghana.",
        # A subordinate clause does not tell the story.
        "Am Montag tagte der Rat. Der Saal war leer, weil Frankreich Ghana kritisierte.",
    ],
)
def test_no_date_where_the_story_does_not_go_on(text: str) -> None:
    assert last(text).date is None


def test_the_date_of_a_relative_clause_is_not_that_of_the_main_clause() -> None:
    text = "Frankreich kritisierte Ghana, das am 3. März neue Zölle beschlossen hat."
    events = find_events(lay(text, PUBLISHED, **ACTORS))
    assert [event.date for event in events if event.type == "ACCUSE"] == [None]


def test_a_strong_preterite_looks_back_however_it_is_tagged() -> None:
    event = last("Der Minister trat am Dienstag zurück.")
    assert event.date is not None
    assert event.date.start == "2019-05-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A date in a participle dates what the participle says, not the sentence.
        ("Frankreich kritisierte die am Montag beschlossenen Zölle Ghanas.", None),
        # But what happens on an occasion happens when that takes place.
        ("Auf der am Montag eröffneten Messe kritisierte Frankreich Ghana.", "2019-05-13"),
        # Attributes say which thing is meant; "nach" and "wegen" name earlier ones.
        ("Frankreich kritisierte Ghana nach den Berichten vom Montag.", None),
        ("Frankreich kritisierte Ghana wegen der Wahl im April.", None),
        ("Im Streit um den Haushalt 2018 kritisierte Frankreich Ghana.", None),
        ("Im Jahr 2018 kritisierte Frankreich Ghana.", "2018"),
        # A vague time in a clause below, or how long something took, tells nothing of when.
        ("Am Montag tagte der Rat. Frankreich kritisierte Ghana, das seit Jahren zögert.",
         "2019-05-13"),
        ("Am Montag tagte der Rat. Frankreich kritisierte Ghana zwei Stunden lang.", "2019-05-13"),
        ("Am Montag tagte der Rat. Frankreich kritisierte den ehemaligen Minister Ghanas.",
         "2019-05-13"),
        # A span that began on a day is no day on which the story goes on.
        ("Seit Montag tagt der Rat. Frankreich kritisierte Ghana.", None),
        # What went before is dated by the sentence that tells of the same earlier time.
        ("Im April waren die Gespräche gescheitert. Frankreich hatte Ghana kritisiert.", "2019-04"),
        ("Der Pakt entstand 2007. Damals kritisierte Frankreich Ghana.", "2007"),
        ("Ein Brief vom März 2015 wurde bekannt. Frankreich hatte Ghana kritisiert.", "2015-03"),
        # The present tells what is so, reported words what was.
        ("Am Montag tagte der Rat. Frankreich kritisiert Ghana.", None),
        ("Am Montag tagte der Rat. Frankreich habe Ghana kritisiert.", "2019-05-13"),
        # An earlier day goes on, unless it is told by the way; so does no day to come.
        ("Am Montag hatte der Rat getagt. Frankreich kritisierte Ghana.", "2019-05-13"),
        ("Am Montag hatte der Rat bereits getagt. Frankreich kritisierte Ghana.", None),
        ("Der Rat kündigte für Montag ein Treffen an. Frankreich kritisierte Ghana.", None),
        ("Die für Montag geplante Sitzung fiel aus. Frankreich kritisierte Ghana.", "2019-05-13"),
        ("Am Dienstag tagte der Rat. Der Chef hatte am Montag angerufen. Es regnete. Es war kalt. "
         "Niemand kam. Frankreich kritisierte Ghana.", "2019-05-14"),
        # Brackets say which thing is meant.
        ("Der Wirt der Messe (2018) lachte, weil Frankreich Ghana kritisierte.", None),
        ("Der Rat, der am Montag tagte, schwieg. Frankreich kritisierte Ghana.", None),
        ("Am Dienstag tagte der Rat. Damals war er jung. Frankreich kritisierte Ghana.", None),
        # By when something is due is not when it was asked for.
        ("Frankreich kritisierte Ghana noch vor Weihnachten 2018.", None),
        # A night is named by its morning, "vor drei Tagen" says which day.
        ("In der Nacht von Montag auf Dienstag kritisierte Frankreich Ghana.", "2019-05-13TNI"),
        ("Vor drei Tagen kritisierte Frankreich Ghana.", "2019-05-12"),
        ("Vor drei Jahren kritisierte Frankreich Ghana.", "2016"),
    ],
)  # fmt: skip
def test_which_date_of_a_text_belongs_to_an_event(text: str, expected: str | None) -> None:
    events = find_events(lay(text, PUBLISHED, **ACTORS))
    date = next(event for event in events if event.type == "ACCUSE").date
    assert (date.value if date else None) == expected


def test_a_subject_goes_on_with_the_story() -> None:
    event = last("Am Montag tagte der Rat. Die Festnahme Frankreichs durch Ghana verlief ruhig.")
    assert (event.type, event.date and event.date.start) == ("COERCE", "2019-05-13")


def test_a_night_is_dated_by_the_day_that_names_it() -> None:
    date = last("In der Nacht zum Dienstag kritisierte Frankreich Ghana.").date
    assert date is not None
    assert (date.start, date.end) == ("2019-05-14", "2019-05-14")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat tagte. Auf der heutigen Sitzung kritisierte Frankreich Ghana.", PUBLISHED),
        ("Am heutigen Tag kritisierte Frankreich Ghana.", PUBLISHED),
        ("Im heutigen Bonn kritisierte Frankreich Ghana.", None),
    ],
)
def test_todays_meeting_is_dated_by_the_published_day(text: str, expected: str | None) -> None:
    date = last(text).date
    assert (date and date.start) == expected


def test_a_scene_goes_on_as_long_as_deeds_follow_each_other() -> None:
    scene = "Am Dienstag griff Frankreich Ghana an." + " Der Regen fiel." * 4
    longer = f"{scene} Ghana beschoss Frankreich." + " Der Wind wehte." * 4
    deed = last(f"{longer} Frankreich bombardierte Ghana.")
    word = last(f"{longer} Frankreich lobte Ghana.")
    assert deed.date is not None
    assert deed.date.start == "2019-05-14"
    assert word.date is None


def test_who_blames_in_another_paragraph_may_have_done_so_on_any_day() -> None:
    stranger = "Am Dienstag tagte der Rat.\n\nFrankreich kritisierte Ghana."
    known = "Am Dienstag kam Frankreich zu Gesprächen.\n\nFrankreich kritisierte Ghana."
    assert last(stranger).date is None
    assert last(known).date is not None


def test_a_state_has_no_day() -> None:
    text = "Am Dienstag tagte der Rat. Frankreich ist von Ghana verurteilt."
    assert all(
        event.type == "CONSULT" or not event.date
        for event in find_events(lay(text, PUBLISHED, **ACTORS))
    )


def test_an_announcement_has_its_own_date() -> None:
    text = "Der Minister kündigte an, Frankreich werde am 3. Juni Ghana angreifen."
    assert [event.date for event in find_events(lay(text, PUBLISHED, **ACTORS))] == [None]


def test_a_later_mention_dates_an_event() -> None:
    text = "Frankreich hat Ghana angegriffen.\n\nDer Angriff Frankreichs auf Ghana war am Montag."
    date = find_events(lay(text, PUBLISHED, **ACTORS))[0].date
    assert date is not None
    assert date.start == "2019-05-13"


def test_a_headline_is_dated_by_news_only() -> None:
    old = "Frankreich kritisiert Ghana\n\nAm 3. Oktober 2007 begann der Streit um die Zölle."
    new = "Frankreich kritisiert Ghana\n\nDer Streit um die Zölle begann am Dienstag."
    assert last(old).date is None
    date = last(new).date
    assert date is not None
    assert date.start == "2019-05-14"


def test_what_goes_on_now_has_no_day() -> None:
    event = last("Frankreich greift derzeit Ghana an.")
    assert event.status == "ongoing"
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Am 4. Februar wurde ein Flugzeug der Armee abgeschossen. "
            "Zwei Tage nach dem Abschuss kritisierte Mba die Armee.",
            "2016-02-06",
        ),
        ("Eine Woche nach dem Anschlag vom 1. Februar kritisierte Mba die Armee.", "2016-02-08"),
        ("Drei Tage nach dem Anschlag kritisierte Mba die Armee.", None),
    ],
)
def test_days_counted_from_another_event(text: str, date: str | None) -> None:
    reading = lay(text, "2016-02-09", Mba="person", Kern="person", Armee="government")
    event = find_events(reading)[-1]
    assert (event.date and event.date.start) == date


def test_an_event_may_take_from_one_day_to_another() -> None:
    date = last("Von März bis Mai 2003 kritisierte Frankreich Ghana.").date
    assert date is not None
    assert (date.start, date.end) == ("2003-03-01", "2003-05-31")


def test_a_clause_of_another_time_does_not_take_the_date_of_the_clause_above() -> None:
    text = "Am Montag trat der Minister zurück, nachdem Frankreich Ghana kritisiert hatte."
    events = find_events(lay(text, PUBLISHED, **ACTORS))
    dates = {event.type: event.date and event.date.start for event in events}
    assert dates == {"CONCEDE": "2019-05-13", "ACCUSE": None}
