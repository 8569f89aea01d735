"""What needs somebody now (right column): reviews with their clock, late pay, offers about to lapse, calls."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from lingong.accounts.rights import Right
from lingong.hiring.line import HELD, ShiftState, State
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.facts import LONGEST_SHIFT
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting, Terms
from lingong.jobs.states import PostingState
from lingong.lib import clock
from lingong.people.models import Delivery
from lingong.web import words

from .reach import reach, within

SOON = timedelta(minutes=30)
LATE = timedelta(minutes=10)  # a worker this late is asked after
MOST = 4
TO_CALL = (Delivery.State.QUEUED, Delivery.State.UNREACHED)


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    url: str
    clock: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One matter: how many, where to deal with it, the most pressing of them."""

    title: str
    icon: str
    count: int
    url: str = ""
    rows: list[Row] = field(default_factory=list)


def needs(request: HttpRequest, now: datetime) -> list[Need]:
    """All that waits in the clerk's reach, the most pressing matter first."""
    found: list[Need] = []
    if reach(request, Right.ENGAGEMENT_ASSIST):
        found += [_contested(request), _overdue(request, now), _late(request, now), _lapsing(request, now)]
    if reach(request, Right.POSTING_REVIEW):
        found.append(_reviews(request, now))
    if reach(request, Right.CALL_LIST):
        found.append(_calls(request))
    return [need for need in found if need.count]


def left(due: datetime | None, now: datetime) -> tuple[str, str]:
    """The clock in words and its tone: `还剩 12 分钟` warn, `超时 1 小时` bad."""
    if due is None:
        return "", ""
    minutes = int(abs((due - now).total_seconds()) // 60)
    span = "不到 1 分钟" if not minutes else f"{minutes} 分钟" if minutes < 120 else f"{minutes // 60} 小时"
    if due <= now:
        return f"超时 {span}", "bad"
    return f"还剩 {span}", "warn" if due - now < SOON else "plain"


def reviews(request: HttpRequest) -> QuerySet[Terms]:
    """What waits for review: new postings and changes of published ones, the oldest first."""
    rows = Terms.objects.filter(
        within(request, Right.POSTING_REVIEW, "posting__region"), state=Terms.State.PROPOSED
    )
    rows = rows.exclude(posting__state__in=(PostingState.CLOSED, PostingState.EXPIRED))
    return rows.select_related("posting__employer__organisation", "posting__employer__person").order_by(
        "proposed_at"
    )


def _reviews(request: HttpRequest, now: datetime) -> Need:
    waiting = Posting.objects.filter(within(request, Right.POSTING_REVIEW), state=PostingState.IN_REVIEW)
    oldest = waiting.order_by("review_due_at").first()
    rows = []
    if oldest is not None:
        said, tone = left(oldest.review_due_at, now)
        rows = [Row("最早的一条", reverse("web:desk_review_one", args=[oldest.public_id]), said, tone)]
    return Need(
        "要审核", icon="patch-check", count=waiting.count(), url=reverse("web:desk_review"), rows=rows
    )


def _calls(request: HttpRequest) -> Need:
    calls = Q(channel=Delivery.Channel.CALL, state__in=TO_CALL) | lost()
    count = Delivery.objects.filter(within(request, Right.CALL_LIST)).filter(calls).count()
    return Need("要打电话", icon="telephone", count=count, url=reverse("web:desk_calls"))


def lost() -> Q:
    """An SMS that was not sent or never answered for, on which nobody has decided."""
    states = (Delivery.State.UNKNOWN, Delivery.State.FAILED)
    return Q(channel=Delivery.Channel.SMS, state__in=states, handled_by="")


def _contested(request: HttpRequest) -> Need:
    rows = _engagements(request).filter(state=State.CONTESTED)
    listed = [_row(e, "等窗口处理", "bad") for e in rows.order_by("pk")[:MOST]]
    return Need("有争议", icon="exclamation-octagon", count=rows.count(), rows=listed)


def _lapsing(request: HttpRequest, now: datetime) -> Need:
    rows = _engagements(request).filter(
        state__in=(State.OFFERED, State.PROPOSED, State.APPLIED), answer_by_at__lte=now + SOON
    )
    listed = [_row(e, *left(e.answer_by_at, now)) for e in rows.order_by("answer_by_at")[:MOST]]
    return Need("快过时没答复", icon="hourglass-split", count=rows.count(), rows=listed)


def _overdue(request: HttpRequest, now: datetime) -> Need:
    rows = _shifts(request).filter(
        state__in=(ShiftState.PAY_DUE, ShiftState.PAID), due_date__lt=clock.today(now)
    )
    listed = [
        _row(s.engagement, f"超过 {s.overdue_days(now)} 天", "bad") for s in rows.order_by("due_date")[:MOST]
    ]
    return Need("工钱过期没付清", icon="cash-stack", count=rows.count(), rows=listed)


def _late(request: HttpRequest, now: datetime) -> Need:
    # No shift is longer than a day, so the index on the end finds those begun; what is still to come is not read.
    begun = {"start_at__lte": now - LATE, "end_at__lte": now + LONGEST_SHIFT}
    rows = _shifts(request).filter(state=ShiftState.DUE, engagement__state__in=HELD, **begun)
    listed = [
        _row(s.engagement, f"{words.moment(s.start_at, now)} 开工", "warn")
        for s in rows.order_by("start_at")[:MOST]
    ]
    return Need("开工了还没到", icon="alarm", count=rows.count(), rows=listed)


def _engagements(request: HttpRequest) -> QuerySet[Engagement]:
    here = within(request, Right.ENGAGEMENT_ASSIST, "posting__region")
    return Engagement.objects.filter(here).select_related("worker__person", "posting")


def _shifts(request: HttpRequest) -> QuerySet[Shift]:
    here = within(request, Right.ENGAGEMENT_ASSIST, "engagement__posting__region")
    return Shift.objects.filter(here).select_related("engagement__worker__person", "engagement__posting")


def _row(engagement: Engagement, said: str, tone: str) -> Row:
    label = f"{engagement.worker.person.name} · {trade_name(engagement.posting.trade)}"
    return Row(label, reverse("web:desk_engagement", args=[engagement.public_id]), said, tone)
