"""The clock of the line, once a minute."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from lingong.lib import clock

from .clocks import tick


@db_periodic_task(crontab(minute="*"))
def tick_every_minute() -> None:
    tick(now=clock.now())
