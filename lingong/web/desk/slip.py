"""The printed slip for people without a phone: where, when, how much, whom to ask for, and a code to scan."""

import io
from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lingong.accounts.rights import Right
from lingong.hiring.access import engagement_for
from lingong.hiring.agree import key_terms
from lingong.hiring.line import HELD
from lingong.hiring.models import Engagement
from lingong.journal.actor import Side, Via
from lingong.lib.mask import address
from lingong.people.models import Person
from lingong.web.acting import staff_with, user_of

from .agreement import may_sign
from .frame import desk_page


@staff_with(Right.ENGAGEMENT_ASSIST)
@require_safe
def slip(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Big words on a narrow paper; the contact only once both have signed."""
    found, _ = engagement_for(user_of(request), public_id, Side.STAFF, Via.DESK)
    shifts = found.shifts.order_by("start_at")
    context = {
        "engagement": found, "first": shifts.first(), "count": shifts.count(), "contact": contact_of(found),
        "terms": found.terms, "place": found.terms.place if found.contact_open else address(found.terms.place),
        "lines": dict(key_terms(found.terms)), "held": found.state in HELD,
    }  # fmt: skip
    return desk_page(request, "slip.html", context)


@staff_with(Right.ENGAGEMENT_ASSIST)
@require_safe
def slip_code(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The slip's QR code as a picture: it opens this engagement for whoever may see it."""
    found, _ = engagement_for(user_of(request), public_id, Side.STAFF, Via.DESK)
    page = request.build_absolute_uri(f"/go/engagement/{found.public_id}")
    picture = io.BytesIO()
    segno.make(page, error="m").save(picture, kind="svg", scale=4, border=2, xmldecl=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


def contact_of(about: Engagement) -> Person | None:
    """Whom to ask for on site; nobody is named before both have signed."""
    if not about.contact_open:
        return None
    return next(iter(may_sign(about, Side.EMPLOYER)), None)
