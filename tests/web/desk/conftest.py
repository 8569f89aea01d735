"""A clerk's browser on the cast; the clock of pages stands where the cast's does."""

import pytest
import time_machine
from django.test import Client

from tests.cast import Cast


@pytest.fixture
def cast(db):
    cast = Cast()
    with time_machine.travel(cast.now, tick=False) as clock:
        cast.clock = clock
        yield cast


@pytest.fixture
def browser():
    """A signed-in browser for a user."""

    def sign_in(user):
        client = Client()
        client.force_login(user, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
        return client

    return sign_in


@pytest.fixture
def clerk(cast, browser):
    return browser(cast.clerk)
