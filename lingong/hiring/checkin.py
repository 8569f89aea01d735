"""Presence: the worker enters the code shown on site, or the employer or the counter marks it."""

import hmac
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import F

from lingong.jobs.models import Posting
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.clock import local
from lingong.lib.refusal import Refusal
from lingong.workers.calendar import free_time, take_time
from lingong.workers.record import note_absence_corrected, note_absent

from .finish import finish_if_done
from .line import SHIFT, ShiftState, State
from .models import Engagement, Shift
from .move import move, move_shift

EARLY = timedelta(hours=2)
MAX_TRIES = 5


def site_code(posting: Posting, day: date) -> str:
    """Six digits for one posting and day, shown on site by the employer; nothing is stored."""
    message = f"site:{posting.public_id}:{day.isoformat()}".encode()
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), message, sha256)[:8], "big")
    return f"{number % 1_000_000:06d}"


def check_in(*, shift: Shift, by: Actor, now: datetime, code: str = "") -> None:
    """Mark the worker of `shift` present. A worker needs the site's code; five wrong ones send them to a person."""
    SHIFT.require("check_in", shift.state, by.side)
    engagement = Engagement.objects.select_related("posting").get(pk=shift.engagement_id)
    if now < shift.start_at - EARLY:
        raise Refusal(
            "hiring.too_early",
            f"还没到时间，{local(shift.start_at - EARLY):%H:%M} 以后可以报到。",
            field="code",
        )
    if now > shift.end_at:
        raise Refusal("hiring.too_late", "这个班已经收工了。如果您到了，请雇主或窗口补记。", field="code")
    if by.side == Side.WORKER and by.via != Via.DESK:
        _require_code(shift, engagement.posting, code)
    how = (
        "code"
        if by.side == Side.WORKER and by.via != Via.DESK
        else "desk"
        if by.via == Via.DESK
        else "employer"
    )
    shift.engagement = engagement
    with transaction.atomic():
        moved = SHIFT.step("check_in").target
        if not Shift.objects.filter(pk=shift.pk, state=ShiftState.DUE).update(
            state=moved, present_at=now, present_how=how
        ):
            raise Refusal("hiring.changed", "情况刚刚有变化，请刷新页面再看。")
        first = "" if engagement.first_present_at else "first_present_at"
        move(engagement, "check_in", by=by, now=now, data={"shift": shift.pk}, stamp=first)
    shift.refresh_from_db()


def mark_absent(*, shift: Shift, by: Actor, now: datetime, reason: str = "") -> None:
    """The worker did not come. All shifts missed: the engagement ends as a no-show and the place is free again."""
    if now < shift.start_at:
        raise Refusal("hiring.not_begun", "还没到开工时间，不能记没到岗。")
    with transaction.atomic():
        move_shift(shift, "mark_absent", by=by, now=now)
        free_time(promise=shift.engagement.public_id, starts=[shift.start_at])
        note_absent([shift.worker_id])
        finish_if_done(shift.engagement, by=by, now=now)


def excuse(*, shift: Shift, by: Actor, now: datetime) -> None:
    """The worker did come: an absence is corrected by the employer or at the counter."""
    engagement = Engagement.objects.get(pk=shift.engagement_id)
    if engagement.state not in (State.AGREED, State.WORKING):
        raise Refusal("hiring.state", "这个活已经结束，改到岗记录请找窗口。")
    with transaction.atomic():
        move_shift(shift, "excuse", by=by, now=now, present_at=now, present_how="corrected")
        take_time(
            worker_id=shift.worker_id, promise=engagement.public_id, spans=[(shift.start_at, shift.end_at)]
        )
        note_absence_corrected(shift.worker_id)


def _require_code(shift: Shift, posting: Posting, code: str) -> None:
    counted = Shift.objects.filter(pk=shift.pk, wrong_codes__lt=MAX_TRIES)
    if not counted.exists():
        raise Refusal("hiring.code_tries", "输错次数太多了，请雇主在他的手机上给您点“到了”。", field="code")
    right = site_code(posting, local(shift.start_at).date())
    if not hmac.compare_digest(code.strip().encode(), right.encode()):
        counted.update(wrong_codes=F("wrong_codes") + 1)
        raise Refusal("hiring.code", "到岗码不对，请看清现场的 6 位数字再输。", field="code")
