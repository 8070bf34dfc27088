"""人民调解的步骤: from the application to the dossier ——《人民调解法》第四章、第五章（第十七条至第三十一条）."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Outcome, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.procedures.mediation_record import AGREED, COMES
from fadu.procedures.papers import mediation as papers

BEGUN = Q(refused_on=None, terminated_on=None, effective_on=None)
ENDED = Q(terminated_on__isnull=False)

mediator = Role("mediator", _("人民调解员"), L[19], posts=("mediator",))
committee = Role("committee", _("人民调解委员会"), L[27], posts=("mediator", "clerk"))
party = Role("party", _("当事人"), L[17], posts=("mediator", "clerk"), outside=True)
entruster = Role("entruster", _("委托、移送的机关"), L[18], posts=("mediator", "clerk"), outside=True)


def _paper(
    key: str, name: Label, cites: Cite, compose: Callable[[Mapping[str, Any]], object], word: str = ""
) -> Document:
    return Document(key, name, cites, compose=compose, word=word)


application = Step(
    "application",
    _("当事人申请调解"),
    L[17],
    party,
    only=Q(initiated_on=None, entrusted_on=None),
    must=NEVER,
    dated="applied_on",
    asks=("channel", "claims", "other_side", "other_contact"),
    needs=("dispute",),
    yields=[_paper("mediation_application", _("人民调解申请书"), L[17], papers.mediation_application)],
    told=_("调解委员会收到了您的调解申请"),
)
initiative = Step(
    "initiative",
    _("人民调解委员会主动调解"),
    L[17],
    mediator,
    only=Q(applied_on=None, entrusted_on=None),
    must=NEVER,
    dated="initiated_on",
    asks=("other_side", "other_contact"),
    needs=("dispute",),
    told=_("调解委员会主动为您的纠纷进行调解；您可以接受，也可以拒绝"),
)
# 第十八条 speaks of courts and the police, who may tell the parties of mediation before they accept a case. That other
# departments hand disputes over (接受委托移送) is a column of the ministry's table, not of this law.
entrustment = Step(
    "entrustment",
    _("接受委托、移送"),
    L[18],
    entruster,
    only=Q(applied_on=None, initiated_on=None),
    must=NEVER,
    dated="entrusted_on",
    asks=("entrusted_from", "other_side", "other_contact"),
    needs=("dispute", "entrusted_by"),
    told=_("您的纠纷已经转到调解委员会；您可以接受调解，也可以拒绝"),
)
registration = Step(
    "registration",
    _("受理登记"),
    L[27],
    mediator,
    after=[application, initiative, entrustment],
    only=BEGUN,
    dated="registered_on",
    asks=("people", "place", "chosen_by", "may_cause_case", "open_to_public"),
    needs=("kind", "told_rights"),
    guards=(Guard(L[17], COMES, _("写明纠纷怎样来的：当事人申请、主动调解，或者接受委托、移送")),),
    yields=[
        _paper("mediation_registration", _("人民调解受理登记表"), L[27], papers.mediation_registration, "人调登"),
        _paper("rights_notice", _("当事人权利义务告知书"), L[23], papers.rights_notice),
    ],
    told=_("调解委员会登记了您的纠纷，并告知您的权利和义务"),
)
# Refusing needs no form and no reason, and may come at any time before an agreement (第二十三条第（二）项).
refusal = Step(
    "refusal",
    _("一方明确拒绝调解"),
    L[17],
    party,
    only=BEGUN & COMES,
    must=NEVER,
    dated="refused_on",
    needs=("refused_by",),
    told=_("有一方当事人明确拒绝调解"),
)
session = Step(
    "session",
    _("调解"),
    L[22],
    mediator,
    after=[registration],
    only=BEGUN,
    must=NEVER,
    dated="session_on",
    asks=("session_place", "invited", "invited_consented", "may_cause_case", "fee"),
    needs=("session_record",),
    yields=[_paper("mediation_minutes", _("人民调解记录"), L[27], papers.mediation_minutes)],
    repeats=True,
    told=_("进行了一次调解"),
)
prevention = Step(
    "prevention",
    _("防止矛盾激化"),
    L[25],
    mediator,
    after=[registration],
    must=NEVER,
    dated="prevented_on",
    asks=("prevented", "prevented_people"),
    needs=("prevention",),
    repeats=True,
    strand="prevention",
)
police_report = Step(
    "police_report",
    _("向公安机关或者其他有关部门报告"),
    L[25],
    mediator,
    after=[registration],
    only=Q(may_cause_case=True),
    dated="reported_on",
    needs=("reported_to",),
    strand="prevention",
)
oral_agreement = Step(
    "oral_agreement",
    _("达成口头协议"),
    L[30],
    mediator,
    after=[registration],
    only=BEGUN & Q(drafted_on=None),
    must=NEVER,
    dated="effective_on",
    asks=("amount", "perform_by", "manner", "status", "duties"),
    needs=("agreed", "no_paper_wanted"),
    outcomes=[Outcome("oral", _("口头协议"), L[30], sets={"form": "oral"})],
    yields=[_paper("oral_agreement_sheet", _("口头协议登记表"), L[28], papers.oral_agreement_sheet, "人调口")],
    repeats=True,
    told=_("双方达成了口头协议，自达成之日起生效"),
)
drafting = Step(
    "drafting",
    _("制作调解协议书"),
    L[28],
    mediator,
    after=[registration],
    only=BEGUN,
    must=NEVER,
    dated="drafted_on",
    asks=("duties", "amount", "perform_by", "manner", "status"),
    needs=("agreed",),
    yields=[_paper("mediation_agreement", _("人民调解协议书"), L[29, 1], papers.mediation_agreement, "人调字")],
    repeats=True,
)
signing = Step(
    "signing",
    _("签名、盖章或者按指印，协议书生效"),
    L[29, 2],
    mediator,
    after=[drafting],
    only=BEGUN & Q(drafted_on__isnull=False),
    must=NEVER,
    dated="effective_on",
    needs=("parties_signed", "mediator_signed", "sealed"),
    outcomes=[Outcome("written", _("调解协议书"), L[29, 2], sets={"form": "written"})],
    repeats=True,
    told=_("调解协议书由各方签名、盖章，已经生效；您可以在三十日内与对方共同申请司法确认"),
)
return_visit = Step(
    "return_visit",
    _("监督履行、回访"),
    L[31, 2],
    mediator,
    after=[oral_agreement, signing],
    only=AGREED,
    dated="visited_on",
    needs=("visit",),
    outcomes=[
        Outcome("performed", _("已经履行"), L[31, 1], sets={"kept": "performed"}, needs=("performed_on",)),
        Outcome("partly", _("部分履行"), L[31, 2], sets={"kept": "partly"}),
        Outcome("unperformed", _("没有履行"), L[31, 2], sets={"kept": "unperformed"}),
    ],
    yields=[_paper("return_visit_record", _("人民调解回访记录"), L[31, 2], papers.return_visit_record)],
    repeats=True,
    interim=True,
    told=_("调解委员会回访了协议履行情况"),
)
termination = Step(
    "termination",
    _("终止调解"),
    L[26],
    mediator,
    after=[registration],
    only=Q(effective_on=None) & COMES,
    must=NEVER,
    dated="terminated_on",
    needs=("ways_told",),
    outcomes=[
        Outcome("failed", _("调解不成"), L[26]),
        Outcome("refused", _("当事人拒绝或者要求终止调解"), L[23, None, 2], needs=("refused_on", "refused_by")),
    ],
    yields=[_paper("termination_notice", _("终止调解告知书"), L[26], papers.termination_notice)],
    told=_("调解没有成功；您可以依法通过仲裁、行政、司法等途径维护自己的权利"),
)
closing = Step(
    "closing",
    _("立卷归档"),
    L[27],
    committee,
    after=[registration, police_report, return_visit],
    only=AGREED | ENDED,
    yields=[
        _paper("mediation_report", _("结案报告表"), L[27], papers.mediation_report),
        _paper("dossier_cover", _("人民调解卷宗封面"), L[27], papers.dossier_cover),
        _paper("dossier_note", _("卷宗情况说明"), L[27], papers.dossier_note),
        _paper("dossier_back", _("人民调解卷宗封底"), L[27], papers.dossier_back),
    ],
    closes=True,
    told=_("调解已经办结归档"),
)
