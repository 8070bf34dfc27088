"""司法建议、检察建议的记录: who suggested what, by when it must be answered, what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import JUDICIAL_SUGGESTION_2023 as S
from fadu.law.statutes import PROCURATORIAL_SUGGESTION_2019 as P

JUDICIAL = (  # 行政诉讼法第六十六条第二款、第九十六条第（四）项，解释第一百四十九条，出庭规定第十二条; 法释〔2023〕11号
    ("governance", _("综合治理")),
    ("norm", _("修改或者废止规范性文件")),
    ("appearance", _("负责人出庭应诉")),
    ("execution", _("拒不履行生效裁判")),
    ("other", _("其他")),
)
PROCURATORIAL = (
    ("general", _("一般检察建议")),
    ("public_interest", _("行政公益诉讼诉前检察建议")),
)
ADOPTED = (
    ("adopted", _("采纳")),
    ("partly", _("部分采纳")),
    ("declined", _("不采纳")),
)


class Suggestion(Record):
    received_on = day(_("收到建议书日期"), P[19])
    issuer = text(_("提出建议的人民法院或者人民检察院"), P[18])
    issuer_number = text(_("建议书编号"), S[6, 2])
    kind = choice(_("建议类别"), S[12], (*JUDICIAL, *PROCURATORIAL))
    problem = account(_("指出的问题"), S[1])
    suggested = account(_("建议的内容"), S[6, 1])
    urgent = yes(_("损害继续扩大等紧急情形"), P[19])
    reply_by = day(_("建议书载明的答复期限"), S[8, 1])
    allocated_on = day(_("分办日期"), S[8, 1])
    owner = text(_("承办机构"), S[8, 1])
    objected_on = day(_("提出异议日期"), P[23])
    objection = account(_("异议的理由"), P[23])
    withdrawn_on = day(_("检察建议撤回日期"), P[23])
    replied_on = day(_("书面答复日期"), S[8, 1])
    reply = account(_("书面答复的内容"), S[8, 1])
    adopted = choice(_("采纳情况"), S[8, 1], ADOPTED)
    urged_on = day(_("督促日期"), P[25])
    followed_on = day(_("整改落实日期"), P[25])
    followed = account(_("整改落实情况"), P[25])

    class Meta:
        verbose_name = _("司法建议和检察建议")
        verbose_name_plural = _("司法建议和检察建议")
        indexes = [models.Index(fields=["received_on", "kind"], name="suggestion_received")]
        constraints = [
            never(Q(replied_on__lt=F("received_on")), S[8, 1], "suggestion_replied", _("答复不能早于收到")),
            never(Q(followed_on__lt=F("received_on")), P[25], "suggestion_followed", _("整改落实不能早于收到")),
            never(Q(replied_on__isnull=False, adopted=""), S[8, 1], "suggestion_adopted", _("答复须写明采纳情况")),
        ]
