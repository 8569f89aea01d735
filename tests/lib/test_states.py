"""State tables refuse what has no row and what is the other side's act."""

import pytest

from lingong.lib.refusal import Hidden, Refusal
from lingong.lib.rulebook import Rulebook
from lingong.lib.states import StateTable, Step

TABLE = StateTable(
    "door",
    [
        Step("build", (), "shut", ("smith",), "door.built"),
        Step("open", ("shut",), "open", ("guest", "host"), "door.opened"),
        Step("shut", ("open",), "shut", ("host",), "door.shut"),
    ],
    {"open": "开着", "shut": "关着"},
)


def test_a_row_is_found_by_verb_state_and_side():
    assert TABLE.require("open", "shut", "guest").target == "open"
    assert TABLE.require_new("build", "smith").target == "shut"
    assert TABLE.verbs_from("open", "host") == ["shut"]
    assert TABLE.verbs_from("open", "guest") == []


@pytest.mark.parametrize(
    ("verb", "state", "side", "code"),
    [
        ("open", "open", "guest", "door.state"),
        ("shut", "open", "guest", "door.side"),
        ("build", "", "guest", "door.side"),
    ],
)
def test_what_has_no_row_is_refused(verb, state, side, code):
    with pytest.raises(Refusal) as refused:
        TABLE.require(verb, state, side)
    assert refused.value.code == code


def test_the_reason_says_in_which_state_it_is():
    with pytest.raises(Refusal, match="开着"):
        TABLE.require("open", "open", "guest")


def test_a_verb_stands_once():
    with pytest.raises(ValueError, match="twice"):
        StateTable("x", [TABLE.steps[0], TABLE.steps[0]], {})


def test_unknown_and_forbidden_look_alike():
    assert (Hidden().code, Hidden().text) == (Hidden().code, Hidden().text)
    assert isinstance(Hidden(), Refusal)


def test_a_rule_needs_words_and_a_basis():
    book = Rulebook("b", "规则")

    def named():
        """In plain words."""

    def silent(): ...

    assert book.rule(basis="第 1 条")(named) is named
    assert (len(book), book["named"].basis, [rule.text for rule in book]) == (
        1,
        "第 1 条",
        ["In plain words."],
    )
    for wrong, basis in ((silent, "第 1 条"), (lambda: None, ""), (named, "第 2 条")):
        with pytest.raises(ValueError, match=r"rule|twice"):
            book.rule(basis=basis)(wrong)
