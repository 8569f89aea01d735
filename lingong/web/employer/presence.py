"""At the gate and after work: came, did not come, came after all; how long each worked."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lingong.hiring.access import shift_for
from lingong.hiring.checkin import check_in, excuse, mark_absent
from lingong.hiring.finish import report
from lingong.hiring.models import Shift
from lingong.jobs.models import PayUnit
from lingong.journal.actor import Actor, Side, Via
from lingong.lib import clock
from lingong.web import acting

from .acts import Act, done, each_done, once_done
from .mine import back_to, boss, posting_for, show
from .person import name_of
from .today import row_of, shifts_of

TODAY = "web:today"


def _shift(request: HttpRequest, public_id: UUID, shift_id: int) -> tuple[Shift, Actor]:
    return shift_for(acting.user_of(request), public_id, shift_id, Side.EMPLOYER, Via.WEB)


@require_POST
@acting.signed_in
def came(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """The employer sees the worker on site."""
    shift, by = _shift(request, public_id, shift_id)
    said = f"记下了：{name_of(shift.engagement)}到了。"
    return done(request, lambda: check_in(shift=shift, by=by, now=clock.now()), said, TODAY)


@require_POST
@acting.signed_in
def absent(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """The worker did not come."""
    shift, by = _shift(request, public_id, shift_id)
    said = f"记下了：{name_of(shift.engagement)}没来。要补人，点“补人”。"
    return done(request, lambda: mark_absent(shift=shift, by=by, now=clock.now()), said, TODAY)


@require_POST
@acting.signed_in
def came_after_all(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """An absence is corrected."""
    shift, by = _shift(request, public_id, shift_id)
    said = f"改过来了：{name_of(shift.engagement)}到了。"
    return done(request, lambda: excuse(shift=shift, by=by, now=clock.now()), said, TODAY)


class Hours(forms.Form):
    """Whole hours and minutes, so that both sides can state exactly the same; pieces where paid by them."""

    hours = forms.IntegerField(label="干了几小时", min_value=0, max_value=24)
    minutes = forms.IntegerField(label="零几分钟", min_value=0, max_value=59, required=False)
    pieces = forms.IntegerField(label="干了多少", min_value=0, required=False)

    def __init__(self, shift: Shift, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        terms = shift.engagement.terms
        if terms.pay_unit == PayUnit.PIECE:
            self.fields["pieces"].label = f"干了多少{terms.unit_word}"
            self.fields["pieces"].required = True
        else:
            del self.fields["pieces"]

    def whole(self) -> int:
        """Minutes worked."""
        return int(self.cleaned_data["hours"]) * 60 + int(self.cleaned_data["minutes"] or 0)


@acting.signed_in
def employer_hours(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """State hours (and pieces) of one shift; equal to the worker's they are accepted."""
    shift, by = _shift(request, public_id, shift_id)
    start = shift.worker_minutes or shift.minutes
    initial = {"hours": start // 60, "minutes": start % 60 or None, "pieces": shift.worker_pieces}
    form = Hours(shift, request.POST or None, initial=initial)

    def act() -> None:
        once_done(request, _report(shift, by, form.whole, form.cleaned_data.get("pieces")))

    if request.method == "POST" and form.is_valid() and acting.accepted(form, act):
        messages.success(request, _said(shift))
        return back_to(request, TODAY)
    context = {"row": row_of(shift, clock.now()), "form": form, "unit": shift.engagement.terms.unit_word}
    return show(request, "employer/hours.html", shift.engagement.posting.employer, context)


def _report(shift: Shift, by: Actor, minutes: Any, pieces: int | None) -> Act:
    return lambda: report(shift=shift, by=by, now=clock.now(), minutes=minutes(), pieces=pieces)


def _said(shift: Shift) -> str:
    shift.refresh_from_db()
    if shift.accepted_at is not None:
        return f"和{name_of(shift.engagement)}报的一样，工时认了。"
    return f"{name_of(shift.engagement)}的工时报了，等对方也报。"


@require_POST
@acting.signed_in
def same(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """Accept the worker's own numbers."""
    shift, by = _shift(request, public_id, shift_id)
    act = _report(shift, by, lambda: shift.worker_minutes or 0, shift.worker_pieces)
    return done(request, act, f"按{name_of(shift.engagement)}报的认了。", TODAY)


@require_POST
@acting.signed_in
def planned_hours(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The planned hours for everybody of a posting who was there and of whom nothing is stated yet."""
    posting, by, now = posting_for(request, public_id), boss(request), clock.now()
    rows = [
        row_of(s, now)
        for s in shifts_of(posting.employer, now, tomorrow=False).filter(engagement__posting=posting)
    ]
    acts = [
        (row.name, _report(row.shift, by, lambda row=row: row.shift.minutes, None))
        for row in rows
        if "plan" in row.may
    ]
    return each_done(request, acts, "{} 个人都按计划的工时报了，等大家也报。", TODAY)
