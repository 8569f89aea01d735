"""The agreement: read it, then sign what was read."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from lingong.hiring import agree as hiring
from lingong.hiring.line import HELD
from lingong.hiring.models import Agreement, Engagement
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.people.models import Person

from .access import engagement_on, engagement_seen, user_of
from .answers import answers, done
from .commands import command
from .fields import Sided
from .routers import engagements


class Signing(Sided):
    digest: str = Field(pattern=r"^[0-9a-f]{64}$", description="Digest of the text that was read")


class SignatureShown(Schema):
    side: str
    method: str
    signed_at: datetime


class AgreementShown(Schema):
    """The text both sign. Without a CA certificate it is no 可靠的电子签名, and says so."""

    engagement: UUID
    terms: int
    general_version: str
    text: str
    digest: str
    signatures: list[SignatureShown]


@engagements.get("/{engagement_id}/agreement", response=answers(AgreementShown), operation_id="agree_read")
def agreement(request: HttpRequest, engagement_id: UUID) -> dict[str, object]:
    """The agreement over the terms the worker confirmed; there is none before that."""
    engagement = engagement_seen(request, engagement_id)
    found = _agreement(engagement)
    return {
        "engagement": engagement.public_id,
        "terms": engagement.terms.number,
        "general_version": found.general_version,
        "text": found.text,
        "digest": found.digest,
        "signatures": list(found.signatures.order_by("signed_at").values("side", "method", "signed_at")),
    }


@command(engagements, "/{engagement_id}/sign")
def sign(request: HttpRequest, engagement_id: UUID, body: Signing) -> Answer:
    """Sign in person for one's side; with both signatures it is agreed and contact opens."""
    engagement, by = engagement_on(request, engagement_id, Side(body.side), body.helped)
    if body.helped is None:
        own = Person.objects.filter(account=user_of(request)).values_list("public_id", flat=True).first()
        if own is None:
            raise Hidden
        signer = own
    else:
        signer = body.helped
    hiring.sign(engagement=engagement, signer=str(signer), by=by, now=clock.now(), digest=body.digest)
    return done(engagement)


def _agreement(engagement: Engagement) -> Agreement:
    if engagement.state in HELD:
        return hiring.agreement_of(engagement=engagement, now=clock.now())
    made = Agreement.objects.filter(engagement=engagement, terms=engagement.terms).first()
    if made is None:
        raise Hidden
    return made
