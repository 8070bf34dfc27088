"""法制审核、集体讨论、决定和送达 ——《行政处罚法》（2021年修订）第五十七条至第六十一条。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Deliberation, Document, Guard, Outcome, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import MARKET_PUBLICITY_2021 as G
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures import penalty_hearing as hearings
from fadu.procedures import penalty_inquiry as inquiries
from fadu.procedures import penalty_notice as notices
from fadu.procedures.papers import penalty as papers
from fadu.procedures.papers.content import contents
from fadu.procedures.penalty_inquiry import INVESTIGATION, UNDECIDED
from fadu.procedures.penalty_notice import TO_PUNISH
from fadu.procedures.penalty_ordinary_record import BY_MARKET_RULES, PUNISHED, TO_REVIEW, UNPUNISHED
from fadu.procedures.penalty_record import KINDS
from fadu.procedures.penalty_roles import case_reviewer, head, officers, reviewer

INQUIRED = Q(ended_inquiry_on__isnull=False)
SENTENCE = (
    *KINDS, "fine", "income", "goods_value", "licence", "other_words", "restricted_until", "correct_by",
    "requirements", "performance", "pay_by", "collector", "surcharge_stated", "law_applied", "scale", "discretion",
    "emergency", "fined_before", "fined_in_crime", "of_note", "low_fine", "elsewhere",
)  # fmt: skip
SPARED = ("facts_found", "basis", "correction", "requirements")


def _spared(key: str, name: Label, cites: Cite, *needs: str) -> Outcome:
    return Outcome(key, name, cites, sets={"result": key}, needs=("reason", *needs), asks=SPARED)


# --- 法制审核和集体讨论 -----------------------------------------------------------------------------------------------

review_request = Step(
    "review_request",
    _("提请法制审核"),
    L[58, 1],
    officers,
    after=[inquiries.end_of_inquiry],
    only=UNDECIDED & INQUIRED,
    must=TO_PUNISH & (TO_REVIEW | BY_MARKET_RULES),
    dated="sent_for_review_on",
    asks=("public_interest", "difficult", "other_law", "grave"),
    repeats=True,
)
# 审核在决定之前；经过听证的在听证结束之后（第五十八条第一款第二项）。
# 审核与告知孰先，处罚法没有写；市监在告知之前（程序规定第五十六条）。
review = Step(
    "review",
    _("法制审核"),
    L[58, 1],
    reviewer,
    after=[review_request, hearings.hearing, hearings.report],
    only=UNDECIDED & INQUIRED,
    must=TO_PUNISH & TO_REVIEW,
    dated="reviewed_on",
    needs=("review_opinion",),
    asks=("first_review", "jurist"),
    interim=True,
    outcomes=[
        Outcome("agreed", _("同意"), L[58, 1], sets={"review_passed": True}),
        Outcome("corrected", _("建议纠正"), L[58, 1], sets={"review_passed": False, "review_corrected": True}),
        Outcome("supplemented", _("建议补充调查"), L[58, 1], sets={"review_passed": False, "review_corrected": True}),
        Outcome("refused", _("不同意"), L[58, 1], sets={"review_passed": False, "review_corrected": True}),
    ],
    yields=[Document("review_opinion", _("法制审核意见书"), L[58, 1], word="法审", compose=papers.review_opinion)],
    not_by=(*INVESTIGATION, inquiries.verification, notices.notice, notices.defence, review_request),
    repeats=True,
)
# 程序规定第五十二条：法制审核范围以外适用普通程序的案件，由办案机构或者其他机构审核；已经法制审核的，不再审核一次。
case_review = Step(
    "case_review",
    _("案件审核"),
    M[52, 1],
    case_reviewer,
    after=[review_request],
    only=UNDECIDED & INQUIRED & Q(market=True) & ~TO_REVIEW,
    must=TO_PUNISH & BY_MARKET_RULES & ~TO_REVIEW & Q(reviewed_on=None),
    dated="case_reviewed_on",
    needs=("case_review_opinion",),
    interim=True,
    outcomes=[
        Outcome("agreed", _("同意"), M[54, None, 1], sets={"case_review_passed": True}),
        Outcome("corrected", _("建议纠正"), M[54, None, 2], sets={"case_review_passed": False}),
        Outcome("supplemented", _("建议补充调查"), M[54, None, 3], sets={"case_review_passed": False}),
    ],
    not_by=(*INVESTIGATION, inquiries.verification, notices.notice, notices.defence, review_request),
    repeats=True,
)
deliberation = Step(
    "deliberation",
    _("负责人集体讨论"),
    L[57, 2],
    head,
    after=[inquiries.end_of_inquiry, notices.defence, hearings.hearing, hearings.report, review],
    only=UNDECIDED & INQUIRED,
    must=TO_PUNISH & (Q(grave=True) | BY_MARKET_RULES & TO_REVIEW),  # 程序规定第六十条第二款
    dated="deliberated_on",
    # 第五十七条第二款“负责人应当集体讨论”没有写人数；一人不成集体，最少二人。
    deliberation=Deliberation(L[57, 2], at_least=2),
    yields=[
        Document("deliberation_record", _("行政处罚案件集体讨论记录"), L[57, 2], compose=papers.deliberation_record)
    ],
    repeats=True,
)

# --- 决定和送达 -------------------------------------------------------------------------------------------------------

decision = Step(
    "decision",
    _("决定"),
    L[57, 1],
    head,
    after=[
        inquiries.end_of_inquiry,
        inquiries.preservation_disposal,
        notices.notice,
        notices.telling,
        notices.defence,
        hearings.hearing,
        hearings.report,
        review,
        case_review,
        deliberation,
    ],
    only=UNDECIDED & Q(not_filed_on=None, stopped_inquiry_on=None),
    must=Q(stopped_inquiry_on=None),
    dated="decided_on",
    waits=[hearings.term_to_ask],
    outcomes=[
        Outcome(
            "punished",
            _("给予行政处罚"),
            L[57, 1, 1],
            sets={"result": "punished"},
            # 第五十九条第一款的各项；第二十八条第一款责令改正；第四十条查明事实；第四十六条证据查证属实
            needs=("facts_found", "basis", "penalty", "facts_clear", "verified", "correction"),
            asks=SENTENCE,
        ),
        # minor 和 first_offence 即第五十七条第一款第二项的“依法可以不予行政处罚”
        _spared("minor", _("违法行为轻微并及时改正，没有造成危害后果，不予处罚"), L[33, 1], "educated"),
        _spared("first_offence", _("初次违法且危害后果轻微并及时改正，不予处罚"), L[33, 1], "educated"),
        _spared("no_fault", _("没有主观过错，不予处罚"), L[33, 2], "educated"),
        _spared("underage", _("不满十四周岁，不予处罚"), L[30]),
        _spared("incapable", _("不能辨认或者不能控制自己行为，不予处罚"), L[31]),
        _spared("barred", _("超过追责期限，不再给予处罚"), L[36, 1]),
        _spared("unfounded", _("违法事实不能成立，不予处罚"), L[57, 1, 3]),
        Outcome(
            "referred",
            _("涉嫌犯罪，移送司法机关"),
            L[57, 1, 4],  # 第二十七条第一款“应当及时将案件移送司法机关”
            sets={"result": "referred"},
            needs=("reason", "police"),
            asks=("crime", "facts_found"),
        ),
    ],
    yields=[
        Document("decision_approval", _("案件处理呈批表"), L[57, 1], compose=papers.decision_approval),
        Document(
            "penalty_decision",
            _("行政处罚决定书"),
            L[59, 1],
            word="罚决",
            served=True,
            only=PUNISHED,
            compose=papers.penalty_decision,
            contents=contents,
        ),
        Document(
            "rectification_notice",
            _("责令改正通知书"),
            L[28, 1],
            word="责改",
            served=True,
            only=Q(correction__in=["ordered", "deadline"]),
            compose=papers.rectification_notice,
        ),
        Document(
            "no_penalty_decision",
            _("不予行政处罚决定书"),
            L[57, 1],
            word="不罚决",
            served=True,
            only=UNPUNISHED,
            compose=papers.no_penalty_decision,
            contents=contents,
        ),
        Document(
            "referral_letter",
            _("案件移送书"),
            L[27, 1],
            word="移",
            only=Q(result="referred"),
            compose=papers.referral_letter,
        ),
    ],
    told=_("作出决定"),
)
service = Step(
    "service",
    _("决定书送达"),
    L[61, 1],
    officers,
    after=[decision],
    only=PUNISHED | UNPUNISHED,
    dated="served_on",
    serves="penalty_decision",
    asks=("handed_over", "told_publicity"),
    guards=[
        Guard(
            G[8],
            ~PUNISHED | Q(market=False) | Q(told_publicity=True),
            _("送达时应当书面告知当事人处罚信息将向社会公示"),
        )
    ],
    yields=[Document("service_receipt", _("送达回证"), L[61, 1], compose=papers.service_receipt)],
    told=_("决定书送到你手里"),
)

STEPS = (review_request, review, case_review, deliberation, decision, service)
