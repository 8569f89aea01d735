"""Where one worker's gig stands, and what the employer does next."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from lingong.hiring.line import EXITS, HELD, PROGRESS, ShiftState, State
from lingong.hiring.models import Engagement
from lingong.journal.actor import Side
from lingong.lib.money import yuan
from lingong.web import words

from .person import signed

OVER = {
    State.WITHDRAWN: "对方退出了，名额放出来了。",
    State.DECLINED: "这次没选对方。",
    State.LAPSED: "对方没在时间内确认，名额放出来了。",
    State.CANCELLED: "您取消了，已经告诉对方不用来。",
    State.NO_SHOW: "对方没来，名额放出来了。",
}
PAYABLE = (ShiftState.ACCEPTED, ShiftState.PAY_DUE)


@dataclass(frozen=True, slots=True)
class Next:
    """A sentence, and where to do it; no url: the worker's turn."""

    say: str
    label: str = ""
    url: str = ""


def steps(engagement: Engagement, now: datetime) -> list[tuple[str, str, str]]:
    """Input of parts/line.html: the first stage not reached is now, or where it broke off."""
    stamps = [(label, getattr(engagement, stamp)) for label, stamp in PROGRESS]
    open_ones = [label for label, at in stamps if at is None]
    here = "bad" if engagement.state in EXITS else "now"
    return [
        (label, "done", words.moment(at, now))
        if at
        else (label, here if label == open_ones[0] else "todo", "")
        for label, at in stamps
    ]


def next_of(engagement: Engagement, now: datetime) -> Next:
    state = State(engagement.state)
    if state in OVER:
        return Next(OVER[state])
    if state == State.CONTESTED:
        return Next("有争议，驿站窗口会联系双方。")
    if state in (State.APPLIED, State.PROPOSED):
        until = f"，{words.moment(engagement.answer_by_at, now)}前" if engagement.answer_by_at else ""
        return Next(f"对方在等您答复{until}。不答复就算不要。")
    if state == State.OFFERED:
        until = f"最晚 {words.moment(engagement.answer_by_at, now)}" if engagement.answer_by_at else ""
        return Next(f"等对方点确认。{until}")
    if state in HELD:
        return _held(engagement, now)
    return _after(engagement)


def _held(engagement: Engagement, now: datetime) -> Next:
    if engagement.must_reaccept:
        return Next("条件改过，等对方点同意；没点以前按原来的。")
    sides = signed(engagement)
    if Side.EMPLOYER not in sides:
        return Next(
            "定下来了，请您签协议。",
            "看协议，签字",
            reverse("web:employer_agreement", args=[engagement.public_id]),
        )
    if Side.WORKER not in sides:
        return Next("您签好了，等对方签。")
    coming = min(
        (s.start_at for s in engagement.shifts.all() if s.state == ShiftState.DUE and s.end_at > now),
        default=None,
    )
    if any(shift.state == ShiftState.PRESENT for shift in engagement.shifts.all()):
        return Next("人到了。收工后记工时。", "去今日用工", reverse("web:today"))
    if coming is not None:
        return Next(
            f"{words.moment(coming, now)} 开工，把到岗码给对方看。", "去今日用工", reverse("web:today")
        )
    return Next("记一下到没到、干了多久。", "去今日用工", reverse("web:today"))


def _after(engagement: Engagement) -> Next:
    owed = sum(shift.amount_fen or 0 for shift in engagement.shifts.all() if shift.state in PAYABLE)
    if owed:
        return Next(
            f"还有 {yuan(owed)} 元要付给对方。",
            "去结算",
            f"{reverse('web:settle')}?person={engagement.public_id}",
        )
    if any(shift.state == ShiftState.PAID for shift in engagement.shifts.all()):
        return Next("您说付了，等对方点收到。")
    if Side.EMPLOYER not in {rating.side for rating in engagement.ratings.all()}:
        return Next("钱结清了，说说对方干得怎么样。", "去评价", "#rate")
    return Next("这个活全部办完了。")
