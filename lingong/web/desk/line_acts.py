"""Every act of the line at the counter: whose it is, its key, when it is offered, what it says when done.

A clerk acts for the side that is present or on the telephone; the person helped stands in the journal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from lingong.hiring import checkin, confirm, contest, finish, leave, rate, reaccept, settle
from lingong.hiring.invite import offer_deadline
from lingong.hiring.line import LINE, SHIFT, ShiftState, State
from lingong.hiring.models import Engagement, Shift
from lingong.journal.actor import Actor, Side
from lingong.lib.money import yuan
from lingong.web import words

from .fields import HoursField

W, E, STAFF = Side.WORKER, Side.EMPLOYER, Side.STAFF


@dataclass(frozen=True, slots=True)
class Case:
    """What an act works on: the engagement, a shift where the act is about one, who acts, when."""

    engagement: Engagement
    shift: Shift | None
    by: Actor
    now: datetime
    facts: dict[str, Any]

    @property
    def of_shift(self) -> Shift:
        if self.shift is None:
            raise LookupError("an act about a shift without its shift")
        return self.shift


class NoForm(forms.Form):
    """An act that needs nothing but the key."""


class HoursForm(forms.Form):
    minutes = HoursField(label="几小时")
    pieces = forms.IntegerField(label="多少件", min_value=0, max_value=100_000, required=False)


class StarsForm(forms.Form):
    stars = forms.TypedChoiceField(label="几颗星", coerce=int, choices=[(n, f"{n} 星") for n in range(1, 6)])


class LeaveForm(forms.Form):
    reason = forms.ChoiceField(label="为什么", choices=list(leave.REASONS.items()))


class GroundForm(forms.Form):
    reason = forms.ChoiceField(label="哪里有争议", choices=list(contest.GROUNDS.items()))


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the table. `label` may name {pay} and {hours}; `asks` says which small form it shows."""

    verb: str
    side: Side
    label: str
    key: str
    icon: str
    run: Callable[[Case], str]
    shift: bool = False
    form: type[forms.Form] = NoForm
    tone: str = "primary"


def _offer(case: Case) -> str:
    deadline = offer_deadline(case.engagement.posting, case.now)
    confirm.offer(engagement=case.engagement, by=case.by, now=case.now, answer_by=deadline)
    return f"雇主愿意要。请工人在{words.moment(deadline, case.now)}前确认。"


def _confirm(case: Case) -> str:
    terms = case.engagement.posting.terms
    seen = terms.number if terms is not None else None
    confirm.confirm(engagement=case.engagement, by=case.by, now=case.now, terms_seen=seen)
    return "双方都确认了，名额留住了。下一步签协议。"


def _reaccept(case: Case) -> str:
    reaccept.reaccept(engagement=case.engagement, by=case.by, now=case.now)
    return "工人同意新条件。请按新条件再签一次协议。"


def _check_in(case: Case) -> str:
    checkin.check_in(shift=case.of_shift, by=case.by, now=case.now)
    return "已记到岗。"


def _absent(case: Case) -> str:
    checkin.mark_absent(shift=case.of_shift, by=case.by, now=case.now)
    return "已记没到岗。记错了按 J 改回来。"


def _excuse(case: Case) -> str:
    checkin.excuse(shift=case.of_shift, by=case.by, now=case.now)
    return "已改成到岗。"


def _report(case: Case) -> str:
    pieces = case.facts.get("pieces")
    minutes = case.facts["minutes"]
    agreed = finish.report(shift=case.of_shift, by=case.by, now=case.now, minutes=minutes, pieces=pieces)
    who = "工人" if case.by.side == W else "雇主"
    said = f"{who}说干了 {words.worked(minutes)}。"
    return f"{said}双方说的一样，工时认可了。" if agreed else f"{said}等另一方也报。"


def _decide(case: Case) -> str:
    pieces = case.facts.get("pieces")
    minutes = case.facts["minutes"]
    contest.decide_work(shift=case.of_shift, minutes=minutes, pieces=pieces, by=case.by, now=case.now)
    return f"工时定为 {words.worked(minutes)}，按这个付钱。"


def _pay(case: Case) -> str:
    settle.pay(shift=case.of_shift, by=case.by, now=case.now)
    return f"雇主说付了 {yuan(case.of_shift.paid_fen)} 元。请问工人收到没有。"


def _receive(case: Case) -> str:
    settle.receive(shift=case.of_shift, by=case.by, now=case.now)
    return f"工人收到 {yuan(case.of_shift.amount_fen)} 元。"


def _not_received(case: Case) -> str:
    settle.not_received(shift=case.of_shift, by=case.by, now=case.now)
    return "已记没收到，雇主会接到通知。"


def _rate(case: Case) -> str:
    rate.rate(engagement=case.engagement, stars=case.facts["stars"], by=case.by, now=case.now)
    return f"{'工人' if case.by.side == W else '雇主'}打了 {case.facts['stars']} 星。"


def _withdraw(case: Case) -> str:
    leave.withdraw(engagement=case.engagement, reason=case.facts["reason"], by=case.by, now=case.now)
    return "工人退出了，名额重新放开。"


def _decline(case: Case) -> str:
    leave.decline(engagement=case.engagement, reason=case.facts["reason"], by=case.by, now=case.now)
    return "雇主这次不要，工人会接到通知。"


def _cancel(case: Case) -> str:
    leave.cancel(engagement=case.engagement, reason=case.facts["reason"], by=case.by, now=case.now)
    return "雇主取消了，请马上告诉工人不用去。"


def _contest(case: Case) -> str:
    contest.contest(engagement=case.engagement, reason=case.facts["reason"], by=case.by, now=case.now)
    return "已记争议，先停在这里，等您和双方说清楚。"


def _resolve(case: Case) -> str:
    contest.resolve(engagement=case.engagement, by=case.by, now=case.now)
    return "争议处理好了，接着往下办。"


TABLE = (
    Act("offer", E, "雇主说要他", "Y", icon="hand-thumbs-up", run=_offer),
    Act("confirm", W, "工人说去", "Q", icon="check2-circle", run=_confirm),
    Act("reaccept", W, "工人同意新条件", "Q", icon="arrow-repeat", run=_reaccept),
    Act("check_in", W, "到岗了", "D", icon="geo-alt-fill", run=_check_in, shift=True),
    Act("mark_absent", E, "没来", "M", icon="person-x", run=_absent, shift=True, tone="line"),
    Act("excuse", E, "其实来了，改回", "J", icon="arrow-counterclockwise", run=_excuse, shift=True, tone="line"),
    Act("report", W, "工人说干了", "U", icon="clock-history", run=_report, shift=True, form=HoursForm),
    Act("report", E, "雇主说干了", "I", icon="clock-history", run=_report, shift=True, form=HoursForm),
    Act("accept_work", STAFF, "窗口定为", "G", icon="hammer", run=_decide, shift=True, form=HoursForm, tone="line"),
    Act("pay", E, "雇主付了 {pay} 元", "F", icon="cash-coin", run=_pay, shift=True),
    Act("receive", W, "工人收到 {pay} 元", "K", icon="wallet2", run=_receive, shift=True),
    Act("not_received", W, "工人没收到", "W", icon="x-circle", run=_not_received, shift=True, tone="line"),
    Act("rate", W, "工人给雇主打几颗星", "", icon="star", run=_rate, form=StarsForm),
    Act("rate", E, "雇主给工人打几颗星", "", icon="star", run=_rate, form=StarsForm),
    Act("resolve", STAFF, "争议处理好了", "V", icon="check2-all", run=_resolve),
    Act("withdraw", W, "工人不去了", "B", icon="box-arrow-left", run=_withdraw, form=LeaveForm, tone="line"),
    Act("decline", E, "雇主不要", "Z", icon="box-arrow-left", run=_decline, form=LeaveForm, tone="line"),
    Act("cancel", E, "雇主取消", "Z", icon="box-arrow-left", run=_cancel, form=LeaveForm, tone="line"),
    Act("contest", W, "工人有争议", "O", icon="exclamation-octagon", run=_contest, form=GroundForm, tone="line"),
    Act("contest", E, "雇主有争议", "A", icon="exclamation-octagon", run=_contest, form=GroundForm, tone="line"),
)  # fmt: skip


def find(verb: str, side: str, *, shift: bool) -> Act | None:
    """The row of the table, or None for what is no act."""
    return next((act for act in TABLE if (act.verb, act.side, act.shift) == (verb, side, shift)), None)


def offered(engagement: Engagement, shift: Shift | None, rated: set[str], now: datetime) -> list[Act]:
    """The acts that are open now, about one shift or about the engagement as a whole."""
    if shift is not None:
        return [act for act in TABLE if act.shift and _open_for(act, engagement, shift, now)]
    verbs = {side: LINE.verbs_from(engagement.state, side) for side in (W, E, STAFF)}
    acts = [act for act in TABLE if not act.shift and act.verb in verbs[act.side]]
    if not engagement.must_reaccept:
        acts = [act for act in acts if act.verb != "reaccept"]
    return [act for act in acts if not (act.verb == "rate" and act.side in rated)]


def _open_for(act: Act, engagement: Engagement, shift: Shift, now: datetime) -> bool:
    """A button that would only be refused is not shown; the verb still has the last word."""
    if engagement.state == State.CONTESTED or act.verb not in SHIFT.verbs_from(shift.state, act.side):
        return False
    if act.verb == "check_in":
        at_work = engagement.state in (State.AGREED, State.WORKING)
        return at_work and shift.start_at - checkin.EARLY <= now <= shift.end_at
    if act.verb in ("mark_absent", "report"):
        return now >= shift.start_at
    if act.verb == "excuse":
        return engagement.state in (State.AGREED, State.WORKING)
    if act.verb == "accept_work":
        return shift.worker_minutes is not None and shift.employer_minutes is not None
    return act.verb != "receive" or shift.state == ShiftState.PAID
