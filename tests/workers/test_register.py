"""The worker's record: few facts to begin with, kept fresh, silent ones age."""

from datetime import timedelta

import pytest

from lingong.lib.refusal import Refusal
from lingong.workers.calendar import free_time, take_time
from lingong.workers.models import Taken, Worker, born_month
from lingong.workers.record import note_absence_corrected, note_absent, note_attended
from lingong.workers.register import age_silent, edit_wishes, look_for_work, register_worker, rest
from tests.cast import COUNTY, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def test_a_name_a_trade_and_a_district_are_enough(cast):
    person = cast.person("周六", phone="13900000051", verified=False)
    worker = register_worker(person=person, trades=["cleaning"], by=cast.as_worker(cast.wang), now=cast.now)
    assert (worker.region, worker.available, worker.waiting_since_at) == (COUNTY, True, cast.now)


def test_without_a_trade_one_is_asked_and_nothing_is_written(cast):
    person = cast.person("周六", phone="13900000051", verified=False)
    with pytest.raises(Refusal) as refused:
        register_worker(person=person, trades=[], by=cast.as_worker(cast.wang), now=cast.now)
    assert refused.value.field == "trades"
    assert not Worker.objects.filter(person=person).exists()


def test_registering_twice_is_refused(cast):
    with pytest.raises(Refusal) as refused:
        register_worker(
            person=cast.wang.person, trades=["cleaning"], by=cast.as_worker(cast.wang), now=cast.now
        )
    assert refused.value.code == "workers.registered"


def test_a_move_takes_the_grid_cell_of_every_trade_along(cast):
    before = set(cast.wang.trades.values_list("row", "column"))
    edit_wishes(
        worker=cast.wang, by=cast.as_worker(cast.wang), now=cast.now, trades=["labourer", "cleaning"], region=COUNTY,
        reach_km=5, floor_fen_per_hour=20_00, lat=34.5, lon=118.9,
    )  # fmt: skip
    after = set(cast.wang.trades.values_list("row", "column"))
    assert len(after) == 1
    assert after != before


def test_waiting_begins_with_looking_and_ends_with_rest(cast):
    by = cast.as_worker(cast.wang)
    look_for_work(worker=cast.wang, by=by, now=cast.now + timedelta(hours=5))
    cast.wang.refresh_from_db()
    assert cast.wang.waiting_since_at == cast.now, "confirming again keeps the place in waiting time"
    rest(worker=cast.wang, by=by, now=cast.now)
    cast.wang.refresh_from_db()
    assert (cast.wang.available, cast.wang.waiting_since_at) == (False, None)


def test_silent_records_stop_looking_after_thirty_days(cast):
    assert cast.wang
    assert age_silent(now=cast.now + timedelta(days=30)) == 0
    assert age_silent(now=cast.now + timedelta(days=30, seconds=1)) == 1
    assert not Worker.objects.looking(cast.now.date()).exists()


def test_the_month_of_birth_is_rounded_so_that_nobody_is_taken_for_older(cast):
    born = cast.wang.person.born
    assert born_month(born) > born
    assert born_month(born).day == 1
    assert (born_month(born) - born).days <= 31
    assert born_month(born.replace(month=12)).year == born.year + 1


def test_a_promise_meets_no_other_and_touching_ones_are_fine(cast):
    hour = timedelta(hours=1)
    start = cast.now
    first, second = cast.firm.public_id, cast.wang.public_id
    take_time(worker_id=cast.wang.pk, promise=first, spans=[(start, start + hour)])
    take_time(worker_id=cast.wang.pk, promise=second, spans=[(start + hour, start + 2 * hour)])
    with pytest.raises(Refusal) as refused:
        take_time(worker_id=cast.wang.pk, promise=second, spans=[(start + hour / 2, start + 3 * hour)])
    assert refused.value.code == "workers.overlap"
    free_time(promise=first, starts=[start])
    assert Taken.objects.count() == 1


def test_the_record_is_written_down_and_corrected(cast):
    assert cast.wang.reliability is None, "unknown before the first shift"
    note_attended([cast.wang.pk])
    note_absent([cast.wang.pk])
    cast.wang.refresh_from_db()
    assert cast.wang.reliability == 0.5
    note_absence_corrected(cast.wang.pk)
    note_absence_corrected(cast.wang.pk)
    cast.wang.refresh_from_db()
    assert cast.wang.reliability == 1.0
