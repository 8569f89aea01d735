"""Somebody walks in: the person and the role are entered together, or not at all."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from lingong.accounts.rights import Right
from lingong.employers.models import Employer, EmployerKind
from lingong.employers.register import register_firm, register_household
from lingong.employers.register import verify as verify_employer
from lingong.journal.actor import Side, Via
from lingong.lib.refusal import Refusal
from lingong.people.identify import state_identity, verify
from lingong.people.models import IdentityCheck, Person
from lingong.people.register import register
from lingong.web.acting import actor, user_of
from lingong.workers.models import Worker
from lingong.workers.register import register_worker


def see_paper(request: HttpRequest, person: Person, number: str, now: datetime) -> Person:
    """The paper lies on the counter: its number is stated (if new) and its holder verified."""
    by = actor(request, Side.STAFF, Via.DESK, str(person.public_id))
    if not user_of(request).has_right(Right.IDENTITY_VERIFY):
        raise Refusal("people.may_not_verify", "您没有核验证件的权限，请让别的窗口核验。", field="seen")
    with transaction.atomic():
        if number:
            person = state_identity(person=person, number=number, by=by, now=now)
        verify(person=person, method=IdentityCheck.Method.COUNTER, passed=True, by=by, now=now)
    return Person.objects.get(pk=person.pk)


def enter_person(request: HttpRequest, facts: dict[str, Any], now: datetime) -> Person:
    """A person without an account, with what was said and what was seen."""
    by = actor(request, Side.STAFF, Via.DESK)
    with transaction.atomic():
        person = register(
            name=facts["name"], region=facts["region"], phone=facts["phone"],
            has_smartphone=facts["has_smartphone"] and bool(facts["phone"]), by=by, now=now,
        )  # fmt: skip
        if facts["number"] and facts["seen"]:
            person = see_paper(request, person, facts["number"], now)
        elif facts["number"]:
            helping = actor(request, Side.STAFF, Via.DESK, str(person.public_id))
            person = state_identity(person=person, number=facts["number"], by=helping, now=now)
    return person


def enter_worker(
    request: HttpRequest, facts: dict[str, Any], now: datetime, person: Person | None = None
) -> Worker:
    """A worker at the counter, looking for work from now on."""
    with transaction.atomic():
        person = person or enter_person(request, facts, now)
        by = actor(request, Side.WORKER, Via.DESK, str(person.public_id))
        return register_worker(person=person, trades=facts["trades"], by=by, now=now)


def enter_employer(
    request: HttpRequest, facts: dict[str, Any], now: datetime, person: Person | None = None
) -> Employer:
    """A household or a firm at the counter, verified at once if the papers were seen."""
    with transaction.atomic():
        person = person or enter_person(request, facts, now)
        by = actor(request, Side.EMPLOYER, Via.DESK, str(person.public_id))
        if facts["kind"] == EmployerKind.HOUSEHOLD:
            return register_household(person=person, by=by, now=now)
        employer = register_firm(
            name=facts["firm"], uscc=facts["uscc"], kind=facts["kind"], region=person.region, person=person,
            address=facts["address"], by=by, now=now,
        )  # fmt: skip
        if facts["licence_seen"]:
            see_licence(request, employer, now)
    return employer


def see_licence(request: HttpRequest, employer: Employer, now: datetime) -> None:
    """The licence lies on the counter, or the household's person is verified."""
    if not user_of(request).has_right(Right.EMPLOYER_VERIFY):
        raise Refusal("employers.may_not_verify", "您没有核验执照的权限，请让别的窗口核验。")
    verify_employer(employer=employer, by=actor(request, Side.STAFF, Via.DESK), now=now)
