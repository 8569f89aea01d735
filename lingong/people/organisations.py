"""Enter and verify organisations by their unified social credit code."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib import identity as papers
from lingong.lib.integrity import refusing, refusing_invalid
from lingong.lib.refusal import Refusal

from .models import Organisation

TAKEN = Refusal(
    "people.uscc_taken", "这个单位已经登记过。请让单位管理员把您加进去，或到窗口办理。", field="uscc"
)


def register_organisation(
    *, name: str, uscc: str, region: str, by: Actor, now: datetime, kind: str = Organisation.Kind.EMPLOYER,
    address: str = "",
) -> Organisation:  # fmt: skip
    """Enter an organisation; its code is checked in itself, its licence later by a person."""
    with refusing_invalid("people.uscc", "uscc"):
        code = papers.uscc(uscc)
    taken = {"people_organisation_uscc_key": TAKEN, "people_organisation.uscc": TAKEN}
    with transaction.atomic(), refusing(taken):
        organisation = Organisation.objects.create(
            name=name.strip(), uscc=code, kind=kind, region=region, address=address.strip()
        )
        record(
            "people.organisation_registered", organisation, by=by, now=now, region=region, org_kind=str(kind)
        )
    return organisation


def verify_organisation(*, organisation: Organisation, by: Actor, now: datetime) -> None:
    """A person has seen the licence and it agrees with name and code."""
    with transaction.atomic():
        if Organisation.objects.filter(pk=organisation.pk, verified_at=None).update(
            verified_at=now, verified_by=by.user
        ):
            record("people.organisation_verified", organisation, by=by, now=now, region=organisation.region)
