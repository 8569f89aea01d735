"""A person with a browser of their own: goes to pages, presses what is written there, looks around."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from lingong.accounts.staff_sign_in import totp_code
from tests.cast import PASSWORD, TOTP_SECRET

from .look import Complaints, keep, look
from .product import Product

PHONE, WIDE = 390, 1280
BOTH = 0  # goes at the width of a phone, looks at both
HEIGHT = {PHONE: 844, WIDE: 900}
PATIENCE = 30_000  # milliseconds: a machine may be busy


class Someone:
    """`journey` and the width in pixels name the folder of the pictures."""

    def __init__(
        self, browser: Browser, product: Product, journey: str, width: int, *, script: bool = True
    ) -> None:
        self.product = product
        self.first = False  # the first of several who do the same: this one looks around
        self.journey = journey
        self.widths = (width,) if width else (WIDE, PHONE)
        width = self.widths[-1]
        self.context = browser.new_context(
            base_url=product.address, viewport={"width": width, "height": HEIGHT[width]}, locale="zh-CN",
            is_mobile=width == PHONE, has_touch=width == PHONE, java_script_enabled=script,
            timezone_id="Asia/Shanghai", reduced_motion="reduce",
        )  # fmt: skip
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.complaints = Complaints(self.page)

    # --- going and pressing ---------------------------------------------------------------------
    def go(self, path: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, (
            f"{path}: {answer.status}, expected {status}\n{self.product.log()[-2000:]}"
        )

    def press(self, words: str, *, within: Locator | None = None) -> None:
        """The first visible button or link that says `words` (and maybe more), and the page it leads to."""
        where = within or self.page.locator("main, aside")
        said = re.compile(re.escape(words))
        named = where.get_by_role("button", name=said).or_(where.get_by_role("link", name=said))
        target = named.or_(where.locator("summary").filter(has_text=said)).filter(visible=True).first
        if target.evaluate("one => one.tagName") == "SUMMARY":
            return target.click()
        with self.page.expect_navigation():
            target.click()

    def open(self, words: str) -> None:
        """The last link of the page's body that says `words`: a card in a list."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words).filter(visible=True).last.click()

    def take(self, page: Page) -> None:
        """Go on in another window of the same browser."""
        self.page = page
        self.complaints = Complaints(page)

    def key(self, letter: str) -> None:
        """A key of the desk that leads to another page; Escape leaves the field one may be in."""
        if len(letter) == 1:
            self.page.keyboard.press("Escape")
        with self.page.expect_navigation():
            self.page.keyboard.press(letter)

    def tab_to(self, label: str) -> Locator:
        """Go on with Tab until the field is reached: everything at the counter must be in reach of it."""
        there = self.page.locator("main").get_by_label(label).filter(visible=True).first
        for _ in range(60):
            if there.evaluate("one => one === document.activeElement"):
                return there
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {label}")

    def type_into(self, label: str, words: str) -> None:
        self.tab_to(label)
        self.page.keyboard.type(words)

    def tick(self, label: str) -> None:
        """Tick a box by the space bar."""
        if not self.tab_to(label).is_checked():
            self.page.keyboard.press("Space")

    def turn_to(self, wanted: str) -> None:
        """Choose among the radio buttons one is at, with the arrow keys."""
        for _ in range(10):
            if self.page.get_by_role("radio", name=wanted, exact=True).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not reach {wanted}")

    def fill(self, label: str, words: str) -> None:
        fields = self.page.get_by_label(label).and_(self.page.locator("input, textarea"))
        fields.filter(visible=True).first.fill(words)

    def choose(self, words: str) -> None:
        """A radio button or a box to tick, by what stands beside it."""
        self.page.locator("label.choice", has_text=words).first.click()

    # --- seeing ---------------------------------------------------------------------------------
    def sees(self, *words: str) -> None:
        """Each of `words` stands on the page, visible."""
        for said in words:
            expect(self.page.get_by_text(said).filter(visible=True).first).to_be_visible(timeout=PATIENCE)

    def comes_to_see(self, words: str) -> None:
        """What the job worker brings about in a moment: look again until it is there."""
        for _ in range(30):
            if self.page.get_by_text(words).filter(visible=True).count():
                return
            self.page.wait_for_timeout(500)
            self.page.reload()
        raise AssertionError(f"“{words}” does not come")

    def misses(self, *words: str) -> None:
        for said in words:
            expect(self.page.get_by_text(said).filter(visible=True)).to_have_count(0, timeout=PATIENCE)

    def look(self, name: str, *, elder: bool = True) -> None:
        """Check the page as it stands, at each width of this person; `elder`: also in large letters."""
        for width in self.widths:
            if len(self.widths) > 1:
                self.page.set_viewport_size({"width": width, "height": HEIGHT[width]})
            look(self.page, f"{self.journey}-{width}", name, elder=elder, complaints=self.complaints)

    def paper(self, name: str) -> int:
        """What the printer would get, as a picture; returns the number of sheets. Paper has no rules of axe."""
        self.page.emulate_media(media="print")
        keep(self.page, f"{self.journey}-{self.widths[-1]}", name)
        sheets = re.findall(rb"/Type\s*/Page\b", self.page.pdf(prefer_css_page_size=True))
        self.page.emulate_media(media="screen")
        return len(sheets)

    # --- coming in ------------------------------------------------------------------------------
    def sign_in_as_staff(self, name: str) -> None:
        """Fill and send the staff form: password and what the authenticator shows now (each code works once)."""
        self.fill("用户名", name)
        self.fill("密码", PASSWORD)
        self.fill("动态口令", totp_code(TOTP_SECRET, self.product.now()))
        self.press("登录")
