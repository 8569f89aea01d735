"""Both sides rate each other; the one rated may reply once."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from lingong.hiring import rate as hiring
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.refusal import Hidden

from .access import engagement_on
from .answers import done
from .commands import command
from .fields import Line, Sided
from .routers import engagements


class Rating(Sided):
    stars: Annotated[int, Field(ge=1, le=5)]
    text: Line = ""


class Replying(Sided):
    text: Line


@command(engagements, "/{engagement_id}/rate")
def rate(request: HttpRequest, engagement_id: UUID, body: Rating) -> Answer:
    """Give the other side one to five stars."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    hiring.rate(engagement=engagement, stars=body.stars, by=by, now=clock.now(), text=body.text)
    return done(engagement)


@command(engagements, "/{engagement_id}/reply")
def reply(request: HttpRequest, engagement_id: UUID, body: Replying) -> Answer:
    """Answer what the other side said of oneself, once."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    rating = engagement.ratings.exclude(side=by.side).first()
    if rating is None:
        raise Hidden
    rating.engagement = engagement
    hiring.reply(rating=rating, text=body.text, by=by, now=clock.now())
    return done(engagement)
