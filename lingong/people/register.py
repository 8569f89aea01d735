"""Enter a person, at the counter or after sign-in, with the fewest facts that do."""

from datetime import datetime

from django.db import transaction

from lingong.accounts.models import User
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal

from .models import Consent, Person, RealName, contact_index

SERVICE_TEXT = "2026-11"  # version of the consent text shown


def register(
    *, name: str, region: str, by: Actor, now: datetime, account: User | None = None, phone: str = "", sex: str = "",
    has_smartphone: bool = True,
) -> Person:  # fmt: skip
    """Enter a person; with an account its sign-in phone is the contact. Refuses a second record of one account."""
    if not name.strip():
        raise Refusal("people.no_name", "请填姓名。", field="name")
    if account is not None and account.is_staff_account:
        text = "工作账号不能登记找活招人。请退出，用自己的手机号登录再登记。"
        raise Refusal("people.staff_account", text, field="name")
    already = Refusal("people.already_registered", "您已经登记过了，在“我的”里可以修改。", field="name")
    taken = {"people_person_account_id_key": already, "people_person.account_id": already}
    number = account.phone if account is not None else phone
    with transaction.atomic(), refusing(taken):
        person = Person.objects.create(
            account=account, name=name.strip(), region=region, sex=sex, phone=number, has_smartphone=has_smartphone,
            phone_index=contact_index(number),
            real_name_level=RealName.PHONE if account is not None else RealName.NONE,
            registered_by="" if account is not None else by.user,
        )  # fmt: skip
        record("people.registered", person, by=by, now=now, region=region)
        give_consent(person=person, purpose=Consent.Purpose.SERVICE, by=by, now=now)
        if account is None:
            give_consent(person=person, purpose=Consent.Purpose.ASSISTED, by=by, now=now)
    return person


def give_consent(*, person: Person, purpose: str, by: Actor, now: datetime) -> None:
    """Record that the person agreed to `purpose`; agreeing twice changes nothing."""
    with transaction.atomic():
        _, new = Consent.objects.get_or_create(
            person=person, purpose=purpose, withdrawn_at=None,
            defaults={"text_version": SERVICE_TEXT, "given_at": now, "recorded_by": by.user},
        )  # fmt: skip
        if new:
            record("people.consented", person, by=by, now=now, purpose=str(purpose), text=SERVICE_TEXT)


def withdraw_consent(*, person: Person, purpose: str, by: Actor, now: datetime) -> None:
    """End a consent from now on; what was done under it stays lawful."""
    with transaction.atomic():
        if Consent.objects.filter(person=person, purpose=purpose, withdrawn_at=None).update(withdrawn_at=now):
            record("people.consent_withdrawn", person, by=by, now=now, purpose=str(purpose))


def edit(*, person: Person, by: Actor, now: datetime, name: str, sex: str, region: str) -> None:
    """Change name, sex or home district. A verified name changes only at the counter with the paper."""
    if person.is_verified and name.strip() != person.name:
        raise Refusal("people.name_verified", "姓名已实名，不能自己改。请带证件到窗口办理。", field="name")
    with transaction.atomic():
        Person.objects.filter(pk=person.pk).update(
            name=name.strip(), sex=sex, region=region, version=person.version + 1
        )
        record("people.edited", person, by=by, now=now, region=region)
