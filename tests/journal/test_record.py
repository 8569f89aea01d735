"""Events hold ids and codes; followers get each once, whatever happens on the way."""

from datetime import timedelta

import pytest
from django.db import transaction

from lingong.journal import deliver as delivery
from lingong.journal import followers
from lingong.journal.actor import SYSTEM
from lingong.journal.followers import Follower
from lingong.journal.models import Event, Pending
from lingong.journal.once import once
from lingong.journal.record import NotACode, record
from lingong.lib.refusal import Refusal
from tests.cast import SATURDAY

pytestmark = pytest.mark.django_db
THING = ("thing", "1")


@pytest.fixture
def followed(monkeypatch):
    """Two followers of “test.*” kinds: one that works, one that fails while `broken` is true."""
    seen, broken = [], [True]

    def fragile(event):
        if broken[0]:
            raise RuntimeError("down")
        seen.append(("fragile", event.kind))

    chosen = (
        Follower("steady", lambda event: seen.append(("steady", event.kind)), frozenset({"test.made"})),
        Follower("fragile", fragile),
    )
    monkeypatch.setattr(followers, "followers", lambda: chosen)
    monkeypatch.setattr(delivery, "followers", lambda: chosen)
    return seen, broken


@pytest.mark.parametrize(
    "value", ["王建国", "13900000001", "11010119710506000X", "two words", "a" * 65, 1.5, {"a": 1}]
)
def test_an_event_holds_no_text_and_no_number_of_a_person(value):
    with pytest.raises(NotACode):
        record("test.made", THING, by=SYSTEM, now=SATURDAY, value=value)
    assert not Event.objects.exists()


def test_the_journal_runs_without_followers(settings):
    settings.FOLLOWERS = []
    record("test.made", THING, by=SYSTEM, now=SATURDAY, codes=["a", "b"])
    assert (Event.objects.count(), Pending.objects.count()) == (1, 0)


def test_a_follower_gets_its_kinds_once(followed):
    seen, broken = followed
    broken[0] = False
    record("test.made", THING, by=SYSTEM, now=SATURDAY)
    record("test.other", THING, by=SYSTEM, now=SATURDAY)
    assert delivery.deliver_all(now=SATURDAY) == 3
    assert delivery.deliver_all(now=SATURDAY) == 0
    assert sorted(seen) == [("fragile", "test.made"), ("fragile", "test.other"), ("steady", "test.made")]


def test_a_broken_follower_stops_nobody_and_is_tried_again(followed):
    seen, broken = followed
    record("test.made", THING, by=SYSTEM, now=SATURDAY)
    assert delivery.deliver_all(now=SATURDAY) == 1
    assert delivery.deliver_all(now=SATURDAY) == 0, "not at once"
    broken[0] = False
    assert delivery.deliver_all(now=SATURDAY + timedelta(seconds=10)) == 1
    assert seen == [("steady", "test.made"), ("fragile", "test.made")]
    assert not Pending.objects.exists()


def test_what_is_rolled_back_was_never_recorded(followed):
    def change():
        with transaction.atomic():
            record("test.made", THING, by=SYSTEM, now=SATURDAY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert not Event.objects.exists()
    assert not Pending.objects.exists()


def test_a_repeat_under_one_key_has_one_effect_and_the_first_answer():
    effects = []

    def act():
        effects.append(1)
        return {"n": len(effects)}

    asked = {"owner": "u", "key": "k", "content": {"a": 1}, "now": SATURDAY, "act": act}
    assert once(**asked) == ({"n": 1}, False)
    assert once(**asked) == ({"n": 1}, True)
    assert effects == [1]
    with pytest.raises(Refusal) as refused:
        once(**asked | {"content": {"a": 2}})
    assert refused.value.code == "once.other_content"


def test_a_refused_act_leaves_its_key_free():
    def refuse():
        raise Refusal("x", "不行")

    asked = {"owner": "u", "key": "k", "content": {}, "now": SATURDAY}
    with pytest.raises(Refusal, match="不行"):
        once(**asked, act=refuse)
    assert once(**asked, act=lambda: {"ok": 1}) == ({"ok": 1}, False)
