"""`read`: pasted text in, Reading out. Each field has its own reader; here they are put together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from . import checks, clock, kind, moment
from .amounts import Amount, Kind, amounts
from .benefits import benefits
from .facts import Facts, Levels
from .headcount import headcount
from .occupation import Mention, mentions, occupation, trade_of
from .parts import Part, parts
from .people import Ages, ages, sex
from .phones import phones, without
from .place import place
from .reading import Fields, Reading, Span
from .settlement import settlement
from .source import Found, Source, source
from .wage import Wage, wage

EMPLOYER = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9()]{2,20}(?:公司|集团|劳务|合作社|事务所|工作室|家政中心|经营部)|"
    r"(?:招聘|用工|雇主|发布)(?:单位|企业|方|人)?[:：]\s*\S{2,}|我是(?:业主|房主|店主|老板|雇主)|个人(?:雇主|业主)"
)
OFFER = re.compile(r"工资|薪资|待遇|坐班|站班|白班|夜班|上班|到岗|开工|兼职|包[吃住]|管[吃饭住]")
SUMMED = ("occupation", "headcount", "wage_min", "wage_max", "wage_unit")  # over the jobs of a text
VALIDITY = re.compile(
    r"有效期|截止|截至|招满(?:为止|即止|截止)|报名截[止至]|\d+[日号]前报名|(?:长期|永久)有效"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """One text or part read field by field, before it becomes Fields."""

    source: Source
    figures: list[Amount]
    pay: Wage | None
    count: Found[int] | None
    settled: Found[str] | None
    start: moment.Start | None
    shifts: list[Found[clock.Shift]]
    hours: Found[Decimal] | None
    days: Found[int] | None
    ages: Ages
    sex: Found[str] | None
    named: list[Mention]
    job: Found[str] | None
    place: Found[str] | None
    extras: list[Found[str]]


def read(text: str, *, published: date | None = None, profile: Mapping[str, Any] | None = None) -> Reading:
    """Read a pasted text. `published` (a day in Shanghai) resolves 明天 and 周六; `profile` is a table of the
    jurisdiction with `minimum_wage.hourly_fen`, `minimum_wage.monthly_fen`, `wage.reference_hourly_fen`."""
    whole = source(text)
    numbers = phones(whole)
    plain = without(whole, numbers)
    named = mentions(plain)
    figures = amounts(plain)
    shares = parts(plain, named, figures)
    got = _read(plain, named, figures, published, several=len(shares) > 1)
    wanted = got.sex or got.ages.low or got.ages.high or got.extras
    substance = bool(
        wanted or got.figures or got.job or got.count or got.settled or got.hours or OFFER.search(plain.clean)
    )
    stray = kind.not_a_job(plain, substance=substance)
    if stray and got.named:
        got = replace(got, job=occupation(plain, got.named[:1]))
    if stray and stray.value is kind.Stray.SELLING:
        got = replace(got, pay=None)  # a price is no pay
    own = _fields(got, numbers)
    each = _one_unit([_part(plain, part, published) for part in shares], own.wage_unit)
    if len(each) > 1:
        own = _summed(own, each)
    facts = Facts(
        source=plain, is_job=stray is None, stray=stray, figures=got.figures, wage=got.pay, headcount=got.count,
        hours=got.hours, shifts=got.shifts, ages=got.ages, sex=got.sex, levels=Levels.of(profile), trade=own.trade,
        phones=bool(numbers),
    )  # fmt: skip
    return Reading(
        **{f.name: getattr(own, f.name) for f in fields(Fields)},
        is_job=stray is None,
        parts=each if len(each) > 1 else (),
        missing=_missing(own, whole.clean) if stray is None else (),
        flags=checks.run(facts),
    )


def _read(
    text: Source, named: list[Mention], figures: list[Amount], published: date | None, *, several: bool
) -> _Read:
    settled = settlement(text)
    lasting = moment.days(text)
    shifts = clock.spans(text)
    pay = wage(text, figures, settlement=settled.value if settled else None, days=lasting, several=several)
    return _Read(
        source=text, figures=figures, pay=pay, count=headcount(text), settled=settled,
        start=moment.start(text, published), shifts=shifts, hours=moment.hours(text, shifts, _paid_hours(figures)),
        days=lasting, ages=ages(text), sex=sex(text), named=named, job=occupation(text, named), place=place(text),
        extras=benefits(text),
    )  # fmt: skip


def _paid_hours(figures: list[Amount]) -> Found[Decimal] | None:
    """The hours of `200元/12小时`, if all such figures agree."""
    paid = [a for a in figures if a.kind is Kind.PAY and a.hours is not None and a.unit == "day"]
    if len({a.hours for a in paid}) != 1 or paid[0].hours is None:
        return None
    return Found(paid[0].hours, paid[0].start, paid[0].end)


def _fields(got: _Read, numbers: list[Found[str]]) -> Fields:
    """The values and where they stand in the original text."""
    pay, start = got.pay, got.start
    trade = trade_of(got.job, got.named)
    stated: dict[str, Found[Any] | None] = {
        "occupation": got.job, "headcount": got.count, "settlement": got.settled,
        "work_start": start.words if start else None, "daily_hours": got.hours, "place": got.place,
        "age_min": got.ages.low, "age_max": got.ages.high, "sex": got.sex,
    }  # fmt: skip
    spans = {name: got.source.span(item.start, item.end) for name, item in stated.items() if item}
    spans |= _more_spans(got, numbers)
    opens, closes = _clock(got)
    return Fields(
        **{name: item.value if item else None for name, item in stated.items()},
        wage_min=pay.low if pay else None,
        wage_max=pay.high if pay else None,
        wage_unit=pay.unit if pay else None,
        benefits=tuple(item.value for item in got.extras),
        phones=tuple(item.value for item in numbers),
        trade=trade.code if trade else None,
        start_date=start.day if start else None,
        start_time=opens,
        end_time=closes,
        days=got.days.value if got.days else _paid_days(got.pay),
        spans=spans,
    )


def _more_spans(got: _Read, numbers: list[Found[str]]) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    if got.pay:
        span = got.source.span(got.pay.start, got.pay.end)
        unit_at = next((a.unit_at for a in got.pay.used if a.unit_at), None)
        unit_span = got.source.span(*unit_at) if unit_at else span
        for name, value, where in (
            ("wage_min", got.pay.low, span),
            ("wage_max", got.pay.high, span),
            ("wage_unit", got.pay.unit, unit_span),
        ):
            if value is not None:
                spans[name] = where
    for name, items in (("benefits", got.extras), ("phones", numbers)):
        if items:
            spans[name] = got.source.span(items[0].start, items[-1].end)
    return spans


def _clock(got: _Read) -> tuple[time | None, time | None]:
    """When the day's work opens and closes: from the only span, else from the moment of the start."""
    if len(got.shifts) == 1:
        return got.shifts[0].value.opens, got.shifts[0].value.closes
    if (
        len(got.shifts) > 1
        and clock.length(got.source, got.shifts) is not None
        and not clock.SHIFTS.search(got.source.clean)
    ):
        return got.shifts[0].value.opens, got.shifts[-1].value.closes
    return (got.start.clock if got.start else None), None


def _paid_days(pay: Wage | None) -> int | None:
    """The days of `三天600块`."""
    return next((amount.days for amount in pay.used if amount.days), None) if pay else None


def _part(text: Source, part: Part, published: date | None) -> Fields:
    """One job of several, read from its own stretch of the text."""
    piece = Source(text.raw, text.clean[part.start : part.end], text.origin[part.start : part.end])
    return _fields(_read(piece, mentions(piece), amounts(piece), published, several=False), [])


def _summed(own: Fields, each: tuple[Fields, ...]) -> Fields:
    """The whole of several jobs: all people together, all wages spanned, one unit or none."""
    values = {f.name: getattr(own, f.name) for f in fields(Fields)}
    titles = [part.occupation for part in each if part.occupation]
    if titles:
        values["occupation"] = "、".join(dict.fromkeys(titles))
    counts = [part.headcount for part in each]
    if all(count is not None for count in counts):
        values["headcount"] = sum(count for count in counts if count is not None)
    paid = [part for part in each if part.wage_min is not None]
    if len({part.wage_unit for part in paid}) > 1:
        values |= {"wage_min": None, "wage_max": None, "wage_unit": None}
    elif len(paid) == len(each):
        tops = [part.wage_max for part in paid]
        values["wage_min"] = min(part.wage_min for part in paid if part.wage_min is not None)
        values["wage_max"] = None if None in tops else max(top for top in tops if top is not None)
        values["wage_unit"] = paid[0].wage_unit
    spans = {**own.spans, **_spanning(each)}
    values["spans"] = {name: span for name, span in spans.items() if values[name] is not None}
    return Fields(**values)


def _spanning(each: tuple[Fields, ...]) -> dict[str, Span]:
    """From the first words of the parts to the last ones, for what is summed over them."""
    found = {}
    for name in SUMMED:
        spans = [part.spans[name] for part in each if name in part.spans]
        if spans:
            found[name] = (min(start for start, _ in spans), max(end for _, end in spans))
    return found


def _one_unit(each: list[Fields], unit: str | None) -> tuple[Fields, ...]:
    """A part that names no unit has that of the others: 大工2个330，小工4个230一天."""
    units = {part.wage_unit for part in each} - {None}
    common = units.pop() if len(units) == 1 else unit
    return tuple(
        replace(part, wage_unit=common) if part.wage_min is not None and part.wage_unit is None else part
        for part in each
    )


def _missing(own: Fields, text: str) -> tuple[str, ...]:
    """What a complete posting would say and this one does not."""
    absent = {
        "headcount": own.headcount is None,
        "wage": own.wage_min is None,
        "wage_unit": own.wage_unit is None,
        "settlement": own.settlement is None,
        "date": own.work_start is None,
        "hours": own.daily_hours is None,
        "place": own.place is None,
        "occupation": own.occupation is None,
        "employer": not EMPLOYER.search(text),
        "validity": not VALIDITY.search(text),
    }
    return tuple(name for name, is_absent in absent.items() if is_absent)
