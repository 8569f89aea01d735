"""不干了: step out with a reason, before or after confirming."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring.leave import REASONS
from lingong.hiring.leave import withdraw as leave
from lingong.hiring.line import HELD, LINE
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.web.acting import signed_in

from .acts import mine, sent

# The words a worker chooses from; the others of REASONS are an employer's.
MINE = ("other_work", "too_far", "pay_low", "time_no", "unwell", "not_as_said", "no_reason")


class Leaving(forms.Form):
    reason = forms.ChoiceField(
        label="为什么不干了", choices=[(code, REASONS[code]) for code in MINE], widget=forms.RadioSelect
    )


@signed_in
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask for the reason; what was worked stays and is paid."""
    engagement, by = mine(request, public_id)
    form, now = Leaving(request.POST or None), clock.now()
    said = "已经退出，名额放开给别人了。" if engagement.state in HELD else "已经退出。"

    def act() -> None:
        leave(engagement=engagement, reason=form.cleaned_data["reason"], by=by, now=now)

    if sent(request, form, act, said):
        return redirect("web:engagement", public_id)
    if "withdraw" not in LINE.verbs_from(engagement.state, Side.WORKER):
        return redirect("web:engagement", public_id)
    context = {"engagement": engagement, "form": form, "held": engagement.state in HELD}
    return render(request, "worker/withdraw.html", context)
