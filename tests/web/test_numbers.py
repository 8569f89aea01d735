"""Numbers outside forms: what no column holds is no number, and no page falls over it."""

import pytest
from django.urls import reverse

from lingong.web.numbers import whole_number
from tests.cast import Cast


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("120", 120),
        ("９", 9),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("9" * 20, None),
        ("²", None),
    ],
)
def test_whole_number(text, number):
    assert whole_number(text) == number


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000])
def test_pages_bear_any_number(client, time_machine, number):
    cast = Cast()
    time_machine.move_to(cast.now, tick=False)
    engagement = cast.agreed(cast.posting(), cast.wang)
    client.force_login(cast.firm.members.get().person.account)
    assert client.post(reverse("web:paid_all"), {"shift": number}).status_code == 302
    client.force_login(cast.wang.person.account)
    same = reverse("web:my_same_hours", args=[engagement.public_id, cast.shift(engagement).pk])
    assert client.post(same, {"minutes": number, "pieces": number}).status_code == 302
    confirm = reverse("web:my_confirm", args=[engagement.public_id])
    assert client.post(confirm, {"terms": number}).status_code == 302
    grab = reverse("web:grab", args=[engagement.posting.public_id])
    assert client.post(grab, {"terms": number}).status_code == 302
