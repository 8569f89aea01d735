"""Web processes and the job worker as children of one parent that waits, watches and stops them."""

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from django.conf import settings

HOST = "127.0.0.1"
SERVER = Path(__file__).with_name("gunicorn_conf.py")
START = 60.0  # seconds until the main page must answer
STOP = 15.0  # seconds a child has to finish what it does
LOOK = 0.1  # seconds between two looks at the children
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class CannotServe(Exception):
    """Why nothing is served, for a person at a terminal."""


@dataclass(frozen=True)
class Child:
    name: str
    process: "subprocess.Popen[bytes]"


class Stop:
    """Set by SIGTERM or SIGINT."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


def serve(*, port: int, workers: int, say: Callable[[str], None]) -> None:
    """Serve until a signal asks to stop. Raises CannotServe if the port is taken or a child ends by itself."""
    with listening(port) as listener, stopping() as stop:
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        children = start(listener, workers)
        try:
            if wait_until_ready(listener.getsockname()[1], children, stop):
                say(f"READY {address}")
                watch(children, stop)
        finally:
            end(children)


@contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """The bound socket, handed to the web processes: a taken port is known before anything starts."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            text = f"Port {port} cannot be used ({error.strerror}). Stop what uses it, or choose another: --port."
            raise CannotServe(text) from error
        listener.listen(1024)
        yield listener


@contextmanager
def stopping() -> Iterator[Stop]:
    """Catch SIGTERM and SIGINT while the block runs."""
    stop = Stop()
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def start(listener: socket.socket, workers: int) -> list[Child]:
    """Start the web processes on the socket, and the job worker."""
    descriptor = listener.fileno()
    application = settings.WSGI_APPLICATION.rpartition(".")[0]
    web = ["gunicorn", "--config", str(SERVER), "--bind", f"fd://{descriptor}", "--workers", str(workers)]
    jobs = [
        "lingong",
        "run_huey",
        "--quiet",
        "--graceful-signal",
        "TERM",
        "--shutdown-timeout",
        f"{STOP:.0f}",
    ]
    return [
        Child("web", _started([*web, application], [descriptor])),
        Child("job worker", _started(jobs, [])),
    ]


def _started(command: list[str], descriptors: list[int]) -> "subprocess.Popen[bytes]":
    """A module of this environment as a child of its own session, so that Ctrl-C reaches the parent only."""
    words = [sys.executable, "-m", *command]
    return subprocess.Popen(words, pass_fds=descriptors, start_new_session=True, preexec_fn=_die_with_parent)


def wait_until_ready(port: int, children: list[Child], stop: Stop) -> bool:
    """Wait for the main page; False if asked to stop before."""
    said, until = "no answer", time.monotonic() + START
    while time.monotonic() < until:
        if stop.asked:
            return False
        require_alive(children)
        try:
            answer = http.client.HTTPConnection(HOST, port, timeout=5)
            answer.request("GET", "/")
            status = answer.getresponse().status
            answer.close()
        except OSError:
            time.sleep(LOOK)
            continue
        if status == http.HTTPStatus.OK:
            return True
        said = f"status {status}"
        time.sleep(LOOK)
    raise CannotServe(f"The main page did not answer within {START:.0f} seconds ({said}).")


def watch(children: list[Child], stop: Stop) -> None:
    """Wait for a signal; raises CannotServe when a child ends by itself."""
    while not stop.asked:
        require_alive(children)
        time.sleep(LOOK)


def require_alive(children: list[Child]) -> None:
    for child in children:
        status = child.process.poll()
        if status is not None:
            raise CannotServe(f"The {child.name} process ended by itself (status {status}).")


def end(children: list[Child]) -> None:
    """Let the children finish; who does not within 15 seconds is killed."""
    for child in children:
        child.process.terminate()
    until = time.monotonic() + STOP
    for child in children:
        try:
            child.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()


def _die_with_parent() -> None:
    """A child of a killed parent would keep the port: Linux ends it too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
