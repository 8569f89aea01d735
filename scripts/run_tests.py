"""All checks, one after the other: `make test`. Every part runs, also after one that failed.

Ends with the time of each part and one line `N passed, M failed, K skipped`: tests are counted one
by one, every other part as one.
"""

import getpass
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import psycopg

BIN = os.path.dirname(sys.executable)
PYTEST = [sys.executable, "-m", "pytest", "-q"]
# The house rules and the tools without a model say the same on every database.
SAME_ON_EVERY_DATABASE = ["--ignore=tests/house", "--ignore=tests/lib", "--ignore=tests/scripts"]
SUMMARY = re.compile(r"=*\s*\d+ \w+.* in [\d.]+s")  # pytest's closing line
TALLY = re.compile(r"(\d+) (passed|failed|skipped|errors?)\b")
NO_TESTS = 5  # pytest's exit code where nothing was selected


@dataclass
class Part:
    name: str
    command: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    skip: str = ""


def tool(name: str) -> str:
    return os.path.join(BIN, name)


def postgres() -> str:
    """The address of a PostgreSQL on this machine that lets us create databases, or nothing."""
    given = os.environ.get("TEST_POSTGRES_URL", "")
    users = dict.fromkeys([getpass.getuser(), "root", "postgres"])
    for base in [given] if given else [f"postgresql://{user}@127.0.0.1:5432" for user in users]:
        try:
            with psycopg.connect(f"{base.rstrip('/')}/postgres", connect_timeout=3) as connection:
                may = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                row = connection.execute(may).fetchone()
        except psycopg.OperationalError:
            continue
        if row and row[0]:
            # A test database need not outlive a power cut.
            return f"{base.rstrip('/')}/lingong?options=-c%20synchronous_commit%3Doff"
    return ""


def parts() -> list[Part]:
    database = postgres()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    fonts = bool(shutil.which("fc-list")) and bool(
        subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout
    )
    missing = ["chromium"] * (not chromium) + ["fonts-noto-cjk"] * (not fonts)
    return [
        Part("lint", [tool("ruff"), "check", "."]),
        Part("format", [tool("ruff"), "format", "--check", "."]),
        Part("contract", [tool("lint-imports"), "--no-logo"]),
        Part("types", [tool("mypy")]),
        Part("tests on SQLite", [*PYTEST, "-n", "auto", "-m", "not browser"], {"DATABASE_URL": ""}),
        Part(
            "tests on PostgreSQL",
            [*PYTEST, "-n", "auto", "-m", "not browser", *SAME_ON_EVERY_DATABASE],
            {"DATABASE_URL": database},
            skip=""
            if database
            else "none answers on 127.0.0.1:5432: sudo apt-get install postgresql, or set TEST_POSTGRES_URL",
        ),
        Part(
            "tests in the browser",
            [*PYTEST, "-n", "4", "-m", "browser", "tests/journeys"],
            {"DATABASE_URL": ""},
            skip=f"sudo apt-get install {' '.join(missing)}" if missing else "",
        ),
    ]


def run(part: Part, tally: Counter[str]) -> bool:
    """Run one part, showing what it prints, and count it. True where it passed."""
    environment = {key: value for key, value in (os.environ | part.environment).items() if value}
    found: list[tuple[str, str]] = []
    with subprocess.Popen(
        part.command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            found = TALLY.findall(line) if "pytest" in part.command and SUMMARY.match(line) else found
    for number, outcome in found:
        tally["failed" if outcome.startswith("error") else outcome] += int(number)
    passed = process.returncode in ({0, NO_TESTS} if "pytest" in part.command else {0})
    if not found:
        tally["passed" if passed else "failed"] += process.returncode != NO_TESTS
    return passed


def main() -> int:
    tally: Counter[str] = Counter()
    lines, failed = [], []
    for part in parts():
        print(f"\n=== {part.name}", flush=True)
        if part.skip:
            print(f"left out: {part.skip}")
            lines.append(f"{part.name:22}      --  left out: {part.skip}")
            continue
        started = time.monotonic()
        passed = run(part, tally)
        lines.append(f"{part.name:22} {time.monotonic() - started:6.1f}s {'' if passed else ' FAILED'}")
        failed += [] if passed else [part.name]
    print("\n" + "\n".join(lines))
    if failed and not tally["failed"]:
        tally["failed"] = len(failed)
    print(f"\n{tally['passed']} passed, {tally['failed']} failed, {tally['skipped']} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
