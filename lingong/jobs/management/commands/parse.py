"""`lingong parse`: JSON lines with pasted texts in, JSON lines with their readings out; no database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import TextIOWrapper
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from lingong.jobs.intake.read import read
from lingong.lib.clock import SHANGHAI
from lingong.regions.profile import named, profile_names


@dataclass(frozen=True, slots=True)
class Posted:
    """One line of input."""

    id: Any
    text: str
    published: date | None


class Command(BaseCommand):
    help = 'Read casual-job texts: stdin JSON lines {"id", "text", "published"?}, stdout JSON lines (READING.md).'
    requires_system_checks = ()  # nothing but text is needed

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--profile", metavar="NAME", help="local rates; without it the national floor applies"
        )

    def handle(self, *, profile: str | None, **options: Any) -> None:
        rates = _rates(profile)
        _speak_utf8()
        bad = 0
        for number, line in enumerate(tqdm(sys.stdin, desc="parse", unit="条", disable=None), 1):
            if not line.strip():
                continue
            try:
                self.stdout.write(_reading(_posted(line), rates))
            except ValueError as error:
                bad += 1
                self.stderr.write(f"第 {number} 行：{error}")
        if bad:
            raise CommandError(f"有 {bad} 行没有读，请按上面的行号改正后再来；其余各行已输出。")


def _rates(name: str | None) -> Mapping[str, Any] | None:
    """The wage levels of the profile called `name`."""
    if name is None:
        return None
    try:
        found = named(name)
    except KeyError as error:
        raise CommandError(f"没有名为“{name}”的地方设置，可以是：{'、'.join(profile_names())}") from error
    return {section: found.get(section) for section in ("minimum_wage", "wage")}


def _speak_utf8() -> None:
    """UTF-8 whatever the locale says; a broken byte spoils its own line only."""
    streams: Iterable[object] = (sys.stdin, sys.stdout, sys.stderr)
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "strict"
            )


def _posted(line: str) -> Posted:
    """One line of input. Raises ValueError with a sentence that says what is wrong."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"不是一行完整的 JSON（{error.msg}）") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError('要有 "text"，而且是文字')
    try:
        json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise ValueError("含有不是 UTF-8 的字符") from error
    return Posted(record.get("id"), record["text"], day_of(record.get("published")))


def day_of(value: object) -> date | None:
    """`2026-11-20`, or the day in Shanghai of a moment."""
    if value in (None, ""):
        return None
    if not isinstance(value, str):
        raise ValueError('"published" 要写成 2026-11-20 这样的日期')
    try:
        if len(value) == len("2026-11-20"):
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f'"published" 不是日期：{value}') from error
    return (moment.astimezone(SHANGHAI) if moment.tzinfo else moment).date()


def _reading(posted: Posted, rates: Mapping[str, Any] | None) -> str:
    """The line of output."""
    reading = read(posted.text, published=posted.published, profile=rates)
    return json.dumps({"id": posted.id, **reading.as_json()}, ensure_ascii=False)
