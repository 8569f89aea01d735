"""The table, interface for programs: every operation has at least one row.

`at_counter` adds what staff may do for a person named in `for`.
"""

from dataclasses import replace
from typing import Any

from lingong.accounts.rights import Right

from .cells import (
    EMPLOYER_SIDE,
    EVERYBODY,
    NOBODY,
    SIGNED_IN,
    WORKER_SIDE,
    Cell,
    staff,
    staff_elsewhere,
)

ONE, SHIFT, POSTING = ("engagement",), ("engagement", "shift"), ("posting",)
SIDES = WORKER_SIDE | EMPLOYER_SIDE
ASSIST, WRITE, ENTER = Right.ENGAGEMENT_ASSIST, Right.POSTING_WRITE, Right.PERSON_REGISTER
OFFER = {
    "trade": "labourer", "headcount": 5, "pay": "180", "pay_unit": "day", "settlement": "daily", "days": 1,
    "first_day": "2026-11-25", "start": "06:00", "end": "17:00", "region": "321311", "place": "城东建材市场南门",
    "gig_type": "temporary", "lat": 33.96, "lon": 118.34,
}  # fmt: skip
WISHES = {"trades": ["labourer"], "region": "321311"}
FIRM = {"name": "新来的公司", "uscc": "91350100M000100Y43", "kind": "firm", "region": "321311"}


def at_counter(cell: Cell, right: Right, person: str) -> list[Cell]:
    """`cell`, the same act for `person` by staff with `right`, and for a person of the other city."""
    return [
        cell,
        replace(cell, who=staff(right), body=cell.body | {"for": f"{{{person}}}"}),
        replace(cell, who=staff_elsewhere(right), body=cell.body | {"for": "{far_person}"}),
    ]


def on_a_side(cell: Cell, right: Right, person: str) -> list[Cell]:
    """As `at_counter`, for an act on one side: for somebody of another side it is nobody's."""
    return [
        *at_counter(cell, right, person)[:2],
        replace(cell, who=NOBODY, body=cell.body | {"for": "{other_person}"}),
    ]


def post(route: str, who: frozenset[str], args: tuple[str, ...] = (), **body: Any) -> Cell:
    return Cell(route, who, "POST", args, body=body)


def of_worker(route: str, args: tuple[str, ...] = ONE, **body: Any) -> list[Cell]:
    return on_a_side(post(route, WORKER_SIDE, args, **body), ASSIST, "worker_person")


def of_employer(route: str, args: tuple[str, ...] = ONE, **body: Any) -> list[Cell]:
    return on_a_side(post(route, EMPLOYER_SIDE, args, **body), ASSIST, "member")


def of_either(route: str, args: tuple[str, ...] = ONE, **body: Any) -> list[Cell]:
    return of_worker(route, args, side="worker", **body) + of_employer(route, args, side="employer", **body)


def of_posting(route: str, thing: str = "posting", **body: Any) -> list[Cell]:
    return on_a_side(post(route, EMPLOYER_SIDE, (thing,), **body), WRITE, "member")


SESSION = [
    Cell("session_read", EVERYBODY),
    post("session_code", EVERYBODY, phone="13900000001"),
    post("session_start", EVERYBODY, phone="13900000001", code="123456"),
    post("session_second_fact", EVERYBODY, answer="王建国"),
    post("session_staff", EVERYBODY, username="clerk", password="x", code="123456"),
    Cell("session_end", EVERYBODY, "DELETE"),
    Cell("lists_trades", EVERYBODY),
    Cell("lists_postings", EVERYBODY),
    post("draft_read", SIGNED_IN, text="急招小工5名，180元/天"),
]
PEOPLE = [
    Cell("people_me", SIGNED_IN),
    post("people_register", SIGNED_IN, name="何小明", region="321311"),
    post("people_register_at_counter", staff(ENTER), name="何小明", region="321311"),
    Cell("people_identity", WORKER_SIDE | staff(ENTER), "PUT", ("worker_person",), body={"number": "x"}),
    post("people_verify", staff(Right.IDENTITY_VERIFY), ("person",), passed=True),
    *at_counter(post("roles_register_worker", SIGNED_IN, **WISHES), ENTER, "twin"),
    *[
        row
        for route, body in (
            ("roles_wishes", WISHES),
            ("roles_availability", {"looking": False}),
            ("roles_ranking", {"opted_out": True}),
        )
        for row in at_counter(Cell(route, SIGNED_IN, "PUT", body=body), ASSIST, "person")
    ],
    *at_counter(post("roles_register_household", SIGNED_IN), ENTER, "twin"),
    *at_counter(post("roles_register_firm", SIGNED_IN, **FIRM), ENTER, "twin"),
    post("roles_verify_employer", staff(Right.EMPLOYER_VERIFY), ("firm",)),
]
POSTINGS = [
    *on_a_side(post("draft_start", EMPLOYER_SIDE, employer="{firm}"), WRITE, "member"),
    *of_posting("draft_save", "draft", draft={}),
    *of_posting("draft_submit", "draft", offer=OFFER),
    *of_posting("publish_change", offer=OFFER),
    *of_posting("publish_pause"),
    *of_posting("publish_resume"),
    *of_posting("publish_refresh"),
    *of_posting("publish_close", reason="no_reason"),
    *of_posting("publish_again", first_day="2026-11-30"),
    *of_posting("invite_invite", worker="{free_worker}"),
    *of_posting("invite_rehire", earlier="{done}"),
    post("invite_propose", staff(Right.MATCH_PROPOSE), POSTING, worker="{free_worker}"),
    post("review_accept", staff(Right.POSTING_REVIEW), ("proposed",)),
    post("review_send_back", staff(Right.POSTING_REVIEW), ("proposed",), reason="请写清楚"),
    Cell("recommend_workers", EMPLOYER_SIDE | staff(Right.MATCH_PROPOSE), args=POSTING),
    Cell("recommend_postings", SIGNED_IN),
    Cell("recommend_postings", staff(ASSIST), query="for={person}"),
    Cell("recommend_postings", staff_elsewhere(ASSIST), query="for={far_person}"),
    *at_counter(post("apply_apply", SIGNED_IN, POSTING), ASSIST, "person"),
    *at_counter(post("apply_grab", SIGNED_IN, POSTING), ASSIST, "person"),
    Cell("checkin_site_code", EMPLOYER_SIDE, args=POSTING, query="day={day}"),
    Cell("checkin_site_code", staff(WRITE), args=POSTING, query="day={day}&for={member}"),
]
ENGAGEMENTS = [
    Cell("agree_read", SIDES | staff(Right.ENGAGEMENT_READ), args=ONE),
    *of_either("agree_sign", digest="{digest}"),
    *of_either("confirm_talk", text="您好"),
    *of_employer("confirm_offer"),
    *of_worker("confirm_confirm", terms_seen=1),
    *of_worker("confirm_reaccept", terms_seen=1),
    *of_worker("leave_withdraw", reason="no_reason"),
    *of_employer("leave_decline", reason="no_reason"),
    *of_employer("leave_cancel", reason="no_reason"),
    post("leave_cancel", staff(ASSIST), ONE, reason="no_reason", side="staff"),
    *of_either("contest_contest", reason="hours"),
    post("contest_resolve", staff(ASSIST), ONE),
    *of_either("rate_rate", stars=5),
    *of_either("rate_reply", text="谢谢"),
]
SHIFTS = [
    *of_either("checkin_check_in", SHIFT),
    post("checkin_check_in", NOBODY, ("engagement", "other_shift"), side="worker"),
    *of_employer("checkin_mark_absent", SHIFT),
    post("checkin_mark_absent", staff(ASSIST), SHIFT, side="staff"),
    *of_employer("checkin_excuse", SHIFT),
    post("checkin_excuse", staff(ASSIST), SHIFT, side="staff"),
    *of_either("finish_report", SHIFT, minutes=60),
    post("finish_decide_work", staff(ASSIST), SHIFT, minutes=60),
    *of_employer("settle_pay", SHIFT),
    *of_worker("settle_receive", SHIFT),
    *of_worker("settle_not_received", SHIFT),
    post("settle_receive", NOBODY, ("engagement", "other_shift")),
]
LISTS = [
    Cell("lists_posting", EVERYBODY, args=POSTING),
    Cell("lists_posting", EMPLOYER_SIDE | staff(Right.POSTING_READ), args=("proposed",), asks=False),
    Cell("lists_posting_engagements", EMPLOYER_SIDE, args=POSTING),
    Cell("lists_posting_engagements", staff(WRITE), args=POSTING, query="for={member}"),
    Cell("lists_my_postings", SIGNED_IN),
    Cell("lists_my_engagements", SIGNED_IN, query="side=worker"),
    Cell("lists_engagement", SIDES | staff(Right.ENGAGEMENT_READ), args=ONE),
    Cell("lists_reviews", SIGNED_IN),  # empty without the right
]

OPERATIONS = [*SESSION, *PEOPLE, *POSTINGS, *ENGAGEMENTS, *SHIFTS, *LISTS]
