"""Staff look at every posting, and at every change, before the public does."""

from uuid import UUID

from django.http import HttpRequest

from lingong.accounts.rights import Right
from lingong.jobs import review as jobs
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import posting_of_staff
from .answers import done
from .commands import command
from .fields import Given, Line
from .routers import postings


class Accepting(Given):
    """Nothing to say: what is proposed is accepted as it stands."""


class SendingBack(Given):
    reason: Line


@command(postings, "/{posting_id}/accept")
def accept(request: HttpRequest, posting_id: UUID, body: Accepting) -> Answer:
    """Accept what is proposed; never by the one who proposed it."""
    posting, by = posting_of_staff(request, posting_id, Right.POSTING_REVIEW)
    return done(jobs.accept(posting=posting, by=by, now=clock.now()))


@command(postings, "/{posting_id}/send_back")
def send_back(request: HttpRequest, posting_id: UUID, body: SendingBack) -> Answer:
    """Send it back with the reason the employer reads."""
    posting, by = posting_of_staff(request, posting_id, Right.POSTING_REVIEW)
    jobs.send_back(posting=posting, reason=body.reason, by=by, now=clock.now())
    return done(posting)
