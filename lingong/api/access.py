"""The way to every object: loaded together with the right to act on it, else Hidden (404)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.hiring.access import engagement_for, shift_for
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.models import Posting
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.refusal import Hidden, Refusal
from lingong.people.models import Person
from lingong.scope.regions_of import prefixes_of, region_q
from lingong.workers.models import Worker


def user_of(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Hidden
    return request.user


def actor(request: HttpRequest, side: Side, helped: UUID | None = None) -> Actor:
    """The signed-in user on one side; with `helped` at the counter for that person."""
    via = Via.DESK if helped else Via.API
    return Actor(str(user_of(request).public_id), side, via, str(helped or ""))


def may_help(request: HttpRequest, right: Right, region: str) -> None:
    """Staff with `right` in the region, else Hidden."""
    if not region.startswith(tuple(prefixes_of(user_of(request), right))):
        raise Hidden


def person_for(request: HttpRequest, person_id: UUID | None, right: Right) -> tuple[Person, bool]:
    """(oneself, False), or (a person of the region, True) for staff with `right`."""
    user = user_of(request)
    rows = Person.objects.living_records()
    if person_id is None:
        person = rows.filter(account=user).first()
        if person is None:
            raise Refusal("people.not_registered", "请先登记姓名和所在区县。", field="name")
        return person, False
    mine = rows.filter(account=user, public_id=person_id).first()
    person = mine or rows.filter(region_q(user, right), public_id=person_id).first()
    if person is None:
        raise Hidden
    return person, mine is None


def worker_for(request: HttpRequest, helped: UUID | None) -> tuple[Worker, Actor]:
    """The worker's role of the user, or at the counter that of the person `helped`."""
    user = user_of(request)
    rows = Worker.objects.select_related("person").filter(person__merged_into=None)
    if helped is None:
        worker = rows.filter(person__account=user).first()
        if worker is None:
            raise Refusal("workers.not_registered", "请先登记找活：选工种，填在哪里干。")
    else:
        assisted = rows.filter(region_q(user, Right.ENGAGEMENT_ASSIST))
        worker = assisted.filter(person__public_id=helped).first()
        if worker is None:
            raise Hidden
    return worker, actor(request, Side.WORKER, helped)


def employer_for(request: HttpRequest, employer_id: UUID, helped: UUID | None) -> tuple[Employer, Actor]:
    """An employer the user may act for, or at the counter one that `helped` stands for."""
    user = user_of(request)
    if helped is None:
        rows = Employer.objects.of(user)
    else:
        rows = Employer.objects.filter(region_q(user, Right.POSTING_WRITE)).filter(_stands_for(helped))
    employer = rows.filter(public_id=employer_id).first()
    if employer is None:
        raise Hidden
    return employer, actor(request, Side.EMPLOYER, helped)


def posting_for(request: HttpRequest, posting_id: UUID, helped: UUID | None) -> tuple[Posting, Actor]:
    """A posting of the user's employer, or at the counter one of the employer that `helped` stands for."""
    user = user_of(request)
    if helped is None:
        rows = Posting.objects.of(user)
    else:
        employers = Employer.objects.filter(_stands_for(helped)).values("pk")
        rows = Posting.objects.filter(region_q(user, Right.POSTING_WRITE), employer__in=employers)
    posting = rows.for_page().filter(public_id=posting_id).first()
    if posting is None:
        raise Hidden
    return posting, actor(request, Side.EMPLOYER, helped)


def posting_of_staff(request: HttpRequest, posting_id: UUID, right: Right) -> tuple[Posting, Actor]:
    """A posting of the region, for staff with `right`."""
    rows = Posting.objects.for_page().filter(region_q(user_of(request), right), public_id=posting_id)
    posting = rows.first()
    if posting is None:
        raise Hidden
    return posting, actor(request, Side.STAFF)


def posting_seen(request: HttpRequest, posting_id: UUID, now: datetime) -> Posting:
    """A posting the user, or a visitor, may look at."""
    rows = Posting.objects.visible_to(request.user, now).for_page()
    posting = rows.filter(public_id=posting_id).first()
    if posting is None:
        raise Hidden
    return posting


def engagement_seen(request: HttpRequest, engagement_id: UUID) -> Engagement:
    engagement = (
        Engagement.objects.visible_to(user_of(request)).for_page().filter(public_id=engagement_id).first()
    )
    if engagement is None:
        raise Hidden
    return engagement


def engagement_on(
    request: HttpRequest, engagement_id: UUID, side: Side, helped: UUID | None = None
) -> tuple[Engagement, Actor]:
    """An engagement and the actor for one of its sides."""
    via = Via.DESK if helped else Via.API
    engagement, by = engagement_for(user_of(request), engagement_id, side, via)
    return engagement, _helping(by, engagement, helped)


def shift_on(
    request: HttpRequest, engagement_id: UUID, shift_id: int, side: Side, helped: UUID | None = None
) -> tuple[Shift, Actor]:
    """A shift and the actor for one side of its engagement."""
    via = Via.DESK if helped else Via.API
    shift, by = shift_for(user_of(request), engagement_id, shift_id, side, via)
    return shift, _helping(by, shift.engagement, helped)


def _helping(by: Actor, engagement: Engagement, helped: UUID | None) -> Actor:
    """The person helped must stand for the side; a firm may be stood for by any of its members."""
    if helped is None:
        return by
    if by.side == Side.WORKER:
        stands = engagement.worker.person.public_id == helped
    else:
        employer = Employer.objects.filter(pk=engagement.posting.employer_id)
        stands = employer.filter(_stands_for(helped)).exists()
    if not stands:
        raise Hidden
    return replace(by, assisting=str(helped))


def _stands_for(person_id: UUID) -> Q:
    member = Q(members__person__public_id=person_id, members__ended_at=None)
    return Q(person__public_id=person_id) | member
