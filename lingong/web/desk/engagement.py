"""One worker on one posting: where it stands, and the next act of each side by key."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from lingong.accounts.rights import Right
from lingong.hiring.access import engagement_for, shift_for
from lingong.hiring.agree import key_terms
from lingong.hiring.line import EXITS, PROGRESS, State
from lingong.hiring.models import Engagement, Shift, Signature
from lingong.hiring.settle import owed
from lingong.jobs.models import PayUnit
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.money import yuan
from lingong.lib.refusal import Hidden
from lingong.web import words
from lingong.web.acting import accepted, staff_with, user_of

from .frame import desk_page, remember
from .line_acts import Act, Case, GroundForm, HoursForm, LeaveForm, StarsForm, find, offered

NEXT = {
    State.APPLIED: "问雇主要不要：打电话或当面问，按 Y。",
    State.PROPOSED: "先问雇主要不要，按 Y；再问工人去不去。",
    State.OFFERED: "雇主要他。问工人去不去，按 Q。",
    State.CONFIRMED: "打印协议，双方本人签字，按 X。",
    State.AGREED: "打小票给工人（按 P）。到了工地按 D 记到岗。",
    State.WORKING: "收工后双方各报工时：工人 U，雇主 I。",
    State.FINISHED: "雇主付钱按 F，工人收到按 K；然后互相打分。",
    State.SETTLED: "钱收到了。请双方打几颗星。",
    State.CONTESTED: "和双方说清楚，处理好了按 V。",
}
KINDS: dict[type[forms.Form], str] = {
    HoursForm: "hours",
    StarsForm: "stars",
    LeaveForm: "reason",
    GroundForm: "reason",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """An act as a button: its label in full, its address, its form; the key only once on a page."""

    act: Act
    label: str
    url: str
    key: str
    form: forms.Form
    open: bool
    first: bool = True  # of its kind on the page: the digits are its keys

    @property
    def form_kind(self) -> str:
        return KINDS.get(self.act.form, "")

    @property
    def choices(self) -> list[tuple[object, str]]:
        """What can be chosen with one key each."""
        return [choice for field in self.form.fields.values() for choice in getattr(field, "choices", [])]


@staff_with(Right.ENGAGEMENT_ASSIST)
@require_safe
def engagement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where it stands and what can be done now."""
    found, _ = engagement_for(user_of(request), public_id, Side.STAFF, Via.DESK)
    remember(request, "engagement", public_id)
    return desk_page(request, "engagement.html", page_of(found, clock.now()))


@staff_with(Right.ENGAGEMENT_ASSIST)
def act(
    request: HttpRequest, public_id: UUID, side: str, verb: str, shift: int | None = None
) -> HttpResponse:
    """Carry out one act of the table for a side; refused, the page comes back with what was typed."""
    chosen = find(verb, side, shift=shift is not None)
    if chosen is None:
        raise Hidden
    about, case = _case(request, public_id, chosen, shift)
    if request.method != "POST":  # the page of a refusal, opened again
        return redirect("web:desk_engagement", public_id)
    form, said = _shaped(chosen.form(request.POST), about), []
    if form.is_valid():
        case.facts.update(form.cleaned_data)
        if accepted(form, lambda: said.append(chosen.run(case))):
            messages.success(request, said[0])
            return redirect("web:desk_engagement", public_id)
    return desk_page(request, "engagement.html", page_of(about, case.now, (chosen, shift, form)), status=422)


def _case(request: HttpRequest, public_id: UUID, chosen: Act, shift: int | None) -> tuple[Engagement, Case]:
    user = user_of(request)
    if shift is None:
        about, by = engagement_for(user, public_id, chosen.side, Via.DESK)
        return about, Case(about, None, by, clock.now(), {})
    row, by = shift_for(user, public_id, shift, chosen.side, Via.DESK)
    return row.engagement, Case(row.engagement, row, by, clock.now(), {})


Refused = tuple[Act, int | None, forms.Form]


def page_of(about: Engagement, now: datetime, refused: Refused | None = None) -> dict[str, Any]:
    """Everything the page of an engagement shows."""
    shifts = list(about.shifts.order_by("start_at"))
    rated = {str(side) for side in about.ratings.values_list("side", flat=True)}
    used: set[str] = set()
    still, got = owed(about)
    acts = _buttons(about, None, rated, now, used, refused)
    return {
        "engagement": about, "posting": about.posting, "steps": steps(about, now),
        "next": NEXT.get(State(about.state), ""), "lines": key_terms(about.terms),
        "ratings": list(about.ratings.order_by("pk")), "refused": refused and refused[2],
        "acts": [one for one in acts if one.act.tone == "primary"],
        "exits": [one for one in acts if one.act.tone != "primary"],
        "shifts": [(shift, _buttons(about, shift, rated, now, used, refused)) for shift in shifts],
        "signed": _signed(about), "owed": still, "got": got,
    }  # fmt: skip


def steps(about: Engagement, now: datetime) -> list[tuple[str, str, str]]:
    """The progress line: done with its time, the step it stands at, what is still to come."""
    rows = []
    reached = False
    for label, stamp in PROGRESS:
        at = getattr(about, stamp)
        if at is not None:
            rows.append((label, "done", words.moment(at, now)))
        else:
            rows.append((label, "todo" if reached else "bad" if about.state in EXITS else "now", ""))
            reached = True
    return rows


def _buttons(
    about: Engagement, shift: Shift | None, rated: set[str], now: datetime, used: set[str], refused: Refused | None
) -> list[Offered]:  # fmt: skip
    rows: list[Offered] = []
    for one in offered(about, shift, rated, now):
        again = refused is not None and refused[0] is one and refused[1] == (shift and shift.pk)
        form = refused[2] if again and refused else _form(one, about, shift)
        key = "" if one.key in used else one.key
        used.add(one.key)
        label = one.label.format(pay=yuan(shift.amount_fen) if shift else "")
        first = not any(row.act.form is one.form for row in rows)
        rows.append(Offered(one, label, _address(about, one, shift), key, form, again, first))
    return rows


def _form(one: Act, about: Engagement, shift: Shift | None) -> forms.Form:
    """The form of an act, filled with the plan: equal to it is one key."""
    if one.form is not HoursForm or shift is None:
        return one.form(auto_id=f"id_{one.verb}_{one.side}_%s")
    other = shift.employer_minutes if one.side == Side.WORKER else shift.worker_minutes
    hours = Decimal(other or shift.minutes) / 60
    pieces = shift.employer_pieces if one.side == Side.WORKER else shift.worker_pieces
    form = one.form(
        initial={"minutes": f"{hours:.2f}".rstrip("0").rstrip("."), "pieces": pieces},
        auto_id=f"id_{one.verb}_{one.side}_{shift.pk}_%s",
    )
    return _shaped(form, about)


def _shaped(form: forms.Form, about: Engagement) -> forms.Form:
    """Pieces are asked for only where the pay is by the piece."""
    if "pieces" in form.fields and about.terms.pay_unit == PayUnit.PIECE:
        form.fields["pieces"].label = f"多少{about.terms.unit_word}"
    elif "pieces" in form.fields:
        del form.fields["pieces"]
    return form


def _address(about: Engagement, one: Act, shift: Shift | None) -> str:
    if shift is None:
        return reverse("web:desk_act", args=[about.public_id, one.side.value, one.verb])
    return reverse("web:desk_shift_act", args=[about.public_id, shift.pk, one.side.value, one.verb])


def _signed(about: Engagement) -> dict[str, Signature]:
    """Who has signed the agreement over the terms now in force for this worker."""
    rows = Signature.objects.filter(agreement__engagement=about, agreement__terms=about.terms)
    return {row.side: row for row in rows}
