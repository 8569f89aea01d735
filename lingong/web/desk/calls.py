"""The call list: people without a smartphone are told by telephone; lost SMS wait for a decision."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from lingong.accounts.rights import Right
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.notices.send import called, decide
from lingong.people.models import Delivery
from lingong.web.acting import actor, staff_with

from .frame import desk_page
from .needs import TO_CALL, lost
from .reach import within

MOST = 30


@staff_with(Right.CALL_LIST)
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """One call open with its number in full and the words to read out; the others masked."""
    here = Delivery.objects.filter(within(request, Right.CALL_LIST)).select_related("message__person")
    waiting = here.filter(channel=Delivery.Channel.CALL, state__in=TO_CALL)
    # Not reached goes behind those nobody has tried yet.
    rows = list(waiting.order_by("state", "changed_at")[:MOST])
    asked = request.GET.get("open", "")
    now_open = next((row for row in rows if str(row.pk) == asked), rows[0] if rows else None)
    context = {
        "rows": rows,
        "call": now_open,
        "count": waiting.count(),
        "lost": list(here.filter(lost()).order_by("changed_at")[:MOST]),
    }
    return desk_page(request, "calls.html", context)


@staff_with(Right.CALL_LIST)
@require_POST
def call(request: HttpRequest, delivery_id: int, outcome: str) -> HttpResponse:
    """`reached` and `unreached` close a call; `ring` and `leave` decide on a lost SMS."""
    rows = Delivery.objects.filter(within(request, Right.CALL_LIST), pk=delivery_id)
    delivery = rows.select_related("message__person").first()
    if delivery is None or outcome not in SAID:
        raise Hidden
    by = actor(request, Side.STAFF, Via.DESK, str(delivery.message.person.public_id))
    try:
        if outcome in ("reached", "unreached"):
            called(delivery=delivery, reached=outcome == "reached", by=by, now=clock.now())
        else:
            decide(delivery=delivery, call=outcome == "ring", by=by, now=clock.now())
        messages.success(request, SAID[outcome].format(name=delivery.message.person.name))
    except Refusal as refusal:
        messages.error(request, refusal.text)
    return redirect("web:desk_calls")


SAID = {
    "reached": "{name}已电话告知。",
    "unreached": "{name}没打通，排到后面再打。",
    "ring": "{name}改为打电话，已放进电话单。",
    "leave": "{name}的短信不再追问。",
}
