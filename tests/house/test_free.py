"""Free of charge: nothing in the code can take money from a worker, and every page says so (PLT-04)."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(settings.PACKAGE)
MONEY_FIELDS = {  # every column of money, and what it is: pay owed to the worker, or a wish
    "jobs.Terms.pay_fen": "what the employer offers",
    "jobs.Posting.pay_fen_per_hour": "the same by the hour",
    "workers.Worker.floor_fen_per_hour": "what the worker wants at least",
    "hiring.Shift.amount_fen": "what the employer owes for a shift",
    "hiring.Shift.paid_fen": "what the employer says was paid",
}
CHARGING = re.compile(r"alipay|wechat.?pay|wxpay|stripe|checkout|invoice|充值|付费会员|服务费", re.IGNORECASE)


def test_every_column_of_money_is_money_for_the_worker():
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if getattr(field, "name", "").endswith(("_fen", "_fen_per_hour", "fee", "price"))
    }
    assert columns == set(MONEY_FIELDS)


def test_no_code_takes_a_payment():
    code = [path for ending in ("*.py", "*.html") for path in (ROOT / "web").rglob(ending)]
    code += [
        path for package in ("api", "hiring", "people", "accounts") for path in (ROOT / package).rglob("*.py")
    ]
    assert len(code) > 50
    found = [path.name for path in code if CHARGING.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_the_foot_of_every_page_says_free():
    foot = (ROOT / "web/templates/parts/foot.html").read_text(encoding="utf-8")
    assert "免费服务，不向求职者收任何费用" in foot
    assert 'include "parts/foot.html"' in (ROOT / "web/templates/base.html").read_text(encoding="utf-8")
