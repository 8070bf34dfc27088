"""遮盖: running text without personal data, for what everybody may read and for the ledger, which cannot forget.

Names, identity numbers, telephones and addresses of the case's parties are masked wherever they stand, and so is
whatever is shaped like a citizen's number, a telephone, a bank account, a number plate or a mail address. A name
that no party bears cannot be told from other words: whoever publishes reads the rendition first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, Protocol

from fadu.organs.masking import mask_account, mask_address, mask_id, mask_name, mask_phone


class Known(Protocol):
    """A party or third person, from the table, from a form or from a snapshot."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def representative(self) -> str: ...
    @property
    def id_number(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def address(self) -> str: ...


SPACE = "[ \u3000]?"
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def _squeezed(mask: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    return lambda found: mask(re.sub(r"[ \u3000-]", "", found.group()))


# In this order: a longer number is not taken for the shorter one in it.
SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(rf"(?<![0-9A-Za-z])\d(?:{SPACE}\d){{16}}{SPACE}[\dXx](?![0-9A-Za-z])"), _squeezed(mask_id)),
    (re.compile(rf"(?<![0-9A-Za-z])\d(?:{SPACE}\d){{14,}}(?![0-9A-Za-z])"), _squeezed(mask_account)),
    (re.compile(r"(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- \u3000]?\d){8}(?![0-9A-Za-z])"), _squeezed(mask_phone)),
    (re.compile(r"(?<![0-9A-Za-z])0\d{2,3}[- ]?\d{7,8}(?![0-9A-Za-z])"), _squeezed(mask_phone)),
    (
        re.compile(rf"([{PROVINCES}])([A-HJ-NP-Z])[·•. ]?[A-HJ-NP-Z0-9]{{4,6}}[挂学警港澳]?(?![0-9A-Za-z])"),
        lambda found: f"{found[1]}{found[2]}*****",
    ),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), lambda _found: "***@***"),
)


def hidden(words: str, parties: Iterable[Known] = ()) -> str:
    """``words`` with everything personal masked."""
    masks: dict[str, str] = {}
    for each in parties:
        # 企业的法定代表人在决定书里写明，但姓名仍是个人信息；自然人当事人的姓名同样遮盖。第三人除非是单位，不公开姓名。
        person = each.kind == "person" or (each.role != "party" and each.kind != "company")
        names = [each.name if person else "", each.representative]
        masks |= {name: mask_name(name) for name in names if name and len(name) > 1}
        for value, mask in ((each.id_number, mask_id), (each.phone, mask_phone), (each.address, mask_address)):
            if value:
                masks[value] = mask(value)
    for text in sorted(masks, key=len, reverse=True):
        # 张测试 may be set as 张 测 试 to fill a line.
        words = re.sub(SPACE.join(map(re.escape, text)), masks[text].replace("\\", r"\\"), words)
    for shape, written in SHAPES:
        words = shape.sub(written, words)
    return words
