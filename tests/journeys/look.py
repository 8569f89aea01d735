"""What every page must stand: axe-core, no sideways scrolling, a quiet console; in both sizes of type."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "var" / "screenshots"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def missing() -> str:
    """What this machine lacks for a browser test, with the command that installs it; empty: nothing."""
    fonts = (
        shutil.which("fc-list")
        and subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout
    )
    packages = ["chromium"] * (not CHROMIUM) + ["fonts-noto-cjk"] * (not fonts)
    if packages:
        return f"sudo apt-get install {' '.join(packages)}"
    return "" if AXE.exists() else "make setup (axe-core is not there)"


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


class Complaints:
    """What the browser itself complained about on a page: console errors, exceptions, failed requests."""

    def __init__(self, page: Page) -> None:
        self.said: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.said.append(f"exception: {error}"))
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 409 on purpose is checked by its status; its parts are not excused.
        own = message.location.get("url") == message.page.url if message.page else False
        if message.type in ("error", "warning") and not (own and "status of 4" in message.text):
            self.said.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page left before all of it was there
            self.said.append(f"{request.failure}: {request.url}")


def look(page: Page, folder: str, name: str, *, elder: bool = True, complaints: Complaints) -> None:
    """Check the page as it stands and keep its picture; with `elder` once more in large type."""
    for large in (False, True) if elder else (False,):
        page.evaluate("large => document.documentElement.classList.toggle('elder', large)", large)
        where = f"{name}, {'large type' if large else 'usual type'}, {page.url}"
        keep(page, f"{folder}-elder" if large else folder, name)
        _require_no_sideways(page, where)
        _require_own_words(page, where)
        _require_accessible(page, where)
    page.evaluate("document.documentElement.classList.remove('elder')") if elder else None
    assert not complaints.said, f"{name}: {complaints.said}"


def keep(page: Page, folder: str, name: str) -> None:
    """The whole page as a picture."""
    target = PICTURES / folder / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target, full_page=True, animations="disabled")


def _require_no_sideways(page: Page, where: str) -> None:
    wide = page.evaluate(
        """() => { const width = document.documentElement.clientWidth;
        return document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > width + 1)
          .slice(0, 5).map((one) => one.outerHTML.slice(0, 120)); }"""
    )
    assert not wide, f"{where} scrolls sideways: {wide}"


def _require_own_words(page: Page, where: str) -> None:
    """A form with anything to fill in leaves refusing to us: the browser's bubble keeps our reasons away."""
    bubbling = page.evaluate(
        """() => [...document.querySelectorAll("form[method=post]:not([novalidate])")]
          .filter((form) => form.querySelector("[required], [min], [max], [pattern], [type=date], [type=time]"))
          .map((form) => form.action)"""
    )
    assert not bubbling, f"{where}: forms without novalidate: {bubbling}"


def _require_accessible(page: Page, where: str) -> None:
    """Evaluated through the debugger, so the page's strict CSP stays as it is."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe() + "; undefined")
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    told = [
        {"rule": rule["id"], "help": rule["help"], "on": [node["html"][:160] for node in rule["nodes"][:3]]}
        for rule in found
    ]
    assert not told, f"{where}: {json.dumps(told, ensure_ascii=False, indent=1)}"
