"""Places of a posting, taken and freed by hiring. The database decides: CHECK filled <= headcount."""

from datetime import datetime

from django.db.models import F

from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal

from .models import Posting
from .publish import set_full_or_open
from .states import PostingState

FULL = Refusal("jobs.full", "刚刚招满了，这个活没有名额了。看看别的活吧。", rule="MATCH-04")


def take_place(*, posting_id: int, now: datetime) -> None:
    """Take one place. Refuses with `jobs.full` or `jobs.not_open`. Call inside the confirming transaction."""
    open_rows = Posting.objects.filter(
        pk=posting_id, state__in=(PostingState.PUBLISHED, PostingState.FULL), expires_at__gt=now
    )
    # No condition on filled here: the CHECK constraint alone refuses the place too many, for every writer.
    with refusing({"jobs_posting_not_overfull": FULL}):
        taken = open_rows.update(filled=F("filled") + 1)
    if not taken:
        raise Refusal("jobs.not_open", "这个活已经不招人了。看看别的活吧。", rule="JOB-14")
    set_full_or_open(posting_id)


def free_place(*, posting_id: int, now: datetime) -> None:
    """Give a place back; a full posting opens again (refill)."""
    Posting.objects.filter(pk=posting_id, filled__gt=0).update(filled=F("filled") - 1)
    set_full_or_open(posting_id)
