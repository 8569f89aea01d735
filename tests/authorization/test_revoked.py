"""What was given is taken at the next request: a role, a membership, an account."""

import pytest

from lingong.accounts.grants import revoke
from lingong.accounts.models import User
from lingong.accounts.rights import Role
from lingong.journal.actor import SYSTEM

from . import cells
from .cells import Cell
from .walk import Walker

pytestmark = pytest.mark.django_db
PAGE = Cell("desk_engagement", frozenset(), args=("engagement",))
OPERATION = Cell("lists_engagement", frozenset(), args=("engagement",))


@pytest.mark.parametrize("role", [Role.CLERK, Role.MARKET_HEAD])
def test_a_revoked_role_is_gone_at_the_next_request(situation, role):
    staff, user = Walker(cells.IN[role], situation), situation.users[cells.IN[role]]
    seen = [staff.send(cell, "GET").status for cell in (PAGE, OPERATION)]
    revoke(grant=user.grants.get(), by=SYSTEM, now=situation.cast.now)
    after = [staff.send(cell, "GET") for cell in (PAGE, OPERATION)]
    unknown = [staff.send(cell.unknown(0), "GET") for cell in (PAGE, OPERATION)]
    assert (seen, [answer.status for answer in after]) == ([200, 200], [404, 404])
    assert [answer.text for answer in after] == [answer.text for answer in unknown]


def test_who_left_the_firm_sees_nothing_of_it(situation):
    member = Walker(cells.EMPLOYER, situation)
    page = Cell("candidate", frozenset(), args=("engagement",))
    assert member.send(page, "GET").status == 200
    situation.cast.firm.members.update(ended_at=situation.cast.now)
    assert [member.send(cell, "GET").status for cell in (page, OPERATION)] == [404, 404]


def test_a_closed_account_is_a_visitor(situation):
    worker, user = Walker(cells.WORKER, situation), situation.users[cells.WORKER]
    page = Cell("engagement", frozenset(), args=("engagement",))
    assert worker.send(page, "GET").status == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert worker.send(page, "GET").asks_to_sign_in
    assert worker.send(OPERATION, "GET").status == 401
