"""Scratch databases on the engine of DATABASE_URL, made and removed here; asked in plain SQL."""

import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg


@dataclass(frozen=True)
class Scratch:
    """A database and a folder for what lies beside it."""

    url: str
    folder: Path

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @contextmanager
    def connected(self) -> Iterator[Any]:
        if self.is_sqlite:
            connection = sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20)
        else:
            connection = psycopg.connect(self.url)
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    def number(self, sql: str, *values: object) -> int:
        """The one number a query gives; `?` stands for a value."""
        with self.connected() as connection:
            row = connection.execute(sql if self.is_sqlite else sql.replace("?", "%s"), values).fetchone()
        return int(row[0])

    def key(self, public_id: str) -> str:
        """A public id as the engine keeps it."""
        return public_id.replace("-", "") if self.is_sqlite else public_id

    def copied(self) -> "Scratch":
        """Another one with the same content. Nobody may be connected."""
        folder = Path(tempfile.mkdtemp(prefix="lingong-scratch-"))
        if self.is_sqlite:
            path = folder / "db.sqlite3"
            with self.connected() as connection:
                connection.execute("VACUUM INTO ?", (str(path),))
            return Scratch(f"sqlite:///{path}", folder)
        return Scratch(_created(self.url, template=_name(self.url)), folder)

    def removed(self) -> None:
        if not self.is_sqlite:
            with _maintenance(self.url) as connection:
                connection.execute(f'DROP DATABASE IF EXISTS "{_name(self.url)}" WITH (FORCE)')
        shutil.rmtree(self.folder, ignore_errors=True)


def scratch(base: str) -> Scratch:
    """An empty database on the engine and server of `base`."""
    folder = Path(tempfile.mkdtemp(prefix="lingong-scratch-"))
    if base.startswith("sqlite"):
        return Scratch(f"sqlite:///{folder / 'db.sqlite3'}", folder)
    return Scratch(_created(base), folder)


def _created(base: str, template: str = "template0") -> str:
    name = f"lingong_scratch_{uuid.uuid4().hex[:12]}"
    with _maintenance(base) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return _named(base, name)


def _maintenance(url: str) -> "psycopg.Connection[Any]":
    return psycopg.connect(_named(url, "postgres"), autocommit=True)


def _named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _name(url: str) -> str:
    return urlsplit(url).path.lstrip("/")
