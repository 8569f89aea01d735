"""What there is to see, page by page, and as many queries for twenty rows as for one."""

import pytest

from lingong.jobs.catalogue.trades import trades
from tests.api.conftest import Program, of
from tests.cast import OTHER_COUNTY


def test_everybody_sees_what_is_open_and_nothing_more(cast):
    posting = cast.posting()
    cast.posting(cast.household, region=OTHER_COUNTY)
    visitor = Program()
    assert len(visitor.get("/postings").json()["items"]) == 2
    (seen,) = visitor.get(f"/postings?region={posting.region}").json()["items"]
    assert seen["employer"]["name"] == "宿城建材有限公司"
    assert seen["terms"]["place"] == "城东建材市场…"
    assert visitor.get("/postings?trade=cleaner").json() == {"items": [], "more": False}
    named = {one["code"]: one["name"] for one in visitor.get("/trades").json()}
    assert named["labourer"] == trades()["labourer"].name


def test_my_lists_hold_what_is_mine(cast):
    posting = cast.posting()
    cast.confirmed(posting, cast.wang)
    assert [one["state"] for one in of(cast.firm).get("/my/postings").json()["items"]] == ["published"]
    assert len(of(cast.wang).get("/my/engagements?side=worker").json()["items"]) == 1
    assert len(of(cast.firm).get("/my/engagements?side=employer").json()["items"]) == 1
    assert of(cast.zhao).get("/my/engagements?side=worker").json()["items"] == []
    assert of(cast.household).get("/my/postings").json()["items"] == []
    assert of(cast.zhao).get("/reviews").json()["items"] == []


@pytest.mark.parametrize("path", ["/postings", "/my/postings", "/my/engagements?side=employer"])
def test_more_rows_ask_no_more_queries(cast, path, django_assert_max_num_queries):
    for worker in (cast.wang, cast.zhao, cast.li):
        cast.confirmed(cast.posting(first_day=cast.now.date().replace(day=25)), worker)
        cast.now = cast.now.replace(minute=cast.now.minute + 1)
        cast.posting(cast.household)
    boss = of(cast.firm)
    with django_assert_max_num_queries(14):
        assert len(boss.get(path).json()["items"]) >= 3
