from collections.abc import Callable

import pytest

from lagebild.articles.article import Article
from lagebild.spans import Span
from tests.articles.conftest import BODY, MORE, marked

Read = Callable[..., Article]


@pytest.mark.parametrize(
    "line",
    [
        "Foto: dpa",
        "(Foto: AFP)",
        "Bild: Reuters",
        "Foto: Jana Beispiel/dpa",
        "Fotos: picture alliance / AP",
        "© Getty Images",
        "Foto © Reuters",
        "(picture alliance / dpa / Jana Beispiel)",
        "AFP/Getty Images",
        "Artikel vom 12.05.2015",
        "Mittwoch, 12.05.2015, 14:30 Uhr",
        "Aktualisiert am 12.05.2015-14:30",
        "12. Mai 2015, 14:30 Uhr Quelle: Elbauer Tageblatt, dpa, AFP",
        "123 Kommentare",
        "Aus Genf berichtet Jana Beispiel",
        "Archivfoto: imago",
        "(Archivbild)",
        "Von Jana Beispiel, Genf",
        "Von unserer Korrespondentin Jana Beispiel",
        "VON JANA BEISPIEL",
        "Ein Kommentar von Jana Beispiel",
        "Zur Startseite",
        "Zur TB-Startseite",
        "Lesen Sie mehr zum Thema",
        "Lesen Sie auch: Was die Minister wirklich wollten",
        "Mehr zum Thema",
        "Weitere Artikel zum Thema",
        "Jetzt entdecken",
        "Gutscheine:",
        "Bildergalerie zum Gipfel:",
        "jana.beispiel@tageblatt.example",
        "E-Mail: redaktion@tageblatt.example",
        "Artikel teilen",
        "Facebook Twitter WhatsApp",
        "Drucken",
        "Anzeige",
        "Mit einem Abo lesen Sie alle Artikel: jetzt registrieren",
        "Dieser Artikel ist nur für Abonnenten.",
        "© Elbauer Tageblatt, alle Rechte vorbehalten",
        "Lesezeit: 4 Minuten",
        "3 Min. Lesezeit",
        "Stand: 12.05.2015, 14:30 Uhr",
        "dpa/AFP",
        "(dpa)",
        "(jb)",
        "Quelle: dpa",
        "dpa-infocom, dpa:150512-99-01234/2",
        "Rubriklistenbild: © Jana Beispiel/dpa",
        "12.05.2015, 14:30 Uhr | Lesedauer: 3 Min",
        "(Schluss) jb/om",
        "/jb/DP/om",
        "epd lmw jb",
        "(KNA - qkoln-89-00123)",
        "(Reporter: Jana Beispiel und Otto Muster; redigiert von Tom Exempel)",
        "(Bericht von Jana Beispiel, geschrieben von Otto Muster. Fragen bitte an die Redaktion)",
        "(Text: Jana Beispiel / Foto: Otto Muster)",
        "(Jana Beispiel aus Genf, 12.5.2015)",
        "Der Autor ist Professor für Völkerrecht in Elbau.",
        "Schlagwörter: Genf, See, Minister",
        "Das Wichtigste in Kürze",
        "Über dieses Thema berichtete der Rundfunk am 12. Mai 2015 um 12:00 Uhr.",
        "Immer auf dem Laufenden? Jetzt unsere App laden!",
        "Haben Sie einen Fehler gefunden? Schreiben Sie an redaktion@tageblatt.example",
    ],
)
def test_a_line_that_is_furniture_is_marked_after_the_body(read: Read, line: str) -> None:
    assert line in marked(read(f"Minister verhandeln am See\n\n{BODY}\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Das Foto zeigt den Minister mit seinem Kollegen.",
        "Es war ein Bild: Frauen und Kinder an der Grenze.",
        "Dieser Artikel des Vertrags verpflichtet alle Mitglieder zum Beistand.",
        "Mehr als hundert Menschen demonstrierten vor dem Hotel.",
        "Von Aleppo bis Damaskus schweigen die Waffen.",
        "Jetzt entdecken die Europäer ihre Verantwortung.",
        "Nach Berichten der Agentur Tass hat der Minister abgesagt.",
        "Der Sprecher verwies auf die Agentur Interfax.",
        "Mit einem Appell endete das Treffen.",
        "Neue Hoffnung am See",
        "Folgen für die Region",
        "Angebote beider Seiten",
        "Kommentare aus Moskau",
        "Wer teilt, gewinnt",
        "„Wir reden weiter“",
        "Die App der Regierung soll jeder herunterladen können.",
        "Das Blatt berichtete darüber am 12. Mai 2015.",
        "Jana Beispiel ist Außenministerin.",
        "Der Autor des Entwurfs ist der Minister selbst.",
        "Fehler entdeckt die Kommission fast jede Woche.",
    ],
)
def test_a_line_of_the_report_is_not_marked(read: Read, line: str) -> None:
    assert marked(read(f"Minister verhandeln am See\n\n{BODY}\n\n{line}\n\n{MORE}")) == []


def test_credits_at_the_end_of_a_caption_are_marked_alone(read: Read) -> None:
    for credit in ("Foto: AFP", "(Foto: AP)", "© dpa", "Bild: Max Muster/Reuters", "(Archivbild)"):
        caption = f"Fischer am Ufer warten auf besseres Wetter. {credit}"
        assert marked(read(f"{caption}\n\n{BODY}")) == [credit]


def test_a_caption_that_repeats_the_body_is_marked_whole(read: Read) -> None:
    caption = "Unterhändler beider Seiten haben sich in einem Hotel am See getroffen."
    article = read(f"Minister verhandeln\n\n{caption} (Foto: AP)\n\nGenf (dpa) - {BODY}")
    assert marked(article) == [f"{caption} (Foto: AP)"]


def test_bullets_that_sum_up_are_marked_and_others_stay(read: Read) -> None:
    repeats = "• Die Unterhändler beider Seiten haben sich in einem Hotel getroffen."
    own = "• Das Rote Kreuz schickt zwölf Lastwagen mit Zelten nach Norden."
    article = read(f"Minister verhandeln am See\n\n{repeats}\n{own}\n\n{BODY}")
    assert marked(article) == [repeats]


def test_the_same_passage_twice_is_marked_once(read: Read) -> None:
    quote = "Ein Sprecher sagte, man habe einander zugehört."
    article = read(f"Minister verhandeln am See\n\n{BODY}\n\n{quote}\n\n{MORE}")
    assert marked(article) == [quote]


def test_a_caption_in_the_middle_is_marked_where_it_repeats(read: Read) -> None:
    repeats = "Händler öffneten ihre Geschäfte auf der Hauptstraße zum ersten Mal"
    own = "Im Hafen liegt seit Wochen ein Schiff mit Getreide fest"
    for caption, expected in ((repeats, [f"{repeats} Foto: AFP"]), (own, ["Foto: AFP"])):
        article = read(f"Minister verhandeln am See\n\n{BODY}\n\n{caption} Foto: AFP\n\n{MORE}")
        assert marked(article) == expected


def test_a_link_in_the_text_does_not_take_the_crosshead_below_it(read: Read) -> None:
    link = "Lesen Sie auch: Was die Minister am See wirklich wollten"
    article = read(f"Minister verhandeln am See\n\n{BODY}\n\n{link}\n\nNeue Hoffnung\n\n{MORE}")
    assert marked(article) == [link]


def test_related_links_end_where_the_text_goes_on(read: Read) -> None:
    links = "Mehr zum Thema\nWer zahlt für den Gipfel?\nWas der Minister verschweigt"
    article = read(f"Minister verhandeln am See\n\n{BODY}\n\n{links}\n\n{MORE}")
    assert "".join(marked(article)) == links.replace("\n", "")


def test_a_headline_of_another_report_is_marked_and_a_crosshead_stays(read: Read) -> None:
    first, second = BODY.split("\n\n")
    other = "Kanzlerin eröffnet neue Schwebebahn in Wuppertal"
    crosshead = "Händler öffnen ihre Geschäfte"
    article = read(
        f"Minister verhandeln am See\n\n{first}\n\n{other}\n\n{second}\n\n{crosshead}\n\n{MORE}"
    )
    assert marked(article) == [other]


def test_a_remark_in_brackets_leaves_its_sentence_in_the_body(read: Read) -> None:
    article = read(f"Minister verhandeln\n\nDas Treffen war geheim (wir berichteten). {BODY}")
    assert marked(article) == ["(wir berichteten)"]
    start = article.text.index("Das Treffen")
    assert article.body(Span(start, article.text.index("geheim") + 30))
    assert not article.body(article.boilerplate[0])


def test_a_note_on_the_author_is_marked_and_one_on_others_stays(read: Read) -> None:
    notes = "Jana Beispiel ist Korrespondentin in Genf.", "Otto Muster ist Korrespondent in Genf."
    text = "\n\n".join(["Minister verhandeln", "Von Jana Beispiel", BODY, *notes])
    assert marked(read(text)) == ["Von Jana Beispiel", notes[0]]


def test_a_label_before_the_body_is_no_block_of_links(read: Read) -> None:
    article = read(f"Mehr zu Syrien: Minister verhandeln\n\n{BODY}")
    assert marked(article) == []
    assert article.title == "Mehr zu Syrien: Minister verhandeln"
