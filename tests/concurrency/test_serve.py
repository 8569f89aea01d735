"""`lingong serve`: READY, two web processes, compressed pages, a clean end, and what it says when it cannot."""

import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import httpx
import pytest

from tests.concurrency.scratch import scratch
from tests.concurrency.served import LINGONG, environment, serving

pytestmark = pytest.mark.xdist_group("served")


@pytest.fixture(scope="module")
def migrated():
    made = scratch(os.environ["DATABASE_URL"])
    try:
        command = [*LINGONG, "migrate", "--verbosity", "0", "--skip-checks"]
        subprocess.run(command, env=environment(made), check=True)
        yield made
    finally:
        made.removed()


def refused(made, *arguments: str) -> str:
    """What serve says when it cannot; one line, exit 1."""
    command = [*LINGONG, "serve", *arguments]
    done = subprocess.run(command, env=environment(made), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def children(pid: int) -> dict[int, str]:
    """Process id → command line of the children of `pid`."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            if parent == pid:
                found[int(stat.parent.name)] = (stat.parent / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue  # gone meanwhile
    return found


def test_it_serves_compressed_pages_from_two_processes_and_ends_cleanly(migrated):
    with serving(migrated, "--workers", "2") as served, httpx.Client(base_url=served.address) as browser:
        page = browser.get("/")
        assert page.status_code == 200
        assert page.headers["content-encoding"] == "gzip"
        style = browser.get(re.search(r'href="(/static/[^"]+\.css)"', page.text)[1])
        assert style.status_code == 200
        assert style.headers["content-encoding"] == "gzip"
        assert "immutable" in style.headers["cache-control"]
        (web,) = [pid for pid, line in children(served.process.pid).items() if "gunicorn" in line]
        assert len(children(web)) == 2
        for how in ("HEAD", "GET"):
            assert browser.request(how, "/api/v1/openapi.json").status_code in (200, 405)


def test_a_child_that_dies_ends_it_with_its_name(migrated):
    command = [*LINGONG, "serve", "--port", "0"]
    with subprocess.Popen(
        command, env=environment(migrated), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline().startswith("READY")
        (jobs,) = [pid for pid, line in children(process.pid).items() if "run_huey" in line]
        os.kill(jobs, signal.SIGKILL)
        said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert "The job worker process ended by itself" in said


def test_a_killed_parent_leaves_nobody_on_the_port(migrated):
    command = [*LINGONG, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment(migrated), stdout=subprocess.PIPE, text=True) as process:
        port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
        process.kill()
        process.stdout.read()  # until the last child has closed it
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_a_taken_port_and_too_few_processes_are_said_in_one_line(migrated):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port} cannot be used" in refused(migrated, "--port", str(port))
    assert "--workers" in refused(migrated, "--workers", "1")


def test_a_database_that_is_not_migrated_is_said_with_what_to_run():
    made = scratch(os.environ["DATABASE_URL"])
    try:
        assert "lingong migrate" in refused(made)
    finally:
        made.removed()
