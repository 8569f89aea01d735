"""`lingong serve` on a scratch database, as a newcomer runs it, and programs that sign in to it."""

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.concurrency.scratch import Scratch

ROOT = Path(__file__).resolve().parents[2]
LINGONG = [sys.executable, "-m", "lingong"]


def environment(scratch: Scratch) -> dict[str, str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith("LINGONG_")}
    return keep | {
        "DATABASE_URL": scratch.url,
        "LINGONG_DEMO": "1",
        "LINGONG_WORKDIR": str(scratch.folder),
        "LINGONG_SMS_OUTBOX": str(scratch.folder / "sms.jsonl"),
        "PYTHONPATH": str(ROOT),
    }


def staged(scratch: Scratch, trials: int) -> dict:
    """Build what `trials` trials need; returns the ids."""
    script = f"from tests.concurrency.stage import build; build({trials})"
    command = [*LINGONG, "shell", "--no-imports", "-c", script]
    done = subprocess.run(command, env=environment(scratch), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@dataclass
class Served:
    scratch: Scratch
    address: str
    process: "subprocess.Popen[str]"
    programs: dict[str, "Program"] = field(default_factory=dict)

    def program(self, phone: str, fact: str = "") -> "Program":
        """The program of a worker, signed in once."""
        if phone not in self.programs:
            self.programs[phone] = Program(self.address)
            self.programs[phone].sign_in(phone, fact, self.scratch.folder / "sms.jsonl")
        return self.programs[phone]


@contextmanager
def serving(scratch: Scratch, *arguments: str) -> Iterator[Served]:
    """Serve until the block ends; then SIGTERM, and the exit must be clean."""
    command = [*LINGONG, "serve", "--port", "0", *arguments]
    log = scratch.folder / "serve.log"  # a pipe nobody reads would stop the server when it is full
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, env=environment(scratch), stdout=subprocess.PIPE, stderr=said, text=True
        ) as process,
    ):
        served = Served(scratch, "", process)
        try:
            line = process.stdout.readline()
            assert line.startswith("READY "), line + log.read_text()
            served.address = line.removeprefix("READY ").strip()
            yield served
        finally:
            process.terminate()
            process.communicate(timeout=60)
            for program in served.programs.values():
                program.client.close()
        assert process.returncode == 0, log.read_text()


class Program:
    """One signed-in client with its own cookies."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=f"{address}api/v1", timeout=60)
        self.token = ""

    def send(self, path: str, body: dict, *, key: str = "") -> httpx.Response:
        headers = {"X-CSRFToken": self.token, "Idempotency-Key": key or uuid.uuid4().hex}
        return self.client.post(path, json=body, headers=headers)

    def sign_in(self, phone: str, fact: str, outbox: Path) -> None:
        self.token = self.client.get("/session").json()["csrf_token"]
        assert self.send("/session/code", {"phone": phone}).status_code == 200
        sent = [json.loads(line) for line in outbox.read_text("utf-8").splitlines()]
        code = [re.match(r"验证码 (\d{6})", one["text"]) for one in sent if one["number"] == phone]
        code = [found for found in code if found][-1][1]
        answer = self.send("/session", {"phone": phone, "code": code}).json()
        if answer["question"]:
            self.token = answer["csrf_token"]
            answer = self.send("/session/second_fact", {"answer": fact}).json()
        assert answer["signed_in"], answer
        self.token = answer["csrf_token"]
