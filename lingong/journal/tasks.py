"""Wake-ups for followers (losing one delays an event until the next minute), and the sealer's hours."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from lingong.lib import clock

from . import deliver as delivery
from . import seal as sealing


@db_task()
def deliver_soon(follower: str) -> None:
    delivery.deliver(follower, now=clock.now())


@db_periodic_task(crontab(minute="*"))
def deliver_what_is_left() -> None:
    delivery.deliver_all(now=clock.now())


@db_periodic_task(crontab(minute="*"))
def seal_what_happened() -> None:
    sealing.seal(now=clock.now())


@db_periodic_task(crontab(minute="*/10"))
def anchor_the_head() -> None:
    sealing.anchor(now=clock.now())


@db_periodic_task(crontab(minute="7", hour="3"))
def seal_what_came_very_late() -> None:
    sealing.seal_and_anchor(clock.now())
