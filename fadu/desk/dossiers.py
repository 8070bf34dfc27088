"""一键成卷: the file of a case in order: cover, catalogue, papers, evidence, the list of hashes."""

from __future__ import annotations

from collections.abc import Iterator

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
from fadu.documents.papers import Dossier, Enclosure, Field, Item
from fadu.engine.models import Case, Evidence
from fadu.ledger.attachments import open_attachment

MOST = 256 * 1024 * 1024  # bytes of evidence bound in: film of a whole inspection is fetched by itself
COVER = "dossier_cover"  # the cover as a paper of its own is left out: binding makes one


@desk_page
def download(request: DeskRequest, key: int) -> HttpResponse:
    """The dossier as a .zip: the bound file, each item by itself, and the manifest by which a change is found."""
    case = reachable(request.acting, key)
    items = tuple(_items(case))
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


def _items(case: Case) -> Iterator[Item]:
    left = MOST
    for paper in case.papers.filter(voided_on=None).select_related("case").order_by("issued_on", "id"):
        if paper.kind != COVER:
            value = value_of(paper)
            yield Item(value, paper.title, paper.number, case.organ.name, paper.issued_on)
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
        yield Item(content, each.name, "", each.by.name, each.obtained_on, note)
