"""Facts written down to the worker: by hiring who came, who did not, what was said; by people the month of birth."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from lingong.journal.actor import Actor
from lingong.people.models import Person

from .models import Worker, born_month


def note_identity(*, person: Person, by: Actor, now: datetime) -> None:
    """Identity facts changed: the worker carries the month of birth, which the rule of legal age reads."""
    Worker.objects.filter(person=person).update(born_month_date=born_month(person.born))


def note_attended(worker_ids: Iterable[int]) -> None:
    Worker.objects.filter(pk__in=worker_ids).update(attended=F("attended") + 1)


def note_absent(worker_ids: Iterable[int]) -> None:
    Worker.objects.filter(pk__in=worker_ids).update(absent=F("absent") + 1)


def note_absence_corrected(worker_id: int) -> None:
    Worker.objects.filter(pk=worker_id, absent__gt=0).update(absent=F("absent") - 1)


def note_rating(worker_id: int, stars: int) -> None:
    Worker.objects.filter(pk=worker_id).update(
        rating_sum=F("rating_sum") + stars, rating_count=F("rating_count") + 1
    )


def note_taken(worker_ids: Iterable[int]) -> None:
    """A gig was confirmed: the waiting ends."""
    Worker.objects.filter(pk__in=worker_ids).update(waiting_since_at=None)


def note_free(worker_ids: Iterable[int], now: datetime) -> None:
    """A gig ended or fell through: who still looks waits from now."""
    Worker.objects.filter(pk__in=worker_ids, available=True, waiting_since_at=None).update(
        waiting_since_at=now
    )
