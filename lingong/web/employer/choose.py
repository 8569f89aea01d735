"""The employer's yes or no to somebody who asked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lingong.hiring.confirm import offer
from lingong.hiring.invite import offer_deadline
from lingong.hiring.leave import decline
from lingong.lib import clock
from lingong.web import acting, words

from .acts import done
from .mine import person_on
from .person import name_of


@require_POST
@acting.signed_in
def take(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """选用: the worker confirms within the time of the jurisdiction."""
    engagement, by = person_on(request, public_id)
    now = clock.now()
    until = offer_deadline(engagement.posting, now)
    return done(
        request,
        lambda: offer(engagement=engagement, by=by, now=now, answer_by=until),
        f"选了{name_of(engagement)}，等对方在 {words.moment(until, now)} 前点确认。",
        "web:candidates",
    )


@require_POST
@acting.signed_in
def refuse(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """不合适, with a reason."""
    engagement, by = person_on(request, public_id)
    reason = request.POST.get("reason", "")
    return done(
        request,
        lambda: decline(engagement=engagement, reason=reason, by=by, now=clock.now()),
        f"已经告诉{name_of(engagement)}这次不选对方。",
        "web:candidates",
    )
