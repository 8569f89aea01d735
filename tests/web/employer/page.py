"""Reading a page as a person does: the form as it stands, and what is asked."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """`values`: name → value as the browser would send it; `asked`: names marked as still missing."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.asked: set[str] = set()
        self.action = ""
        self._select = self._text = ""
        self._missing = 0
        self.feed(html)

    @classmethod
    def of(cls, response) -> "Form":
        return cls(response.content.decode())

    def handle_starttag(self, tag, attrs):
        got = dict(attrs)
        if tag == "form" and got.get("id") == "form":
            self.action = got.get("action") or ""
        name, kind = got.get("name") or "", got.get("type", "text")
        if tag == "div" and (got.get("class") or "").startswith("field"):
            self._missing = "is-missing" in got["class"]
        if name and self._missing:
            self.asked.add(name)
        if tag == "input" and name and (kind not in ("radio", "checkbox") or "checked" in got):
            self.values[name] = got.get("value") or ""
        elif tag == "select":
            self._select = name
            self.values[name] = ""
        elif tag == "option" and self._select and "selected" in got:
            self.values[self._select] = got.get("value") or ""
        elif tag == "textarea":
            self._text = name
            self.values[name] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._text = ""

    def handle_data(self, data):
        if self._text:
            own = self.values[self._text]
            # A browser drops the line break right behind the tag.
            self.values[self._text] = own + data if own else data.removeprefix("\n")
