"""Matching both ways: workers for a posting, postings for a worker, with reasons in words."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from lingong.accounts.rights import Right
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.matching import recommend as matching

from .access import posting_for, posting_of_staff, worker_for
from .answers import answers
from .fields import For
from .routers import postings, workers
from .shapes import PostingShown, WorkerShown
from .shown import posting_shown, worker_shown


class RecommendedWorker(Schema):
    worker: WorkerShown
    score: float | None
    km: float | None
    reasons: list[str]


class RecommendedPosting(Schema):
    posting: PostingShown
    score: float | None
    km: float | None
    reasons: list[str]


@postings.get(
    "/{posting_id}/recommend", response=answers(list[RecommendedWorker]), operation_id="recommend_workers"
)
def recommend_workers(request: HttpRequest, posting_id: UUID) -> list[dict[str, Any]]:
    """The best workers for a posting: for its employer and for staff who bring pairs together."""
    found = matching.recommend_workers(posting=_posting(request, posting_id), now=clock.now())
    return [_with_reasons("worker", worker_shown(row.worker), row) for row in found]


@workers.get("/recommend", response=answers(list[RecommendedPosting]), operation_id="recommend_postings")
def recommend_postings(request: HttpRequest, helped: For = None) -> list[dict[str, Any]]:
    """The best postings for oneself, or at the counter for a person who is `helped`."""
    worker, _ = worker_for(request, helped)
    now = clock.now()
    near = list(matching.postings_near(worker=worker, now=now)[:500])
    found = matching.recommend_postings(worker=worker, postings=near, now=now)
    return [_with_reasons("posting", posting_shown(row.posting), row) for row in found]


def _posting(request: HttpRequest, posting_id: UUID) -> Posting:
    try:
        return posting_for(request, posting_id, None)[0]
    except Hidden:
        return posting_of_staff(request, posting_id, Right.MATCH_PROPOSE)[0]


def _with_reasons(name: str, shown: dict[str, Any], row: Any) -> dict[str, Any]:
    return {name: shown, "score": row.score, "km": row.km, "reasons": row.reasons}
