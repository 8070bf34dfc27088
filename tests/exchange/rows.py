"""Rows of the 双公示 layout as a county would send them; all parties and organs are invented."""

from __future__ import annotations

import csv
from pathlib import Path

from stdnum.cn import uscc

from fadu.exchange.checks import check_digit
from fadu.exchange.layout import PENALTIES


def code(body: str) -> str:
    """A credit code of 17 given characters and its check digit."""
    return body + uscc.calc_check_digit(body)


ORGAN = code("11140322CC0000001")
COMPANY = code("91140322CC0000002")
# 30 February: an impossible day, so that the number can be nobody's.
IDENTITY = "14032219900230001" + check_digit("14032219900230001")


def company(number: int = 1, **changes: str) -> dict[str, str]:
    """A fine of 2,000 元 against a company."""
    return {
        "CF_XDR_MC": "测试示例有限公司",
        "CF_XDR_LB": "法人及非法人组织",
        "CF_XDR_SHXYM": COMPANY,
        "CF_FRDB": "张测试",
        "CF_WSH": f"测市监罚决〔2021〕{number}号",
        "CF_WFXW": "未按规定明码标价",
        "CF_SY": "当事人未按规定明码标价（测试数据）",
        "CF_YJ": "《价格法》第四十二条",
        "CF_CFLB": "罚款",
        "CF_NR": "罚款2000元",
        "CF_NR_FK": "0.2",
        "CF_JDRQ": "2021/03/05",
        "CF_YXQ": "2099/12/31",
        "CF_GSJZQ": "2024/03/05",
        "CF_CFJG": "测试县市场监督管理局",
        "CF_CFJGDM": ORGAN,
        "CF_SJLY": "测试县市场监督管理局",
        "CF_SJLYDM": ORGAN,
    } | changes


def person(number: int = 1, **changes: str) -> dict[str, str]:
    """A warning to a natural person."""
    return (
        company(
            number,
            CF_XDR_MC="李示例",
            CF_XDR_LB="自然人",
            CF_XDR_SHXYM="",
            CF_FRDB="",
            CF_XDR_ZJLX="身份证",
            CF_XDR_ZJHM=IDENTITY,
            CF_CFLB="警告",
            CF_NR="警告",
            CF_NR_FK="",
        )
        | changes
    )


def write(path: Path, rows: list[dict[str, str]], *, labels: bool = True, encoding: str = "utf-8-sig") -> Path:
    """The rows as a CSV file with the layout's labels (or codes) as its head."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.label if labels else column.code for column in PENALTIES])
        writer.writerows([[row.get(column.code, "") for column in PENALTIES] for row in rows])
    return path
