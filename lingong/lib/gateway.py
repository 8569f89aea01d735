"""One interface to whoever carries SMS and voice calls; the local one writes to a file.

A provider may answer, refuse, or not answer at all. The third is `Outcome.UNKNOWN`: the message may
have gone out, so the caller never sends it again by itself.
"""

import enum
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Channel(enum.StrEnum):
    SMS = "sms"
    VOICE = "voice"


class Outcome(enum.StrEnum):
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sent:
    outcome: Outcome
    reference: str = ""
    reason: str = ""


class Gateway(Protocol):
    def send(self, *, channel: Channel, number: str, text: str, key: str) -> Sent:
        """Send one message. `key` is ours and unique per message, for providers that de-duplicate."""
        ...


class LocalGateway:
    """For the demo and tests: appends to settings.SMS_OUTBOX, readable by its owner only."""

    def send(self, *, channel: Channel, number: str, text: str, key: str) -> Sent:
        path = Path(settings.SMS_OUTBOX)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        line = {"channel": channel, "number": number, "text": text, "key": key}
        with path.open("a", encoding="utf-8") as outbox:
            outbox.write(json.dumps(line, ensure_ascii=False) + "\n")
        return Sent(Outcome.SENT, reference=f"local-{key}")


def gateway() -> Gateway:
    """The provider named by settings.SMS_GATEWAY."""
    provider: Gateway = import_string(settings.SMS_GATEWAY)()
    return provider
