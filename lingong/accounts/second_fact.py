"""How often the second fact may be tried: counted on the account, so a new session wins no new tries."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .models import User

MAX_WRONG = 3
LOCKED = "已经答错 3 次，为了您的账号安全先锁上了。请带身份证件到驿站窗口，工作人员马上帮您打开。"


def is_locked(user: User) -> bool:
    return user.wrong_facts >= MAX_WRONG


def count_try(*, user: User) -> int:
    """Take one of three tries before the answer is compared; returns how many are left. Refuses the fourth."""
    # Counting first: answers sent at the same time cannot share one try. Durable: a refusal that undid
    # the transaction of a caller would give the try back.
    with transaction.atomic(durable=True):
        open_account = User.objects.filter(pk=user.pk, wrong_facts__lt=MAX_WRONG)
        counted = open_account.update(wrong_facts=F("wrong_facts") + 1)
    if not counted:
        raise Refusal("accounts.fact_locked", LOCKED, field="answer")
    user.refresh_from_db(fields=["wrong_facts"])
    return MAX_WRONG - user.wrong_facts


def clear_tries(*, user: User) -> None:
    """The answer was right: the next question starts with three tries again."""
    User.objects.filter(pk=user.pk).update(wrong_facts=0)


def unlock(*, user: User, by: Actor, now: datetime) -> None:
    """A clerk has seen the person's paper: three new tries. Nothing happens to an open account."""
    with transaction.atomic():
        if User.objects.filter(pk=user.pk, wrong_facts__gt=0).update(wrong_facts=0):
            record("accounts.unlocked", user, by=by, now=now)
