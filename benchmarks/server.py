"""Which server: a list of 20 postings under gunicorn sync, gunicorn gthread and, where it is there, granian.

Also how long a page waits while browsers hold 4 connections open without asking anything (they do so
ahead of need), and how long each server takes to stop on SIGTERM meanwhile.
"""

import http.client
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack

from benchmarks.load import Load, load
from tests.concurrency.scratch import Scratch, scratch
from tests.concurrency.served import environment, staged

ROUNDS, SECONDS, CONNECTIONS, IDLE = 3, 3.0, 20, 4
PATH = "/api/v1/postings"
GUNICORN = ["gunicorn", "lingong.wsgi", "--bind", "127.0.0.1:{port}", "--no-control-socket"]
GRANIAN = [
    "granian",
    "--interface",
    "wsgi",
    "lingong.wsgi:application",
    "--host",
    "127.0.0.1",
    "--port",
    "{port}",
]
SERVERS = {
    "gunicorn sync, 4": [*GUNICORN, "--workers", "4"],
    "gunicorn gthread, 4 × 4": [*GUNICORN, "--workers", "4", "--worker-class", "gthread", "--threads", "4"],
    "gunicorn gthread, 4 × 2": [*GUNICORN, "--workers", "4", "--worker-class", "gthread", "--threads", "2"],
    "granian, 4 × 4": [
        *GRANIAN,
        "--workers",
        "4",
        "--blocking-threads",
        "4",
        "--no-ws",
        "--log-level",
        "error",
    ],
}


def main() -> int:
    made = scratch("sqlite:///")
    try:
        staged(made, 8)  # 24 public postings
        found: dict[str, list[tuple[Load, float, float]]] = {name: [] for name in available()}
        for _ in range(ROUNDS):
            for name in found:
                found[name].append(one(made, SERVERS[name]))
        for name, rounds in found.items():
            middle = sorted(rounds, key=lambda one: one[0].per_second)[ROUNDS // 2]
            print(f"{name:26} {middle[0]}  beside idle ones {middle[1]:5.1f} s  stopped in {middle[2]:.1f} s")
    finally:
        made.removed()
    return 0


def available() -> list[str]:
    return [name for name, command in SERVERS.items() if importlib.util.find_spec(command[0])]


def one(made: Scratch, command: list[str]) -> tuple[Load, float, float]:
    """Load one server; then ask it for a page, and to stop, while idle connections are held open."""
    port = free_port()
    words = [sys.executable, "-m", *(word.format(port=port) for word in command)]
    path = os.pathsep.join([os.getcwd(), os.environ.get("PYTHONPATH", "")])
    settings = environment(made) | {"PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}
    with (
        subprocess.Popen(
            words, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
        ExitStack() as open_ones,
    ):
        wait(port)
        load(f"http://127.0.0.1:{port}", PATH, seconds=1, connections=CONNECTIONS)
        measured = load(f"http://127.0.0.1:{port}", PATH, seconds=SECONDS, connections=CONNECTIONS)
        for _ in range(IDLE):
            open_ones.enter_context(socket.create_connection(("127.0.0.1", port)))
        time.sleep(0.5)
        beside_idle = load(f"http://127.0.0.1:{port}", PATH, seconds=0.01, connections=1).p50_ms / 1000
        asked = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        stopped = time.perf_counter() - asked
    return measured, beside_idle, stopped


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


def wait(port: int) -> None:
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", PATH)
            answer = connection.getresponse()
            answer.read()
            connection.close()
        except OSError:
            time.sleep(0.1)
            continue
        if answer.status == http.HTTPStatus.OK:
            return
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    sys.exit(main())
