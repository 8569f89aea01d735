"""附近驿站 and 选地区."""

import pytest

from lingong.journal.actor import SYSTEM
from lingong.lib import clock
from lingong.markets.enter import enter, move
from lingong.markets.models import Market, Opening

pytestmark = pytest.mark.django_db


def market(name, tier="station", region="321311", opened=True, **facts):
    facts = {
        "address": "珠江路 8 号",
        "contact": "0527-84389000",
        "hours_text": "",
        "trades": ["labourer"],
    } | facts
    found = enter(
        by=SYSTEM, now=clock.now(), name=name, code=name, tier=tier, region=region,
        **facts | {"hours_text": facts["hours_text"] or "每天上午"},
    )  # fmt: skip
    if opened:
        move(market=found, verb="open", by=SYSTEM, now=clock.now())
    return found


def test_public_ones_only_with_what_is_known(client):
    market("顺河驿站")
    market("没开的驿站", opened=False)
    page = client.get("/stations/").content.decode()
    assert "顺河驿站" in page
    assert "没开的驿站" not in page
    for word in ("距离未知", "每天上午", "开没开门请先打电话问", "零工服务驿站 <b>1</b> 个"):
        assert word in page, word


def test_nearest_first_and_unknown_places_last(client):
    market("远的", lat=34.2, lon=118.3)
    market("不知道在哪的", tier="city")
    market("近的", lat=33.96, lon=118.34)
    page = client.get("/stations/", {"lat": "33.96", "lon": "118.33"}).content.decode()
    assert page.index("近的") < page.index("远的") < page.index("不知道在哪的")
    assert "离您 900 米" in page


def test_by_county_and_by_tier(client):
    market("宿豫驿站")
    market("菏泽市场", tier="city", region="371700")
    page = client.get("/stations/", {"region": "321311"}).content.decode()
    assert "宿豫驿站" in page
    assert "菏泽市场" not in page
    client.cookies.clear()
    page = client.get("/stations/", {"tier": "city"}).content.decode()
    assert "菏泽市场" in page
    assert "宿豫驿站" not in page


def test_one_station(client):
    found = market("顺河驿站", lat=33.96, lon=118.34)
    page = client.get(f"/stations/{found.public_id}/").content.decode()
    for word in ("tel:052784389000", "小工", "uri.amap.com"):
        assert word in page, word
    Market.objects.update(state="withdrawn")
    assert client.get(f"/stations/{found.public_id}/").status_code == 404


def test_open_now_from_the_regular_hours(client):
    found = market("顺河驿站")
    Opening.objects.create(market=found, weekdays=[1, 2, 3, 4, 5, 6, 7], opens="00:00", closes="23:59:59")
    assert "现在开门" in client.get("/stations/").content.decode()


def test_a_number_inside_words_can_be_called(client):
    found = market("顺河驿站", contact="张师傅 13900000077（上午）")
    assert "tel:13900000077" in client.get(f"/stations/{found.public_id}/").content.decode()
