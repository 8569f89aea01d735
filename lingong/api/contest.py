"""What the two sides cannot agree on goes to the counter."""

from uuid import UUID

from django.http import HttpRequest

from lingong.hiring import contest as hiring
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import engagement_on
from .answers import done
from .commands import command
from .fields import Given, Ground, Sided
from .routers import engagements


class Contesting(Sided):
    reason: Ground


class Resolving(Given):
    """Nothing to say: the engagement goes on where it was."""


@command(engagements, "/{engagement_id}/contest")
def contest(request: HttpRequest, engagement_id: UUID, body: Contesting) -> Answer:
    """Stop the line here and call staff."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    hiring.contest(engagement=engagement, reason=body.reason, by=by, now=clock.now())
    return done(engagement)


@command(engagements, "/{engagement_id}/resolve")
def resolve(request: HttpRequest, engagement_id: UUID, body: Resolving) -> Answer:
    """Staff settled it with both."""
    engagement, by = engagement_on(request, engagement_id, Side.STAFF)
    hiring.resolve(engagement=engagement, by=by, now=clock.now())
    return done(engagement)
