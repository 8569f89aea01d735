"""`lingong import WHAT [FILE]`: load a table; every wrong row is named, and exit is 0 only on success."""

import inspect
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string
from tqdm import tqdm

from lingong.lib.report import ImportReport


class Command(BaseCommand):
    help = "Import a table (settings.IMPORTERS names what can be imported)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", metavar="WHAT", help=f"one of {', '.join(sorted(settings.IMPORTERS))}")
        parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="UTF-8 CSV, plain or .gz")

    def handle(self, *, what: str, file: Path | None, **options: Any) -> None:
        if what not in settings.IMPORTERS:
            raise CommandError(f"没有“{what}”这种导入，可以是：{'、'.join(sorted(settings.IMPORTERS))}")
        load = import_string(settings.IMPORTERS[what])
        if file is None and inspect.signature(load).parameters["path"].default is inspect.Parameter.empty:
            raise CommandError(f"请写出要导入的文件：lingong import {what} 文件")
        with tqdm(desc=what, unit="行", disable=None) as bar:
            report: ImportReport = load(file, progress=lambda done, total: self._show(bar, done, total))
        for error in report.errors:
            self.stderr.write(str(error))
        if report.errors:
            raise CommandError(str(report))
        self.stdout.write(str(report))

    @staticmethod
    def _show(bar: "tqdm[Any]", done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)
