"""What there is to see: public postings, my postings, my engagements, what waits for review."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Schema

from lingong.accounts.rights import Right
from lingong.hiring.models import Engagement
from lingong.jobs.catalogue.trades import trades
from lingong.jobs.models import Posting, Terms
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.scope.regions_of import region_q

from .access import engagement_seen, posting_for, posting_seen, user_of
from .answers import VISITOR_ERRORS, Refused, answers
from .fields import For, Region
from .routers import engagements, lists, postings
from .shapes import EngagementShown, PostingShown
from .shown import Viewer, engagement_shown, posting_shown

PER_PAGE = 20
Page = Annotated[int, Query(ge=1, le=200)]


class TradeShown(Schema):
    code: str
    name: str
    group: str


class Postings(Schema):
    items: list[PostingShown]
    more: bool


class Engagements(Schema):
    items: list[EngagementShown]
    more: bool


@lists.get(
    "/trades", auth=None, response={200: list[TradeShown], **VISITOR_ERRORS}, operation_id="lists_trades"
)
def list_trades(request: HttpRequest) -> list[dict[str, str]]:
    """The catalogue of trades."""
    offered = (trade for trade in trades().values() if not trade.hidden)
    return [{"code": trade.code, "name": trade.name, "group": trade.group_name} for trade in offered]


@postings.get("", auth=None, response={200: Postings, **VISITOR_ERRORS}, operation_id="lists_postings")
def public_postings(
    request: HttpRequest, page: Page = 1, trade: Query[str] = "", region: Query[Region | None] = None
) -> dict[str, Any]:
    """Postings with places left, newest first, for everybody."""
    rows = Posting.objects.open(clock.now()).order_by("-published_at", "-pk")
    if trade:
        rows = rows.filter(trade=trade)
    if region:
        rows = rows.filter(region__startswith=region)
    return _postings(rows, page)


@postings.get(
    "/{posting_id}",
    auth=None,
    response={200: PostingShown, 404: Refused, **VISITOR_ERRORS},
    operation_id="lists_posting",
)
def posting(request: HttpRequest, posting_id: UUID) -> dict[str, Any]:
    """One posting: a public one, the own one, or one of the region for staff."""
    return posting_shown(posting_seen(request, posting_id, clock.now()))


@postings.get(
    "/{posting_id}/engagements", response=answers(Engagements), operation_id="lists_posting_engagements"
)
def posting_engagements(
    request: HttpRequest, posting_id: UUID, page: Page = 1, helped: For = None
) -> dict[str, Any]:
    """Who applied, was invited, is confirmed: for the employer of the posting."""
    own, _ = posting_for(request, posting_id, helped)
    return _engagements(request, Engagement.objects.filter(posting=own), page)


@lists.get("/my/postings", response=answers(Postings), operation_id="lists_my_postings")
def my_postings(request: HttpRequest, page: Page = 1) -> dict[str, Any]:
    """Postings of the employers the user may act for, drafts and ended ones too."""
    return _postings(Posting.objects.of(user_of(request)).order_by("-pk"), page, is_own=True)


@lists.get("/my/engagements", response=answers(Engagements), operation_id="lists_my_engagements")
def my_engagements(
    request: HttpRequest, side: Query[Literal["worker", "employer"]], page: Page = 1
) -> dict[str, Any]:
    """Engagements of the user on one side, newest first."""
    rows = Engagement.objects.all()
    user = user_of(request)
    return _engagements(
        request, rows.of_worker(user) if side == Side.WORKER else rows.of_employer(user), page
    )


@engagements.get("/{engagement_id}", response=answers(EngagementShown), operation_id="lists_engagement")
def engagement(request: HttpRequest, engagement_id: UUID) -> dict[str, Any]:
    """One engagement, as the user's side sees it."""
    return engagement_shown(engagement_seen(request, engagement_id), Viewer.of(user_of(request)))


@lists.get("/reviews", response=answers(Postings), operation_id="lists_reviews")
def reviews(request: HttpRequest, page: Page = 1) -> dict[str, Any]:
    """Postings of the region with something to review, the most urgent first."""
    proposed = Terms.objects.filter(state=Terms.State.PROPOSED).values("posting_id")
    rows = Posting.objects.filter(region_q(user_of(request), Right.POSTING_REVIEW), pk__in=proposed)
    return _postings(rows.order_by("review_due_at", "pk"), page, is_own=True)


def _postings(rows: QuerySet[Posting], page: int, *, is_own: bool = False) -> dict[str, Any]:
    start = (page - 1) * PER_PAGE
    found = list(
        rows.select_related("terms", "employer__organisation", "employer__person").prefetch_related(
            "terms__shifts"
        )[start : start + PER_PAGE + 1]
    )
    items = [posting_shown(row, is_own=is_own) for row in found[:PER_PAGE]]
    return {"items": items, "more": len(found) > PER_PAGE}


def _engagements(request: HttpRequest, rows: QuerySet[Engagement], page: int) -> dict[str, Any]:
    start, viewer = (page - 1) * PER_PAGE, Viewer.of(user_of(request))
    shown = rows.select_related(
        "terms", "worker__person", "posting__terms", "posting__employer__organisation", "posting__employer__person"
    )  # fmt: skip
    found = list(
        shown.prefetch_related("terms__shifts", "shifts").order_by("-pk")[start : start + PER_PAGE + 1]
    )
    items = [engagement_shown(row, viewer) for row in found[:PER_PAGE]]
    return {"items": items, "more": len(found) > PER_PAGE}
