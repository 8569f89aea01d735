import pytest

from lingong.matching.engine.explain import Reader, why, why_not
from lingong.matching.engine.facts import Pairs
from lingong.matching.engine.score import Weights
from tests.matching.engine.cast import KM, LAT, LON, gigs, pair, workers

HERE = {"lat": LAT, "lon": LON}


def away(km):
    return {"lat": LAT + km * KM, "lon": LON}


def test_what_speaks_for_a_gig_weightiest_first():
    wang = away(1.2) | {"reliability": 0.95, "waiting_hours": 50.0}
    gig = HERE | {"pay_fen_per_hour": 2250, "local_fen_per_hour": 2000}
    found = pair(wang, gig, skill=1.0, ties=3)
    assert why(found, 0) == [
        "这类活您拿手",
        "离您 1.2 公里",
        "您按时到岗记录好",
        "您等活 2 天了",
        "每小时约 22.5 元，比本地同类活高",
        "这家您干过 3 次",
    ]
    assert why(found, 0, Reader.EMPLOYER) == [
        "这类活拿手",
        "离干活地点 1.2 公里",
        "按时到岗记录好",
        "等活 2 天了",
        "给您干过 3 次",
    ]


def test_other_weights_tell_another_story_first_and_drop_what_does_not_count():
    found = pair(away(1.2), HERE, skill=1.0, ties=3)
    only_ties = Weights(skill=0, distance=0.1, pay=0, reliability=0, waiting=0, ties=1)
    assert why(found, 0, weights=only_ties) == ["这家您干过 3 次", "离您 1.2 公里"]


def test_nothing_known_says_what_could_not_be_checked():
    assert why(pair({"floor_fen_per_hour": 1800}), 0) == [
        "有一方没标位置，远近没法算",
        "折不成时薪，没跟您的最低时薪比",
    ]
    assert why(pair({"floor_fen_per_hour": 1800}), 0, Reader.EMPLOYER) == []


@pytest.mark.parametrize(
    ("km", "words"), [(0, "10 米"), (0.348, "350 米"), (0.999, "1 公里"), (12.34, "12.3 公里")]
)
def test_distance_in_words(km, words):
    assert why(pair(away(km), HERE), 0) == [f"离您 {words}"]


def test_a_pair_that_stands_has_no_reason_against_it():
    assert why_not(pair(), 0) == []


def test_too_far_is_told_with_what_would_open_it():
    (reason,) = why_not(pair(away(5.01) | {"reach_km": 5}, HERE), 0)
    assert reason.code == "within_reach"
    assert reason.text == "离您 5.1 公里，超过您说的 5 公里"
    assert reason.opens == "把能去的距离放到 6 公里"
    assert reason.basis == "JOB-15"
    assert why_not(pair(away(5.01) | {"reach_km": 6}, HERE), 0) == []


def test_too_little_pay_is_told_in_yuan():
    (reason,) = why_not(pair({"floor_fen_per_hour": 2000}, {"pay_fen_per_hour": 1850}), 0)
    assert reason.text == "每小时约 18.5 元，低于您说的最低 20 元"
    assert reason.opens == "把最低时薪放到 18.5 元"


def test_missing_certificates_are_named():
    found = pair(gig={"certificates_needed": 0b1101}, certificates=0b0100)
    (reason,) = why_not(found, 0, {0: "低压电工证", 3: "高处作业证"})
    assert reason.text == "干活那天您要有有效的证：低压电工证、高处作业证"
    assert "这份活要求的证" in why_not(found, 0)[0].text


def test_a_full_week_is_told_in_hours():
    (reason,) = why_not(pair(gig={"week_cap_minutes": 1440}, week_minutes=1441), 0)
    assert reason.text == "加上这份活，您一周要干 24.1 小时，超过 24 小时的上限"


def test_every_reason_is_told_law_first():
    child = {"born_date": 20120101, "available": False}
    assert [reason.code for reason in why_not(pair(child, {"night": True}, free=False), 0)] == [
        "legal_age",
        "minor_protected",
        "shifts_free",
        "worker_available",
    ]


def test_the_row_asked_is_the_row_told():
    found = Pairs.of(workers({}, {"available": False}), gigs({}))
    assert why_not(found, 0) == []
    assert [reason.code for reason in why_not(found, 1)] == ["worker_available"]
