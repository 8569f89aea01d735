import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from lingong.lib.sealed import BlindIndexField, SealedTextField, blind_index

from .rights import RIGHTS_OF, ROLE_TITLES, Right, Role


def phone_index(phone: str) -> str:
    """Blind index under which a sign-in phone is found."""
    return blind_index(phone, "account.phone")


class UserManager(BaseUserManager["User"]):
    def create_citizen(self, *, phone: str) -> "User":
        """An account that signs in with an SMS code; it has no password."""
        user = self.model(phone=phone, phone_index=phone_index(phone))
        user.set_unusable_password()
        user.save()
        return user

    def create_staff(self, *, username: str, password: str, totp_secret: str) -> "User":
        """An account that signs in with password and TOTP (`totp_secret` in base 32)."""
        user = self.model(username=username, totp_secret=totp_secret)
        user.set_password(password)
        user.save()
        return user

    def by_phone(self, phone: str) -> "User | None":
        return self.filter(phone_index=phone_index(phone), is_active=True).first()


class User(AbstractBaseUser):
    """Someone who can sign in. Who the person is, `people` knows."""

    public_id = models.UUIDField("公开编号", default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField("用户名", max_length=60, unique=True, null=True, blank=True)
    phone = SealedTextField("登录手机号", blank=True, default="")
    phone_index = BlindIndexField(unique=True, null=True)
    totp_secret = SealedTextField("动态口令密钥", blank=True, default="")
    totp_last_step = models.BigIntegerField("上次动态口令", default=0)
    is_active = models.BooleanField("启用", default=True)
    elder_mode = models.BooleanField("长辈版", default=False)
    wrong_facts = models.PositiveSmallIntegerField("第二问答错次数", default=0)
    last_seen_at = models.DateTimeField("最近使用", null=True, blank=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    USERNAME_FIELD = "username"
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(username__isnull=False) | Q(phone_index__isnull=False) | Q(is_active=False),
                name="accounts_user_can_sign_in",
            ),
            # With a phone, a staff account could be entered by an SMS code alone.
            models.CheckConstraint(
                condition=Q(username__isnull=True) | Q(phone_index__isnull=True),
                name="accounts_user_one_way_in",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def is_staff_account(self) -> bool:
        return self.username is not None

    def grants_with(self, right: Right) -> "models.QuerySet[Grant]":
        """Grants in force that carry `right`."""
        roles = [role for role, rights in RIGHTS_OF.items() if right in rights]
        return self.grants.filter(ended_at__isnull=True, role__in=roles)

    def has_right(self, right: Right) -> bool:
        """Whether any grant in force carries `right`, wherever it holds."""
        return self.is_active and self.grants_with(right).exists()


class Grant(models.Model):
    """`user` holds `role` over the region prefixes, and in one market if named."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField("角色", max_length=20, choices=[(r.value, ROLE_TITLES[r]) for r in Role])
    regions = models.JSONField("区划前缀", default=list)
    market_code = models.CharField("市场编码", max_length=40, blank=True, default="")
    granted_by = models.CharField("授予人", max_length=36, blank=True, default="")
    granted_at = models.DateTimeField("授予时间")
    ended_at = models.DateTimeField("撤销时间", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("granted_at")),
                name="accounts_grant_times",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "market_code"],
                condition=Q(ended_at__isnull=True),
                name="accounts_grant_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.regions}"


class Device(models.Model):
    """A browser a user has signed in from; only a digest of its cookie is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField("设备摘要", max_length=64)
    first_seen_at = models.DateTimeField("首次使用")
    last_seen_at = models.DateTimeField("最近使用")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="accounts_device_once")]

    def __str__(self) -> str:
        return self.digest[:8]


class SignInCode(models.Model):
    """A code sent to a phone. The code itself is kept only as a keyed digest."""

    phone_index = models.CharField("手机号索引", max_length=64)
    code_digest = models.CharField("验证码摘要", max_length=64)
    ip = models.CharField("来源", max_length=64, blank=True, default="")
    device = models.CharField("设备摘要", max_length=64, blank=True, default="")
    sent_at = models.DateTimeField("发送时间")
    minute = models.BigIntegerField("第几分钟", null=True)
    tries = models.PositiveSmallIntegerField("已试次数", default=0)
    used_at = models.DateTimeField("使用时间", null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["phone_index", "sent_at"], name="accounts_code_phone"),
            models.Index(fields=["ip", "sent_at"], name="accounts_code_ip"),
        ]
        constraints = [
            # Requests sent at the same time each count no earlier one; this stops all but the first.
            models.UniqueConstraint(fields=["phone_index", "minute"], name="accounts_code_minute")
        ]

    def __str__(self) -> str:
        return f"{self.sent_at:%F %T}"


def sent_since(moment: datetime, **where: Any) -> int:
    """How many codes were sent since `moment` to this phone, address or device."""
    return SignInCode.objects.filter(sent_at__gt=moment, **where).count()
