"""候选人: by posting, who asked, who is recommended, who still has to confirm, who is confirmed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from lingong.employers.models import Employer
from lingong.hiring.invite import invite
from lingong.hiring.leave import REASONS
from lingong.hiring.line import EXITS, HELD, OPEN, State
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.jobs.states import LIVE, PostingState
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.matching.recommend import RankedWorker, recommend_workers
from lingong.web import acting
from lingong.workers.models import Worker

from .acts import done
from .mine import boss, for_employer, posting_for, show
from .own import Own, own
from .person import DECLINE, all_shown, people, record

MOST_RECOMMENDED = 8
SHORT = Q(engagements__state__in=(State.APPLIED, State.PROPOSED))


@dataclass(frozen=True, slots=True)
class Suggested:
    """A recommended worker, with the reasons in words."""

    worker: Worker
    name: str
    facts: list[str]
    why: str


@require_safe
@for_employer
def candidates(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The people of one posting, the others a tap away."""
    now = clock.now()
    choices = _choices(employer)
    wanted = request.GET.get("posting")
    chosen = own(posting_for(request, wanted)) if wanted else choices[0] if choices else None
    context: dict[str, Any] = {"choices": choices, "chosen": chosen}
    if chosen is not None:
        context |= _groups(chosen.posting, now)
        context["suggested"] = _suggested(chosen.posting, now)
        context["reasons"] = [(code, REASONS[code]) for code in DECLINE]
        context["here"] = f"{request.path}?posting={chosen.posting.public_id}"
    return show(request, "employer/candidates.html", employer, context)


def _choices(employer: Employer) -> list[Own]:
    """Postings that look for people or on which somebody is; most waiting for an answer first."""
    live = Q(state__in=LIVE) | Q(engagements__state__in=(*OPEN, *HELD))
    rows = Posting.objects.filter(employer=employer).filter(live).for_page()
    rows = rows.prefetch_related("versions__shifts", "terms__shifts").distinct()
    first = rows.annotate(waiting=Count("engagements", filter=SHORT, distinct=True))
    return [own(posting) for posting in first.order_by("-waiting", "starts_at", "pk")[:20]]


def _groups(posting: Posting, now: datetime) -> dict[str, Any]:
    rows = people(posting.employer).filter(posting=posting).order_by("started_at", "pk")
    every = all_shown(rows, now)
    return {
        "asking": [one for one in every if one.engagement.state in (State.APPLIED, State.PROPOSED)],
        "offered": [one for one in every if one.engagement.state == State.OFFERED],
        "held": [one for one in every if one.engagement.state in (*HELD, State.CONTESTED)],
        "to_sign": sum(one.engagement.state in HELD and not one.signed_by_us for one in every),
        "over": [one for one in every if one.engagement.state in EXITS],
    }


def _suggested(posting: Posting, now: datetime) -> list[Suggested]:
    """Recommended workers who are not on the posting yet; none where it takes nobody now."""
    if posting.state != PostingState.PUBLISHED or posting.expires_at is None or posting.expires_at <= now:
        return []
    there = set(Engagement.objects.filter(posting=posting).values_list("worker_id", flat=True))
    ranked = recommend_workers(posting=posting, now=now, k=MOST_RECOMMENDED + len(there))
    return [_suggestion(row) for row in ranked if row.worker.pk not in there][:MOST_RECOMMENDED]


def _suggestion(row: RankedWorker) -> Suggested:
    return Suggested(
        row.worker, str(row.worker), [fact for fact in record(row.worker) if fact], "，".join(row.reasons)
    )


@require_POST
@acting.signed_in
def ask(request: HttpRequest, public_id: UUID, worker_id: UUID) -> HttpResponse:
    """Invite a recommended worker."""
    posting, now = posting_for(request, public_id), clock.now()
    worker = Worker.objects.select_related("person").filter(public_id=worker_id).first()
    if worker is None:
        raise Hidden
    return done(
        request,
        lambda: invite(worker=worker, posting=posting, by=boss(request), now=now),
        f"请了{worker.person}，等对方点确认。",
        "web:candidates",
    )
