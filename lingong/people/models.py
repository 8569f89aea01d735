from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.lib.mask import calling_name
from lingong.lib.record import SharedRecord
from lingong.lib.sealed import BlindIndexField, SealedTextField, blind_index
from lingong.scope.regions_of import region_q


class RealName(models.IntegerChoices):
    NONE = 0, "未实名"
    PHONE = 1, "手机已验证"
    STATED = 2, "证件号已填，待核验"
    VERIFIED = 3, "已实名"


class IdKind(models.TextChoices):
    RESIDENT = "resident_id", "居民身份证"
    HMT_RESIDENT = "hmt_permit", "港澳台居民居住证"
    PERMANENT = "foreign_permit", "外国人永久居留身份证"


class Sex(models.TextChoices):
    MALE = "M", "男"
    FEMALE = "F", "女"


def id_index(number: str) -> str:
    return blind_index(number.upper(), "person.id")


def contact_index(phone: str) -> str:
    """Blind index of a contact phone; empty where there is none."""
    return blind_index(phone, "person.phone") if phone else ""


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: User | AnonymousUser) -> "PersonQuerySet":
        """Oneself, and for staff with the right the people of their region."""
        if not isinstance(user, User):
            return self.none()
        return self.filter(Q(account=user) | region_q(user, Right.PERSON_READ))

    def living_records(self) -> "PersonQuerySet":
        return self.filter(merged_into=None)


class Person(SharedRecord):
    """A human being, with or without an account."""

    account = models.OneToOneField(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )
    name = models.CharField("姓名", max_length=60)
    sex = models.CharField("性别", max_length=1, choices=Sex, blank=True, default="")
    phone = SealedTextField("电话", blank=True, default="")
    phone_index = BlindIndexField(default="")
    has_smartphone = models.BooleanField("会用手机", default=True)
    id_kind = models.CharField("证件", max_length=20, choices=IdKind, blank=True, default="")
    id_number = SealedTextField("证件号", blank=True, default="")
    id_index = BlindIndexField(null=True)
    birth_date = SealedTextField("出生日期", blank=True, default="")
    real_name_level = models.PositiveSmallIntegerField("实名", choices=RealName, default=RealName.NONE)
    verified_at = models.DateTimeField("实名时间", null=True, blank=True)
    region = models.CharField("所在区县", max_length=12)
    registered_by = models.CharField("登记人", max_length=36, blank=True, default="")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["region", "id"], name="people_person_region"),
            models.Index(fields=["phone_index"], name="people_person_phone"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["id_index"], condition=Q(merged_into=None), name="people_person_id_once",
                violation_error_message="这个证件号已经登记过，请核对，或到窗口合并档案。",
            ),
            models.CheckConstraint(
                condition=~Q(real_name_level=RealName.VERIFIED) | Q(id_index__isnull=False, verified_at__isnull=False),
                name="people_person_verified_has_id",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return calling_name(self.name, self.sex)

    @property
    def is_verified(self) -> bool:
        return self.real_name_level == RealName.VERIFIED

    @property
    def born(self) -> date | None:
        return date.fromisoformat(self.birth_date) if self.birth_date else None


class IdentityCheck(models.Model):
    """Outcome, method and time of a check; never the paper itself."""

    class Method(models.TextChoices):
        COUNTER = "counter", "窗口看证件"
        PROVIDER = "provider", "实名核验服务"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identity_checks")
    method = models.CharField("方式", max_length=10, choices=Method)
    id_kind = models.CharField("证件", max_length=20, choices=IdKind)
    passed = models.BooleanField("通过")
    reason = models.CharField("原因代码", max_length=40, blank=True, default="")
    checked_by = models.CharField("核验人", max_length=36, blank=True, default="")
    at = models.DateTimeField("时间")

    def __str__(self) -> str:
        return f"{self.method} {self.at:%F}"


class Consent(models.Model):
    """One purpose, one version of its text, given and perhaps withdrawn."""

    class Purpose(models.TextChoices):
        SERVICE = "service", "求职招工服务"
        IDENTITY = "identity", "核验身份（敏感信息）"
        LOCATION = "location", "按位置找活"
        ASSISTED = "assisted", "由工作人员代为办理"
        RANKING = "ranking", "系统推荐排序"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField("用途", max_length=20, choices=Purpose)
    text_version = models.CharField("文本版本", max_length=20)
    given_at = models.DateTimeField("同意时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    recorded_by = models.CharField("记录人", max_length=36, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=Q(withdrawn_at=None), name="people_consent_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()


class Join(models.Model):
    """Two records of one person made one; `moved` names each row that was repointed, so it can be undone."""

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="joins")
    merged = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="joined_by")
    moved = models.JSONField("移动的记录", default=list)
    before = SealedTextField("合并前", default="")
    joined_by = models.CharField("操作人", max_length=36)
    joined_at = models.DateTimeField("合并时间")
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.kept_id}"


class Organisation(SharedRecord):
    """A firm, sole trader, platform or body with a unified social credit code."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer", "用人单位"
        AGENCY = "agency", "职业中介机构"
        LABOUR_COMPANY = "labour_company", "国有劳务公司"
        COOPERATIVE = "cooperative", "劳务专合社"
        THIRD_PARTY = "third_party", "第三方机构"
        OPERATOR = "operator", "市场运营方"

    name = models.CharField("名称", max_length=120)
    uscc = models.CharField(
        "统一社会信用代码", max_length=18, unique=True, error_messages={"unique": "这个单位已经登记过。"}
    )
    kind = models.CharField("类别", max_length=20, choices=Kind, default=Kind.EMPLOYER)
    region = models.CharField("所在区县", max_length=12)
    address = models.CharField("地址", max_length=200, blank=True, default="")
    verified_at = models.DateTimeField("核验时间", null=True, blank=True)
    verified_by = models.CharField("核验人", max_length=36, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["region", "id"], name="people_org_region")]

    def __str__(self) -> str:
        return self.name


class Message(models.Model):
    """A message in a person's inbox: text of the moment, and the object it is about."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField("种类", max_length=60)
    text = models.CharField("内容", max_length=300)
    object_kind = models.CharField("对象", max_length=40)
    object_id = models.CharField("对象编号", max_length=36)
    event_id = models.BigIntegerField("事件")
    sent_at = models.DateTimeField("时间")
    read_at = models.DateTimeField("已读时间", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "event_id", "kind"], name="people_message_once")
        ]
        indexes = [models.Index(fields=["person", "-id"], name="people_message_inbox")]

    def __str__(self) -> str:
        return self.text


class Delivery(models.Model):
    """One message over one channel. `unknown`: sent, but no answer came; a person decides, nothing repeats it."""

    class State(models.TextChoices):
        QUEUED = "queued", "待发"
        SENDING = "sending", "发送中"
        SENT = "sent", "已发"
        FAILED = "failed", "未发出"
        UNKNOWN = "unknown", "不确定是否送达"
        DONE = "done", "已电话告知"
        UNREACHED = "unreached", "未打通"

    class Channel(models.TextChoices):
        SMS = "sms", "短信"
        CALL = "call", "电话告知"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField("渠道", max_length=10, choices=Channel)
    state = models.CharField("状态", max_length=10, choices=State, default=State.QUEUED)
    region = models.CharField("区划", max_length=12, blank=True, default="")
    changed_at = models.DateTimeField("变更时间")
    handled_by = models.CharField("处理人", max_length=36, blank=True, default="")
    reference = models.CharField("回执", max_length=80, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "channel"], name="people_delivery_once")]
        indexes = [models.Index(fields=["channel", "state", "region"], name="people_delivery_todo")]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"
