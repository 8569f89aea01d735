"""登记找活: three facts (name, trades, district) and the consent; everything else can come later."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from lingong.jobs.catalogue.trades import groups, trades
from lingong.journal.actor import Actor, Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.people.models import Person
from lingong.web.acting import accepted, actor, once_only, person_of, signed_in, user_of, worker_of
from lingong.web.signs import sign
from lingong.workers.register import register_worker

from .person_form import PersonForm, person_from
from .steps import take_next


def offered() -> list[tuple[str, str]]:
    return [(trade.code, trade.name) for trade in trades().values() if not trade.hidden]


class WorkerForm(PersonForm):
    trades = forms.MultipleChoiceField(
        label="能干哪些活", widget=forms.CheckboxSelectMultiple, choices=offered
    )
    field_order = ("name", "trades", "district", "agree")

    def by_group(self) -> list[dict[str, Any]]:
        """The trades under their groups; a group with a choice stands open."""
        chosen = set(self["trades"].value() or [])
        rows: dict[str, list[tuple[str, str, bool]]] = {code: [] for code in groups()}
        for code, name in offered():
            rows[trades()[code].group].append((code, name, code in chosen))
        return [
            {"name": name, "icon": sign(code), "trades": rows[code], "open": any(on for *_, on in rows[code])}
            for code, name in groups().items()
        ]


@signed_in
def join_worker(request: HttpRequest) -> HttpResponse:
    """Register as a worker; who already is goes home."""
    if worker_of(request) is not None:
        return redirect("web:me")
    person = person_of(request)
    form = WorkerForm(request.POST or None, request=request, person=person)
    by = actor(request, Side.WORKER)

    def join() -> Answer:
        return _join(request, person, form.cleaned_data, by)

    if request.method == "POST" and form.is_valid() and accepted(form, lambda: once_only(request, join)):
        messages.success(request, "登记好了，下面是您附近的活。看中了点进去报名。")
        return redirect(take_next(request, reverse("web:home")))
    context = {"form": form, "person": person, "phone": user_of(request).phone}
    return render(request, "account/join_worker.html", context)


def _join(request: HttpRequest, person: Person | None, facts: dict[str, Any], by: Actor) -> Answer:
    now = clock.now()
    with transaction.atomic():
        who = person or person_from(request, facts, by, now)
        worker = register_worker(person=who, trades=facts["trades"], region=facts["district"], by=by, now=now)
    return {"worker": str(worker.public_id)}
