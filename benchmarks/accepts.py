"""Twenty at once for one place, and two gigs at the same hours, over HTTP: 200 trials on every database here.

`TRIALS=1000 make bench ARGS=accepts` runs more. Ends with 1 if one trial went wrong.
"""

import os
import sys
import time
from collections import Counter

from scripts.run_tests import postgres
from tests.concurrency.scratch import scratch
from tests.concurrency.served import serving, staged
from tests.concurrency.trials import OVERLAP, PLACE, one_place, overlapping

TRIALS = int(os.environ.get("TRIALS", "200"))


def main() -> int:
    bases = {"SQLite": "sqlite:///", "PostgreSQL": postgres()}
    return max(run(name, base) if base else left_out(name) for name, base in bases.items())


def left_out(name: str) -> int:
    print(f"{name}: left out, none answers on this machine")
    return 0


def run(name: str, base: str) -> int:
    made = scratch(base)
    wrong = 0
    answers = {PLACE: Counter(), OVERLAP: Counter()}
    try:
        ids = staged(made, TRIALS)
        started = time.perf_counter()
        with serving(made, "--workers", "2") as served:
            for trial in range(TRIALS):
                place, overlap = one_place(served, ids, trial), overlapping(served, ids, trial)
                answers[PLACE] += place.answers
                answers[OVERLAP] += overlap.answers
                if trial % 20 == 19:
                    print(f"{name}: {trial + 1} of {TRIALS}", file=sys.stderr, flush=True)
                wrong += not place.is_right(19, PLACE) or not overlap.is_right(1, OVERLAP)
    finally:
        made.removed()
    took = time.perf_counter() - started
    print(f"{name}: {TRIALS} trials of each, {wrong} wrong, {took:.0f} s")
    for what, counted in answers.items():
        told = ", ".join(f"{number} × {status} {code}".rstrip() for (status, code), number in counted.items())
        print(f"  {what:16} {told}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
