from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.lib.mask import calling_name
from lingong.lib.record import SharedRecord
from lingong.people.models import Organisation, Person
from lingong.scope.regions_of import region_q


class EmployerKind(models.TextChoices):
    FIRM = "firm", "企业"
    SOLE_TRADER = "sole_trader", "个体工商户"
    HOUSEHOLD = "household", "家庭"
    PLATFORM = "platform", "平台企业"


class Standing(models.TextChoices):
    NORMAL = "normal", "正常"
    WATCHED = "watched", "重点关注"
    BLOCKED = "blocked", "暂停发布"


class EmployerQuerySet(models.QuerySet["Employer"]):
    def of(self, user: User | AnonymousUser) -> "EmployerQuerySet":
        """Employers this user may act for: the own household and the firms one is a member of."""
        if not isinstance(user, User):
            return self.none()
        return self.filter(
            Q(person__account=user) | Q(members__person__account=user, members__ended_at=None)
        ).distinct()

    def visible_to(self, user: User | AnonymousUser) -> "EmployerQuerySet":
        if not isinstance(user, User):
            return self.none()
        own = Employer.objects.of(user).values("pk")
        return self.filter(Q(pk__in=own) | region_q(user, Right.PERSON_READ))


class Employer(SharedRecord):
    """A body or person that takes workers on."""

    kind = models.CharField("类型", max_length=12, choices=EmployerKind)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="household"
    )
    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="employer"
    )
    region = models.CharField("所在区县", max_length=12)
    contact_name = models.CharField("联系人", max_length=60, blank=True, default="")
    standing = models.CharField("状态", max_length=10, choices=Standing, default=Standing.NORMAL)
    verified_at = models.DateTimeField("实名时间", null=True, blank=True)
    paid_on_time = models.PositiveIntegerField("按时付款次数", default=0)
    paid_late = models.PositiveIntegerField("迟付次数", default=0)
    unanswered = models.PositiveIntegerField("没有答复次数", default=0)
    rating_sum = models.PositiveIntegerField("评分合计", default=0)
    rating_count = models.PositiveIntegerField("评分次数", default=0)

    objects = EmployerQuerySet.as_manager()
    # people.join adds these up
    JOIN_ADDS = ("paid_on_time", "paid_late", "unanswered", "rating_sum", "rating_count")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=EmployerKind.HOUSEHOLD, person__isnull=False, organisation=None)
                | (~Q(kind=EmployerKind.HOUSEHOLD) & Q(person=None, organisation__isnull=False)),
                name="employers_employer_person_or_body",
            ),
            models.CheckConstraint(
                condition=Q(rating_sum__lte=F("rating_count") * 5),
                name="employers_employer_rating_five_at_most",
            ),
        ]
        indexes = [models.Index(fields=["region", "id"], name="employers_employer_region")]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """What the public sees: firms are named, households are not."""
        if self.organisation is not None:
            return self.organisation.name
        return f"{calling_name(self.person.name, self.person.sex)}家" if self.person else "——"

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @property
    def rating(self) -> float | None:
        return self.rating_sum / self.rating_count if self.rating_count else None


class Member(models.Model):
    """A person who may act for the employer."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    since_at = models.DateTimeField("加入时间")
    ended_at = models.DateTimeField("退出时间", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "person"], condition=Q(ended_at=None), name="employers_member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} @ {self.employer_id}"
