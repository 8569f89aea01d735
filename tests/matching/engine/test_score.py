import math

import numpy as np
import pytest

from lingong.matching.engine.preferences import PREFERENCES, parts
from lingong.matching.engine.score import DEFAULT, Weights, best, score
from tests.matching.engine.cast import pair


def test_every_preference_has_a_weight_and_a_docstring():
    assert list(DEFAULT.shares()) == [preference.__name__ for preference in PREFERENCES]
    assert all(preference.__doc__ for preference in PREFERENCES)


def test_only_proportions_matter():
    found = parts(pair({"reliability": 0.9}, skill=0.8, ties=3))
    tenfold = Weights(3.0, 2.5, 1.0, 2.0, 1.0, 0.5)
    assert score(found, tenfold) == pytest.approx(score(found, DEFAULT), abs=1e-15)
    assert sum(tenfold.shares().values()) == pytest.approx(1)


def test_one_weight_alone_is_that_part():
    found = parts(pair(skill=0.8))
    assert score(found, Weights(skill=1, distance=0, pay=0, reliability=0, waiting=0, ties=0)).tolist() == [
        0.8
    ]


@pytest.mark.parametrize("bad", [-0.1, math.nan, math.inf])
def test_senseless_weights_are_refused(bad):
    with pytest.raises(ValueError, match="weights"):
        Weights(skill=bad)


def test_weights_all_zero_are_refused():
    with pytest.raises(ValueError, match="weights"):
        Weights(0, 0, 0, 0, 0, 0)


def test_equals_stand_by_id_and_the_cut_keeps_to_it():
    scores, ids = np.array([0.5, 0.9, 0.5, 0.5, 0.1]), np.array([40, 50, 10, 30, 20])
    assert ids[best(scores, ids, 3)].tolist() == [50, 10, 30]
    assert ids[best(scores, ids, 99)].tolist() == [50, 10, 30, 40, 20]
    assert best(scores[:0], ids[:0], 3).tolist() == []
