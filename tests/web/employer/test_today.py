"""今日用工 and 结算: the morning, the evening, the money."""

from datetime import timedelta

import pytest
import time_machine

from lingong.hiring.checkin import check_in, site_code
from lingong.hiring.finish import report
from lingong.hiring.models import Shift
from lingong.lib.clock import local


@pytest.fixture
def two(cast):
    """Two signed people on tomorrow's gig of five."""
    posting = cast.posting()
    return [cast.agreed(posting, worker) for worker in (cast.wang, cast.li)]


def at(cast, **after):
    """The clock so long after six on Sunday morning, when the work begins."""
    return time_machine.travel(cast.now + timedelta(days=1) + timedelta(**after), tick=False)


def act(engagement, shift, verb):
    return f"/employer/people/{engagement.public_id}/shifts/{shift.pk}/{verb}/"


def present(cast, engagement, minutes=0):
    moment = cast.now + timedelta(days=1, minutes=minutes)
    check_in(shift=(shift := cast.shift(engagement)), by=cast.as_employer(cast.firm), now=moment)
    return shift


def test_nobody_today_two_tomorrow(cast, boss, two):
    assert "今天没有人来干活" in boss.get("/employer/today/").content.decode()
    html = boss.get("/employer/today/?day=tomorrow").content.decode()
    assert "明天要来 <strong>2</strong> 人" in html


def test_in_the_morning_code_phones_and_who_is_late(cast, boss, two):
    posting = two[0].posting
    with at(cast, minutes=-20):
        html = boss.get("/employer/today/").content.decode()
    code = site_code(posting, local(cast.shift(two[0]).start_at).date())
    for words in (
        f"{code[:3]} {code[3:]}",
        "王建国",
        "tel:13900000001",
        "今早 6:00 来",
        "补人",
        "还缺 <b>3</b> 人",
    ):
        assert words in html
    present(cast, two[1], minutes=12)
    with at(cast, minutes=25):
        html = boss.get("/employer/today/").content.decode()
    for words in ("还没到，过了 25 分钟", "6:12 到，迟到 12 分钟", "到了 <strong>1</strong> 人"):
        assert words in html


def test_came_did_not_come_and_came_after_all(cast, boss, two):
    shifts = [cast.shift(one) for one in two]
    with at(cast, minutes=40):
        came = boss.post(act(two[0], shifts[0], "came"), follow=True).content.decode()
        assert "记下了：王建国到了" in came
        early = boss.post(act(two[0], shifts[0], "came"), follow=True).content.decode()
        assert "现在是“已到岗”" in early
        boss.post(act(two[1], shifts[1], "absent"))
    shifts[1].refresh_from_db()
    assert shifts[1].state == "absent"


def test_an_absence_in_a_longer_gig_is_corrected(cast, boss):
    engagement = cast.agreed(cast.posting(days=3), cast.wang)
    shift = cast.shift(engagement)
    with at(cast, minutes=40):
        boss.post(act(engagement, shift, "absent"))
        assert "人来了，改过来" in boss.get("/employer/today/").content.decode()
        assert "改过来了" in boss.post(act(engagement, shift, "came-after-all"), follow=True).content.decode()
    shift.refresh_from_db()
    assert shift.state == "present"


def test_hours_all_at_once_and_the_worker_s_in_one_tap(cast, boss, two):
    shifts = [present(cast, one) for one in two]
    evening = cast.now + timedelta(days=1, hours=11, minutes=5)
    with time_machine.travel(evening, tick=False):
        assert "都按计划的工时记" in boss.get("/employer/today/").content.decode()
        report(shift=shifts[0], by=cast.as_worker(cast.wang), now=evening, minutes=600)
        html = boss.get("/employer/today/").content.decode()
        assert "对方报 10 小时" in html
        page = boss.post(act(two[0], shifts[0], "same-hours"), follow=True)
        assert "按王建国报的认了" in page.content.decode()
        page = boss.post(f"/employer/postings/{two[0].posting.public_id}/planned-hours/", follow=True)
        assert "1 个人都按计划的工时报了" in page.content.decode()
        assert "您报 11 小时" in page.content.decode()
    for shift in shifts:
        shift.refresh_from_db()
    assert (shifts[0].amount_fen, shifts[1].employer_minutes) == (163_64, 660)


def test_other_hours_are_typed_and_refused_beside_the_field(cast, boss, two):
    shift = present(cast, two[0])
    with at(cast, hours=11):
        address = act(two[0], shift, "hours")
        assert "这里还没填" in boss.post(address, {"hours": "", "minutes": "20"}).content.decode()
        refused = boss.post(address, {"hours": "0", "minutes": "0"}).content.decode()
        assert "请填 0 到 24 小时之间" in refused
        assert (
            "等对方也报" in boss.post(address, {"hours": "9", "minutes": "20"}, follow=True).content.decode()
        )
    shift.refresh_from_db()
    assert shift.employer_minutes == 560


def test_pieces_in_the_posting_s_word(cast, boss):
    posting = cast.posting(pay="20", pay_unit="piece", piece_word="车")
    engagement = cast.agreed(posting, cast.wang)
    shift = present(cast, engagement)
    with at(cast, hours=11):
        report(
            shift=shift,
            by=cast.as_worker(cast.wang),
            now=cast.now + timedelta(days=2),
            minutes=660,
            pieces=12,
        )
        assert "干了多少车" in boss.get(act(engagement, shift, "hours")).content.decode()
        boss.post(act(engagement, shift, "same-hours"))
        assert "12 车 × 20 元/车" in boss.get("/employer/settle/").content.decode()
    shift.refresh_from_db()
    assert shift.amount_fen == 240_00


@pytest.fixture
def owed(cast, two):
    """180 元 each, both accepted on the evening of the day."""
    for one in two:
        shift = present(cast, one)
        for by in (cast.as_worker(one.worker), cast.as_employer(cast.firm)):
            report(shift=shift, by=by, now=cast.now + timedelta(days=1, hours=11), minutes=660)
    return two


def test_what_is_owed_row_by_row_and_overdue_in_words(cast, boss, owed):
    with at(cast, hours=12):
        html = boss.get("/employer/settle/").content.decode()
    for words in ("王建国", "李大山", "1 天 × 180 元/天", "<strong>360</strong>", "今天"):
        assert words in html
    with at(cast, days=4):
        html = boss.get("/employer/settle/").content.decode()
    assert "过了 4 天" in html
    assert "有 2 笔过了日子，共 360 元" in html


def test_paid_waits_for_the_worker_s_yes(cast, boss, owed):
    shift = cast.shift(owed[0])
    with at(cast, hours=12):
        page = boss.post(act(owed[0], shift, "paid"), {"next": "/employer/settle/?show=waiting"}, follow=True)
    html = page.content.decode()
    assert "付给王建国 180 元。等对方点收到" in html
    assert "等对方点收到" in html
    shift.refresh_from_db()
    assert (shift.state, shift.paid_fen) == ("paid", 180_00)


def test_the_whole_page_is_paid_at_once(cast, boss, owed):
    keys = [str(shift.pk) for shift in Shift.objects.all()]
    with at(cast, hours=12):
        assert "这 2 笔都付了（共 360 元）" in boss.get("/employer/settle/").content.decode()
        page = boss.post("/employer/settle/paid/", {"shift": keys}, follow=True)
        assert "2 笔都记成已付" in page.content.decode()
        assert "没有要付的钱" in page.content.decode()
        assert "2" not in boss.post("/employer/settle/paid/", {"shift": keys})


def test_another_s_money_is_not_found(cast, browser, owed):
    client = browser(cast.household.person.account)
    shift = cast.shift(owed[0])
    for verb in ("paid", "came", "same-hours"):
        assert client.post(act(owed[0], shift, verb)).status_code == 404
    client.post("/employer/settle/paid/", {"shift": [str(shift.pk)]})
    shift.refresh_from_db()
    assert shift.state == "pay_due"


@pytest.mark.parametrize("page", ["today", "settle", "candidates"])
def test_a_visitor_signs_in_and_a_worker_is_told_how_to_hire(cast, browser, page):
    assert browser().get(f"/employer/{page}/")["Location"].startswith("/sign-in/")
    assert (
        "还没登记是谁在招人" in browser(cast.wang.person.account).get(f"/employer/{page}/").content.decode()
    )
