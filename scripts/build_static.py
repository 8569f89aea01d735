"""Build `lingong/web/static/vendor/` from node_modules: a trimmed Bootstrap and one sprite of the icons used.

Run after `npm ci`, and again when a page uses a new icon: `python scripts/build_static.py`.
Only the Bootstrap classes named in KEEP stay: worker pages may weigh 100 kB in all.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "lingong" / "web"

# A class a page may use must match one of these; everything without a class (reboot) stays.
KEEP = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            r"container(-fluid)?|row|col(-(sm|md|lg))?(-(auto|\d+))?|g[xy]?-[0-5]",
            r"form-(label|text|control(-lg)?|select|check(-inline|-input|-label)?)|is-invalid",
            r"input-group(-text)?",
            r"d-(md-|lg-)?(none|block|inline|inline-block|flex|inline-flex|grid)",
            r"flex-(md-)?(row|column|wrap|nowrap|fill|grow-1|shrink-0)|(justify-content|align-(items|self))-\w+",
            r"gap-[0-5]|[mp][tbsexy]?-(auto|[0-5])|w-(50|100)|h-100",
            r"text-(start|center|end|nowrap|break|truncate|decoration-none)|fw-(normal|semibold|bold)",
            r"list-unstyled|visually-hidden(-focusable)?|stretched-link|img-fluid|overflow-auto|lead",
        )
    )
)
DROP = re.compile(
    r"data-bs-theme=dark|was-validated|\[dir=|type=(color|range)|::file|form-check-reverse|datalist"
)
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
ICON = re.compile(r"""icon["']?\s*[=:(]?\s*["']([a-z0-9][a-z0-9-]*)["']""")


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Top-level `(prelude, body)` pairs of a style sheet without comments."""
    start = depth = opened = 0
    for place, character in enumerate(css):
        if character == "{":
            opened = opened if depth else place
            depth += 1
        elif character == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].strip(), css[opened + 1 : place].strip()
                start = place + 1
        elif character == ";" and not depth:  # @charset
            start = place + 1


def selectors(prelude: str) -> list[str]:
    """The selectors of a list; commas inside parentheses do not separate."""
    return [part.strip() for part in re.split(r",(?![^(]*\))", prelude)]


def kept(selector: str) -> bool:
    return not DROP.search(selector) and all(KEEP.fullmatch(name) for name in CLASS.findall(selector))


def trim(css: str) -> str:
    """The rules of `css` whose classes are all in KEEP."""
    out = []
    for prelude, body in blocks(css):
        if prelude.startswith("@media"):
            inner = trim(body)
            if inner:
                out.append(f"{prelude}{{{inner}}}")
        elif not prelude.startswith("@"):
            names = [selector for selector in selectors(prelude) if kept(selector)]
            if names and body:
                out.append(f"{','.join(names)}{{{body}}}")
    return "\n".join(out)


def used_variables(css: str, own: str) -> str:
    """Drop `--bs-*` declarations that nothing refers to, until nothing changes."""
    used = set(re.findall(r"var\((--bs-[\w-]+)", css + own))

    def needed(found: re.Match[str]) -> str:
        return found[0] if found[1] in used else ""

    smaller = re.sub(r"(--bs-[\w-]+)\s*:[^;{}]*(;|(?=\}))", needed, css)
    if smaller != css:
        return used_variables(smaller, own)
    return re.sub(r"[^{}\n]+\{\s*\}\n?", "", css)


def squeeze(css: str) -> str:
    return re.sub(r"\s*([{}:;,>])\s*", r"\1", re.sub(r"\s+", " ", css)).replace(";}", "}").strip()


def bootstrap(package: Path) -> str:
    css = (package / "dist" / "css" / "bootstrap.css").read_text(encoding="utf-8")
    version = re.search(r"Bootstrap\s+v([\d.]+)", css)
    own = "".join(path.read_text(encoding="utf-8") for path in sorted((WEB / "static" / "web").glob("*.css")))
    trimmed = used_variables(trim(re.sub(r"/\*.*?\*/", "", css, flags=re.S)), own)
    # "a :hover" is not "a:hover": squeeze declarations only, selectors keep their spaces.
    rules = re.sub(r"\{[^{}]*\}", lambda found: squeeze(found[0]), trimmed)
    return f"/* Bootstrap {version[1] if version else ''} (MIT), trimmed */\n{rules}\n"


def icon_names() -> dict[str, Path]:
    """Icon names in templates and modules of the web package, each with a file that names it."""
    names: dict[str, Path] = {}
    for path in sorted(WEB.rglob("*")):
        if path.suffix in {".html", ".py"}:
            names.update(dict.fromkeys(ICON.findall(path.read_text(encoding="utf-8")), path))
    return names


def sprite(package: Path) -> str:
    symbols = []
    for name, named_in in sorted(icon_names().items()):
        path = package / "icons" / f"{name}.svg"
        if not path.exists():
            sys.exit(f"{named_in.relative_to(ROOT)}: Bootstrap Icons has no icon “{name}”")
        box, body = re.search(
            r'viewBox="([^"]+)">(.*)</svg>', path.read_text(encoding="utf-8"), re.S
        ).groups()  # type: ignore[union-attr]
        body = re.sub(r"\s*\n\s*", "", body)
        symbols.append(f'<symbol id="{name}" viewBox="{box}">{body}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def main() -> None:
    modules = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "node_modules"
    if not (modules / "bootstrap").exists() or not (modules / "bootstrap-icons").exists():
        sys.exit(f"{modules} lacks bootstrap or bootstrap-icons: run `npm ci` first")
    target = WEB / "static" / "vendor"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("bootstrap.css", bootstrap(modules / "bootstrap")),
        ("icons.svg", sprite(modules / "bootstrap-icons")),
    ):
        (target / name).write_text(text, encoding="utf-8")
        print(
            f"{name}: {len(text) / 1000:.1f} kB, {len(gzip.compress(text.encode())) / 1000:.1f} kB compressed"
        )


if __name__ == "__main__":
    main()
