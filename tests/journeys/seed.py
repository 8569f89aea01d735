"""What stands before the first visitor comes: the divisions of a province, staff, one market."""

import gzip
from datetime import time
from pathlib import Path

from lingong.accounts.grants import grant
from lingong.accounts.models import User
from lingong.accounts.rights import Role
from lingong.journal.actor import SYSTEM
from lingong.lib import clock
from lingong.markets.enter import enter, move, set_openings
from lingong.markets.models import Opening, Tier
from lingong.regions.importer import BUNDLED, import_divisions
from tests.cast import COUNTY, PASSWORD, TOTP_SECRET

STAFF = {"clerk": Role.CLERK, "reviewer": Role.CLERK, "head": Role.MARKET_HEAD}
PROVINCE = COUNTY[:2]


def seed(folder: str) -> None:
    """Fill an empty database; `folder` is for the table of divisions."""
    now = clock.now()
    import_divisions(_one_province(Path(folder)))
    for name, role in STAFF.items():
        user = User.objects.create_staff(username=name, password=PASSWORD, totp_secret=TOTP_SECRET)
        grant(user=user, role=role, regions=[COUNTY], by=SYSTEM, now=now)
    market = enter(
        by=SYSTEM, now=now, code="suyu-01", name="宿豫区零工市场", tier=Tier.COUNTY, region=COUNTY,
        address="珠江路 88 号", lat=33.95, lon=118.33, trades=["搬运", "装修", "保洁"], contact="0527-12333",
        hours_text="每天 5:00–18:00",
    )  # fmt: skip
    move(market=market, verb="open", by=SYSTEM, now=now)
    everyday = Opening(weekdays=[1, 2, 3, 4, 5, 6, 7], opens=time(5), closes=time(18))
    set_openings(market=market, openings=[everyday], by=SYSTEM, now=now)


def _one_province(folder: Path) -> Path:
    """The bundled table, cut: the whole country takes ten seconds and no page of a journey needs it."""
    with gzip.open(BUNDLED, "rt", encoding="utf-8") as whole:
        head, *rows = whole.readlines()
    table = folder / "divisions.csv"
    table.write_text(head + "".join(row for row in rows if row.startswith(PROVINCE)), encoding="utf-8")
    return table
