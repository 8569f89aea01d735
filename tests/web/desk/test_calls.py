"""The call list: the number in full for one call only; what became of it; lost SMS."""

import pytest
from django.urls import reverse

from lingong.people.models import Delivery, Message
from tests.cast import COUNTY

pytestmark = pytest.mark.django_db


def delivery(person, channel, state, n):
    message = Message.objects.create(
        person=person, kind="hiring.offered", text=f"第{n}条：请您来干活", object_kind="engagement", object_id="x",
        event_id=n, sent_at=person.created_at,
    )  # fmt: skip
    return Delivery.objects.create(
        message=message, channel=channel, state=state, region=COUNTY, changed_at=person.created_at
    )


def outcome(client, row, word):
    return client.post(reverse("web:desk_call", args=[row.pk, word]), follow=True)


def test_read_out_reached_and_not_reached(cast, clerk):
    first = delivery(cast.wang.person, "call", "queued", 1)
    second = delivery(cast.zhao.person, "call", "queued", 2)
    page = clerk.get(reverse("web:desk_calls")).content.decode()
    assert "第1条" in page
    assert "13900000001" in page
    assert "13900000003" not in page
    assert "第2条" in outcome(clerk, first, "unreached").content.decode()
    outcome(clerk, second, "reached")
    assert "别人刚打过" in outcome(clerk, second, "reached").content.decode()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state, second.handled_by) == ("unreached", "done", str(cast.clerk.public_id))


def test_a_lost_sms_waits_for_a_decision(cast, clerk):
    lost = delivery(cast.wang.person, "sms", "unknown", 3)
    assert "不确定是否送达" in clerk.get(reverse("web:desk_calls")).content.decode()
    outcome(clerk, lost, "ring")
    assert Delivery.objects.get(channel="call").message == lost.message


def test_calls_of_other_districts_and_other_rights(cast, browser):
    row = delivery(cast.wang.person, "call", "queued", 4)
    assert outcome(browser(cast.foreign_clerk), row, "reached").status_code == 404
    assert browser(cast.officer).get(reverse("web:desk_calls")).status_code == 404
    assert outcome(browser(cast.clerk), row, "burned").status_code == 404
