"""A number that changed hands: who signs in from afar also says something only the person would know.

Comes after accounts.phone_sign_in.enter_code. Tries are counted on the account; after three wrong ones
a clerk opens it again (accounts.second_fact.unlock).
"""

from datetime import datetime

from django.db import transaction

from lingong.accounts.models import User
from lingong.accounts.phone_sign_in import Entered
from lingong.accounts.phone_sign_in import release_number as release_account
from lingong.accounts.second_fact import LOCKED, clear_tries, count_try
from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .identify import second_fact_matches
from .models import Person


def person_to_ask(entered: Entered) -> Person | None:
    """Whose fact is asked; None where the code is enough: a known device, or nobody registered yet."""
    return Person.objects.filter(account=entered.user).first() if entered.second_fact else None


def answer_question(*, person: Person, user: User, answer: str) -> None:
    """Check the answer. Refuses a wrong one, and after three wrong ones every one."""
    left = count_try(user=user)
    if second_fact_matches(person, answer):
        clear_tries(user=user)
        return
    text = f"不对，还可以试 {left} 次。记不清就带身份证件到驿站窗口。" if left else LOCKED
    raise Refusal("people.wrong_fact", text, field="answer")


def release_number(*, user: User, by: Actor, now: datetime) -> User:
    """“This number was not mine before”: the old record loses number and account, the caller starts afresh.

    Without the phone on the old record, nothing about its gigs reaches the new owner of the number.
    """
    with transaction.atomic():
        for person in Person.objects.filter(account=user):
            Person.objects.filter(pk=person.pk).update(account=None, phone="", phone_index="")
            record("people.number_released", person, by=by, now=now, region=person.region)
        return release_account(user=user, now=now)
