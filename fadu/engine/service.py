"""送达: five ways, each with its own rule for the day on which a paper counts as served.

《行政处罚法》第六十一条 sends the organ to 《民事诉讼法》; electronic service needs the party's signed confirmation
(第六十一条第二款). The edition of 《民事诉讼法》 before 2022 was not seen: for that time the day that the officers
enter is taken as entered, and the paper says so; no period is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.acts import refuse
from fadu.engine.file import CaseFile, open_file
from fadu.engine.guards import ahead
from fadu.engine.labels import Label
from fadu.engine.models import Paper, Service, Way
from fadu.engine.refusals import Refusal
from fadu.law.calendar import standard_calendar
from fadu.law.due import last_day
from fadu.law.statute import Cite
from fadu.law.statutes import CIVIL_PROCEDURE_2021, CIVIL_PROCEDURE_2023, PENALTY_2021
from fadu.ledger.book import append
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Person
from fadu.organs.standing import standing

SERVE = gettext_lazy("送达")

UNSEEN = gettext_lazy("《民事诉讼法》（2022年以前的文本未见）")


@dataclass(frozen=True)
class Rule:
    """One way of service: its provision and how its day is found. ``day`` is what the officers must enter."""

    way: Way
    cites: Cite
    day: Label


def rules(on: date) -> dict[str, Rule]:
    """The five ways as the edition of 《民事诉讼法》 in force on ``on`` has them; empty before 2022 (not seen)."""
    for statute in (CIVIL_PROCEDURE_2023, CIVIL_PROCEDURE_2021):
        if statute.in_force and statute.in_force <= on:
            return {
                # 第八十八条第二款 “在送达回证上签收的日期为送达日期”
                Way.DIRECT: Rule(Way.DIRECT, statute[88, 2], gettext_lazy("签收日期")),
                # 第八十九条 “把诉讼文书留在受送达人的住所……即视为送达”: the day it is left.
                Way.LEFT: Rule(Way.LEFT, statute[89], gettext_lazy("留置日期")),
                # 第九十条第二款 “以送达信息到达受送达人特定系统的日期为送达日期”
                Way.ELECTRONIC: Rule(Way.ELECTRONIC, statute[90, 2], gettext_lazy("到达特定系统的日期")),
                # 第九十一条 “以回执上注明的收件日期为送达日期”
                Way.POST: Rule(Way.POST, statute[91], gettext_lazy("回执注明的收件日期")),
                # 第九十五条第一款 “自发出公告之日起，经过三十日，即视为送达”
                Way.NOTICE: Rule(Way.NOTICE, statute[95, 1], gettext_lazy("公告期满之日")),
            }
    return {}


def served_by_notice(sent_on: date) -> date | None:
    """The day on which service by public notice takes effect: the thirty days must have passed, so the day after the
    last of them. None before 2022: the sixty days of the older text were not seen."""
    rule = rules(sent_on).get(Way.NOTICE)
    if rule is None:
        return None
    # “经过三十日，即视为送达”: thirty whole days pass after the day of the notice; it is served when they are over.
    # The period runs to the party, who loses nothing by the reading that lets the last day pass.
    ends = last_day(rule.cites.statute.days(30), sent_on, standard_calendar())
    return date.fromordinal(ends.toordinal() + 1)


def serve(
    paper: Paper,
    way: str,
    *,
    by: Person,
    sent_on: date,
    receiver: str,
    second: Person | None = None,
    served_on: date | None = None,
    place: str = "",
    consent: str = "",
    witness: str = "",
) -> Service:
    """Serve a paper. ``served_on`` is the day the way's rule asks for; by notice it is reckoned. Raises ``Refused``.

    Entering ``served_on`` later is done with ``receipt``.
    """
    with transaction.atomic():
        file = open_file(paper.case_id, lock=True)
        paper.refresh_from_db(fields=["voided_on"])
        rule = rules(sent_on).get(way)
        if way == Way.NOTICE and rule is not None:
            served_on = served_by_notice(sent_on)
        refuse(_reasons(file, paper, way, rule, by, second, sent_on, served_on, consent, witness))
        service = Service.objects.create(
            paper=paper,
            way=way,
            receiver=receiver,
            place=place,
            sent_on=sent_on,
            served_on=served_on,
            consent=consent,
            witness=witness,
            by=by,
            second=second,
            cites=str(rule.cites) if rule else str(UNSEEN),
        )
        append(
            file.case.number,
            "serve",
            actor=by.username,
            on=sent_on,
            at=timezone.now(),
            cites=[rule.cites.key] if rule else [],
            content={"paper": paper.number or paper.kind, "way": way, "sent_on": sent_on, "served_on": served_on},
        )
    return service


def receipt(service: Service, served_on: date, *, by: Person) -> Service:
    """Enter the day on which a paper sent earlier counts as served (回执、签收)."""
    with transaction.atomic():
        file = open_file(service.paper.case_id, lock=True)
        service.refresh_from_db(fields=["served_on"])
        rule = rules(service.sent_on).get(service.way)
        reasons = [*ahead(served_on, SERVE, rule.cites if rule else None)]
        if service.served_on:
            reasons.append(Refusal(rule.cites if rule else None, SERVE, _("送达日期已经登记")))
        if served_on < service.sent_on:
            reasons.append(Refusal(rule.cites if rule else None, SERVE, _("送达日期早于送出日期")))
        if not standing([by], file.case.organ_id, served_on)[by.pk].holds((*HANDLING, "clerk")):
            reasons.append(Refusal(None, SERVE, _("%(person)s当日不是本机关办案人员") % {"person": by.name}))
        refuse(reasons)
        service.served_on = served_on
        service.save(update_fields=["served_on"])
        append(
            file.case.number,
            "receipt",
            actor=by.username,
            on=served_on,
            at=timezone.now(),
            cites=[rule.cites.key] if rule else [],
            content={"paper": service.paper.number or service.paper.kind, "served_on": served_on},
        )
    return service


def _reasons(
    file: CaseFile,
    paper: Paper,
    way: str,
    rule: Rule | None,
    by: Person,
    second: Person | None,
    sent_on: date,
    served_on: date | None,
    consent: str,
    witness: str,
) -> list[Refusal]:
    cites = rule.cites if rule else None
    found = []
    if paper.voided_on:
        found.append(Refusal(None, SERVE, _("文书已经作废")))
    found += ahead(sent_on, SERVE, cites)
    if served_on and way != Way.NOTICE:  # by notice the day of service is reckoned and may lie ahead
        found += ahead(served_on, SERVE, cites)
    if sent_on < paper.issued_on:
        found.append(Refusal(cites, SERVE, _("送出日期早于文书制作日期")))
    if served_on and served_on < sent_on:
        found.append(Refusal(cites, SERVE, _("送达日期早于送出日期")))
    if way in {Way.DIRECT, Way.LEFT} and served_on is None:
        found.append(Refusal(cites, SERVE, _("须填写%(day)s") % {"day": rule.day if rule else _("送达日期")}))
    if way == Way.ELECTRONIC and not consent.strip():
        found.append(Refusal(PENALTY_2021[61, 2], SERVE, _("电子送达须当事人同意并签订确认书")))
    if way == Way.LEFT and not witness.strip():
        found.append(Refusal(cites, SERVE, _("留置送达须有见证人，或者拍照、录像记录")))
    if way == Way.NOTICE and rule is None and served_on is None:
        found.append(Refusal(None, SERVE, _("2022年以前的公告送达期间原文未见，须由经办人填写送达日期")))
    at = standing([each for each in (by, second) if each], file.case.organ_id, sent_on)
    found += [
        Refusal(None, SERVE, _("%(person)s当日不是本机关办案人员") % {"person": each.name})
        for each in (by, second)
        if each and not at[each.pk].holds((*HANDLING, "clerk"))
    ]
    return found
