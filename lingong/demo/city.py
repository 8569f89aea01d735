"""The city around the small one: 50,000 workers, 5,000 employers, 50,000 postings through the bulk verbs."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from lingong.accounts.models import User
from lingong.employers.bulk import EmployerRow, register_employers
from lingong.employers.models import Employer, EmployerKind
from lingong.jobs.bulk import PostingRow, publish_postings
from lingong.jobs.facts import Offer
from lingong.jobs.models import Posting
from lingong.journal.actor import Actor, Side, Via
from lingong.lib import clock
from lingong.lib.batch import BatchReport
from lingong.lib.report import Progress
from lingong.people.bulk import PersonRow
from lingong.people.models import Person
from lingong.workers.bulk import WorkerRow, register_workers
from lingong.workers.models import Worker

from .cast import SORTS
from .names import Register, credit_code, phone
from .places import BY_CODE, COUNTIES, County
from .sentences import Sentence, offer_of, sentences, trades_of

FIRST_WORKER, FIRST_EMPLOYER = 10_000, 70_000  # phones; the small city has those below
TRADES = ("建筑劳务", "物流", "种植合作社", "餐馆", "制衣", "商贸", "配送")
CHARACTERS = "恒宏安顺通绿丰华星丽万福金宝祥泰隆盛兴达和美佳康"
SOMEWHERE = "城东建材市场"  # stands for the place while a text is read
DAYS_AHEAD = 13


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each the city has in all, with those of the small one."""

    workers: int = 50_000
    employers: int = 5_000
    postings: int = 50_000


WHOLE = Size()


def build_city(
    *, now: datetime, seed: int, step: Callable[[str], AbstractContextManager[Progress]], size: Size = WHOLE
) -> None:
    """Fill up to `size`. Each chunk of rows is a transaction of its own."""
    rng = Random(f"city {seed}")
    people = Register(rng, clock.today(now), used={person.id_number for person in Person.objects.all()})
    by = _staff("clerk", Via.DESK)
    with step(f"{size.workers} 名工人") as progress:
        workers = [_worker(people, rng, n) for n in range(size.workers - Worker.objects.count())]
        _all_written(register_workers(workers, by=by, now=now, progress=progress))
    with step(f"{size.employers} 家用工方") as progress:
        employers = [_employer(people, rng, n) for n in range(size.employers - Employer.objects.count())]
        _all_written(register_employers(employers, by=by, now=now, progress=progress))
    with step(f"{size.postings} 条招工") as progress:
        rows = list(_postings(rng, now, size.postings - Posting.objects.count()))
        reviewer = _staff("reviewer", Via.WEB)
        _all_written(publish_postings(rows, by=by, reviewer=reviewer, now=now, progress=progress))


def _staff(username: str, via: Via) -> Actor:
    return Actor(str(User.objects.get(username=username).public_id), Side.STAFF, via)


def _all_written(report: BatchReport) -> None:
    """A demo row that is refused is a mistake of ours."""
    if report.refused:
        raise report.refused[0][1]


def _person(people: Register, county: County, number: int, *, with_phone: bool) -> PersonRow:
    one = people.someone(county.code)
    return PersonRow(
        one.name, county.code, phone=phone(number), has_account=with_phone, sex=one.sex, has_smartphone=with_phone,
        id_number=one.id_number, paper_seen=not with_phone,
    )  # fmt: skip


def _worker(people: Register, rng: Random, n: int) -> WorkerRow:
    county = rng.choice(COUNTIES)
    trades = [rng.choice(trades_of(who)) for who in rng.sample(SORTS, 2)]
    lat, lon = _point(county, rng)
    return WorkerRow(
        _person(people, county, FIRST_WORKER + n, with_phone=n % 3 != 0), trades, lat=lat, lon=lon,
        reach_km=rng.choice((5, 8, 10, 15, 20)), floor_fen_per_hour=rng.choice((0, 0, 0, 1800, 2000)),
    )  # fmt: skip


def _employer(people: Register, rng: Random, n: int) -> EmployerRow:
    county = rng.choice(COUNTIES)
    person = _person(people, county, FIRST_EMPLOYER + n, with_phone=True)
    if n % 8 == 0:
        return EmployerRow(person, EmployerKind.HOUSEHOLD)
    name = f"{county.name[:2]}{''.join(rng.sample(CHARACTERS, 2))}{rng.choice(TRADES)}{n}（演示）"
    kind = EmployerKind.SOLE_TRADER if n % 8 == 1 else EmployerKind.FIRM
    return EmployerRow(person, kind, name=name, uscc=credit_code(county.code, 1000 + n), verified=True)


def _postings(rng: Random, now: datetime, count: int) -> Iterator[PostingRow]:
    """Each text is read once for a day and a headcount; then it is pasted by many, each for their own place."""
    employers = list(Employer.objects.filter(verified_at__isnull=False).order_by("pk"))
    homes = [employer for employer in employers if employer.kind == EmployerKind.HOUSEHOLD]
    bodies = [employer for employer in employers if employer.kind != EmployerKind.HOUSEHOLD]
    pool = list(_read_pool(now))
    for _ in range(count):
        text, offer, sentence = rng.choice(pool)
        at_home = sentence.who == "home"
        employer = rng.choice(homes if at_home else bodies)
        county = BY_CODE[employer.region]
        place = rng.choice(county.homes if at_home else county.sites)
        lat, lon = _point(county, rng)
        offer = replace(offer, place=place, region=county.code, lat=lat, lon=lon)
        yield PostingRow(employer, offer, text.replace(SOMEWHERE, place), instant=rng.random() < 0.1)


def _read_pool(now: datetime) -> Iterator[tuple[str, Offer, Sentence]]:
    for sentence in sentences():
        for lead in range(1, DAYS_AHEAD + 1):
            later = on_a_day(sentence, clock.today(now) + timedelta(days=lead), lead)
            for n in range(1, sentence.most + 1):
                text, offer = offer_of(later, n=n, place=SOMEWHERE, region="", at=(0.0, 0.0), now=now)
                yield text, offer, later


def on_a_day(sentence: Sentence, day: date, lead: int) -> Sentence:
    """The same work, with its day in figures."""
    named, text = f"{day.month}月{day.day}日", sentence.text
    for word, figures in (
        ("明早", f"{named}早上"),
        ("明天", named),
        ("今晚", f"{named}晚上"),
        ("今天", named),
    ):
        text = text.replace(word, figures, 1)
    return replace(sentence, text=text, lead=lead)


def _point(county: County, rng: Random) -> tuple[float, float]:
    """Somewhere within a dozen kilometres of the middle."""
    return round(county.lat + rng.gauss(0, 0.05), 4), round(county.lon + rng.gauss(0, 0.06), 4)
