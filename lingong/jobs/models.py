from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.employers.models import Employer, Standing
from lingong.lib.clock import minutes_between
from lingong.lib.record import SharedRecord
from lingong.scope.regions_of import region_q

from .states import PUBLIC, PostingState

URGENT = timedelta(days=1)


class GigType(models.TextChoices):
    HOURLY = "hourly", "非全日制（小时工）"
    TEMPORARY = "temporary", "临时性"
    PHASE = "phase", "阶段性（季节性）"


class PayUnit(models.TextChoices):
    HOUR = "hour", "小时"
    HALF_DAY = "half_day", "半天"
    DAY = "day", "天"
    WEEK = "week", "周"
    MONTH = "month", "月"
    PIECE = "piece", "件"
    JOB = "job", "整活"


class Settlement(models.TextChoices):
    DAILY = "daily", "日结"
    WEEKLY = "weekly", "周结"
    HALF_MONTHLY = "half_monthly", "半月结"
    MONTHLY = "monthly", "月结"
    COMPLETION = "completion", "完工结"


class PostingQuerySet(models.QuerySet["Posting"]):
    def public(self, now: datetime) -> "PostingQuerySet":
        """What anybody may see: published or full, not expired, employer not blocked."""
        return self.filter(state__in=PUBLIC, expires_at__gt=now).exclude(employer__standing=Standing.BLOCKED)

    def open(self, now: datetime) -> "PostingQuerySet":
        """Public with places left."""
        return self.public(now).filter(state=PostingState.PUBLISHED, filled__lt=F("headcount"))

    def of(self, user: User | AnonymousUser) -> "PostingQuerySet":
        return self.filter(employer__in=Employer.objects.of(user).values("pk"))

    def visible_to(self, user: User | AnonymousUser, now: datetime) -> "PostingQuerySet":
        """Public ones, the own employer's, and for staff those of their region."""
        shown = Q(state__in=PUBLIC, expires_at__gt=now) & ~Q(employer__standing=Standing.BLOCKED)
        if isinstance(user, User):
            shown |= Q(employer__in=Employer.objects.of(user).values("pk"))
            shown |= region_q(user, Right.POSTING_READ)
        return self.filter(shown)

    def for_page(self) -> "PostingQuerySet":
        return self.select_related("terms", "employer__organisation", "employer__person")


class Posting(SharedRecord):
    """An offer of work with a number of places. What exactly is offered stands in `terms`."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="postings")
    state = models.CharField("状态", max_length=10, choices=PostingState, default=PostingState.DRAFT)
    region = models.CharField("区县", max_length=12)
    source = models.CharField("来源", max_length=12, default="web")
    source_text = models.TextField("原文", blank=True, default="", max_length=2000)
    draft = models.JSONField("草稿", default=dict, blank=True)
    instant = models.BooleanField("抢单：先到先得", default=False)
    terms = models.ForeignKey("Terms", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    headcount = models.PositiveSmallIntegerField("人数", default=0)
    filled = models.PositiveSmallIntegerField("已定人数", default=0)
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    review_due_at = models.DateTimeField("审核时限", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    refreshed_at = models.DateTimeField("最近确认", null=True, blank=True)
    expires_at = models.DateTimeField("有效期至", null=True, blank=True)
    closed_reason = models.CharField("结束原因", max_length=40, blank=True, default="")
    # Copied from the terms in force when they come into force: what lists and matching look up.
    trade = models.CharField("工种", max_length=40, blank=True, default="")
    row = models.IntegerField("网格行", null=True, blank=True)
    column = models.IntegerField("网格列", null=True, blank=True)
    starts_at = models.DateTimeField("开工", null=True, blank=True)
    pay_fen_per_hour = models.PositiveIntegerField("折合每小时（分）", default=0)

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(filled__lte=F("headcount")), name="jobs_posting_not_overfull"),
            models.CheckConstraint(
                condition=Q(state=PostingState.DRAFT)
                | Q(state__in=(PostingState.CLOSED, PostingState.EXPIRED, PostingState.IN_REVIEW))
                | Q(terms__isnull=False, expires_at__isnull=False),
                name="jobs_posting_published_has_terms",
            ),
        ]
        indexes = [
            models.Index(fields=["trade", "row", "column"], name="jobs_posting_cell"),
            models.Index(fields=["state", "region", "-published_at"], name="jobs_posting_list"),
            models.Index(fields=["state", "expires_at"], name="jobs_posting_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.trade or self.state} {self.public_id}"

    @property
    def places_left(self) -> int:
        return self.headcount - self.filled

    def is_urgent(self, now: datetime) -> bool:
        """急招: work begins within a day and places are still free."""
        soon = self.starts_at is not None and now <= self.starts_at <= now + URGENT
        return soon and self.state == PostingState.PUBLISHED and self.places_left > 0


class Terms(models.Model):
    """One version of what is offered. Never changed once written; people agree to a version."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待审核"
        IN_FORCE = "in_force", "有效"
        SUPERSEDED = "superseded", "已被新版替代"
        REJECTED = "rejected", "退回"

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("第几版")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    trade = models.CharField("工种", max_length=40)
    gig_type = models.CharField("用工类型", max_length=10, choices=GigType, default=GigType.TEMPORARY)
    task = models.CharField("干什么", max_length=500, blank=True, default="")
    headcount = models.PositiveSmallIntegerField("人数")
    region = models.CharField("区县", max_length=12)
    place = models.CharField("地点", max_length=200)
    lat = models.FloatField("纬度", null=True, blank=True)
    lon = models.FloatField("经度", null=True, blank=True)
    pay_fen = models.PositiveIntegerField("报酬（分）")
    pay_unit = models.CharField("计酬单位", max_length=10, choices=PayUnit)
    piece_word = models.CharField("按什么计件", max_length=10, blank=True, default="")
    settlement = models.CharField("结算", max_length=12, choices=Settlement)
    pay_days = models.PositiveSmallIntegerField("结算后几天内付", default=0)
    age_min = models.PositiveSmallIntegerField("最低年龄", default=18)
    age_max = models.PositiveSmallIntegerField("年龄上限", null=True, blank=True)
    certificates = models.JSONField("需要的证", default=list, blank=True)
    requirements = models.CharField("要求", max_length=300, blank=True, default="")
    benefits = models.JSONField("待遇", default=list, blank=True)
    proposed_by = models.CharField("提交人", max_length=36, blank=True, default="")
    proposed_at = models.DateTimeField("提交时间")
    reviewed_by = models.CharField("审核人", max_length=36, blank=True, default="")
    reviewed_at = models.DateTimeField("审核时间", null=True, blank=True)
    reason = models.CharField("退回原因", max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["posting", "number"], name="jobs_terms_number"),
            models.UniqueConstraint(
                fields=["posting"], condition=Q(state="proposed"), name="jobs_terms_one_proposal",
            ),
            models.UniqueConstraint(fields=["posting"], condition=Q(state="in_force"), name="jobs_terms_one_in_force"),
            models.CheckConstraint(
                condition=Q(headcount__gte=1, headcount__lte=500), name="jobs_terms_headcount",
                violation_error_message="人数请填 1 到 500。",
            ),
            models.CheckConstraint(
                condition=Q(pay_fen__gt=0), name="jobs_terms_pay", violation_error_message="报酬要大于 0。"
            ),
            models.CheckConstraint(
                condition=Q(age_min__gte=16), name="jobs_terms_age",
                violation_error_message="不能招用未满 16 周岁的人（禁止使用童工规定）。",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"v{self.number}"

    @property
    def unit_word(self) -> str:
        """`天`, `小时`, or what is counted: `车`, `亩`, `平方米`."""
        return self.piece_word or str(PayUnit(self.pay_unit).label)

    @property
    def planned_minutes(self) -> int:
        return sum(shift.minutes for shift in self.shifts.all())


class TermsShift(models.Model):
    """A planned shift. It may cross midnight."""

    terms = models.ForeignKey(Terms, on_delete=models.CASCADE, related_name="shifts")
    start_at = models.DateTimeField("开工")
    end_at = models.DateTimeField("收工")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end_at__gt=F("start_at")), name="jobs_shift_order"),
            models.UniqueConstraint(fields=["terms", "start_at"], name="jobs_shift_once"),
        ]

    def __str__(self) -> str:
        return f"{self.start_at:%F %H:%M}"

    @property
    def minutes(self) -> int:
        return minutes_between(self.start_at, self.end_at)
