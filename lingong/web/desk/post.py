"""Post for an employer at the counter: a pasted sentence fills the short form; the same way into review."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.hiring.access import employer_person
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.from_text import from_text, offer_from
from lingong.jobs.models import GigType, PayUnit, Posting, Settlement
from lingong.journal.actor import Side, Via
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.web.acting import accepted, actor, once_only, staff_with

from .advice import advice_on, wages
from .employer import employer_in_reach
from .fields import ClockField, DayField, TradeField
from .frame import desk_page
from .reach import districts

NONE = ("", "请选")


class TextForm(forms.Form):
    text = forms.CharField(
        label="原话（像发微信一样）", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "急招小工5名，明早6点到城东建材市场南门，180元/天，日结，管午饭"}),
    )  # fmt: skip


class PostForm(forms.Form):
    """All facts of an offer in typing order; what a text did not say is asked for."""

    text = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    trade = TradeField(label="工种")
    headcount = forms.IntegerField(label="要几个人", min_value=1, max_value=500)
    pay = forms.DecimalField(label="给多少钱", min_value=0, decimal_places=2, max_digits=9)
    pay_unit = forms.ChoiceField(label="按什么算", choices=[NONE, *PayUnit.choices])
    piece_word = forms.CharField(
        label="计件的单位", max_length=10, required=False, help_text="车、亩、平方米……"
    )
    settlement = forms.ChoiceField(label="什么时候给钱", choices=[NONE, *Settlement.choices])
    first_day = DayField(label="哪天开工")
    days = forms.IntegerField(label="干几天", min_value=1, max_value=366, required=False, initial=1)
    start = ClockField(label="几点开工")
    end = ClockField(label="几点收工", help_text="早于开工时间就是第二天收工")
    place = forms.CharField(label="在哪里干活", max_length=200)
    region = forms.ChoiceField(label="区县")
    task = forms.CharField(label="具体干什么", max_length=500, required=False)
    age_min = forms.IntegerField(label="最小年龄", min_value=16, max_value=99, required=False)
    age_max = forms.IntegerField(label="年龄上限", min_value=16, max_value=99, required=False)
    certificates = forms.CharField(label="要什么证", max_length=100, required=False)
    benefits = forms.CharField(label="待遇", max_length=100, required=False)
    gig_type = forms.ChoiceField(label="用工类型", choices=GigType, initial=GigType.TEMPORARY)
    instant = forms.BooleanField(label="先到先得（工人一报名就定下，不用再等雇主点头）", required=False)

    def __init__(self, *args: Any, regions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = regions if len(regions) == 1 else [NONE, *regions]  # type: ignore[attr-defined]


@staff_with(Right.POSTING_WRITE)
def post(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Read what was pasted (`read`), or submit the form into review."""
    employer = employer_in_reach(request, public_id, Right.POSTING_WRITE)
    regions = districts(request, Right.POSTING_WRITE)
    now, context = clock.now(), {"employer": employer, "missing": [], "advice": []}
    text, form = TextForm(), PostForm(initial={"region": employer.region}, regions=regions)
    if "read" in request.POST:
        text = TextForm(request.POST)
        if text.is_valid():
            form, context = _read(text.cleaned_data["text"], employer, regions, now, context)
    elif request.method == "POST":
        form = PostForm(request.POST, regions=regions)
        text = TextForm(initial={"text": request.POST.get("text", "")})
        made: Answer = {}
        if form.is_valid() and accepted(form, lambda: made.update(_submit(request, employer, form, now))):
            messages.success(request, "已交审核，要另一位工作人员来审。通过以后就能推荐工人。")
            return redirect("web:desk_posting", made["id"])
    context |= {"text": text, "form": form}
    return desk_page(request, "post.html", context, status=422 if form.errors else 200)


def _read(
    text: str, employer: Employer, regions: list[tuple[str, str]], now: datetime, context: dict[str, Any]
) -> tuple[PostForm, dict[str, Any]]:
    """The form filled with what the text states; what it does not state is marked."""
    read = from_text(text, now=now, profile=wages(employer.region, now))
    facts = {**read.facts, "benefits": "、".join(read.facts.get("benefits", []))}
    form = PostForm(initial={"region": employer.region, "days": 1, **facts, "text": text}, regions=regions)
    return form, {**context, "missing": read.missing, "advice": advice_on(text, employer.region, now)}


def _submit(request: HttpRequest, employer: Employer, form: PostForm, now: datetime) -> Answer:
    """Draft and submission are one act, once for each form."""
    facts = form.cleaned_data
    by = actor(request, Side.EMPLOYER, Via.DESK, employer_person(employer))

    def act() -> Answer:
        with transaction.atomic():
            posting: Posting = start_draft(employer=employer, by=by, now=now, text=facts["text"])
            submit(posting=posting, offer=offer_from(facts), by=by, now=now, instant=facts["instant"])
        return {"id": str(posting.public_id)}

    return once_only(request, act)
