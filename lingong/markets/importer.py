"""`lingong import markets FILE`: a registry of real markets from a table, all of it or nothing.

Columns: name, province, city, district, status; and where known address, opening_hours, occupations
(、 between), contact, area_m2, opened, source, lat, lon.  What a cell does not say stays unknown.

state  is what the source states: 运行 is open, a day with 关闭 is withdrawn.  A running market is public
       even where the source gives no hours, trades or contact: people learn that it exists, and the page
       says which of the four public facts nobody has registered.  (The verb `open` is stricter: it is for
       markets of our own.)  Once entered, a market's state is led by the verbs; a later table can only
       withdraw it.
tier   nobody states it, so it is read from the name: 驿站 and 小站 are stations, 专窗 a window, 市级 a
       city market, the rest county markets.
code   region and a digest of the name, so that the same table read twice changes nothing.
"""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction

from lingong.journal.actor import Actor, Side, Via
from lingong.journal.record import record
from lingong.lib import clock
from lingong.lib.report import ImportReport, Progress
from lingong.lib.table import read_table
from lingong.regions import tree
from lingong.regions.models import CITY, COUNTY

from .models import Market, MarketState, Tier

REQUIRED = ("name", "province", "city", "district", "status")
FIELD_OF = {  # optional column → field of the market
    "address": "address", "opening_hours": "hours_text", "occupations": "trades", "contact": "contact",
    "area_m2": "area_m2", "opened": "opened_text", "source": "source", "lat": "lat", "lon": "lon",
}  # fmt: skip
COLUMN_OF = {field: column for column, field in FIELD_OF.items()}
TIER_WORDS = (("专窗", Tier.WINDOW), ("驿站", Tier.STATION), ("小站", Tier.STATION), ("市级", Tier.CITY))
STATUS_WORDS = (("关闭", MarketState.WITHDRAWN), ("运行", MarketState.OPEN))
IMPORT = Actor("", Side.SYSTEM, Via.COMMAND)


class WrongCell(Exception):
    """One cell that cannot be taken: its column and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason


def import_markets(path: Path | str, *, progress: Progress | None = None) -> ImportReport:
    """Enter or update the markets of a table, matched by code. With any error nothing is written."""
    report = ImportReport()
    rows: dict[str, tuple[int, Market]] = {}
    for line, cells in read_table(Path(path), report, required=REQUIRED, optional=FIELD_OF):
        try:
            market = _market(cells)
            if market.code in rows:
                raise WrongCell("name", f"与第 {rows[market.code][0]} 行是同一个市场")
            rows[market.code] = (line, market)
        except WrongCell as wrong:
            report.refuse(line, wrong.column, wrong.reason)
    if report.ok and not rows:
        report.refuse(0, "", "表里一行内容也没有")
    if report.ok:
        _write([market for _, market in rows.values()], report, progress, now=clock.now())
    return report


def market_code(region: str, name: str) -> str:
    """The code of a market nobody gave one: stable for its region and name."""
    return f"{region}-{sha256(name.encode()).hexdigest()[:8]}"


def _market(cells: dict[str, str]) -> Market:
    """The market one line states, checked. Raises WrongCell."""
    if not cells["name"]:
        raise WrongCell("name", "没有填名称")
    region = _region(cells)
    market = Market(
        code=market_code(region, cells["name"]), name=cells["name"], region=region, address=cells["address"],
        tier=next((tier for word, tier in TIER_WORDS if word in cells["name"]), Tier.COUNTY),
        state=_state(cells["status"]), hours_text=cells["opening_hours"], contact=cells["contact"],
        trades=[word.strip() for word in cells["occupations"].split("、") if word.strip()],
        area_m2=_number(cells, "area_m2", int), opened_text=cells["opened"], source=cells["source"],
        lat=_number(cells, "lat", float), lon=_number(cells, "lon", float),
    )  # fmt: skip
    market.coordinate_source = cells["source"][:60] if market.lat is not None else ""
    try:
        market.full_clean(validate_unique=False)
    except ValidationError as error:
        name, texts = next(iter(error.message_dict.items()))
        raise WrongCell("lat" if name == "__all__" else COLUMN_OF.get(name, name), texts[0]) from error
    return market


def _region(cells: dict[str, str]) -> str:
    path = [cells[column] for column in ("province", "city", "district")]
    exact = [row for row in tree.find(*path) if row.level in (CITY, COUNTY) and row.name == path[-1]]
    found = exact or [row for row in tree.find(*path) if row.level in (CITY, COUNTY)]
    if not path[-1] or not found:
        raise WrongCell("district", f"找不到“{'、'.join(word for word in path if word)}”这个区县")
    if len({row.code for row in found}) > 1:
        names = "、".join(row.full_name for row in found[:3])
        raise WrongCell("district", f"有几个区县都叫这个名字：{names}，请把省、市写清楚")
    return str(found[0].code)


def _state(status: str) -> MarketState:
    for word, state in STATUS_WORDS:
        if word in status:
            return state
    raise WrongCell("status", "请写“运行”或“……关闭”")


def _number(cells: dict[str, str], column: str, convert: type[int] | type[float]) -> float | None:
    if not cells[column]:
        return None
    try:
        return convert(cells[column])
    except ValueError as error:
        raise WrongCell(column, "应是数字，不知道就空着") from error


def _write(markets: list[Market], report: ImportReport, progress: Progress | None, *, now: datetime) -> None:
    held = {row.code: row for row in Market.objects.filter(code__in=[market.code for market in markets])}
    changed: list[str] = []
    with transaction.atomic():
        for done, market in enumerate(markets, start=1):
            if progress:
                progress(done, len(markets))
            earlier = held.get(market.code)
            if earlier is None:
                market.save()
                report.created += 1
            elif changes := _changes(earlier, market):
                Market.objects.filter(pk=earlier.pk).update(version=earlier.version + 1, **changes)
                report.updated += 1
            else:
                report.unchanged += 1
                continue
            changed.append(market.code)
        if changed:
            record("markets.imported", ("batch", str(uuid4())), by=IMPORT, now=now, markets=changed)


def _changes(earlier: Market, market: Market) -> dict[str, object]:
    """What the table states otherwise than the registry. An empty cell takes nothing away."""
    stated = {name: getattr(market, name) for name in FIELD_OF.values()}
    changes = {
        name: value
        for name, value in stated.items()
        if value not in (None, "", []) and value != getattr(earlier, name)
    }
    if market.state == MarketState.WITHDRAWN != earlier.state:
        changes["state"] = market.state
    return changes
