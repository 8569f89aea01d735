"""Many people at once: the checks and rows of `register`, `state_identity` and `verify`, one event a chunk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.utils.module_loading import import_string

from lingong.accounts.models import User, phone_index
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib import identity as papers
from lingong.lib.batch import BatchReport, in_chunks
from lingong.lib.integrity import refusing_invalid
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress

from .identify import RULE, RealNameProvider, _taken
from .models import Consent, IdentityCheck, Person, RealName, contact_index, id_index
from .register import SERVICE_TEXT

PHONE_TAKEN = Refusal("people.phone_taken", "这个手机号已经有账号了，请核对。", field="phone")
REFUSALS = _taken() | {
    "accounts_user_phone_index_key": PHONE_TAKEN,
    "accounts_user.phone_index": PHONE_TAKEN,
}
Method = IdentityCheck.Method


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person. With `has_account` the phone signs in; `paper_seen`: staff saw the paper of `id_number`."""

    name: str
    region: str
    phone: str = ""
    has_account: bool = False
    sex: str = ""
    has_smartphone: bool = True
    id_number: str = ""
    paper_seen: bool = False


@dataclass(frozen=True, slots=True)
class CheckedPerson:
    row: PersonRow
    phone: str
    paper: papers.Identity | None
    checks: tuple[tuple[str, bool], ...]  # (method, passed)

    @property
    def is_verified(self) -> bool:
        return any(passed for _, passed in self.checks)


def register_people(
    rows: Sequence[PersonRow], *, by: Actor, now: datetime, progress: Progress | None = None
) -> BatchReport:
    """Enter many people; the report names each row that was refused and why."""
    return in_chunks(
        rows,
        check=check_person,
        write=lambda checked: [str(p.public_id) for p in write_people(checked, by=by, now=now)],
        refusals=REFUSALS,
        progress=progress,
    )


def check_person(row: PersonRow) -> CheckedPerson:
    """What can be said of one person without the database; the provider is asked here."""
    if not row.name.strip():
        raise Refusal("people.no_name", "请填姓名。", field="name")
    phone = ""
    if row.phone or row.has_account:
        with refusing_invalid("people.phone", "phone"):
            phone = papers.phone(row.phone)
    if not row.id_number:
        if row.paper_seen:
            raise Refusal("people.no_number", "还没有填证件号，请先填写。", rule=RULE, field="number")
        return CheckedPerson(row, phone, None, ())
    with refusing_invalid("people.number", "number"):
        paper = papers.identity(row.id_number)
    if papers.is_demo(paper.number) and not settings.DEMO:
        raise Refusal("people.demo_number", "这是演示用的证件号，这里不能使用。", rule=RULE, field="number")
    checks: list[tuple[str, bool]] = []
    if settings.REAL_NAME_PROVIDER:
        provider: RealNameProvider = import_string(settings.REAL_NAME_PROVIDER)()
        checks.append((Method.PROVIDER, provider.matches(name=row.name, number=paper.number)))
    if row.paper_seen:
        checks.append((Method.COUNTER, True))
    return CheckedPerson(row, phone, paper, tuple(checks))


def write_people(checked: Sequence[CheckedPerson], *, by: Actor, now: datetime) -> list[Person]:
    """Write people that passed `check_person`; call it inside the transaction of the chunk."""
    users = [_user(one) for one in checked]
    User.objects.bulk_create(user for user in users if user is not None)
    people = [_person(one, user, by, now) for one, user in zip(checked, users, strict=True)]
    Person.objects.bulk_create(people)
    pairs = list(zip(people, checked, strict=True))
    Consent.objects.bulk_create(
        consent for person, one in pairs for consent in _consents(person, one, by, now)
    )
    IdentityCheck.objects.bulk_create(
        IdentityCheck(
            person=person, method=method, id_kind=person.id_kind, passed=passed, checked_by=by.user, at=now
        )
        for person, one in pairs
        for method, passed in one.checks
    )
    verified = [str(person.public_id) for person in people if person.is_verified]
    ids = [str(person.public_id) for person in people]
    record("people.registered", ("batch", str(uuid4())), by=by, now=now, persons=ids, verified=verified)
    return people


def _user(one: CheckedPerson) -> User | None:
    if not one.row.has_account:
        return None
    user = User(phone=one.phone, phone_index=phone_index(one.phone))
    user.set_unusable_password()
    return user


def _person(one: CheckedPerson, user: User | None, by: Actor, now: datetime) -> Person:
    row, paper = one.row, one.paper
    level = RealName.PHONE if user is not None else RealName.NONE
    person = Person(
        account=user, name=row.name.strip(), region=row.region, sex=row.sex, phone=one.phone,
        phone_index=contact_index(one.phone), has_smartphone=row.has_smartphone, real_name_level=level,
        registered_by="" if user is not None else by.user,
    )  # fmt: skip
    if paper is not None:
        person.id_kind, person.id_number = paper.kind, paper.number
        person.id_index, person.birth_date = id_index(paper.number), paper.birth_date.isoformat()
        person.sex = paper.sex or row.sex
        person.real_name_level = RealName.VERIFIED if one.is_verified else RealName.STATED
        person.verified_at = now if one.is_verified else None
    return person


def _consents(person: Person, one: CheckedPerson, by: Actor, now: datetime) -> list[Consent]:
    purposes = [Consent.Purpose.SERVICE]
    if not one.row.has_account:
        purposes.append(Consent.Purpose.ASSISTED)
    if one.paper is not None:
        purposes.append(Consent.Purpose.IDENTITY)
    return [
        Consent(person=person, purpose=purpose, text_version=SERVICE_TEXT, given_at=now, recorded_by=by.user)
        for purpose in purposes
    ]
