"""The cast at its browsers: a client for each, with the clock of the cast."""

import pytest
import time_machine
from django.test import Client

from tests.cast import Cast


@pytest.fixture
def cast(db):
    """People of a Saturday morning; the pages see the same clock."""
    cast = Cast()
    with time_machine.travel(cast.now, tick=False):
        yield cast


@pytest.fixture
def browser():
    """`browser(user)` is a client signed in as that user, `browser()` a visitor's."""

    def of(user=None):
        client = Client()
        if user is not None:
            client.force_login(user, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
        return client

    return of


@pytest.fixture
def boss(cast, browser):
    """The manager of the firm."""
    return browser(cast.firm.members.get().person.account)
