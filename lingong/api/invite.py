"""An employer asks workers, staff bring a pair together."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from lingong.accounts.rights import Right
from lingong.hiring import invite as hiring
from lingong.hiring.rehire import rehire as invite_again
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.workers.models import Worker

from .access import posting_for, posting_of_staff
from .answers import Refused, done
from .commands import command
from .fields import Given, Helping
from .routers import postings


class Inviting(Helping):
    worker: UUID


class Proposing(Given):
    worker: UUID


class Rehiring(Helping):
    earlier: UUID


class Invited(Schema):
    """Engagements made, and why the other invitations were not sent."""

    id: str
    invited: list[str]
    refused: list[Refused]


@command(postings, "/{posting_id}/invite")
def invite(request: HttpRequest, posting_id: UUID, body: Inviting) -> Answer:
    """The employer's yes comes first; the worker confirms or it lapses."""
    posting, by = posting_for(request, posting_id, body.helped)
    engagement = hiring.invite(worker=_worker(body.worker), posting=posting, by=by, now=clock.now())
    return done(engagement)


@command(postings, "/{posting_id}/propose")
def propose(request: HttpRequest, posting_id: UUID, body: Proposing) -> Answer:
    """Staff propose a pair to both sides (撮合)."""
    posting, by = posting_of_staff(request, posting_id, Right.MATCH_PROPOSE)
    engagement = hiring.propose(worker=_worker(body.worker), posting=posting, by=by, now=clock.now())
    return done(engagement)


@command(postings, "/{posting_id}/rehire", answer=Invited)
def rehire(request: HttpRequest, posting_id: UUID, body: Rehiring) -> Answer:
    """Invite everybody who finished work on an earlier posting of the same employer."""
    posting, by = posting_for(request, posting_id, body.helped)
    earlier, _ = posting_for(request, body.earlier, body.helped)
    if earlier.employer_id != posting.employer_id:
        raise Hidden
    invited, refused = invite_again(earlier=earlier, posting=posting, by=by, now=clock.now())
    return {
        "id": str(posting.public_id),
        "invited": [str(engagement.public_id) for engagement in invited],
        "refused": [{"code": one.code, "text": one.text, "field": one.field} for one in refused],
    }


def _worker(public_id: UUID) -> Worker:
    rows = Worker.objects.select_related("person").filter(person__merged_into=None)
    worker = rows.filter(public_id=public_id).first()
    if worker is None:
        raise Hidden
    return worker
