"""How a text reads and what a half-filled form already means: hints beside the fields, hours, local pay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from lingong.jobs.facts import daily_shifts, fen_per_hour
from lingong.jobs.from_text import QUESTIONS, FromText, from_text, trade_name
from lingong.jobs.intake.reading import Reading
from lingong.jobs.models import PayUnit
from lingong.lib import clock, money
from lingong.regions.profile import profile
from lingong.web import words

from .flags import TEXT, by_field


@dataclass(frozen=True, slots=True)
class Look:
    """What 发布 shows around the form."""

    hints: Mapping[str, str] = field(default_factory=dict)  # amber advice beside a field
    missing: Mapping[str, bool] = field(default_factory=dict)  # fields still to be filled
    not_a_job: str = ""  # the words that say so
    jobs: list[str] = field(default_factory=list)  # each of several jobs in one text, in words
    hours: str = ""  # when and how long, in words
    level: str = ""  # hourly equivalent and the local floor

    @property
    def more_hints(self) -> bool:
        """Whether advice stands beside a field of the folded part of the form."""
        return bool({"requirements", "age_min", "age_max", "certificates"} & self.hints.keys())


def reading_of(text: str, *, region: str, now: datetime) -> FromText:
    """Read a text with the pay levels of the district."""
    local = profile(region, clock.today(now))
    floor = local.minimum_wage(region, clock.today(now))
    levels = {"hourly_fen": floor.hourly_fen, "monthly_fen": floor.monthly_fen}
    return from_text(text, now=now, profile={"minimum_wage": levels, "wage": local.get("wage")})


def look(text: str, facts: Mapping[str, Any], *, region: str, now: datetime) -> Look:
    """Everything beside the form: `facts` are those of its fields that already make sense."""
    read = reading_of(text, region=region, now=now).reading if text else None
    # Without a text nothing was left out: the form is simply empty.
    missing = {name: True for name in QUESTIONS if text and facts.get(name) in (None, "")}
    pay, hours = _level(facts, region, now), _hours(facts, now)
    return Look(
        hints=_hints(read, missing),
        missing=missing,
        not_a_job=_stray(read),
        jobs=[_job(part) for part in read.parts] if read else [],
        hours=hours,
        level=pay,
    )


def _hints(read: Reading | None, missing: Mapping[str, bool]) -> dict[str, str]:
    if read is None:
        return {}
    found = by_field(flag for flag in read.flags if flag.code != "not_a_job")
    if "pay" in missing and (spread := _spread(read)):
        found.setdefault("pay", []).insert(0, f"原文写的是 {spread} 元，请填一个准数。")
    for name in found.keys() & missing.keys() - {"pay"}:
        found[name].insert(0, "原文没写，请补上。")
    return {name: "\n".join(sentences) for name, sentences in found.items()}


def _spread(read: Reading) -> str:
    """`180–200`, `260 起`: pay that is no single figure."""
    if read.wage_min is None or read.wage_min == read.wage_max:
        return ""
    low = money.yuan(money.fen(read.wage_min))
    return f"{low} 起" if read.wage_max is None else f"{low}–{money.yuan(money.fen(read.wage_max))}"


def _stray(read: Reading | None) -> str:
    if read is None or read.is_job:
        return ""
    return next((flag.quote for flag in read.flags if flag.code == "not_a_job"), "") or "这段话"


def _job(part: Any) -> str:
    name = trade_name(part.trade) if part.trade else part.occupation or "一个活"
    return f"{name} {part.headcount} 人" if part.headcount else name


def _hours(facts: Mapping[str, Any], now: datetime) -> str:
    """`明早 6:00–17:00 · 一个班 11 小时 · 共 3 天`."""
    shifts = _shifts(facts)
    if not shifts:
        return ""
    start, end = shifts[0]
    said = f"{words.span(start, end, now)} · 一个班 {words.worked(clock.minutes_between(start, end))}"
    return said if len(shifts) == 1 else f"{said} · 共 {len(shifts)} 天"


def _level(facts: Mapping[str, Any], region: str, now: datetime) -> str:
    """`约 16 元/小时；这里小时最低工资 20 元（仅供参考）`."""
    floor = profile(region, clock.today(now)).minimum_wage(region, clock.today(now))
    local = f"{floor.name}小时最低工资 {money.yuan(floor.hourly_fen)} 元"
    local += "" if floor.official else "（参考数，以当地公布的为准）"
    pay, unit, shifts = facts.get("pay"), facts.get("pay_unit"), _shifts(facts)
    if not isinstance(pay, Decimal) or not unit or (not shifts and unit != PayUnit.HOUR):
        return local
    hourly = fen_per_hour(money.fen(pay), unit, shifts) if unit != PayUnit.HOUR else money.fen(pay)
    if not hourly:
        return local
    below = "，折下来偏低，请核对" if hourly < floor.hourly_fen else ""
    return f"约 {hourly // 100} 元/小时；{local}{below}"


def _shifts(facts: Mapping[str, Any]) -> list[tuple[datetime, datetime]]:
    first, start, end = facts.get("first_day"), facts.get("start"), facts.get("end")
    if first is None or start is None or end is None:
        return []
    return daily_shifts(first, facts.get("days") or 1, start, end)


__all__ = ["TEXT", "Look", "look", "reading_of"]
