"""The search box: what people say at the window."""

import pytest
from django.urls import reverse

from lingong.journal.actor import Side
from tests.cast import OTHER_COUNTY

pytestmark = pytest.mark.django_db


def find(client, asked):
    return client.get(reverse("web:desk"), {"q": asked}).content.decode()


def test_the_first_page_shows_today_and_has_the_cursor_in_the_search_box(cast, clerk):
    page = clerk.get(reverse("web:desk")).content.decode()
    assert "今天要到岗" in page
    assert page.count("autofocus") == 1


def test_a_person_by_part_of_the_name_whole_phone_or_paper(cast, clerk):
    wang, li = cast.wang.person, cast.li.person
    assert "王建国" in find(clerk, "建国")
    assert "王建国" in find(clerk, "139 0000 0001")
    assert "李大山" in find(clerk, li.id_number.lower())
    assert "13900000001" not in find(clerk, "王建国")
    assert wang.id_number not in find(clerk, "王建国")


def test_a_firm_and_a_posting_by_trade_or_number(cast, clerk):
    posting = cast.posting()
    assert "宿城建材有限公司" in find(clerk, "建材")
    for asked in ("小工", posting.public_id.hex[:8].upper()):
        assert reverse("web:desk_posting", args=[posting.public_id]) in find(clerk, asked)


def test_nobody_found_leads_to_registering_with_what_was_typed(cast, clerk):
    assert reverse("web:desk_register") + "?q=%E5%AD%99%E5%A4%A7%E5%8A%9B" in find(clerk, "孙大力")
    form = clerk.get(reverse("web:desk_register"), {"q": "13912345678"}).context["form"]
    assert form["phone"].value() == "13912345678"


def test_people_of_other_districts_are_not_there(cast, browser):
    person = cast.li.person
    elsewhere = browser(cast.foreign_clerk)
    assert "没有这个人" in find(elsewhere, "李大山")
    assert elsewhere.get(reverse("web:desk_person", args=[person.public_id])).status_code == 404


def test_what_was_open_stands_on_the_left_without_its_name_in_the_session(cast, clerk):
    person = cast.li.person
    clerk.get(reverse("web:desk_person", args=[person.public_id]))
    assert "李大山" in clerk.get(reverse("web:desk")).content.decode()
    assert "李大山" not in str(dict(clerk.session))


@pytest.mark.parametrize("who", ["stranger", "clerk", "officer", "inspector", "market_head", "foreign_clerk"])
def test_who_may_come_to_the_desk(cast, browser, who):
    user = getattr(cast, who)
    answer = browser(user).get(reverse("web:desk"))
    assert answer.status_code == (404 if who == "stranger" else 200)


def test_pages_of_another_district_look_like_nothing(cast, browser):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.li)
    elsewhere, shift = browser(cast.foreign_clerk), cast.shift(engagement)
    assert cast.foreign_clerk.grants.get().regions == [OTHER_COUNTY]
    for name, args in {
        "desk_employer": [cast.firm.public_id],
        "desk_post": [cast.firm.public_id],
        "desk_posting": [posting.public_id],
        "desk_engagement": [engagement.public_id],
        "desk_agreement": [engagement.public_id],
        "desk_slip": [engagement.public_id],
        "desk_slip_code": [engagement.public_id],
        "desk_review_one": [posting.public_id],
    }.items():
        assert elsewhere.get(reverse(f"web:{name}", args=args)).status_code == 404, name
    for name, args in {
        "desk_act": [engagement.public_id, Side.WORKER, "withdraw"],
        "desk_shift_act": [engagement.public_id, shift.pk, Side.EMPLOYER, "check_in"],
        "desk_propose": [posting.public_id, cast.wang.public_id],
        "desk_apply": [cast.wang.person.public_id, posting.public_id],
        "desk_person_act": [cast.wang.person.public_id, "rest"],
        "desk_licence": [cast.firm.public_id],
    }.items():
        assert elsewhere.post(reverse(f"web:{name}", args=args), {"reason": "unwell"}).status_code == 404, (
            name
        )
