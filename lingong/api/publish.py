"""What an employer does with a posting once it is out."""

from uuid import UUID

from django.http import HttpRequest

from lingong.hiring.leave import close_posting
from lingong.jobs import publish as jobs
from lingong.jobs.again import again as post_again
from lingong.jobs.change import propose_change
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import posting_for
from .answers import done
from .commands import command
from .draft import Facts, offer_of
from .fields import Day, Helping, Leave
from .routers import postings


class Changing(Helping):
    offer: Facts


class Closing(Helping):
    reason: Leave


class Repeating(Helping):
    first_day: Day


@command(postings, "/{posting_id}/change")
def change(request: HttpRequest, posting_id: UUID, body: Changing) -> Answer:
    """Propose new terms: reviewed again, and accepted again by those already confirmed."""
    posting, by = posting_for(request, posting_id, body.helped)
    propose_change(posting=posting, offer=offer_of(body.offer), by=by, now=clock.now())
    return done(posting)


@command(postings, "/{posting_id}/pause")
def pause(request: HttpRequest, posting_id: UUID, body: Helping) -> Answer:
    """Take it off the list for now."""
    posting, by = posting_for(request, posting_id, body.helped)
    jobs.pause(posting=posting, by=by, now=clock.now())
    return done(posting)


@command(postings, "/{posting_id}/resume")
def resume(request: HttpRequest, posting_id: UUID, body: Helping) -> Answer:
    """Put it back on the list."""
    posting, by = posting_for(request, posting_id, body.helped)
    jobs.resume(posting=posting, by=by, now=clock.now())
    return done(posting)


@command(postings, "/{posting_id}/refresh")
def refresh(request: HttpRequest, posting_id: UUID, body: Helping) -> Answer:
    """Say that it still holds: its validity runs anew."""
    posting, by = posting_for(request, posting_id, body.helped)
    jobs.refresh(posting=posting, by=by, now=clock.now())
    return done(posting)


@command(postings, "/{posting_id}/close")
def close(request: HttpRequest, posting_id: UUID, body: Closing) -> Answer:
    """End it; everybody who still waits for an answer is told no."""
    posting, by = posting_for(request, posting_id, body.helped)
    close_posting(posting=posting, reason=body.reason, by=by, now=clock.now())
    return done(posting)


@command(postings, "/{posting_id}/again")
def again(request: HttpRequest, posting_id: UUID, body: Repeating) -> Answer:
    """再来一单: the same work on new days. The answer's id is the new posting's."""
    posting, by = posting_for(request, posting_id, body.helped)
    return done(post_again(posting=posting, first=body.first_day, by=by, now=clock.now()))
