"""The rest of the line at the counter: present, hours, pay, stars; exits and contests; papers."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lingong.hiring.models import Signature
from lingong.jobs.models import Posting
from lingong.web.desk.line_acts import TABLE

pytestmark = pytest.mark.django_db


def act(client, engagement, side, verb, shift=None, **facts):
    if shift is None:
        to = reverse("web:desk_act", args=[engagement.public_id, side, verb])
    else:
        to = reverse("web:desk_shift_act", args=[engagement.public_id, shift.pk, side, verb])
    return client.post(to, facts, follow=True)


def at(cast, moment):
    cast.clock.move_to(moment)


def state(engagement):
    engagement.refresh_from_db()
    return engagement.state


def test_from_presence_to_the_stars(cast, browser):
    engagement = cast.agreed(cast.posting(), cast.li)
    shift = cast.shift(engagement)
    at(cast, shift.start_at - timedelta(minutes=10))
    clerk = browser(cast.clerk)
    assert "已记到岗" in act(clerk, engagement, "worker", "check_in", shift).content.decode()
    at(cast, shift.end_at)
    clerk = browser(cast.clerk)
    nonsense = act(clerk, engagement, "worker", "report", shift, minutes="三十")
    assert nonsense.status_code == 422
    assert 'value="三十"' in nonsense.content.decode()
    act(clerk, engagement, "worker", "report", shift, minutes="11")
    act(clerk, engagement, "employer", "report", shift, minutes="10")
    shift.refresh_from_db()
    assert (shift.worker_minutes, shift.employer_minutes, shift.state) == (660, 600, "present")
    page = act(clerk, engagement, "staff", "accept_work", shift, minutes="10.5").content.decode()
    assert "工时定为 10.5 小时" in page
    shift.refresh_from_db()
    act(clerk, engagement, "employer", "pay", shift)
    assert "没收到" in act(clerk, engagement, "worker", "not_received", shift).content.decode()
    act(clerk, engagement, "employer", "pay", shift)
    act(clerk, engagement, "worker", "receive", shift)
    assert state(engagement) == "settled"
    assert act(clerk, engagement, "worker", "rate", stars="6").status_code == 422
    act(clerk, engagement, "worker", "rate", stars="5")
    act(clerk, engagement, "employer", "rate", stars="4")
    assert state(engagement) == "rated"


def test_absent_and_corrected(cast, browser):
    engagement = cast.agreed(cast.posting(), cast.li)
    shift = cast.shift(engagement)
    early = act(browser(cast.clerk), engagement, "employer", "mark_absent", shift)
    assert "还没到开工时间" in early.content.decode()
    at(cast, shift.start_at + timedelta(hours=1))
    page = browser(cast.clerk).get(reverse("web:desk")).content.decode()
    assert "开工了还没到" in page
    act(browser(cast.clerk), engagement, "employer", "mark_absent", shift)
    assert state(engagement) == "no_show"


def test_withdraw_asks_why_and_frees_the_place(cast, clerk):
    posting = cast.posting()
    engagement = cast.confirmed(posting, cast.li)
    refused = act(clerk, engagement, "worker", "withdraw")
    assert refused.status_code == 422
    assert state(engagement) == "confirmed"
    act(clerk, engagement, "worker", "withdraw", reason="unwell")
    assert state(engagement) == "withdrawn"
    assert Posting.objects.get().filled == 0


def test_contested_waits_for_staff(cast, clerk):
    engagement = cast.agreed(cast.posting(), cast.li)
    page = act(clerk, engagement, "worker", "contest", reason="not_as_said").content.decode()
    assert "等窗口处理" in page
    act(clerk, engagement, "staff", "resolve")
    assert state(engagement) == "agreed"


@pytest.mark.parametrize(
    ("side", "verb"), [("worker", "offer"), ("employer", "confirm"), ("staff", "offer"), ("x", "y")]
)
def test_an_act_of_nobody_or_of_the_other_side_is_not_found(cast, clerk, side, verb):
    engagement = cast.confirmed(cast.posting(), cast.li)
    assert act(clerk, engagement, side, verb).status_code == 404


def test_an_act_too_late_says_where_it_stands(cast, clerk):
    engagement = cast.confirmed(cast.posting(), cast.li)
    page = act(clerk, engagement, "employer", "offer")
    assert page.status_code == 422
    assert "现在是“双方已确认”" in page.content.decode()


def test_only_the_text_that_was_printed_is_signed_and_only_by_those_it_binds(cast, clerk):
    engagement = cast.confirmed(cast.posting(), cast.li)
    paper = reverse("web:desk_agreement", args=[engagement.public_id])
    digest = clerk.get(paper).context["agreement"].digest
    facts = {"side": "worker", "digest": digest, "signer": engagement.worker.person.public_id}
    assert "内容有变化" in clerk.post(paper, facts | {"digest": "0" * 64}).content.decode()
    stand_in = clerk.post(paper, facts | {"signer": cast.zhao.person.public_id})
    assert "签字的要是本人" in stand_in.content.decode()
    assert not Signature.objects.exists()
    clerk.post(paper, facts)
    assert "已经签过" in clerk.post(paper, facts).content.decode()
    assert Signature.objects.count() == 1


def test_nobody_is_named_on_the_slip_before_both_have_signed(cast, clerk):
    engagement = cast.confirmed(cast.posting(), cast.li)
    page = clerk.get(reverse("web:desk_slip", args=[engagement.public_id])).content.decode()
    assert "13900000005" not in page
    assert "陈经理" not in page
    assert "南门" not in page
    assert clerk.get(reverse("web:desk_agreement", args=[engagement.public_id])).status_code == 200


def test_no_agreement_before_both_said_yes(cast, clerk):
    engagement = cast.confirmed(cast.posting(), cast.zhao)
    act(clerk, engagement, "employer", "cancel", reason="enough")
    paper = reverse("web:desk_agreement", args=[engagement.public_id])
    assert "都确认以后才有协议" in clerk.get(paper, follow=True).content.decode()


def test_each_key_of_the_line_means_one_thing_in_any_state():
    """Keys of the header, the search and the papers stay free; an act has its key wherever it stands."""
    taken = set("NERC/XP")
    keys = [row.key for row in TABLE if row.key]
    assert not taken & set(keys)
    doubled = {row.verb for row in TABLE if keys.count(row.key) > 1}
    assert doubled == {"confirm", "reaccept", "decline", "cancel"}  # never open at the same time
