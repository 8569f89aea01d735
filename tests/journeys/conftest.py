"""One served product for a journey, one browser for a worker of the run, a new person when asked for."""

import fcntl
import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from .look import CHROMIUM, FLAGS, missing
from .product import build, served
from .someone import Someone

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    lacking = missing()
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if lacking and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason=f"the browser suite lacks: {lacking}"))


@pytest.fixture(scope="session")
def browser():
    assert not missing(), f"the browser suite lacks: {missing()}"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and seeded database, built once for all workers of a run."""
    run = tmp_path_factory.getbasetemp()
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "template"
    with (run.parent / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            folder.mkdir(exist_ok=True)
            build(folder)
            (folder / "built").touch()
    return folder


@pytest.fixture(scope="session")
def running(template: Path, tmp_path_factory: pytest.TempPathFactory):
    """One served product for a worker of the run."""
    with served(template, tmp_path_factory.mktemp("served")) as product:
        yield product


@pytest.fixture
def product(running, template: Path):
    """The served product on the evening of 2026-11-20, before anybody came; its log may hold no error."""
    running.begin_again(template)
    before = len(running.log())
    yield running
    assert "Traceback" not in running.log()[before:], running.log()[before:][-4000:]


@pytest.fixture
def meet(browser, product, request):
    """`meet(width)`: somebody new with a browser of their own, at a width in pixels."""
    met: list[Someone] = []
    journey = request.node.originalname.removeprefix("test_")

    def new(width: int, **options: bool) -> Someone:
        met.append(Someone(browser, product, journey, width, **options))
        return met[-1]

    yield new
    for one in met:
        one.context.close()
