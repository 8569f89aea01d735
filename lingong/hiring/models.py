from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.jobs.models import Posting, Terms
from lingong.lib.clock import minutes_between, today
from lingong.lib.record import SharedRecord
from lingong.lib.sealed import SealedTextField
from lingong.scope.regions_of import region_q
from lingong.workers.models import Worker

from .line import DONE, EXITS, HELD, ShiftState, State


class Origin(models.TextChoices):
    APPLIED = "applied", "工人报名"
    INVITED = "invited", "雇主邀请"
    PROPOSED = "proposed", "窗口撮合"


class EngagementQuerySet(models.QuerySet["Engagement"]):
    def of_worker(self, user: User) -> "EngagementQuerySet":
        return self.filter(worker__person__account=user)

    def of_employer(self, user: User) -> "EngagementQuerySet":
        return self.filter(posting__employer__in=Employer.objects.of(user).values("pk"))

    def visible_to(self, user: User | AnonymousUser) -> "EngagementQuerySet":
        """The two sides, and staff of the posting's region."""
        if not isinstance(user, User):
            return self.none()
        return self.filter(
            Q(worker__person__account=user)
            | Q(posting__employer__in=Employer.objects.of(user).values("pk"))
            | region_q(user, Right.ENGAGEMENT_READ, "posting__region")
        )

    def for_page(self) -> "EngagementQuerySet":
        return self.select_related(
            "terms",
            "worker__person",
            "posting__terms",
            "posting__employer__organisation",
            "posting__employer__person",
        )


class Engagement(SharedRecord):
    """One worker on one posting."""

    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="engagements")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="engagements")
    terms = models.ForeignKey(Terms, on_delete=models.PROTECT, related_name="+", verbose_name="同意的条件")
    origin = models.CharField("由来", max_length=10, choices=Origin)
    state = models.CharField("状态", max_length=10, choices=State)
    held_state = models.CharField("争议前状态", max_length=10, blank=True, default="")
    reason = models.CharField("原因", max_length=40, blank=True, default="")
    answer_by_at = models.DateTimeField("答复期限", null=True, blank=True)
    # Every stage is timed (MATCH-01, MATCH-05).
    started_at = models.DateTimeField("开始")
    talked_at = models.DateTimeField("首次沟通", null=True, blank=True)
    offered_at = models.DateTimeField("雇主同意", null=True, blank=True)
    confirmed_at = models.DateTimeField("双方确认", null=True, blank=True)
    agreed_at = models.DateTimeField("签约", null=True, blank=True)
    first_present_at = models.DateTimeField("首次到岗", null=True, blank=True)
    finished_at = models.DateTimeField("完工", null=True, blank=True)
    settled_at = models.DateTimeField("收钱", null=True, blank=True)
    rated_at = models.DateTimeField("评价", null=True, blank=True)
    ended_at = models.DateTimeField("中途结束", null=True, blank=True)

    objects = EngagementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "worker"],
                condition=~Q(state__in=EXITS),
                name="hiring_engagement_open_unique",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(*HELD, *DONE)) | Q(confirmed_at__isnull=False),
                name="hiring_engagement_confirmed_at",
            ),
        ]
        indexes = [
            models.Index(fields=["posting", "state"], name="hiring_engagement_posting"),
            models.Index(fields=["worker", "state"], name="hiring_engagement_worker"),
            models.Index(fields=["state", "answer_by_at"], name="hiring_engagement_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.public_id}"

    @property
    def is_over(self) -> bool:
        return self.state in EXITS

    @property
    def contact_open(self) -> bool:
        """Names, phones and exact addresses are shown once both sides have signed."""
        return self.agreed_at is not None and self.state not in EXITS

    @property
    def must_reaccept(self) -> bool:
        """The terms were changed after this worker agreed to them."""
        return (
            self.state in HELD
            and self.posting.terms_id is not None
            and self.posting.terms_id != self.terms_id
        )


class Shift(models.Model):
    """One planned shift of an engagement, with what became of it and its pay."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="shifts")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="shifts")
    start_at = models.DateTimeField("开工")
    end_at = models.DateTimeField("收工")
    state = models.CharField("状态", max_length=10, choices=ShiftState, default=ShiftState.DUE)
    present_at = models.DateTimeField("到岗时间", null=True, blank=True)
    present_how = models.CharField("到岗方式", max_length=10, blank=True, default="")
    wrong_codes = models.PositiveSmallIntegerField("输错次数", default=0)
    # What each side says was done: minutes, and pieces where pay is by the piece.
    worker_minutes = models.PositiveIntegerField("工人报的分钟", null=True, blank=True)
    worker_pieces = models.PositiveIntegerField("工人报的件数", null=True, blank=True)
    employer_minutes = models.PositiveIntegerField("雇主报的分钟", null=True, blank=True)
    employer_pieces = models.PositiveIntegerField("雇主报的件数", null=True, blank=True)
    accepted_at = models.DateTimeField("双方认可", null=True, blank=True)
    amount_fen = models.PositiveIntegerField("应付（分）", null=True, blank=True)
    due_date = models.DateField("应付日期", null=True, blank=True)
    paid_fen = models.PositiveIntegerField("雇主说已付（分）", null=True, blank=True)
    paid_at = models.DateTimeField("付款时间", null=True, blank=True)
    received_at = models.DateTimeField("收到时间", null=True, blank=True)
    overdue_told_at = models.DateTimeField("逾期提醒", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end_at__gt=F("start_at")), name="hiring_shift_order"),
            models.UniqueConstraint(fields=["engagement", "start_at"], name="hiring_shift_start_unique"),
            models.CheckConstraint(
                condition=~Q(
                    state__in=(ShiftState.ACCEPTED, ShiftState.PAY_DUE, ShiftState.PAID, ShiftState.RECEIVED)
                )
                | Q(amount_fen__isnull=False, due_date__isnull=False, accepted_at__isnull=False),
                name="hiring_shift_accepted_has_amount",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_date"], name="hiring_shift_due"),
            models.Index(fields=["state", "end_at"], name="hiring_shift_end"),
            models.Index(fields=["worker", "start_at"], name="hiring_shift_worker"),
        ]

    def __str__(self) -> str:
        return f"{self.start_at:%F %H:%M} {self.state}"

    @property
    def minutes(self) -> int:
        return minutes_between(self.start_at, self.end_at)

    def overdue_days(self, now: datetime) -> int:
        """Days since the pay was due; 0 while it is not overdue."""
        if self.due_date is None or self.state not in (ShiftState.PAY_DUE, ShiftState.PAID):
            return 0
        return max(0, (today(now) - self.due_date).days)


class Talk(models.Model):
    """A short message between the two sides before contact is open. Sealed: people write what they like."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="talks")
    side = models.CharField("一方", max_length=10)
    text = SealedTextField("内容")
    said_at = models.DateTimeField("时间")

    def __str__(self) -> str:
        return f"{self.side} {self.said_at:%F %T}"


class Agreement(models.Model):
    """What both sides sign: the posting's terms under a version of the general terms."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="agreements")
    terms = models.ForeignKey(Terms, on_delete=models.PROTECT, related_name="+")
    general_version = models.CharField("通用条款版本", max_length=40)
    text = models.TextField("协议全文")
    digest = models.CharField("SHA-256 摘要", max_length=64)
    made_at = models.DateTimeField("生成时间")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "terms"], name="hiring_agreement_per_version")
        ]

    def __str__(self) -> str:
        return self.digest[:12]


class Signature(models.Model):
    """One side's yes to an agreement, in person: on the own phone, or at the counter by own hand."""

    class Method(models.TextChoices):
        PHONE = "phone", "本人手机确认"
        OWN_HAND = "own_hand", "本人在窗口签字"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="signatures")
    side = models.CharField("一方", max_length=10)
    method = models.CharField("方式", max_length=10, choices=Method)
    signer = models.CharField("签署人", max_length=36)  # public id of the person
    assisted_by = models.CharField("协助人", max_length=36, blank=True, default="")
    digest = models.CharField("签的是哪份（摘要）", max_length=64)
    signed_at = models.DateTimeField("签署时间")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "side"], name="hiring_signature_per_side"),
            models.CheckConstraint(
                condition=~Q(method="own_hand") | ~Q(assisted_by=""),
                name="hiring_signature_own_hand_assisted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.signed_at:%F %T}"


class Rating(models.Model):
    """What one side says of the other after work was done."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="ratings")
    side = models.CharField("谁评的", max_length=10)
    stars = models.PositiveSmallIntegerField("几颗星")
    text = models.CharField("说两句", max_length=200, blank=True, default="")
    rated_at = models.DateTimeField("时间")
    reply = models.CharField("回复", max_length=200, blank=True, default="")
    replied_at = models.DateTimeField("回复时间", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "side"], name="hiring_rating_per_side"),
            models.CheckConstraint(condition=Q(stars__gte=1, stars__lte=5), name="hiring_rating_stars"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.stars}"
