"""One posting's page and what an employer does with it."""

from datetime import date, time, timedelta

import pytest

from lingong.hiring.apply import apply
from lingong.hiring.checkin import site_code
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.jobs.review import accept
from tests.cast import actor

from .page import Form


def address(posting, rest=""):
    return f"/employer/postings/{posting.public_id}/{rest}"


def test_terms_places_and_acts_of_a_published_posting(cast, boss):
    html = boss.get(address(cast.posting())).content.decode()
    for words in (
        "小工",
        "180 元/天 · 日结",
        "明早 6:00–17:00",
        "城东建材市场南门",
        "招工中",
        "去挑人",
        "再来一单",
    ):
        assert words in html


@pytest.mark.parametrize("page", ["", "change/", "again/", "sheet/", "gate/"])
def test_another_s_posting_is_not_found(cast, browser, page):
    posting = cast.posting()
    assert browser(cast.stranger).get(address(posting, page)).status_code == 404


def test_pause_resume_and_still_looking(cast, boss):
    posting = cast.posting()
    for verb, state in (("pause", "paused"), ("resume", "published"), ("refresh", "published")):
        assert boss.post(address(posting, f"{verb}/")).status_code == 302
        posting.refresh_from_db()
        assert posting.state == state
    assert "现在是“招工中”" in boss.post(address(posting, "resume/")).content.decode()


def test_ended_with_a_reason_and_who_waits_is_told(cast, boss):
    posting = cast.posting()
    apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    assert "请选一个" in boss.post(address(posting, "end/"), {}).content.decode()
    page = boss.post(address(posting, "end/"), {"reason": "work_off"}, follow=True)
    assert "还在等的 1 个人会收到通知" in page.content.decode()
    assert Engagement.objects.get().state == "declined"


def test_a_change_waits_for_review_and_for_the_worker(cast, boss):
    posting = cast.posting()
    cast.confirmed(posting, cast.wang)
    page = boss.get(address(posting, "change/"))
    assert "已经定了 1 人，每个人要再点一次同意" in page.content.decode()
    values = Form.of(page).values
    assert (values["pay"], values["end"], values["place"]) == ("180", "17:00", "城东建材市场南门")
    done = boss.post(address(posting, "change/"), values | {"pay": "200"}, follow=True)
    assert "新条件正在审核" in done.content.decode()
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)
    assert posting.terms.pay_fen == 200_00
    assert posting.terms.lat == 33.96, "the point on the map stays while the place does"
    assert Engagement.objects.for_page().get().must_reaccept


def test_a_change_below_the_places_taken_is_refused_beside_the_number(cast, boss):
    posting = cast.posting(headcount=2)
    for worker in (cast.wang, cast.li):
        cast.confirmed(posting, worker)
    values = Form.of(boss.get(address(posting, "change/"))).values | {"headcount": "1", "task": "卸砖"}
    page = boss.post(address(posting, "change/"), values)
    assert "人数不能改得比这还少" in page.content.decode()
    assert Form.of(page).values["task"] == "卸砖"


def test_once_more_on_another_day_once(cast, boss):
    posting = cast.posting()
    for _ in range(2):
        page = boss.post(address(posting, "again/"), {"first": "2026-11-28", "once": "k"}, follow=True)
    assert "又发了一单" in page.content.decode()
    more = Posting.objects.exclude(pk=posting.pk).get()
    assert (more.state, more.versions.get().shifts.get().start_at.date()) == ("in_review", date(2026, 11, 27))
    refused = boss.post(address(posting, "again/"), {"first": "2026-11-01"})
    assert "开工时间已经过了" in refused.content.decode()


def test_the_same_people_are_asked_again(cast, boss):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    Engagement.objects.filter(pk=engagement.pk).update(state="rated")
    more = cast.posting(first_day=date(2026, 11, 25), end=time(17))
    assert "请这 1 人" in boss.get(address(more)).content.decode()
    page = boss.post(address(more, "rehire/"), {"earlier": str(posting.public_id)}, follow=True)
    assert "请了 1 个人，等大家点确认" in page.content.decode()
    again = boss.post(address(more, "rehire/"), {"earlier": str(posting.public_id)}, follow=True)
    assert "有人没请成" in again.content.decode()


def test_the_sheet_to_print_and_to_copy(cast, boss):
    html = boss.get(address(cast.posting(), "sheet/")).content.decode()
    assert "<svg" in html
    assert "【小工】还缺 5 人" in html
    assert "城东建材市场南门" in html


def test_a_household_s_door_number_is_not_on_the_sheet(cast, browser):
    posting = cast.posting(cast.household, place="翠湖花园3号楼2单元501")
    html = browser(cast.household.person.account).get(address(posting, "sheet/")).content.decode()
    assert "翠湖花园3号…" in html
    assert "2单元" not in html


def test_the_site_code_for_the_gate(cast, boss):
    posting = cast.posting()
    code = site_code(posting, (cast.now + timedelta(days=1, hours=8)).date())
    assert f"{code[:3]} {code[3:]}" in boss.get(address(posting, "gate/")).content.decode()
