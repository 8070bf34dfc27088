"""Making ``rules.csv`` from a table of rules with quotes: what ``fadu law rules`` does.

The table that is committed has our own wording only. What the quote decides is worked out here, where it is at hand:
how the period runs (``mode``) and whose it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fadu.law.numerals import value
from fadu.law.register import cite
from fadu.law.rules import COLUMNS, TABLE, Mode
from fadu.law.statute import STATUTES

NUMBER: Final = "[0-9一二三四五六七八九十]+"
LENGTHS: Final = f"{NUMBER}(?:日|年|个月)"
NOTHING_WAITED: Final = "(?<!不得)(?<!不)"

# in order: the first that fits decides
MODES: Final = (
    (Mode.LIBERTY, "step", re.compile("询问查证")),
    (Mode.BEFORE, "starts_from", re.compile("倒推")),
    (Mode.BAR, "quote", re.compile("内不得(?:再次申请|担任)")),
    (Mode.AT_LEAST, "quote", re.compile("不(?:得)?少于(?!.*不得?超过)")),  # with an upper limit it is a range
    (
        Mode.AFTER,
        "quote",
        re.compile(f"延长至|经过|满{LENGTHS}|{NOTHING_WAITED}超过{LENGTHS}|日后|后仍|任期|连续{NUMBER}年"),
    ),
    (Mode.AFTER, "quote", re.compile("未被发现|没有被\\S*发现")),
    (Mode.LONGER, "starts_from", re.compile("^(?:原期限|期限|\\S+日)届满$")),
)

PARTIES: Final = frozenset({
    "当事人", "申请人", "原告", "信访人", "双方当事人", "企业", "赔偿请求人", "被许可人",
    "申请人、利害关系人", "举报人", "胜诉方", "被处罚人", "被上诉人", "对方当事人", "既有商事调解组织",
    "第三方",
})  # fmt: skip

DOMAINS: Final = {
    **dict.fromkeys(("SJ22", "GS21", "YC25", "TS26", "TS22", "SX21", "CC25"), "市场监管"),
    **dict.fromkeys(("ZA25", "ZA12"), "公安"),
}
REGIONS: Final = {"L_TS": "1302", "L_AY": "4105", "L_SC": "51", "L_HBDB": "13", "L_HB": "13", "L_SDDB": "37"}

# 行政许可法第八十二条 speaks of “行政机关实施行政许可的期限” only; the applicant's five days are read leniently
READINGS: Final = {"XK-47.1a": "第八十二条只写行政机关实施许可的期限；申请人的期限从宽，也按工作日"}

# the table's words for these two are the text's own
REWORDED: Final = {
    "YS19-64.2": "没有公布的规范性文件不能拿来作行政管理的依据",
    "JC19-25.1": "征求过意见不等于做过合法性审查",
}

# 信访条例第二十一条 has its fourth item after an unnumbered passage; its own words “按照前款第(二)项至第(四)项规定”
# show that the items are all of one paragraph, so that what follows is the second paragraph and not the third
CORRECTED: Final = {"XF05-21.3": "第二十一条第二款"}

ARTICLE: Final = re.compile(
    "(?:第(?P<article>[^条]+)条(?:之(?P<inserted>[^第]+))?|决定第(?P<decided>[^项]+)项)"
    "(?:第(?P<paragraph>[^款]+)款)?(?:第(?P<item>[^项]+)项)?"
)


class BadRule(ValueError):
    """A row of the table that cannot be taken: the message names the file, the row and the field."""


def take(path: Path, into: Path = TABLE) -> int:
    """Write ``rules.csv`` from the table in ``path``; returns how many rules. Raises BadRule and writes nothing."""
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise BadRule(f"{path.name}: not a table in UTF-8 ({fault})") from fault
    wanted = {"id", "procedure", "step", "rule", "number", "unit", "quote", "article", "file", "verified"}
    if not rows or not wanted <= rows[0].keys():
        missing = "、".join(sorted(wanted - (rows[0].keys() if rows else set())))
        raise BadRule(f"{path.name}: no rules, or the columns {missing} are missing")
    files = {statute.file: statute.key for statute in STATUTES.values()}
    taken = [_row(path.name, number, row, files) for number, row in enumerate(rows, 2)]
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(taken)
    into.write_text(written.getvalue(), "utf-8")
    return len(taken)


def _row(file: str, number: int, row: Mapping[str, str], files: Mapping[str, str]) -> dict[str, str]:
    where = f"{file}: row {number} ({row['id']})"
    verified = row["verified"] == "yes"
    if verified and row["file"] not in files:
        raise BadRule(f"{where}: field file: {row['file']!r} is not a text of the register")
    statute = files.get(row["file"], "")
    provision = key_of(statute, CORRECTED.get(row["id"], row["article"]), where) if verified else ""
    mode = next((mode for mode, column, sign in MODES if sign.search(row[column])), Mode.WITHIN)
    party = row["who"] in PARTIES and mode is not Mode.BAR  # a bar lengthened would be no leniency
    region = next((code for prefix, code in REGIONS.items() if row["id"].startswith(prefix + "-")), "")
    return {
        "id": row["id"],
        "procedure": row["procedure"],
        "step": row["step"],
        "rule": REWORDED.get(row["id"], row["rule"]),
        "number": row["number"],
        "unit": row["unit"],
        "mode": mode.value if row["number"] else "",
        "whose": "party" if party else "organ",
        "starts_from": row.get("starts_from", ""),
        "who": row.get("who", ""),
        "effect": row.get("effect_if_missed", ""),
        "law": row["law"],
        "cite": provision,
        "verified": row["verified"],
        "in_force": row.get("version_in_force", ""),
        "until": row.get("version_until", ""),
        "region": region,
        "domain": DOMAINS.get(row["id"].split("-")[0], ""),
        "reading": READINGS.get(row["id"], ""),
    }


def key_of(statute: str, article: str, where: str) -> str:
    """The citation key of 第八十八条第二款 in the edition ``statute``, checked to exist. Raises BadRule."""
    found = ARTICLE.fullmatch(article)
    if not found:
        raise BadRule(f"{where}: field article: {article!r} is not a provision")
    parts = {name: str(value(written)) for name, written in found.groupdict().items() if written}
    number = parts.get("decided") or parts["article"] + (f"-{parts['inserted']}" if "inserted" in parts else "")
    path = [number, parts.get("paragraph", ""), parts.get("item", "")]
    key = f"{statute}/{'.'.join(path).rstrip('.')}"
    try:
        return cite(key).key
    except LookupError as fault:
        raise BadRule(f"{where}: field article: {fault}") from fault
