"""行政处罚简易程序 ——《行政处罚法》（2021年修订）第五章第二节，第五十一条至第五十三条。"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Outcome, Procedure, Step
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L
from fadu.organs.kinds import Domain
from fadu.procedures.papers import penalty as papers
from fadu.procedures.papers.content import contents
from fadu.procedures.penalty_execution import NOW, execution
from fadu.procedures.penalty_inquiry import OFFENCE, PERSON, time_bar
from fadu.procedures.penalty_provisions import GONE
from fadu.procedures.penalty_publicity import of_note, of_note_limits, publication_steps, withdrawal_limit
from fadu.procedures.penalty_record import PROPOSED_ANY
from fadu.procedures.penalty_roles import head, officers, party, recusal
from fadu.procedures.penalty_summary_record import DECIDED, ONLY_FINE_OR_WARNING, SummaryPenalty

HEARD = Q(defended_on__isnull=False) | Q(waived_on__isnull=False)
UNDECIDED = Q(decided_on=None)
SENTENCE = (
    "warned", "fined", "fine", "facts_found", "basis", "place", "correction", "correct_by", "requirements", "pay_by",
    "collector", "surcharge_stated", "law_applied", "scale", "discretion", "emergency", "fined_before", "of_note",
)  # fmt: skip
OVER_LIMIT = _("超过当场处罚的限额，应当适用普通程序")

showing = Step(
    "showing",
    _("出示执法证件，当场查明事实"),
    L[52, 1],
    officers,
    only=UNDECIDED,
    dated="shown_on",
    needs=("act",),
    asks=("citizen", "place", "found_on", *OFFENCE[1:], *PERSON, "facts_found", "facts_clear"),
    told=_("执法人员出示证件，当场查问"),
)
telling = Step(
    "telling",
    _("告知拟处罚内容、事实、理由、依据和权利"),
    L[44],
    officers,
    after=[showing],
    only=UNDECIDED,
    dated="told_on",
    clears=("defended_on", "waived_on"),
    needs=("basis",),
    asks=("proposed_warned", "proposed_fined", "proposed_fine"),
    guards=[Guard(L[44], PROPOSED_ANY, _("应当告知拟作出的行政处罚内容"))],
    repeats=True,
    told=_("告诉你打算怎么处罚、为什么、有什么权利"),
)
defence = Step(
    "defence",
    _("听取陈述、申辩并复核"),
    L[45, 1],
    officers,
    after=[telling],
    only=UNDECIDED,
    must=Q(waived_on=None),
    dated="defended_on",
    interim=True,
    outcomes=[
        Outcome("heard", _("提出陈述、申辩，已听取并复核"), L[45, 1], needs=("defence", "adopted")),
        Outcome("none", _("当场询问，没有陈述、申辩意见"), L[45, 1]),
    ],
    repeats=True,
    told=_("听取你的陈述、申辩"),
)
waiver = Step(
    "waiver",
    _("当事人明确放弃陈述、申辩"),
    L[62],
    party,
    after=[telling],
    only=UNDECIDED,
    must=NEVER,
    dated="waived_on",
    told=_("你放弃陈述、申辩"),
)
decision = Step(
    "decision",
    _("当场作出处罚决定"),
    L[51],
    officers,
    after=[showing, telling, defence],
    only=UNDECIDED & Q(over_limit=False),
    dated="decided_on",
    needs=("penalty", "facts_clear"),
    asks=SENTENCE,
    guards=[
        Guard(L[62], HEARD, _("告知之后，尚未听取陈述、申辩，当事人也没有明确放弃")),
        Guard(L[51], ONLY_FINE_OR_WARNING, _("当场处罚只限罚款和警告")),
        Guard(L[51], ~Q(citizen=True, fine__gt=200), OVER_LIMIT),
        Guard(L[51], ~Q(citizen=False, fine__gt=3000), OVER_LIMIT),
    ],
    lapses=time_bar,
    yields=[
        Document(
            "summary_decision",
            _("当场行政处罚决定书"),
            L[52, 1],
            word="当罚",
            served=True,
            compose=papers.summary_decision,
            contents=contents,
        )
    ],
    told=_("作出决定"),
)
delivery = Step(
    "service",
    _("当场交付决定书"),
    L[52, 1],
    officers,
    after=[decision],
    only=DECIDED,
    dated="served_on",
    asks=("unsigned",),  # “当事人拒绝签收的，应当在行政处罚决定书上注明”
    serves="summary_decision",
    yields=[Document("service_receipt", _("送达回证"), L[52, 1], compose=papers.service_receipt)],
    told=_("决定书送到你手里"),
)
reporting = Step("reporting", _("报所属行政机关备案"), L[52, 3], officers, after=[decision], dated="reported_on")
archiving = Step("archiving", _("材料交机关归档"), L[47], officers, after=[decision], must=NEVER, dated="archived_on")
# 第五十四条第一款“除……可以当场作出的行政处罚外”：不符合当场处罚条件的，适用普通程序，另立案件。
to_ordinary = Step(
    "to_ordinary",
    _("不符合当场处罚条件，转普通程序"),
    L[54, 1],
    officers,
    after=[showing],
    only=UNDECIDED,
    must=NEVER,
    needs=("over_limit",),
    closes=True,
)
publication, revocation, withdrawal = publication_steps(decision, DECIDED, Q(of_note=True))
strand = execution(
    NOW,
    delivery,
    L[68],  # 第五十三条：依照第六十七条至第六十九条履行
    [Guard(L[68, None, 1], ~Q(collection="small", fine__gt=100), _("以数额较小当场收缴的，罚款应当在一百元以下"))],
)
closing = Step(
    "closing",
    _("结案归档"),
    L[47],
    head,
    after=[delivery, reporting, withdrawal],
    only=DECIDED,
    guards=[
        Guard(
            L[53],
            Q(performed_on__isnull=False) | Q(ruled_on__isnull=False) | GONE,
            _("处罚决定尚未履行完毕，人民法院也没有裁定"),
        )
    ],
    yields=[
        Document("closing_approval", _("结案审批表"), L[47], compose=papers.closing_approval),
        Document("dossier_cover", _("案卷封面"), L[47], compose=papers.dossier_cover),
    ],
    closes=True,
    told=_("办结"),
)

PENALTY_SUMMARY = Procedure(
    "penalty_summary",
    "2021",
    _("行政处罚简易程序"),
    [*L[51:53], L[44], L[45], L[62]],
    SummaryPenalty,
    in_force=(date(2021, 7, 15), None),
    steps=[
        showing,
        telling,
        defence,
        waiver,
        decision,
        delivery,
        reporting,
        archiving,
        to_ordinary,
        publication,
        revocation,
        withdrawal,
        *strand.steps,
        closing,
    ],
    limits=[
        *strand.limits,
        # 第五十二条第三款“应当报所属行政机关备案”没有天数；市监七个工作日内归档（程序规定第七十条）。
        Limit(
            "market_archiving",
            _("简易程序材料归档"),
            M[70],
            decision,
            [archiving],
            M.working_days(7),
            only=Q(decided_on__gte=date(2022, 11, 1)),
            domains=(Domain.MARKET.value,),
        ),
        *of_note_limits(decision, publication, DECIDED),
        withdrawal_limit(revocation, withdrawal),
    ],
    publicity=[of_note(decision, DECIDED)],
    recusal=recusal,
    word="简",
)
