"""A worker asks for the work."""

from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from lingong.hiring import apply as hiring
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import posting_seen, worker_for
from .answers import done
from .commands import command
from .fields import Helping, TermsSeen
from .routers import postings


class Grabbing(Helping):
    terms_seen: TermsSeen | None = Field(default=None, description="Version shown; another one is refused")


@command(postings, "/{posting_id}/apply")
def apply(request: HttpRequest, posting_id: UUID, body: Helping) -> Answer:
    """Ask for a place. The answer's id is the engagement's."""
    worker, by = worker_for(request, body.helped)
    now = clock.now()
    posting = posting_seen(request, posting_id, now)
    engagement = hiring.apply(worker=worker, posting=posting, by=by, now=now)
    return done(engagement)


@command(postings, "/{posting_id}/grab")
def grab(request: HttpRequest, posting_id: UUID, body: Grabbing) -> Answer:
    """抢单: ask and confirm at once, where the posting allows it."""
    worker, by = worker_for(request, body.helped)
    now = clock.now()
    posting = posting_seen(request, posting_id, now)
    engagement = hiring.grab(worker=worker, posting=posting, by=by, now=now, terms_seen=body.terms_seen)
    return done(engagement)
