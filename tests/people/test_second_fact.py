"""A number that changed hands: three tries, then the counter; or the number is let go."""

from datetime import date

import pytest

from lingong.accounts.models import User
from lingong.accounts.phone_sign_in import Entered
from lingong.accounts.second_fact import unlock
from lingong.journal.actor import Side
from lingong.lib.identity import demo_id
from lingong.lib.refusal import Refusal
from lingong.people.identify import state_identity, verify
from lingong.people.models import IdentityCheck, Person
from lingong.people.second_fact import answer_question, person_to_ask, release_number
from tests.cast import COUNTY, SATURDAY, Cast, actor

pytestmark = pytest.mark.django_db


def test_somebody_registered_is_asked_from_a_new_device():
    cast = Cast()
    wang = cast.wang.person
    assert person_to_ask(Entered(wang.account, is_new=False, second_fact=True)) == wang
    assert person_to_ask(Entered(wang.account, is_new=False, second_fact=False)) is None
    assert person_to_ask(Entered(cast.stranger, is_new=False, second_fact=True)) is None


def test_three_wrong_answers_lock_even_the_right_one_until_the_counter_opens_it():
    cast = Cast()
    person = Person.objects.get(pk=cast.wang.person_id)
    user, right = person.account, person.id_number[-4:]
    for text in ("还可以试 2 次", "还可以试 1 次", "已经答错 3 次", "已经答错 3 次"):
        with pytest.raises(Refusal, match=text):
            answer_question(person=person, user=user, answer="0000x")
    with pytest.raises(Refusal, match="窗口"):
        answer_question(person=person, user=user, answer=right)
    unlock(user=user, by=actor(cast.clerk), now=SATURDAY)
    answer_question(person=person, user=user, answer=right)
    user.refresh_from_db()
    assert user.wrong_facts == 0


def test_a_released_number_leaves_the_old_record_without_a_way_to_its_new_owner():
    cast = Cast()
    worker = cast.wang
    old = worker.person.account
    new = release_number(user=old, by=actor(None, Side.WORKER), now=SATURDAY)
    person = Person.objects.get(pk=worker.person_id)
    assert (person.account, person.phone, person.phone_index) == (None, "", "")
    assert person.is_verified
    assert not Person.objects.filter(account=new).exists()
    assert User.objects.by_phone("13900000001") == new


def test_a_paper_seen_at_the_counter_opens_a_locked_account():
    cast = Cast()
    person = cast.person("周小满", phone="13900000011", verified=False)
    by = actor(person.account, Side.WORKER)
    state_identity(person=person, number=demo_id(COUNTY, date(1988, 3, 9)), by=by, now=SATURDAY)
    for _ in range(3):
        with pytest.raises(Refusal):
            answer_question(person=person, user=person.account, answer="0000x")
    counter = IdentityCheck.Method.COUNTER
    verify(person=person, method=counter, passed=True, by=actor(cast.clerk), now=SATURDAY)
    fresh = Person.objects.get(pk=person.pk)
    answer_question(person=fresh, user=fresh.account, answer=fresh.id_number[-4:])
