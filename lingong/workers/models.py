from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.lib.record import SharedRecord
from lingong.people.models import Person
from lingong.scope.regions_of import region_q


class WorkerQuerySet(models.QuerySet["Worker"]):
    def visible_to(self, user: User | AnonymousUser) -> "WorkerQuerySet":
        if not isinstance(user, User):
            return self.none()
        return self.filter(Q(person__account=user) | region_q(user, Right.PERSON_READ))

    def looking(self, day: date) -> "WorkerQuerySet":
        """Those who say they can work on `day`."""
        return self.filter(available=True).filter(
            Q(available_until_date=None) | Q(available_until_date__gte=day)
        )


class Worker(SharedRecord):
    """A person who does or seeks gig work."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="worker")
    region = models.CharField("想在哪里干", max_length=12)
    lat = models.FloatField("纬度", null=True, blank=True)
    lon = models.FloatField("经度", null=True, blank=True)
    reach_km = models.PositiveSmallIntegerField("最远多少公里", default=15)
    floor_fen_per_hour = models.PositiveIntegerField("每小时至少（分）", default=0)
    settlement_wish = models.CharField("希望怎么结", max_length=12, blank=True, default="")
    experience = models.CharField("干过什么", max_length=200, blank=True, default="")
    # Month of birth (its first day), written down from the identity check: enough for the legal age.
    born_month_date = models.DateField("出生月份", null=True, blank=True)
    available = models.BooleanField("正在找活", default=True)
    available_until_date = models.DateField("找活到", null=True, blank=True)
    waiting_since_at = models.DateTimeField("从何时等活", null=True, blank=True)
    confirmed_at = models.DateTimeField("最近确认", null=True, blank=True)
    opted_out = models.BooleanField("不用推荐排序", default=False)
    attended = models.PositiveIntegerField("到岗次数", default=0)
    absent = models.PositiveIntegerField("爽约次数", default=0)
    rating_sum = models.PositiveIntegerField("评分合计", default=0)
    rating_count = models.PositiveIntegerField("评分次数", default=0)

    objects = WorkerQuerySet.as_manager()
    JOIN_ADDS = ("attended", "absent", "rating_sum", "rating_count")  # people.join adds these up

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reach_km__gte=1, reach_km__lte=500), name="workers_worker_reach"
            ),
            models.CheckConstraint(
                condition=Q(rating_sum__lte=F("rating_count") * 5), name="workers_worker_rating_five_at_most"
            ),
        ]
        indexes = [models.Index(fields=["region", "available"], name="workers_worker_region")]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def rating(self) -> float | None:
        return self.rating_sum / self.rating_count if self.rating_count else None

    @property
    def reliability(self) -> float | None:
        """Share of shifts attended, 0..1; None before the first shift."""
        total = self.attended + self.absent
        return self.attended / total if total else None


class WorkerTrade(models.Model):
    """A trade a worker can do. Carries the worker's grid cell: (trade, row, column) is how workers are found."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="trades")
    trade = models.CharField("工种", max_length=40)
    years = models.PositiveSmallIntegerField("干了几年", default=0)
    row = models.IntegerField("网格行", null=True, blank=True)
    column = models.IntegerField("网格列", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "trade"], name="workers_trade_once")]
        indexes = [models.Index(fields=["trade", "row", "column"], name="workers_trade_cell")]

    def __str__(self) -> str:
        return self.trade


class Certificate(models.Model):
    """A paper of skill or health that some gigs ask for."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="certificates")
    kind = models.CharField("证书", max_length=40)
    valid_until_date = models.DateField("有效期至", null=True, blank=True)
    seen_by = models.CharField("核看人", max_length=36, blank=True, default="")
    seen_at = models.DateTimeField("核看时间", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "kind"], name="workers_certificate_once")]

    def __str__(self) -> str:
        return self.kind

    def valid_on(self, day: date) -> bool:
        return self.seen_at is not None and (self.valid_until_date is None or self.valid_until_date >= day)


def born_month(born: date | None) -> date | None:
    """The month a person was born in, rounded so that nobody is ever taken for older than they are."""
    if born is None:
        return None
    return date(born.year + born.month // 12, born.month % 12 + 1, 1)


def waited_hours(worker: Worker, now: datetime) -> float:
    return (
        max(0.0, (now - worker.waiting_since_at).total_seconds() / 3600) if worker.waiting_since_at else 0.0
    )


class Taken(models.Model):
    """Time a worker has promised. Written down by hiring with each confirmation, gone when it falls through.

    No two rows of one worker may overlap: an exclusion constraint on PostgreSQL, triggers on SQLite,
    both named workers_taken_no_overlap (migration 0002).
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="taken")
    start_at = models.DateTimeField("起")
    end_at = models.DateTimeField("止")
    promise = models.UUIDField("为哪个活")  # public id of the engagement

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end_at__gt=F("start_at")), name="workers_taken_order"),
            models.UniqueConstraint(fields=["promise", "start_at"], name="workers_taken_unique"),
        ]
        indexes = [models.Index(fields=["worker", "start_at"], name="workers_taken_worker")]

    def __str__(self) -> str:
        return f"{self.start_at:%F %H:%M}"
