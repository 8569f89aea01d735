"""Page figure 6: the worker home with 20 rows against its query with a plain template, on one server.

Same middleware, same database, in turns. The ratio to bare JSON is printed too. Reached at 0.6.
"""

import statistics
import subprocess
import sys

from benchmarks.load import Load, load
from benchmarks.server import GUNICORN, free_port, wait
from tests.concurrency.scratch import scratch
from tests.concurrency.served import ROOT, environment, staged

WANTED = 0.6
ROUNDS, SECONDS, CONNECTIONS = 7, 2.0, 4
PATHS = {"worker home": "/", "plain template": "/plain/", "bare JSON": "/json/"}


def main() -> int:
    made = scratch("sqlite:///")
    try:
        staged(made, 8)  # 24 public postings: a full page of 20
        with_plain = {"DJANGO_SETTINGS_MODULE": "benchmarks.plain.settings", "PYTHONPATH": str(ROOT)}
        settings = environment(made) | with_plain | {"PYTHONWARNINGS": "ignore"}
        port = free_port()
        words = [*(word.format(port=port) for word in GUNICORN), "--workers", "2"]
        with subprocess.Popen([sys.executable, "-m", *words], env=settings) as process:
            try:
                wait(port)
                found = in_turns(f"http://127.0.0.1:{port}")
            finally:
                process.terminate()
    finally:
        made.removed()
    return report(found)


def in_turns(address: str) -> dict[str, list[Load]]:
    for path in PATHS.values():
        load(address, path, seconds=1, connections=CONNECTIONS)
    found: dict[str, list[Load]] = {name: [] for name in PATHS}
    for _ in range(ROUNDS):
        for name, path in PATHS.items():
            found[name].append(load(address, path, seconds=SECONDS, connections=CONNECTIONS))
    return found


def report(found: dict[str, list[Load]]) -> int:
    """Ratios of each round, their median: what slows the machine down slows a round as a whole."""
    for name, rounds in found.items():
        print(f"{name:15} {sorted(rounds, key=lambda one: one.per_second)[ROUNDS // 2]}")
    home = found["worker home"]
    if any(one.failed for rounds in found.values() for one in rounds):
        print("requests failed")
        return 1
    ratios = {
        name: statistics.median(a.per_second / b.per_second for a, b in zip(home, rounds, strict=True))
        for name, rounds in found.items()
    }
    print(f"worker home / plain template: {ratios['plain template']:.2f} (wanted: {WANTED})")
    print(f"worker home / bare JSON:      {ratios['bare JSON']:.2f}")
    return 0 if ratios["plain template"] >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
