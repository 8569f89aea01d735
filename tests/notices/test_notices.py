"""Who is told what, over which channel; a send whose answer was lost is unknown and not repeated."""

from datetime import timedelta

import pytest

from lingong.hiring.invite import invite
from lingong.hiring.line import LINE, SHIFT
from lingong.hiring.talk import talk
from lingong.journal.deliver import deliver_all
from lingong.journal.models import Event
from lingong.lib.gateway import Outcome, Sent
from lingong.lib.refusal import Refusal
from lingong.notices import send
from lingong.notices.follow import FOLLOWER, follow
from lingong.notices.words import ABOUT_ENGAGEMENT
from lingong.people.models import Delivery, Message
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


class Line:
    """The wire of a provider: answers as told, or breaks."""

    def __init__(self, answer):
        self.answer, self.sent = answer, []

    def send(self, **message):
        self.sent.append(message)
        if isinstance(self.answer, Exception):
            raise self.answer
        return Sent(self.answer)


@pytest.fixture
def wire(monkeypatch):
    def use(answer):
        line = Line(answer)
        monkeypatch.setattr(send, "gateway", lambda: line)
        return line

    return use


def invited(cast, worker):
    invite(worker=worker, posting=cast.posting(), by=cast.as_employer(cast.firm), now=cast.now)
    deliver_all(now=cast.now)
    return Delivery.objects.get(message__person=worker.person)


def test_an_invitation_is_in_the_inbox_and_on_its_way_by_sms(cast, wire):
    line = wire(Outcome.SENT)
    delivery = invited(cast, cast.wang)
    assert "宿城建材有限公司请您干小工" in delivery.message.text
    send.send_due(now=cast.now)
    delivery.refresh_from_db()
    assert (delivery.channel, delivery.state) == ("sms", "sent")
    assert [message["number"] for message in line.sent] == ["13900000001"]


def test_an_sms_names_no_full_name_and_no_number(cast):
    cast.agreed(cast.posting(cast.household), cast.wang)
    deliver_all(now=cast.now)
    texts = " ".join(Message.objects.values_list("text", flat=True))
    assert "王师傅" in texts
    for secret in ("王建国", "刘芳", "13900000001", "13900000004"):
        assert secret not in texts


def test_who_has_no_smartphone_is_on_the_call_list(cast):
    delivery = invited(cast, cast.li)
    assert (delivery.channel, delivery.state, delivery.region) == ("call", "queued", "321311")
    by = actor(cast.clerk)
    send.called(delivery=delivery, reached=False, by=by, now=cast.now)
    send.called(delivery=delivery, reached=True, by=by, now=cast.now)
    with pytest.raises(Refusal):
        send.called(delivery=delivery, reached=True, by=by, now=cast.now)
    assert Event.objects.filter(kind="notices.called").count() == 2


@pytest.mark.parametrize(
    ("answer", "state"),
    [(Outcome.UNKNOWN, "unknown"), (TimeoutError(), "unknown"), (Outcome.REFUSED, "failed")],
)
def test_a_lost_answer_is_unknown_and_not_repeated(cast, wire, answer, state):
    line = wire(answer)
    delivery = invited(cast, cast.wang)
    for minutes in (0, 1, 60):
        send.send_due(now=cast.now + timedelta(minutes=minutes))
    delivery.refresh_from_db()
    assert (delivery.state, len(line.sent)) == (state, 1)


def test_a_process_that_died_while_sending_leaves_unknown(cast, wire):
    line = wire(Outcome.SENT)
    delivery = invited(cast, cast.wang)
    Delivery.objects.filter(pk=delivery.pk).update(state="sending")
    send.send_due(now=cast.now + timedelta(minutes=6))
    delivery.refresh_from_db()
    assert (delivery.state, line.sent) == ("unknown", [])


def test_an_event_handled_twice_tells_once(cast):
    invited(cast, cast.wang)
    before = Message.objects.count()
    for event in Event.objects.filter(kind__in=FOLLOWER.kinds):
        follow(event)
    assert Message.objects.count() == before


def test_each_side_is_told_of_the_words_of_the_other(cast):
    engagement = invite(
        worker=cast.wang, posting=cast.posting(), by=cast.as_employer(cast.firm), now=cast.now
    )
    talk(engagement=engagement, text="几点能到？", by=cast.as_employer(cast.firm), now=cast.now)
    talk(engagement=engagement, text="六点前", by=cast.as_worker(cast.wang), now=cast.now)
    deliver_all(now=cast.now)
    told = dict(Message.objects.filter(kind="hiring.talked").values_list("person__name", "text"))
    assert set(told) == {"王建国", "陈经理"}


def test_every_event_of_the_line_has_its_words_or_says_that_it_has_none():
    silent = {
        "hiring.signed", "hiring.reaccepted", "hiring.settled", "hiring.completed", "hiring.absence_corrected",
        "hiring.shift_cancelled",
    }  # fmt: skip
    kinds = {step.event for table in (LINE, SHIFT) for step in table.steps}
    assert kinds - silent == set(ABOUT_ENGAGEMENT) - {"hiring.pay_overdue"}
