"""The same people again: invite to a new posting those who worked on an earlier one."""

from datetime import datetime

from lingong.jobs.models import Posting
from lingong.journal.actor import Actor
from lingong.lib.refusal import Refusal

from .invite import invite
from .line import DONE
from .models import Engagement


def rehire(
    *, earlier: Posting, posting: Posting, by: Actor, now: datetime
) -> tuple[list[Engagement], list[Refusal]]:
    """Invite everybody who finished work on `earlier`; returns the invitations and why some were not sent."""
    invited: list[Engagement] = []
    refused: list[Refusal] = []
    # People know one employer: an earlier posting of another one invites nobody.
    past = Engagement.objects.filter(posting=earlier, posting__employer=posting.employer_id, state__in=DONE)
    for engagement in past.select_related("worker__person").order_by("pk"):
        try:
            invited.append(invite(worker=engagement.worker, posting=posting, by=by, now=now))
        except Refusal as refusal:
            refused.append(refusal)
    return invited, refused
