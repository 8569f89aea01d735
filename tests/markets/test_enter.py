"""Markets: their tiers, their life cycle, their hours, and what the public sees."""

from datetime import UTC, datetime, time

import pytest
from django.db import IntegrityError

from lingong.journal.actor import SYSTEM
from lingong.journal.models import Event
from lingong.lib.clock import SHANGHAI
from lingong.lib.refusal import Refusal
from lingong.markets.enter import enter, move, open_at, picture, set_openings
from lingong.markets.models import Market, Mode, Opening, Tier

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
PUBLIC = {
    "address": "人民大道 1 号", "hours_text": "每天 7:00–17:00", "trades": ["瓦工"], "contact": "0527-12333",
}  # fmt: skip


def market(code="M1", tier=Tier.COUNTY, **facts) -> Market:
    facts = {"name": f"{code} 零工市场", "region": "321302"} | facts
    return enter(code=code, tier=tier, by=SYSTEM, now=NOW, **facts)


def go(row, *verbs):
    for verb in verbs:
        move(market=row, verb=verb, by=SYSTEM, now=NOW)


def test_from_the_plan_to_the_end():
    row = market(**PUBLIC)
    assert list(Market.objects.public()) == []
    go(row, "site", "build", "accept", "open", "suspend", "open", "relocate")
    assert list(Market.objects.public()) == [row]
    go(row, "build", "accept", "open", "withdraw")
    assert list(Market.objects.public()) == []
    assert Event.objects.filter(object_id=str(row.public_id)).count() == 12
    with pytest.raises(Refusal, match="已退出"):
        go(row, "open")


def test_opening_needs_the_four_public_facts():
    row = market(**PUBLIC | {"contact": "", "trades": []})
    with pytest.raises(Refusal, match="还缺工种、联系方式"):
        go(row, "open")
    assert Market.objects.get().state == "planned"


def test_somebody_was_faster():
    row = market(**PUBLIC)
    other = Market.objects.get()
    go(row, "open")
    with pytest.raises(Refusal, match="刚刚变了"):
        go(other, "site")


def test_a_station_lies_under_a_county_market_not_under_a_window():
    county = market()
    station = market("M2", Tier.STATION, parent=county)
    window = market("M3", Tier.WINDOW, parent=station)
    with pytest.raises(Refusal, match="上级市场的层级不对") as refused:
        market("M4", Tier.STATION, parent=window)
    assert refused.value.field == "parent"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"mode": Mode.ENTRUSTED}, "承接主体"),
        ({"mode": Mode.NAME_PLATE}, "挂牌的机构"),
        ({"lat": 33.9}, "都不填"),
        ({"lat": 118.3, "lon": 33.9}, "写反"),
        ({"code": "M1"}, "已存在"),
    ],
)
def test_what_cannot_be_is_refused_with_its_sentence(facts, text):
    market()
    with pytest.raises(Refusal, match=text):
        market(**{"code": "M2"} | facts)


def test_half_a_point_is_refused_by_the_database_itself():
    row = market()
    with pytest.raises(IntegrityError, match="markets_market_in_china"):
        Market.objects.filter(pk=row.pk).update(lat=33.9)


def at(month, day, hour):
    return datetime(2026, month, day, hour, tzinfo=SHANGHAI)


def test_open_by_season_and_weekday():
    row = market()
    assert open_at(row, NOW) is None
    all_week = [1, 2, 3, 4, 5, 6, 7]
    summer = Opening(
        weekdays=all_week, from_month_day="05-01", until_month_day="10-31", opens=time(7), closes=time(19)
    )
    winter = Opening(
        weekdays=[6, 7], from_month_day="11-01", until_month_day="04-30", opens=time(8), closes=time(18)
    )
    set_openings(market=row, openings=[summer, winter], by=SYSTEM, now=NOW)
    assert open_at(row, at(7, 1, 7)) is True
    assert open_at(row, at(7, 1, 19)) is False
    assert open_at(row, at(11, 21, 7)) is False  # Saturday, winter: from eight
    assert open_at(row, at(11, 21, 8)) is True
    assert open_at(row, at(11, 23, 8)) is False  # Monday
    assert open_at(row, at(1, 3, 17)) is True  # the season goes over New Year


def test_hours_end_after_they_begin_and_are_replaced_as_a_whole():
    row = market()
    day = Opening(weekdays=[1], opens=time(8), closes=time(17))
    set_openings(market=row, openings=[day], by=SYSTEM, now=NOW)
    with pytest.raises(Refusal, match="晚于"):
        set_openings(market=row, openings=[Opening(opens=time(17), closes=time(8))], by=SYSTEM, now=NOW)
    assert row.openings.count() == 1


def test_one_city_market_five_county_markets_and_stations():
    city = market("C", Tier.CITY, region="321300", **PUBLIC)
    for n, county in enumerate(("321302", "321311", "321322", "321323", "321324")):
        one = market(f"X{n}", parent=city, region=county, **PUBLIC)
        go(one, "open")
        station = market(f"S{n}", Tier.STATION, parent=one, region=county, **PUBLIC)
        if n:
            go(station, "open")
    go(city, "open")
    assert picture("3213") == {"city": 1, "county": 5, "station": 4, "window": 0}
    assert picture("321302") == {"city": 0, "county": 1, "station": 0, "window": 0}
