"""Many postings at once, as an import or a demo brings them: drafted, submitted and accepted in one step.

The checks and rows are those of `start_draft`, `submit` and `accept`; two people still stand behind every
posting, the one who brings it and the one who reviews it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from uuid import uuid4

from django.db.models import F, OuterRef, Subquery

from lingong.employers.models import Employer
from lingong.employers.register import require_may_publish
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.batch import BatchReport, in_chunks
from lingong.lib.geo import cell
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress
from lingong.regions.profile import profile

from .facts import Offer, Planned, check_offer, fen_per_hour
from .models import Posting, Terms, TermsShift
from .publish import _expiry
from .states import POSTING, PostingState

SAME_WORDS = [field.name for field in fields(Offer) if field.name not in ("shifts", "task", "place")]


@dataclass(frozen=True, slots=True)
class PostingRow:
    """What one employer offers, and the text it was read from."""

    employer: Employer
    offer: Offer
    text: str = ""
    instant: bool = False


def publish_postings(
    rows: Sequence[PostingRow], *, by: Actor, reviewer: Actor, now: datetime, progress: Progress | None = None
) -> BatchReport:
    """Publish many postings that `by` brings and `reviewer` accepts; the report names each row refused and why."""
    if by.user == reviewer.user:
        raise Refusal("jobs.own_review", "自己提交的要由另一位工作人员审核。", rule="审核与提交分开")
    POSTING.require("accept", PostingState.IN_REVIEW, reviewer.side)

    def check(row: PostingRow) -> PostingRow:
        require_may_publish(row.employer)
        check_offer(row.offer, now)
        return row

    return in_chunks(
        rows,
        check=check,
        write=lambda chunk: _write(chunk, by=by, reviewer=reviewer, now=now),
        refusals={},
        progress=progress,
    )


def _write(rows: Sequence[PostingRow], *, by: Actor, reviewer: Actor, now: datetime) -> list[str]:
    postings = [_posting(row, by, now) for row in rows]
    Posting.objects.bulk_create(postings)
    versions = [
        _terms(row.offer, posting, by, reviewer, now) for row, posting in zip(rows, postings, strict=True)
    ]
    Terms.objects.bulk_create(versions)
    TermsShift.objects.bulk_create(
        TermsShift(terms=terms, start_at=start, end_at=end)
        for row, terms in zip(rows, versions, strict=True)
        for start, end in _plan(row.offer)
    )
    # Posting and terms point at each other: one statement a chunk closes the ring and makes them public.
    own = Terms.objects.filter(posting=OuterRef("pk"), number=1).values("pk")
    Posting.objects.filter(pk__in=[posting.pk for posting in postings]).update(
        state=PostingState.PUBLISHED, terms=Subquery(own), version=F("version") + 1
    )
    ids = [str(posting.public_id) for posting in postings]
    record("jobs.published", ("batch", str(uuid4())), by=reviewer, now=now, postings=ids, brought_by=by.user)
    return ids


def _plan(offer: Offer) -> list[Planned]:
    return sorted(offer.shifts)


def _posting(row: PostingRow, by: Actor, now: datetime) -> Posting:
    offer, plan = row.offer, _plan(row.offer)
    at = cell(offer.lat, offer.lon) if offer.lat is not None and offer.lon is not None else (None, None)
    minutes = int(profile(offer.region, now.date()).get("review.minutes"))
    return Posting(
        employer=row.employer, state=PostingState.IN_REVIEW, region=offer.region, source=by.via,
        source_text=row.text[:2000], instant=row.instant, headcount=offer.headcount, submitted_at=now,
        review_due_at=now + timedelta(minutes=minutes), published_at=now, refreshed_at=now,
        expires_at=_expiry(offer.region, plan[-1][0], now), trade=offer.trade, row=at[0], column=at[1],
        starts_at=plan[0][0], pay_fen_per_hour=fen_per_hour(offer.pay_fen, offer.pay_unit, plan),
    )  # fmt: skip


def _terms(offer: Offer, posting: Posting, by: Actor, reviewer: Actor, now: datetime) -> Terms:
    facts = {name: getattr(offer, name) for name in SAME_WORDS}
    facts |= {"certificates": list(offer.certificates), "benefits": list(offer.benefits)}
    return Terms(
        posting=posting, number=1, state=Terms.State.IN_FORCE, task=offer.task.strip(), place=offer.place.strip(),
        proposed_by=by.user, proposed_at=now, reviewed_by=reviewer.user, reviewed_at=now, **facts,
    )  # fmt: skip
