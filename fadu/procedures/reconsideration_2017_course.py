"""行政复议的旧法：申请、受理和审理 ——《行政复议法》（2017年修正）第三章、第四章，2007年实施条例。"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Lapse, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import REVIEW_2017 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as R
from fadu.procedures.papers import reconsideration as first
from fadu.procedures.papers import reconsideration_examination as middle
from fadu.procedures.reconsideration_acceptance import OPEN, STATED, TO_CORRECT
from fadu.procedures.reconsideration_examination import GOING_ON, RUNNING, SUSPENDED
from fadu.procedures.reconsideration_norm import FORWARDED, NORM
from fadu.procedures.reconsideration_roles import STAFF

applicant = Role("applicant", _("申请人"), L[10, 1], posts=STAFF, outside=True)
respondent = Role("respondent", _("被申请人"), L[10, 4], posts=STAFF, outside=True)
recipient = Role("recipient", _("收到意见书的机关"), R[57, 1], posts=STAFF, outside=True)
office = Role("office", _("行政复议机关负责法制工作的机构"), L[3, 1], posts=STAFF)
examiner = Role("examiner", _("行政复议人员"), R[32], posts=("examiner", "office_head"))
examiners = Role("examiners", _("行政复议人员"), R[34, 2], posts=("examiner",), at_least=2)
organ_head = Role("organ_head", _("行政复议机关的负责人"), L[28, 1], posts=("head", "principal"))


def paper(key: str, name: Label, cites: Cite, compose: Any, word: str = "", contents: Any = None) -> Document:
    """A paper of the organ; a numbered one is served."""
    return Document(key, name, cites, compose=compose, contents=contents, word=word, served=bool(word))


receipt = Step(
    "receipt", _("收到行政复议申请"), L[17, 1], applicant, dated="received_on", asks=STATED, needs=("respondent",),
    yields=[paper("reconsideration_application", _("行政复议申请书"), R[19, 1], first.application)],
    told=_("行政复议机关收到了你的申请"),
)  # fmt: skip
correction_notice = Step(
    "correction_notice", _("通知补正"), R[29], office, after=[receipt], only=OPEN, must=NEVER,
    dated="correction_told_on", needs=("correction_items", "correct_by"),
    yields=[paper("correction_notice", _("补正通知书"), R[29], first.correction_notice, "复补", first.contents)],
    told=_("申请材料需要补正，请在补正通知载明的期限内补齐"),
)  # fmt: skip
correcting = Step(
    "correcting", _("收到补正材料"), R[29], applicant, after=[correction_notice], only=OPEN & TO_CORRECT, must=NEVER,
    dated="corrected_on", asks=STATED, told=_("行政复议机关收到了补正材料"),
)  # fmt: skip
abandonment = Step(
    "abandonment", _("逾期不补正，视为放弃申请"), R[29], office, after=[correction_notice], only=OPEN & TO_CORRECT,
    must=NEVER, dated="abandoned_on", asks=("correct_by",),
    guards=(Guard(R[29], Q(abandoned_on__gt=F("correct_by")), _("补正期限没有届满")),),
    closes=True, told=_("没有在期限内补正，视为放弃申请"),
)  # fmt: skip
# 第十七条第二款 “收到之日起即为受理”: what is entered here is that it was not refused within the five days.
acceptance = Step(
    "acceptance", _("受理"), L[17, 2], office, after=[receipt],
    only=OPEN & (Q(correction_told_on=None) | Q(corrected_on__isnull=False)),
    asks=("prior", "major", "act_public", "decide_by", "decide_law"), needs=("accepted_on",),
    guards=(
        Guard(L[17, 2], Q(accepted_on=F("received_on")), _("行政复议申请自收到之日起即为受理：受理日期就是收到日期")),
        Guard(
            R[16, 1], Q(omission_since=None) | Q(urgent_protection=True) | Q(received_on__gte=F("omission_since")),
            _("履行期限没有届满；没有规定期限的，行政机关收到申请没有满60日"),
        ),
        Guard(
            R[8], Q(applicants=None) | Q(applicants__lte=5) | Q(representatives__gte=1, representatives__lte=5),
            _("申请人超过5人的，推选1至5名代表"),
        ),
        Guard(
            L[9, 2], Q(period_until=None) | (Q(applied_on__lte=F("period_until")) & ~Q(period_reason="")),
            _("申请期限另行计算的，须写明理由，申请不能晚于该日"),
        ),
    ),
    lapses=[
        Lapse(
            L[9, 1], "knew_on", L.days(60, "party"), by="applied_on", says=_("超过知道具体行政行为之日起六十日"),
            unless=Q(period_until__isnull=False) | Q(omission_since__isnull=False) | Q(urgent_protection=True),
        ),
        Lapse(
            R[16, 1], "omission_since", L.days(60, "party"), by="applied_on", says=_("超过六十日的申请期限"),
            unless=Q(period_until__isnull=False) | Q(urgent_protection=True),
        ),
    ],
    yields=[
        paper(
            "acceptance_notice", _("行政复议申请受理通知书"), L[17, 2], first.acceptance_notice, "复受", first.contents
        )
    ],
    told=_("行政复议机关受理了你的申请"),
)  # fmt: skip
refusal = Step(
    "refusal", _("不予受理"), L[17, 1], organ_head, after=[receipt], before=[acceptance], only=OPEN, must=NEVER,
    dated="refused_on", asks=("competent", "prior", *STATED), needs=("refusal_ground", "refusal_reason"),
    yields=[paper("refusal_decision", _("不予受理行政复议申请决定书"), L[17, 1], first.refusal_decision, "复不受",
                  first.contents)],
    closes=True, told=_("行政复议机关决定不予受理你的申请，并书面告知理由"),
)  # fmt: skip
# 第十七条第一款后段 and 第十八条: the application is good, but another organ's.
redirection = Step(
    "redirection", _("告知向有关行政复议机关提出"), L[17, 1], office, after=[receipt], before=[acceptance], only=OPEN,
    must=NEVER, needs=("competent",), closes=True, told=_("你的申请属于其他行政复议机关受理，请向其提出"),
)  # fmt: skip
forwarding = Step(
    "forwarding", _("转送有关行政复议机关"), L[18], office, after=[receipt], before=[acceptance], only=OPEN, must=NEVER,
    needs=("competent",), closes=True, told=_("你的申请已经转送有管辖权的行政复议机关"),
)  # fmt: skip
sending = Step(
    "sending", _("发送申请书副本，通知答复"), L[23, 1], office, after=[acceptance], only=RUNNING, dated="sent_on",
    yields=[paper("answer_notice", _("行政复议答复通知书"), L[23, 1], middle.answer_notice, "复答")],
    told=_("申请书副本已经发给被申请人，要求其书面答复并提交证据"),
)  # fmt: skip
reaching = Step(
    "reaching", _("被申请人收到申请书副本"), L[23, 1], office, after=[sending], only=RUNNING, dated="reached_on",
    serves="answer_notice",
)  # fmt: skip
answer = Step(
    "answer", _("被申请人答复并提交证据"), L[23, 1], respondent, after=[reaching], only=RUNNING, must=NEVER,
    dated="answered_on", asks=("own_evidence",), needs=("answer", "evidence_handed"),
    told=_("被申请人已经答复，你可以查阅答复和证据材料"),
)  # fmt: skip
file_reading = Step(
    "file_reading",
    _("申请人、第三人查阅材料"),
    L[23, 2],
    office,
    after=[answer],
    only=RUNNING,
    must=NEVER,
    repeats=True,
)
gathering = Step(
    "gathering", _("调查取证"), R[34, 2], examiners, after=[acceptance], only=GOING_ON, must=NEVER,
    dated="gathered_on", asks=("examined_from", "examined_until"), needs=("gathered",), repeats=True,
)  # fmt: skip
# 第二十二条 “原则上采取书面审查的办法”: heard on request, or where the office thinks it needful.
listening = Step(
    "listening", _("听取申请人、被申请人和第三人的意见"), L[22], examiner, after=[acceptance], only=GOING_ON,
    must=NEVER, dated="heard_on", needs=("heard_by", "views"), repeats=True,
    told=_("行政复议机构听取了当事人的意见"),
)  # fmt: skip
hearing = Step(
    "hearing", _("举行听证"), R[33], examiner, after=[sending], only=GOING_ON, must=NEVER, dated="hearing_on",
    asks=("hearing_at", "hearing_place", "hearing_matters", "respondent_head", "head_absence", "head_agent"),
    needs=("hearing_record",), strand="hearing",
    yields=[paper("hearing_minutes", _("行政复议听证笔录"), R[33], middle.hearing_minutes)],
    told=_("本案以听证的方式审理"),
)  # fmt: skip
stay = Step(
    "stay", _("停止执行"), L[21], examiner, after=[acceptance], only=RUNNING, must=NEVER, dated="stayed_on",
    needs=("stay_ground",), yields=[paper("stay_notice", _("停止执行通知书"), L[21], middle.stay_notice, "复停")],
    told=_("行政复议期间，具体行政行为停止执行"),
)  # fmt: skip
suspension = Step(
    "suspension", _("中止审理"), R[41, 1], examiner, after=[acceptance], only=RUNNING & Q(suspended_on=None),
    must=NEVER, dated="suspended_on", asks=("norm", "norm_own_motion", "norm_competent", "norm_maker"),
    needs=("suspension_ground",),
    guards=(Guard(L[26], ~Q(suspension_ground="norm") | ~Q(norm=""), _("处理期间中止的，须写明受审查的规定")),),
    yields=[paper("suspension_notice", _("行政复议中止通知书"), R[41, 3], middle.suspension_notice, "复中")],
    told=_("行政复议中止，中止期间不计入审理期限"),
)  # fmt: skip
norm_forwarding = Step(
    "norm_forwarding", _("转送有权处理的机关"), L[26], office, after=[suspension], only=FORWARDED & SUSPENDED,
    dated="norm_forwarded_on", asks=("norm_forward_reached_on",), strand="norm",
    yields=[paper("norm_forwarding_letter", _("规范性文件转送函"), L[26], middle.norm_forwarding, "复转")],
)  # fmt: skip
norm_reply = Step(
    "norm_reply", _("有权机关回复处理意见"), L[26], respondent, after=[norm_forwarding], only=FORWARDED & SUSPENDED,
    must=NEVER, dated="norm_replied_on", asks=("norm_forward_reached_on",), needs=("norm_opinion",), strand="norm",
)  # fmt: skip
norm_conclusion = Step(
    "norm_conclusion", _("附带审查处理"), L[27], office, after=[norm_forwarding], only=NORM & SUSPENDED,
    dated="norm_concluded_on", needs=("norm_result", "norm_opinion"), strand="norm",
)  # fmt: skip
resumption = Step(
    "resumption", _("恢复审理"), R[41, 2], examiner, after=[suspension, norm_conclusion], only=RUNNING & SUSPENDED,
    dated="resumed_on",
    yields=[paper("resumption_notice", _("行政复议恢复审理通知书"), R[41, 3], middle.resumption_notice, "复恢")],
    told=_("行政复议恢复审理"),
)  # fmt: skip
extension = Step(
    "extension", _("延长审理期限"), L[31, 1], organ_head, after=[acceptance], only=GOING_ON, must=NEVER,
    dated="extended_on", needs=("extension_days", "extension_reason"),
    guards=(Guard(L[31, 1], Q(extension_days__lte=30), _("延长期限最多不超过三十日")),),
    yields=[paper("extension_notice", _("行政复议延期审理通知书"), L[31, 1], middle.extension_notice, "复延")],
    told=_("案情复杂，审理期限延长，最多三十日"),
)  # fmt: skip
