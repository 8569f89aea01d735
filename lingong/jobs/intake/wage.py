"""From all the figures of a text to its pay: one interval and one unit, or nothing when unsure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .amounts import Amount, Kind
from .source import Found, Source

DAILY_RATE = re.compile(r"点工|按天算|按天计|算日工|日工")
WHOLE = re.compile(r"包干|全包|一口价|总共|一共|整个活|包给|打包价|总价|整活")
TASK = re.compile(
    r"搬家|卸货|卸车|装车|砸墙|拆|清运|搬[东家货沙床柜]|疏通|维修|安装|跑一趟|打扫|搬运|搬个家|搬到|铲雪|扫雪|搬完|干完|弄完"
)


@dataclass(frozen=True, slots=True)
class Wage:
    """Pay in yuan. `high` is None where only a floor is stated; `used` are the figures it rests on."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None
    used: tuple[Amount, ...]
    unit_conflict: tuple[Amount, Amount] | None = None
    conflict: tuple[Amount, Amount] | None = None

    @property
    def start(self) -> int:
        return min(a.start for a in self.used)

    @property
    def end(self) -> int:
        return max(a.end for a in self.used)


def wage(
    source: Source,
    figures: Sequence[Amount],
    *,
    settlement: str | None,
    days: Found[int] | None,
    several: bool,
) -> Wage | None:
    """The pay of the text. `settlement` and `days` serve the named conventions for a missing unit;
    `several` says that the text holds more than one job, so differing figures are no conflict."""
    pay = [a for a in figures if a.kind is Kind.PAY]
    if all(a.label == "底薪" for a in pay):  # the whole pay (综合工资) says more than its base
        pay = [a for a in figures if a.kind is Kind.CLAIM and a.low >= 1000] or pay
    pay = pay or [a for a in figures if a.kind is Kind.CLAIM]
    pay = [a for a in pay if not _lure(source, a)]
    if not pay:
        return None
    if any(not a.bare for a in pay):
        pay = [a for a in pay if not a.bare or a.field] or pay
    clash = _unit_conflict(pay)
    if clash:
        pay = [a for a in pay if a is not clash[0]]
    unit = _unit(source, pay, settlement, days)
    same = [a for a in pay if a.unit in (unit, None) and not (a.unit is None and _scale_apart(a, pay, unit))]
    same = same or pay[:1]
    conflict = None if several else _conflict(same)
    if conflict:
        same = [a for a in same if a is not conflict[0]]
    low = min(a.low for a in same)
    high = None if any(a.high is None for a in same) else max(a.high for a in same if a.high is not None)
    return Wage(low, high, unit, tuple(same), clash, conflict)


def _lure(source: Source, amount: Amount) -> bool:
    """Earnings painted too rosy to be a stated pay."""
    text = source.clean
    rosy = r"不是梦|轻松|轻轻松松|不难|随便|躺|动动手"
    return amount.kind is Kind.CLAIM and bool(
        re.match(rf"[^,，。\n]{{0,4}}(?:{rosy})", text[amount.end :])
        or re.search(
            rf"(?:赚|{rosy})[^,，。\n]{{0,4}}$", text[: amount.start] + text[amount.start : amount.start + 2]
        )
    )


def _scale_apart(amount: Amount, pay: Sequence[Amount], unit: str | None) -> bool:
    """A figure without unit shares the unit of the others only if it is of their size."""
    known = [a.low for a in pay if a.unit == unit and unit is not None]
    return bool(known) and not any(amount.low <= 3 * other and other <= 3 * amount.low for other in known)


def _unit_conflict(pay: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Two equal figures with different units; the one in the salary field (or the absurd one) goes."""
    for first in pay:
        for other in pay:
            if first is other or None in (first.unit, other.unit) or first.unit == other.unit:
                continue
            if (first.low, first.high) == (other.low, other.high):
                return (other, first) if _weaker(other, first) else (first, other)
    return None


def _weaker(one: Amount, than: Amount) -> bool:
    """Which of two clashing figures is the field: the labelled one, else the earlier one."""
    if one.field != than.field:
        return one.field
    return one.start < than.start


def _conflict(same: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Two plain figures for the same pay that do not overlap."""
    plain = [a for a in same if not a.label and a.unit is not None and a.high is not None]
    for first in plain:
        for other in plain:
            if first.high is not None and first.high < other.low and not _tiers(first, other):
                return (first, other) if _weaker(first, other) else (other, first)
    return None


def _tiers(first: Amount, other: Amount) -> bool:
    """Figures far from the field may be tiers; only a salary field against the body is sure to clash."""
    return first.field == other.field


def _unit(
    source: Source, pay: Sequence[Amount], settlement: str | None, days: Found[int] | None
) -> str | None:
    """The unit most plainly stated, else what the named conventions give."""
    body = [a for a in pay if a.unit is not None and not a.field] or [a for a in pay if a.unit is not None]
    if body:
        whole = [a for a in body if a.unit != "half_day"]  # 半天140，全天240: the day leads
        return (whole or body)[0].unit
    first = pay[0]
    text = source.clean
    if DAILY_RATE.search(text):
        return "day"
    if WHOLE.search(text):
        return "job"
    if days is not None and first.low >= 1000:
        return "job"
    if settlement == "完工结":
        return "job"
    if first.low >= 1000:
        return "month"
    if settlement == "日结" and first.low >= 60:
        return "day"
    if TASK.search(text) and first.low >= 30:
        return "job"
    return None
