"""The worker's yes: to an offer, and to terms the employer changed afterwards."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lingong.hiring import confirm as confirming
from lingong.hiring.reaccept import reaccept as accept_again
from lingong.lib import clock
from lingong.web.acting import signed_in
from lingong.web.numbers import whole_number

from .acts import done, mine


@require_POST
@signed_in
def confirm(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the place, on the terms that were shown."""
    engagement, by = mine(request, public_id)
    seen, now = terms_seen(request), clock.now()
    return done(
        request, engagement,
        lambda: confirming.confirm(engagement=engagement, by=by, now=now, terms_seen=seen),
        "定下来了，这个活是您的。下一步签协议。",
    )  # fmt: skip


@require_POST
@signed_in
def reaccept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Agree to the changed terms that were shown."""
    engagement, by = mine(request, public_id)
    seen, now = terms_seen(request), clock.now()
    return done(
        request, engagement,
        lambda: accept_again(engagement=engagement, by=by, now=now, terms_seen=seen),
        "按新的条件定下来了。请再签一次协议。",
    )  # fmt: skip


def terms_seen(request: HttpRequest) -> int:
    """Number of the version on the page; without one nothing fits, so nobody agrees to what was not shown."""
    return whole_number(request.POST.get("terms", "")) or 0
