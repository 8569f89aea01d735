"""Bring terms into force, and lead a public posting to its end so that nothing stale stays."""

from datetime import datetime, timedelta

from django.db import models, transaction

from lingong.journal.actor import SYSTEM, Actor
from lingong.journal.record import record
from lingong.lib.geo import cell
from lingong.lib.refusal import Refusal
from lingong.regions.profile import profile

from .facts import fen_per_hour
from .models import Posting, Terms, TermsShift
from .states import LIVE, POSTING, PostingState


def put_in_force(posting: Posting, terms: Terms, *, state: str, by: Actor, now: datetime) -> None:
    """Make `terms` the offer in `state`: supersede the old version and copy what lists and matching look up."""
    if terms.headcount < posting.filled:
        text = f"已经定了 {posting.filled} 人，人数不能改得比这还少。"
        raise Refusal("jobs.headcount", text, field="headcount")
    Terms.objects.filter(posting=posting, state=Terms.State.IN_FORCE).update(state=Terms.State.SUPERSEDED)
    Terms.objects.filter(pk=terms.pk).update(state=Terms.State.IN_FORCE, reviewed_by=by.user, reviewed_at=now)
    plan = [
        (shift.start_at, shift.end_at)
        for shift in TermsShift.objects.filter(terms=terms).order_by("start_at")
    ]
    row, column = (
        cell(terms.lat, terms.lon) if terms.lat is not None and terms.lon is not None else (None, None)
    )
    moved = Posting.objects.filter(pk=posting.pk, state=posting.state).update(
        state=state, terms=terms, version=models.F("version") + 1, headcount=terms.headcount,
        region=terms.region, trade=terms.trade, row=row, column=column,
        starts_at=plan[0][0], published_at=posting.published_at or now, refreshed_at=now,
        expires_at=_expiry(terms.region, plan[-1][0], now),
        pay_fen_per_hour=fen_per_hour(terms.pay_fen, terms.pay_unit, plan),
    )  # fmt: skip
    if not moved:
        raise Refusal("jobs.state", "这条招工刚刚有变化，请刷新页面再试。")
    set_full_or_open(posting.pk)


def set_full_or_open(posting_id: int) -> None:
    """A posting with no place left is full; one with places again is published."""
    rows = Posting.objects.filter(pk=posting_id)
    rows.filter(state=PostingState.PUBLISHED, filled=models.F("headcount")).update(state=PostingState.FULL)
    rows.filter(state=PostingState.FULL, filled__lt=models.F("headcount")).update(
        state=PostingState.PUBLISHED
    )


def pause(*, posting: Posting, by: Actor, now: datetime) -> None:
    """Take the posting off the list for now; those already confirmed keep their places."""
    _move(posting, "pause", by, now)


def resume(*, posting: Posting, by: Actor, now: datetime) -> None:
    """Put a paused posting back on the list."""
    _move(posting, "resume", by, now)
    set_full_or_open(posting.pk)


def close(*, posting: Posting, reason: str, by: Actor, now: datetime) -> None:
    """End the posting. Engagements not yet confirmed are told by hiring."""
    _move(posting, "close", by, now, reason=reason)


def refresh(*, posting: Posting, by: Actor, now: datetime) -> None:
    """The employer says it still holds: the validity runs anew."""
    POSTING.require("refresh", posting.state)
    last = (
        TermsShift.objects.filter(terms=posting.terms)
        .order_by("-start_at")
        .values_list("start_at", flat=True)[0]
    )
    with transaction.atomic():
        Posting.objects.filter(pk=posting.pk).update(
            refreshed_at=now, expires_at=_expiry(posting.region, last, now)
        )
        record("jobs.refreshed", posting, by=by, now=now, region=posting.region)


def expire_due(*, now: datetime, limit: int = 500) -> list[Posting]:
    """Expire what has passed its validity or its last start; returns the postings expired."""
    due = list(Posting.objects.filter(state__in=LIVE, expires_at__lte=now)[:limit])
    for posting in due:
        _move(posting, "expire", SYSTEM, now, reason="expired")
    return due


def _move(posting: Posting, verb: str, by: Actor, now: datetime, reason: str = "") -> None:
    step = POSTING.require(verb, posting.state)
    with transaction.atomic():
        moved = Posting.objects.filter(pk=posting.pk, state=posting.state).update(
            state=step.target, closed_reason=reason
        )
        if not moved:
            raise Refusal("jobs.state", "这条招工刚刚有变化，请刷新页面再试。")
        record(step.event, posting, by=by, now=now, region=posting.region, reason=reason)
    posting.state = step.target


def _expiry(region: str, last_start: datetime, now: datetime) -> datetime:
    """The last start, or the validity of the jurisdiction if that ends earlier (JOB-14)."""
    days = int(profile(region, now.date()).get("posting.validity_days"))
    return min(last_start, now + timedelta(days=days))
