"""For the wall and for WeChat groups: a sheet to print, a text to copy, the site code for the gate."""

from datetime import date, datetime
from io import BytesIO
from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from lingong.hiring.checkin import site_code
from lingong.jobs.models import Posting, Terms
from lingong.jobs.states import PUBLIC
from lingong.lib import clock, mask
from lingong.lib.refusal import Hidden
from lingong.web import acting

from .mine import posting_for, show
from .own import own
from .say_terms import Line, lines_of


@require_safe
@acting.signed_in
def sheet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The public facts of a published posting, with a QR code that leads to it."""
    posting, now = posting_for(request, public_id), clock.now()
    if posting.terms is None or posting.state not in PUBLIC:
        raise Hidden
    address = request.build_absolute_uri(_gig(posting))
    lines = public_lines(posting, posting.terms, now)
    said = "\n".join(f"{question}：{answer}" for question, answer in lines)
    text = f"【{own(posting).title}】还缺 {posting.places_left} 人\n{said}\n报名：{address}\n不收任何费用，签约后双方互见电话。"
    context = {"own": own(posting), "lines": lines, "text": text, "code": qr(address), "address": address}
    return show(request, "employer/sheet.html", posting.employer, context)


@require_safe
@acting.signed_in
def gate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The site codes of the days to come, large: workers enter them on their phones."""
    posting, now = posting_for(request, public_id), clock.now()
    if posting.terms is None:
        raise Hidden
    days = sorted(
        {clock.local(shift.start_at).date() for shift in posting.terms.shifts.all() if shift.end_at > now}
    )
    context = {"own": own(posting), "codes": codes(posting, days[:7])}
    return show(request, "employer/gate.html", posting.employer, context)


def codes(posting: Posting, days: list[date]) -> list[tuple[date, str]]:
    """(day, six digits in two groups)."""
    found = [(day, site_code(posting, day)) for day in days]
    return [(day, f"{code[:3]} {code[3:]}") for day, code in found]


def public_lines(posting: Posting, terms: Terms, now: datetime) -> list[Line]:
    """What may hang on a wall: a household's exact address is not told before both signed."""
    lines = dict(lines_of(terms, now, on_paper=True))
    if posting.employer.person is not None:
        lines["在哪里"] = mask.address(terms.place)
    return [*lines.items(), ("谁招", posting.employer.shown_name)]


def qr(text: str) -> SafeString:
    """A QR code as an SVG drawing that can be printed at any size."""
    out = BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, svgclass="qr", lineclass=None, border=2, omitsize=True
    )
    return mark_safe(out.getvalue().decode())  # drawn by segno from an address of ours


def _gig(posting: Posting) -> str:
    try:
        return reverse("web:gig", args=[posting.public_id])
    except NoReverseMatch:
        return "/"
