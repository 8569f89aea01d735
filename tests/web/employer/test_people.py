"""候选人 and one person: choose, invite, sign, talk, rate; and what stays hidden until both signed."""

import pytest

from lingong.hiring.agree import agreement_of, sign
from lingong.hiring.apply import apply
from lingong.hiring.models import Engagement
from lingong.hiring.talk import talk

from .page import Form


@pytest.fixture
def applied(cast):
    posting = cast.posting()
    return apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)


def of(engagement, rest=""):
    return f"/employer/people/{engagement.public_id}/{rest}"


def test_nobody_yet(cast, boss):
    assert "还没有在招的活" in boss.get("/employer/candidates/").content.decode()


def test_who_asked_by_calling_name_and_record_and_who_is_recommended(cast, boss, applied):
    cast.li  # noqa: B018 - the cast appears when named
    html = boss.get("/employer/candidates/").content.decode()
    for words in ("等您答复 1 人", "王师傅", "离干活地点 1.4 公里", "第一次来这里干", "给您推荐", "李师傅"):
        assert words in html
    for hidden in ("王建国", "李大山", "13900000001"):
        assert hidden not in html


def test_taken_he_has_until_a_moment(cast, boss, applied):
    page = boss.post(of(applied, "take/"), follow=True)
    assert "选了王师傅，等对方在 今早 6:30 前点确认" in page.content.decode()
    applied.refresh_from_db()
    assert applied.state == "offered"
    assert "现在是“等工人确认”" in boss.post(of(applied, "take/"), follow=True).content.decode()


def test_refused_with_a_reason(cast, boss, applied):
    assert "请选一个原因" in boss.post(of(applied, "refuse/"), follow=True).content.decode()
    boss.post(of(applied, "refuse/"), {"reason": "enough"})
    applied.refresh_from_db()
    assert (applied.state, applied.reason) == ("declined", "enough")


def test_a_recommended_worker_is_invited_once(cast, boss):
    posting, li = cast.posting(), cast.li
    address = f"/employer/postings/{posting.public_id}/ask/{li.public_id}/"
    for _ in range(2):
        page = boss.post(address, {"once": "k"}, follow=True)
    assert "请了李师傅，等对方点确认" in page.content.decode()
    assert Engagement.objects.get().state == "offered"


@pytest.mark.parametrize("rest", ["", "agreement/", "take/"])
def test_a_stranger_finds_nobody(cast, browser, applied, rest):
    client = browser(cast.household.person.account)
    answer = client.post(of(applied, rest)) if rest == "take/" else client.get(of(applied, rest))
    assert answer.status_code == 404


def test_signed_in_person_and_then_the_phone_is_shown(cast, boss):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    assert "13900000001" not in boss.get(of(engagement)).content.decode()
    page = boss.get(of(engagement, "agreement/"))
    for words in ("180 元/天", "协议全文", "我看过了，同意按这些条件用工"):
        assert words in page.content.decode()
    values = Form.of(page).values
    assert "请勾选" in boss.post(of(engagement, "agreement/"), values).content.decode()
    said = boss.post(of(engagement, "agreement/"), values | {"agreed": "on"}, follow=True)
    assert "您签好了，等对方签" in said.content.decode()
    sign(
        engagement=engagement,
        signer=str(cast.wang.person.public_id),
        by=cast.as_worker(cast.wang),
        now=cast.now,
    )
    html = boss.get(of(engagement)).content.decode()
    assert "王建国" in html
    assert "tel:13900000001" in html


def test_another_text_is_not_signed(cast, boss):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    page = boss.post(of(engagement, "agreement/"), {"digest": "0" * 64, "agreed": "on"})
    assert "协议内容有变化" in page.content.decode()


def test_several_are_signed_at_once_each_by_name(cast, boss):
    posting = cast.posting()
    both = [cast.confirmed(posting, worker) for worker in (cast.wang, cast.li)]
    candidates = boss.get("/employer/candidates/").content.decode()
    assert "有 2 个人定了，等您签协议" in candidates
    address = f"/employer/postings/{posting.public_id}/sign/"
    page = boss.get(address).content.decode()
    assert "王师傅（编号" in page
    digests = [agreement_of(engagement=one, now=cast.now).digest[:16] for one in both]
    who = [f"{one.public_id}:{digest}" for one, digest in zip(both, digests, strict=True)]
    assert "请勾选" in boss.post(address, {"who": who}).content.decode()
    done = boss.post(address, {"who": who, "agreed": "on"}, follow=True)
    assert "和 2 个人签好了您这边" in done.content.decode()
    assert "没有等您签的了" in boss.get(address).content.decode()


def test_talk_keeps_phones_for_later_and_loses_nothing(cast, boss, applied):
    talk(engagement=applied, text="几点到？", by=cast.as_worker(cast.wang), now=cast.now)
    page = boss.post(of(applied), {"act": "talk", "text": "打我 13900000005"})
    html = page.content.decode()
    assert "签约以前请不要留电话" in html
    assert "打我 13900000005" in html
    for _ in range(2):
        page = boss.post(of(applied), {"act": "talk", "text": "早上六点", "once": "k"}, follow=True)
    assert page.content.decode().count("早上六点") == 1
    assert "几点到？" in page.content.decode()


def test_rated_once_and_the_worker_s_rating_answered(cast, boss):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    Engagement.objects.filter(pk=engagement.pk).update(state="settled")
    facts = {"state": "received", "amount_fen": 180_00, "due_date": cast.now.date(), "accepted_at": cast.now}
    type(shift).objects.filter(pk=shift.pk).update(**facts)
    engagement.ratings.create(side="worker", stars=5, text="给钱快", rated_at=cast.now)
    assert "请选一个" in boss.post(of(engagement), {"act": "rate", "text": "好"}).content.decode()
    boss.post(of(engagement), {"act": "rate", "stars": "4", "text": "肯干"})
    page = boss.post(of(engagement), {"act": "reply", "text": "下次再来"}, follow=True)
    html = page.content.decode()
    for words in ("您给对方 <strong>4 星</strong>：肯干", "给钱快", "您回：下次再来", "这个活全部办完了"):
        assert words in html


def test_called_off_with_a_reason_and_contested(cast, boss):
    posting = cast.posting()
    first, second = cast.agreed(posting, cast.wang), cast.agreed(posting, cast.li)
    assert "请选一个" in boss.post(of(first), {"act": "cancel"}).content.decode()
    assert (
        "已经告诉对方不用来"
        in boss.post(of(first), {"act": "cancel", "reason": "work_off"}, follow=True).content.decode()
    )
    boss.post(of(second), {"act": "contest", "reason": "pay"})
    for one, state in ((first, "cancelled"), (second, "contested")):
        one.refresh_from_db()
        assert one.state == state
