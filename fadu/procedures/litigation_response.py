"""行政应诉 ——《行政诉讼法》（2017年修正），2018年适用解释，负责人出庭应诉规定（自2020年7月1日）。

诉讼法的期间全部是自然日，末日遇节假日顺延（解释第四十八条）。法院的期限由法院遵守，这里只登记被告的。
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Procedure, Step
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import LITIGATION_2017 as L
from fadu.law.statutes import LITIGATION_READING_2018 as J
from fadu.procedures.litigation_instances import (
    EFFECTIVE,
    JUDGED,
    REMANDED,
    RULINGS,
    allocation,
    answer,
    appeal,
    appeal_answer,
    complaint,
    court,
    defendant,
    evidence_extension,
    hearing,
    judgment,
    late_evidence,
    objection,
    other_appeal,
    second_hearing,
    second_judgment,
    summons,
)
from fadu.procedures.litigation_record import AGAINST, LitigationResponse
from fadu.procedures.papers import litigation as papers

effect = Step(
    "effect",
    _("裁判生效"),
    L[94],
    court,
    after=[judgment, second_judgment],
    only=JUDGED & Q(effective_on=None),
    dated="effective_on",
    asks=("duty", "perform_by", "holding"),
    needs=("result",),
    guards=(
        Guard(L[89, 1, 3], ~REMANDED, _("发回重审的，须先有重审的裁判")),
        Guard(
            L[85],
            Q(appealed_on=None) | Q(second_judged_on__isnull=False),
            _("上诉的，须先有二审裁判"),
        ),
        Guard(
            L[94],
            ~Q(result__in=AGAINST)
            | ~Q(duty="")
            | Q(result__in=["revoked", "partly_revoked", "unlawful", "void", "changed"]),
            _("判决本机关履行的，须写明义务"),
        ),
    ),
)
retrial_service = Step(
    "retrial_service",
    _("收到再审申请书副本"),
    J[111],
    court,
    after=[effect],
    only=EFFECTIVE,
    must=NEVER,
    dated="retrial_copy_on",
)
retrial_answer = Step(
    "retrial_answer",
    _("提交再审书面意见"),
    J[111],
    defendant,
    after=[retrial_service],
    only=Q(retrial_copy_on__isnull=False),
    must=NEVER,
    dated="retrial_answered_on",
)
performance = Step(
    "performance",
    _("履行生效裁判"),
    L[94],
    defendant,
    after=[effect],
    only=EFFECTIVE & ~Q(duty=""),
    dated="performed_on",
    needs=("performance",),
)
# No article asks for it; it is what the purpose of the law (第一条 “监督行政机关依法行使职权”) is served by.
loss_review = Step(
    "loss_review",
    _("败诉案件分析"),
    L[1],
    defendant,
    after=[effect],
    only=EFFECTIVE & Q(result__in=AGAINST),
    must=NEVER,
    dated="examined_on",
    needs=("loss_causes",),
    yields=[Document("loss_report", _("败诉案件分析报告"), L[1], compose=papers.loss_report, word="应析")],
)
closing = Step(
    "closing",
    _("办结归档"),
    ARCHIVES_2024[19],
    defendant,
    after=[effect, performance],
    only=EFFECTIVE,
    closes=True,
)

LITIGATION_RESPONSE = Procedure(
    "litigation_response",
    "2017",
    _("行政应诉"),
    [L[3, 3], L[34], L[35], L[36], L[67], L[85], L[94]],
    LitigationResponse,
    in_force=(date(2018, 2, 8), None),  # the day from which the interpretation, on which its periods rest, is in force
    steps=[
        complaint,
        allocation,
        objection,
        evidence_extension,
        late_evidence,
        answer,
        summons,
        hearing,
        judgment,
        appeal,
        other_appeal,
        appeal_answer,
        second_hearing,
        second_judgment,
        effect,
        retrial_service,
        retrial_answer,
        performance,
        loss_review,
        closing,
    ],
    limits=[
        Limit(
            "defence",
            _("十五日内提交答辩状、证据和规范性文件"),
            L[67, 1],
            complaint,
            [answer],
            within=L.days(15),
            missed=_("无正当理由逾期提供证据的，视为没有相应证据（第三十四条第二款）"),
        ),
        Limit(
            "late_evidence",
            _("正当事由消除后十五日内提供证据"),
            J[34],
            "obstacle_over_on",
            [late_evidence],
            within=J.days(15),
            only=Q(extension_granted=True),
            missed=_("视为被诉行政行为没有相应的证据"),
        ),
        Limit(
            "appeal",
            _("十五日内上诉"),
            L[85],
            "judgment_served_on",
            [appeal, other_appeal, effect],
            within=L.days(15),
            only=~Q(first_result__in=RULINGS),
            missed=_("逾期不上诉的，第一审判决发生法律效力"),
            whose="party",
        ),
        Limit(
            "ruling_appeal",
            _("十日内对裁定上诉"),
            L[85],
            "ruling_served_on",
            [appeal, other_appeal, effect],
            within=L.days(10),
            only=Q(first_result__in=RULINGS),
            missed=_("逾期不上诉的，第一审裁定发生法律效力"),
            whose="party",
        ),
        Limit(
            "appeal_answer",
            _("十五日内提出二审答辩状"),
            J[108, 2],
            "appeal_copy_on",
            [appeal_answer, second_judgment],
            within=J.days(15),
        ),
        Limit(
            "retrial_answer",
            _("十五日内提交再审书面意见"),
            J[111],
            retrial_service,
            [retrial_answer],
            within=J.days(15),
        ),
        Limit(
            "performance",
            _("生效裁判确定的履行期限"),
            L[94],
            effect,
            [performance],
            within=None,
            day="perform_by",
            missed=_("人民法院可以划拨、按日罚款、公告、提出司法建议（第九十六条）"),
        ),
    ],
    word="应案",
)
