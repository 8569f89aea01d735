"""One situation for the whole folder, and the roles before it."""

import logging

import pytest
import time_machine
from django.db import transaction

from tests.cast import Cast

from .situation import build
from .walk import Walker


@pytest.fixture(scope="package")
def situation(django_db_setup, django_db_blocker):
    """Built once, taken back at the end. The clock stands on Sunday evening."""
    block = transaction.atomic()
    block._from_testcase = True  # verbs that must be outermost (durable) accept this block, as in a TestCase
    log = logging.getLogger("django.request")  # a line for each of thousands of refusals helps nobody
    with django_db_blocker.unblock(), block, pytest.MonkeyPatch.context() as patch:
        patch.setattr(log, "disabled", True)
        cast = Cast()
        with time_machine.travel(cast.now, tick=False) as clock:
            ready = build(cast)
            clock.move_to(cast.now)
            yield ready
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def walker(situation):
    """The walker of a role."""
    return lambda role: Walker(role, situation)
