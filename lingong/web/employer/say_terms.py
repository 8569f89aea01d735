"""An offer in the lines an employer reads it: what, when, where, how much, whom."""

from datetime import datetime, time

from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Settlement, Terms
from lingong.lib import clock
from lingong.web import words

from . import district

Line = tuple[str, str]


def lines_of(terms: Terms, now: datetime, *, on_paper: bool = False) -> list[Line]:
    """(question, answer) of one version; what was not stated is left out. On paper no 今天 and 明天."""
    ages = f"{terms.age_min}–{terms.age_max} 岁" if terms.age_max else f"{terms.age_min} 岁以上"
    lines = [
        ("干什么", "：".join(filter(None, [trade_name(terms.trade), terms.task]))),
        ("什么时候", when(terms, far_off(terms) if on_paper else now)),
        ("在哪里", f"{district.named(terms.region)} · {terms.place}"),
        ("给多少钱", pay(terms)),
        ("要几个人", f"{terms.headcount} 人"),
        ("年龄", ages),
        ("要什么证", "、".join(terms.certificates)),
        ("别的要求", terms.requirements),
        ("管什么", "、".join(terms.benefits)),
    ]
    return [(question, answer) for question, answer in lines if answer]


def when(terms: Terms, now: datetime) -> str:
    """`明早 6:00–17:00，共 3 天`; the days are told apart where their hours differ."""
    plan = sorted(terms.shifts.all(), key=lambda shift: shift.start_at)
    first = words.span(plan[0].start_at, plan[0].end_at, now)
    if len(plan) == 1:
        return first
    last = words.day(clock.local(plan[-1].start_at).date(), clock.today(now))
    return f"{first}，到{last}，共 {len(plan)} 个班"


def pay(terms: Terms) -> str:
    """`180 元/天 · 日结，结算后 3 天内付清`."""
    said = words.pay(terms.pay_fen, terms.pay_unit, piece=terms.piece_word)
    said += f" · {Settlement(terms.settlement).label}"
    return f"{said}，结算后 {terms.pay_days} 天内付清" if terms.pay_days else said


def far_off(terms: Terms) -> datetime:
    """A moment of the same year from which every day of the plan is told by its date."""
    first = min(shift.start_at for shift in terms.shifts.all())
    month = 1 if clock.local(first).month > 6 else 12
    return clock.at(clock.local(first).date().replace(month=month, day=1), time(0))
