"""Sends the requests of a row and judges the answers; whatever a request did is taken back."""

import json
import os
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from http.cookies import SimpleCookie
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from .cells import CURIOUS, STAFF, VISITOR, Cell
from .routes import operations
from .situation import Situation

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", re.IGNORECASE)
CHANGING = re.compile(r'(name="(csrfmiddlewaretoken|once)" value|nonce)="[^"]*"')
BACKEND = "lingong.accounts.staff_sign_in.PasswordAndTotp"
OTHERS = ("GET", "POST")  # methods tried on pages
FALLEN = 500
LONG = bool(os.environ.get("HARDEN"))  # every role compares every denial


@dataclass
class Answer:
    """What came back, and whether anything in the database is other than before."""

    status: int
    text: str
    where: str = ""
    changed: bool = False
    error: str = ""

    @property
    def asks_to_sign_in(self) -> bool:
        """Sent to sign in and back, or 401 to a program."""
        return self.status == 401 or (self.status == 302 and self.where.startswith("/sign-in/?next="))


@dataclass
class Walker:
    """One role before the situation."""

    role: str
    situation: Situation
    csrf: bool = False  # checked, as in service; no request of the walk brings the token
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = Client(raise_request_exception=False, enforce_csrf_checks=self.csrf)
        user = self.situation.users[self.role]
        if user is not None:
            self.client.force_login(user, backend=BACKEND)
            self.cookies = {name: one.value for name, one in self.client.cookies.items()}

    def compares(self, cell: Cell) -> bool:
        """Whether this role compares its denial with what is unknown; `for` is tried by staff alone."""
        return LONG or (self.role in CURIOUS and ("for" not in cell.body or self.role in STAFF))

    @cached_property
    def before(self) -> list[Any]:
        """All rows as they stand; every request leaves them so, for it is taken back."""
        return rows()

    def send(self, cell: Cell, method: str) -> Answer:
        """One request in a savepoint, with the cookies of the sign-in and no others."""
        self.client.cookies = SimpleCookie(self.cookies)
        before, wrote = self.before, []
        with transaction.atomic(), connection.execute_wrapper(_noting(wrote)):
            response = self._request(cell, method)
            answer = _answer(response, address(cell, self.situation.things))
            answer.changed = bool(wrote) and rows() != before
            transaction.set_rollback(True)
        return answer

    def _request(self, cell: Cell, method: str) -> HttpResponse:
        things = self.situation.things
        body = filled(cell.body, things)
        if cell.route in operations():
            headers = {"Idempotency-Key": uuid.uuid4().hex}
            text = "" if method == "GET" else json.dumps(body)
            return self.client.generic(
                method, address(cell, things), text, content_type="application/json", headers=headers
            )
        if method == "POST":
            return self.client.post(address(cell, things), body)
        return self.client.generic(method, address(cell, things))


def address(cell: Cell, things: Any) -> str:
    """The path of a row; an argument `=word` is the word itself."""
    args = [arg[1:] if arg.startswith("=") else str(things[arg]) for arg in cell.args]
    query = "?" + cell.query.format_map(things) if cell.query else ""
    if cell.route not in operations():
        return str(reverse(f"web:{cell.route}", args=args)) + query
    values = iter(args)
    path = re.sub(r"<[^>]*>", lambda _: next(values), operations()[cell.route].path)
    return f"/{path}{query}"


def filled(value: Any, things: Any) -> Any:
    """`{name}` in a body becomes the thing."""
    if isinstance(value, dict):
        return {name: filled(one, things) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(one, things) for one in value]
    return value.format_map(things) if isinstance(value, str) else value


def faults(walker: Walker, cell: Cell) -> Iterator[str]:
    """What is wrong with this row for this role, in words; nothing if all is well."""
    lets_in = walker.role in cell.who
    methods = cell.methods.split()
    for method in dict.fromkeys((*methods, *OTHERS)):
        if method not in methods and cell.route in operations():
            continue  # see test_table
        if method not in methods and not (lets_in or walker.compares(cell)):
            continue
        answer = walker.send(cell, method)
        said = f"{walker.role}: {method} {cell} → {answer.status} {answer.where}"
        if answer.status >= FALLEN:
            yield f"{said}: fell over: {answer.error}"
        elif method not in methods:
            yield from _wrong_method(said, answer, lets_in)
        elif lets_in:
            yield from _let_in(said, answer, cell)
        else:
            yield from _kept_out(said, answer, walker, cell, method)


def _let_in(said: str, answer: Answer, cell: Cell) -> Iterator[str]:
    if answer.status in (401, 403, 404, 405) or answer.asks_to_sign_in:
        yield f"{said}: should be let in"


def _wrong_method(said: str, answer: Answer, lets_in: bool) -> Iterator[str]:
    if answer.changed:
        yield f"{said}: changed something"
    if answer.status != 405 and (lets_in or not (answer.status == 404 or answer.asks_to_sign_in)):
        yield f"{said}: this method should be refused"


def _kept_out(said: str, answer: Answer, walker: Walker, cell: Cell, method: str) -> Iterator[str]:
    if answer.changed:
        yield f"{said}: changed something though denied"
    if walker.role == VISITOR and cell.asks:
        if not answer.asks_to_sign_in:
            yield f"{said}: a visitor should be asked to sign in"
        return
    if answer.status != 404:
        yield f"{said}: should look unknown"
    for n, name in enumerate(cell.args if walker.compares(cell) else ()):
        if not name.startswith("="):
            unknown = walker.send(cell.unknown(n), method)
            if (unknown.status, unknown.text) != (answer.status, answer.text):
                yield f"{said}: unknown {name} answers {unknown.status} otherwise"


def rows() -> list[Any]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        found = []
        for table in sorted(connection.introspection.django_table_names(only_existing=True)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.append((table, sorted(map(repr, cursor.fetchall()))))
    return found


def _noting(wrote: list[str]) -> Callable[..., Any]:
    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITES.match(sql):
            wrote.append(sql)
        return execute(sql, params, many, context)

    return note


def _answer(response: HttpResponse, path: str) -> Answer:
    text = CHANGING.sub("", response.content.decode("utf-8", "replace")).replace(
        path, ""
    )  # “report this page”
    error = repr(response.exc_info[1]) if getattr(response, "exc_info", None) else ""
    return Answer(response.status_code, text, response.headers.get("Location", ""), error=error)
