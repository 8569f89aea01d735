"""No two promises of one worker may overlap: the database refuses, whoever writes."""

from django.db import migrations

NAME = "workers_taken_no_overlap"

POSTGRES = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"""ALTER TABLE workers_taken ADD CONSTRAINT {NAME}
        EXCLUDE USING gist (worker_id WITH =, tstzrange(start_at, end_at) WITH &&)""",
]
POSTGRES_UNDO = [f"ALTER TABLE workers_taken DROP CONSTRAINT {NAME}"]

_CONDITION = f"""WHEN EXISTS (
        SELECT 1 FROM workers_taken t WHERE t.worker_id = NEW.worker_id AND t.id IS NOT NEW.id
        AND t.start_at < NEW.end_at AND t.end_at > NEW.start_at)
    BEGIN SELECT RAISE(ABORT, '{NAME}'); END"""
SQLITE = [
    f"CREATE TRIGGER {NAME}_insert AFTER INSERT ON workers_taken {_CONDITION}",
    f"CREATE TRIGGER {NAME}_update AFTER UPDATE ON workers_taken {_CONDITION}",
]
SQLITE_UNDO = [f"DROP TRIGGER {NAME}_insert", f"DROP TRIGGER {NAME}_update"]


def _run(schema_editor, by_vendor):
    for statement in by_vendor[schema_editor.connection.vendor]:
        # params=None: the SQLite statements hold semicolons and are one statement each.
        schema_editor.execute(statement, params=None)


def add(apps, schema_editor):
    _run(schema_editor, {"postgresql": POSTGRES, "sqlite": SQLITE})


def drop(apps, schema_editor):
    _run(schema_editor, {"postgresql": POSTGRES_UNDO, "sqlite": SQLITE_UNDO})


class Migration(migrations.Migration):
    dependencies = [("workers", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
