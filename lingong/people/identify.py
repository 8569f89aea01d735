"""Real name: the person states a number, then a clerk sees the paper or a provider confirms it."""

from datetime import datetime, timedelta
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from lingong.accounts.second_fact import unlock
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib import identity as papers
from lingong.lib.integrity import refusing, refusing_invalid
from lingong.lib.refusal import Refusal

from .models import Consent, IdentityCheck, Person, RealName, id_index
from .register import give_consent
from .roles import tell_roles

RULE = "双实名（003 §二(五)）"
FAILED_A_DAY = 5  # checks a provider may refuse in 24 hours, so that nobody tries out names and numbers


class RealNameProvider(Protocol):
    """A real-name service: does this name belong to this number?"""

    def matches(self, *, name: str, number: str) -> bool: ...


class DemoProvider:
    """For the demo only: confirms numbers that were never issued (sequence 000)."""

    def matches(self, *, name: str, number: str) -> bool:
        return papers.is_demo(number)


def state_identity(*, person: Person, number: str, by: Actor, now: datetime) -> Person:
    """The person gives a number: checked in itself, sealed, and confirmed by the provider where there is one."""
    with refusing_invalid("people.number", "number"):
        paper = papers.identity(number)
    if papers.is_demo(paper.number) and not settings.DEMO:
        raise Refusal("people.demo_number", "这是演示用的证件号，这里不能使用。", rule=RULE, field="number")
    _require_calm(person, now)
    with transaction.atomic(), refusing(_taken()):
        _write(person, paper, RealName.STATED)
        tell_roles(person_id=person.pk, by=by, now=now)
        give_consent(person=person, purpose=Consent.Purpose.IDENTITY, by=by, now=now)
        record("people.identity_stated", person, by=by, now=now, id_kind=paper.kind)
    if settings.REAL_NAME_PROVIDER:
        provider: RealNameProvider = import_string(settings.REAL_NAME_PROVIDER)()
        passed = provider.matches(name=person.name, number=paper.number)
        verify(person=person, method=IdentityCheck.Method.PROVIDER, passed=passed, by=by, now=now)
    return Person.objects.get(pk=person.pk)


def verify(*, person: Person, method: str, passed: bool, by: Actor, now: datetime, reason: str = "") -> None:
    """Record the outcome of a check; a passed one makes the person verified."""
    if not person.id_kind:
        person = Person.objects.get(pk=person.pk)
    if not person.id_kind:
        raise Refusal("people.no_number", "还没有填证件号，请先填写。", rule=RULE, field="number")
    with transaction.atomic():
        IdentityCheck.objects.create(
            person=person, method=method, id_kind=person.id_kind, passed=passed, reason=reason,
            checked_by=by.user, at=now,
        )  # fmt: skip
        if passed:
            Person.objects.filter(pk=person.pk).update(real_name_level=RealName.VERIFIED, verified_at=now)
            tell_roles(person_id=person.pk, by=by, now=now)
        if passed and method == IdentityCheck.Method.COUNTER and person.account is not None:
            unlock(user=person.account, by=by, now=now)  # the paper answers every second question
        record("people.identity_checked", person, by=by, now=now, method=str(method), passed=passed)


def second_fact_matches(person: Person, answer: str) -> bool:
    """Whether `answer` is what only the person would know: last four of the paper, else the full name."""
    given = answer.strip().upper()
    expected = person.id_number[-4:].upper() if person.id_number else person.name.upper()
    return bool(given) and given == expected


def second_fact_question(person: Person) -> str:
    return "您证件号的最后 4 位" if person.id_number else "您登记的姓名"


def _require_calm(person: Person, now: datetime) -> None:
    since = now - timedelta(days=1)
    method = IdentityCheck.Method.PROVIDER
    failed = IdentityCheck.objects.filter(person=person, method=method, passed=False, at__gt=since).count()
    if failed >= FAILED_A_DAY:
        text = "今天核对不上的次数太多了。请明天再试，或带证件到窗口，工作人员当面给您办。"
        raise Refusal("people.too_many_checks", text, rule=RULE, field="number")


def _write(person: Person, paper: papers.Identity, level: RealName) -> None:
    """Fields one by one through the model, so that the sealed ones are sealed. Never over a verified paper."""
    open_record = Person.objects.filter(pk=person.pk).exclude(real_name_level=RealName.VERIFIED)
    written = open_record.update(
        id_kind=paper.kind, id_number=paper.number, id_index=id_index(paper.number),
        birth_date=paper.birth_date.isoformat(), sex=paper.sex or person.sex, real_name_level=level,
    )  # fmt: skip
    if not written:
        text = "您已经实名，证件号不能自己改。请带证件到窗口办理。"
        raise Refusal("people.verified", text, rule=RULE, field="number")


def _taken() -> dict[str, Refusal]:
    text = "这个证件号已经登记过。如果是您本人，请到窗口合并档案；如果不是，请告诉工作人员。"
    refusal = Refusal("people.id_taken", text, rule=RULE, field="number")
    return {"people_person_id_once": refusal, "people_person.id_index": refusal}
