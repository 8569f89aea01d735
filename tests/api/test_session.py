"""Sign-in for programs: a code, a second fact on a new device, the staff's way."""

import json
import re
from pathlib import Path

from django.conf import settings

from lingong.accounts.staff_sign_in import totp_code
from tests.api.conftest import Program
from tests.cast import PASSWORD, TOTP_SECRET


def sent_code(phone: str) -> str:
    lines = Path(settings.SMS_OUTBOX).read_text("utf-8").splitlines()
    text = [one["text"] for one in map(json.loads, lines) if one["number"] == phone][-1]
    return re.search(r"\d{6}", text)[0]


def enter(program: Program, phone: str):
    assert program.send("POST", "/session/code", {"phone": phone}).status_code == 200
    return program.send("POST", "/session", {"phone": phone, "code": sent_code(phone)})


def renewed(program: Program, answer) -> Program:
    program.token = answer.json()["csrf_token"]
    return program


def test_a_new_number_is_an_account_that_can_register(cast):
    program = Program()
    answer = enter(program, "13900001234")
    assert answer.json()["signed_in"]
    renewed(program, answer).do("/people", {"name": "孙二", "region": "321311"})
    worker = program.do("/workers", {"trades": ["cleaner"], "region": "321311"})["id"]
    me = program.get("/me").json()
    assert (me["worker"], me["looking"], me["real_name_level"]) == (worker, True, 1)
    rest = program.send("PUT", "/workers/availability", {"looking": False})
    assert rest.status_code == 200
    assert not program.get("/me").json()["looking"]
    assert program.do("/employers/household")["id"] in program.get("/me").json()["employers"]


def test_a_new_device_is_asked_for_a_second_fact(cast):
    number = cast.wang.person.id_number
    program = Program()
    asked = enter(program, "13900000001").json()
    assert not asked["signed_in"]
    assert "4 位" in asked["question"]
    assert program.get("/me").status_code == 401
    wrong = program.send("POST", "/session/second_fact", {"answer": "0000"})
    assert (wrong.status_code, wrong.json()["field"]) == (409, "answer")
    right = program.send("POST", "/session/second_fact", {"answer": number[-4:]})
    assert right.json()["signed_in"]
    assert renewed(program, right).get("/me").json()["worker"] == str(cast.wang.public_id)
    assert not program.send("DELETE", "/session").json()["signed_in"]
    assert program.get("/me").status_code == 401


def test_the_device_is_known_the_next_time(cast, time_machine):
    cast.wang  # noqa: B018
    program = Program()
    enter(program, "13900000001")
    right = program.send("POST", "/session/second_fact", {"answer": cast.wang.person.id_number[-4:]})
    renewed(program, renewed(program, right).send("DELETE", "/session"))
    time_machine.shift(120)
    assert enter(program, "13900000001").json()["signed_in"]


def test_a_second_fact_without_a_code_is_nothing(cast):
    answer = Program().send("POST", "/session/second_fact", {"answer": "0000"})
    assert (answer.status_code, answer.json()["code"]) == (409, "accounts.start_again")


def test_a_wrong_code_and_a_wrong_phone_are_refused(cast):
    program = Program()
    program.send("POST", "/session/code", {"phone": "13900000001"})
    wrong = program.send("POST", "/session", {"phone": "13900000001", "code": "000000"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "accounts.wrong_code")
    assert program.send("POST", "/session/code", {"phone": "12345"}).json()["field"] == "phone"


def test_staff_sign_in_with_password_and_totp(cast):
    name = cast.clerk.username
    program = Program()
    code = totp_code(TOTP_SECRET, cast.now)
    wrong = program.send("POST", "/session/staff", {"username": name, "password": "no", "code": code})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "accounts.wrong_password")
    right = program.send("POST", "/session/staff", {"username": name, "password": PASSWORD, "code": code})
    assert right.json()["is_staff"]
    assert renewed(program, right).get("/reviews").status_code == 200


def test_another_site_cannot_sign_anybody_in(cast):
    program = Program()
    program.token = "x" * 64
    assert program.send("POST", "/session/code", {"phone": "13900000001"}).status_code == 403
