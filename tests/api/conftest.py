"""A program that speaks to the interface: session cookie, CSRF token, a new key for every command."""

import json
import uuid
from dataclasses import dataclass, field

import pytest
from django.http import HttpResponse
from django.test import Client

from lingong.accounts.models import User
from tests.cast import Cast

BASE = "/api/v1"


@dataclass
class Program:
    """`user` is signed in; None is a visitor. `at` moves with the test's clock, the session does not care."""

    user: User | None = None
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def __post_init__(self) -> None:
        if self.user is not None:
            self.client.force_login(self.user)
        self.token = self.get("/session").json()["csrf_token"]

    def get(self, path: str) -> HttpResponse:
        return self.client.get(BASE + path)

    def send(self, method: str, path: str, body: object = None, **headers: str) -> HttpResponse:
        headers = {"X-CSRFToken": self.token, **headers}
        text = body if isinstance(body, str) else json.dumps(body or {}, default=str)
        return self.client.generic(
            method, BASE + path, text, content_type="application/json", headers=headers
        )

    def post(self, path: str, body: object = None, *, key: str = "") -> HttpResponse:
        return self.send("POST", path, body, **{"Idempotency-Key": key or uuid.uuid4().hex})

    def do(self, path: str, body: object = None) -> dict:
        """A command that must be carried out."""
        response = self.post(path, body)
        assert response.status_code == 200, (path, response.status_code, response.content.decode())
        return response.json()


@pytest.fixture
def cast(db, time_machine):
    cast = Cast()
    time_machine.move_to(cast.now, tick=False)
    return cast


def of(role) -> Program:
    """The program of a worker, an employer or a member of staff of the cast."""
    if isinstance(role, User):
        return Program(role)
    person = role.person or role.members.get().person
    return Program(person.account)
