"""Two records of one person become one, and can be parted again (people.join)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from lingong.accounts.rights import Right
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.people.doubles import possible_doubles
from lingong.people.join import join, undo_join
from lingong.people.models import Join, Person
from lingong.web.acting import actor, staff_with

from .find import find
from .frame import desk_page
from .reach import within
from .register import SIGNS


@staff_with(Right.PERSON_JOIN)
@require_safe
def join_page(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Candidates beside the person, found by paper, phone, name or search; and joins that can be undone."""
    kept = _person(request, public_id)
    among = Person.objects.filter(within(request, Right.PERSON_JOIN)).exclude(pk=kept.pk)
    found = possible_doubles(
        among=among, name=kept.name, region=kept.region, phone=kept.phone or "", number=kept.id_number or ""
    )
    asked = request.GET.get("other", "").strip()
    searched = [one for one in find(request, asked).people if one.pk != kept.pk] if asked else []
    context = {
        "person": kept, "doubles": [(one, SIGNS[sign]) for one, sign in found], "asked": asked, "searched": searched,
        "joins": kept.joins.filter(undone_at=None).select_related("merged").order_by("-pk"),
    }  # fmt: skip
    return desk_page(request, "join.html", context)


@staff_with(Right.PERSON_JOIN)
@require_POST
def join_with(request: HttpRequest, public_id: UUID, other_id: UUID) -> HttpResponse:
    """The second record goes into the first."""
    kept, merged = _person(request, public_id), _person(request, other_id)
    by = actor(request, Side.STAFF, Via.DESK)
    try:
        join(kept=kept, merged=merged, by=by, now=clock.now())
        messages.success(request, f"两份档案已合成一份，留下的是{kept.name}这份。合错了可以撤销。")
    except Refusal as refusal:
        messages.error(request, refusal.text)
    return redirect("web:desk_join", public_id)


@staff_with(Right.PERSON_JOIN)
@require_POST
def part(request: HttpRequest, public_id: UUID, join_id: int) -> HttpResponse:
    """Undo a join: both records stand again as before."""
    kept = _person(request, public_id)
    row = Join.objects.filter(pk=join_id, kept=kept).select_related("kept", "merged").first()
    if row is None:
        raise Hidden
    try:
        undo_join(join=row, by=actor(request, Side.STAFF, Via.DESK), now=clock.now())
        messages.success(request, "合并已撤销，两份档案又分开了。")
    except Refusal as refusal:
        messages.error(request, refusal.text)
    return redirect("web:desk_join", public_id)


def _person(request: HttpRequest, public_id: UUID) -> Person:
    found = Person.objects.filter(
        within(request, Right.PERSON_JOIN), public_id=public_id, merged_into=None
    ).first()
    if found is None:
        raise Hidden
    return found
