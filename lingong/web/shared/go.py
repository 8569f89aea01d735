"""`/go/<kind>/<id>/`: from a message to the page of its object, for the side that asks."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from lingong.accounts.models import User
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web.acting import signed_in


@require_safe
@signed_in
def go(request: HttpRequest, object_kind: str, public_id: UUID) -> HttpResponse:
    """Unknown kinds, unknown ids and what is not yours look alike: 404."""
    user = request.user
    route = _ROUTES.get(object_kind)
    if route is None or not isinstance(user, User):
        raise Hidden
    return redirect(route(user, public_id), public_id)


def _engagement(user: User, public_id: UUID) -> str:
    rows = Engagement.objects.visible_to(user).filter(public_id=public_id)
    if not rows.exists():
        raise Hidden
    if rows.of_worker(user).exists():
        return "web:engagement"
    return "web:candidate" if rows.of_employer(user).exists() else "web:desk_engagement"


def _posting(user: User, public_id: UUID) -> str:
    now = clock.now()
    rows = Posting.objects.visible_to(user, now).filter(public_id=public_id)
    if not rows.exists():
        raise Hidden
    if rows.of(user).exists():
        return "web:posting"
    return "web:desk_posting" if user.is_staff_account else "web:gig"


_ROUTES = {"engagement": _engagement, "posting": _posting}
