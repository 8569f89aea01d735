"""The state table of a posting."""

from django.db import models

from lingong.journal.actor import Side
from lingong.lib.states import StateTable, Step


class PostingState(models.TextChoices):
    DRAFT = "draft", "草稿"
    IN_REVIEW = "in_review", "待审核"
    PUBLISHED = "published", "招工中"
    FULL = "full", "已招满"
    PAUSED = "paused", "已暂停"
    EXPIRED = "expired", "已过期"
    CLOSED = "closed", "已结束"


S = PostingState
EMPLOYER = (Side.EMPLOYER, Side.STAFF)
STAFF = (Side.STAFF,)
CLOCK = (Side.SYSTEM,)
POSTING = StateTable(
    "jobs",
    [
        Step("save", (S.DRAFT,), S.DRAFT, EMPLOYER, "jobs.saved"),
        Step("submit", (S.DRAFT,), S.IN_REVIEW, EMPLOYER, "jobs.submitted"),
        Step("accept", (S.IN_REVIEW,), S.PUBLISHED, STAFF, "jobs.published"),
        Step("send_back", (S.IN_REVIEW,), S.DRAFT, STAFF, "jobs.sent_back"),
        Step("fill", (S.PUBLISHED,), S.FULL, (Side.WORKER, *EMPLOYER), "jobs.filled"),
        Step("refill", (S.FULL,), S.PUBLISHED, (Side.WORKER, *EMPLOYER, *CLOCK), "jobs.refilling"),
        Step("change", (S.PUBLISHED, S.FULL, S.PAUSED), S.PUBLISHED, EMPLOYER, "jobs.change_proposed"),
        Step("pause", (S.PUBLISHED, S.FULL), S.PAUSED, EMPLOYER, "jobs.paused"),
        Step("resume", (S.PAUSED,), S.PUBLISHED, EMPLOYER, "jobs.resumed"),
        Step("refresh", (S.PUBLISHED, S.FULL, S.PAUSED), S.PUBLISHED, EMPLOYER, "jobs.refreshed"),
        Step("expire", (S.DRAFT, S.IN_REVIEW, S.PUBLISHED, S.FULL, S.PAUSED), S.EXPIRED, CLOCK, "jobs.expired"),
        Step("close", (S.DRAFT, S.IN_REVIEW, S.PUBLISHED, S.FULL, S.PAUSED), S.CLOSED, EMPLOYER, "jobs.closed"),
    ],
    dict(PostingState.choices),
)  # fmt: skip
PUBLIC = (S.PUBLISHED, S.FULL)
LIVE = (S.PUBLISHED, S.FULL, S.PAUSED)
