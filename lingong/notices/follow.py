"""The follower that turns events into messages. It reads the rows, never the event, for words."""

from collections.abc import Iterable

from django.db import transaction

from lingong.employers.models import Employer
from lingong.hiring.line import HELD
from lingong.hiring.models import Engagement
from lingong.jobs.catalogue.trades import trades
from lingong.jobs.models import PayUnit, Posting, Terms, TermsShift
from lingong.journal.actor import Via
from lingong.journal.followers import Follower
from lingong.journal.models import Event
from lingong.lib.clock import local
from lingong.lib.money import yuan
from lingong.people.models import Delivery, Message, Person

from .tasks import send_soon
from .words import ABOUT_ENGAGEMENT, ABOUT_POSTING, CHANGED_FOR_WORKERS, TALKED, Words


def follow(event: Event) -> None:
    """Write the messages of one event; a second run writes nothing (unique per person and event)."""
    if event.object_kind == "engagement":
        engagement = Engagement.objects.for_page().filter(public_id=event.object_id).first()
        if engagement is not None:
            words = [TALKED[event.side]] if event.kind == "hiring.talked" else ABOUT_ENGAGEMENT[event.kind]
            for one in words:
                _tell_engagement(event, engagement, one)
            _need_no_call(event)
    else:
        posting = Posting.objects.for_page().filter(public_id=event.object_id).first()
        if posting is not None:
            _tell_posting(event, posting)


def _tell_posting(event: Event, posting: Posting) -> None:
    terms = posting.versions.order_by("-number").first()
    if terms is None:
        return
    facts = facts_of(terms, employer=posting.employer.shown_name)
    for words in ABOUT_POSTING[event.kind]:
        _write(event, people_of(posting.employer), words, facts)
    if event.kind == "jobs.changed":
        for engagement in Engagement.objects.for_page().filter(posting=posting, state__in=HELD):
            _write(event, [engagement.worker.person], CHANGED_FOR_WORKERS, facts)


def _tell_engagement(event: Event, engagement: Engagement, words: Words) -> None:
    employer = engagement.posting.employer
    facts = facts_of(engagement.terms, employer=employer.shown_name, worker=str(engagement.worker))
    to = [engagement.worker.person] if words.to == "worker" else people_of(employer)
    _write(event, to, words, facts)


def people_of(employer: Employer) -> list[Person]:
    """The household's person, or everybody who may act for the firm."""
    if employer.person is not None:
        return [employer.person]
    return [member.person for member in employer.members.filter(ended_at=None).select_related("person")]


def facts_of(terms: Terms, *, employer: str, worker: str = "") -> dict[str, str]:
    """The words a text may use. No phone, no full name: an SMS is read by whoever holds the phone."""
    plan = TermsShift.objects.filter(terms=terms).order_by("start_at").first()
    when = f"{local(plan.start_at):%m月%d日 %H:%M}" if plan else ""
    return {
        "trade": trades()[terms.trade].name,
        "when": when,
        "place": terms.place,
        "pay": f"{yuan(terms.pay_fen)}元{'整活' if terms.pay_unit == PayUnit.JOB else '/' + terms.unit_word}",
        "employer": employer,
        "worker": worker,
    }


def _write(event: Event, people: Iterable[Person], words: Words, facts: dict[str, str]) -> None:
    for person in people:
        message, new = Message.objects.get_or_create(
            person=person, event_id=event.pk, kind=event.kind,
            defaults={
                "text": words.text.format(**facts)[:300], "object_kind": event.object_kind,
                "object_id": event.object_id, "sent_at": event.at,
            },
        )  # fmt: skip
        if new and words.urgent and not _at_counter(event, person):
            _queue(message, person, event)


def _at_counter(event: Event, person: Person) -> bool:
    """The person stands at the window and hears it there."""
    return event.via == Via.DESK and event.assisting == str(person.public_id)


def _need_no_call(event: Event) -> None:
    """Who came to the counter about this gig was told there: calls that still wait for it are done."""
    if event.via != Via.DESK or not event.assisting:
        return
    told = Delivery.objects.filter(
        channel=Delivery.Channel.CALL, state__in=(Delivery.State.QUEUED, Delivery.State.UNREACHED),
        message__object_id=event.object_id, message__person__public_id=event.assisting,
        message__sent_at__lte=event.at,
    )  # fmt: skip
    told.update(state=Delivery.State.DONE, handled_by=event.actor, changed_at=event.at)


def _queue(message: Message, person: Person, event: Event) -> None:
    by_sms = bool(person.phone) and person.has_smartphone
    channel = Delivery.Channel.SMS if by_sms else Delivery.Channel.CALL
    Delivery.objects.create(message=message, channel=channel, region=person.region, changed_at=event.at)
    if by_sms:
        transaction.on_commit(send_soon)


FOLLOWER = Follower(
    name="notices", handle=follow, kinds=frozenset(ABOUT_ENGAGEMENT) | frozenset(ABOUT_POSTING)
)
