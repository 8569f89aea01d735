"""Reading a pasted posting: milliseconds a text, and how they grow with its length (figure 8: ≤ 5 ms)."""

import json
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from lingong.jobs.intake.read import read

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
SENTENCE = "急招小工5名，明早6点到城东建材市场南门集合，180元/天，日结，管中午饭。"
DAY = date(2026, 11, 20)


def main() -> None:
    texts = [
        json.loads(line)["text"]
        for path in sorted([*DATA.glob("samples/*.jsonl"), *DATA.glob("reading/*.jsonl")])
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    times = sorted(_milliseconds(text) for text in texts)
    print(f"{len(texts)} texts: median {median(times):.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f} ms")
    one = _milliseconds(SENTENCE)
    for n in (2, 5, 20):
        print(f"the same sentence {n} times over: {_milliseconds(SENTENCE * n) / one:.1f} × one")


def _milliseconds(text: str) -> float:
    """The best of three, so that a busy machine counts less."""
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        read(text, published=DAY)
        best = min(best, perf_counter() - start)
    return best * 1000


if __name__ == "__main__":
    main()
