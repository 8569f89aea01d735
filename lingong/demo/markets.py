"""The “1+5+N” of the demo: a city market, five county markets, ten stations and five windows, all marked 演示."""

from datetime import datetime, time

from lingong.journal.actor import SYSTEM
from lingong.markets.enter import enter, move, set_openings
from lingong.markets.models import Market, Mode, Opening, Tier

from .places import CITY, CITY_NAME, COUNTIES, County

ALL_WEEK = [1, 2, 3, 4, 5, 6, 7]
CONTACT = "0527-12333（演示）"
CODE = "DEMO-3213"
SOURCE = "演示数据，不是真实的市场"
BUILDING = ["瓦工", "木工", "钢筋工", "小工"]
SERVICE = ["保洁", "搬运工", "服务员", "普工"]


def build_markets(now: datetime) -> dict[str, Market]:
    """Enter and open the markets; returns the county markets by county."""
    centre = COUNTIES[0]
    city = _market(
        now, Tier.CITY, f"{CODE}-00", f"{CITY_NAME}零工市场（演示）", region=CITY, mode=Mode.SELF_RUN,
        address="幸福中路 1 号（演示地址）", trades=[*BUILDING, *SERVICE], at=(centre.lat, centre.lon), area_m2=2600,
    )  # fmt: skip
    counties = {}
    for n, county in enumerate(COUNTIES, start=1):
        market = counties[county.code] = _market(
            now, Tier.COUNTY, f"{CODE}-{n}0", f"{county.name}零工市场（演示）", region=county.code, parent=city,
            mode=Mode.SELF_RUN, address=f"{county.name}人民路 {n * 8} 号（演示地址）", trades=[*BUILDING, *SERVICE],
            at=county.near(n), area_m2=600 + 120 * n,
        )  # fmt: skip
        _below(now, county, market, n)
    return counties


def _below(now: datetime, county: County, market: Market, n: int) -> None:
    for k, town in enumerate(county.towns, start=1):
        station = _market(
            now, Tier.STATION, f"{CODE}-{n}{k}", f"{town}零工服务驿站（演示）", region=county.code, parent=market,
            mode=Mode.NAME_PLATE, host_body=f"{town}党群服务中心（演示）", trades=SERVICE if k > 1 else BUILDING,
            address=f"{county.name}{town}为民路 {n * k + 2} 号（演示地址）", at=county.near(n * 3 + k), area_m2=80,
        )  # fmt: skip
    _market(
        now, Tier.WINDOW, f"{CODE}-{n}9", f"{county.village}零工服务专窗（演示）", region=county.code, parent=station,
        mode=Mode.NAME_PLATE, host_body=f"{county.village}村委会（演示）", trades=["农活工", "采摘工"],
        address=f"{county.name}{county.village}便民服务大厅（演示地址）", at=county.near(n * 4 + 5),
    )  # fmt: skip


def _market(
    now: datetime, tier: Tier, code: str, name: str, *, at: tuple[float, float], **facts: object
) -> Market:
    window = tier == Tier.WINDOW
    market = enter(
        by=SYSTEM, now=now, tier=tier, code=code, name=name, lat=at[0], lon=at[1], coordinate_source="演示",
        contact=CONTACT, source=SOURCE,
        hours_text="工作日 8:30–17:30" if window else "夏秋 5:00–18:00，冬春 6:00–18:00，双休日照常", **facts,
    )  # fmt: skip
    if window:
        openings = [Opening(weekdays=[1, 2, 3, 4, 5], opens=time(8, 30), closes=time(17, 30))]
    else:
        summer = {"from_month_day": "05-01", "until_month_day": "10-31", "opens": time(5)}
        winter = {"from_month_day": "11-01", "until_month_day": "04-30", "opens": time(6)}
        openings = [Opening(weekdays=ALL_WEEK, closes=time(18), **season) for season in (summer, winter)]
    set_openings(market=market, openings=openings, by=SYSTEM, now=now)
    move(market=market, verb="open", by=SYSTEM, now=now)
    return market
