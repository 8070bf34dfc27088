"""The frame of every page of the public site: the five columns, where one is, and the day on which it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Label = str | Promise
Place = tuple[Label, str]
"""A step of the way to the page: its name and its address; the page itself has no address."""

COLUMNS: tuple[tuple[str, Label, Label], ...] = (
    ("applications", _("办事"), _("网上申请：调解、信访、复议、信息公开、法律援助；算一算哪天是最后一天")),
    ("progress", _("查进度"), _("凭账号或者凭证看自己的事办到哪一步、轮到谁、哪天是最后一天")),
    ("publications", pgettext_lazy("栏目", "公开"), _("查行政处罚决定：谁、为什么、依据哪一条、怎么罚")),
    ("data", _("数据"), _("一年里办了多少行政处罚案件，罚没多少")),
    ("statutes", _("法规"), _("查法律、法规、规章的条文，和依据它办的事")),
)


def today() -> date:
    """The day in Shanghai on which the page is asked for; read once by a view and handed on."""
    return timezone.localdate()


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    column: str = "",
    where: Sequence[Place] = (),
    status: int = 200,
) -> HttpResponse:
    """A page in the frame. ``column`` is the one it belongs to, ``where`` the places between that column and it."""
    columns = [(key, label, told, reverse(f"portal:{key}")) for key, label, told in COLUMNS]
    here = next(((label, address) for key, label, _told, address in columns if key == column), None)
    way = [(_("首页"), reverse("portal:home")), *([here] if here else []), *where] if column else []
    if way:
        way[-1] = (way[-1][0], "")
    frame = {
        "columns": columns,
        "column": column,
        "column_name": here[0] if here else _("首页"),
        "where": way,
    }
    return render(request, template, {**frame, **(context or {})}, status=status)


def in_chinese(words: str) -> SafeString:
    """Words of a record, which stay Chinese on an English page and say so to a reader's voice."""
    return format_html('<span lang="zh-CN">{}</span>', words)


def day_asked(written: str) -> date | None:
    """The day that an address names (2025-09-26); None if it names none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def number_asked(written: str) -> int | None:
    """The number that an address names; None if it names none that a database key or a year could be."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 12 else None
