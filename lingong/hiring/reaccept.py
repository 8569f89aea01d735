"""The employer changed pay, time or place: a confirmed worker keeps the old terms until they accept."""

from datetime import datetime

from django.db import transaction

from lingong.jobs.models import Posting
from lingong.journal.actor import Actor
from lingong.lib.refusal import Refusal
from lingong.workers.calendar import free_time

from .confirm import require_fit, take_shifts
from .line import ShiftState
from .models import Engagement
from .move import move


def reaccept(*, engagement: Engagement, by: Actor, now: datetime, terms_seen: int | None = None) -> None:
    """Agree to the posting's new terms. Shifts not yet begun are replaced; a new agreement is to be signed."""
    posting = Posting.objects.select_related("terms").get(pk=engagement.posting_id)
    terms = posting.terms
    if terms is None or terms.pk == engagement.terms_id:
        raise Refusal("hiring.nothing_new", "条件没有变化，不用再确认。")
    if terms_seen is not None and terms.number != terms_seen:
        raise Refusal("hiring.terms_changed", "雇主又改了条件，请看清新的条件再确认。", rule="CON-01")
    require_fit(engagement.worker, terms)
    with transaction.atomic():
        move(engagement, "reaccept", by=by, now=now, terms=terms, data={"terms": terms.number})
        due = engagement.shifts.filter(state=ShiftState.DUE)
        free_time(promise=engagement.public_id, starts=due.values_list("start_at", flat=True))
        due.delete()
        begun = set(engagement.shifts.values_list("start_at", flat=True))
        take_shifts(engagement, terms, now, leave_out=begun)
