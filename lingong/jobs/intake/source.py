"""The text as people wrote it, and a cleaned copy in which every character knows where it came from.

Full-width and look-alike characters, invisible characters and characters split apart to get past
filters are undone here, once; all other modules read the clean text and quote the original.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")

INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\u20e3\ufeff]")
BETWEEN = re.compile(r"[\u4e00-\u9fff].[\u4e00-\u9fff]")
CIRCLED = {chr(0x2460 + i): str(i + 1) for i in range(9)}
SIMPLE = str.maketrans(
    "結薪資時間週單號電話聯繫無經驗優歲擔體檢費証證離職擾滿歡務員廠個們億壹貳叁肆伍陸柒捌玖拾佰仟〇",
    "结薪资时间周单号电话联系无经验优岁担体检费证证离职扰满欢务员厂个们亿一二三四五六七八九十百千零",
)
PUNCTUATION = str.maketrans(
    {"～": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "－": "-", "―": "-", "─": "-"}
)

LOOKALIKE = re.compile(r"[曰ㄖ囸](?=\W{0,2}(?:结|薪|工资|清|付))")
LETTER_ZERO = re.compile(r"(?<=\d)[oO]{1,3}(?=元|块|一天|/天|每天|\d)")
SENSITIVE = (
    "日结",
    "周结",
    "现结",
    "兼职",
    "刷单",
    "押金",
    "微信",
    "会员",
    "贷款",
    "彩票",
    "博彩",
    "招工",
    "工资",
)  # hidden to pass filters
SPLIT = re.compile("|".join(rf"{word[0]}([.·•*_|~^\-,、/]{{1,2}}){word[1]}" for word in SENSITIVE))
PADDED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \t]{1,4}([\u4e00-\u9fff])(?=[ \t]*[:：])|"
                    r"(?<=日)( +)(?=结)|(?<=押)( +)(?=金)|(?<=微)( +)(?=信)|(?<=刷)( +)(?=单)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the half-open range of the clean text that states it."""

    value: T
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """`clean[i]` came from `raw[origin[i]]`; `disguised` are ranges of `raw` whose words were hidden."""

    raw: str
    clean: str
    origin: tuple[int, ...]
    disguised: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text for a range of the clean one."""
        if start >= end:
            return (0, 0)
        return self.origin[start], self.origin[end - 1] + 1

    def quote(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.raw[first:last].strip()

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Ranges between punctuation marks and line ends, without empty ones."""
        return tuple(m.span() for m in re.finditer(r"[^,，。;；!！?？\n]+", self.clean) if m.group().strip())

    def clause_at(self, place: int) -> tuple[int, int]:
        """The clause that holds position `place`."""
        for start, end in self.clauses:
            if start <= place < end:
                return start, end
        return (place, place)


class _Copy:
    """The clean text under construction: characters with their origin."""

    def __init__(self, raw: str) -> None:
        self.chars: list[str] = []
        self.origin: list[int] = []
        self.disguised: list[tuple[int, int]] = []
        for index, char in enumerate(raw):
            for plain in self._plain(raw, index, char):
                self.chars.append(plain)
                self.origin.append(index)

    def _plain(self, raw: str, index: int, char: str) -> str:
        if INVISIBLE.match(char):
            around = raw[max(0, index - 1) : index + 2]
            if char in "\u200b\u200c\u200d\u2060" and BETWEEN.fullmatch(around):
                self.disguised.append((index - 1, index + 2))
            return ""
        if char in CIRCLED or raw[index + 1 : index + 3].endswith("\u20e3"):
            return "\n"  # a circled digit or a keycap opens an item of a list
        if char in "，。；！？：（）【】":
            return char
        if unicodedata.category(char) == "So" and char not in "㎡℃":
            return " "  # pictures part words, they are not words
        return unicodedata.normalize("NFKC", char).translate(PUNCTUATION).translate(SIMPLE)

    @property
    def text(self) -> str:
        return "".join(self.chars)

    def replace(self, pattern: re.Pattern[str], by: str) -> None:
        """Put `by` for each matched character and remember that the word was disguised."""
        for match in pattern.finditer(self.text):
            self.chars[match.start() : match.end()] = by * (match.end() - match.start())
            at = self.origin[match.start()]
            self.disguised.append((at, self.origin[min(match.end(), len(self.origin) - 1)] + 1))

    def join(self, pattern: re.Pattern[str], disguise: bool) -> None:
        """Take out what stands between the characters of a split word."""
        drop: set[int] = set()
        for match in pattern.finditer(self.text):
            if disguise:
                self.disguised.append((self.origin[match.start()], self.origin[match.end() - 1] + 1))
            inner = [
                i for i in range(match.start(), match.end()) if not "\u4e00" <= self.chars[i] <= "\u9fff"
            ]
            drop.update(inner)
        self.chars = [c for i, c in enumerate(self.chars) if i not in drop]
        self.origin = [o for i, o in enumerate(self.origin) if i not in drop]


def source(raw: str) -> Source:
    """Clean `raw` and keep for every character where it stood."""
    copy = _Copy(raw)
    copy.replace(LOOKALIKE, "日")
    copy.replace(LETTER_ZERO, "0")
    copy.join(SPLIT, disguise=True)
    copy.join(PADDED, disguise=False)
    return Source(raw, copy.text, tuple(copy.origin), tuple(sorted(set(copy.disguised))))
