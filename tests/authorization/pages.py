"""The table, pages: every name of the namespace `web` has at least one row."""

from dataclasses import replace

from lingong.accounts.rights import Right

from .cells import (
    EMPLOYER_SIDE,
    EVERYBODY,
    NOBODY,
    OTHER_EMPLOYER,
    PEOPLE,
    SIGNED_IN,
    WORKER_SIDE,
    WORKERS,
    Cell,
    staff,
    staff_anywhere,
)

BOTH = "GET POST"
GIG, MINE, SHIFT = ("posting",), ("engagement",), ("engagement", "shift")
PERSON, DESK_SHIFT = ("person",), ("engagement", "shift", "=worker", "=receive")

OPEN_TO_ALL = [
    Cell("home", EVERYBODY),
    Cell("district", EVERYBODY),
    Cell("stations", EVERYBODY),
    Cell("station", EVERYBODY, args=("station",)),
    Cell("gig", EVERYBODY, args=GIG),
    Cell("gig", NOBODY, args=("proposed",), asks=False),  # no terms are in force yet: nothing to show
    Cell("me", EVERYBODY),
    Cell("employer", EVERYBODY, BOTH),
    Cell("elder", EVERYBODY, "POST"),
    Cell("report", EVERYBODY),
    Cell("zone", EVERYBODY),
    Cell("help", EVERYBODY),
    Cell("privacy", EVERYBODY),
    Cell("sign_in", EVERYBODY, BOTH),
    Cell("sign_in_code", EVERYBODY, BOTH),
    Cell("sign_in_again", EVERYBODY, "POST"),
    Cell("second_fact", EVERYBODY, BOTH),
    Cell("not_mine_before", EVERYBODY, "POST"),
    Cell("sign_out", EVERYBODY, "POST"),
    Cell("staff_sign_in", EVERYBODY, BOTH),
]

SIGNED_IN_PAGES = [
    Cell("welcome", SIGNED_IN),
    Cell("join_worker", SIGNED_IN, BOTH),
    Cell("join_employer", SIGNED_IN),
    Cell("join_household", SIGNED_IN, BOTH),
    Cell("join_firm", SIGNED_IN, BOTH),
    Cell("identity", SIGNED_IN, BOTH),
    Cell("inbox", SIGNED_IN),
    Cell("inbox_read", PEOPLE, "POST"),
    Cell("message", WORKER_SIDE, "POST", ("message",)),
    Cell("go", SIGNED_IN, args=("=posting", "posting")),
    Cell("go", EMPLOYER_SIDE | staff(Right.POSTING_READ), args=("=posting", "proposed")),
    Cell(
        "go", WORKER_SIDE | EMPLOYER_SIDE | staff(Right.ENGAGEMENT_READ), args=("=engagement", "engagement")
    ),
    Cell("go", NOBODY, args=("=person", "worker_person")),
    Cell("work", SIGNED_IN),
    Cell("apply", SIGNED_IN, "POST", GIG),  # who is no worker yet is led to register
    Cell("grab", SIGNED_IN, "POST", GIG),
    Cell("apply", NOBODY, "POST", ("proposed",)),
    Cell("my_available", WORKERS, "POST"),
    Cell("my_ranking", WORKERS, "POST"),
    Cell("wishes", WORKERS, BOTH),
]

WORKER_PAGES = [
    Cell("engagement", WORKER_SIDE, args=MINE),
    Cell("my_confirm", WORKER_SIDE, "POST", MINE),
    Cell("my_reaccept", WORKER_SIDE, "POST", MINE),
    Cell("my_withdraw", WORKER_SIDE, BOTH, MINE),
    Cell("agreement", WORKER_SIDE, BOTH, MINE),
    Cell("my_talk", WORKER_SIDE, BOTH, MINE),
    Cell("my_rating", WORKER_SIDE, BOTH, MINE),
    Cell("my_reply", WORKER_SIDE, BOTH, MINE),
    Cell("my_contest", WORKER_SIDE, BOTH, MINE),
    Cell("my_check_in", WORKER_SIDE, BOTH, SHIFT),
    Cell("my_check_in", NOBODY, BOTH, ("engagement", "other_shift")),
    Cell("my_hours", WORKER_SIDE, BOTH, SHIFT),
    Cell("my_hours", NOBODY, BOTH, ("engagement", "other_shift")),
    Cell("my_same_hours", WORKER_SIDE, "POST", SHIFT),
    Cell("my_received", WORKER_SIDE, "POST", SHIFT),
    Cell("my_not_received", WORKER_SIDE, "POST", SHIFT),
]

EMPLOYER_PAGES = [
    Cell("employer", EMPLOYER_SIDE, BOTH, query="draft={draft}", asks=False),
    Cell("act_for", EMPLOYER_SIDE, "POST", body={"employer": "{firm}"}),
    Cell("posting", EMPLOYER_SIDE, args=GIG),
    *[Cell(f"posting_{verb}", EMPLOYER_SIDE, "POST", GIG) for verb in ("pause", "resume", "refresh", "end")],
    Cell("posting_change", EMPLOYER_SIDE, BOTH, GIG),
    Cell("posting_again", EMPLOYER_SIDE, BOTH, GIG),
    Cell("posting_rehire", EMPLOYER_SIDE, "POST", GIG, body={"earlier": "{done}"}),
    Cell("posting_sheet", EMPLOYER_SIDE, args=GIG),
    Cell("posting_gate", EMPLOYER_SIDE, args=GIG),
    Cell("posting_sign", EMPLOYER_SIDE, BOTH, GIG),
    Cell("posting_ask", EMPLOYER_SIDE, "POST", ("posting", "free_worker")),
    Cell("posting_hours", EMPLOYER_SIDE, "POST", GIG),
    Cell("candidates", SIGNED_IN),  # who is no employer is told how to become one
    Cell("candidates", SIGNED_IN - {OTHER_EMPLOYER}, query="posting={posting}"),
    Cell("candidate", EMPLOYER_SIDE, BOTH, MINE),
    Cell("candidate_take", EMPLOYER_SIDE, "POST", ("asked",)),
    Cell("candidate_refuse", EMPLOYER_SIDE, "POST", ("asked",)),
    Cell("employer_agreement", EMPLOYER_SIDE, BOTH, MINE),
    Cell("today", SIGNED_IN),
    *[
        Cell(f"shift_{verb}", EMPLOYER_SIDE, "POST", SHIFT)
        for verb in ("came", "absent", "excuse", "same", "paid")
    ],
    Cell("shift_paid", NOBODY, "POST", ("engagement", "other_shift")),
    Cell("shift_hours", EMPLOYER_SIDE, BOTH, SHIFT),
    Cell("settle", SIGNED_IN),
    Cell("paid_all", SIGNED_IN, "POST", body={"shift": "{shift}"}),
]

HELP, SEE, ENTER = Right.ENGAGEMENT_ASSIST, Right.PERSON_READ, Right.PERSON_REGISTER
DESK = [
    Cell("desk", staff_anywhere(Right.POSTING_READ)),
    Cell("desk_register", staff_anywhere(ENTER), BOTH),
    Cell("desk_enter_employer", staff_anywhere(ENTER), BOTH),
    Cell("desk_person", staff(SEE), args=PERSON),
    Cell("desk_person_act", staff(ENTER), BOTH, ("person", "=rest")),
    Cell("desk_person_act", staff(Right.IDENTITY_VERIFY), BOTH, ("person", "=verify")),
    Cell("desk_join", staff(Right.PERSON_JOIN), args=PERSON),
    Cell("desk_join_with", staff(Right.PERSON_JOIN), "POST", ("person", "twin")),
    Cell("desk_join_with", NOBODY, "POST", ("person", "far_person")),
    Cell("desk_part", staff(Right.PERSON_JOIN), "POST", ("person", "join")),
    Cell("desk_part", NOBODY, "POST", ("twin", "join")),
    Cell("desk_apply", staff(HELP), "POST", ("person", "posting")),
    Cell("desk_apply", NOBODY, "POST", ("far_person", "posting")),
    Cell("desk_employer", staff(SEE), args=("firm",)),
    Cell("desk_licence", staff(Right.EMPLOYER_VERIFY), "POST", ("firm",)),
    Cell("desk_post", staff(Right.POSTING_WRITE), BOTH, ("firm",)),
    Cell("desk_review", staff_anywhere(Right.POSTING_REVIEW), BOTH),
    Cell("desk_review_one", staff(Right.POSTING_REVIEW), BOTH, ("proposed",)),
    Cell("desk_posting", staff(Right.POSTING_READ), args=GIG),
    Cell("desk_propose", staff(Right.MATCH_PROPOSE), "POST", ("posting", "free_worker")),
    Cell("desk_propose", NOBODY, "POST", ("posting", "far_worker")),
    Cell("desk_engagement", staff(HELP), args=MINE),
    Cell("desk_agreement", staff(HELP), BOTH, MINE),
    Cell("desk_slip", staff(HELP), args=MINE),
    Cell("desk_slip_code", staff(HELP), args=MINE),
    Cell("desk_shift_act", staff(HELP), BOTH, DESK_SHIFT),
    Cell("desk_shift_act", NOBODY, BOTH, ("engagement", "other_shift", "=worker", "=receive")),
    Cell("desk_act", staff(HELP), BOTH, ("engagement", "=employer", "=rate")),
    Cell("desk_calls", staff_anywhere(Right.CALL_LIST)),
    Cell("desk_call", staff(Right.CALL_LIST), "POST", ("delivery", "=unreached")),
]

# To a visitor the desk does not exist: nothing there asks to sign in.
PAGES = [
    *OPEN_TO_ALL,
    *SIGNED_IN_PAGES,
    *WORKER_PAGES,
    *EMPLOYER_PAGES,
    *(replace(cell, asks=False) for cell in DESK),
]
