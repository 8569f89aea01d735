"""Nobody is telephoned about what he does at the counter himself."""

from datetime import timedelta

import pytest

from lingong.hiring import agree, confirm
from lingong.hiring.invite import invite
from lingong.journal.deliver import deliver_all
from lingong.people.models import Delivery, Message
from tests.cast import Cast

pytestmark = pytest.mark.django_db
STATES = Delivery.State


def calls_to(person):
    return list(Delivery.objects.filter(message__person=person).values_list("channel", "state"))


def test_a_call_is_done_once_its_person_came_to_the_counter_about_it():
    cast = Cast()
    by = cast.as_employer(cast.firm)
    engagement = invite(worker=cast.li, posting=cast.posting(), by=by, now=cast.now)
    deliver_all(now=cast.now)
    assert calls_to(cast.li.person) == [("call", STATES.QUEUED)]

    later = cast.now + timedelta(minutes=5)
    confirm.confirm(engagement=engagement, by=cast.as_worker(cast.li), now=later)
    deliver_all(now=later)
    assert calls_to(cast.li.person) == [("call", STATES.DONE)]
    assert Delivery.objects.get(message__person=cast.li.person).handled_by == str(cast.clerk.public_id)


@pytest.mark.parametrize(("last", "calls"), [("worker", 0), ("employer", 1)])
def test_who_signs_last_at_the_counter_is_not_called_about_it(last, calls):
    cast = Cast()
    engagement = cast.confirmed(cast.posting(), cast.li)
    boss = cast.firm.members.get().person
    sides = [
        (cast.as_worker(cast.li), str(cast.li.person.public_id)),
        (cast.as_employer(cast.firm), str(boss.public_id)),
    ]
    for by, signer in sides if last == "employer" else reversed(sides):
        agree.sign(engagement=engagement, signer=signer, by=by, now=cast.now)
    deliver_all(now=cast.now)
    assert Message.objects.filter(person=cast.li.person, kind="hiring.agreed").count() == 1
    assert Delivery.objects.filter(message__kind="hiring.agreed").count() == calls
