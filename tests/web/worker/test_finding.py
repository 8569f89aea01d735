"""找活 and the gig page: who sees what, and what the one button does."""

import re
from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from lingong.hiring.models import Engagement
from lingong.lib import clock
from lingong.workers.register import edit_wishes, rest
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast(now=clock.now())


def seen(client, url, status=200, **query):
    response = client.get(url, query)
    assert response.status_code == status
    return response.content.decode()


def signed_in(user):
    client = Client()
    client.force_login(user, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
    return client


def gig_url(posting):
    return f"/gigs/{posting.public_id}/"


def once(page, url):
    """The hidden key of the form that posts to `url`."""
    form = page[page.index(f'action="{url}"') :].split("</form>")[0]
    return re.search(r'name="once" value="([^"]+)"', form)[1]


def test_anybody_sees_open_gigs_but_neither_the_door_nor_a_phone(client, cast):
    cast.posting()
    page = seen(client, "/")
    for word in ("小工", "180 元/天", "日结", "城东建材市场…", "还缺 5 人", "已实名", "管中午饭", "距离未知"):
        assert word in page, word
    assert "南门" not in page
    assert "13900000005" not in page


def test_a_paused_or_expired_gig_is_not_in_the_list(client, cast):
    posting = cast.posting()
    type(posting).objects.filter(pk=posting.pk).update(expires_at=cast.now - timedelta(minutes=1))
    assert "现在没有在招的活" in seen(client, "/")
    assert client.get(gig_url(posting)).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "小工"}, True),
        ({"q": "城东"}, True),
        ({"q": "南门"}, False),  # the hidden part of an address is no key to it
        ({"q": "焊工"}, False),
        ({"daily": "1"}, True),
        ({"today": "1"}, False),
        ({"group": "construction"}, True),
        ({"group": "live"}, False),
        ({"region": "321311"}, True),
        ({"region": "320000"}, True),
        ({"region": "371702"}, False),
        ({"near": "1", "lat": "33.97", "lon": "118.34"}, True),
        ({"near": "1", "lat": "34.20", "lon": "118.34"}, False),
        ({"near": "1", "lat": "x", "lon": ""}, True),  # no place, no such filter
    ],
)
def test_filters(client, cast, query, found):
    cast.posting()
    assert ("180 元/天" in seen(client, "/", **query)) is found


def test_the_district_chosen_last_is_kept(client, cast):
    cast.posting()
    seen(client, "/", region="371702")
    assert "180 元/天" not in seen(client, "/")
    seen(client, "/", region="all")
    assert "180 元/天" in seen(client, "/")


def test_distance_to_a_home_is_only_rough(client, cast):
    cast.posting(cast.household, lat=33.9649, lon=118.3449, place="幸福小区3号楼502")
    page = seen(client, "/", lat="33.965", lon="118.345")  # at the door
    assert "幸福小区3号…" in page
    assert "离您 700 米" in page


def test_what_fits_comes_first_with_the_reason_and_only_once(cast):
    posting = cast.posting()
    page = seen(signed_in(cast.wang.person.account), "/")
    assert page.index("为您推荐") < page.index("180 元/天")
    assert page.count(gig_url(posting)) == 1
    assert page.count("离您") == 1


def test_who_rests_is_told_why_nothing_is_recommended(cast):
    cast.posting()
    wang = cast.wang
    rest(worker=wang, by=cast.as_worker(wang), now=cast.now)
    page = seen(signed_in(wang.person.account), "/")
    assert "为您推荐" not in page
    assert "您现在是休息中" in page


def test_the_number_of_queries_does_not_grow_with_the_list(cast, django_assert_max_num_queries):
    client = signed_in(cast.wang.person.account)
    for hour in range(6, 12):
        cast.posting(start=time(hour))
    with django_assert_max_num_queries(20) as few:
        seen(client, "/")
    for hour in range(12, 17):
        cast.posting(start=time(hour))
    with django_assert_max_num_queries(len(few)):
        seen(client, "/")


def test_a_visitor_signs_in_and_comes_back(client, cast):
    posting = cast.posting()
    page = seen(client, gig_url(posting))
    assert f"/sign-in/?next=%2Fgigs%2F{posting.public_id}%2F" in page
    assert "约 16 元/小时" in page
    answer = client.post(f"{gig_url(posting)}apply/")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/?next=/gigs/")


def test_who_is_not_registered_registers_first(cast):
    posting = cast.posting()
    client = signed_in(cast.stranger)
    assert "/join/worker/?next=" in seen(client, gig_url(posting))
    assert client.post(f"{gig_url(posting)}apply/").url == gig_url(posting)


def test_applying_twice_has_one_effect_and_the_same_answer(cast):
    posting = cast.posting()
    client = signed_in(cast.wang.person.account)
    url = f"{gig_url(posting)}apply/"
    form = {"once": once(seen(client, gig_url(posting)), url), "terms": posting.terms.number}
    first, second = client.post(url, form), client.post(url, form)
    engagement = Engagement.objects.get()
    assert first.url == second.url == f"/work/{engagement.public_id}/"
    assert "报名送到了" in seen(client, first.url)
    again = seen(client, gig_url(posting))
    assert "您报过名了" in again
    assert "我要报名" not in again


def test_the_one_place_grabbed_is_gone_for_the_next(cast):
    posting = cast.posting(instant=True, headcount=1)
    wang, zhao = (signed_in(w.person.account) for w in (cast.wang, cast.zhao))
    url = f"{gig_url(posting)}grab/"
    page = seen(zhao, gig_url(posting))
    assert "先到先得" in page
    wang.post(url, {"once": once(seen(wang, gig_url(posting)), url), "terms": posting.terms.number})
    assert Engagement.objects.get().state == "confirmed"
    answer = zhao.post(url, {"once": once(page, url), "terms": posting.terms.number}, follow=True)
    assert "没有名额了" in answer.content.decode()
    assert Engagement.objects.count() == 1


def test_who_is_not_verified_may_apply_and_is_told_and_cannot_grab(cast):
    cast.worker("孙小明", phone="13900000031", verified=False)
    user = type(cast.stranger).objects.by_phone("13900000031")
    page = seen(signed_in(user), gig_url(cast.posting()))
    assert "我要报名" in page
    assert "/me/identity/?next=" in page
    page = seen(signed_in(user), gig_url(cast.posting(instant=True)))
    assert "先实名，再抢单" in page
    assert "grab/" not in page


def test_why_not_and_what_would_open_it(cast):
    posting, wang = cast.posting(), cast.wang
    facts = {"trades": ["labourer"], "region": "321311", "reach_km": 15, "lat": 33.95, "lon": 118.33}
    edit_wishes(worker=wang, by=cast.as_worker(wang), now=cast.now, floor_fen_per_hour=3000, **facts)
    page = seen(signed_in(wang.person.account), gig_url(posting))
    assert "低于您说的最低 30 元" in page
    assert "/me/wishes/" in page


def test_an_own_gig_cannot_be_applied_for(cast):
    posting = cast.posting()
    page = seen(signed_in(cast.firm.members.get().person.account), gig_url(posting))
    assert "这是您自己发布的活" in page


def test_unknown_and_unpublished_look_alike(client):
    assert "没找到" in seen(client, f"/gigs/{uuid4()}/", 404)
