"""A person at the counter: who it is, what the worker wants, work that fits, and the acts by key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lingong.accounts.rights import Right
from lingong.accounts.second_fact import is_locked, unlock
from lingong.hiring.apply import apply, grab
from lingong.hiring.line import DONE, EXITS
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.models import Posting
from lingong.journal.actor import Actor, Side, Via
from lingong.lib import clock
from lingong.lib.clock import day_bounds
from lingong.lib.refusal import Hidden, Refusal
from lingong.matching.recommend import postings_near, recommend_postings
from lingong.people.models import Person
from lingong.web.acting import accepted, actor, once_only, staff_with
from lingong.workers.models import Worker
from lingong.workers.register import look_for_work, rest, see_certificate

from .fields import DayField, PaperField, TradesField
from .frame import desk_page, remember
from .reach import reach, within
from .register import EmployerPart, person_in_reach
from .walk_in import enter_employer, enter_worker, see_paper

MOST_POSTINGS = 200
SHOWN = 9  # one key each


class NoForm(forms.Form):
    """An act that needs nothing but the key."""


class VerifyForm(forms.Form):
    number = PaperField(label="证件号", required=False)
    seen = forms.BooleanField(label="证件原件已看，人证相符", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("seen"):
            self.add_error("seen", "看过证件原件再点。")
        return data


class UnlockForm(forms.Form):
    seen = forms.BooleanField(
        label="证件原件已看，人证相符", error_messages={"required": "看过证件原件再点。"}
    )


class CertificateForm(forms.Form):
    kind = forms.CharField(label="什么证", max_length=40)
    valid_until = DayField(label="有效期至", required=False, help_text="长期有效就不填")


class WorkerRoleForm(forms.Form):
    trades = TradesField(label="会干什么", help_text="可以写几样，用空格隔开")


@dataclass(frozen=True, slots=True)
class PersonAct:
    """An act on the person's page: the form it reads, the right it needs, what it says when done."""

    form: type[forms.Form]
    right: Right
    run: Callable[[HttpRequest, Person, dict[str, Any], datetime], str]


def _as_worker(request: HttpRequest, person: Person) -> tuple[Worker, Actor]:
    worker = Worker.objects.filter(person=person).first()
    if worker is None:
        raise Refusal("workers.none", "还没有登记找活，请先登记。")
    return worker, actor(request, Side.WORKER, Via.DESK, str(person.public_id))


def _look(request: HttpRequest, person: Person, _: dict[str, Any], now: datetime) -> str:
    worker, by = _as_worker(request, person)
    look_for_work(worker=worker, by=by, now=now)
    return f"{person.name}现在在找活，会收到推荐。"


def _rest(request: HttpRequest, person: Person, _: dict[str, Any], now: datetime) -> str:
    worker, by = _as_worker(request, person)
    rest(worker=worker, by=by, now=now)
    return f"{person.name}先歇着，不再推荐。想干了按 L。"


def _verify(request: HttpRequest, person: Person, facts: dict[str, Any], now: datetime) -> str:
    see_paper(request, person, facts["number"], now)
    return f"{person.name}已实名。"


def _unlock(request: HttpRequest, person: Person, _: dict[str, Any], now: datetime) -> str:
    if person.account is None:
        raise Refusal("accounts.none", "这个人没有手机账号，不用解锁。")
    by = actor(request, Side.STAFF, Via.DESK, str(person.public_id))
    unlock(user=person.account, by=by, now=now)
    return f"{person.name}的账号打开了，可以再登录。"


def _certificate(request: HttpRequest, person: Person, facts: dict[str, Any], now: datetime) -> str:
    worker, _ = _as_worker(request, person)
    by = actor(request, Side.STAFF, Via.DESK, str(person.public_id))
    see_certificate(worker=worker, kind=facts["kind"], valid_until=facts["valid_until"], by=by, now=now)
    return f"{person.name}的{facts['kind']}已登记，要这个证的活现在能定了。"


def _worker(request: HttpRequest, person: Person, facts: dict[str, Any], now: datetime) -> str:
    enter_worker(request, facts, now, person)
    return f"{person.name}已登记找活。"


def _employer(request: HttpRequest, person: Person, facts: dict[str, Any], now: datetime) -> str:
    employer = enter_employer(request, facts, now, person)
    return f"{employer.shown_name}已登记招人。"


ACTS = {
    "look": PersonAct(NoForm, Right.PERSON_REGISTER, _look),
    "rest": PersonAct(NoForm, Right.PERSON_REGISTER, _rest),
    "verify": PersonAct(VerifyForm, Right.IDENTITY_VERIFY, _verify),
    "unlock": PersonAct(UnlockForm, Right.IDENTITY_VERIFY, _unlock),
    "certificate": PersonAct(CertificateForm, Right.IDENTITY_VERIFY, _certificate),
    "worker": PersonAct(WorkerRoleForm, Right.PERSON_REGISTER, _worker),
    "employer": PersonAct(EmployerPart, Right.PERSON_REGISTER, _employer),
}


@staff_with(Right.PERSON_READ)
def person(request: HttpRequest, public_id: UUID, verb: str = "") -> HttpResponse:
    """Show a person, or carry out one act of the table on them."""
    someone = person_in_reach(request, public_id)
    if someone.merged_into is not None:
        return redirect("web:desk_person", someone.merged_into.public_id)
    bound = {name: act.form() for name, act in ACTS.items() if reach(request, act.right)}
    if request.method == "POST":
        if verb not in bound:
            raise Hidden
        form = bound[verb] = ACTS[verb].form(request.POST)
        said: list[str] = []
        run = ACTS[verb].run
        if form.is_valid() and accepted(
            form, lambda: said.append(run(request, someone, form.cleaned_data, clock.now()))
        ):
            messages.success(request, said[0])
            return redirect("web:desk_person", public_id)
    remember(request, "person", public_id)
    context = {**page_of(request, someone, clock.now()), "forms": bound, "verb": verb}
    return desk_page(request, "person.html", context, status=422 if request.method == "POST" else 200)


def page_of(request: HttpRequest, someone: Person, now: datetime) -> dict[str, Any]:
    """What the page shows besides its forms."""
    worker = Worker.objects.filter(person=someone).prefetch_related("trades", "certificates").first()
    firms = [
        m.employer for m in someone.memberships.filter(ended_at=None).select_related("employer__organisation")
    ]
    household = getattr(someone, "household", None)
    context: dict[str, Any] = {
        "person": someone, "worker": worker, "employers": firms + ([household] if household else []),
        "locked": someone.account is not None and is_locked(someone.account),
        "may_join": bool(reach(request, Right.PERSON_JOIN)), "ranked": [], "engagements": [], "today": [],
    }  # fmt: skip
    if worker is None or not reach(request, Right.ENGAGEMENT_ASSIST):
        return context
    here = within(request, Right.ENGAGEMENT_ASSIST, "posting__region")
    rows = Engagement.objects.filter(here, worker=worker).for_page().order_by("-pk")
    start, end = day_bounds(clock.today(now))
    shifts = Shift.objects.filter(worker=worker, start_at__lt=end, end_at__gt=start).select_related(
        "engagement__posting"
    )
    return context | {
        "engagements": list(rows.exclude(state__in=EXITS)[:8]),
        "today": list(shifts.filter(engagement__in=rows).order_by("start_at")),
        "ranked": _fitting(request, worker, now) if worker.available else [],
    }


def _fitting(request: HttpRequest, worker: Worker, now: datetime) -> list[Any]:
    """Open work that fits, for the keys 1 to 9; what the worker already stands on is left out."""
    taken = Engagement.objects.filter(worker=worker).exclude(state__in=(*EXITS, *DONE)).values("posting_id")
    near = (
        postings_near(worker=worker, now=now)
        .filter(within(request, Right.POSTING_READ))
        .exclude(pk__in=taken)
    )
    return recommend_postings(worker=worker, postings=list(near[:MOST_POSTINGS]), now=now, k=SHOWN)


@staff_with(Right.ENGAGEMENT_ASSIST)
@require_POST
def apply_for(request: HttpRequest, public_id: UUID, posting_id: UUID) -> HttpResponse:
    """The worker at the counter wants this work: applied, or taken at once where the employer said so."""
    someone = person_in_reach(request, public_id)
    posting = (
        Posting.objects.filter(within(request, Right.POSTING_READ), public_id=posting_id).for_page().first()
    )
    if posting is None:
        raise Hidden
    worker, by = _as_worker(request, someone)
    verb = grab if posting.instant else apply
    try:
        made = once_only(
            request,
            lambda: {"id": str(verb(worker=worker, posting=posting, by=by, now=clock.now()).public_id)},
        )
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return redirect("web:desk_person", public_id)
    said = f"{someone.name}抢到了，已经定下。" if posting.instant else f"已替{someone.name}报名，等雇主答复。"
    messages.success(request, said)
    return redirect("web:desk_engagement", made["id"])
