"""The 双公示 layout of administrative penalties: codes, labels, lengths, and what must be filled.

Thirty columns of the standard in use (发改办财金〔2018〕424号), and the older layout of 2016 whose columns are mapped
to the newer ones. Labels and codes are those of the standard; a header may give either. The lengths and the conditional
columns were not seen in the standard's own text but in systems that exchange by it; a county whose upper system asks
otherwise changes them here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label

Holds = Literal["text", "money", "day"]
Asked = Literal["always", "organisation", "person", "fine", "forfeiture", "licence", "never"]


@dataclass(frozen=True)
class Column:
    """A column of the file. ``length`` is in characters (0: no bound); ``asked`` says in which rows it must be filled;
    ``money`` is in 万元 with at most six decimals, ``day`` as 2021/03/05, 2021-03-05 or 2021年3月5日."""

    code: str
    label: str
    length: int = 0
    asked: Asked = "never"
    holds: Holds = "text"


PENALTIES: tuple[Column, ...] = (
    Column("CF_XDR_MC", "行政相对人名称", 200, "always"),
    Column("CF_XDR_LB", "行政相对人类别", 100, "always"),
    Column("CF_XDR_SHXYM", "行政相对人代码_1(统一社会信用代码)", 18, "organisation"),
    Column("CF_XDR_GSZC", "行政相对人代码_2(工商注册号)", 50),
    Column("CF_XDR_ZZJG", "行政相对人代码_3(组织机构代码)", 32),
    Column("CF_XDR_SWDJ", "行政相对人代码_4(税务登记号)", 32),
    Column("CF_XDR_SYDW", "行政相对人代码_5(事业单位证书号)", 120),
    Column("CF_XDR_SHZZ", "行政相对人代码_6(社会组织登记证号)", 50),
    Column("CF_FRDB", "法定代表人", 50, "organisation"),
    Column("CF_FR_ZJLX", "法定代表人证件类型", 64),
    Column("CF_FR_ZJHM", "法定代表人证件号码", 64),
    Column("CF_XDR_ZJLX", "自然人证件类型", 64, "person"),
    Column("CF_XDR_ZJHM", "自然人证件号码", 64, "person"),
    Column("CF_WSH", "行政处罚决定书文号", 128, "always"),
    Column("CF_WFXW", "违法行为类型", 2000, "always"),
    Column("CF_SY", "违法事实", 5000, "always"),
    Column("CF_YJ", "处罚依据", 2048, "always"),
    Column("CF_CFLB", "处罚类别", 200, "always"),
    Column("CF_NR", "处罚内容", 4000, "always"),
    Column("CF_NR_FK", "罚款金额(万元)", 25, "fine", "money"),
    Column("CF_NR_WFFF", "没收违法所得、没收非法财物的金额(万元)", 25, "forfeiture", "money"),
    Column("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", 200, "licence"),
    Column("CF_JDRQ", "处罚决定日期", 30, "always", "day"),
    Column("CF_YXQ", "处罚有效期", 30, "always", "day"),
    Column("CF_GSJZQ", "公示截止期", 30, "never", "day"),
    Column("CF_CFJG", "处罚机关", 200, "always"),
    Column("CF_CFJGDM", "处罚机关统一社会信用代码", 18, "always"),
    Column("CF_SJLY", "数据来源单位", 200, "always"),
    Column("CF_SJLYDM", "数据来源单位统一社会信用代码", 18, "always"),
    Column("BZ", "备注", 4000),
)

# The layout of 2016. It has no column for the category of the party, for amounts, for the organ's code or for the
# term: what it does not have is not asked of it. CF_ZT is the state: 0 正常, 1 撤销, 2 异议, 3 其他.
PENALTIES_2016: tuple[Column, ...] = (
    Column("CF_WSH", "行政处罚决定书文号", 128, "always"),
    Column("CF_CFMC", "处罚名称", 2000, "always"),
    Column("CF_BM", "行政处罚编码", 64),
    Column("CF_CFLB1", "处罚类别1", 200, "always"),
    Column("CF_CFLB2", "处罚类别2", 200),
    Column("CF_SY", "处罚事由", 5000, "always"),
    Column("CF_YJ", "处罚依据", 2048, "always"),
    Column("CF_XDR_MC", "行政相对人名称", 200, "always"),
    Column("CF_XDR_SHXYM", "行政相对人代码_1(统一社会信用代码)", 18),
    Column("CF_XDR_ZDM", "行政相对人代码_2(组织机构代码)", 32),
    Column("CF_XDR_GSDJ", "行政相对人代码_3(工商登记码)", 50),
    Column("CF_XDR_SWDJ", "行政相对人代码_4(税务登记号)", 32),
    Column("CF_XDR_SFZ", "行政相对人代码_5(居民身份证号)", 64),
    Column("CF_FR", "法定代表人姓名", 50),
    Column("CF_JG", "处罚结果", 4000, "always"),
    Column("CF_JDRQ", "处罚决定日期", 30, "always", "day"),
    Column("CF_XZJG", "处罚机关", 200, "always"),
    Column("CF_ZT", "当前状态", 1),
    Column("DFBM", "地方编码", 6),
    Column("SJC", "数据更新时间戳", 40),
    Column("BZ", "备注", 4000),
)

# Names under which systems are known to write a column of the standard.
ALIASES = {
    "CF_FR_SFZH": "CF_FR_ZJHM",
    "CF_AJMC": "CF_CFMC",
    "行政相对人代码_1": "CF_XDR_SHXYM",
    "统一社会信用代码": "CF_XDR_SHXYM",
    "决定书文号": "CF_WSH",
    "处罚决定书文号": "CF_WSH",
    "罚款金额": "CF_NR_FK",
    "没收金额": "CF_NR_WFFF",
    "决定日期": "CF_JDRQ",
    "处罚决定机关": "CF_CFJG",
    "法定代表人(负责人)": "CF_FRDB",
    "案件名称": "CF_CFMC",
}
# The columns of 2016 that hold what a column of the standard holds.
SUCCESSORS = {
    "CF_CFMC": "CF_WFXW",
    "CF_JG": "CF_NR",
    "CF_XDR_ZDM": "CF_XDR_ZZJG",
    "CF_XDR_GSDJ": "CF_XDR_GSZC",
    "CF_FR": "CF_FRDB",
    "CF_XZJG": "CF_CFJG",
    "CF_XDR_SFZ": "CF_XDR_ZJHM",
}
ASKED_BECAUSE: dict[Asked, Label] = {
    "always": _("必填"),
    "organisation": _("行政相对人为法人及非法人组织、个体工商户时必填"),
    "person": _("行政相对人为自然人时必填"),
    "fine": _("处罚类别含罚款时必填"),
    "forfeiture": _("处罚类别含没收违法所得、没收非法财物时必填"),
    "licence": _("处罚类别含暂扣或者吊销许可证件时必填"),
}


def _key(header: str) -> str:
    """A header without what people add to it: spaces, stars, 必填, the shape of brackets."""
    plain = header.strip().lstrip("\ufeff").upper()
    plain = plain.replace("（", "(").replace("）", ")").replace("＿", "_")
    return re.sub(r"\((?:必填|选填|YYYY/MM/DD|单位[:：]?万元)\)|[*＊\s]", "", plain)


def _names(layout: Sequence[Column]) -> dict[str, Column]:
    by_code = {column.code: column for column in layout}
    names = {_key(name): column for column in layout for name in (column.code, column.label)}
    names |= {_key(column.label.split("(")[0]): column for column in layout}
    names |= {_key(alias): by_code[code] for alias, code in ALIASES.items() if code in by_code}
    return names


def recognise(headers: Sequence[str]) -> tuple[tuple[Column, ...], dict[int, Column], list[str]]:
    """The layout a header row follows, which position holds which of its columns, and the headers it does not know.

    The newer layout is tried first; the older one is taken only if it recognises more of the headers.
    """
    best: tuple[tuple[Column, ...], dict[int, Column], list[str]] | None = None
    for layout in (PENALTIES, PENALTIES_2016):
        names = _names(layout)
        places: dict[int, Column] = {}
        strangers: list[str] = []
        for position, header in enumerate(headers):
            column = names.get(_key(header))
            if column is None or column in places.values():
                if header.strip():
                    strangers.append(header.strip())
            else:
                places[position] = column
        if best is None or len(places) > len(best[1]):
            best = (layout, places, strangers)
    assert best is not None  # noqa: S101 - two layouts were tried
    return best
