"""`lingong serve`: web and job worker in the foreground, until a signal."""

import os
import subprocess
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from ..serving import CannotServe, serve

FEWEST, MOST = 2, 64


class Command(BaseCommand):
    help = "Serve the pages and run the jobs in the foreground; prints READY <address>, ends on SIGTERM or SIGINT."

    requires_system_checks = []  # the web processes load the pages, this one does not

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="on 127.0.0.1; 0 chooses a free one")
        parser.add_argument(
            "--workers", type=int, default=max(FEWEST, min(4, os.cpu_count() or FEWEST)),
            help="web processes (at least 2, default: one a processor, at most 4)",
        )  # fmt: skip

    def handle(self, *args: Any, port: int, workers: int, **options: Any) -> None:
        if not FEWEST <= workers <= MOST:
            raise CommandError(f"--workers: {FEWEST} to {MOST}")
        require_migrated()
        collect_static()
        connections.close_all()
        try:
            serve(port=port, workers=workers, say=self.say)
        except CannotServe as error:
            raise CommandError(str(error)) from error

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def require_migrated() -> None:
    """Refuse a database that is not there or not up to date."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {error}") from error
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not up to date. Run: lingong migrate")


def collect_static() -> None:
    """Put the static files where the web processes serve them from, compressed and named by their content."""
    os.environ["LINGONG_COLLECTED"] = "1"
    command = [
        sys.executable,
        "-m",
        "lingong",
        "collectstatic",
        "--no-input",
        "--skip-checks",
        "--verbosity=0",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"The static files cannot be collected: {done.stderr.strip().splitlines()[-1]}")
