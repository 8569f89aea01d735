"""Staff at the counter, for people without a phone: the same verbs, with `for`."""

from lingong.hiring.models import Signature
from lingong.journal.models import Event
from lingong.lib.identity import demo_id
from tests.api.conftest import of
from tests.cast import COUNTY, SATURDAY


def test_a_walk_in_is_registered_verified_matched_and_signs_by_own_hand(cast, time_machine):
    clerk, boss, posting = of(cast.clerk), of(cast.firm), cast.posting()
    person = clerk.do("/people/at_counter", {"name": "周大爷", "region": COUNTY})["id"]
    number = demo_id(COUNTY, SATURDAY.date().replace(year=1968))
    stated = clerk.send("PUT", f"/people/{person}/identity", {"number": number})
    assert stated.json() == {"id": person, "real_name_level": 2}
    clerk.do(f"/people/{person}/verify", {"passed": True})
    wishes = {"for": person, "trades": ["labourer"], "region": COUNTY, "lat": 33.95, "lon": 118.33}
    worker = clerk.do("/workers", wishes)["id"]

    gig = f"/engagements/{clerk.do(f'/postings/{posting.public_id}/propose', {'worker': worker})['id']}"
    boss.do(f"{gig}/offer")
    clerk.do(f"{gig}/confirm", {"terms_seen": 1, "for": person})
    digest = clerk.get(f"{gig}/agreement").json()["digest"]
    clerk.do(f"{gig}/sign", {"side": "worker", "digest": digest, "for": person})
    signature = Signature.objects.get()
    assert (signature.signer, signature.method) == (person, Signature.Method.OWN_HAND)
    assert signature.assisted_by == str(cast.clerk.public_id)
    event = Event.objects.get(kind="hiring.signed")
    assert (event.side, event.via, event.assisting) == ("worker", "desk", person)


def test_a_firm_may_be_stood_for_by_its_member(cast):
    clerk, member = of(cast.clerk), cast.firm.members.get().person
    body = {"employer": cast.firm.public_id, "text": "招人", "for": member.public_id}
    draft = clerk.do("/postings", body)["id"]
    assert Event.objects.get(object_id=draft).assisting == str(member.public_id)
    body["for"] = cast.household.person.public_id
    assert clerk.post("/postings", body).status_code == 404


def test_staff_mark_an_absence_in_their_own_name(cast, time_machine):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    time_machine.move_to(shift.end_at, tick=False)
    path = f"/engagements/{engagement.public_id}/shifts/{shift.pk}/mark_absent"
    assert of(cast.clerk).do(path, {"side": "staff"})["state"] == "absent"


def test_a_clerk_registers_only_in_the_own_region(cast):
    answer = of(cast.clerk).post("/people/at_counter", {"name": "周大爷", "region": "371702"})
    assert answer.status_code == 404


def test_lists_at_the_counter_are_asked_for_a_person_too(cast):
    clerk, member = of(cast.clerk), cast.firm.members.get().person
    posting = cast.posting()
    cast.confirmed(posting, cast.wang)
    path = f"/postings/{posting.public_id}/engagements"
    assert clerk.get(path).status_code == 404
    (row,) = clerk.get(f"{path}?for={member.public_id}").json()["items"]
    assert (row["side"], row["worker"]["name"]) == ("staff", "王师傅")
    near = clerk.get(f"/workers/recommend?for={cast.zhao.person.public_id}").json()
    assert [one["posting"]["id"] for one in near] == [str(posting.public_id)]
