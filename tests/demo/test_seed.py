"""The same seed builds the same city; the city around it grows by the bulk verbs."""

from contextlib import nullcontext

import pytest
from django.db import transaction

from lingong.demo.city import Size, build_city
from lingong.demo.names import credit_code, phone
from lingong.demo.small import build_small
from lingong.employers.models import Employer
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting, Terms
from lingong.lib import identity
from lingong.markets.models import Market
from lingong.people.models import Message, Person
from lingong.workers.models import Worker

from .conftest import NOW

pytestmark = pytest.mark.django_db


def sketch(seed: int) -> dict[str, list[object]]:
    """What anybody can see of a quick city, in the order it was made; taken back afterwards."""
    before = transaction.savepoint()
    assert build_small(now=NOW, seed=seed, workers=30, every=12).refused == []
    seen = {
        "people": list(Person.objects.order_by("pk").values_list("name", "sex", "region")),
        "markets": list(Market.objects.order_by("pk").values_list("code", "name", "lat", "lon")),
        "postings": list(
            Posting.objects.order_by("pk").values_list(
                "source_text", "state", "headcount", "filled", "starts_at", "terms__place", "terms__pay_fen"
            )
        ),
        "engagements": list(Engagement.objects.order_by("pk").values_list("state", "started_at", "rated_at")),
        "messages": list(Message.objects.order_by("pk").values_list("text", "sent_at")),
    }
    transaction.savepoint_rollback(before)
    return seen


def test_the_same_seed_builds_the_same_city_and_another_one_another():
    first = sketch(3)
    assert sketch(3) == first
    assert sketch(4)["people"] != first["people"]


def test_a_city_around_the_small_one():
    build_small(now=NOW, seed=1, workers=20, every=20)
    size = Size(workers=320, employers=70, postings=240)
    steps = []

    def step(title):
        steps.append(title)
        return nullcontext(lambda done, total: None)

    build_city(now=NOW, seed=1, step=step, size=size)
    assert (Worker.objects.count(), Employer.objects.count(), Posting.objects.count()) == (320, 70, 240)
    assert steps == ["320 名工人", "70 家用工方", "240 条招工"]
    assert Posting.objects.open(NOW).count() > 220
    for terms in Terms.objects.select_related("posting").order_by("-pk")[:50]:
        assert terms.place in terms.posting.source_text


def test_invented_numbers_are_well_formed():
    assert identity.phone(phone(99_999)) == "13900099999"
    assert identity.uscc(credit_code("321302", 4_999)) == credit_code("321302", 4_999)
    with pytest.raises(ValueError, match="demo phones"):
        phone(100_000)
