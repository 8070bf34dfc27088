"""期限 as the desk shows it: the lamp, the last day, what is left in the unit the law counts in, the derivation."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.desk.reaching import reachable
from fadu.engine import deadlines, warnings
from fadu.engine.file import open_file
from fadu.engine.models import Case
from fadu.interface import words
from fadu.law.calendar import Calendar, standard_calendar
from fadu.law.periods import Unit
from fadu.law.statute import Cite


def lamp_key(
    due: date | None, today: date, *, met: date | None = None, stopped: bool = False, seen: bool = True
) -> str:
    """Which lamp a limit carries: the engine's ladder for a running one, and the states that are on no rung."""
    if due is None:
        return "none"
    if met is not None:
        return "late" if seen and met > due else "met"
    if stopped and seen:
        return "stopped"
    return warnings.lamp(due, today, seen=seen)


def left(due: date, today: date, unit: Unit | None, *, moment: datetime | None = None) -> str:
    """剩3个工作日, 今日届满, 逾期2日: in working days where the law counts in them, in hours where it counts hours."""
    if unit is Unit.HOUR and moment is not None:
        hours = int((moment - timezone.now()).total_seconds() // 3600)
        if hours >= 0:
            return ngettext("剩%(n)d小时", "剩%(n)d小时", hours) % {"n": hours}
        return ngettext("逾期%(n)d小时", "逾期%(n)d小时", -hours) % {"n": -hours}
    if due == today:
        return _("今日届满")
    early, late = sorted((due, today))
    working = unit is Unit.WORKING_DAY
    number = standard_calendar().between(early, late) if working else (late - early).days
    if due > today:
        if working:
            return ngettext("剩%(n)d个工作日", "剩%(n)d个工作日", number) % {"n": number}
        return ngettext("剩%(n)d日", "剩%(n)d日", number) % {"n": number}
    if working:
        return ngettext("逾期%(n)d个工作日", "逾期%(n)d个工作日", number) % {"n": number}
    return ngettext("逾期%(n)d日", "逾期%(n)d日", number) % {"n": number}


def local(moment: datetime) -> str:
    """A moment as pages print it: Asia/Shanghai, to the minute."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def clock(case: Case, running: deadlines.Clock, today: date, *, lines: bool = False) -> words.Clock:
    """One of a case's limits as a Clock; with ``lines`` its derivation is at hand, else it is fetched."""
    limit = running.limit
    lit = lamp_key(running.ends_on, today, met=running.met_on, stopped=running.stopped, seen=limit.seen)
    open_one = running.met_on is None and limit.seen
    return words.Clock(
        limit.name,
        running.ends_on,
        words.LAMPS[lit],
        moment=timezone.localtime(running.ends_at) if running.ends_at else None,
        left=left(running.ends_on, today, limit.within.unit if limit.within else None, moment=running.ends_at)
        if open_one and lit != "stopped"
        else "",
        projected=running.projected,
        cite=limit.cites,
        missed=limit.missed,
        address=reverse("desk:derivation", args=[case.pk, limit.key, running.began_on.isoformat()]),
        lines=derivation_lines(running) if lines else (),
    )


def derivation_lines(running: deadlines.Clock, calendar: Calendar | None = None) -> list[tuple[str, Cite | str | None]]:
    """The derivation in the reader's language; one line where the day was set in a paper and not reckoned."""
    answer = deadlines.derivation(running, calendar)
    if answer is None:
        said = _("该日由文书确定，不按期间计算：%(day)s") % {"day": running.ends_on.isoformat()}
        return [(said, running.limit.cites)]
    return [(line.text, line.cite) for line in answer.lines("en" if (get_language() or "").startswith("en") else "zh")]


@desk_page
def derivation(request: DeskRequest, key: int, limit: str, began: str) -> HttpResponse:
    """How a last day came about: a fragment under the day for htmx, a page of its own without scripts."""
    case = reachable(request.acting, key)
    for running in deadlines.reckon(open_file(case)):
        if running.limit.key == limit and (running.began_on.isoformat() == began or began == "now"):
            shown = clock(case, running, request.acting.today, lines=True)
            if request.headers.get("HX-Request"):
                return page(request, "desk/derivation_lines.html", {"clock": shown, "lines": shown.lines})
            return page(request, "desk/derivation.html", {"case": case, "clock": shown}, here="cases")
    raise Http404
