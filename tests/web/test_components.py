"""Layouts and parts: what every page relies on."""

import gzip
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path

import lingong.web
from lingong.jobs.catalogue.trades import groups
from lingong.web import context, signs
from lingong.web.middleware import PrivatePages
from lingong.web.month import Entry, month_grid

WEB = Path(lingong.web.__file__).parent
STYLES = WEB / "static" / "web"
TEMPLATES = WEB / "templates"
VENDOR = WEB / "static" / "vendor"


def nothing(request):
    return HttpResponse()


ROUTES = ["home", "stations", "work", "me", "employer", "candidates", "today", "settle", "elder", "report"]
urlpatterns = [
    path(
        "",
        include(([path("" if name == "home" else f"{name}/", nothing, name=name) for name in ROUTES], "web")),
    )
]
routes = pytest.mark.urls(__name__)


def render(text, **values):
    return engines["django"].from_string(text).render(values)


def get(cookies=None, **user):
    request = RequestFactory().get("/work/today/")
    request.COOKIES.update(cookies or {})
    request.user = SimpleNamespace(is_authenticated=bool(user), **user)
    return request


# --- Layouts -------------------------------------------------------------------------------------------


@routes
@pytest.mark.parametrize(
    "layout", ["worker", "employer", "desk", "plain", "404", "403", "400", "500", "403_csrf"]
)
def test_every_layout_says_free_of_charge_and_how_to_reach_somebody(layout):
    page = render_to_string(f"{layout}.html", {}, request=get())
    assert '<html lang="zh-CN">' in page
    assert "免费服务，不向求职者收任何费用" in page
    assert "tel:12333" in page
    assert "/report/?from=/work/today/" in page


@pytest.mark.parametrize("page", ["500.html", "404.html"])
def test_error_pages_need_neither_request_nor_routes(page):
    assert "12333" in render_to_string(page, {})


@routes
def test_the_tab_of_the_page_is_current_and_no_other():
    page = render_to_string("worker.html", {}, request=get())
    tabs = page[page.index('<nav class="tabs"') :].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)" aria-current="page"', tabs) == ["/work/"]
    assert tabs.count("<a ") == 4


@routes
@pytest.mark.parametrize(
    ("cookies", "user", "elder"),
    [
        ({}, {}, False),
        ({"elder": "1"}, {}, True),
        ({}, {"elder_mode": True}, True),
        ({"elder": "0"}, {"elder_mode": True}, False),
    ],
)
def test_elder_mode_follows_the_switch_then_the_account(cookies, user, elder):
    request = get(cookies, **user)
    assert context.page(request)["elder"] is elder
    page = render_to_string("worker.html", {}, request=request)
    assert ('class="elder"' in page) is elder
    assert ("标准版" if elder else "长辈版") in page


@pytest.mark.parametrize(
    ("method", "session", "kept"),
    [
        ("get", {}, "private, no-cache"),
        ("get", {SESSION_KEY: "7"}, "no-store, private"),
        ("post", {}, "no-store, private"),
    ],
)
def test_what_is_personal_is_never_stored(method, session, kept):
    request = getattr(RequestFactory(), method)("/")
    request.session = session
    response = PrivatePages(lambda request: HttpResponse())(request)
    assert set(response["Cache-Control"].split(", ")) == set(kept.split(", "))


def test_the_answer_to_signing_in_is_not_stored_either():
    request = RequestFactory().get("/")
    request.session = {}

    def sign_in(request):
        request.session[SESSION_KEY] = "7"
        return HttpResponse(headers={"Cache-Control": "public"})

    assert "no-store" in PrivatePages(sign_in)(request)["Cache-Control"]


# --- Parts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", sorted(p.name for p in (TEMPLATES / "parts").glob("*.html")))
def test_a_part_stands_even_with_nothing_given_and_names_its_inputs(part):
    if part not in {"field.html", "month.html", "tabs.html"}:  # these need their object
        render_to_string(f"parts/{part}", {"gig": {}})
    assert (TEMPLATES / "parts" / part).read_text(encoding="utf-8").startswith("{% comment %}")


class Offer(forms.Form):
    pay = forms.CharField(label="一天给多少钱", help_text="只写数字")
    trade = forms.ChoiceField(label="工种", choices=[("1", "搬运")])
    unit = forms.ChoiceField(label="怎么算", choices=[("day", "按天")], widget=forms.RadioSelect)
    true = forms.BooleanField(label="都是真的")

    def clean_pay(self):
        if not self.cleaned_data["pay"].isdigit():
            raise forms.ValidationError("请填数字，例如 180")
        return self.cleaned_data["pay"]


def test_a_refused_field_keeps_what_was_typed_and_points_to_its_reason():
    page = render(
        '{% field form.pay suffix="元" hint="当地一般给 160 元" inputmode="decimal" %}',
        form=Offer({"pay": "一百"}),
    )
    assert 'value="一百"' in page
    assert 'inputmode="decimal"' in page
    ids = re.search(r'aria-describedby="([^"]+)"', page)[1].split()
    assert ids == ["id_pay_helptext", "id_pay_hint", "id_pay_error"]
    assert all(f'id="{name}"' in page for name in ids)
    assert "请填数字，例如 180" in page


def test_empty_fields_are_told_in_plain_words_with_a_way_to_them():
    page = render("{% problems form %}", form=Offer({}))
    assert re.findall(r'href="#(\w+)">([^<]+)<', page) == [
        ("id_pay", "一天给多少钱：这里还没填"),
        ("id_trade", "工种：请选一个"),
        ("id_unit", "怎么算：请选一个"),
        ("id_true", "都是真的：请勾选"),
    ]
    assert "字段" not in page


def test_markup_in_a_value_is_text():
    page = render("{% field form.pay %}{% problems form %}", form=Offer({"pay": "<b>1</b>"}))
    assert "<b>" not in page


def test_an_act_is_a_form_with_a_fresh_key():
    page = [
        render('{% act "/apply/" "我要报名" icon="pen" hidden=pairs %}', csrf_token="t", pairs=[("gig", 7)])
        for _ in range(2)
    ]
    keys = {re.search(r'name="once" value="([\w-]{36})"', one)[1] for one in page}
    assert len(keys) == 2
    assert 'method="post"' in page[0]
    assert "data-once" in page[0]
    assert 'name="csrfmiddlewaretoken" value="t"' in page[0]
    assert 'name="gig" value="7"' in page[0]


def test_an_act_that_asks_first_needs_no_script():
    page = render('{% act "/leave/" "我不去了" ask="真的不去了吗？" yes="是的，不去了" tone="danger" %}')
    assert (
        page.index("<summary")
        < page.index("真的不去了吗？")
        < page.index("<form")
        < page.index("是的，不去了")
    )


def test_a_gig_card_says_pay_first_and_owns_up_to_what_is_unknown():
    gig = {"url": "/g/1", "title": "搬货小工", "pay_fen": 18000, "pay_unit": "day", "settlement": "daily"}
    page = render_to_string(
        "parts/gig.html", {"gig": {**gig, "paid_minutes": 480, "left": 3, "metres": None}}
    )
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert text.startswith("搬货小工 180 元/天 日结 约 22 元/小时")
    assert "还缺 3 人" in text
    assert "距离未知" in text


def test_the_line_says_each_state_in_words_too():
    steps = [("报名", "done", "9:10"), ("确认", "now", ""), ("到岗", "bad", ""), ("收钱", "todo", "")]
    page = render_to_string("parts/line.html", {"steps": steps})
    assert re.findall(r"，(\S+?)<", page) == ["已完成", "现在到这一步", "没成", "还没到"]
    assert page.count('aria-current="step"') == 1


def test_a_phone_is_masked_until_both_agreed():
    person = {"name": "王师傅", "phone": "13900000001"}
    assert "13900000001" not in render_to_string("parts/person.html", person)
    assert "tel:13900000001" in render_to_string("parts/person.html", person | {"open": True})


def test_the_month_is_whole_weeks_with_days_worked():
    entries = {date(2026, 11, 2): Entry("1 个工", 18000, "good")}
    month = month_grid(year=2026, month=11, entries=entries, today=date(2026, 11, 22))
    assert [len(week) for week in month.weeks] == [7] * 6
    page = render_to_string("parts/month.html", {"month": month})
    assert "干了 1 天" in page
    assert "钱已收到" in page
    assert page.count('aria-current="date"') == 1


def test_every_group_of_trades_has_its_picture():
    assert set(groups()) == set(signs.SIGNS)
    assert signs.sign("new") == "briefcase"


# --- Style ---------------------------------------------------------------------------------------------


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("front", "backs", "least"),
    [
        ("ink", "card ground primary-soft good-soft warn-soft bad-soft", 7),
        ("muted", "card ground", 4.5),
        ("primary", "card ground primary-soft", 4.5),
        ("pressed", "primary-soft", 4.5),
        ("pay", "card ground pay-soft", 4.5),
        ("good", "card ground good-soft", 4.5),
        ("warn", "card ground", 4.5),
        ("warn-ink", "card ground warn-soft", 4.5),
        ("bad", "card ground bad-soft", 4.5),
        ("edge", "card ground", 3),
    ],
)
def test_colours_can_be_read_in_sunlight(front, backs, least):
    css = (STYLES / "lingong.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css)) | {"card": "#ffffff"}
    for back in backs.split():
        dark, light = sorted((luminance(tokens[front]), luminance(tokens[back])))
        assert (light + 0.05) / (dark + 0.05) >= least, (front, back)


built = pytest.mark.skipif(not VENDOR.exists(), reason="run `make setup` to build static/vendor")


@built
def test_all_styles_weigh_at_most_30_kb_compressed():
    files = [VENDOR / "bootstrap.css", *STYLES.glob("*.css")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 30_000


@built
def test_every_icon_a_page_names_is_in_the_sprite():
    sprite = (VENDOR / "icons.svg").read_text(encoding="utf-8")
    named = {
        name
        for file in WEB.rglob("*")
        if file.suffix in {".html", ".py"}
        for name in re.findall(
            r"""icon["']?\s*[=:(]?\s*["']([a-z0-9][a-z0-9-]*)["']""", file.read_text("utf-8")
        )
    }
    missing = sorted(name for name in named if f'id="{name}"' not in sprite)
    assert not missing, "run `python scripts/build_static.py`: " + ", ".join(missing)
