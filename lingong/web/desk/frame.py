"""The frame of every desk page: links with their keys, what was open last, what needs somebody now."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.hiring.models import Engagement
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.people.models import Person

from .needs import needs
from .reach import reach, within

RECENT = "desk_recent"  # in the session: [kind, public id] of what was open, newest first; never a name
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Way:
    """A link in the header, for those who hold its right."""

    label: str
    icon: str
    key: str
    route: str
    right: Right


WAYS = (
    Way("登记工人", icon="person-plus", key="N", route="web:desk_register", right=Right.PERSON_REGISTER),
    Way("登记雇主", icon="building-add", key="E", route="web:desk_enter_employer", right=Right.PERSON_REGISTER),
    Way("审核", icon="patch-check", key="R", route="web:desk_review", right=Right.POSTING_REVIEW),
    Way("电话单", icon="telephone", key="C", route="web:desk_calls", right=Right.CALL_LIST),
)  # fmt: skip


def desk_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a page of the desk in its frame."""
    now = clock.now()
    frame = {
        "ways": [way for way in WAYS if reach(request, way.right)],
        "needs": needs(request, now),
        "recent": recent(request),
        "now_at": now,
    }
    return render(request, f"desk/{template}", {**frame, **(context or {})}, status=status)


def remember(request: HttpRequest, kind: str, public_id: object) -> None:
    """Put what is open on top of the list on the left."""
    row = [kind, str(public_id)]
    kept = request.session.get(RECENT, [])
    if kept[:1] != [row]:
        request.session[RECENT] = [row, *(one for one in kept if one != row)][:MOST_RECENT]


def recent(request: HttpRequest) -> list[dict[str, str]]:
    """What was open last, read afresh: a row that is out of reach by now is left out."""
    kept = [(str(kind), str(public_id)) for kind, public_id in request.session.get(RECENT, [])]
    said = {kind: _SAY[kind](request, [i for k, i in kept if k == kind]) for kind in {k for k, _ in kept}}
    rows = []
    for kind, public_id in kept:
        if label := said[kind].get(public_id):
            url = reverse(f"web:desk_{kind}", args=[public_id])
            rows.append({"label": label, "icon": ICONS[kind]["icon"], "url": url})
    return rows


def _people(request: HttpRequest, ids: list[str]) -> dict[str, str]:
    rows = Person.objects.filter(within(request, Right.PERSON_READ), public_id__in=ids)
    return {str(person.public_id): person.name for person in rows}


def _employers(request: HttpRequest, ids: list[str]) -> dict[str, str]:
    rows = Employer.objects.filter(within(request, Right.PERSON_READ), public_id__in=ids)
    return {str(row.public_id): row.shown_name for row in rows.select_related("organisation", "person")}


def _postings(request: HttpRequest, ids: list[str]) -> dict[str, str]:
    rows = Posting.objects.filter(within(request, Right.POSTING_READ), public_id__in=ids)
    rows = rows.select_related("employer__organisation", "employer__person")
    return {str(row.public_id): f"{trade_name(row.trade)} · {row.employer.shown_name}" for row in rows}


def _engagements(request: HttpRequest, ids: list[str]) -> dict[str, str]:
    here = within(request, Right.ENGAGEMENT_ASSIST, "posting__region")
    rows = Engagement.objects.filter(here, public_id__in=ids).select_related("worker__person", "posting")
    return {str(row.public_id): f"{row.worker.person.name} · {trade_name(row.posting.trade)}" for row in rows}


_SAY = {"person": _people, "employer": _employers, "posting": _postings, "engagement": _engagements}
ICONS = {
    "person": {"icon": "person"},
    "employer": {"icon": "building"},
    "posting": {"icon": "megaphone"},
    "engagement": {"icon": "link-45deg"},
}
