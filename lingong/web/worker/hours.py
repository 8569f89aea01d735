"""报工时: how long, and how many pieces where pay is by the piece. Equal numbers of both sides stand."""

from decimal import Decimal
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lingong.hiring.finish import report
from lingong.hiring.line import ShiftState
from lingong.hiring.models import Shift
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import PayUnit
from lingong.lib import clock
from lingong.web.acting import signed_in
from lingong.web.numbers import whole_number

from .acts import done, my_shift, sent


class Hours(forms.Form):
    """Fields are named like the facts they become, so that a refusal stands beside its field."""

    minutes = forms.DecimalField(
        label="干了几个小时", min_value=Decimal("0.1"), max_value=24, max_digits=4, decimal_places=2,
        error_messages={
            "min_value": "干了多长时间？请填 0 到 24 小时之间。",
            "max_value": "一个班最多 24 小时，请检查。",
            "invalid": "请填数字，例如 8 或 7.5。",
        },
    )  # fmt: skip
    pieces = forms.IntegerField(min_value=0, error_messages={"invalid": "请填数字，例如 120。"})

    def __init__(self, data: QueryDict | None, shift: Shift) -> None:
        super().__init__(data, initial=_plan(shift))
        terms = shift.engagement.terms
        if terms.pay_unit == PayUnit.PIECE:
            self.fields["pieces"].label = f"干了多少{terms.unit_word}"
        else:
            del self.fields["pieces"]

    def clean_minutes(self) -> int:
        """Hours as typed become minutes, as the verb wants them."""
        return round(self.cleaned_data["minutes"] * 60)


@signed_in
def hours(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """State the own numbers, filled in with the plan."""
    shift, by = my_shift(request, public_id, shift_id)
    form = Hours(request.POST or None, shift)

    def act() -> None:
        report(shift=shift, by=by, now=clock.now(), **form.cleaned_data)

    if sent(request, form, act, "工时报上去了。雇主报的和您一样就算认可，不一样会告诉您。"):
        return redirect("web:engagement", public_id)
    if shift.state != ShiftState.PRESENT:
        return redirect("web:engagement", public_id)
    title = trade_name(shift.engagement.terms.trade)
    return render(request, "worker/hours.html", {"shift": shift, "form": form, "title": title})


@require_POST
@signed_in
def same_hours(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """Agree with what the employer stated, as it stood on the page."""
    shift, by = my_shift(request, public_id, shift_id)
    minutes, pieces = (whole_number(request.POST.get(name, "")) for name in ("minutes", "pieces"))
    return done(
        request, shift.engagement,
        lambda: report(shift=shift, by=by, now=clock.now(), minutes=minutes or 0, pieces=pieces),
        "工时双方都认可了，等雇主付钱。",
    )  # fmt: skip


def _plan(shift: Shift) -> dict[str, object]:
    """What was stated before, else the planned time; pieces only if stated."""
    minutes = shift.worker_minutes or shift.minutes
    return {"minutes": f"{Decimal(minutes) / 60:.2f}".rstrip("0").rstrip("."), "pieces": shift.worker_pieces}
