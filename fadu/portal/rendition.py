"""What the public reads of a publication: the values of its rendition under names, the law named in them made a link.

A value under a name that nobody declared is not shown: deny by default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.registry import all_procedures
from fadu.portal.pages import Label
from fadu.portal.pointing import linked

# In the order in which a citizen asks: who, did what, by which law, what follows, who says so.
LABELS: Final[Mapping[str, Label]] = {
    "party": gettext_lazy("当事人"),
    "code": gettext_lazy("统一社会信用代码"),
    "act": gettext_lazy("违法行为"),
    "facts_found": gettext_lazy("查明的事实"),
    "basis": gettext_lazy("处罚依据"),
    "kinds": gettext_lazy("处罚种类"),
    "penalty": gettext_lazy("处罚内容"),
    "fine": gettext_lazy("罚款"),
    "income": gettext_lazy("没收违法所得"),
    "organ": gettext_lazy("作出决定的机关"),
    "decision_number": gettext_lazy("决定书文号"),
    "decided_on": gettext_lazy("决定日期"),
}
MONEY: Final = frozenset({"fine", "income", "goods_value"})


@dataclass(frozen=True)
class Line:
    """One line: its name and its words, escaped."""

    name: Label
    words: SafeString | str


def lines(rendition: Mapping[str, Any], on: date) -> list[Line]:
    """The rendition as lines, empty values left out; statutes named in it are those in force on ``on``."""
    known = {**LABELS, **{key: columns()[key] for key in rendition if key not in LABELS and key in columns()}}
    said = ((label, _said(key, rendition[key], on)) for key, label in known.items() if key in rendition)
    return [Line(label, words) for label, words in said if words]


def _said(key: str, value: Any, on: date) -> SafeString | str:
    if value in (None, "", [], False):
        return ""
    if value is True:
        return _("是")
    if isinstance(value, list):
        return "、".join(str(columns().get(str(each), each)) for each in value)
    if key in MONEY:
        return money(str(value))
    return linked(str(value), on)


def money(written: str) -> str:
    """5,000元; 123.50元. Text that is no amount stays as it is."""
    try:
        amount = Decimal(written)
    except InvalidOperation:
        return written
    if not amount.is_finite():
        return written
    whole = amount == amount.to_integral_value()
    return _("%(amount)s元") % {"amount": f"{amount:,.0f}" if whole else f"{amount:,.2f}"}


@cache
def columns() -> Mapping[str, Label]:
    """The columns of every procedure's record by name, for values and classes that bear a column's name."""
    found: dict[str, Label] = {}
    for procedure in all_procedures():
        for column in procedure.record._meta.concrete_fields:
            found.setdefault(column.name, column.verbose_name)
    return found
