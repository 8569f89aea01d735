"""A person looks at every posting before it is public, and at every change of it."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .models import Posting, Terms
from .publish import put_in_force
from .states import LIVE, POSTING, PostingState


def accept(*, posting: Posting, by: Actor, now: datetime) -> Posting:
    """Accept what is proposed: a new posting becomes public, a changed one gets its new terms."""
    terms = _proposed(posting)
    if terms.proposed_by == by.user:
        raise Refusal("jobs.own_review", "自己提交的要由另一位工作人员审核。", rule="审核与提交分开")
    with transaction.atomic():
        if posting.state == PostingState.IN_REVIEW:
            step = POSTING.require("accept", posting.state, by.side)
            event, state = step.event, step.target
        elif posting.state in LIVE:
            event, state = "jobs.changed", posting.state
        else:
            raise Refusal("jobs.state", "这条招工已经结束，不用再审核。")
        put_in_force(posting, terms, state=state, by=by, now=now)
        record(event, posting, by=by, now=now, region=terms.region, terms=terms.number)
    posting.refresh_from_db()
    return posting


def send_back(*, posting: Posting, reason: str, by: Actor, now: datetime) -> None:
    """Send a posting or a change back with the reason the employer reads."""
    if not reason.strip():
        raise Refusal("jobs.reason", "请写明退回的原因，让对方知道改哪里。", field="reason")
    terms = _proposed(posting)
    with transaction.atomic():
        Terms.objects.filter(pk=terms.pk).update(
            state=Terms.State.REJECTED, reason=reason.strip(), reviewed_by=by.user, reviewed_at=now
        )
        if posting.state == PostingState.IN_REVIEW:
            Posting.objects.filter(pk=posting.pk, state=posting.state).update(state=PostingState.DRAFT)
        record("jobs.sent_back", posting, by=by, now=now, region=terms.region, terms=terms.number)
    posting.refresh_from_db()


def _proposed(posting: Posting) -> Terms:
    terms = posting.versions.filter(state=Terms.State.PROPOSED).first()
    if terms is None:
        raise Refusal("jobs.nothing_to_review", "没有等待审核的内容，可能别人刚处理过。")
    return terms
