"""An SMS nobody knows the fate of: staff decide, once."""

import pytest

from lingong.journal.models import Event
from lingong.lib.refusal import Refusal
from lingong.notices.send import decide
from lingong.people.models import Delivery, Message
from tests.cast import COUNTY, Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def sms(cast, state=Delivery.State.UNKNOWN):
    person = cast.wang.person
    about = {"object_kind": "engagement", "object_id": "x", "event_id": 1, "sent_at": cast.now}
    message = Message.objects.create(person=person, kind="hiring.offered", text="请确认", **about)
    return Delivery.objects.create(
        message=message, channel=Delivery.Channel.SMS, state=state, region=COUNTY, changed_at=cast.now
    )


def test_telephone_instead(cast):
    decide(delivery=sms(cast), call=True, by=actor(cast.clerk), now=cast.now)
    call = Delivery.objects.get(channel=Delivery.Channel.CALL)
    assert (call.state, call.region) == (Delivery.State.QUEUED, COUNTY)
    assert Event.objects.get(kind="notices.decided").data == {"call": True}


def test_let_it_be_and_only_once(cast):
    delivery = sms(cast, Delivery.State.FAILED)
    decide(delivery=delivery, call=False, by=actor(cast.clerk), now=cast.now)
    assert not Delivery.objects.filter(channel=Delivery.Channel.CALL).exists()
    with pytest.raises(Refusal, match="处理过"):
        decide(delivery=delivery, call=True, by=actor(cast.clerk), now=cast.now)


def test_one_on_its_way_is_not_decided(cast):
    with pytest.raises(Refusal):
        decide(delivery=sms(cast, Delivery.State.SENDING), call=True, by=actor(cast.clerk), now=cast.now)
