"""Recommend workers for a posting and postings for a worker, through a plain btree and the engine.

Candidates come by (trade, grid row, grid column); those without coordinates by trade and county.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet, prefetch_related_objects

from lingong.jobs.models import Posting
from lingong.lib.geo import cells_within
from lingong.workers.models import Worker, WorkerTrade

from .columns_of import between_of, gigs_of, workers_of
from .engine.explain import Reader, Reason, merits, why, why_not
from .engine.facts import Pairs
from .engine.topk import Ranked, top_gigs, top_workers

MOST_CANDIDATES = 4000
FARTHEST_KM = 60


@dataclass(frozen=True, slots=True)
class RankedWorker:
    """A worker fit for a posting. `score` 0..1, None for who opted out of ranking; `reasons` in words."""

    worker: Worker
    score: float | None
    km: float | None
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class RankedPosting:
    """A posting fit for a worker; `reasons` say why, for the worker to read."""

    posting: Posting
    score: float | None
    km: float | None
    reasons: list[str]


def recommend_workers(*, posting: Posting, now: datetime, k: int = 20) -> list[RankedWorker]:
    """The k best workers for a posting who may and can do it, then those listed by time."""
    prefetch_related_objects([posting], "terms__shifts", "employer")
    workers = list(_workers_near(posting, now)[:MOST_CANDIDATES])
    if not workers:
        return []
    ranked = top_workers(gigs_of([posting], now), workers_of(workers, now), between_of(workers, [posting]), k)
    by_id = {worker.pk: worker for worker in workers}
    rows = _rows(ranked, Reader.EMPLOYER)
    return [RankedWorker(by_id[pk], score, km, reasons) for pk, score, km, reasons in rows]


def recommend_postings(
    *, worker: Worker, postings: Sequence[Posting], now: datetime, k: int = 20
) -> list[RankedPosting]:
    """Of `postings` (with terms, employer and shifts) the k best for the worker, best first."""
    if not postings:
        return []
    ranked = top_gigs(workers_of([worker], now), gigs_of(postings, now), between_of([worker], postings), k)
    by_id = {posting.pk: posting for posting in postings}
    rows = _rows(ranked, Reader.WORKER)
    return [RankedPosting(by_id[pk], score, km, reasons) for pk, score, km, reasons in rows]


def postings_near(*, worker: Worker, now: datetime) -> QuerySet[Posting]:
    """Open postings in the worker's trades, within reach by grid cell, or in the county where a place is unknown."""
    trades = [row.trade for row in worker.trades.all()]
    rows = Posting.objects.open(now).filter(trade__in=trades).for_page().prefetch_related("terms__shifts")
    return rows.filter(_near(worker.lat, worker.lon, worker.reach_km, worker.region)).order_by(
        "-published_at"
    )


def explain(*, worker: Worker, posting: Posting, now: datetime) -> tuple[list[str], list[Reason]]:
    """(why this posting suits the worker, which rules shut it and what would open it)."""
    prefetch_related_objects([posting], "terms__shifts", "employer")
    pairs = Pairs.of(workers_of([worker], now), gigs_of([posting], now), between_of([worker], [posting]))
    kinds = sorted(set(posting.terms.certificates)) if posting.terms else []
    return why(pairs, 0), why_not(pairs, 0, dict(enumerate(kinds)))


def _workers_near(posting: Posting, now: datetime) -> QuerySet[Worker]:
    terms = posting.terms
    lat, lon = (terms.lat, terms.lon) if terms else (None, None)
    able = WorkerTrade.objects.filter(trade=posting.trade)
    if lat is not None and lon is not None:
        (row_from, row_to), (column_from, column_to) = cells_within(lat, lon, FARTHEST_KM)
        near = Q(row__range=(row_from, row_to), column__range=(column_from, column_to))
        able = able.filter(near | Q(row=None, worker__region=posting.region))
    else:
        able = able.filter(worker__region=posting.region)
    rows = Worker.objects.looking(now.date()).filter(
        pk__in=able.values("worker_id"), person__merged_into=None
    )
    return rows.select_related("person").order_by("pk")


def _near(lat: float | None, lon: float | None, km: float, region: str) -> Q:
    if lat is None or lon is None:
        return Q(region__startswith=region[:4])
    (row_from, row_to), (column_from, column_to) = cells_within(lat, lon, km)
    near = Q(row__range=(row_from, row_to), column__range=(column_from, column_to))
    return near | Q(row=None, region=region)


def _rows(ranked: Ranked, reader: Reader) -> list[tuple[int, float | None, float | None, list[str]]]:
    best: list[tuple[int, float | None, float | None, list[str]]] = [
        (int(pk), float(ranked.scores[i]), _km(ranked.pairs, i), merits(ranked.pairs, i, reader))
        for i, pk in enumerate(ranked.ids)
    ]
    listed = [
        (int(pk), None, _km(ranked.by_time_pairs, i), merits(ranked.by_time_pairs, i, reader))
        for i, pk in enumerate(ranked.by_time)
    ]
    return best + listed


def _km(pairs: Pairs, row: int) -> float | None:
    metres = float(pairs.metres[row])
    return None if metres != metres else metres / 1000
