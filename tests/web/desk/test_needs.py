"""The right column: what waits, with its clock in words; and only for whom it concerns."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lingong.hiring.apply import apply
from lingong.hiring.checkin import check_in
from lingong.hiring.clocks import tick
from lingong.hiring.finish import report
from lingong.web.desk.needs import left

pytestmark = pytest.mark.django_db


def needs(client):
    return {need.title: need for need in client.get(reverse("web:desk")).context["needs"]}


def test_pay_overdue_is_said_in_days(cast, browser):
    engagement = cast.agreed(cast.posting(), cast.li)
    shift, boss = cast.shift(engagement), cast.as_employer(cast.firm)
    check_in(shift=shift, by=boss, now=shift.start_at)
    for by in (boss, cast.as_worker(cast.li)):
        shift.refresh_from_db()
        report(shift=shift, by=by, now=shift.end_at, minutes=660)
    assert "工钱过期没付清" not in needs(browser(cast.clerk))
    cast.clock.move_to(shift.end_at + timedelta(days=3))
    tick(now=shift.end_at + timedelta(days=3))
    need = needs(browser(cast.clerk))["工钱过期没付清"]
    assert (need.count, need.rows[0].clock, need.rows[0].tone) == (1, "超过 3 天", "bad")
    assert "工钱过期没付清" not in needs(browser(cast.foreign_clerk))
    assert "工钱过期没付清" not in needs(browser(cast.officer))


def test_an_application_about_to_lapse(cast, browser):
    posting = cast.posting()
    engagement = apply(worker=cast.li, posting=posting, by=cast.as_worker(cast.li), now=cast.now)
    assert "快过时没答复" not in needs(browser(cast.clerk))
    cast.clock.move_to(engagement.answer_by_at - timedelta(minutes=12))
    assert needs(browser(cast.clerk))["快过时没答复"].rows[0].clock == "还剩 12 分钟"


def test_the_clock_in_words(cast):
    assert left(cast.now + timedelta(hours=3), cast.now) == ("还剩 3 小时", "plain")
    assert left(cast.now + timedelta(seconds=30), cast.now) == ("还剩 不到 1 分钟", "warn")
    assert left(cast.now - timedelta(minutes=5), cast.now) == ("超时 5 分钟", "bad")
    assert left(None, cast.now) == ("", "")
