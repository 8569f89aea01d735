"""Sealed columns: nothing plain at rest, keys that rotate, values that cannot be altered unseen."""

import base64
import os

import pytest
from django.db import connection

from lingong.lib.sealed import Unsealable, blind_index, seal, unseal
from lingong.people.models import Person
from tests.cast import Cast


def key(name):
    return f"{name}:{base64.b64encode(os.urandom(32)).decode()}"


def test_the_same_text_is_sealed_differently_each_time():
    assert seal("13900000001") != seal("13900000001")
    assert unseal(seal("13900000001")) == "13900000001"


def test_an_altered_value_is_noticed():
    prefix, name, body = seal("13900000001").split(".")
    raw = bytearray(base64.b64decode(body))
    raw[-1] ^= 1
    with pytest.raises(Unsealable):
        unseal(f"{prefix}.{name}.{base64.b64encode(bytes(raw)).decode()}")
    with pytest.raises(Unsealable):
        unseal("13900000001")


def test_a_new_first_key_seals_and_the_old_one_still_opens(settings):
    old, new = key("k1"), key("k2")
    settings.SEAL_KEYS = [old]
    sealed = seal("王")
    settings.SEAL_KEYS = [new, old]
    assert unseal(sealed) == "王"
    assert seal("王").startswith("s1.k2.")
    settings.SEAL_KEYS = [new]
    with pytest.raises(Unsealable):
        unseal(sealed)


def test_a_value_moved_under_another_key_name_does_not_open(settings):
    one, two = key("a"), key("b")
    settings.SEAL_KEYS = [one, two.split(":")[0] + ":" + one.split(":")[1]]
    sealed = seal("王")
    with pytest.raises(Unsealable):
        unseal(sealed.replace("s1.a.", "s1.b."))


def test_an_index_is_for_one_purpose():
    assert blind_index("1", "phone") == blind_index("1", "phone")
    assert blind_index("1", "phone") != blind_index("1", "id")


@pytest.mark.django_db
def test_the_database_holds_no_plain_number():
    worker = Cast().wang
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT phone, id_number, birth_date FROM people_person WHERE id = %s", [worker.person_id]
        )
        row = cursor.fetchone()
        cursor.execute("SELECT phone FROM accounts_user WHERE id = %s", [worker.person.account_id])
        row += cursor.fetchone()
    assert all(value.startswith("s1.") for value in row)
    assert Person.objects.get(pk=worker.person_id).phone == "13900000001"


@pytest.mark.django_db
def test_a_sealed_column_cannot_be_searched_by_mistake():
    with pytest.raises(TypeError, match="blind index"):
        Person.objects.filter(phone="13900000001").exists()
