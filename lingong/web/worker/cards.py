"""A gig in words and figures: the card of a list and the lines of a page. Exact places wait for the agreement."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from lingong.employers.models import Employer, Standing
from lingong.jobs.facts import fen_per_hour
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting, Terms, TermsShift
from lingong.lib import clock, mask
from lingong.matching.engine.rules import RULES
from lingong.regions import tree
from lingong.web import words

from .spot import Spot, metres_to_gig

DOUBTS = frozenset(rule.doubt for rule in RULES)  # said of a pair where a rule lacks a fact
PAID = {
    "daily": "日结，干完当天给",
    "weekly": "周结，周末给",
    "half_monthly": "半月结",
    "monthly": "月结，月底给",
    "completion": "完工结，全部干完给",
}
Names = Mapping[str, tuple[str, str]]  # region code → (name, full name)


def names_of(regions: Collection[str]) -> Names:
    """Short and full names of regions, two queries for any number."""
    full = tree.names(regions, full=True)
    return {code: (name, full.get(code, name)) for code, name in tree.names(regions).items()}


def cards(
    postings: Sequence[Posting],
    *,
    now: datetime,
    spot: Spot | None,
    names: Names,
    reasons: Mapping[int, Sequence[str]] | None = None,
) -> list[dict[str, Any]]:
    """Input of parts/gig.html for postings fetched with terms, shifts and employer; `reasons` by primary key."""
    why = reasons or {}
    return [_card(posting, now, spot, names, why.get(posting.pk, ())) for posting in postings]


def _card(
    posting: Posting, now: datetime, spot: Spot | None, names: Names, why: Sequence[str]
) -> dict[str, Any]:
    terms = posting.terms
    assert terms is not None  # lists hold published postings, which have terms
    plan = plan_of(terms)
    shift = next((one for one in plan if one.end_at > now), plan[-1])
    return {
        "url": reverse("web:gig", args=[posting.public_id]),
        "title": trade_name(posting.trade),
        "urgent": posting.is_urgent(now),
        "start_at": shift.start_at,
        "end_at": shift.end_at,
        "left": posting.places_left,
        "place": shown_place(terms, names, exact=False),
        "metres": metres_to_gig(spot, posting.employer, terms.lat, terms.lon),
        "facts": _facts(posting, plan),
        "why": "；".join(reasons_shown(why)[:2]),
        **pay_of(terms),
    }


def pay_of(terms: Terms) -> dict[str, Any]:
    """Pay as parts/gig.html and parts/pay.html want it; minutes are those one unit of pay buys."""
    spans = [(shift.start_at, shift.end_at) for shift in plan_of(terms)]
    per_hour = fen_per_hour(terms.pay_fen, terms.pay_unit, spans)
    return {
        "pay_fen": terms.pay_fen,
        "pay_unit": terms.pay_unit,
        "piece_word": terms.piece_word,
        "settlement": terms.settlement,
        "paid_minutes": round(terms.pay_fen * 60 / per_hour) if per_hour else None,
    }


def plan_of(terms: Terms) -> list[TermsShift]:
    """The shifts of the terms in order; prefetched on lists."""
    return sorted(terms.shifts.all(), key=lambda shift: shift.start_at)


def shown_place(terms: Terms, names: Names, *, exact: bool) -> str:
    """District and the beginning of the address; all of it once both have signed."""
    short, full = names.get(terms.region, ("", ""))
    place = terms.place
    if exact:
        return place if not short or short in place else f"{short} {place}"
    for head in (full, full[3:], short):
        if head and place.startswith(head):
            place = place.removeprefix(head)
            break
    return f"{short} {mask.address(place)}".strip()


def lines(terms: Terms, *, now: datetime, place: str) -> list[tuple[str, str]]:
    """Question and answer of everything a worker asks, in the order they ask it; input of parts/terms.html."""
    task = terms.task or trade_name(terms.trade)
    pay = words.pay(terms.pay_fen, terms.pay_unit, piece=terms.piece_word)
    later = f"，结算后 {terms.pay_days} 天内" if terms.pay_days else ""
    return [
        ("干什么", task),
        ("在哪里", place),
        ("什么时候", when(terms, now)),
        ("给多少钱", pay),
        ("什么时候给", PAID.get(terms.settlement, words.SETTLEMENTS.get(terms.settlement, "")) + later),
        ("要什么人", asked(terms)),
        *([("还给什么", "、".join(terms.benefits))] if terms.benefits else []),
    ]


def when(terms: Terms, now: datetime) -> str:
    """`明早 6:00–17:00`; several shifts: `明天到周六，共 4 个班，6:00–17:00`, or each when they differ."""
    plan = plan_of(terms)
    if len(plan) == 1:
        return words.span(plan[0].start_at, plan[0].end_at, now)
    clocks = {(words.hour(clock.local(s.start_at)), words.hour(clock.local(s.end_at))) for s in plan}
    if len(clocks) > 1:
        return "；".join(words.span(s.start_at, s.end_at, now) for s in plan)
    (start, end) = clocks.pop()
    today = clock.today(now)
    first, last = (words.day(clock.local(s.start_at).date(), today) for s in (plan[0], plan[-1]))
    return f"{first}到{last}，共 {len(plan)} 个班，{start}–{end}"


def asked(terms: Terms) -> str:
    """Age as the law or the work sets it, papers, and the employer's own words."""
    age = f"{terms.age_min}–{terms.age_max} 岁" if terms.age_max else f"满 {terms.age_min} 岁"
    papers = f"要有{'、'.join(terms.certificates)}" if terms.certificates else ""
    return "；".join(filter(None, [age, papers, terms.requirements]))


def trust(employer: Employer) -> list[str]:
    """What is known of an employer, good and bad, shortest first."""
    rating = employer.rating
    return [
        *(["已实名"] if employer.is_verified else []),
        *([f"按时付款{employer.paid_on_time}次"] if employer.paid_on_time else []),
        *([f"晚付{employer.paid_late}次"] if employer.paid_late else []),
        *([f"工人评{rating:.1f}星"] if rating is not None else []),
        *(["重点关注"] if employer.standing == Standing.WATCHED else []),
    ]


def _facts(posting: Posting, plan: Sequence[TermsShift]) -> list[str]:
    assert posting.terms is not None
    days = len({clock.local(shift.start_at).date() for shift in plan})
    return [
        *(["先到先得"] if posting.instant else []),
        *([f"共{days}天"] if days > 1 else []),
        *posting.terms.benefits[:2],
        *trust(posting.employer)[:3],
    ]


def reasons_shown(reasons: Sequence[str]) -> list[str]:
    """What speaks for a gig. The card says how far it is already; what could not be reckoned is no reason."""
    return [reason for reason in reasons if not reason.startswith("离您") and reason not in DOUBTS]
