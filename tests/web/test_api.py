"""The API as a whole: no request, whether it fits its description or not, ends in our error."""

from contextlib import suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from lagebild.case import Case
from lagebild.web import Options, create_app
from tests.case.builders import TEXT, read_article
from tests.web.conftest import VERSION, browser

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
OWN_HOST = {"Host": "127.0.0.1"}


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    path = tmp_path_factory.mktemp("api") / "lage.case"
    with Case(path, create=True) as case:
        case.write(read_article(TEXT, "a.txt"), VERSION)
        case.settle(VERSION)
    app = create_app(path, Options(coder="Ada"))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=OWN_HOST)


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_no_request_ends_in_an_error_of_ours(described, mode):
    asked = 0
    for result in described.get_all_operations():
        operation = result.ok()
        if operation.method != "get":
            continue
        asked += 1
        fuzz(operation, schemathesis.GenerationMode(mode))
    assert asked > 15


def fuzz(operation, mode):
    @settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(request):
        request.validate_response(request.call(headers=OWN_HOST), checks=CHECKS)

    with suppress(Unsatisfiable):  # an address without parameters has no wrong ones
        ask()


@pytest.mark.parametrize("path", ["/api", "/api/nothing", "/api/articles/x", "/api/actors/x:y"])
def test_an_error_has_one_shape(browse, path):
    answer = browse.get(path)
    if answer.status_code == 404:
        assert set(answer.json()["error"]) == {"problem", "remedy"}
    else:
        assert path == "/api"


def test_the_description_names_each_list(browse):
    paths = browse.get("/api/openapi.json").json()["paths"]
    for name in ("articles", "actors", "statements", "events", "commitments", "search"):
        assert {f"/api/{name}", f"/api/{name}.csv", f"/api/{name}.json"} <= set(paths)


def test_a_change_by_a_program_needs_the_token_too(case_file):
    with browser(case_file) as browse:
        answer = browse.post("/decisions/forget", json={"key": "state:RUS"})
    assert answer.status_code == 403
