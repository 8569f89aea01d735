"""The way to an engagement: the loader checks whose it is and says for which side the user acts."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.refusal import Hidden
from lingong.scope.regions_of import region_q

from .models import Engagement, Shift


def engagement_for(
    user: User | AnonymousUser, public_id: UUID, side: Side, via: Via
) -> tuple[Engagement, Actor]:
    """The engagement and the actor, if `user` may act for `side`; otherwise Hidden (404).

    At the counter (`via` desk) a clerk of the region acts for the person of that side, who is named.
    """
    rows = Engagement.objects.for_page()
    if not isinstance(user, User):
        raise Hidden
    if via == Via.DESK or side == Side.STAFF:
        rows = rows.filter(region_q(user, Right.ENGAGEMENT_ASSIST, "posting__region"))
    elif side == Side.WORKER:
        rows = rows.of_worker(user)
    else:
        rows = rows.of_employer(user)
    engagement = rows.filter(public_id=public_id).first()
    if engagement is None:
        raise Hidden
    helped = person_of(engagement, side) if via == Via.DESK and side != Side.STAFF else ""
    return engagement, Actor(str(user.public_id), side, via, helped)


def shift_for(
    user: User | AnonymousUser, public_id: UUID, shift_id: int, side: Side, via: Via
) -> tuple[Shift, Actor]:
    """A shift of an engagement the user may act on."""
    engagement, actor = engagement_for(user, public_id, side, via)
    shift = engagement.shifts.filter(pk=shift_id).first()
    if shift is None:
        raise Hidden
    shift.engagement = engagement
    return shift, actor


def person_of(engagement: Engagement, side: Side) -> str:
    """Public id of the person who stands for a side: the worker, the household, or the firm's first member."""
    if side == Side.WORKER:
        return str(engagement.worker.person.public_id)
    return employer_person(engagement.posting.employer)


def employer_person(employer: Employer) -> str:
    """Public id of the household, or of the firm's first member."""
    if employer.person is not None:
        return str(employer.person.public_id)
    member = employer.members.filter(ended_at=None).select_related("person").order_by("pk").first()
    return str(member.person.public_id) if member else str(employer.public_id)
