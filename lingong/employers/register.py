"""Register employers: a short hiring registration, then the check of who they are."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.people.models import Person
from lingong.people.organisations import register_organisation, verify_organisation

from .models import Employer, EmployerKind, Member, Standing

RULE = "双实名（003 §二(五)）"
REGISTERED = Refusal("employers.registered", "已经登记过招人了，直接发布就行。")


def register_household(*, person: Person, by: Actor, now: datetime) -> Employer:
    """A person who needs somebody at home. Verified as soon as the person is."""
    taken = {"employers_employer_person_id_key": REGISTERED, "employers_employer.person_id": REGISTERED}
    with transaction.atomic(), refusing(taken):
        employer = Employer.objects.create(
            kind=EmployerKind.HOUSEHOLD, person=person, region=person.region, contact_name=person.name,
            verified_at=now if person.is_verified else None,
        )  # fmt: skip
        record(
            "employers.registered",
            employer,
            by=by,
            now=now,
            region=employer.region,
            employer_kind=employer.kind,
        )
    return employer


def register_firm(
    *, name: str, uscc: str, kind: str, region: str, person: Person, by: Actor, now: datetime, address: str = ""
) -> Employer:  # fmt: skip
    """A firm, sole trader or platform; `person` is its first member. A clerk verifies it by its licence."""
    if kind == EmployerKind.HOUSEHOLD:
        raise Refusal("employers.kind", "家庭用工请选“家庭”，不用填信用代码。", field="kind")
    with transaction.atomic():
        body = register_organisation(name=name, uscc=uscc, region=region, address=address, by=by, now=now)
        employer = Employer.objects.create(
            kind=kind, organisation=body, region=region, contact_name=person.name
        )
        Member.objects.create(employer=employer, person=person, since_at=now)
        record("employers.registered", employer, by=by, now=now, region=region, employer_kind=str(kind))
    return employer


def verify(*, employer: Employer, by: Actor, now: datetime) -> None:
    """The employer is who it says: licence seen by staff, or the household's person verified."""
    if employer.person is not None and not employer.person.is_verified:
        text = "这位雇主本人还没有实名，请先核验身份证件。"
        raise Refusal("employers.person_unverified", text, rule=RULE)
    with transaction.atomic():
        if employer.organisation is not None:
            verify_organisation(organisation=employer.organisation, by=by, now=now)
        if Employer.objects.filter(pk=employer.pk, verified_at=None).update(verified_at=now):
            record("employers.verified", employer, by=by, now=now, region=employer.region)


def note_identity(*, person: Person, by: Actor, now: datetime) -> None:
    """Identity facts changed: a household is verified exactly while its person is."""
    household = Employer.objects.filter(person=person)
    if not person.is_verified:
        household.update(verified_at=None)
    for employer in household.filter(verified_at=None) if person.is_verified else ():
        verify(employer=employer, by=by, now=now)


def add_member(*, employer: Employer, person: Person, by: Actor, now: datetime) -> None:
    """Let another person act for the employer."""
    with transaction.atomic():
        _, new = Member.objects.get_or_create(
            employer=employer, person=person, ended_at=None, defaults={"since_at": now}
        )
        if new:
            record("employers.member_added", employer, by=by, now=now, member=str(person.public_id))


def require_may_publish(employer: Employer) -> None:
    """Refuse an employer that is not verified or is blocked."""
    if not employer.is_verified:
        text = "还没有完成实名核验，核验后才能发布。请在“我的”里填写证件，或带营业执照、身份证到窗口办理。"
        raise Refusal("employers.unverified", text, rule=RULE)
    if employer.standing == Standing.BLOCKED:
        raise Refusal(
            "employers.blocked", "因为还有没处理完的问题，现在不能发布。请联系窗口。", rule="REG-05"
        )
