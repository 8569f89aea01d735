"""Words between the two sides, and the yes of each."""

from uuid import UUID

from django.http import HttpRequest

from lingong.hiring import confirm as hiring
from lingong.hiring.invite import offer_deadline
from lingong.hiring.reaccept import reaccept as accept_new_terms
from lingong.hiring.talk import talk as say
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import engagement_on
from .answers import done
from .commands import command
from .fields import Helping, Long, Sided, TermsSeen
from .routers import engagements


class Talking(Sided):
    text: Long


class Seen(Helping):
    terms_seen: TermsSeen


@command(engagements, "/{engagement_id}/talk")
def talk(request: HttpRequest, engagement_id: UUID, body: Talking) -> Answer:
    """Say something to the other side."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    say(engagement=engagement, text=body.text, by=by, now=clock.now())
    return done(engagement)


@command(engagements, "/{engagement_id}/offer")
def offer(request: HttpRequest, engagement_id: UUID, body: Helping) -> Answer:
    """The employer's yes to somebody who applied or was proposed."""
    engagement, by = engagement_on(request, engagement_id, Side.EMPLOYER, body.helped)
    now = clock.now()
    hiring.offer(engagement=engagement, by=by, now=now, answer_by=offer_deadline(engagement.posting, now))
    return done(engagement)


@command(engagements, "/{engagement_id}/confirm")
def confirm(request: HttpRequest, engagement_id: UUID, body: Seen) -> Answer:
    """The worker's yes to the terms shown: the place and the worker's time are taken, at once or not at all."""
    engagement, by = engagement_on(request, engagement_id, Side.WORKER, body.helped)
    hiring.confirm(engagement=engagement, by=by, now=clock.now(), terms_seen=body.terms_seen)
    return done(engagement)


@command(engagements, "/{engagement_id}/reaccept")
def reaccept(request: HttpRequest, engagement_id: UUID, body: Seen) -> Answer:
    """The worker agrees to changed terms."""
    engagement, by = engagement_on(request, engagement_id, Side.WORKER, body.helped)
    accept_new_terms(engagement=engagement, by=by, now=clock.now(), terms_seen=body.terms_seen)
    return done(engagement)
