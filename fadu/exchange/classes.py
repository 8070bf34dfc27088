"""处罚类别: the classes of penalty as the exchanged text names them, and as the columns of the record hold them.

The standard's text joins several classes with a semicolon; 没收违法所得、没收非法财物 are one class in it, with one
amount for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Column of the record → the name under which it is exchanged. Both forfeitures share one name in the standard.
FORFEITURE = "没收违法所得、没收非法财物"
NAMES = {
    "warned": "警告",
    "criticised": "通报批评",
    "fined": "罚款",
    "forfeited_income": FORFEITURE,
    "forfeited_goods": FORFEITURE,
    "licence_suspended": "暂扣许可证件",
    "grade_lowered": "降低资质等级",
    "licence_revoked": "吊销许可证件",
    "business_restricted": "限制开展生产经营活动",
    "business_suspended": "责令停产停业",
    "closed_down": "责令关闭",
    "practice_banned": "限制从业",
    "detained": "行政拘留",
}
OTHER = "其他"

# What is written for a class besides its name: older laws' words and the orders of the codes some systems send.
WRITTEN = {name: column for column, name in NAMES.items() if name != FORFEITURE} | {
    "没收违法所得": "forfeited_income",
    "没收非法财物": "forfeited_goods",
    "没收非法所得": "forfeited_income",
    FORFEITURE: "forfeited_income",
    "没收违法所得和没收非法财物": "forfeited_income",
    "没收违法所得没收非法财物": "forfeited_income",
    "暂扣许可证": "licence_suspended",
    "暂扣执照": "licence_suspended",
    "暂扣许可证、暂扣执照": "licence_suspended",
    "暂扣许可证或者执照": "licence_suspended",
    "暂扣许可证、执照": "licence_suspended",
    "吊销许可证": "licence_revoked",
    "吊销执照": "licence_revoked",
    "吊销营业执照": "licence_revoked",
    "吊销许可证、吊销执照": "licence_revoked",
    "吊销许可证、执照": "licence_revoked",
    "责令停产": "business_suspended",
    "责令停业": "business_suspended",
    "拘留": "detained",
}
LONGEST_OTHER = 200


def classes(text: str) -> tuple[dict[str, object], list[str]]:
    """The record's columns that the text names, and the words in it that name no class.

    ``其他-责令改正`` and ``其他`` set ``other_penalty``, the words after the dash ``other_words``.
    """
    columns: dict[str, object] = {}
    unknown: list[str] = []
    for part in re.split(r"[;；|]", re.sub(r"\s", "", text)):
        if part:
            _take(part, columns, unknown)
    return columns, unknown


def _take(part: str, columns: dict[str, object], unknown: list[str]) -> None:
    if column := WRITTEN.get(part):
        columns[column] = True
    elif found := re.fullmatch(r"其他(?:行政处罚)?(?:[-—－:：(（]*(.*?)[)）]?)?", part):
        columns["other_penalty"] = True
        if found[1]:
            columns["other_words"] = "；".join(filter(None, [str(columns.get("other_words", "")), found[1]]))
    elif len(pieces := re.split(r"[、,，]", part)) > 1 and all(piece in WRITTEN for piece in pieces):
        columns.update({WRITTEN[piece]: True for piece in pieces})
    else:
        unknown.append(part)


def written(columns: Mapping[str, object]) -> str:
    """The exchanged text of the classes that ``columns`` set, in the order of the law's article 9."""
    names = [name for column, name in NAMES.items() if columns.get(column)]
    if columns.get("other_penalty"):
        words = columns.get("other_words")
        names += [f"{OTHER}-{each}" for each in str(words).split("；")] if words else [OTHER]
    return ";".join(dict.fromkeys(names))
