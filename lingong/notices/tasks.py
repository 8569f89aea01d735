"""Wake-ups for sending; what is left is sent with the next minute."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from lingong.lib import clock

from .send import send_due


@db_task()
def send_soon() -> None:
    send_due(now=clock.now())


@db_periodic_task(crontab(minute="*"))
def send_what_is_left() -> None:
    send_due(now=clock.now())
