"""Phone and SMS code over HTTP: the pages, the second question, and what a browser may not bring along."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from lingong.accounts.models import Device, SignInCode, User
from lingong.lib import clock
from lingong.people.models import Person
from lingong.web.account.demo_code import demo_code
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PHONE = "13900000001"


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_new_number_gets_a_code_and_is_asked_what_it_is_here_for(client, with_code):
    page = client.get("/sign-in/")
    assert "不用密码" in text_of(page)
    before = client.post("/sign-in/", {"phone": "+86 139-0000-0001"}, follow=True)
    assert "139****0001" in text_of(before)
    key = client.session.session_key
    after = client.post("/sign-in/code/", {"code": demo_code(PHONE)}, follow=True)
    assert after.redirect_chain == [("/welcome/", 302)]
    assert "您来找活还是招人？" in text_of(after)
    assert client.session.session_key != key
    assert User.objects.get().phone == PHONE


@pytest.mark.parametrize(
    ("phone", "said"), [("", "这里还没填"), ("1390000", "手机号"), ("010-12345678", "11 位的手机号")]
)
def test_a_number_with_a_slip_stays_on_the_page_with_its_reason(client, phone, said):
    page = client.post("/sign-in/", {"phone": phone})
    assert said in text_of(page)
    assert f'value="{phone}"' in page.content.decode() or not phone
    assert not SignInCode.objects.exists()


def test_twenty_wrong_codes_leave_one_outside(client):
    client.post("/sign-in/", {"phone": PHONE})
    right = demo_code(PHONE)
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    for _ in range(20):
        page = client.post("/sign-in/code/", {"code": wrong})
        assert "不对或已过期" in text_of(page)
    page = client.post("/sign-in/code/", {"code": right})
    assert "不对或已过期" in text_of(page)
    assert "_auth_user_id" not in client.session


def test_the_code_page_needs_a_number_first(client):
    for path in ("/sign-in/code/", "/sign-in/second/"):
        assert client.get(path).headers["Location"] == "/sign-in/"
    for path in ("/sign-in/again/", "/sign-in/not-mine-before/"):
        assert client.post(path).headers["Location"] == "/sign-in/"
        assert client.get(path).status_code == 405


def test_too_soon_for_another_code_is_told(client):
    client.post("/sign-in/", {"phone": PHONE})
    assert "请等 1 分钟" in text_of(client.post("/sign-in/again/", follow=True))
    SignInCode.objects.update(sent_at=clock.now() - timedelta(minutes=2), minute=None)
    assert "新的验证码发出去了" in text_of(client.post("/sign-in/again/", follow=True))
    assert SignInCode.objects.count() == 2


def test_the_number_between_the_pages_is_sealed(client):
    client.post("/sign-in/", {"phone": PHONE})
    stored = Session.objects.get(session_key=client.session.session_key)
    assert PHONE not in str(stored.get_decoded())
    with connection.cursor() as cursor:
        cursor.execute("SELECT ip, device FROM accounts_signincode")
        assert cursor.fetchone()[0] == "127.0.0.1"


# --- The demo box ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("demo", [True, False])
def test_the_code_is_on_the_page_in_the_demo_and_never_otherwise(client, settings, demo):
    client.post("/sign-in/", {"phone": PHONE})
    code = demo_code(PHONE)
    settings.DEMO = demo
    page = client.get("/sign-in/code/").content.decode()
    assert (code in page) is demo
    assert ("演示用" in page) is demo


def test_the_demo_shows_the_last_code_of_that_number_only(client, outbox):
    client.post("/sign-in/", {"phone": PHONE})
    mine = demo_code(PHONE)
    Client().post("/sign-in/", {"phone": "13900000002"})
    assert demo_code(PHONE) == mine
    assert demo_code("13900000003") == ""
    outbox.unlink()
    assert demo_code(PHONE) == ""


# --- The device --------------------------------------------------------------------------------------------


def test_the_device_is_a_signed_cookie_scripts_cannot_read(client):
    cookie = client.get("/sign-in/").cookies["device"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 365 * 86400)
    assert "device" not in client.get("/sign-in/").cookies  # it has one now
    client.cookies["device"] = "made-up"
    assert "device" in client.get("/sign-in/").cookies


def test_a_forged_device_is_a_new_one(client):
    wang = Cast().wang
    Device.objects.create(
        user=wang.person.account, digest="0" * 64, first_seen_at=clock.now(), last_seen_at=clock.now()
    )
    client.cookies["device"] = "made-up"
    client.post("/sign-in/", {"phone": PHONE})
    assert SignInCode.objects.get().device == ""
    after = client.post("/sign-in/code/", {"code": demo_code(PHONE)})
    assert after.headers["Location"] == "/sign-in/second/"


# --- The second question -------------------------------------------------------------------------------------


def test_a_new_device_is_asked_for_the_end_of_the_paper_and_then_known(client, with_code):
    client.get("/sign-in/")
    person = Person.objects.get(pk=Cast().wang.person_id)
    assert with_code().headers["Location"] == "/sign-in/second/"
    assert "_auth_user_id" not in client.session
    page = client.get("/sign-in/second/")
    assert "您证件号的最后 4 位" in text_of(page)
    assert person.id_number[-4:] not in page.content.decode()
    after = client.post("/sign-in/second/", {"answer": person.id_number[-4:]})
    assert after.headers["Location"] == "/"
    client.post("/sign-out/")
    SignInCode.objects.all().delete()
    assert with_code().headers["Location"] == "/"


def test_three_wrong_answers_send_to_the_counter_whatever_the_session(client, with_code):
    client.get("/sign-in/")
    cast = Cast()
    person = Person.objects.get(pk=cast.wang.person_id)
    with_code()
    for left in (2, 1):
        page = client.post("/sign-in/second/", {"answer": "0000"})
        assert f"还可以试 {left} 次" in text_of(page)
        assert 'value="0000"' in page.content.decode()
    other = Client()
    SignInCode.objects.all().delete()
    other.post("/sign-in/", {"phone": PHONE})
    other.post("/sign-in/code/", {"code": demo_code(PHONE)})
    page = other.post("/sign-in/second/", {"answer": "0000"})
    assert "带身份证件到驿站窗口" in text_of(page)
    for browser in (client, other):
        page = browser.post("/sign-in/second/", {"answer": person.id_number[-4:]})
        assert "答错 3 次" in text_of(page)
        assert 'name="answer"' not in page.content.decode()
        assert "_auth_user_id" not in browser.session


def test_who_was_never_registered_needs_the_code_only(client, with_code):
    User.objects.create_citizen(phone=PHONE)
    assert with_code().headers["Location"] == "/welcome/"


def test_the_second_question_waits_ten_minutes(client, with_code):
    assert Cast().wang
    with time_machine.travel(clock.now(), tick=False) as time:
        with_code()
        time.shift(timedelta(minutes=11))
        assert client.get("/sign-in/second/").headers["Location"] == "/sign-in/"


def test_a_number_that_was_somebody_elses_begins_afresh(client, with_code):
    wang = Cast().wang
    with_code()
    page = client.get("/sign-in/second/")
    assert "从头登记" in text_of(page)
    after = client.post("/sign-in/not-mine-before/", follow=True)
    assert after.redirect_chain == [("/welcome/", 302)]
    old = Person.objects.get(pk=wang.person_id)
    assert (old.account, old.phone) == (None, "")
    assert not Person.objects.filter(account__pk=client.session["_auth_user_id"]).exists()


def test_letting_go_of_a_number_needs_the_right_code_first(client):
    wang = Cast().wang
    client.post("/sign-in/", {"phone": PHONE})
    client.post("/sign-in/not-mine-before/")
    assert Person.objects.get(pk=wang.person_id).account is not None


# --- Where one goes then, and out ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "goes"),
    [("/stations/?q=1", "/stations/?q=1"), ("//evil.example/", "/"), ("https://evil.example/", "/"),
     ("/\\evil.example", "/"), ("javascript:alert(1)", "/"), ("", "/")],
)  # fmt: skip
def test_next_is_a_path_of_this_site(client, asked, goes):
    person = Person.objects.get(pk=Cast().wang.person_id)
    client.get("/sign-in/", {"next": asked})
    client.post("/sign-in/", {"phone": PHONE})
    client.post("/sign-in/code/", {"code": demo_code(PHONE)})
    after = client.post("/sign-in/second/", {"answer": person.id_number[-4:]})
    assert after.headers["Location"] == goes


def test_signing_out_is_a_post_and_leaves_nothing(client):
    client.force_login(Cast().stranger)
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/sign-in/").headers["Location"] == "/welcome/"
    client.post("/sign-out/")
    assert "_auth_user_id" not in client.session
    assert client.get("/welcome/").headers["Location"] == "/sign-in/?next=/welcome/"


def test_the_form_needs_its_token():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/sign-in/", {"phone": PHONE}).status_code == 403
    assert not SignInCode.objects.exists()
