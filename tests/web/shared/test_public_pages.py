"""Pages for everybody: report, zone, help, privacy; and the switch to larger letters."""

import re

import pytest

from lingong.accounts.models import User
from lingong.markets.models import Market, MarketState, Tier
from lingong.web.shared.stations import stations_for
from lingong.web.shared.way_back import local_path
from tests.cast import COUNTY, OTHER_COUNTY, Cast

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def station(code, region, **facts) -> Market:
    facts = {"name": code, "tier": Tier.STATION, "state": MarketState.OPEN, "address": "人民路 1 号", **facts}
    return Market.objects.create(code=code, region=region, **facts)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/report/", ("举报投诉", "12333", "身份证", "网上直接填的还没开通")),
        ("/zone/", ("用工", "求职", "培训", "维权")),
        ("/help/", ("全部免费", "报名", "确认", "签约", "到岗", "完工", "收钱", "评价")),
        ("/privacy/", ("加密", "不卖给任何人")),
    ],
)
def test_everybody_may_read(client, path, words):
    page = client.get(path)
    assert page.status_code == 200
    assert all(word in text_of(page) for word in words)
    assert client.post(path).status_code == 405


def test_the_report_names_the_page_one_came_from_on_this_site_only(client):
    assert "/gigs/1/" in text_of(client.get("/report/?from=/gigs/1/"))
    for odd in ("//evil.example/", "https://evil.example", "<script>"):
        assert "evil" not in text_of(client.get("/report/", {"from": odd}))
        assert "<script>" not in client.get("/report/", {"from": odd}).content.decode().split("<main")[1]


def test_the_report_names_stations_of_the_own_district(client):
    station("宿豫驿站", COUNTY, contact="0527-1")
    station("牡丹驿站", OTHER_COUNTY)
    client.force_login(Cast().wang.person.account)
    text = text_of(client.get("/report/"))
    assert "宿豫驿站" in text
    assert "0527-1" in text
    assert "牡丹驿站" not in text


def test_stations_are_those_of_the_county_else_the_city_else_any_and_only_public_ones():
    station("牡丹驿站", OTHER_COUNTY)
    station("宿城市场", "321302", tier=Tier.COUNTY)
    station("还没开", COUNTY, state=MarketState.PLANNED)
    assert [m.code for m in stations_for(COUNTY)] == ["宿城市场"]
    assert [m.code for m in stations_for(OTHER_COUNTY)] == ["牡丹驿站"]
    assert len(stations_for("")) == len(stations_for("510104")) == 2


def test_larger_letters_for_browser_and_account(client):
    user = Cast().wang.person.account
    client.force_login(user)
    after = client.post("/elder/", {"elder": "1", "next": "/help/?x=1"})
    assert after.headers["Location"] == "/help/?x=1"
    assert (after.cookies["elder"].value, after.cookies["elder"]["httponly"]) == ("1", True)
    assert User.objects.get(pk=user.pk).elder_mode
    assert 'class="elder"' in client.get("/help/").content.decode()
    client.post("/elder/", {"elder": "0", "next": "/help/"})
    assert not User.objects.get(pk=user.pk).elder_mode
    assert 'class="elder"' not in client.get("/help/").content.decode()


def test_a_visitor_may_switch_too_and_stays_on_this_site(client):
    assert client.get("/elder/").status_code == 405
    after = client.post("/elder/", {"elder": "1", "next": "https://evil.example/"})
    assert after.headers["Location"] == "/"
    assert 'class="elder"' in client.get("/help/").content.decode()


@pytest.mark.parametrize(
    "path", ["", None, "x", "//e.example", "/\\e.example", "http://e.example/", "javascript:x"]
)
def test_only_a_path_is_a_way_back(path):
    assert local_path(path, "/here/") == "/here/"


def test_a_path_with_its_questions_is_one():
    assert local_path("/work/?day=1#x", "/") == "/work/?day=1#x"
