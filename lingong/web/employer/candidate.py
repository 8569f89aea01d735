"""One person on one posting: where it stands, talk, contact, hours and pay, rating, and the ways out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.hiring import contest as contests
from lingong.hiring import leave, rate, talk
from lingong.hiring.line import LINE, SHIFT_WORKED
from lingong.hiring.models import Engagement, Rating
from lingong.journal.actor import Actor, Side
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web import acting

from .acts import once_done
from .mine import person_on, show
from .person import CANCEL, shown
from .progress import next_of, steps
from .say_terms import lines_of

STARS = [
    (n, f"{'★' * n} {word}")
    for n, word in ((5, "很好"), (4, "不错"), (3, "还行"), (2, "差一点"), (1, "不好"))
]


class Say(forms.Form):
    text = forms.CharField(label="说一句", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class Rate(forms.Form):
    stars = forms.TypedChoiceField(
        label="对方干得怎么样", choices=STARS, coerce=int, widget=forms.RadioSelect
    )
    text = forms.CharField(label="说两句", max_length=200, required=False)


class Reply(forms.Form):
    text = forms.CharField(label="回一句", max_length=200)


class Cancel(forms.Form):
    reason = forms.ChoiceField(
        label="为什么不要这个人来了",
        choices=[(code, leave.REASONS[code]) for code in CANCEL],
        widget=forms.RadioSelect,
    )


class Contest(forms.Form):
    reason = forms.ChoiceField(
        label="哪里谈不拢", choices=list(contests.GROUNDS.items()), widget=forms.RadioSelect
    )


Facts = Mapping[str, Any]


def _talk(engagement: Engagement, facts: Facts, by: Actor, now: datetime) -> None:
    talk.talk(engagement=engagement, text=facts["text"], by=by, now=now)


def _rate(engagement: Engagement, facts: Facts, by: Actor, now: datetime) -> None:
    rate.rate(engagement=engagement, stars=facts["stars"], text=facts["text"], by=by, now=now)


def _reply(engagement: Engagement, facts: Facts, by: Actor, now: datetime) -> None:
    rating = _rating(engagement, Side.WORKER)
    if rating is None:
        raise Hidden
    rate.reply(rating=rating, text=facts["text"], by=by, now=now)


def _cancel(engagement: Engagement, facts: Facts, by: Actor, now: datetime) -> None:
    leave.cancel(engagement=engagement, reason=facts["reason"], by=by, now=now)


def _contest(engagement: Engagement, facts: Facts, by: Actor, now: datetime) -> None:
    contests.contest(engagement=engagement, reason=facts["reason"], by=by, now=now)


@dataclass(frozen=True, slots=True)
class Act:
    form: type[forms.Form]
    carry_out: Callable[[Engagement, Facts, Actor, datetime], None]
    said: str


ACTS = {
    "talk": Act(Say, _talk, "说给对方了。"),
    "rate": Act(Rate, _rate, "评好了，对方能看到。"),
    "reply": Act(Reply, _reply, "回复了。"),
    "cancel": Act(Cancel, _cancel, "取消了，已经告诉对方不用来。干过的活照样要给钱。"),
    "contest": Act(Contest, _contest, "已经交给驿站窗口，会联系双方。"),
}


@acting.signed_in
def candidate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The page; an act sent from it stands or is refused in its own form."""
    engagement, by = person_on(request, public_id)
    asked, now = request.POST.get("act", ""), clock.now()
    sent = {name: request.POST if name == asked else None for name in ACTS}
    filled = {name: act.form(sent[name], auto_id=f"{name}_%s") for name, act in ACTS.items()}
    if asked in ACTS and filled[asked].is_valid():
        form, act = filled[asked], ACTS[asked]
        if acting.accepted(
            form, lambda: once_done(request, lambda: act.carry_out(engagement, form.cleaned_data, by, now))
        ):
            messages.success(request, act.said)
            return redirect("web:candidate", public_id)
    context = _context(engagement, now) | {"forms": filled}
    return show(request, "employer/candidate.html", engagement.posting.employer, context)


def _context(engagement: Engagement, now: datetime) -> dict[str, Any]:
    engagement.refresh_from_db(fields=["state"])
    return {
        "one": shown(engagement, now),
        "steps": steps(engagement, now),
        "next": next_of(engagement, now),
        "lines": lines_of(engagement.terms, now),
        "talks": engagement.talks.order_by("said_at"),
        "shifts": engagement.shifts.order_by("start_at"),
        "theirs": _rating(engagement, Side.WORKER),
        "ours": _rating(engagement, Side.EMPLOYER),
        "may_rate": "rate" in LINE.verbs_from(engagement.state, Side.EMPLOYER)
        and engagement.shifts.filter(state__in=SHIFT_WORKED).exists(),
    }


def _rating(engagement: Engagement, side: Side) -> Rating | None:
    return engagement.ratings.filter(side=side).first()
