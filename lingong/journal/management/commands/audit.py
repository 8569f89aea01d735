"""`lingong audit`: is the record of what happened complete and unchanged? Names the first thing that is not."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from lingong.lib import clock

from ...audit import Report, audit
from ...models import Chain


class Command(BaseCommand):
    help = "Check the audit chain against its events and its anchors: exit 0 intact, 1 broken, missing or too short."
    requires_system_checks = ()  # the journal alone is asked

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *, json: bool, **options: Any) -> None:
        try:
            report = self._audit()
        except (DatabaseError, OSError) as error:
            text = f"查不了，数据库或存放锚的地方读不出来（{error}）。新的数据库要先运行 lingong migrate。"
            raise CommandError(text) from error
        self.stdout.write(as_json(report) if json else "\n".join(as_text(report)))
        if report.broken:
            raise CommandError(f"审计没有通过：{report.broken.text}")

    @staticmethod
    def _audit() -> Report:
        total = Chain.objects.values_list("position", flat=True).first()
        with tqdm(total=total, desc="audit", unit="条", disable=None) as bar:
            return audit(progress=lambda done: Command._show(bar, done))

    @staticmethod
    def _show(bar: "tqdm[Any]", done: int) -> None:
        bar.update(done - bar.n)


def as_text(report: Report) -> Iterator[str]:
    """The report in words, a fact a line."""
    yield f"链 {report.chain or '（没有）'}"
    yield f"逐条核对无误的封存事件：{report.sealed} 条" + ("，到此为止。" if report.broken else "。")
    if report.anchors:
        yield f"锚：{report.anchors} 个，最远证明到第 {report.anchored} 位。"
    else:
        files = report.files_of_other_chains
        others = f"（这里有其他链的 {files} 个锚文件）" if files else ""
        yield f"没有这条链的锚{others}：链尾被切掉或整条重封都看不出来，请检查 LINGONG_ANCHORS。"
    if report.torn_anchors:
        yield f"有 {report.torn_anchors} 行锚没有写完（断电或磁盘满），没有采用。"
    if report.unanchored and not report.broken:
        yield f"还没有锚定的链尾：{report.unanchored} 条。"
    if report.unsealed:
        yield f"还没有封存的事件：{report.unsealed} 条" + _about_unsealed(report)


def _about_unsealed(report: Report) -> str:
    oldest, below = report.oldest_unsealed_at, report.unsealed_below
    when = f"，最早的发生在 {clock.local(oldest):%Y-%m-%d %H:%M}" if oldest else "，有的连时间都读不出来"
    which = f"；其中 {below} 条的编号比已封存的还小：是迟到的提交，或者是后来插进去的" if below else ""
    return f"{when}{which}。"


def as_json(report: Report) -> str:
    """The same for programs; `broken` is null where the chain is intact."""
    broken, oldest = report.broken, report.oldest_unsealed_at
    return json.dumps(
        {
            "intact": broken is None, "chain": report.chain, "sealed": report.sealed,
            "anchors": report.anchors, "anchored": report.anchored, "unanchored": report.unanchored,
            "torn_anchors": report.torn_anchors, "files_of_other_chains": report.files_of_other_chains,
            "unsealed": report.unsealed, "unsealed_below": report.unsealed_below,
            "oldest_unsealed_at": oldest.isoformat() if oldest else None,
            "broken": broken
            and {"code": broken.code, "position": broken.position, "event": broken.event, "text": broken.text},
        },
        ensure_ascii=False,
    )  # fmt: skip
