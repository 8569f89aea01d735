"""Ways out of an engagement."""

from uuid import UUID

from django.http import HttpRequest

from lingong.hiring import leave as hiring
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import engagement_on
from .answers import done
from .commands import command
from .fields import EmployerOrStaff, Helping, Leave
from .routers import engagements


class Leaving(Helping):
    reason: Leave


class Cancelling(EmployerOrStaff):
    reason: Leave


@command(engagements, "/{engagement_id}/withdraw")
def withdraw(request: HttpRequest, engagement_id: UUID, body: Leaving) -> Answer:
    """The worker steps out, before or after confirming."""
    engagement, by = engagement_on(request, engagement_id, Side.WORKER, body.helped)
    hiring.withdraw(engagement=engagement, reason=body.reason, by=by, now=clock.now())
    return done(engagement)


@command(engagements, "/{engagement_id}/decline")
def decline(request: HttpRequest, engagement_id: UUID, body: Leaving) -> Answer:
    """The employer says no to somebody not yet confirmed."""
    engagement, by = engagement_on(request, engagement_id, Side.EMPLOYER, body.helped)
    hiring.decline(engagement=engagement, reason=body.reason, by=by, now=clock.now())
    return done(engagement)


@command(engagements, "/{engagement_id}/cancel")
def cancel(request: HttpRequest, engagement_id: UUID, body: Cancelling) -> Answer:
    """The employer calls a confirmed worker off; the worker is told at once."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    hiring.cancel(engagement=engagement, reason=body.reason, by=by, now=clock.now())
    return done(engagement)
