"""The demo's sentences are read as they are meant: what the reader states is the truth of the file."""

from datetime import timedelta
from random import Random

import pytest

from lingong.demo.city import DAYS_AHEAD, SOMEWHERE, on_a_day
from lingong.demo.places import COUNTIES
from lingong.demo.schedule import in_two_days, work_at
from lingong.demo.sentences import answers, offer_of, sentences
from lingong.jobs.from_text import from_text
from lingong.lib.clock import today

from .conftest import NOW


def wrongly_read(sentence, n, place, now):
    """Facts the reader states otherwise than they are."""
    truth = answers(sentence, n, place, now)
    read = from_text(sentence.text.format(n=n, place=place), now=now)
    return {
        name: value
        for name, value in read.facts.items()
        if name in truth and value != (type(value)(truth[name]) if name == "pay" else truth[name])
    }


@pytest.mark.parametrize("sentence", sentences(), ids=lambda one: f"{one.who}-{one.trade}")
def test_every_sentence_at_every_place(sentence):
    for county in COUNTIES:
        for place in county.homes if sentence.who == "home" else county.sites:
            assert wrongly_read(sentence, sentence.most, place, NOW) == {}


@pytest.mark.parametrize("sentence", sentences(), ids=lambda one: f"{one.who}-{one.trade}")
def test_every_sentence_on_other_days(sentence):
    if sentence.lead == 1:
        assert wrongly_read(in_two_days(sentence), sentence.most, SOMEWHERE, NOW) == {}
    for lead in (1, DAYS_AHEAD):
        later = on_a_day(sentence, today(NOW) + timedelta(days=lead), lead)
        assert wrongly_read(later, later.most, SOMEWHERE, NOW) == {}


@pytest.mark.parametrize("hour", range(24))
def test_work_that_starts_about_now_whatever_the_hour(hour):
    now = NOW + timedelta(hours=hour)
    for minutes in (-60, 40):
        sentence, posted = work_at(now + timedelta(minutes=minutes))
        assert wrongly_read(sentence, 2, SOMEWHERE, posted) == {}
        county = Random(hour).choice(COUNTIES)
        _, offer = offer_of(sentence, n=2, place=SOMEWHERE, region=county.code, at=county.near(1), now=posted)
        start, end = offer.shifts[0]
        assert abs(start - now) < timedelta(minutes=100)
        assert end - start == timedelta(hours=4)
