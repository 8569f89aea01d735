"""评价 and 回复: stars and a few words about the employer; one answer to what the employer wrote."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring import rate as rating
from lingong.hiring.line import LINE
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web.acting import signed_in

from .acts import mine, sent

STARS = [(5, "5 星 很好"), (4, "4 星 好"), (3, "3 星 一般"), (2, "2 星 不好"), (1, "1 星 很差")]


class Stars(forms.Form):
    stars = forms.TypedChoiceField(label="这家怎么样", choices=STARS, coerce=int, widget=forms.RadioSelect)
    text = forms.CharField(
        label="说两句", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="活和说的一样吗？钱按时给了吗？别写电话。",
    )  # fmt: skip


class Answer(forms.Form):
    text = forms.CharField(label="您的回复", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


@signed_in
def rate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One to five stars, once."""
    engagement, by = mine(request, public_id)
    form = Stars(request.POST or None)

    def act() -> None:
        rating.rate(engagement=engagement, by=by, now=clock.now(), **form.cleaned_data)

    if sent(request, form, act, "评价记下了，谢谢您。别的工人能看到这家的星级。"):
        return redirect("web:engagement", public_id)
    rated = engagement.ratings.filter(side=Side.WORKER).exists()
    if rated or "rate" not in LINE.verbs_from(engagement.state, Side.WORKER):
        return redirect("web:engagement", public_id)
    return render(request, "worker/rate.html", {"engagement": engagement, "form": form})


@signed_in
def reply(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Answer the employer's rating, once."""
    engagement, by = mine(request, public_id)
    theirs = engagement.ratings.filter(side=Side.EMPLOYER).first()
    if theirs is None:
        raise Hidden
    form = Answer(request.POST or None)

    def act() -> None:
        rating.reply(rating=theirs, by=by, now=clock.now(), **form.cleaned_data)

    if sent(request, form, act, "回复发出去了。"):
        return redirect("web:engagement", public_id)
    if theirs.replied_at is not None:
        return redirect("web:engagement", public_id)
    return render(request, "worker/reply.html", {"engagement": engagement, "form": form, "rating": theirs})
