"""The employer's own postings as a list, with their states in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from lingong.employers.models import Employer
from lingong.jobs.facts import fen_per_hour
from lingong.jobs.models import Posting, Terms
from lingong.jobs.states import PostingState

from .offer_form import title_of

S = PostingState
ENDED = (S.EXPIRED, S.CLOSED)
ON_A_PAGE = 12
BADGES = {  # tone, word, icon
    S.DRAFT: ("plain", "草稿", "pencil"),
    S.IN_REVIEW: ("warn", "待审核", "hourglass-split"),
    S.PUBLISHED: ("good", "招工中", "megaphone"),
    S.FULL: ("info", "已招满", "people"),
    S.PAUSED: ("warn", "已暂停", "door-closed"),
    S.EXPIRED: ("plain", "已过期", "clock"),
    S.CLOSED: ("plain", "已结束", "check-lg"),
}
SENT_BACK = ("bad", "退回，请改", "x-circle-fill")


@dataclass(frozen=True, slots=True)
class Own:
    """One posting as the employer's lists show it."""

    posting: Posting
    terms: Terms | None
    title: str
    badge: tuple[str, str, str]
    reason: str = ""
    changing: bool = False
    start: datetime | None = None
    end: datetime | None = None

    @property
    def minutes(self) -> int | None:
        """Minutes of work one unit of the pay buys, for the hourly equivalent; None where there is none."""
        if self.terms is None:
            return None
        plan = [(shift.start_at, shift.end_at) for shift in self.terms.shifts.all()]
        hourly = fen_per_hour(self.terms.pay_fen, self.terms.pay_unit, plan)
        return round(self.terms.pay_fen * 60 / hourly) if hourly else None


def own(posting: Posting) -> Own:
    """With its newest version; sent back: with the reason."""
    versions = sorted(posting.versions.all(), key=lambda terms: terms.number)
    last = versions[-1] if versions else None
    sent_back = last is not None and last.state == Terms.State.REJECTED
    terms = posting.terms or last
    plan = sorted(terms.shifts.all(), key=lambda shift: shift.start_at) if terms else []
    return Own(
        posting=posting,
        terms=terms,
        title=title_of(terms, posting.draft, posting.source_text),
        badge=SENT_BACK if sent_back and posting.state == S.DRAFT else BADGES[S(posting.state)],
        reason=last.reason if last and sent_back else "",
        changing=posting.state != S.IN_REVIEW and last is not None and last.state == Terms.State.PROPOSED,
        start=plan[0].start_at if plan else None,
        end=plan[0].end_at if plan else None,
    )


def owned(postings: Iterable[Posting]) -> list[Own]:
    return [own(posting) for posting in postings]


def own_postings(request: HttpRequest, employer: Employer) -> dict[str, Any]:
    """The list under 发布: what runs, or what has ended (`?ended`), newest first."""
    ended = "ended" in request.GET
    rows = (
        Posting.objects.filter(employer=employer)
        .for_page()
        .prefetch_related("versions__shifts", "terms__shifts")
    )
    rows = rows.filter(state__in=ENDED) if ended else rows.exclude(state__in=ENDED)
    page = Paginator(rows.order_by("-created_at", "-pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    chips = [("在办的", "?", not ended), ("已结束的", "?ended=1", ended)]
    return {"page": page, "postings": owned(page), "chips": chips, "ended": ended}
