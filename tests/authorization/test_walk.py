"""Every role on every row of the table: let in, asked to sign in, or shown what an unknown address shows."""

import pytest

from .cells import EVERYBODY, SHORT
from .operations import OPERATIONS
from .pages import PAGES
from .walk import LONG, faults

pytestmark = pytest.mark.django_db
ROLES = sorted(EVERYBODY if LONG else SHORT)


@pytest.mark.parametrize("role", ROLES)
def test_pages(walker, role):
    _walk(walker(role), PAGES)


@pytest.mark.parametrize("role", ROLES)
def test_operations(walker, role):
    _walk(walker(role), OPERATIONS)


def _walk(walker, cells):
    found = [fault for cell in cells for fault in faults(walker, cell)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
