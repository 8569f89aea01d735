"""A worker as an employer sees them: by calling name and record until both signed, then with name and phone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from lingong.employers.models import Employer
from lingong.hiring.line import HELD, LINE, State
from lingong.hiring.models import Engagement
from lingong.jobs.from_text import trade_name
from lingong.journal.actor import Side
from lingong.lib.geo import distance_km
from lingong.workers.models import Worker, waited_hours

MOST_TRADES = 3
DECLINE = ("enough", "not_fit", "time_no", "work_off", "no_reason")  # codes of hiring.leave.REASONS
CANCEL = ("enough", "work_off", "time_no", "not_as_said", "no_reason")


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a list of people."""

    engagement: Engagement
    name: str
    phone: str
    facts: list[str]
    verbs: list[str]
    signed_by_us: bool
    signed_by_them: bool


def people(employer: Employer) -> QuerySet[Engagement]:
    """Engagements of an employer with all that a list of people shows."""
    rows = Engagement.objects.for_page().filter(posting__employer=employer)
    return rows.prefetch_related("worker__trades", "agreements__signatures", "shifts")


def shown(engagement: Engagement, now: datetime) -> Shown:
    sides = signed(engagement)
    return Shown(
        engagement=engagement,
        name=name_of(engagement),
        phone=engagement.worker.person.phone,
        facts=facts(engagement.worker, engagement, now),
        verbs=LINE.verbs_from(engagement.state, Side.EMPLOYER),
        signed_by_us=Side.EMPLOYER in sides,
        signed_by_them=Side.WORKER in sides,
    )


def all_shown(engagements: Iterable[Engagement], now: datetime) -> list[Shown]:
    return [shown(engagement, now) for engagement in engagements]


def name_of(engagement: Engagement) -> str:
    """`王师傅`; the full name once both have signed."""
    person = engagement.worker.person
    return person.name if engagement.contact_open else str(person)


def facts(worker: Worker, engagement: Engagement | None, now: datetime) -> list[str]:
    """Trades, distance, record, waiting: what one goes by."""
    said = [trade_name(row.trade) for row in worker.trades.all()][:MOST_TRADES]
    return [
        "、".join(said),
        *filter(None, [_far(worker, engagement), *record(worker), _waiting(worker, now)]),
    ]


def record(worker: Worker) -> list[str]:
    """Shifts attended and missed, and the rating."""
    rating = worker.rating
    return [
        f"到岗 {worker.attended} 次" if worker.attended else "第一次来这里干",
        f"爽约 {worker.absent} 次" if worker.absent else "",
        f"评分 {rating:.1f}" if rating is not None else "",
    ]


def signed(engagement: Engagement) -> set[str]:
    """The sides that signed the agreement over the terms now agreed to."""
    return {
        signature.side
        for agreement in engagement.agreements.all()
        if agreement.terms_id == engagement.terms_id
        for signature in agreement.signatures.all()
    }


def to_sign(engagement: Engagement) -> bool:
    """The employer's signature is wanting."""
    return engagement.state in HELD and Side.EMPLOYER not in signed(engagement)


def asked(engagement: Engagement) -> bool:
    """Waits for the employer's answer."""
    return engagement.state in (State.APPLIED, State.PROPOSED)


def _far(worker: Worker, engagement: Engagement | None) -> str:
    terms, lat, lon = engagement.terms if engagement else None, worker.lat, worker.lon
    if terms is None or lat is None or lon is None or terms.lat is None or terms.lon is None:
        return ""
    km = distance_km(lat, lon, terms.lat, terms.lon)
    return f"离干活地点 {km:.1f} 公里" if km >= 1 else f"离干活地点 {max(1, round(km * 10)) * 100} 米"


def _waiting(worker: Worker, now: datetime) -> str:
    hours = waited_hours(worker, now)
    return f"等活 {int(hours // 24)} 天" if hours >= 24 else f"等活 {int(hours)} 小时" if hours >= 1 else ""
