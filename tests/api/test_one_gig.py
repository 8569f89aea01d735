"""The whole line over the interface, as a program walks it."""

from datetime import timedelta

from lingong.lib.clock import local
from tests.api.conftest import of
from tests.cast import COUNTY, SENTENCE

OFFER = {"region": COUNTY, "lat": 33.96, "lon": 118.34, "end": "17:00"}


def test_a_sentence_becomes_a_posting_and_a_paid_and_rated_gig(cast, time_machine):
    boss, clerk, wang = of(cast.firm), of(cast.reviewer), of(cast.wang)

    read = boss.send("POST", "/read", {"text": SENTENCE}).json()
    assert read["missing"] == ["end"]
    facts = read["facts"] | OFFER
    draft = boss.do("/postings", {"employer": cast.firm.public_id, "text": SENTENCE, "draft": read["facts"]})
    posting = f"/postings/{draft['id']}"
    asked = boss.post(f"{posting}/submit", {"offer": {k: v for k, v in facts.items() if k != "end"}})
    assert (asked.status_code, asked.json()["code"], asked.json()["field"]) == (
        409,
        "jobs.missing_end",
        "end",
    )
    assert boss.do(f"{posting}/submit", {"offer": facts})["state"] == "in_review"
    assert clerk.get("/reviews").json()["items"][0]["id"] == draft["id"]
    assert clerk.do(f"{posting}/accept")["state"] == "published"

    assert [row["worker"]["name"] for row in boss.get(f"{posting}/recommend").json()] == ["王师傅"]
    assert [row["posting"]["id"] for row in wang.get("/workers/recommend").json()] == [draft["id"]]
    applied = wang.do(f"{posting}/apply")
    gig = f"/engagements/{applied['id']}"
    boss.do(f"{gig}/talk", {"side": "employer", "text": "带上手套"})
    assert boss.do(f"{gig}/offer")["state"] == "offered"
    assert wang.do(f"{gig}/confirm", {"terms_seen": 1})["state"] == "confirmed"

    digest = wang.get(f"{gig}/agreement").json()["digest"]
    wang.do(f"{gig}/sign", {"side": "worker", "digest": digest})
    assert boss.do(f"{gig}/sign", {"side": "employer", "digest": digest})["state"] == "agreed"
    shift = wang.get(gig).json()["shifts"][0]
    day = local(cast.now).date() + timedelta(days=1)
    time_machine.move_to(shift["start_at"], tick=False)
    code = boss.get(f"{posting}/site_code?day={day}").json()["code"]
    at = f"{gig}/shifts/{shift['id']}"
    assert wang.do(f"{at}/check_in", {"side": "worker", "code": code})["state"] == "present"

    time_machine.move_to(shift["end_at"], tick=False)
    assert not wang.do(f"{at}/report", {"side": "worker", "minutes": 660})["accepted"]
    assert boss.do(f"{at}/report", {"side": "employer", "minutes": 660})["accepted"]
    assert boss.do(f"{at}/pay", {})["state"] == "paid"
    assert wang.do(f"{at}/receive")["state"] == "received"
    wang.do(f"{gig}/rate", {"side": "worker", "stars": 5, "text": "给钱快"})
    assert boss.do(f"{gig}/rate", {"side": "employer", "stars": 5})["state"] == "rated"
    boss.do(f"{gig}/reply", {"side": "employer", "text": "下次还找您"})
    assert wang.get(gig).json()["shifts"][0]["amount_fen"] == 180_00


def test_names_and_phones_come_with_both_signatures(cast):
    posting, wang = cast.posting(), of(cast.wang)
    engagement = cast.confirmed(posting, cast.wang)
    before = wang.get(f"/engagements/{engagement.public_id}").json()
    assert (before["contact"], before["worker"]["phone"]) == (None, "")
    assert before["terms"]["place"].endswith("…")
    later = cast.agreed(posting, cast.zhao)
    seen = of(cast.firm).get(f"/engagements/{later.public_id}").json()
    assert (seen["worker"]["name"], seen["worker"]["phone"]) == ("赵铁柱", "13900000003")
    theirs = of(cast.zhao).get(f"/engagements/{later.public_id}").json()
    assert theirs["contact"] == {"name": "陈经理", "phone": "13900000005"}
    assert theirs["terms"]["place"] == "城东建材市场南门"
    by_staff = of(cast.clerk).get(f"/engagements/{later.public_id}").json()
    assert (by_staff["side"], by_staff["contact"], by_staff["worker"]["phone"]) == ("staff", None, "")
