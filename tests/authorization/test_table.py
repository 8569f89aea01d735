"""The table and the resolver name the same routes; and the walk notices a wrong cell and a wrong loader."""

from dataclasses import replace

import pytest
from django.urls import get_resolver

from lingong.hiring.models import Engagement
from lingong.journal.actor import Actor

from . import cells
from .cells import NOBODY, STRANGER, WORKER_SIDE, Cell
from .operations import OPERATIONS
from .pages import PAGES
from .routes import operations, pages
from .walk import Walker, faults

pytestmark = pytest.mark.django_db


def test_every_route_has_a_cell_and_every_cell_a_route():
    assert {cell.route for cell in PAGES} == pages()
    assert {cell.route for cell in OPERATIONS} == set(operations())
    assert len(pages()) + len(operations()) > 150  # the resolver was really read


def test_a_new_route_is_noticed(monkeypatch):
    resolver = get_resolver()
    web = next(entry for entry in resolver.url_patterns if entry.app_name == "web")
    monkeypatch.setattr(web, "url_patterns", web.url_patterns[1:])
    assert {cell.route for cell in PAGES} - pages() == {"home"}


def test_operations_have_the_method_of_their_row():
    assert [cell for cell in OPERATIONS if cell.methods != operations()[cell.route].method] == []


@pytest.mark.parametrize("role", [cells.VISITOR, cells.WORKER])
def test_methods_an_address_does_not_know(walker, role):
    """405 before anything else is asked."""
    known: dict[str, set[str]] = {}
    for operation in operations().values():
        known.setdefault(operation.path, set()).add(operation.method)
    one = walker(role)
    for cell in {cell.route: cell for cell in OPERATIONS}.values():
        path = operations()[cell.route].path
        for method in {"GET", "POST", "DELETE"} - known[path]:
            assert one.send(cell, method).status == 405, (cell, method)


def test_nothing_is_posted_without_a_token(situation):
    """CSRF: every act of a signed-in browser needs the token of the page."""
    one = Walker(cells.WORKER, situation, csrf=True)
    for cell in (*PAGES, *OPERATIONS):
        for method in set(cell.methods.split()) - {"GET"}:
            answer = one.send(cell, method)
            assert (answer.status, answer.changed) == (403, False), (cell, answer.status)


def test_a_wrong_cell_is_noticed(walker):
    cell = Cell("engagement", WORKER_SIDE, args=("engagement",))
    worker, stranger = walker(cells.WORKER), walker(STRANGER)
    assert (list(faults(worker, cell)), list(faults(stranger, cell))) == ([], [])
    assert "should look unknown" in next(faults(worker, replace(cell, who=NOBODY)))
    assert "should be let in" in next(faults(stranger, replace(cell, who=frozenset({STRANGER}))))
    assert "this method should be refused" in next(faults(worker, Cell("wishes", WORKER_SIDE, "GET")))


def test_a_loader_that_lets_everybody_in_is_noticed(walker, monkeypatch):
    def open_to_all(user, public_id, side, via):
        return Engagement.objects.for_page().get(public_id=public_id), Actor(str(user.public_id), side, via)

    monkeypatch.setattr("lingong.web.worker.acts.engagement_for", open_to_all)
    monkeypatch.setattr("lingong.api.access.engagement_for", open_to_all)
    other = walker(cells.OTHER_WORKER)
    for route in ("my_talk", "rate_reply"):
        cell = next(cell for cell in (*PAGES, *OPERATIONS) if cell.route == route)
        found = list(faults(other, cell))
        assert any("should look unknown" in fault for fault in found), found
    assert any("changed something though denied" in fault for fault in found), found


def test_a_denial_that_tells_what_exists_is_noticed(walker, monkeypatch):
    def telling(user, public_id, side, via):
        Engagement.objects.get(public_id=public_id)
        raise PermissionError

    monkeypatch.setattr("lingong.web.worker.acts.engagement_for", telling)
    cell = Cell("engagement", WORKER_SIDE, args=("engagement",))
    assert any("fell over: PermissionError" in fault for fault in faults(walker(STRANGER), cell))
