"""From a pasted sentence to a posting handed to review."""

from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from lingong.jobs import draft as jobs
from lingong.jobs.facts import Offer
from lingong.jobs.from_text import from_text, offer_from
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.integrity import refusing_invalid

from .access import employer_for, posting_for
from .answers import answers, done
from .commands import command
from .fields import (
    Day,
    Given,
    Helping,
    Latitude,
    Line,
    Long,
    Longitude,
    Pasted,
    Region,
    Trade,
)  # fmt: skip
from .routers import lists, postings

Small = Annotated[int, Field(ge=0, le=500)]
Word = Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")]


class Facts(Given):
    """What is offered. All may be left out while it is a draft; on submit the first missing one is asked for."""

    trade: Trade | None = None
    headcount: Small | None = None
    pay: Annotated[str, Field(pattern=r"^[0-9]{1,8}(\.[0-9]{1,2})?$", description="元")] | None = None
    pay_unit: Annotated[str, Field(pattern=r"^[a-z_]{1,10}$")] | None = None
    piece_word: Annotated[str, Field(max_length=10, pattern=r"^[^\x00]*$")] = ""
    settlement: Annotated[str, Field(pattern=r"^[a-z_]{1,12}$")] | None = None
    pay_days: Annotated[int, Field(ge=0, le=90)] = 0
    first_day: Day | None = None
    days: Annotated[int, Field(ge=1, le=366)] = 1
    start: time | None = None
    end: Annotated[time | None, Field(description="At or before `start`: on the next day")] = None
    region: Region | None = None
    place: Line | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    gig_type: Annotated[str, Field(pattern=r"^[a-z_]{1,10}$")] | None = None
    task: Long = ""
    age_min: Annotated[int, Field(ge=0, le=120)] = 18
    age_max: Annotated[int, Field(ge=0, le=120)] | None = None
    certificates: Annotated[list[Word], Field(max_length=20)] = []
    requirements: Line = ""
    benefits: Annotated[list[Word], Field(max_length=20)] = []


class Text(Given):
    text: Pasted


class Drafting(Helping):
    employer: UUID
    text: Pasted = ""
    draft: Facts = Facts()


class Saving(Helping):
    text: Pasted = ""
    draft: Facts


class Submitting(Helping):
    offer: Facts
    instant: bool = Field(default=False, description="抢单: first come, first served")


class Read(Schema):
    """What a text states, under the names of `offer`, and what has to be asked."""

    facts: dict[str, Any]
    missing: list[str]


@lists.post("/read", response=answers(Read), operation_id="draft_read")
def read(request: HttpRequest, body: Text) -> dict[str, object]:
    """Read a pasted text; changes nothing, so it takes no Idempotency-Key."""
    found = from_text(body.text, now=clock.now())
    return {"facts": {name: _plain(value) for name, value in found.facts.items()}, "missing": found.missing}


@command(postings, "")
def start(request: HttpRequest, body: Drafting) -> Answer:
    """Keep a text or half-filled facts as a draft."""
    employer, by = employer_for(request, body.employer, body.helped)
    facts = body.draft.model_dump(mode="json", exclude_unset=True)
    return done(jobs.start_draft(employer=employer, by=by, now=clock.now(), text=body.text, draft=facts))


@command(postings, "/{posting_id}/save")
def save(request: HttpRequest, posting_id: UUID, body: Saving) -> Answer:
    """Keep what was typed."""
    posting, by = posting_for(request, posting_id, body.helped)
    facts = body.draft.model_dump(mode="json", exclude_unset=True)
    jobs.save_draft(posting=posting, draft=facts, by=by, now=clock.now(), text=body.text)
    return done(posting)


@command(postings, "/{posting_id}/submit")
def submit(request: HttpRequest, posting_id: UUID, body: Submitting) -> Answer:
    """Complete the draft and hand it to review."""
    posting, by = posting_for(request, posting_id, body.helped)
    jobs.submit(posting=posting, offer=offer_of(body.offer), by=by, now=clock.now(), instant=body.instant)
    return done(posting)


def offer_of(facts: Facts) -> Offer:
    """The offer of the facts; refuses the first that is missing."""
    with refusing_invalid("jobs.pay", "pay"):
        return offer_from(facts.model_dump())


def _plain(value: object) -> object:
    if isinstance(value, date | time | datetime):
        return value.isoformat()
    return value if isinstance(value, int | list) else str(value)
