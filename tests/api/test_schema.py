"""The description: every verb of the tables is a route, every command has its key and its answers."""

import re

import pytest

from lingong.api.interface import api
from lingong.hiring.line import LINE, SHIFT
from lingong.jobs.states import POSTING
from lingong.journal.actor import Side

SCHEMA = api.get_openapi_schema(path_prefix="/api/v1/")
OPERATIONS = {
    (method.upper(), path.removeprefix("/api/v1")): said
    for path, methods in SCHEMA["paths"].items()
    for method, said in methods.items()
}
PREFIX = {
    "jobs": "/postings/{posting_id}/",
    "hiring": "/engagements/{engagement_id}/",
    "hiring.shift": "/engagements/{engagement_id}/shifts/{shift_id}/",
}
AT_POSTING = {"apply", "invite", "propose"}  # they create the engagement
SHIFT_VERBS_OF_THE_LINE = {"check_in", "report"}  # rows of both tables, one act
# What no one asks for: it follows from another act, which is a route.
FOLLOWS = {
    ("jobs", "fill"): "confirm",
    ("jobs", "refill"): "withdraw",
    ("hiring", "agree"): "sign",
    ("hiring", "finish"): "report",
    ("hiring", "settle"): "receive",
    ("hiring", "complete"): "rate",
    ("hiring", "no_show"): "mark_absent",
    ("hiring.shift", "accept_work"): "report",
    ("hiring.shift", "fall_due"): "report",
    ("hiring.shift", "cancel"): "withdraw",
}
# No commands of the line: sign-in is bound to its code, reading changes nothing.
WITHOUT_KEY = {"/session", "/session/code", "/session/second_fact", "/session/staff", "/read"}


def rows():
    for table in (POSTING, LINE, SHIFT):
        for step in table.steps:
            if set(step.side) != {Side.SYSTEM}:  # the clock's own
                yield table.name, step.verb


def path_of(table: str, verb: str) -> str:
    if (table, verb) in FOLLOWS:
        verb = FOLLOWS[table, verb]
        return next(path for method, path in OPERATIONS if method == "POST" and path.endswith(f"/{verb}"))
    if table == "hiring" and verb in SHIFT_VERBS_OF_THE_LINE:
        table = "hiring.shift"
    if table == "hiring" and verb in AT_POSTING:
        table = "jobs"
    return PREFIX[table] + verb


@pytest.mark.parametrize(("table", "verb"), list(rows()))
def test_every_verb_of_the_tables_is_a_command(table, verb):
    assert ("POST", path_of(table, verb)) in OPERATIONS


def test_what_follows_is_no_route_of_its_own():
    for (table, verb), _ in FOLLOWS.items():
        if table != "hiring.shift" or verb != "cancel":
            assert ("POST", PREFIX[table] + verb) not in OPERATIONS


@pytest.mark.parametrize(("method", "path"), [key for key in OPERATIONS if key[0] == "POST"])
def test_a_command_needs_its_key(method, path):
    headers = {p["name"]: p for p in OPERATIONS[method, path]["parameters"] if p["in"] == "header"}
    if path in WITHOUT_KEY:
        assert headers == {}
    else:
        assert headers["Idempotency-Key"]["required"]


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_what_goes_wrong_is_declared_in_one_shape(method, path):
    said = OPERATIONS[method, path]
    answers = {int(code): answer for code, answer in said["responses"].items()}
    expected = (
        {200, 401, 403, 404, 409, 422} if said.get("security") == [{"SignedIn": []}] else {200, 409, 422}
    )
    assert expected <= set(answers)
    for code in set(answers) - {200}:
        schema = answers[code]["content"]["application/json"]["schema"]
        assert schema["$ref"].endswith("/Refused") or schema["title"] == "Refused"


def test_bodies_take_only_what_they_list():
    bodies = {
        re.search(r"\w+$", said["requestBody"]["content"]["application/json"]["schema"]["$ref"])[0]
        for said in OPERATIONS.values()
        if "requestBody" in said
    }
    assert len(bodies) > 20
    assert all(SCHEMA["components"]["schemas"][name]["additionalProperties"] is False for name in bodies)


def test_it_is_served_as_openapi_3_1(client):
    served = client.get("/api/v1/openapi.json").json()
    assert served["openapi"].startswith("3.1")
    assert served["paths"].keys() == SCHEMA["paths"].keys()
