"""The roles of a person hear at once what identity has to say: month of birth, household verified.

Worker and employer lie above, so settings.AFTER_IDENTITY names their verbs; each is called in the
transaction of the change with `person`, `by` and `now`.  With an empty list nothing else happens.
"""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from lingong.journal.actor import Actor

from .models import Person


def tell_roles(*, person_id: int, by: Actor, now: datetime) -> None:
    """Identity facts of the person were stated, verified, joined or parted."""
    person = Person.objects.get(pk=person_id)
    for name in settings.AFTER_IDENTITY:
        hear: Callable[..., None] = import_string(name)
        hear(person=person, by=by, now=now)
