"""A posting at the counter: its people, and who else would fit, one key each."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from lingong.accounts.rights import Right
from lingong.hiring.agree import key_terms
from lingong.hiring.invite import propose
from lingong.hiring.line import EXITS
from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.matching.recommend import RankedWorker, recommend_workers
from lingong.web.acting import actor, once_only, staff_with
from lingong.workers.models import Worker

from .frame import desk_page, remember
from .reach import reach, within

MOST = 60  # looked at
SHOWN = 9  # one key each


def posting_in_reach(request: HttpRequest, public_id: UUID, right: Right) -> Posting:
    """A posting of the clerk's districts, public or not; Hidden (404) otherwise."""
    found = Posting.objects.filter(within(request, right), public_id=public_id).for_page().first()
    if found is None:
        raise Hidden
    return found


@staff_with(Right.POSTING_READ)
@require_safe
def posting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show a posting: what is offered, who stands on it, and while places are free who would fit."""
    offered = posting_in_reach(request, public_id, Right.POSTING_READ)
    remember(request, "posting", public_id)
    terms = offered.terms or offered.versions.order_by("-number").first()
    people = offered.engagements.select_related("worker__person").order_by("pk")
    asked = people.exclude(state__in=EXITS).values_list("worker_id", flat=True)
    context = {
        "posting": offered, "terms": terms, "lines": key_terms(terms) if terms else [], "people": list(people),
        "ranked": _fitting(request, offered, set(asked)), "may_open": bool(reach(request, Right.ENGAGEMENT_ASSIST)),
        "may_see": bool(reach(request, Right.PERSON_READ)),
    }  # fmt: skip
    return desk_page(request, "posting.html", context)


def _fitting(request: HttpRequest, offered: Posting, asked: set[int]) -> list[RankedWorker]:
    """Who fits and is free, of the clerk's districts, for the keys 1 to 9; who stands on it already is left out."""
    here = tuple(reach(request, Right.PERSON_READ)) if reach(request, Right.MATCH_PROPOSE) else ()
    if offered.state != PostingState.PUBLISHED or not here:
        return []
    found = recommend_workers(posting=offered, now=clock.now(), k=MOST)
    return [one for one in found if one.worker.pk not in asked and one.worker.region.startswith(here)][:SHOWN]


@staff_with(Right.MATCH_PROPOSE)
@require_POST
def propose_to(request: HttpRequest, public_id: UUID, worker_id: UUID) -> HttpResponse:
    """Bring a worker and this posting together: the employer says yes, then the worker."""
    offered = posting_in_reach(request, public_id, Right.MATCH_PROPOSE)
    rows = Worker.objects.filter(within(request, Right.PERSON_READ), public_id=worker_id).select_related(
        "person"
    )
    worker = rows.first()
    if worker is None:
        raise Hidden
    by = actor(request, Side.STAFF, Via.DESK, str(worker.person.public_id))
    try:
        made = once_only(
            request,
            lambda: {"id": str(propose(worker=worker, posting=offered, by=by, now=clock.now()).public_id)},
        )
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return redirect("web:desk_posting", public_id)
    messages.success(request, f"已把{worker.person.name}介绍给雇主，等雇主答复。")
    return redirect("web:desk_engagement", made["id"])
