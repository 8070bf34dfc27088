"""Masking of personal data for publication and for screens. Plain functions of text, no state.

《市场监督管理行政处罚信息公示规定》第六条 asks for "必要的处理" of personal information and prescribes no shape;
no other national text seen does. The shapes are those in use: surname and stars, first three and last four.
"""

from __future__ import annotations

import re

COMPOUND_SURNAMES = frozenset(
    """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶
    太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良
    漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣
    """.split()  # noqa: SIM905 - sixty names read better as text
)
# A place is shown down to the township: 省、市、县（区、旗）、乡（镇、街道、苏木).
PLACE = re.compile(
    r"^(?:.{1,12}?(?:自治区|自治州|特别行政区|地区|省|市|盟|州))*(?:.{1,10}?(?:自治县|自治旗|新区|县|区|旗))?(?:.{1,12}?(?:街道|民族乡|苏木|乡|镇))?"
)


def _starred(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    return text[:head] + "*" * hidden + text[len(text) - tail :] if hidden > 0 else "*" * len(text)


def mask_name(name: str) -> str:
    """张测试 → 张**, 欧阳示例 → 欧阳**; a name of one character is hidden whole, a longer one keeps its first."""
    name = name.strip()
    surname = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1
    return _starred(name, surname, 0)


def mask_id(number: str) -> str:
    """110101199001010011 → 110***********0011; numbers of eight characters or fewer are hidden whole."""
    number = number.strip().upper()
    return _starred(number, 3, 4) if len(number) > 8 else "*" * len(number)


def mask_phone(number: str) -> str:
    """13800001234 → 138****1234; a fixed line keeps its last two digits only."""
    number = number.strip()
    return _starred(number, 3, 4) if re.fullmatch(r"1\d{10}", number) else _starred(number, 0, 2)


def mask_address(address: str) -> str:
    """Down to the township, the rest hidden: 山西省阳泉市盂县秀水镇示例路8号 → 山西省阳泉市盂县秀水镇****.

    An address in which no place name is recognised is hidden whole.
    """
    address = address.strip()
    if not address:
        return ""
    place = PLACE.match(address)
    return (place.group() if place else "") + "****"


def mask_account(number: str) -> str:
    """A bank account or card: only the last four digits stay; eight characters or fewer are hidden whole."""
    digits = re.sub(r"\s", "", number)
    return _starred(digits, 0, 4) if len(digits) > 8 else "*" * len(digits)
