"""A registry of real markets from a table: what is not stated stays unknown."""

from pathlib import Path

import pytest

from lingong.journal.actor import SYSTEM
from lingong.journal.models import Event
from lingong.lib import clock
from lingong.markets.enter import move
from lingong.markets.importer import import_markets
from lingong.markets.models import Market

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "markets.csv"
HEAD = "name,province,city,district,address,opening_hours,occupations,area_m2,opened,status,source\n"
DRUM = "鼓楼零工市场,江苏,南京,鼓楼区,中山北路,7:00–17:00,瓦工、木工,300,2024,运行,报纸\n"

pytestmark = pytest.mark.usefixtures("country")


def table(write, *lines):
    return import_markets(write(HEAD + "".join(lines)))


def test_the_sample_is_entered_with_unknowns_left_unknown():
    report = import_markets(SAMPLE)
    assert (report.errors, report.created) == ([], 9)
    assert not Market.objects.exclude(lat=None, lon=None).exists()
    market = Market.objects.get(name="新桥镇零工驿站")
    assert (market.region, market.tier, market.state) == ("310117", "station", "open")
    assert market.missing_public_fields == ["工种", "联系方式"]
    assert Market.objects.get(name__startswith="株洲路").state == "withdrawn"
    assert Market.objects.public().count() == 8


def test_a_second_time_changes_nothing(write):
    assert str(table(write, DRUM)) == "新增 1 行，更新 0 行，没有变化 0 行"
    assert str(table(write, DRUM)) == "新增 0 行，更新 0 行，没有变化 1 行"
    assert Event.objects.filter(kind="markets.imported").count() == 1


def test_a_later_table_updates_what_it_states_and_takes_nothing_away(write):
    table(write, DRUM)
    report = table(write, "鼓楼零工市场,江苏,南京,鼓楼区,,8:00–17:00,,,,运行,\n")
    market = Market.objects.get()
    assert (report.updated, market.hours_text, market.address) == (1, "8:00–17:00", "中山北路")
    assert market.trades == ["瓦工", "木工"]


def test_the_verbs_lead_the_state_and_a_table_can_only_withdraw(write):
    table(write, DRUM)
    move(market=Market.objects.get(), verb="suspend", by=SYSTEM, now=clock.now())
    table(write, DRUM)
    assert Market.objects.get().state == "suspended"
    table(write, DRUM.replace("运行", "2025-03-01关闭"))
    assert Market.objects.get().state == "withdrawn"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (",江苏,南京,鼓楼区,,,,,,运行,\n", "name"),
        ("甲,江苏,南京,玄武区,,,,,,运行,\n", "district"),
        ("甲,江苏,,鼓楼区,,,,,,运行,\n", "district"),  # two of them
        ("甲,江苏,南京,鼓楼区,,,,,,好着呢,\n", "status"),
        ("甲,江苏,南京,鼓楼区,,,,很大,,运行,\n", "area_m2"),
        ("甲,江苏,南京,鼓楼区,,,,-1,,运行,\n", "area_m2"),
        (f"甲,江苏,南京,鼓楼区,,{'长' * 201},,,,运行,\n", "opening_hours"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(write, line, column):
    report = table(write, DRUM, line)
    assert [(error.line, error.field) for error in report.errors] == [(3, column)]
    assert not Market.objects.exists()


def test_one_market_twice_in_a_table(write):
    report = table(write, DRUM, DRUM)
    assert str(report.errors[0]) == "第 3 行：name 与第 2 行是同一个市场"


def test_coordinates_are_taken_where_a_table_has_them_and_never_by_half(write):
    head = HEAD.strip() + ",lat,lon\n"
    report = import_markets(write(head + DRUM.strip() + ",32.07,118.76\n"))
    assert report.ok
    assert Market.objects.get().coordinate_source == "报纸"
    report = import_markets(write(head + DRUM.strip() + ",32.07,\n"))
    assert [error.field for error in report.errors] == ["lat"]
    report = import_markets(write(head + DRUM.strip() + ",118.76,32.07\n"))
    assert "写反" in report.errors[0].reason


def test_the_name_tells_the_tier(write):
    names = ["鼓楼零工驿站", "社区零工小站", "村零工专窗", "市级零工市场", "劳务中心"]
    table(write, *[f"{name},江苏,南京,鼓楼区,,,,,,运行,\n" for name in names])
    tiers = list(Market.objects.order_by("id").values_list("tier", flat=True))
    assert tiers == ["station", "station", "window", "city", "county"]


def test_an_empty_table_is_no_success(write):
    assert str(table(write).errors[0]) == "整个文件：表里一行内容也没有"
