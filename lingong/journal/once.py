"""A repeated submit has one effect: the key is claimed in the transaction of the effect."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal

from .models import OnceKey

Answer = dict[str, object]


TAKEN = Refusal("once.taken", "")  # another request claimed the key a moment earlier
CLAIMED = {"journal_once_key": TAKEN, "journal_oncekey.owner, journal_oncekey.key": TAKEN}


def digest(content: object) -> str:
    """Digest of what was asked, equal for equal content whatever the order of its keys."""
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def once(
    *, owner: str, key: str, content: object, now: datetime, act: Callable[[], Answer]
) -> tuple[Answer, bool]:
    """Carry out `act` unless `owner` did so under `key`; returns (answer, whether it is a repeat).

    Refuses with `once.other_content` if the key was used for something else.
    """
    asked = digest(content)
    earlier = OnceKey.objects.filter(owner=owner, key=key).first()
    if earlier is None:
        try:
            with transaction.atomic():
                with refusing(CLAIMED):
                    row = OnceKey.objects.create(owner=owner, key=key, digest=asked, at=now)
                row.answer = act()
                OnceKey.objects.filter(pk=row.pk).update(answer=row.answer)
                return row.answer, False
        except Refusal as refusal:
            if refusal.code != TAKEN.code:
                raise
            earlier = OnceKey.objects.get(owner=owner, key=key)
    if earlier.digest != asked:
        raise Refusal("once.other_content", "同一个提交编号用在了不同的内容上，请刷新页面重新填写。")
    return earlier.answer, True
