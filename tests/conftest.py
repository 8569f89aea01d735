"""What holds for every test: PostgreSQL tests only on PostgreSQL, quick password hashes, loopback only."""

import socket

import pytest
from django.conf import settings

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: DATABASE_URL=postgresql://…"))


@pytest.fixture(scope="session", autouse=True)
def _loopback_only():
    """A test that reaches for the network fails at once instead of waiting for it."""
    with pytest.MonkeyPatch.context() as patch:
        for verb in ("connect", "connect_ex"):
            patch.setattr(socket.socket, verb, _guarded(getattr(socket.socket, verb)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _guarded(original):
    def guarded(self, address):
        if self.family != socket.AF_UNIX:
            _refuse_beyond_loopback(address[0])
        return original(self, address)

    return guarded


def _guarded_lookup(original):
    def guarded(host, *args, **kwargs):
        _refuse_beyond_loopback(host or "localhost")
        return original(host, *args, **kwargs)

    return guarded


def _refuse_beyond_loopback(host):
    name = host.decode() if isinstance(host, bytes) else str(host)
    if not name.startswith(LOOPBACK):
        raise PermissionError(f"tests use the loopback only, not {name}")
