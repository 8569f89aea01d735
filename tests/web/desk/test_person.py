"""A person's page: identity, availability, certificates, a second role, and joining of doubles."""

from datetime import date

import pytest
from django.urls import reverse

from lingong.accounts.second_fact import count_try, is_locked
from lingong.employers.models import Employer
from lingong.journal.models import Event
from lingong.lib.identity import demo_id
from lingong.people.models import IdentityCheck, Join
from tests.cast import COUNTY

pytestmark = pytest.mark.django_db


def act(client, person, verb, **facts):
    return client.post(reverse("web:desk_person_act", args=[person.public_id, verb]), facts, follow=True)


def test_rest_and_look_for_work_again(cast, clerk):
    worker = cast.li
    assert "先歇着" in act(clerk, worker.person, "rest").content.decode()
    worker.refresh_from_db()
    assert not worker.available
    act(clerk, worker.person, "look")
    worker.refresh_from_db()
    assert worker.available
    helped = Event.objects.filter(kind="workers.looking").get()
    assert (helped.side, helped.via, helped.assisting) == ("worker", "desk", str(worker.person.public_id))


def test_a_paper_seen_makes_a_verified_person(cast, clerk):
    person = cast.person("周长顺", verified=False)
    number = demo_id(COUNTY, date(1980, 1, 2))
    page = act(clerk, person, "verify", number=number)
    assert "看过证件原件再点" in page.content.decode()
    assert number in page.content.decode()
    act(clerk, person, "verify", number=number, seen="on")
    person.refresh_from_db()
    assert person.is_verified
    assert IdentityCheck.objects.get().method == IdentityCheck.Method.COUNTER


def test_a_certificate_counts_once_seen(cast, clerk):
    act(clerk, cast.li.person, "certificate", kind="电工证", valid_until="2027-05-01")
    paper = cast.li.certificates.get()
    assert paper.valid_on(date(2027, 4, 30))
    assert paper.seen_by == str(cast.clerk.public_id)


def test_a_worker_may_become_an_employer_too(cast, clerk):
    act(clerk, cast.li.person, "employer", kind="household")
    assert Employer.objects.get().person == cast.li.person


def test_an_act_nobody_knows_is_not_found(cast, clerk):
    assert act(clerk, cast.li.person, "delete").status_code == 404


def test_joining_is_for_who_may_and_can_be_undone(cast, clerk, browser):
    kept, other = cast.li.person, cast.person("李大山", verified=False)
    page = reverse("web:desk_join", args=[kept.public_id])
    assert clerk.get(page).status_code == 404
    head = browser(cast.market_head)
    assert "同区县同名" in head.get(page).content.decode()
    head.post(reverse("web:desk_join_with", args=[kept.public_id, other.public_id]))
    other.refresh_from_db()
    assert other.merged_into == kept
    moved = head.get(reverse("web:desk_person", args=[other.public_id]))
    assert moved["Location"] == reverse("web:desk_person", args=[kept.public_id])
    head.post(reverse("web:desk_part", args=[kept.public_id, Join.objects.get().pk]))
    other.refresh_from_db()
    assert other.merged_into is None


def test_two_papers_are_two_people(cast, browser):
    kept, other = cast.li.person, cast.wang.person
    head = browser(cast.market_head)
    page = head.post(reverse("web:desk_join_with", args=[kept.public_id, other.public_id]), follow=True)
    assert "不是同一个人" in page.content.decode()
    assert not Join.objects.exists()


def test_a_locked_account_is_opened_once_the_paper_was_seen(cast, clerk):
    person = cast.wang.person
    for _ in range(3):
        count_try(user=person.account)
    page = reverse("web:desk_person", args=[person.public_id])
    assert "账号锁着" in clerk.get(page).content.decode()
    assert act(clerk, person, "unlock").status_code == 422, "the paper first"
    assert "账号锁着" not in act(clerk, person, "unlock", seen="on").content.decode()
    person.account.refresh_from_db()
    assert not is_locked(person.account)
