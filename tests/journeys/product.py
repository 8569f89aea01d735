"""The served product on a scratch database: its address, its clock, its SMS."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[2]
SHANGHAI = ZoneInfo("Asia/Shanghai")
EVENING = datetime(2026, 11, 20, 21, 0, tzinfo=SHANGHAI)  # a Friday: 明早 and 周六 are the next day
LINGONG = [sys.executable, "-m", "lingong"]
DATABASE = "lingong.sqlite3"
START_SECONDS = 90


def environment(folder: Path) -> dict[str, str]:
    """All that a served copy in `folder` knows of the world outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINGONG_")}
    return kept | {
        "DATABASE_URL": f"sqlite:///{folder / DATABASE}",
        "LINGONG_CLOCK_OFFSET_FILE": str(folder / "clock"),
        "LINGONG_DEMO": "1",
        "LINGONG_REAL_NAME_PROVIDER": "lingong.people.identify.DemoProvider",
        "LINGONG_SMS_OUTBOX": str(folder / "sms.jsonl"),
        "LINGONG_WORKDIR": str(folder),
        "PYTHONPATH": str(ROOT),
    }


def build(folder: Path) -> None:
    """Migrate and seed the database that every served copy starts from."""
    set_clock(folder, EVENING)
    filling = f"from tests.journeys.seed import seed; seed({str(folder)!r})"
    for command in (["migrate", "-v0"], ["shell", "-v0", "-c", filling]):
        done = subprocess.run(
            [*LINGONG, *command], env=environment(folder), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"lingong {command[0]}: {done.stderr[-2000:]}"


def set_clock(folder: Path, moment: datetime) -> None:
    written = folder / "clock.new"
    written.write_text(f"{(moment - datetime.now(UTC)).total_seconds():.3f}")
    written.replace(folder / "clock")  # at once: the server reads it all the time


class Product:
    """A running copy. People reach it at `address`, tests turn its clock and read its SMS."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address

    def begin_again(self, template: Path) -> None:
        """Friday evening, nobody came yet. Starting anew would take as long as a journey; the pages read
        everything from the database, so it is enough to put that back, through SQLite's own backup."""
        with closing(sqlite3.connect(template / DATABASE)) as fresh, closing(self._database()) as live:
            fresh.backup(live)
        (self.folder / "sms.jsonl").unlink(missing_ok=True)
        set_clock(self.folder, EVENING)

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / DATABASE, timeout=20)

    def turn_clock(self, moment: datetime) -> None:
        """Live on from `moment`; forward only, as in life."""
        assert moment > self.now(), f"the clock shows {self.now()}"
        set_clock(self.folder, moment)

    def now(self) -> datetime:
        offset = float((self.folder / "clock").read_text())
        return datetime.fromtimestamp(time.time() + offset, SHANGHAI)

    def sms(self, phone: str) -> list[str]:
        """What was sent to `phone`, oldest first."""
        outbox = self.folder / "sms.jsonl"
        lines = outbox.read_text(encoding="utf-8").splitlines() if outbox.exists() else []
        return [sent["text"] for sent in map(json.loads, lines) if sent["number"] == phone]

    def code_for(self, phone: str) -> str:
        """The last sign-in code sent to `phone`."""
        codes = [found for text in self.sms(phone) for found in re.findall(r"验证码 (\d{6})", text)]
        assert codes, f"no code was sent to {phone}"
        return codes[-1]

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")


@contextmanager
def served(template: Path, folder: Path):
    """A copy of `template` served from `folder`; ends with the block, by its own process id."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*LINGONG, "serve", "--port", "0", "--workers", "2"], env=environment(folder), cwd=folder,
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield Product(folder, _address(folder, server))
        finally:
            server.terminate()
            ended = server.wait(timeout=30)
    assert ended == 0, f"lingong serve ended with {ended}"


def _address(folder: Path, server: "subprocess.Popen[bytes]") -> str:
    """What the READY line says, once it is there."""
    patience = time.monotonic() + START_SECONDS
    while time.monotonic() < patience and server.poll() is None:
        log = (folder / "log").read_text(encoding="utf-8")
        if found := re.search(r"^READY (\S+)", log, re.MULTILINE):
            return found[1].rstrip("/")
        time.sleep(0.1)
    raise AssertionError(f"the product did not start:\n{(folder / 'log').read_text()[-3000:]}")
