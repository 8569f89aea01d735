"""Many employers at once: people, bodies and roles, with the checks and rows of the single verbs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib import identity as papers
from lingong.lib.batch import BatchReport, in_chunks
from lingong.lib.integrity import refusing_invalid
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress
from lingong.people import bulk as people
from lingong.people.models import Organisation, Person
from lingong.people.organisations import TAKEN

from .models import Employer, EmployerKind, Member
from .register import RULE

REFUSALS = people.REFUSALS | {"people_organisation_uscc_key": TAKEN, "people_organisation.uscc": TAKEN}


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """One new person and the employer they stand for: the own household, or a body they act for.

    verified  staff saw the licence, or the household's person is verified
    """

    person: people.PersonRow
    kind: str
    name: str = ""
    uscc: str = ""
    region: str = ""
    address: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    row: EmployerRow
    person: people.CheckedPerson
    uscc: str

    @property
    def region(self) -> str:
        return self.row.region or self.row.person.region


def register_employers(
    rows: Sequence[EmployerRow], *, by: Actor, now: datetime, progress: Progress | None = None
) -> BatchReport:
    """Enter many employers; the report names each row refused and why."""
    return in_chunks(
        rows,
        check=_check,
        write=lambda checked: _write(checked, by=by, now=now),
        refusals=REFUSALS,
        progress=progress,
    )


def _check(row: EmployerRow) -> Checked:
    person = people.check_person(row.person)
    if row.kind == EmployerKind.HOUSEHOLD:
        if row.verified and not person.is_verified:
            text = "这位雇主本人还没有实名，请先核验身份证件。"
            raise Refusal("employers.person_unverified", text, rule=RULE)
        return Checked(row, person, "")
    with refusing_invalid("people.uscc", "uscc"):
        return Checked(row, person, papers.uscc(row.uscc))


def _write(checked: Sequence[Checked], *, by: Actor, now: datetime) -> list[str]:
    persons = people.write_people([one.person for one in checked], by=by, now=now)
    bodies = [_body(one, by, now) for one in checked]
    Organisation.objects.bulk_create(body for body in bodies if body is not None)
    employers = [
        _employer(one, person, body, now) for one, person, body in zip(checked, persons, bodies, strict=True)
    ]
    Employer.objects.bulk_create(employers)
    Member.objects.bulk_create(
        Member(employer=employer, person=person, since_at=now)
        for employer, person in zip(employers, persons, strict=True)
        if employer.organisation is not None
    )
    ids = [str(employer.public_id) for employer in employers]
    verified = [str(employer.public_id) for employer in employers if employer.is_verified]
    record("employers.registered", ("batch", str(uuid4())), by=by, now=now, employers=ids, verified=verified)
    return ids


def _body(one: Checked, by: Actor, now: datetime) -> Organisation | None:
    if one.row.kind == EmployerKind.HOUSEHOLD:
        return None
    return Organisation(
        name=one.row.name.strip(), uscc=one.uscc, kind=Organisation.Kind.EMPLOYER, region=one.region,
        address=one.row.address.strip(), verified_at=now if one.row.verified else None,
        verified_by=by.user if one.row.verified else "",
    )  # fmt: skip


def _employer(one: Checked, person: Person, body: Organisation | None, now: datetime) -> Employer:
    verified = one.row.verified if body is not None else one.person.is_verified
    return Employer(
        kind=one.row.kind, person=None if body is not None else person, organisation=body,
        region=one.region if body is not None else person.region, contact_name=person.name,
        verified_at=now if verified else None,
    )  # fmt: skip
