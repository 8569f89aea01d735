"""Where one gig stands, and the one thing the worker does next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from lingong.hiring.checkin import EARLY
from lingong.hiring.line import EXITS, HELD, OPEN, PROGRESS, SHIFT_WORKED, ShiftState, State
from lingong.hiring.models import Engagement, Shift
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.lib.money import yuan
from lingong.web import words

OVER = {
    State.WITHDRAWN: "您退出了这个活。",
    State.DECLINED: "这次没选上，看看别的活吧。",
    State.LAPSED: "过了确认时间，名额放开了。还想干可以再报名。",
    State.CANCELLED: "雇主取消了这个活，不用去了。",
    State.NO_SHOW: "记了没到岗，这个活结束了。记错了请找驿站窗口。",
}


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next in a sentence, and the act: a link to where it is done. No url: the other side's turn."""

    say: str
    label: str = ""
    url: str = ""
    urgent: bool = False


def steps(engagement: Engagement, now: datetime) -> list[tuple[str, str, str]]:
    """Input of parts/line.html: (label, state, time)."""
    found: list[tuple[str, str, str]] = []
    reached = False
    for label, stamp in PROGRESS:
        at = getattr(engagement, stamp)
        if at is not None:
            found.append((label, "done", words.moment(at, now)))
        elif reached:
            found.append((label, "todo", ""))
        else:
            reached = True
            found.append((label, "bad" if engagement.state in EXITS else "now", ""))
    return found


def next_of(engagement: Engagement, now: datetime) -> Next:
    """The worker's next act, from the state of the engagement and its shifts (fetched along)."""
    state, employer = engagement.state, engagement.posting.employer.shown_name
    if state in OVER:
        return Next(OVER[State(state)])
    if state == State.CONTESTED:
        return Next("有争议，驿站窗口会联系您和雇主。")
    if state in OPEN:
        return _before(engagement, employer, now)
    if state in HELD:
        return _taken(engagement, now) or _at_work(engagement, now)
    return _afterwards(engagement, now)


def _before(engagement: Engagement, employer: str, now: datetime) -> Next:
    by = engagement.answer_by_at
    if engagement.state == State.APPLIED:
        return Next(f"等{employer}答复" + (f"，最晚{words.moment(by, now)}。" if by else "。"))
    if engagement.state == State.PROPOSED:
        return Next(f"窗口把您介绍给了{employer}，等雇主点头。")
    if by is not None and by <= now:
        return Next("确认时间过了，名额可能给了别人。")
    until = f"请在{words.moment(by, now)}前确认" if by else "请尽快确认"
    return Next(f"{employer}要您，{until}。", "看清条件，确认", _url("engagement", engagement), urgent=True)


def _taken(engagement: Engagement, now: datetime) -> Next | None:
    if engagement.must_reaccept:
        return Next("雇主改了条件，请看清楚再定。", "看改了什么", _url("engagement", engagement), urgent=True)
    if not signed_by(engagement, Side.WORKER):
        return Next("定下来了，下一步签协议。", "看协议，签字", _url("agreement", engagement))
    if engagement.state == State.CONFIRMED:
        return Next("您签好了，等雇主签。")
    return None


def _at_work(engagement: Engagement, now: datetime) -> Next:
    shifts = sorted(engagement.shifts.all(), key=lambda shift: shift.start_at)
    asking = (step for shift in shifts if (step := _of_shift(engagement, shift, now)) is not None)
    first = next(asking, None)
    if first is not None:
        return first
    coming = next((s for s in shifts if s.state == ShiftState.DUE and s.end_at > now), None)
    if coming is not None:
        return Next(f"{words.moment(coming.start_at, now)}到现场，到了输到岗码。")
    if any(shift.state == ShiftState.PRESENT for shift in shifts):
        return Next("工时报上去了，等雇主认可。")
    return _money(shifts, now) or Next("等雇主办下一步。")


def _of_shift(engagement: Engagement, shift: Shift, now: datetime) -> Next | None:
    """What one shift asks of the worker now, None where nothing."""
    if shift.state == ShiftState.DUE and shift.start_at - EARLY <= now <= shift.end_at:
        say = f"到了现场就输到岗码（{words.span(shift.start_at, shift.end_at, now)}）。"
        return Next(say, "我到了", _url("my_check_in", engagement, shift.pk), urgent=True)
    if shift.state == ShiftState.PAID:
        say = f"雇主说付了 {yuan(shift.paid_fen)} 元，收到了吗？"
        return Next(say, "去确认收钱", _url("engagement", engagement) + "#money", urgent=True)
    if shift.state != ShiftState.PRESENT:
        return None
    if shift.worker_minutes is None and (shift.employer_minutes is not None or now >= shift.end_at):
        say = f"{words.day(clock.today(shift.start_at), clock.today(now))}的活干完了，报一下干了多久。"
        return Next(say, "报工时", _url("my_hours", engagement, shift.pk))
    if shift.worker_minutes is None:
        return Next(f"在干活，{words.moment(shift.end_at, now)}收工后报工时。")
    if shift.employer_minutes is not None:  # both said, and not the same: else it would be accepted
        return Next("工时和雇主报的不一样，请看一看。", "看工时", _url("my_hours", engagement, shift.pk))
    return None


def _afterwards(engagement: Engagement, now: datetime) -> Next:
    shifts = sorted(engagement.shifts.all(), key=lambda shift: shift.start_at)
    paid = next((_of_shift(engagement, s, now) for s in shifts if s.state == ShiftState.PAID), None)
    if paid is not None:
        return paid
    rated = {rating.side for rating in engagement.ratings.all()}
    waiting = _money(shifts, now)
    if waiting is not None:
        return waiting
    if Side.WORKER not in rated:
        return Next("钱收到了，说说这家怎么样。", "去评价", _url("my_rating", engagement))
    if Side.EMPLOYER not in rated:
        return Next("您评好了，等雇主评价。")
    return Next("这个活全部办完了，辛苦了。")


def _money(shifts: Sequence[Shift], now: datetime) -> Next | None:
    """Pay the employer still owes: how much, and by which day."""
    owed = [shift for shift in shifts if shift.state in (ShiftState.ACCEPTED, ShiftState.PAY_DUE)]
    if not owed:
        return None
    total = yuan(sum(shift.amount_fen or 0 for shift in owed))
    days = [shift.due_date for shift in owed if shift.due_date is not None]
    late = max(shift.overdue_days(now) for shift in owed)
    if late:
        return Next(f"雇主还没付 {total} 元，过期 {late} 天了。驿站窗口已经知道，也可以打热线。")
    return Next(f"等雇主付 {total} 元，{words.day(min(days), clock.today(now))}该给。")


def signed_by(engagement: Engagement, side: Side) -> bool:
    """Whether `side` signed the agreement over the terms now agreed to (agreements fetched along)."""
    return any(
        signature.side == side
        for agreement in engagement.agreements.all()
        if agreement.terms_id == engagement.terms_id
        for signature in agreement.signatures.all()
    )


def has_work_today(engagement: Engagement, now: datetime) -> bool:
    """A shift of the day, or one begun earlier that is not reported yet."""
    start, end = clock.day_bounds(clock.today(now))
    return engagement.state in HELD and any(
        (
            shift.start_at < end
            and shift.end_at > start
            and shift.state in (ShiftState.DUE, ShiftState.PRESENT)
        )
        or shift.state == ShiftState.PRESENT
        or (shift.start_at >= start and shift.start_at < end and shift.state in SHIFT_WORKED)
        for shift in engagement.shifts.all()
    )


def _url(route: str, engagement: Engagement, *more: Any) -> str:
    return reverse(f"web:{route}", args=[engagement.public_id, *more])
