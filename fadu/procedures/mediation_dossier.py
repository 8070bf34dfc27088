"""人民调解卷宗的十三项 ——《人民调解法》第二十七条 “立卷归档”; the parts as the dossiers of 2010 forms in use list them.

“必须” and “按需” are the list's own. An oral agreement has its registration sheet where the written one stands.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.engine.parts import Part

PARTS = (
    Part(
        _("人民调解申请书或者受理登记表"),
        papers=("mediation_application", "mediation_registration"),
        words=("申请书",),
        required=True,
    ),
    Part(_("当事人权利义务告知书"), papers=("rights_notice",), required=True),
    Part(_("当事人身份证明"), words=("身份证", "户口", "营业执照"), required=True),
    Part(_("授权委托书"), words=("委托书",)),
    Part(_("调查记录"), words=("调查",)),
    Part(_("证据材料"), rest=True),
    Part(_("人民调解记录"), papers=("mediation_minutes",), words=("调解记录",), required=True),
    Part(
        _("人民调解协议书"),
        papers=("mediation_agreement", "oral_agreement_sheet", "termination_notice"),
        words=("协议书",),
        required=True,
    ),
    Part(_("履行凭证"), words=("收条", "汇款", "收据", "履行")),
    Part(_("回访记录"), papers=("return_visit_record",), words=("回访",)),
    Part(_("司法确认有关材料"), papers=("confirmation_application",), words=("确认",)),
    Part(_("卷宗情况说明"), papers=("dossier_note", "mediation_report")),
    Part(_("封底"), papers=("dossier_back",), words=("封底",), required=True),
)
