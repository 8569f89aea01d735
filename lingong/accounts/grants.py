"""Give and take roles. A revoked role is gone at the next request: rights are read from the rows."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .models import Grant, User
from .rights import Role


def grant(
    *, user: User, role: Role, regions: Iterable[str], by: Actor, now: datetime, market_code: str = ""
) -> Grant:
    """Give `user` a role over region prefixes, in one market if named. Only staff accounts hold roles."""
    if not user.is_staff_account:
        text = "只有用密码和动态口令登录的工作账号才能给权限，手机验证码登录的账号不行。"
        raise Refusal("accounts.not_staff", text, field="user")
    with transaction.atomic():
        row = Grant.objects.create(
            user=user,
            role=role,
            regions=sorted(regions),
            market_code=market_code,
            granted_by=by.user,
            granted_at=now,
        )
        record(
            "accounts.granted", user, by=by, now=now, role=role.value, regions=row.regions, market=market_code
        )
    return row


def revoke(*, grant: Grant, by: Actor, now: datetime) -> None:
    """End a grant; ending it twice changes nothing."""
    with transaction.atomic():
        if Grant.objects.filter(pk=grant.pk, ended_at=None).update(ended_at=now):
            record("accounts.revoked", grant.user, by=by, now=now, role=grant.role, market=grant.market_code)
