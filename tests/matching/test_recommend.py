"""From the rows to the engine and back: who is found for a posting, which postings for a worker."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lingong.hiring.confirm import confirm
from lingong.hiring.invite import invite
from lingong.matching.recommend import explain, postings_near, recommend_postings, recommend_workers
from lingong.matching.ties import block, note_finished, unblock
from lingong.workers.models import Worker
from lingong.workers.register import edit_wishes, rest, set_ranking
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def found(cast, posting):
    return [row.worker for row in recommend_workers(posting=posting, now=cast.now)]


def test_only_those_of_the_trade_who_look_for_work_and_are_free(cast):
    posting = cast.posting()
    cleaner = cast.worker("孙二", phone="13900000031", trades=("cleaning",))
    resting = cast.worker("吴五", phone="13900000032")
    rest(worker=resting, by=cast.as_worker(resting), now=cast.now)
    cast.confirmed(cast.posting(), cast.zhao)  # at the same hours
    assert cast.wang in found(cast, posting)
    assert not {cleaner, resting, cast.zhao} & set(found(cast, posting))


def test_nearer_and_known_come_first_with_the_reason_in_words(cast):
    posting = cast.posting()
    far, known = cast.wang, cast.zhao
    Worker.objects.filter(pk=far.pk).update(lat=33.90, lon=118.25)
    note_finished(known.pk, cast.firm.pk)
    rows = recommend_workers(posting=posting, now=cast.now)
    assert [row.worker for row in rows] == [known, far]
    assert "给您干过 1 次" in rows[0].reasons


def test_a_block_keeps_both_apart(cast):
    posting = cast.posting()
    block(cast.wang.pk, cast.firm.pk, side="worker")
    assert cast.wang not in found(cast, posting)
    unblock(cast.wang.pk, cast.firm.pk, side="employer")
    assert cast.wang not in found(cast, posting), "only who blocked may lift it"
    unblock(cast.wang.pk, cast.firm.pk, side="worker")
    assert cast.wang in found(cast, posting)


def test_who_opted_out_of_ranking_is_listed_by_time_without_a_score(cast):
    posting = cast.posting()
    set_ranking(worker=cast.wang, opted_out=True, by=cast.as_worker(cast.wang), now=cast.now)
    rows = {row.worker: row.score for row in recommend_workers(posting=posting, now=cast.now)}
    assert rows[cast.wang] is None


def test_a_worker_finds_what_is_within_reach_and_at_the_floor(cast):
    near = cast.posting()
    cast.posting(lat=34.9, lon=118.34)  # a hundred kilometres north
    cast.posting(pay="60")
    edit_wishes(
        worker=cast.wang, by=cast.as_worker(cast.wang), now=cast.now, trades=["labourer"], region=cast.wang.region,
        reach_km=15, floor_fen_per_hour=12_00, lat=33.95, lon=118.33,
    )  # fmt: skip
    postings = list(postings_near(worker=cast.wang, now=cast.now))
    rows = recommend_postings(worker=cast.wang, postings=postings, now=cast.now)
    assert [row.posting for row in rows] == [near]
    assert any(reason.startswith("离您") for reason in rows[0].reasons)


def test_why_not_and_what_would_open_it(cast):
    posting = cast.posting(certificates="叉车证", lat=34.3)
    reasons = {reason.code: reason for reason in explain(worker=cast.wang, posting=posting, now=cast.now)[1]}
    assert set(reasons) == {"certificate_valid", "within_reach"}
    assert "叉车证" in reasons["certificate_valid"].text
    assert all(reason.opens for reason in reasons.values())


def test_an_unknown_place_is_searched_by_county(cast):
    posting = cast.posting(lat=None, lon=None)
    assert cast.wang in found(cast, posting)


def test_part_time_work_counts_its_week(cast):
    monday = date(2026, 11, 23)
    long = cast.posting(gig_type="hourly", first_day=monday, days=5, start=time(8), end=time(12))
    engagement = invite(worker=cast.wang, posting=long, by=cast.as_employer(cast.firm), now=cast.now)
    confirm(engagement=engagement, by=cast.as_worker(cast.wang), now=cast.now)
    more = cast.posting(gig_type="hourly", first_day=monday, days=2, start=time(13), end=time(17))
    codes = [reason.code for reason in explain(worker=cast.wang, posting=more, now=cast.now)[1]]
    assert codes == ["within_week"], "20 hours and 8 more are over the 24 of the law"


def test_the_number_of_queries_does_not_grow_with_the_workers(cast):
    posting = cast.posting()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            found(cast, type(posting).objects.get(pk=posting.pk))
        return len(captured)

    assert cast.wang
    few = queries()
    for n in range(5):
        cast.worker(f"张{n}", phone=f"1390000010{n}")
    assert queries() == few
