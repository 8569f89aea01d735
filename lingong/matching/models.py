from django.db import models
from django.db.models import Q

from lingong.employers.models import Employer
from lingong.workers.models import Worker


class Tie(models.Model):
    """What lies between one worker and one employer: gigs finished together, or a block. Written by hiring."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="ties")
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="ties")
    finished = models.PositiveIntegerField("一起干完几次", default=0)
    blocked_by = models.CharField("谁屏蔽的", max_length=10, blank=True, default="")

    # people.join: two ties with one employer become one.
    JOIN_ADDS = ("finished",)
    JOIN_FILLS = ("blocked_by",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker", "employer"], name="matching_tie_once"),
            models.CheckConstraint(
                condition=Q(blocked_by__in=("", "worker", "employer")), name="matching_tie_side"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker_id}–{self.employer_id}"
