"""Wake-ups for followers. Losing one delays an event until the next minute, never loses it."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from lingong.lib import clock

from . import deliver as delivery


@db_task()
def deliver_soon(follower: str) -> None:
    delivery.deliver(follower, now=clock.now())


@db_periodic_task(crontab(minute="*"))
def deliver_what_is_left() -> None:
    delivery.deliver_all(now=clock.now())
