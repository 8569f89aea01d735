"""今日用工: who comes today (and tomorrow), who is there, late, not come; hours; people wanting."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lingong.employers.models import Employer
from lingong.hiring.checkin import EARLY
from lingong.hiring.line import SHIFT_WORKED, ShiftState, State
from lingong.hiring.models import Shift
from lingong.jobs.models import PayUnit, Posting
from lingong.jobs.states import PostingState
from lingong.lib import clock
from lingong.lib.money import yuan
from lingong.web import words

from .mine import for_employer, show
from .offer_form import title_of
from .person import name_of, signed
from .sheet import codes

LATE = timedelta(minutes=5)  # within it nobody is called late
S = ShiftState


@dataclass(frozen=True, slots=True)
class Row:
    """One person's shift, with what may be done now."""

    shift: Shift
    name: str
    badge: tuple[str, str, str]
    may: frozenset[str]
    planned: str
    stated: list[str]
    piece: bool


@dataclass(slots=True)
class Gig:
    """The people of one posting on one day."""

    posting: Posting
    title: str
    codes: list[tuple[object, str]]
    rows: list[Row] = field(default_factory=list)

    @property
    def there(self) -> int:
        return sum(row.shift.state in (S.PRESENT, *SHIFT_WORKED) for row in self.rows)

    @property
    def short(self) -> int:
        """Places that can still be filled: free ones of a posting that takes people."""
        return self.posting.places_left if self.posting.state == PostingState.PUBLISHED else 0

    @property
    def same_hours(self) -> int:
        """How many can be written down at once with the planned hours."""
        return sum("plan" in row.may for row in self.rows)


@require_safe
@for_employer
def today(request: HttpRequest, employer: Employer) -> HttpResponse:
    """People by gig; `?day=tomorrow` for the next day."""
    now, tomorrow = clock.now(), request.GET.get("day") == "tomorrow"
    gigs = gigs_of(shifts_of(employer, now, tomorrow=tomorrow), now)
    chips = [("今天", "?", not tomorrow), ("明天", "?day=tomorrow", tomorrow)]
    people = sum(len(gig.rows) for gig in gigs)
    there = sum(gig.there for gig in gigs)
    context = {"gigs": gigs, "chips": chips, "tomorrow": tomorrow, "people": people, "there": there}
    return show(request, "employer/today.html", employer, context)


def shifts_of(employer: Employer, now: datetime, *, tomorrow: bool) -> QuerySet[Shift]:
    """The shifts of the day; today also those still running and those whose hours nobody accepted yet."""
    start, end = clock.day_bounds(clock.today(now) + timedelta(days=int(tomorrow)))
    which = Q(start_at__gte=start, start_at__lt=end)
    if not tomorrow:
        which |= Q(start_at__lt=start) & (
            Q(state=S.PRESENT) | Q(end_at__gt=now, state__in=(S.DUE, S.PRESENT))
        )
    rows = Shift.objects.filter(which, engagement__posting__employer=employer).exclude(state=S.CANCELLED)
    rows = rows.select_related(
        "engagement__posting__employer",
        "engagement__posting__terms",
        "engagement__terms",
        "engagement__worker__person",
    )
    return rows.prefetch_related("engagement__agreements__signatures").order_by("start_at", "pk")


def gigs_of(shifts: Iterable[Shift], now: datetime) -> list[Gig]:
    found: dict[int, Gig] = {}
    for shift in shifts:
        posting = shift.engagement.posting
        if posting.pk not in found:
            day = clock.local(shift.start_at).date()
            title = title_of(posting.terms, posting.draft, posting.source_text)
            found[posting.pk] = Gig(posting, title, list(codes(posting, [day])))
        found[posting.pk].rows.append(row_of(shift, now))
    return list(found.values())


def row_of(shift: Shift, now: datetime) -> Row:
    piece = shift.engagement.terms.pay_unit == PayUnit.PIECE
    return Row(
        shift=shift,
        name=name_of(shift.engagement),
        badge=badge_of(shift, now),
        may=frozenset(_may(shift, now, piece=piece)),
        planned=words.worked(shift.minutes),
        stated=_stated(shift),
        piece=piece,
    )


def _may(shift: Shift, now: datetime, *, piece: bool) -> Iterable[str]:
    """Names of the buttons; the domain decides again when one is pressed."""
    engagement = shift.engagement
    if engagement.state == State.CONTESTED:
        return
    agreed = engagement.state in (State.AGREED, State.WORKING)
    ready = shift.state == S.DUE and agreed
    if ready and shift.start_at - EARLY <= now <= shift.end_at:
        yield "came"
    if ready and now >= shift.start_at:
        yield "absent"
    if shift.state == S.ABSENT and agreed:
        yield "excuse"
    if shift.state == S.PRESENT and now >= shift.start_at:
        yield "hours"
        if shift.worker_minutes is not None:
            yield "same"
        elif not piece and shift.employer_minutes is None and now >= shift.end_at:
            yield "plan"


def badge_of(shift: Shift, now: datetime) -> tuple[str, str, str]:
    """(tone, word, icon) of one person now."""
    if shift.engagement.state == State.CONTESTED:
        return "bad", "有争议，窗口处理中", "flag"
    if shift.state == S.DUE:
        return _not_there(shift, now)
    if shift.state == S.PRESENT:
        return _there(shift, now)
    return {
        S.ABSENT: ("bad", "没来", "x-circle-fill"),
        S.PAID: ("info", f"付了 {yuan(shift.paid_fen)} 元，等点收到", "hourglass-split"),
        S.RECEIVED: ("good", f"{yuan(shift.amount_fen)} 元已收到", "check-circle-fill"),
    }.get(S(shift.state), ("good", f"工时认了，{yuan(shift.amount_fen)} 元", "check-circle-fill"))


def _not_there(shift: Shift, now: datetime) -> tuple[str, str, str]:
    if shift.engagement.state == State.CONFIRMED:
        ours = "employer" in signed(shift.engagement)
        return "warn", "等对方签协议" if ours else "等您签协议", "pencil-square"
    if now < shift.start_at:
        return "plain", f"{words.moment(shift.start_at, now)} 来", "clock"
    if now > shift.end_at:
        return "bad", "没有到岗记录", "exclamation-triangle-fill"
    late = clock.minutes_between(shift.start_at, now)
    return "warn", f"还没到，过了 {words.worked(late)}" if late else "还没到", "exclamation-triangle-fill"


def _there(shift: Shift, now: datetime) -> tuple[str, str, str]:
    at = shift.present_at
    if at is None or shift.present_how == "corrected":
        return "good", "到了（补记）", "check-circle-fill"
    came = words.hour(clock.local(at))
    if at - shift.start_at > LATE:
        late = words.worked(clock.minutes_between(shift.start_at, at))
        return "warn", f"{came} 到，迟到 {late}", "clock"
    return "good", f"{came} 到了", "check-circle-fill"


def _stated(shift: Shift) -> list[str]:
    """What each side says was done, while they do not agree."""
    if shift.state != S.PRESENT:
        return []
    unit = shift.engagement.terms.unit_word
    said = []
    for who, minutes, pieces in (
        ("对方报", shift.worker_minutes, shift.worker_pieces),
        ("您报", shift.employer_minutes, shift.employer_pieces),
    ):
        if minutes is not None:
            said.append(
                f"{who} {words.worked(minutes)}" + (f"、{pieces} {unit}" if pieces is not None else "")
            )
    return said
