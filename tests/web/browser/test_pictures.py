"""Pictures in a real browser: windows by mouse and keys, both widths, no serious fault."""

import re

import pytest

from tests.web.browser.conftest import Served

WAIT_MS = 15_000
PAGES = ("/timeline", "/timeline?lanes=place", "/network", "/map", "/map?view=0.5,0.6,1.0")


@pytest.fixture
def look(launched, crowd_file):
    """Return a function that opens an address of the made case at a width."""
    contexts = []
    with Served(crowd_file) as server:

        def opened(address, width=1280, scheme="light"):
            context = launched.new_context(
                base_url=server.address,
                locale="de-DE",
                color_scheme=scheme,
                viewport={"width": width, "height": 900},
                bypass_csp=scheme == "dark",
            )
            contexts.append(context)
            page = context.new_page()
            page.faults = []
            page.on("pageerror", lambda error: page.faults.append(str(error)))
            page.on("console", lambda m: m.type == "error" and page.faults.append(m.text))
            page.goto(address)
            return page

        yield opened
        for context in contexts:
            context.close()


def drag(page, selector, start, end):
    """Drag from one share of an element's width to another."""
    element = page.locator(selector).first
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    y = box["y"] + min(60, box["height"] / 2)
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y + 1)
    page.mouse.move(box["x"] + end * box["width"], y + 2)
    page.mouse.up()


def test_dragging_across_the_timeline_chooses_a_window(look):
    page = look("/timeline")
    before = page.locator(".picture-window").inner_text()
    drag(page, ".picture-wide svg", 0.4, 0.6)
    page.wait_for_url(re.compile("since=.*until="), timeout=WAIT_MS)
    assert page.locator(".picture-window").inner_text() != before
    since, until = re.search(r"since=([\d-]+).*until=([\d-]+)", page.url).groups()
    listed = page.locator("[data-picture] h2 a").first
    assert f"since={since}" in listed.get_attribute("href")
    assert f"until={until}" in listed.get_attribute("href")
    page.go_back()
    page.wait_for_function(
        "before => document.querySelector('.picture-window').innerText === before",
        arg=before,
        timeout=WAIT_MS,
    )
    assert page.faults == []


def test_the_whole_time_below_chooses_a_window_too(look):
    page = look("/timeline?since=2014-06&until=2014-07")
    drag(page, ".picture-wide .context", 0.1, 0.9)
    page.wait_for_url(re.compile("since=2014-0[1-5].*until=201[78]"), timeout=WAIT_MS)


def test_skipping_to_the_content_leaves_the_picture_in_place(look):
    page = look("/timeline")
    page.evaluate("document.querySelector('[data-picture]').dataset.same = 'yes'")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    assert page.locator("[data-same]").count() == 1
    assert page.evaluate("document.activeElement.id") == "f-q"


def test_ties_are_one_stop_for_the_tab_key(look):
    page = look("/network")
    picture = page.locator(".picture-wide svg").first
    ties, discs = picture.locator("g[data-roving]").all()
    for group in (ties, discs):
        assert group.locator("a").count() > 3
        assert group.locator("a[tabindex='0']").count() == 1


def test_buttons_change_the_picture_and_keep_the_focus(look):
    page = look("/timeline")
    page.locator(".picture-tools a", has_text="Vergrößern").first.click()
    page.wait_for_url(re.compile("since="), timeout=WAIT_MS)
    page.wait_for_function("document.activeElement.textContent === 'Vergrößern'", timeout=WAIT_MS)


def test_arrow_keys_go_from_mark_to_mark(look):
    page = look("/timeline?since=2014-02&until=2014-02&lanes=place")
    marks = page.locator(".picture-wide g[data-roving]:has(.mark) a")
    marks.first.focus()
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") != first
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first


def test_the_slider_goes_to_a_step_and_nobody_moves(look):
    page = look("/network")
    places = (
        "[...document.querySelectorAll('.picture-wide circle.node')].map(c => c.getAttribute('cx'))"
    )
    before = page.evaluate(places)
    page.locator("input[type=range]").evaluate(
        "slider => { slider.value = 2; slider.dispatchEvent(new Event('change')); }"
    )
    page.wait_for_url(re.compile("since="), timeout=WAIT_MS)
    assert page.evaluate(places) == before
    assert page.faults == []


def test_dragging_moves_the_map(look):
    page = look("/map?view=0.5,0.6,1.0")
    drag(page, ".picture-wide svg", 0.7, 0.4)
    page.wait_for_url(lambda url: "view=0.5,0.6" not in url, timeout=WAIT_MS)
    x = float(re.search(r"view=([\d.]+)", page.url)[1])
    assert x == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_fits_the_screen_and_shows_one_picture(look, address, width):
    page = look(address, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown = [svg for svg in page.locator("[data-picture] svg.picture").all() if svg.is_visible()]
    sizes = {svg.get_attribute("aria-label") for svg in shown}
    assert len(shown) == len(sizes)
    assert page.faults == []


@pytest.mark.parametrize("address", [*PAGES, "/network?most=60"])
@pytest.mark.parametrize("width", [360, 1280])
def test_labels_of_pictures_do_not_overlap(look, address, width):
    """Words of a picture keep apart as the browser sets them; a hair's breadth may touch."""
    page = look(address, width)
    overlaps = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll('svg.picture text:not(.letter)')]
            .map((t) => [t.getBoundingClientRect(), t.textContent])
            .filter(([b]) => b.width > 0);
          const found = [];
          boxes.forEach(([a, one], i) => boxes.slice(i + 1).forEach(([b, other]) => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 2 && high > 4) found.push(`${one} / ${other}`);
          }));
          return found;
        }"""
    )
    assert overlaps == []


@pytest.mark.parametrize("address", PAGES)
def test_no_serious_fault(look, address):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = look(address, scheme="dark")
    faults = axe.run(page).response["violations"]
    assert [f["id"] for f in faults if f["impact"] in ("serious", "critical")] == []
