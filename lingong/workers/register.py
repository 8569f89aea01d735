"""Register a worker with the fewest facts: who, which trades, where. The rest can come later."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from lingong.journal.actor import SYSTEM, Actor
from lingong.journal.record import record
from lingong.lib.geo import cell
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.people.models import Person

from .models import Certificate, Worker, WorkerTrade, born_month

REGISTERED = Refusal("workers.registered", "您已经登记过找活了，在“我的”里可以修改。")
FRESH = timedelta(days=30)  # a record nobody confirmed for so long is dormant


def register_worker(
    *, person: Person, trades: Iterable[str], by: Actor, now: datetime, region: str = "", lat: float | None = None,
    lon: float | None = None, reach_km: int = 15, floor_fen_per_hour: int = 0,
) -> Worker:  # fmt: skip
    """Give `person` the worker's role, looking for work from now on."""
    taken = {"workers_worker_person_id_key": REGISTERED, "workers_worker.person_id": REGISTERED}
    with transaction.atomic(), refusing(taken):
        worker = Worker.objects.create(
            person=person, region=region or person.region, lat=lat, lon=lon, reach_km=reach_km,
            floor_fen_per_hour=floor_fen_per_hour, waiting_since_at=now, confirmed_at=now,
            born_month_date=born_month(person.born),
        )  # fmt: skip
        _write_trades(worker, trades)
        record("workers.registered", worker, by=by, now=now, region=worker.region, trades=sorted(set(trades)))
    return worker


def edit_wishes(
    *, worker: Worker, by: Actor, now: datetime, trades: Iterable[str], region: str, reach_km: int,
    floor_fen_per_hour: int, lat: float | None, lon: float | None, settlement_wish: str = "", experience: str = "",
) -> None:  # fmt: skip
    """Change what the worker wants and can do."""
    with transaction.atomic():
        Worker.objects.filter(pk=worker.pk).update(
            region=region, reach_km=reach_km, floor_fen_per_hour=floor_fen_per_hour, lat=lat, lon=lon,
            settlement_wish=settlement_wish, experience=experience, confirmed_at=now, version=worker.version + 1,
        )  # fmt: skip
        worker.refresh_from_db()
        _write_trades(worker, trades)
        record("workers.edited", worker, by=by, now=now, region=region, trades=sorted(set(trades)))


def look_for_work(*, worker: Worker, by: Actor, now: datetime, until: date | None = None) -> None:
    """“今天能干”: the worker is looking, until a day if given; keeps the place in waiting time."""
    with transaction.atomic():
        Worker.objects.filter(pk=worker.pk).update(
            available=True,
            available_until_date=until,
            confirmed_at=now,
            waiting_since_at=worker.waiting_since_at or now,
        )
        record("workers.looking", worker, by=by, now=now, region=worker.region)


def rest(*, worker: Worker, by: Actor, now: datetime) -> None:
    """The worker is not looking now: no invitations, no place in waiting time."""
    with transaction.atomic():
        Worker.objects.filter(pk=worker.pk).update(available=False, waiting_since_at=None, confirmed_at=now)
        record("workers.resting", worker, by=by, now=now, region=worker.region)


def set_ranking(*, worker: Worker, opted_out: bool, by: Actor, now: datetime) -> None:
    """Opt out of automated ranking (listed by time then), or back in."""
    with transaction.atomic():
        Worker.objects.filter(pk=worker.pk).update(opted_out=opted_out)
        record("workers.ranking", worker, by=by, now=now, opted_out=opted_out)


def age_silent(*, now: datetime) -> int:
    """Records nobody confirmed for 30 days stop looking; returns how many."""
    silent = Worker.objects.filter(available=True, confirmed_at__lt=now - FRESH)
    with transaction.atomic():
        ids = [str(i) for i in silent.values_list("public_id", flat=True)[:1000]]
        if ids:
            Worker.objects.filter(public_id__in=ids).update(available=False, waiting_since_at=None)
            record("workers.aged", ("worker", ids[0]), by=SYSTEM, now=now, workers=ids)
    return len(ids)


def see_certificate(
    *, worker: Worker, kind: str, valid_until: date | None, by: Actor, now: datetime
) -> Certificate:
    """Staff saw the paper: from now on it counts."""
    with transaction.atomic():
        row, _ = Certificate.objects.update_or_create(
            worker=worker,
            kind=kind,
            defaults={"valid_until_date": valid_until, "seen_by": by.user, "seen_at": now},
        )
        record("workers.certificate_seen", worker, by=by, now=now, region=worker.region)
    return row


def _write_trades(worker: Worker, trades: Iterable[str]) -> None:
    wanted = set(trades)
    if not wanted:
        raise Refusal("workers.no_trade", "请至少选一个工种；什么都能干就选“小工/普工”。", field="trades")
    row, column = (
        cell(worker.lat, worker.lon) if worker.lat is not None and worker.lon is not None else (None, None)
    )
    worker.trades.exclude(trade__in=wanted).delete()
    worker.trades.update(row=row, column=column)
    have = set(worker.trades.values_list("trade", flat=True))
    WorkerTrade.objects.bulk_create(
        WorkerTrade(worker=worker, trade=trade, row=row, column=column) for trade in sorted(wanted - have)
    )
