"""axe-core finds nothing serious, in light and dark, on a wide and a narrow screen."""

import pytest

ADDRESSES = (
    "/",
    "/articles",
    "ARTICLE",
    "/actors",
    "/actors/state:RUS",
    "/statements",
    "/events",
    "/commitments",
    "/figures",
    "/search?q=Waffenruhe",
    "/search",
    "/decisions",
    "/api",
    "/nowhere",
)
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_nothing_serious(launched, served, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = launched.new_context(
        base_url=served.address,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto("/articles")
    article = page.locator("tbody a").first.get_attribute("href")
    found = []
    for address in ADDRESSES:
        page.goto(article if address == "ARTICLE" else address)
        for fault in axe.run(page).response["violations"]:
            if fault["impact"] in SERIOUS:
                nodes = [node["html"][:160] for node in fault["nodes"][:3]]
                found.append((address, fault["id"], nodes))
    context.close()
    assert found == []
