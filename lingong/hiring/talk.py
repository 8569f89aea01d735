"""Point-to-point words between the two sides before contact is open; the first one is timed."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.lib.mask import names_a_phone
from lingong.lib.refusal import Refusal

from .models import Engagement, Talk
from .move import move

MOST = 300


def talk(*, engagement: Engagement, text: str, by: Actor, now: datetime) -> Talk:
    """Say something to the other side. Phone numbers wait until both have signed."""
    words = text.strip()
    if not words:
        raise Refusal("hiring.empty", "请写点什么再发。", field="text")
    if len(words) > MOST:
        raise Refusal("hiring.long", f"太长了，请写在 {MOST} 字以内。", field="text")
    if names_a_phone(words) and not engagement.contact_open:
        raise Refusal(
            "hiring.phone_in_talk",
            "签约以前请不要留电话。双方签约后，页面上会显示电话。",
            "SECURITY 3",
            "text",
        )
    first = "" if engagement.talked_at else "talked_at"
    with transaction.atomic():
        move(engagement, "talk", by=by, now=now, stamp=first)
        return Talk.objects.create(engagement=engagement, side=by.side, text=words, said_at=now)
