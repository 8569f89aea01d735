"""One gig as a line: from a sentence to the ratings, with public verbs only. Read it as the tutorial."""

from datetime import time, timedelta

import pytest

from lingong.hiring.agree import sign
from lingong.hiring.apply import apply
from lingong.hiring.checkin import check_in, site_code
from lingong.hiring.confirm import confirm, offer
from lingong.hiring.finish import report
from lingong.hiring.invite import invite, offer_deadline
from lingong.hiring.rate import rate
from lingong.hiring.settle import pay, receive
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.from_text import from_text, offer_from
from lingong.jobs.review import accept
from lingong.journal.models import Event
from lingong.lib.clock import local
from lingong.lib.refusal import Refusal
from lingong.matching.recommend import recommend_workers

from .cast import COUNTY, SENTENCE, Cast, actor

pytestmark = pytest.mark.django_db


def test_one_gig_from_a_sentence_to_the_rating():
    cast = Cast()
    firm, boss = cast.firm, cast.as_employer(cast.firm)

    # jobs.intake: a sentence becomes facts; what it does not say is asked, never assumed.
    read = from_text(SENTENCE, now=cast.now)
    assert read.missing == ["end"]
    facts = read.facts | {"region": COUNTY, "lat": 33.96, "lon": 118.34}
    with pytest.raises(Refusal, match="几点收工"):
        offer_from(facts)
    offered = offer_from(facts | {"end": time(17)})

    # jobs.review → jobs.publish: somebody else looks at it before the public does.
    posting = start_draft(employer=firm, by=boss, now=cast.now, text=SENTENCE)
    submit(posting=posting, offer=offered, by=boss, now=cast.now)
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)

    # matching.recommend → hiring.invite, or the worker applies.
    li, wang = cast.li, cast.wang
    assert {row.worker for row in recommend_workers(posting=posting, now=cast.now)} == {li, wang}
    invited = invite(worker=li, posting=posting, by=boss, now=cast.now)
    applied = apply(worker=wang, posting=posting, by=cast.as_worker(wang), now=cast.now)

    # hiring.confirm: both sides say yes; the place and the worker's time are taken.
    offer(engagement=applied, by=boss, now=cast.now, answer_by=offer_deadline(posting, cast.now))
    for engagement in (invited, applied):
        confirm(engagement=engagement, by=cast.as_worker(engagement.worker), now=cast.now)
    posting.refresh_from_db()
    assert (posting.filled, posting.headcount) == (2, 5)

    # hiring.agree: each signs in person; 老李 at the counter by his own hand.
    for engagement in (invited, applied):
        signer = str(engagement.worker.person.public_id)
        sign(engagement=engagement, signer=signer, by=cast.as_worker(engagement.worker), now=cast.now)
        sign(engagement=engagement, signer=str(firm.members.get().person.public_id), by=boss, now=cast.now)
        assert engagement.contact_open

    # hiring.checkin: the code shown on site, tomorrow at six.
    morning, evening = offered.shifts[0]
    code = site_code(posting, local(morning).date())
    for engagement in (invited, applied):
        by = cast.as_worker(engagement.worker)
        check_in(shift=cast.shift(engagement), by=by, now=morning, code=code)

    # hiring.finish: both state the same hours, so the work is accepted and the pay stands.
    for engagement in (invited, applied):
        by = cast.as_worker(engagement.worker)
        assert not report(shift=cast.shift(engagement), by=by, now=evening, minutes=11 * 60)
        assert report(shift=cast.shift(engagement), by=boss, now=evening, minutes=11 * 60)

    # hiring.settle: stated by one side, confirmed by the other; the platform holds no money.
    for engagement in (invited, applied):
        shift = cast.shift(engagement)
        assert (shift.amount_fen, shift.due_date) == (180_00, local(evening).date())
        pay(shift=shift, by=boss, now=evening)
        receive(shift=shift, by=cast.as_worker(engagement.worker), now=evening + timedelta(minutes=5))

    # hiring.rate: both rate; the facts flow down to worker and employer.
    for engagement in (invited, applied):
        engagement.refresh_from_db()
        rate(engagement=engagement, stars=5, by=cast.as_worker(engagement.worker), now=evening)
        rate(engagement=engagement, stars=4, by=boss, now=evening)
        assert engagement.state == "rated"
    wang.refresh_from_db()
    firm.refresh_from_db()
    assert (wang.attended, wang.rating, firm.paid_on_time, firm.rating) == (1, 4.0, 2, 5.0)
    assert Event.objects.filter(kind="hiring.completed").count() == 2
