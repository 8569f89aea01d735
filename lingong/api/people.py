"""Register oneself, or at the counter somebody else; say who one is."""

from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.identity import phone as checked_phone
from lingong.lib.integrity import refusing_invalid
from lingong.lib.refusal import Refusal
from lingong.people import identify
from lingong.people import register as verbs
from lingong.people.models import IdentityCheck, Person
from lingong.scope.regions_of import region_q
from lingong.workers.models import Worker

from .access import Hidden, actor, may_help, person_for, user_of
from .answers import answers, done
from .commands import command
from .fields import Given, Name, Number, Region
from .routers import lists, people


class Registering(Given):
    name: Name
    region: Region
    sex: Literal["M", "F", ""] = ""


class RegisteringAtCounter(Registering):
    phone: Number = ""
    has_smartphone: bool = False


class Identity(Given):
    number: Number = Field(description="Number of the paper; sealed, never given out again")


class Verifying(Given):
    passed: bool
    reason: str = Field(default="", pattern=r"^[a-z_]{0,40}$", description="Code of why it failed")


class Me(Schema):
    """Who the user is here: ids of the roles, none where there is none."""

    person: UUID | None
    real_name_level: int
    worker: UUID | None
    looking: bool
    employers: list[UUID]


class Level(Schema):
    id: UUID
    real_name_level: int


@lists.get("/me", response=answers(Me), operation_id="people_me")
def me(request: HttpRequest) -> dict[str, object]:
    """The roles of the signed-in user."""
    user = user_of(request)
    person = Person.objects.living_records().filter(account=user).first()
    worker = Worker.objects.filter(person=person).first() if person else None
    mine = Employer.objects.of(user).order_by("pk")
    return {
        "person": person.public_id if person else None,
        "real_name_level": person.real_name_level if person else 0,
        "worker": worker.public_id if worker else None,
        "looking": worker.available if worker else False,
        "employers": list(mine.values_list("public_id", flat=True)),
    }


@command(people, "")
def register(request: HttpRequest, body: Registering) -> Answer:
    """Register the person of the signed-in account."""
    user = user_of(request)
    if user.is_staff_account:
        raise Refusal("people.staff_account", "工作账号不能登记个人，请用手机号登录。")
    by = actor(request, Side.WORKER)
    return done(verbs.register(account=user, by=by, now=clock.now(), **body.model_dump()))


@command(people, "/at_counter")
def register_at_counter(request: HttpRequest, body: RegisteringAtCounter) -> Answer:
    """Register somebody who stands at the counter; a phone is not needed."""
    may_help(request, Right.PERSON_REGISTER, body.region)
    facts = body.model_dump()
    if body.phone:
        with refusing_invalid("people.phone", "phone"):
            facts["phone"] = checked_phone(body.phone)
    return done(verbs.register(by=actor(request, Side.STAFF), now=clock.now(), **facts))


@people.put("/{person_id}/identity", response=answers(Level), operation_id="people_identity")
def state_identity(request: HttpRequest, person_id: UUID, body: Identity) -> dict[str, object]:
    """State the number of one's paper, or at the counter that of a person of the region."""
    person, helping = person_for(request, person_id, Right.PERSON_REGISTER)
    by = actor(request, Side.STAFF if helping else Side.WORKER)
    person = identify.state_identity(person=person, number=body.number, by=by, now=clock.now())
    return {"id": person.public_id, "real_name_level": person.real_name_level}


@command(people, "/{person_id}/verify")
def verify(request: HttpRequest, person_id: UUID, body: Verifying) -> Answer:
    """Staff saw the paper: record the outcome."""
    rows = Person.objects.living_records()
    person = rows.filter(region_q(user_of(request), Right.IDENTITY_VERIFY), public_id=person_id).first()
    if person is None:
        raise Hidden
    identify.verify(
        person=person, method=IdentityCheck.Method.COUNTER, passed=body.passed, reason=body.reason,
        by=actor(request, Side.STAFF), now=clock.now(),
    )  # fmt: skip
    return done(person)
