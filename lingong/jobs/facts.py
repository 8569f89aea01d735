"""What an employer offers, as typed facts, and the checks every offer must pass."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from lingong.lib import clock
from lingong.lib.mask import names_a_phone
from lingong.lib.refusal import Refusal

from .catalogue.trades import trades
from .models import GigType, PayUnit, Settlement

LONGEST_SHIFT = timedelta(hours=24)
MOST_SHIFTS = 366
FARTHEST = timedelta(days=366)
LATE_START = timedelta(minutes=30)  # “现在就要人”: a start a moment ago is still a start
WORKING_DAYS_A_MONTH = Decimal("21.75")  # 劳社部发〔2008〕3号
NO_PHONE = "这里不要写电话，谁都看得到。双方签约后，页面上会显示电话。"
Planned = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Offer:
    """All facts of one version of a posting. Money in 分, moments in UTC."""

    trade: str
    headcount: int
    region: str
    place: str
    pay_fen: int
    pay_unit: str
    settlement: str
    shifts: Sequence[Planned]
    gig_type: str = GigType.TEMPORARY
    task: str = ""
    lat: float | None = None
    lon: float | None = None
    piece_word: str = ""
    pay_days: int = 0
    age_min: int = 18
    age_max: int | None = None
    certificates: Sequence[str] = field(default_factory=tuple)
    requirements: str = ""
    benefits: Sequence[str] = field(default_factory=tuple)


def daily_shifts(first: date, days: int, start: time, end: time) -> list[Planned]:
    """One shift a day; an end at or before the start is on the next day."""
    crossing = timedelta(days=1) if end <= start else timedelta(0)
    plan = [first + timedelta(days=n) for n in range(days)]
    return [(clock.at(day, start), clock.at(day + crossing, end)) for day in plan]


def check_offer(offer: Offer, now: datetime) -> None:
    """Refuse the first fact that is missing or cannot be, naming its field."""
    for condition, name, text in _conditions(offer, now):
        if condition:
            raise Refusal(f"jobs.{name}", text, rule="人力资源市场暂行条例 24", field=name)
    _check_shifts(offer.shifts, now)


def _conditions(offer: Offer, now: datetime) -> list[tuple[bool, str, str]]:
    written = (("task", offer.task), ("place", offer.place), ("requirements", offer.requirements))
    return [
        (offer.trade not in trades(), "trade", "请选工种。"),
        (not 1 <= offer.headcount <= 500, "headcount", "要几个人？请填 1 到 500。"),
        (not offer.place.strip(), "place", "在哪里干活？请写到能找着的地方。"),
        (not offer.region, "region", "请选区县。"),
        (offer.pay_fen <= 0, "pay", "给多少钱？请填数字。"),
        (offer.pay_unit not in PayUnit.values, "pay_unit", "按小时、按天还是按件？请选一个。"),
        (offer.settlement not in Settlement.values, "settlement", "什么时候给钱？请选日结、周结……"),
        (offer.gig_type not in GigType.values, "gig_type", "请选用工类型。"),
        (offer.age_min < 16, "age_min", "不能招用未满 16 周岁的人。"),
        (bool(offer.age_max and offer.age_max < offer.age_min), "age_max", "年龄上限比下限还小，请检查。"),
        (not offer.shifts, "start", "哪天干、几点到几点？请填开工和收工时间。"),
        (len(offer.shifts) > MOST_SHIFTS, "days", "天数太多，最多一年，请分几次发布。"),
        *((names_a_phone(text), name, NO_PHONE) for name, text in written),
    ]


def _check_shifts(shifts: Sequence[Planned], now: datetime) -> None:
    ordered = sorted(shifts)
    for start, end in ordered:
        if not timedelta(0) < end - start <= LONGEST_SHIFT:
            raise Refusal("jobs.end_time", "收工时间不对，请检查。一个班最长 24 小时。", field="end")
    if ordered[0][0] < now - LATE_START:
        raise Refusal("jobs.start", "开工时间已经过了，请改成现在或以后。", field="start")
    if ordered[-1][0] > now + FARTHEST:
        raise Refusal("jobs.start", "开工时间太远了，请填一年以内的日子。", field="start")
    if any(later[0] < earlier[1] for earlier, later in pairwise(ordered)):
        raise Refusal("jobs.end_time", "前一个班还没收工，后一个班就开工了，请检查时间。", field="end")


def fen_per_hour(pay_fen: int, pay_unit: str, shifts: Sequence[Planned]) -> int:
    """Hourly equivalent in 分 over the planned hours; 0 where there is none (piece pay, no shifts)."""
    if not shifts or pay_unit == PayUnit.PIECE:
        return 0
    minutes = [clock.minutes_between(start, end) for start, end in shifts]
    a_day = Decimal(sum(minutes)) / len(minutes)
    per = {
        PayUnit.HOUR: Decimal(60),
        PayUnit.HALF_DAY: a_day,  # the shift offered is the half day
        PayUnit.DAY: a_day,
        PayUnit.WEEK: a_day * 5,
        PayUnit.MONTH: a_day * WORKING_DAYS_A_MONTH,
        PayUnit.JOB: Decimal(sum(minutes)),
    }[PayUnit(pay_unit)]
    return int((Decimal(pay_fen) * 60 / per).quantize(Decimal(1), rounding=ROUND_HALF_UP))
