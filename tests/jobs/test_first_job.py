"""A text with several jobs is posted one after the other."""

from lingong.jobs.from_text import first_job, from_text
from tests.cast import SATURDAY

TWO = "抹灰工3个350一天，瓦工2个300一天，明天早上7点到岗，工地在南二环项目部，日结"


def test_the_first_of_two_has_its_own_number_and_pay_and_shares_day_and_place():
    both = from_text(TWO, now=SATURDAY)
    first = first_job(TWO, both)
    assert (both.facts["headcount"], "pay" in both.facts) == (5, False)
    assert (first.facts["trade"], first.facts["headcount"], first.facts["pay"]) == ("plasterer", 3, 350)
    assert first.facts["place"] == "南二环项目部"
    assert first.facts["first_day"] == both.facts["first_day"]
    assert "pay" not in first.missing


def test_one_job_stays_as_it_is():
    one = from_text("招小工5名，180元/天", now=SATURDAY)
    assert first_job("招小工5名，180元/天", one) is one
