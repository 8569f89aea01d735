"""到 before a place is no span of time, even where the name of the place begins with a numeral."""

from datetime import date, time

import pytest

from lingong.jobs.intake.read import read


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        ("招小工2名，明早6点到七雄工业园集合，180元/天，干完一起结", time(6), None, "七雄工业园"),
        ("明早6点到三里屯集合，招搬运工3人", time(6), None, "三里屯"),
        ("8点到五点干活，200一天", time(8), time(17), None),
        ("招小工，早上七点到十一点半摘菜", time(7), time(11, 30), None),
    ],
)
def test_to_a_place_or_to_an_hour(text, start, end, place):
    found = read(text, published=date(2026, 11, 20))
    assert (found.start_time, found.end_time, found.place) == (start, end, place)


def test_when_all_is_done_together():
    assert read("招小工2名，180元/天，干完一起结").settlement == "完工结"
