from collections.abc import Callable

import pytest

from lagebild.articles.article import Article
from lagebild.sources.document import Metadata
from tests.articles.conftest import BODY, MORE

Read = Callable[..., Article]
TITLE = "Minister verhandeln am See"


@pytest.mark.parametrize(
    ("opening", "place", "agencies"),
    [
        ("Genf (dpa) - ", "Genf", ["dpa"]),
        ("GENF (dpa). ", "GENF", ["dpa"]),
        ("Genf/Moskau (dpa/AFP) – ", "Genf/Moskau", ["dpa", "AFP"]),
        ("Rio de Janeiro (Reuters) - ", "Rio de Janeiro", ["Reuters"]),
        ("Genf, 3. Mai (Reuters) - ", "Genf", ["Reuters"]),
        ("GENF, 5. Juli (AFP / AP). ", "GENF", ["AFP", "AP"]),
        ("Bad Elbau (epd) - ", "Bad Elbau", ["epd"]),
        ("(KNA) ", None, ["KNA"]),
        ("Zürich (Keystone-SDA) - ", "Zürich", ["SDA"]),
        ("Wien (APA) - ", "Wien", ["APA"]),
        ("Peking (Xinhua) -- ", "Peking", ["Xinhua"]),
        ("Frankfurt (dpa-AFX) - ", "Frankfurt", ["dpa-AFX"]),
        ("Moskau (dpa/Tass) - ", "Moskau", ["dpa", "TASS"]),
        ("BERLIN taz | ", "BERLIN", []),
        ("Genf/dpa. ", "Genf", ["dpa"]),
        ("Genf - ", "Genf", []),
        ("Genf – ", "Genf", []),
        ("Genf. ", "Genf", []),
        ("Brüssel/Genf. ", "Brüssel/Genf", []),
        ("New York. ", "New York", []),
        ("St. Petersburg - ", "St. Petersburg", []),
        ("Genf (dpa/tmn) — ", "Genf", ["dpa"]),
        ("Genf", "Genf", []),
        ("New York", "New York", []),
        ("Genf.\n\n", "Genf", []),
        ("Genf, 3. Mai 2016. ", "Genf", []),
        ("GENF/MOSKAU taz | ", "GENF/MOSKAU", []),
        ("Genf dpa. ", "Genf", ["dpa"]),
        ("GENF, 3. Mai (Xinhuanet) -- ", "GENF", ["Xinhua"]),
        ("Genf (IRNA/Nordpress) - ", "Genf", ["IRNA"]),
        ("Genf (Eigener Bericht) - ", "Genf", []),
        ("GENF. (red) ", "GENF", []),
        ("(Genf) ", "Genf", []),
    ],
)
def test_dateline(read: Read, opening: str, place: str | None, agencies: list[str]) -> None:
    article = read(f"{TITLE}\n\n{opening}{BODY}")
    assert article.dateline_place == place
    assert list(article.agencies) == agencies
    assert article.title == TITLE
    assert article.dateline is not None
    assert article.text[: article.dateline.end].strip().endswith(opening.strip())


@pytest.mark.parametrize(
    "opening",
    [
        "Der Minister - ",
        "Die Zeit drängt. ",
        "Krieg. ",
        "Putin: ",
        "Syrien – ",
        "Moskaus Antwort: ",
        "Berliner Politiker - ",
        "IS-Kämpfer ",
        "EU-Außenminister ",
        "McDonald ",
        "Genf (Schweiz) liegt am See. ",
        "(Altmaier) ",
        "Genf am Abend: ",
    ],
)
def test_no_dateline(read: Read, opening: str) -> None:
    article = read(f"{TITLE}\n\n{opening}{BODY}")
    assert article.dateline_place is None
    assert article.dateline is None


def test_a_place_alone_before_a_sentence_is_a_dateline(read: Read) -> None:
    for first in ("Die Minister", "Nach langem Streit", "Ein Sprecher"):
        article = read(f"{TITLE}\n\nGenf {first} verhandelten am See. {BODY}")
        assert article.dateline_place == "Genf"
    assert read(f"{TITLE}\n\nGenf Zentrum war gesperrt. {BODY}").dateline_place is None


@pytest.mark.parametrize(
    ("ending", "agencies"),
    [
        ("\n\ndpa", ["dpa"]),
        ("\n\ndpa/AFP/jb", ["dpa", "AFP"]),
        ("\n\n(Reuters)", ["Reuters"]),
        ("\n\nQuelle: nachrichten.example, rts/AFP/dpa", ["AFP", "dpa"]),
        ("\n\nMit Material von dpa und Reuters", ["dpa", "Reuters"]),
        (" (dpa)", ["dpa"]),
        (" dpa/rtr", ["dpa", "Reuters"]),
        ("\n\n© dpa-infocom, dpa:150512-99-01234/2", ["dpa"]),
        ("\n\njb/om (dpa, afp, rtr)", ["dpa", "AFP", "Reuters"]),
        (" (red, APA, 12.5.2015)", ["APA"]),
        ("\n\n(APA/AFP)", ["APA", "AFP"]),
        ("\n\n(jb/sda)", ["SDA"]),
        ("\n\nafp/reu", ["AFP", "Reuters"]),
        ("\n\nepd lmw jb", ["epd"]),
        ("\n\nFoto: dpa", []),
        (" (Foto: AFP)", []),
        ("\n\nNach dem Treffen berichtete AFP von Streit.", []),
        ("\n\nDas meldete die Agentur Interfax am Abend.", []),
        ("\n\nDer Minister sprach mit der dpa.", []),
    ],
)
def test_agencies_are_those_of_the_text(read: Read, ending: str, agencies: list[str]) -> None:
    assert list(read(f"{TITLE}\n\n{BODY}{ending}").agencies) == agencies


def test_the_agency_of_a_caption_is_no_source_of_the_text(read: Read) -> None:
    for credit in ("dpa", "Foto: dpa", "(Foto: AFP)", "AFP/Getty Images"):
        assert read(f"{TITLE}\n\nDas Ufer am Morgen\n{credit}\n\n{BODY}").agencies == ()


def test_an_agency_as_author_is_an_agency(read: Read) -> None:
    article = read(BODY, found=Metadata(authors=("dpa", "Jana Beispiel")))
    assert (article.agencies, article.authors) == (("dpa",), ("Jana Beispiel",))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Jana Beispiel", ["Jana Beispiel"]),
        ("Von Jana Beispiel, Genf", ["Jana Beispiel"]),
        ("Von Jana Beispiel und Otto von der Heide", ["Jana Beispiel", "Otto von der Heide"]),
        ("Von Jana Beispiel (dpa)", ["Jana Beispiel"]),
        ("Von unserem Korrespondenten Otto Muster, Moskau", ["Otto Muster"]),
        ("Von Jana Beispiel | 12.05.2015", ["Jana Beispiel"]),
        ("VON JANA BEISPIEL", ["JANA BEISPIEL"]),
        ("Von Jana Beispiel, ARD-Studio Moskau", ["Jana Beispiel"]),
        ("Von Jana Beispiel, New York", ["Jana Beispiel"]),
        ("Aus Genf berichtet Jana Beispiel", ["Jana Beispiel"]),
        ("Kommentar: Jana Beispiel", ["Jana Beispiel"]),
        ("Eine Analyse von Jana Beispiel", ["Jana Beispiel"]),
        ("(jb)", ["jb"]),
        ("Von: Jana Beispiel", ["Jana Beispiel"]),
        ("(Jana Beispiel aus Genf, 12.5.2015)", ["Jana Beispiel"]),
        ("Von dpa", []),
        ("Von Beirut bis Bagdad", []),
    ],
)
def test_byline(read: Read, line: str, authors: list[str]) -> None:
    assert list(read(f"{TITLE}\n\n{line}\n\n{BODY}").authors) == authors


def test_the_teaser_of_a_commentary_names_its_author(read: Read) -> None:
    teaser = "Das Treffen war nutzlos und trotzdem nötig, meint Jana Beispiel."
    article = read(f"{TITLE}\n\n{teaser}\n\nGenf - {BODY}")
    assert (article.authors, article.genre) == (("Jana Beispiel",), "commentary")


def test_somebody_of_the_report_is_not_its_author(read: Read) -> None:
    teaser = "Das Treffen war nutzlos und trotzdem nötig, meint Wladimir Putin."
    article = read(f"{TITLE}\n\n{teaser}\n\nGenf - {BODY} Putin blieb bis zum Abend.")
    assert (article.authors, article.genre) == ((), "news")


def test_given_authors_count_more_than_the_byline(read: Read) -> None:
    text = f"{TITLE}\n\nVon Jana Beispiel\n\n{BODY}"
    assert read(text, given=Metadata(authors=("Otto Muster",))).authors == ("Otto Muster",)
    assert read(text, found=Metadata(authors=("Otto Muster",))).authors == ("Jana Beispiel",)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{TITLE}\n\n", TITLE),
        ("# Minister verhandeln am See\n\n", TITLE),
        ("Syrien\nMinister verhandeln lange am See\n\n", "Minister verhandeln lange am See"),
        (
            "Politik\nSyrien-Krieg\n\nMinister verhandeln lange am See\n\n",
            "Minister verhandeln lange am See",
        ),
        ("Waffenruhe hält\n\n", "Waffenruhe hält"),
        ("Waffenruhe hält\n\nZweifel bleiben\n\n", "Waffenruhe hält"),
        ("Meinung\nWaffenruhe hält\n\n", "Waffenruhe hält"),
        (
            "Im Gespräch\n\n„Wir reden weiter“\n\nEin Minister über den See\n\n",
            "„Wir reden weiter“",
        ),
        ("• Minister verhandeln lange am See\n\n", None),
        ("Fischer warten am Ufer. (Foto: AP)\n\n", None),
        ("Genf (dpa) - ", None),
        ("Brüssel/Genf.\n\n", None),
        ("Foto: dpa\n\nMinister verhandeln am See\n\n", TITLE),
        ("„Wir reden weiter“\n\n", "„Wir reden weiter“"),
        ("Was wird aus Genf?\n\n", "Was wird aus Genf?"),
        ("", None),
    ],
)
def test_title(read: Read, head: str, title: str | None) -> None:
    assert read(head + BODY).title == title


def test_title_of_the_file(read: Read) -> None:
    found = Metadata(title="Vorlage 3")
    assert read(f"{TITLE}\n\n{BODY}", found=found, form="html").title == "Vorlage 3"
    assert read(f"{TITLE}\n\n{BODY}", found=found, form="docx").title == TITLE
    assert read(BODY, given=Metadata(title="Am See"), found=found).title == "Am See"


@pytest.mark.parametrize(
    ("text", "uri", "metadata", "expected"),
    [
        (BODY, "a.txt", {"given": "2016-02-03T10:00+01:00"}, ("2016-02-03", "given")),
        (BODY, "a.txt", {"given": "3. Februar 2016"}, ("2016-02-03", "given")),
        (BODY, "a.txt", {"found": "2016-02-03"}, ("2016-02-03", "metadata")),
        (BODY, "archiv/2016-02-03_see.txt", {}, ("2016-02-03", "metadata")),
        (BODY, "archiv/20160203.txt", {}, ("2016-02-03", "metadata")),
        (f"Genf, 3. Februar 2016 (AFP) - {BODY}", "a.txt", {}, ("2016-02-03", "dateline")),
        (f"Genf, 03.02.2016. {BODY}", "a.txt", {}, ("2016-02-03", "dateline")),
        (f"{TITLE}\n\nStand: 03.02.2016, 17:20 Uhr\n\n{BODY}", "a.txt", {}, ("2016-02-03", "text")),
        (f"{BODY} (jb, APA, 3.2.2016)", "a.txt", {}, ("2016-02-03", "text")),
        (
            f"{TITLE}\n3. Februar 2016, 17:20 Uhr Quelle: dpa\n{BODY}",
            "a",
            {},
            ("2016-02-03", "text"),
        ),
        (f"{BODY} Heute, am 3. Februar 2016, ist Ruhe.", "a.txt", {}, (None, None)),
        (f"{BODY} Heute, 3. Februar 2016, ist Ruhe.", "a.txt", {}, ("2016-02-03", "text")),
        (f"Genf, 3. Mai (AFP) - {BODY}", "a.txt", {}, (None, None)),
        (f"{BODY} Am 3. Februar 2016 begann alles.", "a.txt", {}, (None, None)),
        (f"{TITLE}\n\n1. Mai 2016\n\n{BODY}\n\n2. Mai 2016", "a.txt", {}, (None, None)),
        (BODY, "000_01ba4634d31641d2.txt", {}, (None, None)),
        (BODY, "a.txt", {"given": "2016-02-31"}, (None, None)),
        (BODY, "a.txt", {"given": "gestern", "found": "2016-02-03"}, ("2016-02-03", "metadata")),
    ],
)
def test_published(
    read: Read, text: str, uri: str, metadata: dict[str, str], expected: tuple[str | None, ...]
) -> None:
    given, found = (Metadata(published=metadata.get(key)) for key in ("given", "found"))
    article = read(text, given, found, uri)
    assert (article.published, article.published_from) == expected


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"{TITLE}\n\n{BODY}", "news"),
        (f"Analyse: {TITLE}\n\n{BODY}", "analysis"),
        (f"Hintergrund: {TITLE}\n\n{BODY}", "analysis"),
        (f"Kommentar: {TITLE}\n\n{BODY}", "commentary"),
        (f"Leitartikel | {TITLE}\n\n{BODY}", "commentary"),
        (f"{TITLE}\n\nEin Kommentar von Jana Beispiel\n\n{BODY}", "commentary"),
        (f"{TITLE}\n\nEine Analyse von Jana Beispiel\n\n{BODY}", "analysis"),
        (f"Interview: {TITLE}\n\n{BODY}", "interview"),
        (f"{TITLE}\n\n{BODY}\n\nDie Fragen stellte Jana Beispiel.", "interview"),
        (f"Chronologie: {TITLE}\n\n{BODY}", "other"),
        (f"{TITLE}\n\n{BODY}\n\nHintergrund\n\n{MORE}", "news"),
        (f"Kommentare aus Moskau empören Berlin\n\n{BODY}", "news"),
        ("Am See\n\n" + "Wer verhandelt hier?\n\nAlle, die kommen wollten.\n\n" * 3, "interview"),
        ("Am See\n\n" + "Zeitung: Und jetzt?\n\nMuster: Wir warten ab.\n\n" * 3, "interview"),
    ],
)
def test_genre(read: Read, text: str, genre: str) -> None:
    assert read(text).genre == genre


def test_given_genre(read: Read) -> None:
    assert read(BODY, given=Metadata(genre="Leitartikel")).genre == "commentary"
    assert read(f"Analyse: {BODY}", given=Metadata(genre="news")).genre == "news"


def test_an_opinion_without_label_is_a_commentary(read: Read) -> None:
    text = (
        "Der Preis der Ruhe\n\nDie Einigung ist bitter, und doch ist sie richtig. Wer jetzt nein "
        "sagt, muss erklären, wie es weitergehen soll. Natürlich darf niemand vergessen, wer "
        "diesen Krieg begonnen hat. Aber Vergeltung wäre schlicht falsch.\n\nEuropa sollte daraus "
        "lernen. Es muss reden, auch mit Gegnern, und es darf sich nicht wieder auf andere "
        "verlassen. Immerhin sitzen nun alle an einem Tisch, und das ist kaum zu überschätzen."
    )
    assert read(text).genre == "commentary"


@pytest.mark.parametrize(
    ("text", "uri", "outlet"),
    [
        (BODY, "https://www.taz.de/artikel/1", "taz"),
        (BODY, "https://www.nirgends.example/artikel/1", None),
        (f"{BODY}\n\njana.beispiel@tagesspiegel.de", "a.txt", "Der Tagesspiegel"),
        (f"{BODY}\n\nZur SZ-Startseite", "a.txt", "Süddeutsche Zeitung"),
        (f"{BODY} Das berichtete die Süddeutsche Zeitung.", "a.txt", None),
        (f"{BODY}\n\nFoto: Die Zeit", "a.txt", None),
    ],
)
def test_outlet(read: Read, text: str, uri: str, outlet: str | None) -> None:
    assert read(text, uri=uri).outlet == outlet


def test_given_outlet(read: Read) -> None:
    found = Metadata(outlet="Elbauer Tageblatt")
    assert read(BODY, found=found).outlet == "Elbauer Tageblatt"
    assert read(BODY, given=Metadata(outlet="Neue"), found=found).outlet == "Neue"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "de"),
        ("Waffenruhe in Aleppo", "de"),
        ("The ministers met in a hotel by the lake on Monday and agreed to talk again soon.", "en"),
        ("Les ministres se sont rencontrés lundi dans un hôtel au bord du lac.", "fr"),
        ("12345 --- 67890", "und"),
        ("", "und"),
    ],
)
def test_language(read: Read, text: str, language: str) -> None:
    assert read(text).language == language
