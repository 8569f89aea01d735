"""Messages a person has seen."""

from collections.abc import Iterable
from datetime import datetime

from .models import Message, Person


def mark_read(*, person: Person, message_ids: Iterable[int] | None = None, now: datetime) -> int:
    """Mark these messages of the person as read, or all of them; returns how many were unread."""
    unread = Message.objects.filter(person=person, read_at=None)
    if message_ids is not None:
        unread = unread.filter(pk__in=list(message_ids))
    return unread.update(read_at=now)
