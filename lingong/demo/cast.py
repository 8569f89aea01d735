"""The people of the demo: workers with and without a phone, and who takes them on."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from lingong.accounts.models import User
from lingong.employers.bulk import EmployerRow, register_employers
from lingong.employers.models import Employer, EmployerKind
from lingong.journal.actor import Actor, Side, Via
from lingong.people.bulk import PersonRow
from lingong.people.models import Person
from lingong.workers.bulk import WorkerRow, register_workers
from lingong.workers.models import Worker

from .names import Register, credit_code, phone
from .places import COUNTIES, County
from .sentences import trades_of

F, S, H, P = EmployerKind.FIRM, EmployerKind.SOLE_TRADER, EmployerKind.HOUSEHOLD, EmployerKind.PLATFORM
# (what they look for, kind, name without the county, which county)
EMPLOYERS = (
    ("building", F, "恒达建材", 0), ("building", F, "宏基建筑劳务", 1), ("building", F, "安居装饰", 2),
    ("building", F, "众兴建设", 3), ("building", F, "青阳建筑", 4), ("goods", F, "顺通物流", 0),
    ("goods", F, "电商云仓", 1), ("goods", F, "苏奥快运", 2), ("farm", F, "绿野蔬菜合作社", 1),
    ("farm", F, "花木苗圃", 2), ("farm", F, "桃园果业", 3), ("food", S, "老街家常菜馆", 0),
    ("food", S, "洪泽湖鱼馆", 4), ("food", F, "宴宾楼酒店", 1), ("factory", F, "华星电子", 0),
    ("factory", F, "丽人服装", 3), ("shop", F, "万家福超市", 0), ("shop", S, "青阳百货", 4),
    ("delivery", P, "同城跑腿平台", 0), ("home", H, "", 0), ("home", H, "", 0), ("home", H, "", 1),
    ("home", H, "", 2), ("home", H, "", 3), ("home", H, "", 4),
)  # fmt: skip
SORTS = ("building", "goods", "farm", "food", "factory", "shop", "home", "delivery")
WORKERS = 120
WHERE = (0, 0, 0, 1, 1, 2, 2, 3, 4)  # how the workers spread over the counties
EMPLOYER_PHONES = 500  # first phone of the employers; workers begin at 1
CLERK_OF = {"321302": "clerk", "321311": "clerk"}  # the rest: clerk2


@dataclass
class Taker:
    """An employer and what it looks for."""

    employer: Employer
    person: Person
    who: str
    county: County


@dataclass
class Cast:
    """Everybody, and how they act."""

    staff: dict[str, User]
    workers: list[Worker] = field(default_factory=list)
    takers: list[Taker] = field(default_factory=list)

    def clerk(self, county: str) -> User:
        return self.staff[CLERK_OF.get(county, "clerk2")]

    def at_counter(self, person: Person, side: Side) -> Actor:
        return Actor(str(self.clerk(person.region).public_id), side, Via.DESK, str(person.public_id))

    def staff_actor(self, username: str) -> Actor:
        return Actor(str(self.staff[username].public_id), Side.STAFF, Via.WEB)

    def person_actor(self, person: Person, side: Side) -> Actor:
        """On the own phone, or at the counter with a clerk's help."""
        if person.account is None:
            return self.at_counter(person, side)
        return Actor(str(person.account.public_id), side, Via.WEB)

    def worker_actor(self, worker: Worker) -> Actor:
        return self.person_actor(worker.person, Side.WORKER)


def build_cast(staff: dict[str, User], *, rng: Random, workers: int, now: datetime) -> Cast:
    """Register everybody through the bulk form of the verbs, at `now`."""
    cast, people = Cast(staff), Register(rng, now.date())
    by = Actor(str(staff["clerk"].public_id), Side.STAFF, Via.DESK)
    takers = [_employer_row(people, n, *facts) for n, facts in enumerate(EMPLOYERS)]
    register_employers(takers, by=by, now=now)
    register_workers([_worker_row(people, rng, n) for n in range(1, workers + 1)], by=by, now=now)
    found = Employer.objects.select_related("person__account", "organisation").order_by("pk")
    for employer, (who, _, _, where) in zip(found, EMPLOYERS, strict=True):
        person = employer.person or employer.members.select_related("person__account").get().person
        cast.takers.append(Taker(employer, person, who, COUNTIES[where]))
    cast.workers += Worker.objects.select_related("person__account").prefetch_related("trades").order_by("pk")
    return cast


def _person(people: Register, county: County, n: int, *, with_phone: bool) -> PersonRow:
    """With a phone the provider confirms the number; without one a clerk sees the paper."""
    one = people.someone(county.code)
    return PersonRow(
        name=one.name, region=county.code, sex=one.sex, id_number=one.id_number, has_account=with_phone,
        phone=phone(n) if with_phone or n % 2 == 0 else "", has_smartphone=with_phone, paper_seen=not with_phone,
    )  # fmt: skip


def _worker_row(people: Register, rng: Random, n: int) -> WorkerRow:
    county = COUNTIES[WHERE[n % len(WHERE)]]
    sorts = rng.sample(SORTS, 2)
    trades = [trade for who in sorts for trade in rng.sample(trades_of(who), min(3, len(trades_of(who))))]
    lat, lon = county.near(rng.randrange(100))
    return WorkerRow(
        _person(people, county, n, with_phone=n % 3 != 0), trades, lat=lat, lon=lon,
        reach_km=rng.choice((5, 8, 10, 15, 20, 30)), floor_fen_per_hour=rng.choice((0, 0, 0, 1800, 2000)),
    )  # fmt: skip


def _employer_row(
    people: Register, n: int, who: str, kind: EmployerKind, name: str, where: int
) -> EmployerRow:
    county = COUNTIES[where]
    # Every third household comes to the counter.
    person = _person(people, county, EMPLOYER_PHONES + n, with_phone=kind != H or n % 3 != 0)
    if kind == H:
        return EmployerRow(person, kind)
    return EmployerRow(
        person, kind, name=f"{county.name[:2]}{name}（演示）", uscc=credit_code(county.code, n),
        address=f"{county.name}（演示地址）", verified=True,
    )  # fmt: skip
