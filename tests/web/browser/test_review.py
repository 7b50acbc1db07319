"""A review session in a real browser, by keyboard: two people code the same findings."""

import pytest

from lagebild.case import Case
from lagebild.case.reviews import reviews
from tests.case.builders import read_article
from tests.web.browser.conftest import Served
from tests.web.conftest import VERSION

WORD = """(wanted) => {
  const context = document.getElementById("context");
  const walker = document.createTreeWalker(context, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent.indexOf(wanted);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + wanted.length);
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}"""


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "lage.case"
    with Case(path, create=True) as case:
        case.write(read_article(), VERSION)
        case.settle(VERSION)
    return path


@pytest.fixture
def served(case_file):
    with Served(case_file) as server:
        yield server


def said(path):
    """Return coder, verdict and kind of all reviews, with a mark at those undone."""
    with Case(path) as case, case.looking() as connection:
        every = reviews(connection)
    return [(r.made_by, r.verdict, r.kind, r.undone_at is not None) for r in every]


def select(page, word):
    """Select a word of the text as a person does: by a double click."""
    page.locator("#context").scroll_into_view_if_needed()
    page.mouse.dblclick(*page.evaluate(WORD, word))


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def waiting(page):
    return int(page.locator(".head p").inner_text().split()[0])


def test_two_people_code_an_article_by_keyboard(page, case_file):
    page.goto("/review?kind=event")
    many = waiting(page)
    press(page, "a")
    assert waiting(page) == many - 1
    press(page, "u")
    assert waiting(page) == many
    assert said(case_file) == [("Ada", "accept", "event", True)]

    select(page, "Waffenruhe")
    page.keyboard.press("w")
    assert page.get_by_label("Wörter im Text").input_value() == "Waffenruhe"
    page.locator("#j-type").select_option("THREATEN")
    page.get_by_label("Stand").select_option("planned")
    page.get_by_label("An, gegen").fill("Angela Merkel")
    page.get_by_role("button", name="Berichtigt speichern").click()
    with Case(case_file) as case:
        (event,) = case.events()
    assert (event.type, event.status, event.words) == ("THREATEN", "planned", "Waffenruhe")
    assert event.targets == ("person:merkel",)

    page.goto("/review?kind=figure")
    press(page, "r")
    with Case(case_file) as case:
        assert case.figures() == []

    page.goto("/review?kind=statement")
    page.get_by_role("link", name="Fehlendes ergänzen").click()
    page.get_by_role("link", name="Ereignis", exact=True).click()
    select(page, "trafen")
    page.keyboard.press("w")
    page.locator("#j-type").select_option("CONSULT")
    page.get_by_label("Stand").select_option("occurred")
    page.get_by_label("Von", exact=True).fill("Merkel")
    page.get_by_role("button", name="Ergänzen").click()
    assert page.locator(".aimed").inner_text() == "trafen"

    page.get_by_text("anderer Name").click()
    page.get_by_label("Name", exact=True).fill("Ben")
    page.get_by_role("button", name="Speichern", exact=True).click()
    page.goto("/review?kind=event")
    press(page, "a")
    press(page, "r")
    page.get_by_role("link", name="Vergleich").click()
    table = page.get_by_role("region", name="Krippendorffs Alpha")
    assert "vorhanden" in table.inner_text()
    assert "Ada" in page.locator("table").last.inner_text()
    names = [(coder, verdict) for coder, verdict, _, _ in said(case_file)]
    assert names[1:] == [
        ("Ada", "correct"), ("Ada", "reject"), ("Ada", "add"), ("Ben", "accept"), ("Ben", "reject"),
    ]  # fmt: skip


def test_what_is_refused_says_why_beside_what_was_written(page):
    page.goto("/review?kind=event")
    page.get_by_label("An, gegen").fill("Niemand")
    with page.expect_response(lambda answer: answer.status == 422):
        page.get_by_role("button", name="Berichtigt speichern").click()
    said = page.get_by_role("alert").inner_text()
    assert "Kein Akteur dieses Falls heißt „Niemand“." in said
    assert page.get_by_label("An, gegen").input_value() == "Niemand"
    page.get_by_label("An, gegen").fill("Angela Merkel")
    with page.expect_navigation():
        page.get_by_role("button", name="Berichtigt speichern").click()
    assert page.get_by_text("Letztes zurücknehmen (berichtigt").is_visible()
    page.faults.clear()  # the browser notes the 422


@pytest.mark.parametrize(
    "address", ["/review?kind=event", "/review?kind=figure", "/review/compare"]
)
def test_fits_the_screen_without_serious_faults(page, address):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto(address)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    faults = axe.run(page).response["violations"]
    assert [f["id"] for f in faults if f["impact"] in ("serious", "critical")] == []
