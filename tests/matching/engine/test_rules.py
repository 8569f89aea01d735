"""Every rule alone, with a few people."""

import numpy as np
import pytest

from lingong.matching.engine import rules
from lingong.matching.engine.columns import Columns
from lingong.matching.engine.facts import Between, Gigs, Pairs, Workers
from tests.matching.engine.cast import KM, LAT, LON, between, gigs, pair, workers


def asked(rule, people, gig=None, ties=None):
    """What the rule answers for each person beside one gig."""
    found = Pairs.of(workers(*people), gigs(gig or {}), between(*ties) if ties else None)
    return np.broadcast_to(rule(found), (len(found),)).tolist()


def test_age_known():
    wang, unverified = {"born_date": 19850601}, {"born_date": 0}
    assert asked(rules.age_known, [wang, unverified]) == [True, False]


def test_legal_age_counts_from_the_birthday():
    today, tomorrow, grown = {"born_date": 20101122}, {"born_date": 20101123}, {"born_date": 19600101}
    assert asked(rules.legal_age, [today, tomorrow, grown]) == [True, False, True]


def test_legal_age_of_one_born_on_a_leap_day():
    leap = [{"born_date": 20080229}]
    assert asked(rules.legal_age, leap, {"start_date": 20240228}) == [False]
    assert asked(rules.legal_age, leap, {"start_date": 20240229}) == [True]


@pytest.mark.parametrize(("night", "high_risk"), [(True, False), (False, True), (True, True)])
def test_minors_neither_at_night_nor_at_high_risk(night, high_risk):
    seventeen, eighteen = {"born_date": 20081123}, {"born_date": 20081122}
    hard = {"night": night, "high_risk": high_risk}
    assert asked(rules.minor_protected, [seventeen, eighteen], hard) == [False, True]
    assert asked(rules.minor_protected, [seventeen, eighteen]) == [True, True]


def test_certificate_valid_wants_every_one():
    both, one, other, none = ({"certificates": bits} for bits in (0b111, 0b010, 0b1000, 0))
    asked_for = {"certificates_needed": 0b110}
    assert asked(rules.certificate_valid, [{}] * 4, asked_for, [both, one, other, none]) == [
        True,
        False,
        False,
        False,
    ]
    assert asked(rules.certificate_valid, [{}], {}, [none]) == [True]


def test_shifts_free():
    assert asked(rules.shifts_free, [{}, {}], {}, [{"free": True}, {"free": False}]) == [True, False]


def test_within_week_up_to_the_cap():
    ties = [{"week_minutes": 24 * 60}, {"week_minutes": 24 * 60 + 1}]
    assert asked(rules.within_week, [{}, {}], {"week_cap_minutes": 24 * 60}, ties) == [True, False]
    assert asked(rules.within_week, [{}, {}], {"week_cap_minutes": 0}, ties) == [True, True]


def test_within_reach_and_unknown_passes():
    gig = {"lat": LAT, "lon": LON}
    near, far, anywhere, unknown = (
        {"lat": LAT + 4.9 * KM, "lon": LON, "reach_km": 5},
        {"lat": LAT + 5.1 * KM, "lon": LON, "reach_km": 5},
        {"lat": LAT + 500 * KM, "lon": LON, "reach_km": None},
        {"lat": None, "lon": None, "reach_km": 5},
    )
    assert asked(rules.within_reach, [near, far, anywhere, unknown], gig) == [True, False, True, True]


def test_pay_at_floor_and_unknown_passes():
    low, high, none = ({"floor_fen_per_hour": fen} for fen in (1800, 1801, 0))
    assert asked(rules.pay_at_floor, [low, high, none], {"pay_fen_per_hour": 1800}) == [True, False, True]
    assert asked(rules.pay_at_floor, [high], {"pay_fen_per_hour": 0}) == [True]


def test_worker_available():
    assert asked(rules.worker_available, [{"available": True}, {"available": False}]) == [True, False]


def test_worker_in_order():
    assert asked(rules.worker_in_order, [{"sanctioned": True}, {"sanctioned": False}]) == [False, True]


def test_employer_in_order():
    assert asked(rules.employer_in_order, [{}], {"standing_ok": False}) == [False]
    assert asked(rules.employer_in_order, [{}], {"standing_ok": True}) == [True]


def test_not_blocked():
    assert asked(rules.not_blocked, [{}, {}], {}, [{"blocked": True}, {"blocked": False}]) == [False, True]


SHUTS = {
    "age_known": ({"born_date": 0}, {}, {}),
    "legal_age": ({"born_date": 20110101}, {}, {}),
    "minor_protected": ({"born_date": 20090101}, {"night": True}, {}),
    "certificate_valid": ({}, {"certificates_needed": 1}, {}),
    "shifts_free": ({}, {}, {"free": False}),
    "within_week": ({}, {"week_cap_minutes": 60}, {"week_minutes": 61}),
    "within_reach": ({"lat": 30.0, "lon": 103.0, "reach_km": 5}, {"lat": 31.0, "lon": 103.0}, {}),
    "pay_at_floor": ({"floor_fen_per_hour": 2000}, {"pay_fen_per_hour": 1500}, {}),
    "worker_available": ({"available": False}, {}, {}),
    "worker_in_order": ({"sanctioned": True}, {}, {}),
    "employer_in_order": ({}, {"standing_ok": False}, {}),
    "not_blocked": ({}, {}, {"blocked": True}),
}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_each_rule_shuts_a_pair_by_itself(rule):
    worker, gig, tie = SHUTS[rule.code]
    found = pair(worker, gig, **tie)
    assert [each.code for each in rules.RULES if not each.test(found)[0]] == [rule.code]
    assert rules.allowed(found).tolist() == [False]
    assert rules.allowed(pair()).tolist() == [True]


def test_every_rule_says_what_it_is_and_why():
    assert len({rule.code for rule in rules.RULES}) == len(rules.RULES) == len(SHUTS)
    for rule in rules.RULES:
        assert rule.test.__doc__
        assert rule.basis
        assert rule.text
        assert (rule.unknown is None) == (rule.doubt == "")


@pytest.mark.parametrize("table", [Workers, Gigs, Between])
def test_no_column_holds_what_the_law_forbids_to_weigh(table: type[Columns]):
    forbidden = ("sex", "gender", "ethnic", "nation", "origin", "hukou", "health", "tier", "marri", "relig")
    assert not [name for name in table.__annotations__ for word in forbidden if word in name]
