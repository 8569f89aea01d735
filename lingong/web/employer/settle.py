"""结算: one row a person and shift, what is owed and since when; paid, and waiting for the worker's yes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from lingong.employers.models import Employer
from lingong.hiring.access import shift_for
from lingong.hiring.line import ShiftState
from lingong.hiring.models import Shift
from lingong.hiring.settle import pay
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import PayUnit
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.money import yuan
from lingong.web import acting, words
from lingong.web.numbers import whole_number

from .acts import done, each_done
from .mine import boss, for_employer, show
from .person import name_of

UNPAID = (ShiftState.ACCEPTED, ShiftState.PAY_DUE)
SHOWN = {"": UNPAID, "waiting": (ShiftState.PAID,), "done": (ShiftState.RECEIVED,)}
WORDS = {"": "还没付", "waiting": "等点收到", "done": "都收到了"}
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One shift to pay, in words."""

    shift: Shift
    name: str
    trade: str
    sum: str  # hours × price
    late: int  # days overdue


@require_safe
@for_employer
def settle(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The rows of one filter, the sums of all."""
    now, chosen = clock.now(), request.GET.get("show", "")
    chosen = chosen if chosen in SHOWN else ""
    rows = _rows(employer).filter(state__in=SHOWN[chosen]).order_by("due_date", "start_at", "pk")
    page = Paginator(_of_person(rows, request.GET.get("person")), ON_A_PAGE).get_page(request.GET.get("page"))
    chips = [(word, f"?show={code}" if code else "?", code == chosen) for code, word in WORDS.items()]
    unpaid = [shift for shift in page if shift.state in UNPAID]
    here = {"unpaid_here": unpaid, "here_fen": sum(shift.amount_fen or 0 for shift in unpaid)}
    shown = {"page": page, "rows": [row_of(shift, now) for shift in page], "chips": chips, "chosen": chosen}
    context = {**shown, **here, **sums(employer, now), "print_at": now}
    return show(request, "employer/settle.html", employer, context)


def _rows(employer: Employer) -> QuerySet[Shift]:
    rows = Shift.objects.filter(engagement__posting__employer=employer)
    return rows.select_related("engagement__worker__person", "engagement__terms", "engagement__posting")


def _of_person(rows: QuerySet[Shift], person: str | None) -> QuerySet[Shift]:
    """Only one engagement's shifts, where the address names one."""
    try:
        return rows.filter(engagement__public_id=UUID(person)) if person else rows
    except ValueError:
        return rows.none()


def row_of(shift: Shift, now: datetime) -> Row:
    trade = trade_name(shift.engagement.terms.trade)
    return Row(shift, name_of(shift.engagement), trade, said(shift), shift.overdue_days(now))


def said(shift: Shift) -> str:
    """`8 小时 × 16 元/小时`, `12 车 × 200 元/车`, `1 天 × 180 元/天`; a part of a day says of how much."""
    terms, minutes, pieces = shift.engagement.terms, shift.employer_minutes, shift.employer_pieces
    price = words.pay(terms.pay_fen, terms.pay_unit, piece=terms.piece_word)
    if (minutes, pieces) != (shift.worker_minutes, shift.worker_pieces):
        return f"窗口定的工时，{price}"
    unit = PayUnit(terms.pay_unit)
    if unit == PayUnit.PIECE:
        return f"{pieces} {terms.unit_word} × {price}"
    if unit in (PayUnit.DAY, PayUnit.HALF_DAY) and minutes == shift.minutes:
        return f"1 {unit.label} × {price}" if unit == PayUnit.DAY else f"1 个半天 × {price}"
    if unit == PayUnit.HOUR:
        return f"{words.worked(minutes)} × {price}"
    return f"{words.worked(minutes)}（一班 {words.worked(shift.minutes)}），{price}"


def sums(employer: Employer, now: datetime) -> dict[str, Any]:
    """分 unpaid, overdue (and how many), waiting for a yes, received this month."""
    day = clock.today(now)
    month, _ = clock.day_bounds(day.replace(day=1))
    unpaid, late = Q(state__in=UNPAID), Q(state__in=UNPAID, due_date__lt=day)
    rows = Shift.objects.filter(engagement__posting__employer=employer)
    found = rows.aggregate(
        unpaid_fen=Sum("amount_fen", filter=unpaid, default=0),
        late_fen=Sum("amount_fen", filter=late, default=0),
        waiting_fen=Sum("paid_fen", filter=Q(state=ShiftState.PAID), default=0),
        month_fen=Sum("amount_fen", filter=Q(state=ShiftState.RECEIVED, received_at__gte=month), default=0),
    )
    return {**found, "late_rows": rows.filter(late).count()}


@require_POST
@acting.signed_in
def paid(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """已付: the worker is asked whether the money is there."""
    user = acting.user_of(request)
    shift, by = shift_for(user, public_id, shift_id, Side.EMPLOYER, Via.WEB)
    text = (
        f"记下了：付给{name_of(shift.engagement)} {yuan(shift.amount_fen)} 元。等对方点收到，这一笔就结清。"
    )
    return done(request, lambda: pay(shift=shift, by=by, now=clock.now()), text, "web:settle")


@require_POST
@for_employer
def paid_all(request: HttpRequest, employer: Employer) -> HttpResponse:
    """All rows of the page at once; rows that changed meanwhile are named."""
    chosen = [pk for text in request.POST.getlist("shift") if (pk := whole_number(text)) is not None]
    rows = _rows(employer).filter(pk__in=chosen, state__in=UNPAID).order_by("start_at")
    by, now = boss(request), clock.now()
    acts = [
        (name_of(shift.engagement), lambda shift=shift: pay(shift=shift, by=by, now=now)) for shift in rows
    ]
    return each_done(request, acts, "{} 笔都记成已付，等大家点收到。", "web:settle")
