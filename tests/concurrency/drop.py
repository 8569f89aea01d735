"""Take a constraint away from a scratch database, to see the trial fail without it."""

import re

from tests.concurrency.scratch import Scratch

NOT_OVERFULL = "jobs_posting_not_overfull"
NO_OVERLAP = "workers_taken_no_overlap"


def drop_not_overfull(scratch: Scratch) -> None:
    """CHECK (filled <= headcount) of a posting."""
    with scratch.connected() as connection:
        if not scratch.is_sqlite:
            connection.execute(f"ALTER TABLE jobs_posting DROP CONSTRAINT {NOT_OVERFULL}")
            return
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'jobs_posting'").fetchone()
        without = re.sub(rf', CONSTRAINT "{NOT_OVERFULL}" CHECK \("filled" <= \("headcount"\)\)', "", sql)
        assert without != sql
        (version,) = connection.execute("PRAGMA schema_version").fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'jobs_posting'", (without,))
        connection.execute(f"PRAGMA schema_version = {version + 1}")
        connection.execute("PRAGMA writable_schema = OFF")


def drop_no_overlap(scratch: Scratch) -> None:
    """The exclusion constraint on a worker's promised time; on SQLite the triggers that stand for it."""
    with scratch.connected() as connection:
        if not scratch.is_sqlite:
            connection.execute(f"ALTER TABLE workers_taken DROP CONSTRAINT {NO_OVERLAP}")
            return
        found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?"
        names = [name for (name,) in connection.execute(found, (f"{NO_OVERLAP}%",))]
        assert names
        for name in names:
            connection.execute(f'DROP TRIGGER "{name}"')
