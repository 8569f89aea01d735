"""即时快招 in figures: how long each step took, how many began the same day, how many did not come."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from lingong.lib.clock import day_bounds, local, minutes_between

from .line import SHIFT_WORKED, ShiftState
from .models import Engagement, Shift

CAME = (*SHIFT_WORKED, ShiftState.PRESENT)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of one engagement; `minutes` is None while it is not done, or was left out (talk)."""

    name: str
    begun_at: datetime | None
    done_at: datetime | None

    @property
    def minutes(self) -> int | None:
        if self.begun_at is None or self.done_at is None:
            return None
        return max(0, minutes_between(self.begun_at, self.done_at))


@dataclass(frozen=True, slots=True)
class Rate:
    """`part` of `whole`; the share is None where there was nothing to count."""

    part: int
    whole: int

    @property
    def share(self) -> float | None:
        return self.part / self.whole if self.whole else None


def stages(engagement: Engagement) -> list[Stage]:
    """The four steps of instant hiring (MATCH-01): posting, talk, confirmation, start."""
    posting = engagement.posting
    return [
        Stage("发布", posting.submitted_at, posting.published_at),
        Stage("洽谈", engagement.started_at, engagement.talked_at),
        Stage("确认", engagement.started_at, engagement.confirmed_at),
        Stage("到岗", engagement.confirmed_at, engagement.first_present_at),
    ]


def same_day_start_rate(*, first: date, last: date, where: Q | None = None) -> Rate:
    """Of the engagements whose worker first arrived from `first` to `last`, those begun that very day (MATCH-05).

    where  condition on engagements, for example the region of the posting
    """
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = Engagement.objects.filter(where or Q(), first_present_at__gte=start, first_present_at__lt=end)
    pairs = rows.values_list("started_at", "first_present_at")
    same = [local(begun).date() == local(came).date() for begun, came in pairs if came is not None]
    return Rate(sum(same), len(same))


def no_show_rate(*, first: date, last: date, where: Q | None = None) -> Rate:
    """Of the shifts that began from `first` to `last` and were due or done, those nobody came to (MATCH-05).

    where  condition on shifts, for example `Q(engagement__posting__region__startswith=…)`
    """
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = Shift.objects.filter(where or Q(), start_at__gte=start, start_at__lt=end)
    absent = rows.filter(state=ShiftState.ABSENT).count()
    return Rate(absent, absent + rows.filter(state__in=CAME).count())
