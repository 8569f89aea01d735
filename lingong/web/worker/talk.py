"""问雇主: words between the two sides; numbers are exchanged by the agreement, not here."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring import talk as talking
from lingong.hiring.line import LINE
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.web.acting import signed_in

from .acts import mine, sent

LAST = 100


class Words(forms.Form):
    text = forms.CharField(
        label="想说什么", max_length=talking.MOST, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"太长了，请写在 {talking.MOST} 字以内。"},
    )  # fmt: skip


@signed_in
def talk(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was said, oldest first, and a box for the next words while the gig is on."""
    engagement, by = mine(request, public_id)
    form = Words(request.POST or None)

    def act() -> None:
        talking.talk(engagement=engagement, by=by, now=clock.now(), **form.cleaned_data)

    if sent(request, form, act, "发出去了，雇主会收到通知。"):
        return redirect("web:my_talk", public_id)
    context = {
        "engagement": engagement,
        "form": form,
        "said": list(reversed(engagement.talks.order_by("-pk")[:LAST])),
        "open": "talk" in LINE.verbs_from(engagement.state, Side.WORKER),
        "employer": engagement.posting.employer.shown_name,
    }
    return render(request, "worker/talk.html", context)
