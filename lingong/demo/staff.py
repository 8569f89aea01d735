"""Staff accounts of the demo, with a password and TOTP secrets everybody may know."""

from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1

from lingong.accounts.grants import grant
from lingong.accounts.models import User
from lingong.accounts.rights import Role
from lingong.journal.actor import SYSTEM

from .places import CITY

PASSWORD = "lingong-demo-2026"


@dataclass(frozen=True, slots=True)
class Staff:
    username: str
    role: Role
    regions: tuple[str, ...]
    title: str


STAFF = (
    Staff("clerk", Role.CLERK, ("321302", "321311"), "窗口工作人员（宿城、宿豫）"),
    Staff("clerk2", Role.CLERK, ("321322", "321323", "321324"), "窗口工作人员（沭阳、泗阳、泗洪）"),
    Staff("reviewer", Role.CLERK, (CITY,), "审核招工的另一位工作人员"),
    Staff("head", Role.MARKET_HEAD, (CITY,), "市场负责人"),
    Staff("officer", Role.BUREAU_OFFICER, (CITY,), "人社部门工作人员"),
    Staff("inspector", Role.INSPECTOR, (CITY,), "监察人员"),
)


def totp_secret(username: str) -> str:
    """The TOTP secret of a demo account, the same in every demo."""
    return b32encode(sha1(f"lingong demo {username}".encode()).digest()).decode()


def build_staff(now: datetime) -> dict[str, User]:
    """Create the accounts and give them their roles; returns them by user name."""
    users = {}
    for one in STAFF:
        users[one.username] = User.objects.create_staff(
            username=one.username, password=PASSWORD, totp_secret=totp_secret(one.username)
        )
        grant(user=users[one.username], role=one.role, regions=one.regions, by=SYSTEM, now=now)
    return users
