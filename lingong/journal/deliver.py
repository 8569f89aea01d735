"""Hand pending events to their followers: each effect and the end of its pending row are one transaction."""

from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction

from .followers import Follower, followers
from .models import Pending

log = structlog.get_logger(__name__)
MAX_WAIT = timedelta(hours=6)


def deliver(name: str, *, now: datetime, limit: int = 500) -> int:
    """Handle up to `limit` pending events of the follower `name`; returns how many succeeded."""
    follower = next((f for f in followers() if f.name == name), None)
    if follower is None:
        return 0
    handled = 0
    due = Pending.objects.filter(follower=name, not_before_at__lte=now).order_by("event_id")
    for pk in due.values_list("pk", flat=True)[:limit]:
        handled += _deliver_one(follower, pk, now)
    return handled


def deliver_all(*, now: datetime) -> int:
    """Handle what is due for every follower (the clock calls this in case a wake-up was lost)."""
    return sum(deliver(follower.name, now=now) for follower in followers())


def _deliver_one(follower: Follower, pk: int, now: datetime) -> int:
    skip = connection.features.has_select_for_update_skip_locked
    try:
        with transaction.atomic():
            rows = Pending.objects.select_for_update(skip_locked=skip, of=("self",) if skip else ())
            pending = rows.select_related("event").filter(pk=pk).first()
            if pending is None:  # another process has it, or has done it
                return 0
            follower.handle(pending.event)
            pending.delete()
            return 1
    except Exception as error:  # a follower's fault must not stop the others
        log.error("follower_failed", follower=follower.name, pending=pk, error=type(error).__name__)
        _postpone(pk, now)
        return 0


def _postpone(pk: int, now: datetime) -> None:
    pending = Pending.objects.filter(pk=pk).first()
    if pending is not None:
        wait = min(timedelta(seconds=10 * 2 ** min(pending.tries, 12)), MAX_WAIT)
        Pending.objects.filter(pk=pk).update(tries=pending.tries + 1, not_before_at=now + wait)
