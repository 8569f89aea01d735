"""One key, one effect; refusals keep no key; what is not well formed is said in one shape."""

import json

import pytest

from lingong.hiring.models import Engagement, Talk
from lingong.journal.models import Event, OnceKey
from tests.api.conftest import Program, of

KEY = "a-key-of-the-test"


def test_a_repeat_gets_the_first_answer_and_no_second_effect(cast):
    posting, wang = cast.posting(), of(cast.wang)
    path = f"/postings/{posting.public_id}/apply"
    first = wang.post(path, key=KEY)
    again = wang.post(path, key=KEY)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert Engagement.objects.count() == 1


@pytest.mark.parametrize(
    ("path", "body"), [("talk", {"side": "worker", "text": "别的话"}), ("withdraw", {"reason": "too_far"})]
)
def test_the_same_key_for_something_else_is_422(cast, path, body):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    wang, gig = of(cast.wang), f"/engagements/{engagement.public_id}"
    assert wang.post(f"{gig}/talk", {"side": "worker", "text": "几点到"}, key=KEY).status_code == 200
    other = wang.post(f"{gig}/{path}", body, key=KEY)
    assert (other.status_code, other.json()["code"]) == (422, "once.other_content")
    assert Talk.objects.count() == 1


def test_the_order_of_the_fields_is_no_other_content(cast):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    wang, path = of(cast.wang), f"/engagements/{engagement.public_id}/talk"
    assert wang.post(path, '{"side": "worker", "text": "好"}', key=KEY).status_code == 200
    assert wang.post(path, '{"text": "好",\n "side": "worker"}', key=KEY).headers["Idempotent-Replayed"]


def test_two_users_may_choose_the_same_key(cast):
    posting = cast.posting()
    path = f"/postings/{posting.public_id}/apply"
    first, second = (of(worker).post(path, key=KEY).json() for worker in (cast.wang, cast.zhao))
    assert first["id"] != second["id"]


def test_a_refusal_keeps_no_key_and_what_was_counted_stays(cast, time_machine):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    wang, path = of(cast.wang), f"/engagements/{engagement.public_id}/shifts/{shift.pk}/check_in"
    time_machine.move_to(shift.start_at, tick=False)
    for tries in range(1, 6):
        wrong = wang.post(path, {"side": "worker", "code": "000000"}, key=KEY)
        assert (wrong.status_code, wrong.json()["code"]) == (409, "hiring.code")
        shift.refresh_from_db()
        assert shift.wrong_codes == tries  # guessing is counted although nothing was done
    assert wang.post(path, {"side": "worker", "code": "000000"}).json()["code"] == "hiring.code_tries"
    assert not OnceKey.objects.filter(key__endswith=KEY).exists()
    assert not Event.objects.filter(kind="hiring.checked_in").exists()


def test_what_is_kept_of_a_command_holds_nothing_personal(cast):
    clerk = of(cast.clerk)
    clerk.do("/people/at_counter", {"name": "钱多多", "region": "321311", "phone": "13900000077"})
    kept = OnceKey.objects.get()
    assert set(kept.answer) == {"id", "state"}
    assert "13900000077" not in json.dumps(kept.answer)


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "has blank"])
def test_a_command_without_a_good_key_is_422(cast, key):
    headers = {"Idempotency-Key": key} if key else {}
    answer = of(cast.wang).send("POST", f"/postings/{cast.posting().public_id}/apply", {}, **headers)
    assert answer.status_code == 422
    assert answer.json() == {"code": "invalid", "text": answer.json()["text"], "field": "Idempotency-Key"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"side": "worker"}, "text"),
        ({"side": "boss", "text": "x"}, "side"),
        ({"side": "worker", "text": "a\x00b"}, "text"),
        ({"side": "worker", "text": "\ud800"}, "text"),
        ({"side": "worker", "text": "x", "state": "rated"}, "state"),
        ({"side": "worker", "text": "x" * 501}, "text"),
        ("[]", ""),
        ("{", ""),
        ("\xff", ""),
    ],
)
def test_what_is_not_well_formed_is_422_and_names_its_field(cast, body, field):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    answer = of(cast.wang).post(f"/engagements/{engagement.public_id}/talk", body)
    assert answer.status_code == 422
    assert answer.json().keys() == {"code", "text", "field"}
    assert answer.json()["field"] == field


def test_without_the_csrf_token_nothing_is_done(cast):
    wang = of(cast.wang)
    answer = wang.client.post(
        f"/api/v1/postings/{cast.posting().public_id}/apply", {}, content_type="application/json",
        headers={"Idempotency-Key": KEY},
    )  # fmt: skip
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
    assert not Engagement.objects.exists()


def test_an_unexpected_end_of_the_address_is_no_server_error(cast):
    assert Program().get("/postings/no-uuid").status_code == 422
    assert Program().get(f"/postings/{cast.posting().public_id}/nothing").status_code == 404
    wang = of(cast.wang)
    assert wang.get("/my/engagements?side=worker&page=9999999999999999999999").status_code == 422
