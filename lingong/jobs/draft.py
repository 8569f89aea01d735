"""Start a draft from pasted text, keep what was typed, submit it when it is complete."""

from datetime import datetime, timedelta

from django.db import transaction

from lingong.employers.models import Employer
from lingong.employers.register import require_may_publish
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal
from lingong.regions.profile import profile

from .facts import Offer, check_offer
from .models import Posting, Terms, TermsShift
from .states import POSTING, PostingState


def changed_meanwhile() -> Refusal:
    return Refusal("jobs.state", "这条招工刚刚有变化，请刷新页面再试。")


def start_draft(
    *, employer: Employer, by: Actor, now: datetime, text: str = "", draft: dict[str, object] | None = None
) -> Posting:
    """Keep what was pasted or typed as a draft; nothing is public yet."""
    with transaction.atomic():
        posting = Posting.objects.create(
            employer=employer,
            region=employer.region,
            source=by.via,
            source_text=text[:2000],
            draft=draft or {},
        )
        record("jobs.drafted", posting, by=by, now=now, region=posting.region)
    return posting


def save_draft(
    *, posting: Posting, draft: dict[str, object], by: Actor, now: datetime, text: str = ""
) -> None:
    """Keep half-filled facts so that nothing typed is lost."""
    POSTING.require("save", posting.state)
    Posting.objects.filter(pk=posting.pk, state=PostingState.DRAFT).update(
        draft=draft, source_text=text[:2000] or posting.source_text
    )


def submit(*, posting: Posting, offer: Offer, by: Actor, now: datetime, instant: bool = False) -> Terms:
    """Complete the draft and hand it to review. The fast lane's clock starts (MATCH-02)."""
    step = POSTING.require("submit", posting.state)
    require_may_publish(posting.employer)
    check_offer(offer, now)
    minutes = profile(offer.region, now.date()).get("review.minutes")
    with transaction.atomic():
        moved = Posting.objects.filter(pk=posting.pk, state=posting.state).update(
            state=step.target, region=offer.region, submitted_at=now, instant=instant, headcount=offer.headcount,
            review_due_at=now + timedelta(minutes=int(minutes)),
        )  # fmt: skip
        if not moved:
            raise changed_meanwhile()
        terms = write_terms(posting, offer, by=by, now=now)
        record(step.event, posting, by=by, now=now, region=offer.region, terms=terms.number)
    posting.refresh_from_db()
    return terms


def write_terms(posting: Posting, offer: Offer, *, by: Actor, now: datetime) -> Terms:
    """Write the next version of the posting's terms, proposed for review."""
    last = posting.versions.order_by("-number").values_list("number", flat=True).first() or 0
    terms = Terms.objects.create(
        posting=posting, number=last + 1, trade=offer.trade, gig_type=offer.gig_type, task=offer.task.strip(),
        headcount=offer.headcount, region=offer.region, place=offer.place.strip(), lat=offer.lat, lon=offer.lon,
        pay_fen=offer.pay_fen, pay_unit=offer.pay_unit, piece_word=offer.piece_word, settlement=offer.settlement,
        pay_days=offer.pay_days, age_min=offer.age_min, age_max=offer.age_max, certificates=list(offer.certificates),
        requirements=offer.requirements, benefits=list(offer.benefits), proposed_by=by.user, proposed_at=now,
    )  # fmt: skip
    TermsShift.objects.bulk_create(
        TermsShift(terms=terms, start_at=start, end_at=end) for start, end in sorted(offer.shifts)
    )
    return terms
