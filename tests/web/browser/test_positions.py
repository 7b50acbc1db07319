"""Positions in a real browser: no wider than the screen, accessible in light and dark."""

import pytest

from lagebild.web.view import View
from tests.web.browser.conftest import Served
from tests.web.pages.disputes import at_once, written


@pytest.fixture
def served(tmp_path, monkeypatch):
    monkeypatch.setattr(View, "in_background", at_once)
    with Served(written(tmp_path / "lage.case")) as server:
        yield server


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_not_wider_than_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/positions")
    assert page.get_by_role("heading", name="Schutzzone").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(launched, served, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = launched.new_context(base_url=served.address, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto("/positions")
    found = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"][:3]])
        for fault in axe.run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    context.close()
    assert found == []
