"""公开: first what the public would read, as it would read it; then, confirmed, the publication.

Masking finds what the parties' data and the shape of numbers tell. A witness's name in running text it cannot tell from
other words, so somebody reads the rendition before it goes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk.casefile import case_address
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.desk.reaching import workable
from fadu.engine import publication
from fadu.engine.file import CaseFile, open_file
from fadu.engine.refusals import Refused

LABELS: Final[Mapping[str, Label]] = {
    "party": gettext_lazy("当事人"),
    "code": gettext_lazy("统一社会信用代码"),
    "kinds": gettext_lazy("处罚种类"),
    "organ": gettext_lazy("机关"),
}


@desk_page
@require_POST
def publish(request: DeskRequest, key: int) -> HttpResponse:
    """Show the masked rendition that the procedure's publicity rule makes; on ``confirm`` publish it."""
    acting = request.acting
    case = workable(acting, key)
    kind, on = request.POST.get("kind", ""), acting.today
    file = open_file(case)
    rule = next((each for each in publication.publicities(file, on) if each.key == kind), None)
    if rule is not None and "confirm" not in request.POST:
        made = publication.render(file, rule, on)
        context = {
            "case": case,
            "rule": rule,
            "made": made,
            "lines": list(_lines(file, made["rendition"])),
            "until": publication.term_ends(file, rule, on),
        }
        return page(request, "desk/publish.html", context, here="cases")
    try:
        published = publication.publish(case, kind, by=acting.person, on=on)
    except Refused as refused:
        messages.error(request, "；".join(str(each) for each in refused.refusals))
    else:
        messages.success(request, _("已公开：%(title)s") % {"title": published.title})
    return redirect(case_address(key))


def _lines(file: CaseFile, rendition: Mapping[str, Any]) -> Iterator[tuple[Label, str]]:
    for name, value in rendition.items():
        if value not in (None, "", []):
            words = "、".join(str(_label(file, each)) for each in value) if isinstance(value, list) else str(value)
            yield _label(file, name), words


def _label(file: CaseFile, name: str) -> Label:
    if name in LABELS:
        return LABELS[name]
    try:
        return str(file.record._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return name
