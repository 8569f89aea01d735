"""再来一单: the same work on new days, as a draft to look over and submit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.lib import clock
from lingong.lib.refusal import Refusal

from .change import offer_of
from .draft import start_draft, submit
from .facts import Offer, Planned, daily_shifts
from .models import Posting


def same_offer(posting: Posting, first: date) -> Offer:
    """The offer of `posting` with its shifts moved so that the first is on `first`."""
    if posting.terms is None:
        raise Refusal("jobs.no_terms", "这条招工还没有填完整，不能再来一单。")
    offer = offer_of(posting.terms)
    return replace(offer, shifts=_moved(offer.shifts, first))


def again(*, posting: Posting, first: date, by: Actor, now: datetime) -> Posting:
    """Post the same work again from `first` on; it goes through review like any other."""
    offer = same_offer(posting, first)
    with transaction.atomic():  # a refused submit leaves no empty draft behind
        draft = start_draft(employer=posting.employer, by=by, now=now, text=posting.source_text)
        submit(posting=draft, offer=offer, by=by, now=now, instant=posting.instant)
    return draft


def _moved(shifts: Sequence[Planned], first: date) -> list[Planned]:
    start, end = (clock.local(moment) for moment in shifts[0])
    same_hours = all(
        (clock.local(s).time(), clock.local(e).time()) == (start.time(), end.time()) for s, e in shifts
    )
    if same_hours:
        span = (clock.local(shifts[-1][0]).date() - start.date()).days + 1
        if span == len(shifts):
            return daily_shifts(first, len(shifts), start.time(), end.time())
    by_days = first - start.date()
    return [(s + by_days, e + by_days) for s, e in shifts]
