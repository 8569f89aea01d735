"""A worker without a phone walks in and leaves with a signed gig and a slip."""

from datetime import date

import pytest
from django.urls import reverse

from lingong.hiring.models import Engagement, Signature
from lingong.journal.models import Event
from lingong.lib.identity import demo_id
from lingong.people.models import Consent, Person
from tests.cast import COUNTY

pytestmark = pytest.mark.django_db
NUMBER = demo_id(COUNTY, date(1970, 3, 4))
FACTS = {
    "name": "孙大力",
    "number": NUMBER,
    "seen": "on",
    "trades": "小工 保洁",
    "phone": "",
    "region": COUNTY,
    "consent": "on",
}


def to(name, *args):
    return reverse(f"web:{name}", args=args)


def act(client, engagement, side, verb, follow=True, **facts):
    return client.post(to("desk_act", engagement.public_id, side, verb), facts, follow=follow)


def test_from_the_door_to_the_slip(cast, clerk):
    posting = cast.posting()
    page = clerk.post(to("desk_register"), FACTS, follow=True).content.decode()
    assert "孙大力已登记" in page
    assert "城东建材市场南门" in page
    person = Person.objects.get(name="孙大力")
    assert person.is_verified
    assert not person.has_smartphone
    purposes = set(person.consents.values_list("purpose", flat=True))
    assert purposes == {Consent.Purpose.SERVICE, Consent.Purpose.ASSISTED, Consent.Purpose.IDENTITY}

    page = clerk.post(to("desk_apply", person.public_id, posting.public_id), follow=True).content.decode()
    assert "问雇主要不要" in page
    engagement = Engagement.objects.get(worker__person=person)
    assert "问工人去不去" in act(clerk, engagement, "employer", "offer").content.decode()
    assert "打印协议" in act(clerk, engagement, "worker", "confirm").content.decode()

    paper = to("desk_agreement", engagement.public_id)
    shown = clerk.get(paper)
    assert "零工服务协议" in shown.content.decode()
    assert "工人签字" in shown.content.decode()
    digest = shown.context["agreement"].digest
    boss = cast.firm.members.get().person
    clerk.post(paper, {"side": "worker", "digest": digest, "signer": person.public_id})
    page = clerk.post(paper, {"side": "employer", "digest": digest, "signer": boss.public_id}, follow=True)
    assert "打小票" in page.content.decode()
    engagement.refresh_from_db()
    assert engagement.contact_open
    signature = Signature.objects.get(side="worker")
    assert (signature.method, signature.signer) == ("own_hand", str(person.public_id))
    assert signature.assisted_by == str(cast.clerk.public_id)
    helped = Event.objects.get(kind="hiring.confirmed")
    assert (helped.via, helped.side, helped.assisting) == ("desk", "worker", str(person.public_id))

    slip = clerk.get(to("desk_slip", engagement.public_id)).content.decode()
    assert "孙大力" in slip
    assert "13900000005" in slip
    assert "180 元/天" in slip
    assert "城东建材市场南门" in slip
    code = clerk.get(to("desk_slip_code", engagement.public_id))
    assert code["Content-Type"] == "image/svg+xml"
    assert b"<svg" in code.content
