"""The network's page: places that stay, windows, what is hidden, and what lies behind a tie."""

import dataclasses
import re
from urllib.parse import unquote

import pytest

from lagebild.case import Case
from lagebild.findings.finding import Actor
from lagebild.picture.ties import ties
from tests.case.builders import read_article
from tests.web.conftest import VERSION, browser


def circles(page):
    """Return the places of the discs of the wide picture, by the actors' addresses."""
    wide = page.split('class="picture-narrow"')[0]
    found = re.findall(
        r'<a href="([^"]+)"[^>]*><title>[^<]*</title><circle cx="([^"]+)" cy="([^"]+)"', wide
    )
    return {
        re.search(r"actor=([^&]+)", href).group(1): (x, y)
        for href, x, y in found
        if "actor=" in href
    }


def relations_in(page):
    return {
        unquote(h.replace("&amp;", "&"))
        for h in re.findall(r'href="(/network/relation[^"]+)"', page)
    }


def test_who_deals_with_others_is_shown(crowd, crowd_file):
    with Case(crowd_file) as case:
        counted = ties(case).counted
    amounts = counted.assign(size=counted["weight"].abs()).groupby("source")["size"].sum()
    first = amounts.sort_values(ascending=False).index[:5]
    assert set(first) <= {unquote(key) for key in circles(crowd.get("/network").text)}


def test_places_stay_from_window_to_window(crowd):
    whole = circles(crowd.get("/network").text)
    part = circles(crowd.get("/network?since=2014-03&until=2014-09").text)
    assert whole == part


def test_an_empty_window_dims_everybody(crowd):
    page = crowd.get("/network?since=1990&until=1991").text
    assert len(re.findall('class="idle"', page)) >= len(circles(page)) > 0
    assert not relations_in(page)


def test_each_tie_leads_to_the_words_behind_it(crowd):
    addresses = relations_in(crowd.get("/network").text)
    assert addresses
    for address in addresses:
        answer = crowd.get(address)
        assert answer.status_code == 200
        assert 'href="/findings/' in answer.text


def test_sums_behind_a_tie_are_those_of_the_relation(crowd, crowd_file):
    with Case(crowd_file) as case:
        counted = ties(case).counted
    first = counted[counted["weight"] > 0].iloc[0]
    both = counted[(counted["source"] == first.source) & (counted["target"] == first.target)]
    wanted = both[both["weight"] > 0]["weight"].sum()
    page = crowd.get("/network/relation", params={"a": first.source, "b": first.target}).text
    assert f'<td class="number">{round(wanted, 1):g}</td>'.replace(".", ",") in page


def test_one_sign_only(crowd):
    address = next(iter(relations_in(crowd.get("/network").text)))
    base = re.sub(r"&?sign=\w+", "", address)
    counts = [
        crowd.get(f"{base}{sign}").text.count('<td class="said">')
        for sign in ("", "&sign=cooperation", "&sign=conflict")
    ]
    assert counts[0] == counts[1] + counts[2]


def test_ego_view_marks_its_centre(crowd, crowd_file):
    key = unquote(next(iter(circles(crowd.get("/network").text))))
    page = crowd.get("/network", params={"actor": key}).text
    assert "node bloc-0 centre" in page or re.search(r"node bloc-\d centre", page)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?actor=Niemand Nirgendwo", 422),
        ("?most=4", 422),
        ("?most=61", 422),
        ("?since=2016&until=2015", 422),
        ("?type=WAR", 422),
        ("/relation?a=x&b=y", 404),
        ("/relation?a=x", 422),
        ("/picture.gif", 422),
    ],
)
def test_what_makes_no_sense_is_refused(crowd, query, status):
    assert crowd.get(f"/network{query}").status_code == status


def test_fewer_actors_say_how_many_are_hidden(crowd):
    everybody = len(circles(crowd.get("/network?most=60").text))
    page = crowd.get("/network?most=5").text
    assert len(circles(page)) <= 5 < everybody
    assert "nicht gezeigt" in page


def test_slider_has_an_address_for_each_step(crowd):
    page = crowd.get("/network").text
    steps = re.search(r'data-steps="([^"]+)"', page).group(1)
    assert steps.count("since=") == int(re.search(r'type="range" min="0" max="(\d+)"', page)[1]) + 1


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_the_picture_can_be_saved(crowd, kind, start):
    assert crowd.get(f"/network/picture.{kind}").content.startswith(start)


def test_the_same_as_json(crowd, crowd_file):
    with Case(crowd_file) as case:
        counted = ties(case).counted
    answer = crowd.get("/api/network?most=60").json()
    keys = {actor["key"] for actor in answer["actors"]}
    for tie in answer["ties"]:
        assert {tie["source"], tie["target"]} <= keys
    tie = answer["ties"][0]
    own = counted[(counted["source"] == tie["source"]) & (counted["target"] == tie["target"])]
    assert own["weight"].clip(lower=0).sum() == pytest.approx(tie["cooperation"], abs=0.001)
    assert -own["weight"].clip(upper=0).sum() == pytest.approx(tie["conflict"], abs=0.001)


def test_blocs_join_friends_and_part_enemies(crowd):
    """The made case has two blocs; most weight within is cooperation, between them conflict."""
    answer = crowd.get("/api/network?most=40").json()
    bloc = {actor["key"]: actor["bloc"] for actor in answer["actors"]}
    balance = {True: 0.0, False: 0.0}
    for tie in answer["ties"]:
        a, b = bloc[tie["source"]], bloc[tie["target"]]
        if a and b:
            balance[a == b] += tie["cooperation"] - tie["conflict"]
    assert balance[True] > 0 > balance[False]


def test_a_filtered_tie_leads_to_what_the_filter_left(crowd):
    page = crowd.get("/network?type=AGREE").text
    addresses = relations_in(page)
    assert addresses
    assert all("type=AGREE" in address for address in addresses)
    behind = crowd.get(next(iter(sorted(addresses)))).text
    assert set(re.findall(r'class="chip event (\w+)', behind)) == {"agree"}


def test_groups_without_a_name_are_called_after_their_article(tmp_path):
    people = Actor("group:-:menschen", "Menschen", "group")
    read = read_article()
    event = dataclasses.replace(read.findings.events[0], type="AID", targets=(people.key,))
    findings = dataclasses.replace(
        read.findings, actors=(*read.findings.actors, people), events=(event,), commitments=()
    )
    with Case(tmp_path / "a.case", create=True) as case:
        case.write(dataclasses.replace(read, findings=findings), VERSION)
        case.settle(VERSION)
    with browser(tmp_path / "a.case") as browse:
        page = browse.get("/network").text
        assert "Menschen (15. Feb. 2016)" in page
        assert 'href="/actors/group:-:menschen"' in page
        assert browse.get("/actors/group:-:menschen").status_code == 200
        (relation, *_) = relations_in(page)
        assert "Menschen (15. Feb. 2016)" in browse.get(relation).text


def test_an_actors_page_does_not_wait_for_its_network(crowd_file):
    with browser(crowd_file) as browse:
        key = browse.get("/api/network").json()["actors"][0]["key"]
    with browser(crowd_file) as browse:  # nothing is kept yet
        page = browse.get(f"/actors/{key}").text
        later = re.search(r'data-later="([^"]+)"', page)[1]
        part = browse.get(later)
        assert part.status_code == 200
        assert part.text.count("<svg") == 2
        assert "data-later" not in browse.get(f"/actors/{key}").text
        assert browse.get("/network/around/person:nobody").status_code == 404
