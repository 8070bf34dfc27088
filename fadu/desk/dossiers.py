"""一键成卷: the file of a case in order: cover, catalogue, papers, evidence, the list of hashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from fadu.desk import names
from fadu.desk.frame import DeskRequest, desk_page
from fadu.desk.papers import value_of
from fadu.desk.reaching import reachable
from fadu.documents import dossier
from fadu.documents.papers import Column, Dossier, Enclosure, Field, Inventory, Item, plain
from fadu.engine.models import Case, Evidence
from fadu.engine.parts import Part, place
from fadu.engine.registry import newest
from fadu.ledger.attachments import open_attachment

MOST = 256 * 1024 * 1024  # bytes of evidence bound in: film of a whole inspection is fetched by itself
COVER = "dossier_cover"  # the cover as a paper of its own is left out: binding makes one


@desk_page
def download(request: DeskRequest, key: int) -> HttpResponse:
    """The dossier as a .zip: the bound file, each item by itself, and the manifest by which a change is found."""
    case = reachable(request.acting, key)
    parts = newest(case.procedure).parts
    found = list(_items(case))
    items = in_parts(parts, found, case.organ.name) if parts and found else tuple(item for _kind, item in found)
    if not items:
        messages.error(request, _("卷内还没有文书和证据，不能成卷"))
        return redirect("desk:case", key)
    packed = dossier.pack(Dossier(case.title, case.organ.name, case.number, _cover(case), items))
    response = HttpResponse(packed, content_type="application/zip")
    name = f"案卷 {case.number}.zip"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _cover(case: Case) -> tuple[tuple[Field, ...], ...]:
    people = "、".join(each.name for each in (case.handler, case.second) if each)
    closed = case.closed_on.isoformat() if case.closed_on else ""
    return (
        (Field("案件名称", case.title),),
        (Field("当事人", case.party_name),),
        (Field("处理结果", str(names.outcome_name(case.procedure, case.outcome))),),
        (Field("开始日期", case.opened_on.isoformat()), Field("结案日期", closed)),
        (Field("承办人", people), Field("归档日期")),
        (Field("归档号"), Field("保存期限")),
    )


def in_parts(parts: Sequence[Part], items: Sequence[tuple[str, Item]], organ: str) -> tuple[Item, ...]:
    """The items in the order of the prescribed parts, before them the list of the parts: what is there, what lacks."""
    placed = sorted(
        ((place(parts, paper=kind, file="" if kind else plain(each.heading)), each) for kind, each in items),
        key=lambda pair: pair[0],
    )
    held = Counter(number for number, _item in placed)
    rows = tuple(
        (str(number), str(part.name), "必须" if part.required else "按需",
         f"{held[number]}件" if held[number] else ("缺" if part.required else "无"))
        for number, part in enumerate(parts, start=1)
    )  # fmt: skip
    columns = (Column("序号", 1, "centre"), Column("材料", 5), Column("要求", 1.5), Column("件数", 1.5))
    listed = Inventory("卷内材料目录", columns, rows, organ)
    return (Item(listed, author=organ), *(replace(each, note=_noted(number, each)) for number, each in placed))


def _noted(number: int, item: Item) -> str:
    return "；".join(filter(None, (f"第{number}项", plain(item.note))))


def _items(case: Case) -> Iterator[tuple[str, Item]]:
    """What is in the file: each paper with its kind, each file of evidence with none."""
    left = MOST
    for paper in case.papers.filter(voided_on=None).select_related("case").order_by("issued_on", "id"):
        if paper.kind != COVER:
            value = value_of(paper)
            yield paper.kind, Item(value, paper.title, paper.number, case.organ.name, paper.issued_on)
    for each in Evidence.objects.filter(case=case).select_related("attachment", "by").order_by("obtained_on", "id"):
        note = _("已排除：%(why)s") % {"why": each.exclusion} if each.excluded_on else ""
        data = b""
        if each.attachment.size > left:
            note = "；".join(filter(None, (note, _("文件太大，未随卷提供，请在案件页面另行下载"))))
        else:
            try:
                with open_attachment(each.attachment) as file:
                    data = file.read()
            except FileNotFoundError:
                note = "；".join(filter(None, (note, _("文件不在存储中，请报告管理员"))))
            left -= len(data)
        content = Enclosure(each.name, each.attachment.name, each.attachment.media_type, data)
        yield "", Item(content, each.name, "", each.by.name, each.obtained_on, note)
