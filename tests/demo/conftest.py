"""One small city for the tests that only look at it."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import override_settings

from lingong.demo.small import build_small

NOW = datetime(2026, 11, 21, 6, 20, tzinfo=UTC)  # 14:20 in Shanghai, a Saturday
PROVIDER = "lingong.people.identify.DemoProvider"


@pytest.fixture(autouse=True)
def _provider(settings):
    settings.REAL_NAME_PROVIDER = PROVIDER


@pytest.fixture(scope="module")
def small_city(django_db_setup, django_db_blocker):
    """The whole small city, taken back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(REAL_NAME_PROVIDER=PROVIDER):
            clockwork = build_small(now=NOW, seed=1)
        yield clockwork
        transaction.set_rollback(True)
