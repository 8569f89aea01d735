"""我的活: from the employer's yes to the ratings, as the worker does it on the phone."""

import re
from datetime import time, timedelta

import pytest
import time_machine
from django.test import Client

from lingong.hiring import apply, confirm, invite, rate, settle
from lingong.hiring.checkin import site_code
from lingong.hiring.finish import report
from lingong.hiring.models import Shift
from lingong.jobs.change import propose_change
from lingong.jobs.models import PayUnit, Posting
from lingong.jobs.review import accept
from lingong.lib import clock
from lingong.lib.clock import local
from tests.cast import SATURDAY, Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    """Saturday 6:00, for the pages too."""
    with time_machine.travel(SATURDAY, tick=False):
        yield Cast()


@pytest.fixture
def wang(cast):
    """老王 on his phone."""
    client = Client()
    client.force_login(cast.wang.person.account, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
    return client


def url_of(engagement, *more):
    return "/".join(["/work", str(engagement.public_id), *map(str, more), ""])


def see(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def fields(page, url):
    """The hidden fields of the form on `page` that posts to `url`, or of the one that posts to the page itself."""
    start = page.find(f'action="{url}"')
    form = page[start if start >= 0 else page.index('<form method="post" data-once') :].split("</form>")[0]
    pairs = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: value for name, value in pairs if name != "csrfmiddlewaretoken"}


def press(client, page, url, **typed):
    """Send the form and follow; what the next page says."""
    response = client.post(url, {**fields(page, url), **typed}, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def offered(cast, posting=None):
    posting = posting or cast.posting()
    found = apply.apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    deadline = invite.offer_deadline(posting, cast.now)
    boss = cast.as_employer(posting.employer)
    confirm.offer(engagement=found, by=boss, now=cast.now, answer_by=deadline)
    return found


def test_nothing_yet_leads_to_the_list(cast, wang):
    page = see(wang, "/work/")
    assert "现在手上没有活" in page
    assert "这个月挣的" in page


def test_a_visitor_is_sent_to_sign_in(client):
    assert client.get("/work/").url == "/sign-in/?next=/work/"


def test_from_the_offer_to_the_signature(cast, wang):
    engagement = offered(cast)
    page = see(wang, "/work/")
    assert "等您确认" in page
    assert re.search(r"请在今早 6:\d\d前确认|请在今天 \d+:\d\d前确认", page)
    page = see(wang, url_of(engagement))
    assert "139****" not in page  # no number at all before both signed, not even masked from a firm
    assert "南门" not in page
    page = press(wang, page, url_of(engagement, "confirm"))
    assert "定下来了" in page
    page = see(wang, url_of(engagement, "agreement"))
    assert "城东建材市场南门" in page
    page = press(wang, page, url_of(engagement, "agreement"))
    assert "请勾选" in page
    page = press(wang, page, url_of(engagement, "agreement"), agree="on")
    assert "您签好了" in page
    assert "等雇主签" in page
    engagement.refresh_from_db()
    assert engagement.state == "confirmed"


def test_contact_opens_with_the_second_signature(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    page = see(wang, url_of(engagement))
    assert "tel:13900000005" in page
    assert "城东建材市场南门" in page
    assert "陈经理" in page


def test_the_whole_paper_can_be_read_and_printed_afterwards(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    page = see(wang, url_of(engagement, "agreement"))
    assert "零工服务协议" in page
    assert "data-print" in page
    assert "我同意并签字" not in page


def changed(cast, **answers):
    """The employer offers something else, and staff accept it."""
    posting, boss = Posting.objects.get(), cast.as_employer(cast.firm)
    propose_change(posting=posting, offer=cast.offer(end=time(17), **answers), by=boss, now=cast.now)
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)


def test_terms_changed_meanwhile_are_not_agreed_to_unseen(cast, wang):
    engagement = offered(cast)
    page = see(wang, url_of(engagement))
    changed(cast, pay=150)
    assert "改了条件" in press(wang, page, url_of(engagement, "confirm"))
    assert "150 元/天" in see(wang, url_of(engagement))


def test_changed_terms_stand_side_by_side_until_agreed_to(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    changed(cast, pay=200)
    assert "雇主改了条件" in see(wang, "/work/")
    page = see(wang, url_of(engagement))
    assert page.index("180 元/天") < page.index("200 元/天")
    assert "按新的条件定下来了" in press(wang, page, url_of(engagement, "reaccept"))
    assert "我同意并签字" in see(wang, url_of(engagement, "agreement"))


def test_presence_hours_money_and_stars(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift, boss = cast.shift(engagement), cast.as_employer(cast.firm)
    arriving = url_of(engagement, "shifts", shift.pk, "check-in")
    assert "还早" in see(wang, arriving)
    with time_machine.travel(shift.start_at, tick=False):
        assert "我到了" in see(wang, "/work/")
        page = press(wang, see(wang, arriving), arriving, code="12")
        assert "到岗码是 6 位数字" in page
        assert 'value="12"' in page
        right = site_code(engagement.posting, local(shift.start_at).date())
        wrong = "000000" if right != "000000" else "000001"
        assert "到岗码不对" in press(wang, page, arriving, code=wrong)
        assert Shift.objects.get().wrong_codes == 1
        assert "到岗记下了" in press(wang, page, arriving, code=right)
    with time_machine.travel(shift.end_at, tick=False):
        hours = url_of(engagement, "shifts", shift.pk, "hours")
        page = see(wang, hours)
        assert 'value="11"' in page
        assert "一个班最多 24 小时" in press(wang, page, hours, minutes="30")
        assert "工时报上去了" in press(wang, page, hours, minutes="10.5")
        report(shift=Shift.objects.get(), by=boss, now=clock.now(), minutes=660)
        assert "不一样" in see(wang, "/work/")
        page = see(wang, url_of(engagement))
        same = url_of(engagement, "shifts", shift.pk, "same-hours")
        assert "双方都认可了" in press(wang, page, same)
        assert "等雇主付 180 元" in see(wang, "/work/")
        settle.pay(shift=Shift.objects.get(), by=boss, now=clock.now())
        page = see(wang, url_of(engagement))
        page = press(wang, page, url_of(engagement, "shifts", shift.pk, "not-received"))
        assert "钱没收到" in page
        settle.pay(shift=Shift.objects.get(), by=boss, now=clock.now())
        page = see(wang, url_of(engagement))
        got = url_of(engagement, "shifts", shift.pk, "received")
        assert "收钱记下了" in press(wang, page, got)
        assert "收钱记下了" in press(wang, page, got)  # the same form again: the same answer
        rating = url_of(engagement, "rating")
        page = press(wang, see(wang, rating), rating, text="活和说的一样")
        assert "请选一个" in page
        assert "活和说的一样" in page
        assert "评价记下了" in press(wang, page, rating, stars="5", text="活和说的一样")
        engagement.refresh_from_db()
        rate.rate(engagement=engagement, stars=4, by=boss, now=clock.now())
        answer = url_of(engagement, "reply")
        assert "回复发出去了" in press(wang, see(wang, answer), answer, text="谢谢")
        page = see(wang, "/work/")
        assert "双方已评价" in page
        assert "180" in page


def test_what_is_owed_says_since_when(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift, boss = cast.shift(engagement), cast.as_employer(cast.firm)
    Shift.objects.update(state="present", present_at=shift.start_at)
    type(engagement).objects.update(state="working")
    for by in (boss, cast.as_worker(cast.wang)):
        report(shift=Shift.objects.get(), by=by, now=shift.end_at, minutes=660)
    with time_machine.travel(shift.end_at + timedelta(days=3), tick=False):
        page = see(wang, "/work/")
        assert "晚了 3 天" in page
        assert "过期 3 天" in page


def test_leaving_needs_a_reason_and_frees_the_place(cast, wang):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    leaving = url_of(engagement, "withdraw")
    page = press(wang, see(wang, leaving), leaving)
    assert "请选一个" in page
    page = press(wang, page, leaving, reason="unwell")
    assert "名额放开" in page
    engagement.posting.refresh_from_db()
    assert engagement.posting.filled == 0


def test_words_without_numbers_before_the_agreement(cast, wang):
    engagement = offered(cast)
    talk = url_of(engagement, "talk")
    page = press(wang, see(wang, talk), talk, text="带锹吗？我的号 13912345678")
    assert "签约以前请不要留电话" in page
    assert "带锹吗" in page
    assert "发出去了" in press(wang, page, talk, text="带锹吗？")
    assert engagement.talks.count() == 1


def test_what_is_contested_goes_to_the_counter(cast, wang):
    engagement = cast.agreed(cast.posting(), cast.wang)
    contest = url_of(engagement, "contest")
    assert "交给驿站窗口" in press(wang, see(wang, contest), contest, reason="not_as_said")
    engagement.refresh_from_db()
    assert engagement.state == "contested"
    assert "窗口会联系" in see(wang, url_of(engagement))


def test_pieces_are_asked_for_where_pay_is_by_the_piece(cast, wang):
    posting = cast.posting(pay_unit=PayUnit.PIECE, piece_word="筐", pay=2)
    engagement = cast.agreed(posting, cast.wang)
    shift = cast.shift(engagement)
    Shift.objects.update(state="present", present_at=shift.start_at)
    type(engagement).objects.update(state="working")
    with time_machine.travel(shift.end_at, tick=False):
        hours = url_of(engagement, "shifts", shift.pk, "hours")
        page = see(wang, hours)
        assert "干了多少筐" in page
        assert "这里还没填" in press(wang, page, hours, minutes="8")
        assert "工时报上去了" in press(wang, page, hours, minutes="8", pieces="120")
    assert Shift.objects.get().worker_pieces == 120


@pytest.mark.parametrize("page", ["", "agreement/", "talk/", "withdraw/", "rating/", "contest/"])
def test_somebody_elses_gig_does_not_exist(cast, page):
    engagement = cast.agreed(cast.posting(), cast.wang)
    for user in (cast.stranger, cast.zhao.person.account, cast.firm.members.get().person.account):
        client = Client()
        client.force_login(user, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
        assert client.get(url_of(engagement) + page).status_code == 404
        assert client.post(url_of(engagement) + page, {"text": "x"}).status_code in (404, 405)
