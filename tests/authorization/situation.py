"""One evening: a gig of today is done, paid and rated, another is open, and everybody else has their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any
from uuid import UUID, uuid4

from lingong.accounts.models import User
from lingong.accounts.rights import Role
from lingong.hiring import apply, checkin, finish, rate, settle
from lingong.hiring.models import Engagement
from lingong.jobs.draft import start_draft, submit
from lingong.journal.actor import SYSTEM
from lingong.lib.clock import local
from lingong.markets.enter import enter, move
from lingong.people.join import join
from lingong.people.models import Delivery, Message
from lingong.people.register import register
from lingong.workers.register import register_worker
from tests.cast import COUNTY, OTHER_COUNTY, SENTENCE, Cast

from . import cells


@dataclass
class Situation:
    """`things` fill addresses and bodies by name; `users` are the roles (None: the visitor)."""

    cast: Cast
    things: Mapping[str, Any]
    users: Mapping[str, User | None]


def build(cast: Cast) -> Situation:
    """The situation, through the verbs; leaves `cast.now` on Sunday evening."""
    done = _done(cast)
    engagement = Engagement.objects.get(pk=done.pk)
    cast.now = cast.shift(done).end_at + timedelta(hours=1)
    open_posting = cast.posting()
    offered = apply.apply(worker=cast.zhao, posting=open_posting, by=cast.as_worker(cast.zhao), now=cast.now)
    things = {
        "engagement": engagement.public_id,
        "shift": cast.shift(done).pk,
        "other_shift": cast.shift(_of_others(cast)).pk,
        "done": done.posting.public_id,
        "posting": open_posting.public_id,
        "asked": offered.public_id,
        "station": _station(cast),
        "no_id": uuid4(),
        "no_number": 987654321,
        "digest": "0" * 64,
        "day": local(cast.now).date().isoformat(),
        **_at_work(cast),
        **_at_the_desk(cast, engagement),
    }
    return Situation(cast, things, _users(cast))


def _done(cast: Cast) -> Engagement:
    """王建国 worked for the firm: everything is stated, paid, received and rated."""
    engagement = cast.agreed(cast.posting(), cast.wang)
    worker, boss, shift = cast.as_worker(cast.wang), cast.as_employer(cast.firm), cast.shift(engagement)
    code = checkin.site_code(engagement.posting, local(shift.start_at).date())
    checkin.check_in(shift=shift, by=worker, now=shift.start_at, code=code)
    for by in (worker, boss):
        finish.report(shift=cast.shift(engagement), by=by, now=shift.end_at, minutes=shift.minutes)
    settle.pay(shift=cast.shift(engagement), by=boss, now=shift.end_at)
    settle.receive(shift=cast.shift(engagement), by=worker, now=shift.end_at)
    engagement.refresh_from_db()
    for by in (worker, boss):
        rate.rate(engagement=engagement, stars=5, by=by, now=shift.end_at)
    return engagement


def _of_others(cast: Cast) -> Engagement:
    """赵铁柱 works for the household."""
    return cast.agreed(cast.posting(cast.household), cast.zhao)


def _at_work(cast: Cast) -> dict[str, Any]:
    boss = cast.as_employer(cast.firm)
    draft = start_draft(employer=cast.firm, by=boss, now=cast.now, text=SENTENCE)
    proposed = start_draft(employer=cast.firm, by=boss, now=cast.now, text=SENTENCE)
    submit(posting=proposed, offer=cast.offer(end=time(17)), by=boss, now=cast.now)
    return {
        "draft": draft.public_id,
        "proposed": proposed.public_id,
        "firm": cast.firm.public_id,
        "member": cast.firm.members.get().person.public_id,
        "worker": cast.wang.public_id,
        "worker_person": cast.wang.person.public_id,
        "free_worker": cast.li.public_id,
        "other_person": cast.zhao.person.public_id,
        "household": cast.household.public_id,
    }


def _station(cast: Cast) -> UUID:
    facts = {"name": "顺河驿站", "code": "shunhe", "tier": "station", "region": COUNTY, "hours_text": "每天"}
    more = {"address": "珠江路 8 号", "contact": "0527-84389000", "trades": ["labourer"]}
    found = enter(by=SYSTEM, now=cast.now, **facts, **more)
    move(market=found, verb="open", by=SYSTEM, now=cast.now)
    return found.public_id


def _at_the_desk(cast: Cast, engagement: Engagement) -> dict[str, Any]:
    by = cast.as_worker(cast.li)
    twin = cast.person("李大山", verified=False)
    joined = join(kept=cast.li.person, merged=twin, by=SYSTEM, now=cast.now)
    message = Message.objects.create(
        person=cast.wang.person, kind="hiring.offered", text="请您来干活", object_kind="engagement",
        object_id=str(engagement.public_id), event_id=1, sent_at=cast.now,
    )  # fmt: skip
    delivery = Delivery.objects.create(
        message=message, channel="call", state="queued", region=COUNTY, changed_at=cast.now
    )
    far = register(name="孙远", region=OTHER_COUNTY, by=by, now=cast.now, has_smartphone=False)
    far_worker = register_worker(person=far, trades=("labourer",), by=by, now=cast.now)
    return {
        "person": cast.li.person.public_id,
        "twin": cast.person("李大山", verified=False).public_id,
        "join": joined.pk,
        "message": message.pk,
        "delivery": delivery.pk,
        "far_person": far.public_id,
        "far_worker": far_worker.public_id,
    }


def _users(cast: Cast) -> dict[str, User | None]:
    firm, household = cast.firm.members.get().person, cast.household.person
    users = {
        cells.VISITOR: None,
        cells.STRANGER: cast.stranger,
        cells.WORKER: cast.wang.person.account,
        cells.OTHER_WORKER: cast.zhao.person.account,
        cells.EMPLOYER: firm.account,
        cells.OTHER_EMPLOYER: household.account,
    }
    for role in Role:
        users[cells.IN[role]] = cast.staff(f"{role}-in", role, COUNTY)
        users[cells.OUT[role]] = cast.staff(f"{role}-out", role, OTHER_COUNTY)
    return users
