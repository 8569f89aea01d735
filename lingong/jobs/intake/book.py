"""The rulebook of postings, empty; the modules `checks_*` write their rules into it."""

from collections.abc import Callable, Iterable

from lingong.lib.rulebook import Rulebook

from .facts import Facts

Check = Callable[[Facts], Iterable[tuple[int, int]]]

CHECKS: Rulebook[Check] = Rulebook("checks", "招工信息检查")

DISCLOSURE = "人力资源市场暂行条例 24 条"
CONTRACT = "劳动合同法 9 条"
