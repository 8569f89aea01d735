"""有争议: what the two sides cannot agree on goes to the counter."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring import contest as contesting
from lingong.hiring.line import LINE
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.web.acting import signed_in

from .acts import mine, sent


class Ground(forms.Form):
    reason = forms.ChoiceField(
        label="哪里对不上", choices=list(contesting.GROUNDS.items()), widget=forms.RadioSelect
    )


@signed_in
def contest(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Stop here and call staff."""
    engagement, by = mine(request, public_id)
    form = Ground(request.POST or None)

    def act() -> None:
        contesting.contest(engagement=engagement, by=by, now=clock.now(), **form.cleaned_data)

    if sent(request, form, act, "交给驿站窗口处理了，工作人员会联系您和雇主。"):
        return redirect("web:engagement", public_id)
    if "contest" not in LINE.verbs_from(engagement.state, Side.WORKER):
        return redirect("web:engagement", public_id)
    return render(request, "worker/contest.html", {"engagement": engagement, "form": form})
