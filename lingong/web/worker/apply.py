"""我要报名, and 我来干 where the posting is the employer's standing yes."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lingong.hiring import apply as asking
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.web.acting import actor, once_only, signed_in, worker_of
from lingong.web.numbers import whole_number
from lingong.workers.models import Worker

from .gig import gig_for


@require_POST
@signed_in
def apply(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask for a place; the employer answers."""

    def ask(worker: Worker, posting: Posting) -> Engagement:
        by = actor(request, Side.WORKER)
        return asking.apply(worker=worker, posting=posting, by=by, now=clock.now())

    return _ask(request, public_id, ask, "报名送到了，雇主答复后会通知您。")


@require_POST
@signed_in
def grab(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the place at once, on the terms that were shown."""

    def ask(worker: Worker, posting: Posting) -> Engagement:
        return asking.grab(
            worker=worker, posting=posting, by=actor(request, Side.WORKER), now=clock.now(),
            terms_seen=whole_number(request.POST.get("terms", "")) or 0,
        )  # fmt: skip

    return _ask(request, public_id, ask, "抢到了，这个活定给您了。下一步签协议。")


def _ask(
    request: HttpRequest, public_id: UUID, ask: Callable[[Worker, Posting], Engagement], said: str
) -> HttpResponse:
    (posting, _), worker = gig_for(request, public_id, clock.now()), worker_of(request)
    if worker is None:
        return redirect("web:gig", public_id)  # its button leads to the registration
    try:
        answer = once_only(request, lambda: {"engagement": str(ask(worker, posting).public_id)})
    except Hidden:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return redirect("web:gig", public_id)
    messages.success(request, said)
    return redirect("web:engagement", answer["engagement"])
