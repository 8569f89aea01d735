"""From pasted text to the facts of an offer: what is stated, and what has to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lingong.lib.clock import today
from lingong.lib.money import fen
from lingong.lib.refusal import Refusal

from .catalogue.trades import trades
from .facts import Offer, daily_shifts
from .intake.read import read
from .intake.reading import Fields, Reading
from .models import GigType, PayUnit, Settlement

SETTLEMENTS = {
    "日结": Settlement.DAILY,
    "周结": Settlement.WEEKLY,
    "半月结": Settlement.HALF_MONTHLY,
    "月结": Settlement.MONTHLY,
    "完工结": Settlement.COMPLETION,
}
# What an employer is asked for, in the order of the form, with the question.
QUESTIONS = {
    "trade": "招什么工种？",
    "headcount": "要几个人？",
    "pay": "给多少钱？",
    "pay_unit": "这钱是按小时、按天还是按件？",
    "settlement": "什么时候给钱？",
    "first_day": "哪天开工？",
    "start": "几点开工？",
    "end": "几点收工？",
    "place": "在哪里干活？",
}

# What one sentence says for all the jobs of a text.
SHARED = ("settlement", "first_day", "start", "end", "days", "place", "benefits")


@dataclass(frozen=True, slots=True)
class FromText:
    """`facts` fills the form (only what the text states), `missing` names the fields to ask for."""

    reading: Reading
    facts: dict[str, Any]
    missing: list[str]


def from_text(text: str, *, now: datetime, profile: Mapping[str, Any] | None = None) -> FromText:
    """Read a pasted text; nothing is filled in that it does not state."""
    reading = read(text, published=today(now), profile=profile)
    facts = _stated(_facts(text, reading))
    missing = [name for name in QUESTIONS if name not in facts]
    return FromText(reading, facts, missing)


def first_job(text: str, read: FromText) -> FromText:
    """The first job of a text that holds several; day, hours and place may stand for all of them."""
    if not read.reading.parts:
        return read
    shared = {name: value for name, value in read.facts.items() if name in SHARED}
    facts = {**shared, **_stated(_facts(text, read.reading.parts[0]))}
    return FromText(read.reading, facts, [name for name in QUESTIONS if name not in facts])


def offer_from(facts: Mapping[str, Any]) -> Offer:
    """The offer of complete facts; refuses the first that is missing, with its question."""
    for name, question in QUESTIONS.items():
        if facts.get(name) in (None, ""):
            raise Refusal(f"jobs.missing_{name}", question, rule="人力资源市场暂行条例 24", field=name)
    shifts = daily_shifts(facts["first_day"], int(facts.get("days") or 1), facts["start"], facts["end"])
    return Offer(
        trade=facts["trade"], headcount=int(facts["headcount"]), region=facts["region"], place=facts["place"],
        pay_fen=fen(facts["pay"]), pay_unit=facts["pay_unit"], settlement=facts["settlement"], shifts=shifts,
        gig_type=facts.get("gig_type") or GigType.TEMPORARY, task=facts.get("task", ""), lat=facts.get("lat"),
        lon=facts.get("lon"), piece_word=facts.get("piece_word", ""), pay_days=int(facts.get("pay_days") or 0),
        age_min=int(facts.get("age_min") or 18), age_max=facts.get("age_max"),
        certificates=_listed(facts.get("certificates")), requirements=facts.get("requirements", ""),
        benefits=_listed(facts.get("benefits")),
    )  # fmt: skip


def _stated(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _facts(text: str, reading: Fields) -> dict[str, Any]:
    # Where the text gives a range, one figure has to be chosen by the employer: nothing is filled in.
    one_wage = reading.wage_min is not None and reading.wage_min == reading.wage_max
    return {
        "trade": reading.trade,
        "headcount": reading.headcount,
        "pay": reading.wage_min if one_wage else None,
        "pay_unit": PayUnit(reading.wage_unit) if reading.wage_unit in PayUnit.values else None,
        "piece_word": _piece_word(text, reading),
        "settlement": SETTLEMENTS.get(reading.settlement or ""),
        "first_day": reading.start_date,
        "start": reading.start_time,
        "end": reading.end_time,
        "days": reading.days,
        "place": reading.place,
        "age_min": reading.age_min,
        "age_max": reading.age_max,
        "benefits": list(reading.benefits),
    }


def _piece_word(text: str, reading: Fields) -> str | None:
    """What is counted, in the text's own word: `车` of “一车两百”, `亩`, `平`."""
    if reading.wage_unit != PayUnit.PIECE or "wage_unit" not in reading.spans:
        return None
    start, end = reading.spans["wage_unit"]
    return text[start:end].strip("/每一1按元块 ")[:10] or None


def _listed(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if not value:
        return ()
    words = value.replace("，", "、").replace(",", "、").split("、") if isinstance(value, str) else value
    return tuple(word.strip() for word in words if word.strip())


def trade_name(code: str) -> str:
    """Chinese name of a trade; the code itself for one the catalogue no longer has."""
    trade = trades().get(code)
    return trade.name if trade else code
