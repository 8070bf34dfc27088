"""案: all cases one may see, filtered by the address; saved views; export of exactly what is shown."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fadu.desk import bulk, lists, names, reaching, rows
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.models import SavedView
from fadu.engine.models import Case
from fadu.organs.kinds import Domain
from fadu.organs.models import Organ

FORMULA = frozenset("=+-@＝＋－＠\t\r\n")  # East Asian spreadsheets take the wide signs too
LONGEST = 1000  # characters of a view's address, as its column holds


@desk_page
def cases(request: DeskRequest) -> HttpResponse:
    """The list. A single hit of a search for a number opens at once."""
    acting = request.acting
    filters = lists.read_filters(request.GET.dict())
    found = lists.filtered(reaching.cases(acting), filters, acting.today)
    after = request.GET.get("after", "")
    leaf = lists.leaf(found, by_due=filters.by_due, after=after)
    if filters.q and not after and len(leaf.rows) == 1 and leaf.rows[0].number == filters.q:
        return redirect("desk:case", leaf.rows[0].pk)
    context = {
        "rows": rows.rows(leaf.rows, acting.today),
        "after": leaf.after,
        "first": not after,
        "filters": filters,
        "q": filters.q,
        "unread": filters.unread,
        "states": lists.STATES,
        "domains": Domain.choices,
        "organs": organs(acting),
        "procedures": [(each.key, each.name) for each in names.procedures()],
        "assigns": bulk.may(acting),
        "views": SavedView.objects.filter(person=acting.person).order_by("name"),
    }
    return page(request, "desk/cases.html", context, here="cases")


@desk_page
def export(request: DeskRequest) -> StreamingHttpResponse:
    """Exactly the list that the filters show, all its pages, as CSV that office programs open (UTF-8 with mark)."""
    acting = request.acting
    filters = lists.read_filters(request.GET.dict())
    found = lists.filtered(reaching.cases(acting), filters, acting.today).select_related("organ", "handler")
    order = ("next_due_on", "pk") if filters.by_due else ("-opened_on", "-pk")
    response = StreamingHttpResponse(
        _lines(found.order_by(*order).iterator(chunk_size=1000), acting), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="cases-{acting.today.isoformat()}.csv"'
    return response


@desk_page
@require_POST
def save_view(request: DeskRequest) -> HttpResponse:
    """Keep the filters under a name, or let a kept view go."""
    query = lists.read_filters(request.POST.dict()).query
    name = request.POST.get("view", "").strip()[:40]
    if request.POST.get("drop"):
        SavedView.objects.filter(person=request.acting.person, name=name).delete()
        return redirect("desk:cases")
    if len(query) > LONGEST:
        messages.error(request, _("筛选条件太长，不能保存为视图"))
    elif name:
        SavedView.objects.update_or_create(person=request.acting.person, name=name, defaults={"query": query})
        messages.success(request, _("已保存视图“%(name)s”") % {"name": name})
    else:
        messages.error(request, _("请填写视图名称"))
    return redirect(f"{reverse('desk:cases')}?{query}")


def organs(acting: Acting) -> list[tuple[int, str]]:
    """The organs by which this person may filter: those his posts reach."""
    reach = acting.reach.q(handler=None, second=None, organ="pk", region="region")
    return list(Organ.objects.filter(reach).order_by("name").values_list("pk", "name")) if acting.reach else []


def _lines(found: Iterator[Case], acting: Acting) -> Iterator[str]:
    buffer = StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow([str(each) for each in rows.HEADINGS])
    for case in found:
        writer.writerow([inert(cell) for cell in rows.row(case, acting.today).cells()])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in FORMULA else cell
