"""Texts with the reading a person gave them: the project's samples and our own."""

import json
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from lingong.jobs.intake.read import read
from lingong.jobs.intake.reading import Reading

DATA = Path(__file__).resolve().parents[2] / "data"


def rows(*folders: str) -> list[dict[str, Any]]:
    """Every text of the JSON-lines files in these folders of tests/data."""
    files = [path for folder in folders for path in sorted((DATA / folder).glob("*.jsonl"))]
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


def reading_of(row: dict[str, Any]) -> Reading:
    return read(row["text"], published=date.fromisoformat(row["published"]))


def differences(row: dict[str, Any]) -> Iterator[str]:
    """Where the reading is not what the gold says; only what the gold names is compared."""
    reading = reading_of(row)
    for name, wanted in row["gold"].items():
        if name == "flags":
            yield from _flag_differences(wanted, reading)
            continue
        got = _plain(len(reading.parts) if name == "parts" else getattr(reading, name))
        if got != wanted:
            yield f"{name}: {got!r}, should be {wanted!r}"


def _flag_differences(wanted: list[dict[str, str]], reading: Reading) -> Iterator[str]:
    quotes = {flag.code: flag.quote for flag in reading.flags}
    codes = {flag["code"] for flag in wanted}
    if quotes.keys() != codes:
        yield f"flags: {sorted(quotes)}, should be {sorted(codes)}"
    for flag in wanted:
        if "quote" in flag and quotes.get(flag["code"]) != flag["quote"]:
            yield f"quote of {flag['code']}: {quotes.get(flag['code'])!r}, should be {flag['quote']!r}"


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.strftime("%H:%M") if isinstance(value, time) else value
