"""The shapes of what programs are shown; `shown.py` fills them, masked as on pages."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema


class ShiftPlanned(Schema):
    start_at: datetime
    end_at: datetime


class EmployerShown(Schema):
    id: UUID
    name: str
    kind: str
    verified: bool
    rating: float | None
    paid_on_time: int
    paid_late: int


class TermsShown(Schema):
    """One version of what is offered. `place` is cut short until both sides have signed."""

    number: int
    trade: str
    trade_name: str
    gig_type: str
    task: str
    headcount: int
    region: str
    place: str
    pay_fen: int
    pay_unit: str
    unit_word: str
    settlement: str
    pay_days: int
    age_min: int
    age_max: int | None
    certificates: list[str]
    requirements: str
    benefits: list[str]
    shifts: list[ShiftPlanned]


class PostingShown(Schema):
    id: UUID
    state: str
    employer: EmployerShown
    instant: bool
    places_left: int
    published_at: datetime | None
    expires_at: datetime | None
    terms: TermsShown | None


class WorkerShown(Schema):
    """Called by surname until contact is open; the phone only after that."""

    id: UUID
    name: str
    phone: str
    attended: int
    reliability: float | None
    rating: float | None


class ContactShown(Schema):
    name: str
    phone: str


class ShiftShown(ShiftPlanned):
    id: int
    state: str
    may: list[str]
    worker_minutes: int | None
    employer_minutes: int | None
    amount_fen: int | None
    due_date: date | None
    paid_fen: int | None


class EngagementShown(Schema):
    """`side` is whose view it is; `may` are the verbs of that side now."""

    id: UUID
    state: str
    side: str
    may: list[str]
    posting: UUID
    employer: EmployerShown
    worker: WorkerShown
    contact: ContactShown | None
    terms: TermsShown
    new_terms: int | None
    answer_by_at: datetime | None
    started_at: datetime
    shifts: list[ShiftShown]
