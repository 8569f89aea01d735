"""One gig of mine: where it stands, what to do next, the terms, the shifts with their pay, the way out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lingong.employers.models import Employer
from lingong.hiring.agree import key_terms
from lingong.hiring.checkin import EARLY
from lingong.hiring.leave import REASONS
from lingong.hiring.line import LINE, OPEN, SHIFT, ShiftState, State
from lingong.hiring.models import Engagement, Rating, Shift
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Terms
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.people.models import Person
from lingong.web.acting import signed_in

from .acts import mine
from .cards import lines, names_of, pay_of, shown_place, trust
from .progress import next_of, steps
from .stations import map_url
from .work import fetched

CLOCK_REASONS = {
    "employer_silent": "雇主一直没答复",
    "posting_ended": "这个活已经不招了",
    "no_answer": "过了确认时间",
    "absent": "没到岗",
}
TONES = {
    ShiftState.DUE: "info",
    ShiftState.PRESENT: "info",
    ShiftState.ABSENT: "bad",
    ShiftState.ACCEPTED: "info",
    ShiftState.PAY_DUE: "warn",
    ShiftState.PAID: "warn",
    ShiftState.RECEIVED: "good",
    ShiftState.CANCELLED: "plain",
}


@require_safe
@signed_in
def engagement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The worker's side of one engagement."""
    now = clock.now()
    own, _ = mine(request, public_id)
    found = fetched(Engagement.objects.filter(pk=own.pk)).get()
    context = {
        "engagement": found,
        "steps": steps(found, now),
        "next": next_of(found, now),
        "verbs": LINE.verbs_from(found.state, Side.WORKER),
        "too_late": bool(found.answer_by_at and found.answer_by_at <= now),
        "changed": changed(found) if found.must_reaccept else [],
        "shifts": shifts_of(found, now),
        "employer": employer_of(found),
        "reason": {**REASONS, **CLOCK_REASONS}.get(found.reason, "") if found.is_over else "",
        **_offer(found, now),
        **_ratings(found.ratings.all()),
    }
    return render(request, "worker/engagement.html", context)


def _offer(engagement: Engagement, now: datetime) -> dict[str, Any]:
    """What the work is; the exact place once both have signed."""
    terms, opened = shown_terms(engagement), engagement.contact_open
    place = shown_place(terms, names_of({terms.region}), exact=opened)
    return {
        "title": trade_name(terms.trade),
        "terms": terms,
        "pay": pay_of(terms),
        "lines": lines(terms, now=now, place=place),
        "map": map_url(terms.lat, terms.lon, terms.place) if opened else "",
    }


def shown_terms(engagement: Engagement) -> Terms:
    """What the posting offers now until the worker agreed to it, then what was agreed to."""
    offered = engagement.posting.terms if engagement.state in OPEN else None
    return offered or engagement.terms


def changed(engagement: Engagement) -> list[tuple[str, str, str]]:
    """(question, agreed, new) of the key terms that differ; everything where only the shifts moved."""
    new = engagement.posting.terms
    assert new is not None  # must_reaccept compares it
    both = zip(key_terms(engagement.terms), key_terms(new), strict=True)
    pairs = [(question, old, now) for (question, old), (_, now) in both]
    return [pair for pair in pairs if pair[1] != pair[2]] or pairs


def shifts_of(engagement: Engagement, now: datetime) -> list[dict[str, Any]]:
    """Each shift with its state, its money and what the worker may do with it now."""
    rows = sorted(engagement.shifts.all(), key=lambda shift: shift.start_at)
    working = engagement.state in (State.AGREED, State.WORKING)
    return [_shift(shift, now, working) for shift in rows]


def _shift(shift: Shift, now: datetime, working: bool) -> dict[str, Any]:
    state = ShiftState(shift.state)
    verbs = SHIFT.verbs_from(state, Side.WORKER)
    return {
        "id": shift.pk,
        "start_at": shift.start_at,
        "end_at": shift.end_at,
        "state": state.label,
        "tone": TONES[state],
        "row": shift,
        "late_days": shift.overdue_days(now),
        "can_check_in": "check_in" in verbs and working and shift.start_at - EARLY <= now <= shift.end_at,
        "can_report": "report" in verbs and working and now >= shift.start_at,
        "can_receive": "receive" in verbs,
        "can_deny": "not_received" in verbs,
    }


def employer_of(engagement: Engagement) -> dict[str, Any]:
    """Who hires: named and with a phone only once both have signed."""
    employer = engagement.posting.employer
    contact = contact_person(employer) if engagement.contact_open else None
    name = employer.shown_name
    if contact is not None and employer.organisation is None:
        name = contact.name
    return {
        "name": name,
        "phone": contact.phone if contact else "",
        "contact": contact.name if contact and employer.organisation is not None else "",
        "facts": [employer.get_kind_display(), *trust(employer)],
    }


def contact_person(employer: Employer) -> Person | None:
    """The household's person, else the firm's first member."""
    if employer.person is not None:
        return employer.person
    member = employer.members.filter(ended_at=None).select_related("person").order_by("pk").first()
    return member.person if member else None


def _ratings(ratings: Iterable[Rating]) -> dict[str, Rating | None]:
    by_side: dict[str, Rating] = {rating.side: rating for rating in ratings}
    return {"my_rating": by_side.get(Side.WORKER), "their_rating": by_side.get(Side.EMPLOYER)}
