"""An employer at the counter: who it is, its postings, verify by its licence."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.web.acting import staff_with

from .frame import desk_page, remember
from .reach import reach, within
from .walk_in import see_licence

MOST = 20


def employer_in_reach(request: HttpRequest, public_id: UUID, right: Right = Right.PERSON_READ) -> Employer:
    """An employer of the clerk's districts; Hidden (404) otherwise."""
    rows = Employer.objects.filter(within(request, right), public_id=public_id)
    found = rows.select_related("organisation", "person").first()
    if found is None:
        raise Hidden
    return found


@staff_with(Right.PERSON_READ)
@require_safe
def employer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show an employer with its postings, the newest first."""
    body = employer_in_reach(request, public_id)
    remember(request, "employer", public_id)
    postings = body.postings.select_related("terms").order_by("-pk")[:MOST]
    members = body.members.filter(ended_at=None).select_related("person")
    people = [body.person] if body.person is not None else [member.person for member in members]
    context = {
        "employer": body, "postings": postings, "people": people,
        "may_verify": bool(reach(request, Right.EMPLOYER_VERIFY)),
        "may_post": bool(reach(request, Right.POSTING_WRITE)),
    }  # fmt: skip
    return desk_page(request, "employer.html", context)


@staff_with(Right.EMPLOYER_VERIFY)
@require_POST
def licence(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The licence was seen, or the household's person is verified: the employer may publish."""
    body = employer_in_reach(request, public_id, Right.EMPLOYER_VERIFY)
    try:
        see_licence(request, body, clock.now())
        messages.success(request, f"{body.shown_name}已核验，可以发布招工。")
    except Refusal as refusal:
        messages.error(request, refusal.text)
    return redirect("web:desk_employer", public_id)
