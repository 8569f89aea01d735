"""Nobody gets further than on the pages: 401 for visitors, unknown and forbidden alike 404."""

import uuid

import pytest

from lingong.journal.models import Event
from tests.api.conftest import Program, of
from tests.api.test_schema import OPERATIONS

BODIES = {
    "save": {"draft": {}}, "submit": {"offer": {}}, "change": {"offer": {}}, "close": {"reason": "enough"},
    "again": {"first_day": "2026-12-01"}, "send_back": {"reason": "写清楚"}, "invite": {"worker": uuid.uuid4()},
    "propose": {"worker": uuid.uuid4()}, "rehire": {"earlier": uuid.uuid4()}, "verify": {"passed": True},
    "talk": {"side": "worker", "text": "在吗"}, "confirm": {"terms_seen": 1}, "reaccept": {"terms_seen": 1},
    "sign": {"side": "worker", "digest": "0" * 64}, "withdraw": {"reason": "too_far"},
    "decline": {"reason": "not_fit"}, "cancel": {"reason": "work_off"}, "rate": {"side": "employer", "stars": 5},
    "contest": {"side": "worker", "reason": "hours"}, "reply": {"side": "employer", "text": "好"},
    "check_in": {"side": "worker"}, "report": {"side": "worker", "minutes": 60}, "decide_work": {"minutes": 60},
    "identity": {"number": "123"},
}  # fmt: skip
PUBLIC = {"/postings/{posting_id}", "/postings/{posting_id}/apply", "/postings/{posting_id}/grab"}
ABOUT_OBJECTS = [(method, path) for method, path in OPERATIONS if "{" in path and path not in PUBLIC]


def send(program: Program, method: str, path: str, ids: dict[str, object]):
    body = BODIES.get(path.rpartition("/")[2], {}) if not path.startswith("/employers") else {}
    path = path.format(**ids)
    if method == "GET":
        return program.get(f"{path}?day=2026-11-22" if path.endswith("site_code") else path)
    return program.send(method, path, body, **{"Idempotency-Key": uuid.uuid4().hex})


@pytest.mark.parametrize(
    ("method", "path"),
    [key for key, said in OPERATIONS.items() if said.get("security") == [{"SignedIn": []}]],
)
def test_a_visitor_is_asked_to_sign_in(db, method, path):
    ids = dict.fromkeys(("posting_id", "engagement_id", "person_id", "employer_id"), uuid.uuid4()) | {
        "shift_id": 1
    }
    answer = send(Program(), method, path, ids)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in")


@pytest.fixture
def somebodys(cast):
    """Ids of 王建国's gig at 宿城建材, agreed and due."""
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    return {
        "posting_id": posting.public_id,
        "engagement_id": engagement.public_id,
        "shift_id": cast.shift(engagement).pk,
        "person_id": cast.wang.person.public_id,
        "employer_id": cast.firm.public_id,
    }


@pytest.mark.parametrize("who", ["zhao", "household", "foreign_clerk"])
def test_what_is_not_yours_looks_like_what_is_not_there(cast, somebodys, who):
    """A worker, an employer and a clerk of another city, on every address that names an object."""
    program = of(getattr(cast, who))
    before = Event.objects.count()
    unknown = {name: 2**40 if name == "shift_id" else uuid.uuid4() for name in somebodys}
    for method, path in ABOUT_OBJECTS:
        forbidden, missing = (send(program, method, path, ids) for ids in (somebodys, unknown))
        assert forbidden.status_code == missing.status_code == 404, (method, path, forbidden.content.decode())
        assert forbidden.content == missing.content
    assert Event.objects.count() == before


def test_a_draft_is_seen_by_its_employer_and_staff_of_the_region_only(cast):
    boss = of(cast.firm)
    draft = boss.do("/postings", {"employer": cast.firm.public_id, "text": "招人"})["id"]
    seen = {
        who: of(getattr(cast, who)).get(f"/postings/{draft}").status_code
        for who in ("firm", "clerk", "wang", "household", "foreign_clerk")
    }
    assert seen == {"firm": 200, "clerk": 200, "wang": 404, "household": 404, "foreign_clerk": 404}
    assert Program().get(f"/postings/{draft}").status_code == 404
    assert Program().get(f"/postings/{cast.posting().public_id}").status_code == 200


def test_one_side_cannot_act_for_the_other(cast, somebodys):
    gig = f"/engagements/{somebodys['engagement_id']}"
    assert of(cast.wang).post(f"{gig}/cancel", {"reason": "work_off"}).status_code == 404
    assert of(cast.firm).post(f"{gig}/withdraw", {"reason": "too_far"}).status_code == 404
    assert of(cast.wang).post(f"{gig}/resolve").status_code == 404


def test_only_the_member_of_the_firm_or_staff_may_be_helped(cast, somebodys):
    clerk = of(cast.clerk)
    path = f"/engagements/{somebodys['engagement_id']}/talk"
    stranger = clerk.post(path, {"side": "worker", "text": "在吗", "for": cast.zhao.person.public_id})
    assert stranger.status_code == 404
    by_worker = of(cast.wang).post(
        path, {"side": "worker", "text": "在吗", "for": cast.wang.person.public_id}
    )
    assert by_worker.status_code == 404  # nobody but staff stands at the counter
