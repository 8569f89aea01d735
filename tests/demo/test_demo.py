"""`lingong demo`: what it builds, what it leaves alone, and what it refuses."""

from functools import partial

import pytest
from django.core.management import CommandError, call_command

from lingong.demo import build as building
from lingong.demo.small import build_small
from lingong.jobs.models import Posting
from lingong.journal.models import Event
from lingong.markets.models import Market
from lingong.people.models import Person
from lingong.regions.importer import import_divisions

from ..cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """The same commands over one division and a handful of postings."""
    table = tmp_path / "divisions.csv"
    table.write_text(
        "code,name,level,parent_code,valid_from\n110000,北京市,1,,1980-01-01\n110114,昌平区,3,110000,1999-01-01\n"
    )
    markets = building.MARKETS.read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "markets.csv").write_text("".join(markets[:2]), "utf-8")
    monkeypatch.setattr(building, "load_all", lambda progress: import_divisions(table, progress=progress))
    monkeypatch.setattr(building, "MARKETS", tmp_path / "markets.csv")
    monkeypatch.setattr(building, "build_small", partial(build_small, workers=20, every=20))


def demo(*arguments):
    call_command("demo", "--no-serve", *arguments)


@pytest.mark.usefixtures("quick")
def test_it_builds_once_and_starts_again_without_building(capsys):
    demo("--seed", "7")
    said = capsys.readouterr().out
    assert "小城：市场、人和两周的活" in said
    assert "lingong-demo-2026" in said
    assert "链头" in said
    call_command("audit")
    assert Market.objects.filter(name="京昌零工市场", lat=None).exists()
    people, postings = Person.objects.count(), Posting.objects.count()
    demo()
    assert "已经建好" in capsys.readouterr().out
    assert (Person.objects.count(), Posting.objects.count()) == (people, postings)
    with pytest.raises(CommandError, match="已经有一座 small 的演示城市"):
        demo("--size", "city")


def test_it_leaves_a_database_with_people_alone():
    Cast().wang  # noqa: B018
    with pytest.raises(CommandError, match="不是演示库"):
        demo()
    assert not Event.objects.filter(kind__startswith="demo").exists()


@pytest.mark.usefixtures("quick")
def test_what_was_not_finished_is_not_taken_for_a_city(monkeypatch):
    def interrupted(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "build_small", interrupted)
    with pytest.raises(KeyboardInterrupt):
        demo()
    with pytest.raises(CommandError, match="没有建完"):
        demo()


@pytest.mark.parametrize(
    ("arguments", "text"), [(["--size", "province"], "还没有做"), (["--size", "huge"], "可以是：small、city")]
)
def test_sizes(arguments, text):
    with pytest.raises(CommandError, match=text):
        demo(*arguments)


def test_only_in_a_demo_and_never_with_a_real_gateway(settings):
    settings.SMS_GATEWAY = "somebody.RealGateway"
    with pytest.raises(CommandError, match="不会给真的号码发短信"):
        demo()
    settings.DEMO = False
    with pytest.raises(CommandError, match="不是演示环境"):
        demo()
