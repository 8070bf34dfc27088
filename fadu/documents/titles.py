"""Breaking a title into lines: 回行时做到词意完整，排列对称，长短适宜，间距恰当，梯形或菱形 (GB/T 9704-2012, 7.3.1).

Whole words cannot be told without a dictionary, so only the plainest are: names in book-title marks, numbers, and the
words of which titles are made. A line feed in the title decides for itself.
"""

from __future__ import annotations

import re
from functools import cache

from fadu.documents import layout
from fadu.documents.papers import Words, cut, plain

__all__ = ["title_lines"]

_WIDTH = int(layout.TYPE_WIDTH_PT // layout.TITLE_PT)
_NEVER_FIRST = frozenset("的了和与及或等之中、，。；：！？》）”〕〉·")
_NEVER_LAST = frozenset("《（“〔〈对从向被在由")
_WHOLE = re.compile(
    r"《[^》]{1,16}》|〔[^〕]*〕|“[^”]{1,12}”|[0-9A-Za-z.%]+(?:年度?|[号条项件个])?|关于|行政|处罚|强制|复议|决定书?|告知书?|通知书?|"
    r"意见书?|人民|政府|法治|建设|工作|报告|年度|情况|管理局?|监督|市场|综合|执法|委员会|办公室|有限|公司|责任|印发|实施|方案|"
    r"办法|规定|违法|经营|许可|公开|信息|安全|生产"
)


def title_lines(title: Words, width: int = _WIDTH) -> tuple[Words, ...]:
    """The title's lines, each no longer than `width` characters where words allow it, alike in length."""
    text = plain(title)
    lines: list[Words] = []
    start = 0
    for segment in text.split("\n"):
        for length in _best(segment, width):
            lines.append(cut(title, start, start + length))
            start += length
        start += 1
    return tuple(lines)


@cache
def _best(text: str, width: int) -> tuple[int, ...]:
    """Lengths of the lines of the cheapest division: few lines, alike in length, no word cut."""
    if len(text) <= width:
        return (len(text),)
    count = -(-len(text) // (width - 1))
    ideal = len(text) / count
    cuts = _cut_costs(text)
    # For each offset that the lines so far can reach: the cheapest cost and their lengths.
    table: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, lengths) in table.items():
            for end in range(start + 1, min(start + width, len(text)) + 1):
                candidate = cost + (end - start - ideal) ** 2 + (cuts[end] if end < len(text) else 0)
                if end not in reached or candidate < reached[end][0]:
                    reached[end] = (candidate, (*lengths, end - start))
        table = reached
    return table[len(text)][1]


def _cut_costs(text: str) -> list[float]:
    """What it costs to end a line before each offset."""
    costs = [0.0] * (len(text) + 1)
    for offset in range(1, len(text)):
        if text[offset] in _NEVER_FIRST or text[offset - 1] in _NEVER_LAST:
            costs[offset] += 500
        if text[offset - 1] in "的、，》":
            costs[offset] -= 4
    for word in _WHOLE.finditer(text):
        for offset in range(word.start() + 1, word.end()):
            costs[offset] += 60
    return costs
