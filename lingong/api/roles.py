"""The roles of a person: worker and employer."""

from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from lingong.accounts.rights import Right
from lingong.employers import register as employing
from lingong.employers.models import Employer
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.scope.regions_of import region_q
from lingong.workers import register as working

from .access import actor, person_for, user_of, worker_for
from .answers import Done, answers, done
from .commands import command
from .fields import Day, Fen, Given, Helping, Latitude, Line, Longitude, Number, Region, Short, Trade
from .routers import employers, workers


class Wishes(Helping):
    trades: Annotated[list[Trade], Field(min_length=1, max_length=20)]
    region: Region
    lat: Latitude | None = None
    lon: Longitude | None = None
    reach_km: Annotated[int, Field(ge=1, le=500)] = 15
    floor_fen_per_hour: Fen = 0


class Availability(Helping):
    looking: bool
    until: Day | None = None


class Ranking(Helping):
    opted_out: bool


class Household(Helping):
    """Nothing more to say: the person needs somebody at home."""


class Firm(Helping):
    name: Short
    uscc: Number
    kind: Literal["firm", "sole_trader", "platform"]
    region: Region
    address: Line = ""


class Seen(Given):
    """Nothing to say: the licence was seen and is right."""


@command(workers, "")
def register_worker(request: HttpRequest, body: Wishes) -> Answer:
    """Look for work, with the fewest facts."""
    person, helping = person_for(request, body.helped, Right.PERSON_REGISTER)
    by = actor(request, Side.WORKER, body.helped if helping else None)
    facts = body.model_dump(exclude={"helped"})
    return done(working.register_worker(person=person, by=by, now=clock.now(), **facts))


@workers.put("/wishes", response=answers(Done), operation_id="roles_wishes")
def edit_wishes(request: HttpRequest, body: Wishes) -> dict[str, object]:
    """Change trades, place, reach and floor of pay."""
    worker, by = worker_for(request, body.helped)
    working.edit_wishes(
        worker=worker, by=by, now=clock.now(), settlement_wish=worker.settlement_wish, experience=worker.experience,
        **body.model_dump(exclude={"helped"}),
    )  # fmt: skip
    return done(worker)


@workers.put("/availability", response=answers(Done), operation_id="roles_availability")
def availability(request: HttpRequest, body: Availability) -> dict[str, object]:
    """今天能干, or resting."""
    worker, by = worker_for(request, body.helped)
    if body.looking:
        working.look_for_work(worker=worker, by=by, now=clock.now(), until=body.until)
    else:
        working.rest(worker=worker, by=by, now=clock.now())
    return done(worker)


@workers.put("/ranking", response=answers(Done), operation_id="roles_ranking")
def ranking(request: HttpRequest, body: Ranking) -> dict[str, object]:
    """Out of automated ranking (listed by time then), or back in."""
    worker, by = worker_for(request, body.helped)
    working.set_ranking(worker=worker, opted_out=body.opted_out, by=by, now=clock.now())
    return done(worker)


@command(employers, "/household")
def register_household(request: HttpRequest, body: Household) -> Answer:
    """A person who needs somebody at home."""
    person, helping = person_for(request, body.helped, Right.PERSON_REGISTER)
    by = actor(request, Side.EMPLOYER, body.helped if helping else None)
    return done(employing.register_household(person=person, by=by, now=clock.now()))


@command(employers, "/firm")
def register_firm(request: HttpRequest, body: Firm) -> Answer:
    """A firm, sole trader or platform; the person becomes its first member."""
    person, helping = person_for(request, body.helped, Right.PERSON_REGISTER)
    by = actor(request, Side.EMPLOYER, body.helped if helping else None)
    facts = body.model_dump(exclude={"helped"})
    return done(employing.register_firm(person=person, by=by, now=clock.now(), **facts))


@command(employers, "/{employer_id}/verify")
def verify_employer(request: HttpRequest, employer_id: UUID, body: Seen) -> Answer:
    """Staff saw the licence, or the household's person is verified."""
    rows = Employer.objects.select_related("person", "organisation")
    mine = rows.filter(region_q(user_of(request), Right.EMPLOYER_VERIFY))
    employer = mine.filter(public_id=employer_id).first()
    if employer is None:
        raise Hidden
    employing.verify(employer=employer, by=actor(request, Side.STAFF), now=clock.now())
    return done(employer)
