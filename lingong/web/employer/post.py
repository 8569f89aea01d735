"""发布: write it like a message, look over how it reads, hand it to review."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from lingong.accounts.models import User
from lingong.employers.models import Employer
from lingong.jobs.draft import submit
from lingong.jobs.from_text import offer_from
from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState
from lingong.lib import clock
from lingong.regions.profile import profile
from lingong.web import acting

from .look import look
from .mine import boss, employer_or_none, show
from .offer_form import OfferForm
from .own import own_postings
from .typed import Typed, hear, keep, typed_of

KEPT = "已存成草稿，随时能接着填。"
STEPS_BACK = ("read", "first", "save")  # acts that only keep and look again


def post(request: HttpRequest) -> HttpResponse:
    """The text, the form it reads as, and the own postings."""
    employer, now = employer_or_none(request), clock.now()
    typed = typed_of(request)
    if typed.posting and typed.posting.state != PostingState.DRAFT:
        return redirect("web:posting", typed.posting.public_id)
    if request.method != "POST":
        form = OfferForm(initial=_initial(typed, employer), home=_home(employer)) if typed.begun else None
        return _page(request, employer, typed, form, now)
    typed = keep(request, employer, hear(request, typed, _home(employer), now))
    act = request.POST.get("act", "")
    if act in STEPS_BACK:
        if act == "save":
            messages.info(request, KEPT if employer else "先替您记着，登录后接着填。")
        return redirect(typed.address)
    return _hand_in(request, employer, typed, now)


def _hand_in(request: HttpRequest, employer: Employer | None, typed: Typed, now: datetime) -> HttpResponse:
    """Submit to review, or show what is still open."""
    posting, form = typed.posting, OfferForm(request.POST, home=_home(employer))
    if posting and posting.state != PostingState.DRAFT:  # the second press of the same button
        return redirect("web:posting", posting.public_id)
    if not form.is_valid():
        return _page(request, employer, typed, form, now)
    if employer is None or posting is None:
        return _sign_in_or_join(request)
    if not acting.accepted(form, lambda: _submit(request, posting, form, now)):
        return _page(request, employer, typed, form, now)
    minutes = profile(posting.region, clock.today(now)).get("review.minutes")
    messages.success(request, f"已送去审核，通常 {minutes} 分钟内审完，审完马上告诉您。")
    return redirect("web:posting", posting.public_id)


def _submit(request: HttpRequest, posting: Posting, form: OfferForm, now: datetime) -> None:
    facts = form.cleaned_data
    submit(posting=posting, offer=offer_from(facts), by=boss(request), now=now, instant=facts["instant"])


def _sign_in_or_join(request: HttpRequest) -> HttpResponse:
    """Who is not yet an employer: first that, then back to what was typed (the session keeps it)."""
    back = reverse("web:employer")
    if not isinstance(request.user, User):
        messages.info(request, "您写的都记着呢。先用手机号登录，回来接着提交。")
        return redirect_to_login(back)
    messages.info(request, "您写的都记着呢。先登记是谁在招人，回来接着提交。")
    return redirect(f"{reverse('web:join_employer')}?next={back}")


def _page(
    request: HttpRequest, employer: Employer | None, typed: Typed, form: OfferForm | None, now: datetime
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {"typed": typed, "form": form}
    if form is not None:
        region = typed.answers.get("region") or _home(employer)
        context["look"] = look(typed.text, _sensible(typed, employer), region=region, now=now)
        context["minutes"] = profile(region, clock.today(now)).get("review.minutes")
    elif employer is not None:
        context |= own_postings(request, employer)
    return show(request, "employer/post.html", employer, context)


def _home(employer: Employer | None) -> str:
    return employer.region if employer else ""


def _initial(typed: Typed, employer: Employer | None) -> dict[str, str]:
    return {"region": _home(employer), **typed.answers}


def _sensible(typed: Typed, employer: Employer | None) -> dict[str, Any]:
    """The answers that already make sense, as facts."""
    form = OfferForm(_initial(typed, employer), home=_home(employer))
    form.is_valid()
    return form.cleaned_data
