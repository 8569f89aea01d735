"""Both sides say yes: the place and the worker's shifts are taken, at once or not at all."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from lingong.jobs.models import Posting, Terms, TermsShift
from lingong.jobs.places import take_place
from lingong.journal.actor import Actor
from lingong.lib.clock import local
from lingong.lib.refusal import Refusal
from lingong.workers.calendar import take_time
from lingong.workers.models import Worker
from lingong.workers.record import note_taken

from .models import Engagement, Shift
from .move import move


def offer(*, engagement: Engagement, by: Actor, now: datetime, answer_by: datetime) -> None:
    """The employer's yes to somebody who applied or was proposed; the worker's yes makes it binding."""
    with transaction.atomic():
        move(engagement, "offer", by=by, now=now, stamp="offered_at", answer_by_at=answer_by)


def confirm(*, engagement: Engagement, by: Actor, now: datetime, terms_seen: int | None = None) -> None:
    """The worker's yes to an offer. Refuses when full, overlapping, too late, not verified or not fit by law.

    terms_seen  number of the version the worker was shown; another one in force is refused.
    """
    posting = Posting.objects.select_related("terms").get(pk=engagement.posting_id)
    terms = posting.terms
    if terms is None or (terms_seen is not None and terms.number != terms_seen):
        raise Refusal("hiring.terms_changed", "雇主刚改了条件，请看清新的条件再确认。", rule="CON-01")
    if engagement.answer_by_at is not None and engagement.answer_by_at <= now:
        raise Refusal(
            "hiring.too_late", "确认时间已过，这个名额可能给了别人。您可以重新报名。", rule="MATCH-04"
        )
    require_fit(engagement.worker, terms)
    with transaction.atomic():
        move(engagement, "confirm", by=by, now=now, stamp="confirmed_at", terms=terms, answer_by_at=None)
        take_place(posting_id=posting.pk, now=now)
        take_shifts(engagement, terms, now)
        note_taken([engagement.worker_id])


def take_shifts(
    engagement: Engagement, terms: Terms, now: datetime, leave_out: Collection[datetime] = ()
) -> list[Shift]:
    """Write the shifts still to come; the database refuses one that overlaps another of this worker."""
    plan = TermsShift.objects.filter(terms=terms, end_at__gt=now).order_by("start_at")
    shifts = [
        Shift(
            engagement=engagement,
            worker_id=engagement.worker_id,
            start_at=planned.start_at,
            end_at=planned.end_at,
        )
        for planned in plan
        if planned.start_at not in leave_out
    ]
    if not shifts:
        raise Refusal("jobs.not_open", "这个活的时间已经过了。看看别的活吧。", rule="JOB-14")
    spans = [(shift.start_at, shift.end_at) for shift in shifts]
    take_time(worker_id=engagement.worker_id, promise=engagement.public_id, spans=spans)
    return Shift.objects.bulk_create(shifts)


def require_fit(worker: Worker, terms: Terms) -> None:
    """Refuse who may not be confirmed: not verified, under age, or without the paper the work needs."""
    if not worker.person.is_verified:
        text = "还没有实名，实名后才能定活。请在“我的”里填写身份证号，或带身份证到驿站窗口办理。"
        raise Refusal("hiring.unverified", text, rule="双实名（003 §二(五)）")
    for shift in terms.shifts.all():
        day = local(shift.start_at).date()
        if worker.born_month_date is not None:
            born = worker.born_month_date
            age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
            if age < terms.age_min:
                raise Refusal(
                    "hiring.under_age", f"这个活要年满 {terms.age_min} 周岁。", rule="禁止使用童工规定"
                )
        valid = {paper.kind for paper in worker.certificates.all() if paper.valid_on(day)}
        for kind in terms.certificates:
            if kind not in valid:
                text = f"这个活要有“{kind}”。请带证到窗口登记，登记后就能定。"
                raise Refusal("hiring.certificate", text, rule="特种作业")
