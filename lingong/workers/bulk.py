"""Many workers at once: people and their role, with the checks and rows of `register_worker`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.batch import BatchReport, in_chunks
from lingong.lib.geo import cell
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress
from lingong.people import bulk as people

from .models import Worker, WorkerTrade, born_month

REFUSALS = people.REFUSALS | {
    "workers_worker_reach": Refusal("workers.reach", "最远公里数请填 1 到 500。", field="reach_km"),
}


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """One new person and what `register_worker` asks for."""

    person: people.PersonRow
    trades: Sequence[str]
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    reach_km: int = 15
    floor_fen_per_hour: int = 0


Checked = tuple[WorkerRow, people.CheckedPerson]


def register_workers(
    rows: Sequence[WorkerRow], *, by: Actor, now: datetime, progress: Progress | None = None
) -> BatchReport:
    """Enter many workers, looking for work from now on; the report names each row refused and why."""
    return in_chunks(
        rows,
        check=_check,
        write=lambda checked: _write(checked, by=by, now=now),
        refusals=REFUSALS,
        progress=progress,
    )


def _check(row: WorkerRow) -> Checked:
    person = people.check_person(row.person)
    if not set(row.trades):
        raise Refusal("workers.no_trade", "请至少选一个工种；什么都能干就选“小工/普工”。", field="trades")
    return row, person


def _write(checked: Sequence[Checked], *, by: Actor, now: datetime) -> list[str]:
    persons = people.write_people([person for _, person in checked], by=by, now=now)
    workers = [
        Worker(
            person=person, region=row.region or person.region, lat=row.lat, lon=row.lon, reach_km=row.reach_km,
            floor_fen_per_hour=row.floor_fen_per_hour, waiting_since_at=now, confirmed_at=now,
            born_month_date=born_month(person.born),
        )
        for (row, _), person in zip(checked, persons, strict=True)
    ]  # fmt: skip
    Worker.objects.bulk_create(workers)
    WorkerTrade.objects.bulk_create(
        trade
        for (row, _), worker in zip(checked, workers, strict=True)
        for trade in _trades(worker, row.trades)
    )
    ids = [str(worker.public_id) for worker in workers]
    record("workers.registered", ("batch", str(uuid4())), by=by, now=now, workers=ids)
    return ids


def _trades(worker: Worker, trades: Sequence[str]) -> list[WorkerTrade]:
    row, column = (
        cell(worker.lat, worker.lon) if worker.lat is not None and worker.lon is not None else (None, None)
    )
    return [WorkerTrade(worker=worker, trade=trade, row=row, column=column) for trade in sorted(set(trades))]
