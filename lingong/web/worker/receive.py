"""收到了 and 没收到: the worker's word about the pay of one shift."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lingong.hiring import settle
from lingong.lib import clock
from lingong.web.acting import signed_in

from .acts import done, my_shift


@require_POST
@signed_in
def received(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """The money is there."""
    shift, by = my_shift(request, public_id, shift_id)
    return done(
        request, shift.engagement,
        lambda: settle.receive(shift=shift, by=by, now=clock.now()),
        "收钱记下了，雇主也看得到。",
    )  # fmt: skip


@require_POST
@signed_in
def not_received(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """The employer says paid, the money is not there."""
    shift, by = my_shift(request, public_id, shift_id)
    return done(
        request, shift.engagement,
        lambda: settle.not_received(shift=shift, by=by, now=clock.now()),
        "记下了：钱没收到。已经告诉雇主核对，到期没付驿站窗口会管。",
    )  # fmt: skip
