"""The address that limits are counted by: of the caller, not of our own server in front, nor one made up."""

import pytest

from lingong.accounts.models import SignInCode

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, "1.1.1.1", "127.0.0.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1,10.0.0.2", "1.1.1.1"),
        (1, "", "127.0.0.1"),
        (3, "6.6.6.6, 1.1.1.1", "127.0.0.1"),
    ],
)
def test_the_caller_is_so_many_steps_from_the_right(client, settings, proxies, forwarded, counted):
    settings.PROXIES = proxies
    client.post("/sign-in/", {"phone": "13900000001"}, headers={"X-Forwarded-For": forwarded})
    assert SignInCode.objects.get().ip == counted
