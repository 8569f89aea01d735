"""The network is closed for tests, apart from this machine itself."""

import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])  # addresses kept for documentation
def test_nothing_beyond_the_loopback_is_reached(host):
    with pytest.raises(PermissionError, match="loopback only"):
        socket.create_connection((host, 80), timeout=1)


def test_the_loopback_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
