"""Facts that hiring writes down: who finished work with whom, and who blocked whom."""

from django.db.models import F

from .models import Tie


def note_finished(worker_id: int, employer_id: int) -> None:
    tie, _ = Tie.objects.get_or_create(worker_id=worker_id, employer_id=employer_id)
    Tie.objects.filter(pk=tie.pk).update(finished=F("finished") + 1)


def block(worker_id: int, employer_id: int, *, side: str) -> None:
    """One side does not want the other again; matching keeps them apart."""
    tie, _ = Tie.objects.get_or_create(worker_id=worker_id, employer_id=employer_id)
    Tie.objects.filter(pk=tie.pk).update(blocked_by=side)


def unblock(worker_id: int, employer_id: int, *, side: str) -> None:
    Tie.objects.filter(worker_id=worker_id, employer_id=employer_id, blocked_by=side).update(blocked_by="")
