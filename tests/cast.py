"""The fixed cast of the tests, built through the verbs; no factories, no fixtures in files.

A Saturday morning in Suqian: 老王 (bricklayer with a phone), 老李 (registered at the counter, no phone),
刘女士 (a household), 宿城建材 (a firm, 陈经理 acts for it), a clerk, a second clerk who reviews, a market
head, a bureau officer, an inspector, a stranger.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from lingong.accounts.grants import grant
from lingong.accounts.models import User
from lingong.accounts.rights import Role
from lingong.employers.models import Employer, EmployerKind
from lingong.employers.register import register_firm, register_household
from lingong.employers.register import verify as verify_employer
from lingong.hiring import agree, apply, confirm, invite
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.facts import Offer
from lingong.jobs.from_text import from_text, offer_from
from lingong.jobs.models import Posting
from lingong.jobs.review import accept
from lingong.journal.actor import SYSTEM, Actor, Side, Via
from lingong.lib.identity import demo_id
from lingong.people.identify import state_identity, verify
from lingong.people.models import IdentityCheck, Person
from lingong.people.register import register
from lingong.workers.models import Worker
from lingong.workers.register import register_worker

COUNTY = "321311"  # 宿豫区
OTHER_COUNTY = "371702"  # 牡丹区, another city
SATURDAY = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)  # 06:00 in Shanghai on 2026-11-21
SENTENCE = "急招小工5名，明早6点到城东建材市场南门集合，180元/天，日结，管中午饭"
USCC = "91350100M000100Y43"
PASSWORD = "fei-chang-hao-ji-2026"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def actor(user: User | None, side: Side = Side.STAFF, via: Via = Via.WEB, assisting: str = "") -> Actor:
    return Actor(str(user.public_id) if user else "", side, via, assisting)


@dataclass
class Cast:
    """People appear when first asked for; `now` is Saturday morning and moves only by hand."""

    now: datetime = SATURDAY
    _count: int = field(default=0)

    # --- staff ---------------------------------------------------------------------------------
    def staff(self, name: str, role: Role, region: str = COUNTY) -> User:
        user = User.objects.create_staff(username=name, password=PASSWORD, totp_secret=TOTP_SECRET)
        grant(user=user, role=role, regions=[region], by=SYSTEM, now=self.now)
        return user

    @cached_property
    def clerk(self) -> User:
        return self.staff("clerk", Role.CLERK)

    @cached_property
    def reviewer(self) -> User:
        return self.staff("reviewer", Role.CLERK)

    @cached_property
    def market_head(self) -> User:
        return self.staff("head", Role.MARKET_HEAD)

    @cached_property
    def officer(self) -> User:
        return self.staff("officer", Role.BUREAU_OFFICER, COUNTY[:4] + "00")

    @cached_property
    def inspector(self) -> User:
        return self.staff("inspector", Role.INSPECTOR)

    @cached_property
    def foreign_clerk(self) -> User:
        return self.staff("foreign", Role.CLERK, OTHER_COUNTY)

    @cached_property
    def stranger(self) -> User:
        return User.objects.create_citizen(phone="13900009999")

    # --- people --------------------------------------------------------------------------------
    def person(
        self, name: str, *, phone: str = "", verified: bool = True, born: date = date(1971, 5, 6)
    ) -> Person:
        """A person with an account if a phone is given, otherwise registered at the counter."""
        self._count += 1
        if phone:
            user = User.objects.create_citizen(phone=phone)
            by = actor(user, Side.WORKER)
            person = register(name=name, region=COUNTY, account=user, by=by, now=self.now)
        else:
            by = actor(self.clerk, via=Via.DESK)
            person = register(name=name, region=COUNTY, by=by, now=self.now, has_smartphone=False)
        if verified:
            born = born + timedelta(days=self._count)
            person = state_identity(person=person, number=demo_id(COUNTY, born), by=by, now=self.now)
            method = IdentityCheck.Method.COUNTER
            verify(
                person=person, method=method, passed=True, by=actor(self.clerk, via=Via.DESK), now=self.now
            )
            person.refresh_from_db()
        return person

    def worker(
        self, name: str, *, phone: str = "", trades: tuple[str, ...] = ("labourer",), **facts: Any
    ) -> Worker:
        person = self.person(name, phone=phone, **facts)
        by = actor(person.account or self.clerk, Side.WORKER, Via.WEB if phone else Via.DESK)
        return register_worker(person=person, trades=trades, by=by, now=self.now, lat=33.95, lon=118.33)

    @cached_property
    def wang(self) -> Worker:
        return self.worker("王建国", phone="13900000001")

    @cached_property
    def li(self) -> Worker:
        return self.worker("李大山")

    @cached_property
    def zhao(self) -> Worker:
        return self.worker("赵铁柱", phone="13900000003")

    @cached_property
    def household(self) -> Employer:
        person = self.person("刘芳", phone="13900000004")
        return register_household(person=person, by=actor(person.account, Side.EMPLOYER), now=self.now)

    @cached_property
    def firm(self) -> Employer:
        person = self.person("陈经理", phone="13900000005")
        by = actor(person.account, Side.EMPLOYER)
        firm = register_firm(
            name="宿城建材有限公司",
            uscc=USCC,
            kind=EmployerKind.FIRM,
            region=COUNTY,
            person=person,
            by=by,
            now=self.now,
        )
        verify_employer(employer=firm, by=actor(self.clerk), now=self.now)
        firm.refresh_from_db()
        return firm

    # --- sides -----------------------------------------------------------------------------------
    def as_worker(self, worker: Worker) -> Actor:
        if worker.person.account is not None:
            return actor(worker.person.account, Side.WORKER)
        return actor(self.clerk, Side.WORKER, Via.DESK, str(worker.person.public_id))

    def as_employer(self, employer: Employer) -> Actor:
        person = employer.person or employer.members.get().person
        return actor(person.account, Side.EMPLOYER)

    # --- short ways to a point of the line -----------------------------------------------------------
    def offer(self, text: str = SENTENCE, **answers: Any) -> Offer:
        facts = {
            "region": COUNTY,
            "lat": 33.96,
            "lon": 118.34,
            **from_text(text, now=self.now).facts,
            **answers,
        }
        return offer_from(facts)

    def posting(self, employer: Employer | None = None, *, instant: bool = False, **answers: Any) -> Posting:
        """A published posting of the sentence, its end time answered as 17:00."""
        employer = employer or self.firm
        by = self.as_employer(employer)
        draft = start_draft(employer=employer, by=by, now=self.now, text=SENTENCE)
        offer = self.offer(**{"end": time(17), **answers})
        submit(posting=draft, offer=offer, by=by, now=self.now, instant=instant)
        return accept(posting=draft, by=actor(self.reviewer), now=self.now)

    def confirmed(self, posting: Posting, worker: Worker) -> Engagement:
        """Worker applied, employer said yes, worker confirmed."""
        engagement = apply.apply(worker=worker, posting=posting, by=self.as_worker(worker), now=self.now)
        deadline = invite.offer_deadline(posting, self.now)
        confirm.offer(
            engagement=engagement, by=self.as_employer(posting.employer), now=self.now, answer_by=deadline
        )
        confirm.confirm(engagement=engagement, by=self.as_worker(worker), now=self.now)
        return engagement

    def agreed(self, posting: Posting, worker: Worker) -> Engagement:
        """Confirmed, and signed by both."""
        engagement = self.confirmed(posting, worker)
        person = posting.employer.person or posting.employer.members.get().person
        signer = str(worker.person.public_id)
        agree.sign(engagement=engagement, signer=signer, by=self.as_worker(worker), now=self.now)
        by = self.as_employer(posting.employer)
        agree.sign(engagement=engagement, signer=str(person.public_id), by=by, now=self.now)
        return engagement

    def shift(self, engagement: Engagement, n: int = 0) -> Shift:
        return engagement.shifts.order_by("start_at")[n]
