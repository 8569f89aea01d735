"""The samples through the page: what an employer pastes stands right in the form, or is asked; never wrong."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cast import COUNTY

from .page import Form

SAMPLES = Path(__file__).parents[2] / "data" / "samples" / "posts.jsonl"
ROWS = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
SETTLEMENTS = {
    "日结": "daily",
    "周结": "weekly",
    "半月结": "half_monthly",
    "月结": "monthly",
    "完工结": "completion",
}
FACTS = ("pay", "pay_unit", "headcount", "settlement")


def gold(row) -> dict[str, str]:
    """What the form should hold: a range, like what is not said, is left to be asked."""
    said = row["gold"]
    low, high = said["wage_min"], said["wage_max"]
    return {
        "pay": f"{low:g}" if low is not None and low == high else "",
        "pay_unit": said["wage_unit"] or "",
        "headcount": str(said["headcount"] or ""),
        "settlement": SETTLEMENTS.get(said["settlement"] or "", ""),
    }


def test_at_least_20_of_24_are_right_and_none_is_wrong(cast, browser):
    client = browser()
    right, wrong, silent = [], [], []
    for row in ROWS:
        day = datetime.fromisoformat(row["published"]).replace(hour=1, tzinfo=UTC)
        with time_machine.travel(day, tick=False):
            page = client.post("/employer/", {"act": "read", "text": row["text"]}, follow=True)
        form, expected = Form.of(page), gold(row)
        stands = {name: form.values.get(name, "") for name in FACTS}
        right += [row["id"]] if stands == expected else []
        wrong += [(row["id"], n, stands[n]) for n in FACTS if stands[n] and stands[n] != expected[n]]
        silent += [(row["id"], n) for n in FACTS if not stands[n] and n not in form.asked]
    assert wrong == []
    assert silent == [], "what is not filled in is asked"
    assert len(ROWS) == 24
    assert len(right) >= 20, sorted({row["id"] for row in ROWS} - set(right))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "“需要女工”：除法律规定的几种活外，不能只要男的或只要女的，请去掉（就业促进法 27 条"),
        (5, "“押身份证一周”：不能押身份证"),
        (8, "这段话里有 2 个活"),
        (10, "原文写的是 8000–12000 元，请填一个准数"),
        (18, "这段话看起来不是招人"),
        (22, "不能收押金、不能压工资，请去掉（劳动合同法 9 条）"),
    ],
)
def test_the_page_says(cast, browser, number, words):
    page = browser().post("/employer/", {"act": "read", "text": ROWS[number - 1]["text"]}, follow=True)
    assert words in page.content.decode()


def test_piece_pay_keeps_the_posting_s_own_word(cast, browser):
    page = browser().post(
        "/employer/", {"act": "read", "text": ROWS[11]["text"], "region": COUNTY}, follow=True
    )
    form = Form.of(page)
    assert (form.values["pay"], form.values["pay_unit"], form.values["piece_word"]) == ("200", "piece", "车")
