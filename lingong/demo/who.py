"""Who can sign in to the demo, as a small table for the terminal."""

from collections.abc import Iterable
from datetime import datetime
from unicodedata import east_asian_width

from django.db.models import QuerySet

from lingong.accounts.staff_sign_in import totp_code
from lingong.employers.models import Employer
from lingong.hiring.line import ShiftState, State
from lingong.hiring.models import Engagement
from lingong.lib.clock import day_bounds, today
from lingong.people.models import Person

from .staff import PASSWORD, STAFF, totp_secret

Rows = list[tuple[str, ...]]


def who_can_sign_in(now: datetime) -> str:
    """Citizens by phone, staff by name, password and TOTP."""
    citizens: Rows = [("手机号", "第二项核对", "是谁", "看什么"), *_workers(now), *_employers(now)]
    staff: Rows = [("用户名", "动态口令密钥", "现在的口令", "是谁"), *_staff(now)]
    return "\n".join(
        [
            "找活、招人（手机号登录，验证码显示在页面上；第一次用会再核对证件号后四位）：",
            *table(citizens),
            "",
            f"工作人员（密码都是 {PASSWORD}）：",
            *table(staff),
        ]
    )


def table(rows: Rows) -> list[str]:
    """Lines with columns under each other; a Chinese character is two wide."""
    widths = [max(_width(row[n]) for row in rows) for n in range(len(rows[0]))]
    return [
        "  "
        + "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _workers(now: datetime) -> Rows:
    start, end = day_bounds(today(now))
    shown = Engagement.objects.filter(worker__person__account__isnull=False).order_by("-pk")
    kinds: list[tuple[str, QuerySet[Engagement]]] = [
        ("今天有班", shown.filter(shifts__start_at__gte=start, shifts__start_at__lt=end)),
        ("等着确认的邀请", shown.filter(state=State.OFFERED)),
        ("工钱过期没付", shown.filter(state=State.FINISHED, shifts__state=ShiftState.PAY_DUE)),
        ("有争议的活", shown.filter(state=State.CONTESTED)),
    ]
    return _rows("工人", ((what, _worker_of(rows)) for what, rows in kinds))


def _worker_of(rows: QuerySet[Engagement]) -> Person | None:
    engagement = rows.select_related("worker__person").first()
    return engagement.worker.person if engagement is not None else None


def _employers(now: datetime) -> Rows:
    start, end = day_bounds(today(now))
    body = Employer.objects.filter(organisation__isnull=False)
    at_work = body.filter(
        postings__engagements__shifts__start_at__gte=start, postings__engagements__shifts__start_at__lt=end
    )
    waiting = body.filter(postings__engagements__state=State.APPLIED)
    home = Employer.objects.filter(person__account__isnull=False).order_by("pk").first()
    return _rows(
        "雇主",
        [
            ("今日用工、结算", _member_of(at_work)),
            ("候选人等答复", _member_of(waiting)),
            ("家庭雇主", home.person if home is not None else None),
        ],
    )


def _member_of(rows: QuerySet[Employer]) -> Person | None:
    employer = rows.order_by("pk").first()
    return employer.members.select_related("person").get().person if employer is not None else None


def _rows(title: str, found: Iterable[tuple[str, Person | None]]) -> Rows:
    return [
        (person.phone, person.id_number[-4:], f"{title} {person.name}", what)
        for what, person in found
        if person is not None
    ]


def _staff(now: datetime) -> Rows:
    return [
        (one.username, totp_secret(one.username), totp_code(totp_secret(one.username), now), one.title)
        for one in STAFF
    ]
