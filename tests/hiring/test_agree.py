"""The agreement: six lines, one text, each side's own yes, contact afterwards."""

from hashlib import sha256

import pytest

from lingong.hiring.agree import agreement_of, general_terms, key_terms, sign
from lingong.hiring.models import Signature
from lingong.journal.actor import Side, Via
from lingong.lib.refusal import Refusal
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def test_the_six_lines_say_what_where_when_how_much(cast):
    lines = dict(key_terms(cast.posting(days=3).terms))
    assert list(lines) == ["干什么", "在哪里", "几点到几点", "多少钱", "哪天给", "谁负责保险"]
    assert lines["多少钱"] == "180 元/天"
    assert lines["几点到几点"] == "2026-11-22 至 2026-11-24，共 3 个班，06:00–17:00"


def test_the_text_is_made_once_and_its_digest_is_that_of_the_text(cast):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    agreement = agreement_of(engagement=engagement, now=cast.now)
    assert agreement == agreement_of(engagement=engagement, now=cast.now)
    assert agreement.digest == sha256(agreement.text.encode()).hexdigest()
    assert general_terms(agreement.general_version) in agreement.text
    assert "须经当地法律部门审定" in agreement.text


def test_each_side_signs_for_itself_and_contact_opens_with_the_second(cast):
    engagement = cast.confirmed(cast.posting(), cast.li)
    li, boss = cast.as_worker(cast.li), cast.as_employer(cast.firm)
    digest = agreement_of(engagement=engagement, now=cast.now).digest
    person = str(cast.li.person.public_id)
    sign(engagement=engagement, signer=person, by=li, now=cast.now, digest=digest)
    assert not engagement.contact_open
    with pytest.raises(Refusal, match="已经签过"):
        sign(engagement=engagement, signer=person, by=li, now=cast.now)
    sign(engagement=engagement, signer=str(cast.firm.members.get().person.public_id), by=boss, now=cast.now)
    assert (engagement.state, engagement.contact_open) == ("agreed", True)
    by_hand = Signature.objects.get(side=Side.WORKER)
    assert (by_hand.method, by_hand.assisted_by) == ("own_hand", str(cast.clerk.public_id))
    assert by_hand.signer == person


def test_another_text_than_the_one_shown_is_not_signed(cast):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    with pytest.raises(Refusal, match="内容有变化"):
        sign(engagement=engagement, signer="x", by=cast.as_worker(cast.wang), now=cast.now, digest="0" * 64)
    assert not Signature.objects.exists()


def test_staff_sign_for_no_side_of_their_own(cast):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    with pytest.raises(Refusal) as refused:
        sign(engagement=engagement, signer="x", by=actor(cast.clerk, Side.STAFF, Via.DESK), now=cast.now)
    assert refused.value.code == "hiring.side"


def test_pay_for_the_whole_task_is_said_so(cast):
    lines = dict(key_terms(cast.posting(pay_unit="job", pay="500", settlement="completion").terms))
    assert (lines["干什么"], lines["多少钱"]) == ("小工", "500 元，整个活")
