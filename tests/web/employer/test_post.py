"""发布: from the sentence to review, with nothing lost on the way."""

from datetime import date, timedelta

import pytest

from lingong.employers.models import Employer
from lingong.employers.register import register_household
from lingong.jobs.models import Posting
from lingong.jobs.review import send_back
from lingong.journal.actor import Side
from lingong.regions.models import Division
from lingong.web import acting
from tests.cast import COUNTY, SENTENCE, actor

from .page import Form

NIGHT = "夜班装卸工3名，今晚22:00-次日6:00，260元一天，日结，物流园8号库"


def read(client, text=SENTENCE):
    return client.post("/employer/", {"act": "read", "text": text, "once": "k"}, follow=True)


def send(client, page, follow=True, **answers):
    form = Form.of(page)
    return client.post(form.action, form.values | answers, follow=follow)


def test_a_sentence_becomes_a_form_that_asks_for_the_end(cast, boss):
    form = Form.of(page := read(boss))
    assert form.asked == {"end"}
    assert (form.values["trade"], form.values["pay"], form.values["settlement"]) == (
        "labourer",
        "180",
        "daily",
    )
    assert (form.values["first_day"], form.values["start"], form.values["region"]) == (
        "2026-11-22",
        "06:00",
        COUNTY,
    )
    assert "还差 1 处没写" in page.content.decode()


def test_answered_it_goes_to_review_once(cast, boss):
    page = read(boss)
    for _ in range(2):
        done = send(boss, page, end="17:00")
    posting = Posting.objects.get()
    assert posting.state == "in_review"
    assert posting.versions.get().pay_fen == 180_00
    assert "正在审核" in done.content.decode()


def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(cast, boss):
    page = send(boss, read(boss), task="卸瓷砖", pay="一百八")
    html = page.content.decode()
    assert "几点收工：这里还没填" in html
    assert "请填数字，例如 180 或 18.5" in html
    assert Form.of(page).values["task"] == "卸瓷砖"
    draft = Posting.objects.get()
    assert (draft.state, draft.draft["task"], draft.draft["pay"]) == ("draft", "卸瓷砖", "一百八")


def test_a_time_gone_by_is_refused_beside_the_start(cast, boss):
    page = send(boss, read(boss), end="17:00", first_day="2026-11-20")
    assert "开工时间已经过了" in page.content.decode()
    assert Posting.objects.get().state == "draft"


def test_the_text_read_again_keeps_what_was_typed_and_takes_what_is_new(cast, boss):
    page = read(boss)
    changed = SENTENCE.replace("180元", "200元")
    again = send(boss, page, act="read", text=changed, end="17:30", headcount="6")
    values = Form.of(again).values
    assert (values["pay"], values["end"], values["headcount"]) == ("200", "17:30", "6")


def test_hourly_equivalent_local_floor_and_the_end_on_the_next_day(cast, boss):
    html = read(boss, NIGHT).content.decode()
    assert "今晚 22:00–次日 6:00 · 一个班 8 小时" in html
    assert "约 32 元/小时；江苏三类小时最低工资 20 元" in html


def test_the_first_of_several_jobs(cast, boss):
    page = read(boss, "抹灰工3个350一天，瓦工2个300一天，明天早上7点到岗，工地在南二环项目部，日结")
    first = send(boss, page, act="first")
    assert "先发第一个：抹灰工 3 人" in page.content.decode()
    assert (Form.of(first).values["headcount"], Form.of(first).values["pay"]) == ("3", "350")


def test_a_visitor_signs_in_and_finds_the_text_again(cast, browser):
    names = {"name": "宿豫区", "full_name": "江苏省宿迁市宿豫区", "parent_code": "321300"}
    Division.objects.create(code=COUNTY, level=3, valid_from=date(2000, 1, 1), **names)
    visitor = browser()
    refused = send(visitor, read(visitor), end="17:00", elsewhere="宿迁 宿豫区", follow=False)
    assert refused["Location"] == "/sign-in/?next=/employer/"
    household = cast.household
    visitor.force_login(household.person.account, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
    page = visitor.get("/employer/")
    assert Form.of(page).values["text"].strip() == SENTENCE
    assert Form.of(page).values["end"] == "17:00"
    assert "正在审核" in send(visitor, page).content.decode()
    assert Posting.objects.get().employer == household


def test_an_unverified_employer_writes_and_is_told_what_is_needed(cast, browser):
    person = cast.person("孙女士", phone="13900000066", verified=False)
    register_household(person=person, by=actor(person.account, Side.EMPLOYER), now=cast.now)
    client = browser(person.account)
    page = read(client)
    assert "先实名，才能提交审核" in page.content.decode()
    refused = send(client, page, end="17:00")
    assert "还没有完成实名核验" in refused.content.decode()
    assert Posting.objects.get().draft["end"] == "17:00"
    assert Form.of(client.get(f"/employer/?draft={Posting.objects.get().public_id}")).values["end"] == "17:00"


def test_sent_back_with_the_reason_and_edited_again(cast, boss):
    send(boss, read(boss), end="17:00")
    posting = Posting.objects.get()
    send_back(posting=posting, reason="请写清搬什么", by=actor(cast.reviewer), now=cast.now)
    html = boss.get("/employer/").content.decode()
    assert "退回，请改" in html
    assert "请写清搬什么" in html
    page = boss.get(f"/employer/?draft={posting.public_id}")
    values = Form.of(page).values | {"task": "卸水泥"}
    boss.post(f"/employer/?draft={posting.public_id}", values)
    posting.refresh_from_db()
    assert (posting.state, posting.versions.count()) == ("in_review", 2)


@pytest.mark.parametrize("draft", ["x", "00000000-0000-4000-8000-000000000000"])
def test_an_unknown_draft_is_not_found(cast, boss, draft):
    assert boss.get(f"/employer/?draft={draft}").status_code == 404


def test_another_s_draft_is_not_found(cast, boss, browser):
    read(boss)
    stranger = browser(cast.household.person.account)
    assert stranger.get(f"/employer/?draft={Posting.objects.get().public_id}").status_code == 404


def test_a_member_of_two_chooses_for_whom_to_post(cast, boss):
    person = cast.firm.members.get().person
    home = register_household(
        person=person, by=cast.as_employer(cast.firm), now=cast.now + timedelta(hours=1)
    )
    assert "正在为" in boss.get("/employer/").content.decode()
    boss.post("/employer/for/", {"employer": str(home.public_id), "next": "/employer/"})
    assert boss.session[acting.EMPLOYER_KEY] == str(home.public_id)
    read(boss)
    assert Posting.objects.get().employer == home
    assert boss.post("/employer/for/", {"employer": str(cast.household.public_id)}).status_code == 404
    assert Employer.objects.count() == 3
