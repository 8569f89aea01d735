"""What time alone does."""

from datetime import date, timedelta

import pytest

from lingong.hiring.apply import apply
from lingong.hiring.checkin import check_in
from lingong.hiring.clocks import tick
from lingong.hiring.finish import report
from lingong.hiring.invite import invite
from lingong.hiring.leave import close_posting
from lingong.journal.models import Event
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def present(cast, engagement):
    """The only shift of the engagement, with its worker there."""
    from_site = cast.shift(engagement)
    from_site.engagement = engagement
    boss = cast.as_employer(engagement.posting.employer)
    check_in(shift=from_site, by=boss, now=from_site.start_at)
    return from_site, boss


def test_an_offer_lapses_and_a_silent_employer_declines(cast):
    posting = cast.posting(first_day=date(2026, 11, 24))
    offered = invite(worker=cast.wang, posting=posting, by=cast.as_employer(cast.firm), now=cast.now)
    applied = apply(worker=cast.zhao, posting=posting, by=cast.as_worker(cast.zhao), now=cast.now)
    assert tick(now=cast.now)["lapsed"] == 0
    done = tick(now=cast.now + timedelta(hours=25))
    assert (done["lapsed"], done["declined"]) == (1, 1)
    for engagement, state in ((offered, "lapsed"), (applied, "declined")):
        engagement.refresh_from_db()
        assert engagement.state == state
    cast.firm.refresh_from_db()
    assert cast.firm.unanswered == 1
    again = tick(now=cast.now + timedelta(hours=25))
    assert not any(again.values()), "a second tick changes nothing"


def test_a_posting_past_its_last_start_expires_and_tells_who_waited(cast):
    posting = cast.posting()
    waiting = apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    done = tick(now=posting.expires_at)
    waiting.refresh_from_db()
    posting.refresh_from_db()
    assert (posting.state, waiting.state, done["expired"]) == ("expired", "declined", 1)


def test_closing_a_posting_tells_who_waited(cast):
    posting = cast.posting()
    waiting = apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    closed = close_posting(posting=posting, reason="work_off", by=cast.as_employer(cast.firm), now=cast.now)
    waiting.refresh_from_db()
    assert (closed, waiting.state, waiting.reason) == (1, "declined", "work_off")


def test_nobody_came_is_an_absence_and_a_no_show(cast):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    shift = cast.shift(engagement)
    tick(now=shift.end_at + timedelta(hours=1))
    shift.refresh_from_db()
    assert shift.state == "due", "two hours of grace for who wrote it down late"
    tick(now=shift.end_at + timedelta(hours=2))
    engagement.refresh_from_db()
    cast.wang.refresh_from_db()
    assert (engagement.state, cast.wang.absent) == ("no_show", 1)


def test_weekly_pay_falls_due_on_its_day_and_is_told_when_late(cast):
    posting = cast.posting(settlement="weekly", first_day=date(2026, 11, 21), days=9)
    engagement = cast.agreed(posting, cast.wang)
    shift, boss = present(cast, engagement)
    for by in (cast.as_worker(cast.wang), boss):
        report(shift=shift, by=by, now=shift.end_at, minutes=shift.minutes)
    shift.refresh_from_db()
    assert (shift.state, shift.due_date) == ("accepted", date(2026, 11, 22))
    tick(now=shift.end_at + timedelta(days=1))
    shift.refresh_from_db()
    assert shift.state == "pay_due"
    assert tick(now=shift.end_at + timedelta(days=2))["overdue"] == 1
    assert tick(now=shift.end_at + timedelta(days=2))["overdue"] == 0, "told once"
    assert shift.overdue_days(shift.end_at + timedelta(days=4)) == 3
    assert Event.objects.filter(kind="hiring.pay_overdue").count() == 1
