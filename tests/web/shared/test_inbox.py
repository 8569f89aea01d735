"""The inbox: unread first, opened by a POST, led on by /go/ to the page of the side that asks."""

import re
import uuid

import pytest

from lingong.hiring.apply import apply
from lingong.lib import clock
from lingong.people.inbox import mark_read
from lingong.people.models import Message
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Just now, so that what was published is still open."""
    return Cast(now=clock.now())


@pytest.fixture
def applied(cast):
    posting = cast.posting()
    return apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)


def write(person, n: int, engagement=None, **facts):
    return Message.objects.create(
        person=person, kind="hiring.offered", text=f"第{n}条", event_id=1000 + n, sent_at=clock.now(),
        object_kind="engagement", object_id=str(engagement.public_id if engagement else uuid.uuid4()), **facts,
    )  # fmt: skip


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_nothing_yet_says_what_will_come(client, cast):
    client.force_login(cast.wang.person.account)
    Message.objects.all().delete()
    assert "还没有消息" in text_of(client.get("/inbox/"))
    client.force_login(cast.stranger)
    assert "还没有消息" in text_of(client.get("/inbox/"))
    client.logout()
    assert client.get("/inbox/").headers["Location"] == "/sign-in/?next=/inbox/"


def test_unread_come_first_and_opening_one_marks_it_and_leads_to_the_gig(client, cast, applied):
    wang = cast.wang.person
    Message.objects.all().delete()
    first, second = write(wang, 1, applied), write(wang, 2, applied)
    write(wang, 3, applied, read_at=clock.now())
    client.force_login(wang.account)
    text = text_of(client.get("/inbox/"))
    assert "2 条没看" in text
    assert text.index("第2条") < text.index("第1条") < text.index("第3条")

    assert client.get(f"/inbox/{first.pk}/").status_code == 405  # looking changes nothing
    after = client.post(f"/inbox/{first.pk}/")
    assert after.headers["Location"] == f"/go/engagement/{applied.public_id}/"
    assert client.get(after.headers["Location"]).headers["Location"] == f"/work/{applied.public_id}/"
    assert [m.read_at is None for m in (first, second) if not m.refresh_from_db()] == [False, True]


def test_all_at_once_and_never_those_of_others(client, cast):
    wang, zhao = cast.wang.person, cast.zhao.person
    Message.objects.all().delete()
    write(wang, 1)
    write(wang, 2)
    theirs = write(zhao, 3)
    client.force_login(wang.account)
    assert client.post(f"/inbox/{theirs.pk}/").status_code == 404
    assert "2 条都记成看过了" in text_of(client.post("/inbox/read/", follow=True))
    assert "没有没看的消息" in text_of(client.post("/inbox/read/", follow=True))
    assert list(Message.objects.filter(read_at=None)) == [theirs]
    assert mark_read(person=zhao, message_ids=[theirs.pk], now=clock.now()) == 1


def test_long_inboxes_have_pages(client, cast):
    wang = cast.wang.person
    for n in range(25):
        write(wang, n)
    client.force_login(wang.account)
    assert "第24条" in text_of(client.get("/inbox/"))
    assert "第24条" not in text_of(client.get("/inbox/?page=2"))


# --- /go/ --------------------------------------------------------------------------------------------------


def goes(client, user, kind, public_id):
    client.force_login(user)
    answer = client.get(f"/go/{kind}/{public_id}/")
    return answer.headers.get("Location", answer.status_code)


def test_an_engagement_has_a_page_for_each_side_and_none_for_others(client, cast, applied):
    boss = cast.firm.members.get().person.account
    ids = {
        "worker": goes(client, cast.wang.person.account, "engagement", applied.public_id),
        "employer": goes(client, boss, "engagement", applied.public_id),
        "clerk": goes(client, cast.clerk, "engagement", applied.public_id),
        "stranger": goes(client, cast.stranger, "engagement", applied.public_id),
        "other worker": goes(client, cast.zhao.person.account, "engagement", applied.public_id),
        "clerk elsewhere": goes(client, cast.foreign_clerk, "engagement", applied.public_id),
        "unknown": goes(client, boss, "engagement", uuid.uuid4()),
        "unknown kind": goes(client, boss, "person", applied.public_id),
    }
    assert ids == {
        "worker": f"/work/{applied.public_id}/",
        "employer": f"/employer/people/{applied.public_id}/",
        "clerk": f"/desk/engagements/{applied.public_id}/",
        "stranger": 404,
        "other worker": 404,
        "clerk elsewhere": 404,
        "unknown": 404,
        "unknown kind": 404,
    }


def test_a_posting_is_a_gig_for_those_who_seek_work(client, cast, applied):
    posting = applied.posting
    boss = cast.firm.members.get().person.account
    assert (
        goes(client, cast.zhao.person.account, "posting", posting.public_id) == f"/gigs/{posting.public_id}/"
    )
    assert goes(client, boss, "posting", posting.public_id) == f"/employer/postings/{posting.public_id}/"
    assert goes(client, cast.clerk, "posting", posting.public_id) == f"/desk/postings/{posting.public_id}/"
    assert goes(client, cast.stranger, "posting", uuid.uuid4()) == 404


def test_where_go_leads_there_is_a_page(client, cast, applied):
    boss = cast.firm.members.get().person.account
    for user in (cast.wang.person.account, boss, cast.clerk):
        for kind, public_id in (("engagement", applied.public_id), ("posting", applied.posting.public_id)):
            client.force_login(user)
            assert client.get(f"/go/{kind}/{public_id}/", follow=True).status_code == 200
