"""Send each message once. What was handed over without an answer stays “unknown” and is not repeated."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.gateway import Channel, Gateway, Outcome, Sent, gateway
from lingong.lib.refusal import Refusal
from lingong.people.models import Delivery

log = structlog.get_logger(__name__)
NO_ANSWER = timedelta(minutes=5)
State = Delivery.State
AFTER = {Outcome.SENT: State.SENT, Outcome.REFUSED: State.FAILED, Outcome.UNKNOWN: State.UNKNOWN}


def send_due(*, now: datetime, limit: int = 200) -> int:
    """Send what waits; returns how many were handed to the provider."""
    # A process that died between handing over and noting the answer leaves “sending”: nobody knows.
    Delivery.objects.filter(state=State.SENDING, changed_at__lt=now - NO_ANSWER).update(
        state=State.UNKNOWN, changed_at=now
    )
    waiting = Delivery.objects.filter(channel=Delivery.Channel.SMS, state=State.QUEUED).order_by("pk")
    provider = gateway()
    return sum(_send_one(provider, pk, now) for pk in list(waiting.values_list("pk", flat=True)[:limit]))


def _send_one(provider: Gateway, pk: int, now: datetime) -> int:
    if not Delivery.objects.filter(pk=pk, state=State.QUEUED).update(state=State.SENDING, changed_at=now):
        return 0  # another process has it
    delivery = Delivery.objects.select_related("message__person").get(pk=pk)
    person = delivery.message.person
    try:
        sent = provider.send(
            channel=Channel.SMS, number=person.phone, text=delivery.message.text, key=f"delivery-{pk}"
        )
    except Exception as error:  # time-outs and broken lines look different with every provider
        log.warning("sms_unanswered", delivery=pk, error=type(error).__name__)
        sent = Sent(Outcome.UNKNOWN)
    Delivery.objects.filter(pk=pk, state=State.SENDING).update(
        state=AFTER[sent.outcome], reference=sent.reference[:80], changed_at=now
    )
    return 1


def called(*, delivery: Delivery, reached: bool, by: Actor, now: datetime) -> None:
    """The counter telephoned somebody without a smartphone: told, or not reached."""
    with transaction.atomic():
        done = Delivery.objects.filter(
            pk=delivery.pk, channel=Delivery.Channel.CALL, state__in=(State.QUEUED, State.UNREACHED)
        ).update(state=State.DONE if reached else State.UNREACHED, handled_by=by.user, changed_at=now)
        if not done:
            raise Refusal("notices.called", "这一条别人刚打过了。")
        person = str(delivery.message.person.public_id)
        record("notices.called", ("person", person), by=by, now=now, reached=reached, region=delivery.region)


def decide(*, delivery: Delivery, call: bool, by: Actor, now: datetime) -> None:
    """Staff decide on an SMS that was not sent or never answered for: telephone instead, or let it be."""
    with transaction.atomic():
        done = Delivery.objects.filter(
            pk=delivery.pk,
            channel=Delivery.Channel.SMS,
            state__in=(State.FAILED, State.UNKNOWN),
            handled_by="",
        ).update(handled_by=by.user, changed_at=now)
        if not done:
            raise Refusal("notices.decided", "这一条别人刚处理过了。")
        if call:
            Delivery.objects.get_or_create(
                message_id=delivery.message_id, channel=Delivery.Channel.CALL,
                defaults={"region": delivery.region, "changed_at": now},
            )  # fmt: skip
        person = str(delivery.message.person.public_id)
        record("notices.decided", ("person", person), by=by, now=now, call=call, region=delivery.region)
