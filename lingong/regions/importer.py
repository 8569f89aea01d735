"""`lingong import regions [FILE]`: divisions and special zones from a table, all of it or nothing.

`reading.py` says what the columns mean.  Rows are matched by code and `valid_from`; what a file does
not mention stays.  Reading and checking need no transaction; writing is one short one.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import fields
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection, transaction

from lingong.lib.report import ImportReport, Progress
from lingong.regions.checks import check_relations, name_in_full
from lingong.regions.models import Division, SpecialZone
from lingong.regions.reading import DatedRow, DivisionRow, Key, ZoneRow, read_rows

BUNDLED = Path(__file__).parent / "data" / "divisions.csv.gz"
CHUNK = 500  # rows in one statement: 5,000 values, well under what either database takes

Row = TypeVar("Row", bound=DatedRow)


def load_all(*, progress: Progress | None = None) -> ImportReport:
    """Every division of the country as the package brings it: 45,000 rows; a second time changes nothing."""
    return import_divisions(progress=progress)


def import_divisions(path: Path | str | None = None, *, progress: Progress | None = None) -> ImportReport:
    """Load a table of divisions (default: the bundled one). With any error nothing is written."""
    report = ImportReport()
    divisions, zones = read_rows(Path(path or BUNDLED), report)
    held = _stored(Division, DivisionRow)
    merged = {key: copy(row) for key, row in held.items()} | divisions
    check_relations(divisions, merged, report)
    if not report.ok:
        report.errors.sort(key=lambda error: error.line)
        return report
    name_in_full(merged)
    with transaction.atomic():
        _insert(_change(Division, held, merged, report), progress)
        fresh = _change(SpecialZone, _stored(SpecialZone, ZoneRow), zones, report)
        SpecialZone.objects.bulk_create(SpecialZone(**_values(row)) for row in fresh)
    report.unchanged = len(divisions) + len(zones) - report.created - report.updated
    return report


def _columns(kind: type[DatedRow]) -> list[str]:
    return [field.name for field in fields(kind) if field.name != "line"]


def _stored(model: type[Division] | type[SpecialZone], kind: type[Row]) -> dict[Key, Row]:
    rows = (kind(*values) for values in model.objects.values_list(*_columns(kind)))
    return {(row.code, row.valid_from): row for row in rows}


def _change(
    model: type[Division] | type[SpecialZone],
    held: Mapping[Key, Row],
    wanted: Mapping[Key, Row],
    report: ImportReport,
) -> list[Row]:
    """Change stored rows to what the table says and return the rows to create: ends come before beginnings."""
    changed = {key: row for key, row in wanted.items() if key in held and held[key] != row}
    created = [row for key, row in wanted.items() if key not in held]
    for (code, start), row in changed.items():
        model.objects.filter(code=code, valid_from=start).update(**_values(row))
    report.created += len(created)
    report.updated += len(changed)
    return created


def _values(row: DatedRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _columns(type(row))}


def _insert(rows: Sequence[DivisionRow], progress: Progress | None) -> None:
    """Create divisions. Plain SQL: `bulk_create` needs three times as long for 45,000 rows."""
    columns = _columns(DivisionRow)
    values_of, quote = attrgetter(*columns), connection.ops.quote_name
    table, names = quote(Division._meta.db_table), ", ".join(map(quote, columns))
    one_row = f"({', '.join(['%s'] * len(columns))})"
    day = cache(connection.ops.adapt_datefield_value)
    with connection.cursor() as cursor:
        for begin in range(0, len(rows), CHUNK):
            chunk = rows[begin : begin + CHUNK]
            values = [day(v) if isinstance(v, date) else v for row in chunk for v in values_of(row)]
            lines = ", ".join([one_row] * len(chunk))
            cursor.execute(f"INSERT INTO {table} ({names}) VALUES {lines}", values)
            if progress:
                progress(begin + len(chunk), len(rows))
