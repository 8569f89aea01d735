"""A district to register in, an outbox of one's own, and the way through the code page."""

from datetime import date
from pathlib import Path

import pytest

from lingong.regions.models import Division
from lingong.web.account.demo_code import demo_code

DIVISIONS = [
    ("320000", "江苏省", 1, "", "江苏省"),
    ("321300", "宿迁市", 2, "320000", "江苏省宿迁市"),
    ("321311", "宿豫区", 3, "321300", "江苏省宿迁市宿豫区"),
    ("370700", "潍坊市", 2, "370000", "山东省潍坊市"),
    ("620102", "城关区", 3, "620100", "甘肃省兰州市城关区"),
    ("540102", "城关区", 3, "540100", "西藏自治区拉萨市城关区"),
    ("441900", "东莞市", 2, "440000", "广东省东莞市"),
    ("370702", "潍城区", 3, "370700", "山东省潍坊市潍城区"),
]


@pytest.fixture(autouse=True)
def outbox(settings, tmp_path) -> Path:
    settings.SMS_OUTBOX = tmp_path / "sms.jsonl"
    return settings.SMS_OUTBOX


@pytest.fixture
def country(db) -> None:
    Division.objects.bulk_create(
        Division(
            code=code, name=name, level=level, parent_code=parent, full_name=full, valid_from=date(2000, 1, 1)
        )
        for code, name, level, parent, full in DIVISIONS
    )


@pytest.fixture
def with_code(client):
    """Ask for a code and enter it; answers what follows the right code."""

    def enter(phone="13900000001"):
        client.post("/sign-in/", {"phone": phone})
        return client.post("/sign-in/code/", {"code": demo_code(phone)})

    return enter
