"""Postings, workers and engagements as programs are shown them: masked as on pages."""

from dataclasses import dataclass
from typing import Any

from lingong.accounts.models import User
from lingong.employers.models import Employer
from lingong.hiring.line import LINE, SHIFT
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting, Terms
from lingong.journal.actor import Side
from lingong.lib import mask
from lingong.workers.models import Worker


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


@dataclass(frozen=True)
class Viewer:
    """Who looks: the account and the employers it may act for, asked once for a whole list."""

    user: int
    employers: frozenset[int]

    @classmethod
    def of(cls, user: User) -> "Viewer":
        return cls(user.pk, frozenset(Employer.objects.of(user).values_list("pk", flat=True)))

    def side_of(self, engagement: Engagement) -> Side:
        if engagement.worker.person.account_id == self.user:
            return Side.WORKER
        return Side.EMPLOYER if engagement.posting.employer_id in self.employers else Side.STAFF


def engagement_shown(engagement: Engagement, viewer: Viewer) -> dict[str, Any]:
    """The engagement as its viewer sees it."""
    side = viewer.side_of(engagement)
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
        "shifts": [
            _shift_shown(shift, side)
            for shift in sorted(engagement.shifts.all(), key=lambda one: one.start_at)
        ],
    }


def _shift_shown(shift: Shift, side: Side) -> dict[str, Any]:
    same = (
        "id", "state", "start_at", "end_at", "worker_minutes", "employer_minutes", "amount_fen", "due_date",
        "paid_fen",
    )  # fmt: skip
    return {name: getattr(shift, name) for name in same} | {"may": SHIFT.verbs_from(shift.state, side)}


def _contact(employer: Employer) -> dict[str, str]:
    person = employer.person
    if person is None:
        member = employer.members.filter(ended_at=None).select_related("person").order_by("pk").first()
        person = member.person if member else None
    return {"name": employer.contact_name, "phone": person.phone if person else ""}
