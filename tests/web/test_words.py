"""What pages say of pay, time and distance."""

from datetime import datetime

import pytest

from lingong.jobs.models import PayUnit, Settlement
from lingong.lib import clock
from lingong.web import words


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=clock.SHANGHAI)


NOW = at("2026-11-25T10:00")  # a Wednesday


@pytest.mark.parametrize(
    ("fen", "unit", "more", "said"),
    [
        (18000, "day", {}, "180 元/天"),
        (1850, "hour", {}, "18.5 元/小时"),
        (9000, "half_day", {}, "90 元/半天"),
        (18000, "day", {"top": 20000}, "180–200 元/天"),
        (18000, "day", {"top": 18000}, "180 元/天"),
        (50, "piece", {"piece": "斤"}, "0.5 元/斤"),
        (50, "piece", {}, "0.5 元/件"),
        (300000, "job", {}, "3000 元 整活"),
        (None, "day", {}, "工钱没写"),
    ],
)
def test_pay_comes_with_its_unit(fen, unit, more, said):
    assert words.pay(fen, unit, **more) == said


def test_hourly_equivalent_never_promises_more():
    assert words.hourly(18000, "day", 480) == "约 22 元/小时"
    assert words.hourly(18000, "day", None) == ""
    assert words.hourly(2000, "hour", 60) == ""


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-26T06:00", "2026-11-26T17:00", "明早 6:00–17:00"),
        ("2026-11-25T14:00", "2026-11-25T18:30", "今天 14:00–18:30"),
        ("2026-11-25T22:00", "2026-11-26T06:00", "今晚 22:00–次日 6:00"),
        ("2026-11-25T18:00", "2026-11-26T00:00", "今晚 18:00–24:00"),
        ("2026-11-26T02:00", "2026-11-26T05:00", "明天 2:00–5:00"),
        ("2026-11-28T08:00", "2026-11-28T17:00", "周六 8:00–17:00"),
        ("2026-12-03T08:00", None, "12月3日 周四 8:00"),
        ("2027-01-03T08:00", None, "2027年1月3日 周日 8:00"),
        ("2026-11-24T08:00", None, "昨天 8:00"),
        ("2026-11-28T08:00", "2026-11-30T17:00", "周六 8:00–周一 17:00"),
    ],
)
def test_when_is_said_as_people_say_it(start, end, said):
    assert words.span(at(start), at(end) if end else None, NOW) == said


def test_the_day_is_shanghais():
    """22:30 UTC is half past six next morning there."""
    assert words.moment(datetime.fromisoformat("2026-11-25T22:30+00:00"), NOW) == "明早 6:30"


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (None, "距离未知"),
        (0, "离您 100 米"),
        (640, "离您 600 米"),
        (960, "离您 1 公里"),
        (1230, "离您 1.2 公里"),
        (12400, "离您 12 公里"),
    ],
)
def test_distance(metres, said):
    assert words.distance(metres) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-25T09:59:30", "刚刚"),
        ("2026-11-25T09:48", "12 分钟前"),
        ("2026-11-25T07:00", "3 小时前"),
        ("2026-11-24T18:20", "昨天 18:20"),
    ],
)
def test_ago(moment, said):
    assert words.ago(at(moment), NOW) == said


def test_working_time():
    assert [words.worked(m) for m in (480, 450, 40, 500, None)] == [
        "8 小时",
        "7.5 小时",
        "40 分钟",
        "8 小时 20 分",
        "工时没写",
    ]


def test_units_and_settlements_are_those_of_postings():
    assert dict(PayUnit.choices) == words.PAY_UNITS
    assert dict(Settlement.choices) == words.SETTLEMENTS
