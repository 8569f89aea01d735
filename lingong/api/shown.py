"""What programs are shown of postings, workers and engagements: masked as on pages."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from lingong.employers.models import Employer
from lingong.hiring.line import LINE, SHIFT
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting, Terms
from lingong.journal.actor import Side
from lingong.lib import mask
from lingong.workers.models import Worker

from .access import user_of


class ShiftPlanned(Schema):
    start_at: datetime
    end_at: datetime


class EmployerShown(Schema):
    id: UUID
    name: str
    kind: str
    verified: bool
    rating: float | None
    paid_on_time: int
    paid_late: int


class TermsShown(Schema):
    """One version of what is offered. `place` is cut short until both sides have signed."""

    number: int
    trade: str
    trade_name: str
    gig_type: str
    task: str
    headcount: int
    region: str
    place: str
    pay_fen: int
    pay_unit: str
    unit_word: str
    settlement: str
    pay_days: int
    age_min: int
    age_max: int | None
    certificates: list[str]
    requirements: str
    benefits: list[str]
    shifts: list[ShiftPlanned]


class PostingShown(Schema):
    id: UUID
    state: str
    employer: EmployerShown
    instant: bool
    places_left: int
    published_at: datetime | None
    expires_at: datetime | None
    terms: TermsShown | None


class WorkerShown(Schema):
    """Called by surname until contact is open; the phone only after that."""

    id: UUID
    name: str
    phone: str
    attended: int
    reliability: float | None
    rating: float | None


class ContactShown(Schema):
    name: str
    phone: str


class ShiftShown(ShiftPlanned):
    id: int
    state: str
    may: list[str]
    worker_minutes: int | None
    employer_minutes: int | None
    amount_fen: int | None
    due_date: date | None
    paid_fen: int | None


class EngagementShown(Schema):
    """`side` is whose view it is; `may` are the verbs of that side now."""

    id: UUID
    state: str
    side: str
    may: list[str]
    posting: UUID
    employer: EmployerShown
    worker: WorkerShown
    contact: ContactShown | None
    terms: TermsShown
    new_terms: int | None
    answer_by_at: datetime | None
    started_at: datetime
    shifts: list[ShiftShown]


def employer_shown(employer: Employer) -> dict[str, Any]:
    return {
        "id": employer.public_id,
        "name": employer.shown_name,
        "kind": employer.kind,
        "verified": employer.is_verified,
        "rating": employer.rating,
        "paid_on_time": employer.paid_on_time,
        "paid_late": employer.paid_late,
    }


def worker_shown(worker: Worker, *, is_open: bool = False) -> dict[str, Any]:
    person = worker.person
    return {
        "id": worker.public_id,
        "name": person.name if is_open else mask.calling_name(person.name, person.sex),
        "phone": person.phone if is_open else "",
        "attended": worker.attended,
        "reliability": worker.reliability,
        "rating": worker.rating,
    }


def terms_shown(terms: Terms, *, is_open: bool = False) -> dict[str, Any]:
    same = (
        "number", "trade", "gig_type", "task", "headcount", "region", "pay_fen", "pay_unit", "unit_word",
        "settlement", "pay_days", "age_min", "age_max", "certificates", "requirements", "benefits",
    )  # fmt: skip
    return {name: getattr(terms, name) for name in same} | {
        "trade_name": trade_name(terms.trade),
        "place": terms.place if is_open else mask.address(terms.place),
        "shifts": sorted(
            ({"start_at": one.start_at, "end_at": one.end_at} for one in terms.shifts.all()),
            key=lambda one: one["start_at"],
        ),
    }


def posting_shown(posting: Posting, *, is_own: bool = False) -> dict[str, Any]:
    return {
        "id": posting.public_id,
        "state": posting.state,
        "employer": employer_shown(posting.employer),
        "instant": posting.instant,
        "places_left": posting.places_left,
        "published_at": posting.published_at,
        "expires_at": posting.expires_at,
        "terms": terms_shown(posting.terms, is_open=is_own) if posting.terms else None,
    }


def engagement_shown(request: HttpRequest, engagement: Engagement) -> dict[str, Any]:
    """The engagement as the signed-in user sees it."""
    side = _side(request, engagement)
    is_open = engagement.contact_open and side != Side.STAFF
    return {
        "id": engagement.public_id,
        "state": engagement.state,
        "side": side,
        "may": LINE.verbs_from(engagement.state, side),
        "posting": engagement.posting.public_id,
        "employer": employer_shown(engagement.posting.employer),
        "worker": worker_shown(engagement.worker, is_open=is_open),
        "contact": _contact(engagement.posting.employer) if is_open else None,
        "terms": terms_shown(engagement.terms, is_open=is_open or side == Side.EMPLOYER),
        "new_terms": engagement.posting.terms.number
        if engagement.must_reaccept and engagement.posting.terms
        else None,
        "answer_by_at": engagement.answer_by_at,
        "started_at": engagement.started_at,
        "shifts": [_shift_shown(shift, side) for shift in engagement.shifts.order_by("start_at")],
    }


def _shift_shown(shift: Shift, side: Side) -> dict[str, Any]:
    same = (
        "id", "state", "start_at", "end_at", "worker_minutes", "employer_minutes", "amount_fen", "due_date",
        "paid_fen",
    )  # fmt: skip
    return {name: getattr(shift, name) for name in same} | {"may": SHIFT.verbs_from(shift.state, side)}


def _side(request: HttpRequest, engagement: Engagement) -> Side:
    user = user_of(request)
    if engagement.worker.person.account_id == user.pk:
        return Side.WORKER
    is_employer = Employer.objects.of(user).filter(pk=engagement.posting.employer_id).exists()
    return Side.EMPLOYER if is_employer else Side.STAFF


def _contact(employer: Employer) -> dict[str, str]:
    person = employer.person
    if person is None:
        member = employer.members.filter(ended_at=None).select_related("person").order_by("pk").first()
        person = member.person if member else None
    return {"name": employer.contact_name, "phone": person.phone if person else ""}
