"""The line of one gig as a table: which verb leads from where to where, and whose it is.

apply | invite | propose → (talk) → say yes on both sides = confirm → agree → check in → finish
→ settle → rate.   Exits: withdraw, decline, lapse, cancel, no-show, contest.
"""

from django.db import models

from lingong.journal.actor import Side
from lingong.lib.states import StateTable, Step


class State(models.TextChoices):
    APPLIED = "applied", "已报名"  # the worker asked; the employer has not answered
    PROPOSED = "proposed", "窗口撮合，等双方确认"
    OFFERED = "offered", "等工人确认"  # the employer said yes
    CONFIRMED = "confirmed", "双方已确认"  # place and shifts are taken
    AGREED = "agreed", "已签约"
    WORKING = "working", "在干活"
    FINISHED = "finished", "已完工"  # every shift is accepted or absent
    SETTLED = "settled", "已收钱"  # every shift's pay is received
    RATED = "rated", "双方已评价"
    WITHDRAWN = "withdrawn", "已退出"
    DECLINED = "declined", "没选上"
    LAPSED = "lapsed", "超时没确认"
    CANCELLED = "cancelled", "已取消"
    NO_SHOW = "no_show", "没到岗"
    CONTESTED = "contested", "有争议，窗口处理中"


class ShiftState(models.TextChoices):
    DUE = "due", "待到岗"
    PRESENT = "present", "已到岗"
    ABSENT = "absent", "没到岗"
    ACCEPTED = "accepted", "工作已认可"
    PAY_DUE = "pay_due", "该付钱了"
    PAID = "paid", "雇主说已付"
    RECEIVED = "received", "已收到"
    CANCELLED = "cancelled", "已取消"


S, W, E, STAFF, CLOCK = State, Side.WORKER, Side.EMPLOYER, Side.STAFF, Side.SYSTEM
OPEN = (S.APPLIED, S.PROPOSED, S.OFFERED)  # nothing is taken yet
HELD = (S.CONFIRMED, S.AGREED, S.WORKING)  # place and shifts are taken
DONE = (S.FINISHED, S.SETTLED, S.RATED)
EXITS = (S.WITHDRAWN, S.DECLINED, S.LAPSED, S.CANCELLED, S.NO_SHOW)

LINE = StateTable(
    "hiring",
    [
        # verb, from, to, whose, event
        Step("apply", (), S.APPLIED, (W,), "hiring.applied"),
        Step("invite", (), S.OFFERED, (E,), "hiring.invited"),
        Step("propose", (), S.PROPOSED, (STAFF,), "hiring.proposed"),
        Step("talk", (*OPEN, *HELD), "", (W, E), "hiring.talked"),
        Step("offer", (S.APPLIED, S.PROPOSED), S.OFFERED, (E,), "hiring.offered"),
        Step("confirm", (S.OFFERED,), S.CONFIRMED, (W,), "hiring.confirmed"),
        Step("sign", HELD, "", (W, E), "hiring.signed"),
        Step("agree", (S.CONFIRMED,), S.AGREED, (W, E), "hiring.agreed"),
        Step("reaccept", HELD, "", (W,), "hiring.reaccepted"),
        Step("check_in", (S.AGREED, S.WORKING), S.WORKING, (W, E), "hiring.checked_in"),
        Step("report", (S.WORKING,), "", (W, E), "hiring.work_reported"),
        Step("finish", (S.AGREED, S.WORKING), S.FINISHED, (W, E, CLOCK, STAFF), "hiring.finished"),
        Step("settle", (S.FINISHED,), S.SETTLED, (W, E, CLOCK, STAFF), "hiring.settled"),
        Step("rate", (S.FINISHED, S.SETTLED), "", (W, E), "hiring.rated"),
        Step("complete", (S.SETTLED,), S.RATED, (W, E, CLOCK, STAFF), "hiring.completed"),
        # exits
        Step("withdraw", (*OPEN, *HELD), S.WITHDRAWN, (W,), "hiring.withdrawn"),
        Step("decline", OPEN, S.DECLINED, (E, CLOCK), "hiring.declined"),
        Step("lapse", (S.OFFERED, S.PROPOSED), S.LAPSED, (CLOCK,), "hiring.lapsed"),
        Step("cancel", HELD, S.CANCELLED, (E, STAFF), "hiring.cancelled"),
        Step("no_show", (S.CONFIRMED, S.AGREED, S.WORKING), S.NO_SHOW, (E, CLOCK, STAFF), "hiring.no_show"),
        Step("contest", (S.AGREED, S.WORKING, S.FINISHED, S.SETTLED), S.CONTESTED, (W, E), "hiring.contested"),
        Step("resolve", (S.CONTESTED,), "", (STAFF,), "hiring.resolved"),
    ],
    dict(State.choices),
)  # fmt: skip

SS = ShiftState
SHIFT = StateTable(
    "hiring.shift",
    [
        Step("check_in", (SS.DUE,), SS.PRESENT, (W, E), "hiring.checked_in"),
        Step("mark_absent", (SS.DUE,), SS.ABSENT, (E, CLOCK, STAFF), "hiring.absent"),
        Step("excuse", (SS.ABSENT,), SS.PRESENT, (E, STAFF), "hiring.absence_corrected"),
        Step("report", (SS.PRESENT,), "", (W, E), "hiring.work_reported"),
        Step("accept_work", (SS.PRESENT,), SS.ACCEPTED, (W, E, STAFF), "hiring.work_accepted"),
        Step("fall_due", (SS.ACCEPTED,), SS.PAY_DUE, (CLOCK, W, E, STAFF), "hiring.pay_due"),
        Step("pay", (SS.ACCEPTED, SS.PAY_DUE), SS.PAID, (E,), "hiring.paid"),
        Step("receive", (SS.ACCEPTED, SS.PAY_DUE, SS.PAID), SS.RECEIVED, (W,), "hiring.received"),
        Step("not_received", (SS.PAID,), SS.PAY_DUE, (W,), "hiring.not_received"),
        Step("cancel", (SS.DUE,), SS.CANCELLED, (W, E, STAFF), "hiring.shift_cancelled"),
    ],
    dict(ShiftState.choices),
)  # fmt: skip
STOPPED_BY_A_CONTEST = ("mark_absent", "report", "accept_work")  # money may always be paid and received
SHIFT_ENDED = (SS.ABSENT, SS.CANCELLED, SS.RECEIVED)
SHIFT_WORKED = (SS.ACCEPTED, SS.PAY_DUE, SS.PAID, SS.RECEIVED)

# The progress line both sides see (MATCH-07).
PROGRESS = (
    ("报名", "started_at"),
    ("确认", "confirmed_at"),
    ("签约", "agreed_at"),
    ("到岗", "first_present_at"),
    ("完工", "finished_at"),
    ("收钱", "settled_at"),
    ("评价", "rated_at"),
)
