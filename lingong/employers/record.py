"""Facts that hiring writes down to the employer: paid in time or late, left unanswered, rated."""

from django.db.models import F

from .models import Employer


def note_paid(employer_id: int, *, on_time: bool) -> None:
    name = "paid_on_time" if on_time else "paid_late"
    Employer.objects.filter(pk=employer_id).update(**{name: F(name) + 1})


def note_silent(employer_id: int) -> None:
    Employer.objects.filter(pk=employer_id).update(unanswered=F("unanswered") + 1)


def note_rating(employer_id: int, stars: int) -> None:
    Employer.objects.filter(pk=employer_id).update(
        rating_sum=F("rating_sum") + stars, rating_count=F("rating_count") + 1
    )
