"""Rows of the database as columns of the engine."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from lingong.employers.models import Standing
from lingong.jobs.models import GigType, Posting, TermsShift
from lingong.lib.clock import SHANGHAI, local
from lingong.matching.engine.facts import Between, Gigs, Workers
from lingong.workers.models import Certificate, Taken, Worker, WorkerTrade, waited_hours

from .models import Tie

WEEK_CAP_HOURLY = 24 * 60  # 劳动合同法 68: 非全日制 at most 24 hours a week
NIGHT = (22, 6)
SKILL_BASE, SKILL_A_YEAR = 0.5, 0.1  # somebody who names a trade can do it; five years make a master
Span = tuple[datetime, datetime]


def workers_of(workers: Sequence[Worker], now: datetime) -> Workers:
    """One row a worker. Age comes from the month of birth, rounded to the worker's disadvantage."""
    return Workers.of(
        id=[w.pk for w in workers],
        lat=_floats(w.lat for w in workers),
        lon=_floats(w.lon for w in workers),
        born_date=[_number(w.born_month_date) for w in workers],
        floor_fen_per_hour=[w.floor_fen_per_hour for w in workers],
        reach_km=[float(w.reach_km) for w in workers],
        reliability=_floats(w.reliability for w in workers),
        waiting_hours=[waited_hours(w, now) for w in workers],
        available=[w.available for w in workers],
        opted_out=[w.opted_out for w in workers],
    )


def gigs_of(postings: Sequence[Posting], now: datetime) -> Gigs:
    """One row a posting, with terms, employer and shifts fetched along."""
    return Gigs.of(
        id=[p.pk for p in postings],
        start_date=[_number(local(p.starts_at).date() if p.starts_at else None) for p in postings],
        lat=_floats(p.terms.lat if p.terms else None for p in postings),
        lon=_floats(p.terms.lon if p.terms else None for p in postings),
        pay_fen_per_hour=[p.pay_fen_per_hour for p in postings],
        week_cap_minutes=[_cap(p) for p in postings],
        certificates_needed=[
            _bits(p.terms.certificates if p.terms else [], _kinds(postings)) for p in postings
        ],
        night=[any(_at_night(span) for span in spans_of(p)) for p in postings],
        standing_ok=[p.employer.standing != Standing.BLOCKED for p in postings],
        published_hours=_floats(_hours_since(p.published_at, now) for p in postings),
    )


def between_of(workers: Sequence[Worker], postings: Sequence[Posting]) -> Between:
    """One row a pair: many workers with one posting, or one worker with many postings."""
    pairs = [(w, p) for w in workers for p in postings]
    known = _Known(workers, postings)
    return Between.of(
        rows=len(pairs),
        skill=_floats(known.skill(w, p) for w, p in pairs),
        ties=[known.tie(w, p).finished for w, p in pairs],
        blocked=[bool(known.tie(w, p).blocked_by) for w, p in pairs],
        certificates=[known.certificates(w, p) for w, p in pairs],
        free=[known.free(w, p) for w, p in pairs],
        week_minutes=[known.week_minutes(w, p) for w, p in pairs],
    )


class _Known:
    """What the database knows of the pairs, fetched once for all of them."""

    def __init__(self, workers: Sequence[Worker], postings: Sequence[Posting]) -> None:
        ids = [w.pk for w in workers]
        self.kinds = _kinds(postings)
        trades = {p.trade for p in postings}
        self.years = {
            (row.worker_id, row.trade): row.years
            for row in WorkerTrade.objects.filter(worker__in=ids, trade__in=trades)
        }
        employers = {p.employer_id for p in postings}
        self.ties = {
            (tie.worker_id, tie.employer_id): tie
            for tie in Tie.objects.filter(worker__in=ids, employer__in=employers)
        }
        self.papers: dict[int, list[Certificate]] = {}
        if self.kinds:
            for paper in Certificate.objects.filter(worker__in=ids, kind__in=self.kinds):
                self.papers.setdefault(paper.worker_id, []).append(paper)
        self.taken: dict[int, list[Span]] = {}
        spans = [span for p in postings for span in spans_of(p)]
        if spans:
            week = timedelta(days=7)
            rows = Taken.objects.filter(
                worker__in=ids,
                start_at__lt=max(s[1] for s in spans) + week,
                end_at__gt=min(s[0] for s in spans) - week,
            )
            for row in rows:
                self.taken.setdefault(row.worker_id, []).append((row.start_at, row.end_at))

    def skill(self, worker: Worker, posting: Posting) -> float | None:
        years = self.years.get((worker.pk, posting.trade))
        return None if years is None else min(1.0, SKILL_BASE + SKILL_A_YEAR * years)

    def tie(self, worker: Worker, posting: Posting) -> Tie:
        return self.ties.get((worker.pk, posting.employer_id)) or Tie()

    def certificates(self, worker: Worker, posting: Posting) -> int:
        papers = self.papers.get(worker.pk, [])
        days = [local(span[0]).date() for span in spans_of(posting)]
        return _bits([p.kind for p in papers if all(p.valid_on(day) for day in days)], self.kinds)

    def free(self, worker: Worker, posting: Posting) -> bool:
        taken = self.taken.get(worker.pk, [])
        return not any(a < end and b > start for start, end in spans_of(posting) for a, b in taken)

    def week_minutes(self, worker: Worker, posting: Posting) -> int:
        """Minutes of the fullest calendar week with this posting; counted only where a cap holds."""
        if not _cap(posting):
            return 0
        weeks: dict[tuple[int, int], int] = {}
        for start, end in [*self.taken.get(worker.pk, []), *spans_of(posting)]:
            year, week, _ = local(start).isocalendar()
            weeks[year, week] = weeks.get((year, week), 0) + int((end - start).total_seconds() // 60)
        return max(weeks.values(), default=0)


def spans_of(posting: Posting) -> list[Span]:
    """Planned shifts of the terms in force (fetched along by `recommend`)."""
    if posting.terms is None:
        return []
    shifts: list[TermsShift] = list(posting.terms.shifts.all())
    return [(shift.start_at, shift.end_at) for shift in shifts]


def _kinds(postings: Sequence[Posting]) -> list[str]:
    return sorted({kind for p in postings if p.terms for kind in p.terms.certificates})


def _bits(kinds: Sequence[str], order: Sequence[str]) -> int:
    return sum(1 << order.index(kind) for kind in set(kinds) if kind in order)


def _cap(posting: Posting) -> int:
    return WEEK_CAP_HOURLY if posting.terms and posting.terms.gig_type == GigType.HOURLY else 0


def _at_night(span: Span) -> bool:
    start, end = span[0].astimezone(SHANGHAI), span[1].astimezone(SHANGHAI)
    return (
        start.hour >= NIGHT[0] or start.hour < NIGHT[1] or end.hour >= NIGHT[0] or start.date() != end.date()
    )


def _floats(values: Iterable[float | None]) -> list[float]:
    """NaN is the engine's word for unknown."""
    return [math.nan if value is None else float(value) for value in values]


def _number(day: date | None) -> int:
    return int(f"{day:%Y%m%d}") if day else 0


def _hours_since(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else max(0.0, (now - moment).total_seconds() / 3600)
