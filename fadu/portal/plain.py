"""What of a matter its party may follow, in plain words. Deny by default: a step that is not named here is not shown.

Named are the steps in which the party is met, told, heard or served, and those he takes himself; what goes on inside
the organ (立案审批、法制审核、集体讨论) is not. So a matter appears once its party knows of it, and not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from fadu.portal.pages import Label

STEPS: Final[Mapping[str, Label]] = {
    # 调查
    "showing": _("执法人员出示证件，当场查问"),
    "inquiry": _("执法人员找你调查、询问"),
    "inspection": _("执法人员到现场检查"),
    "sampling": _("抽样取证"),
    "urgent_preservation": _("有关物品被登记保存"),
    "preservation": _("有关物品被登记保存"),
    "preservation_disposal": _("对登记保存的物品作出处理"),
    # 告知和听取意见
    "telling": _("告诉你打算怎么处罚、为什么、有什么权利"),
    "defence": _("听取你的陈述、申辩"),
    "waiver": _("你放弃陈述、申辩"),
    "silence": _("期限内没有收到你的陈述、申辩"),
    "hearing_request": _("你要求听证"),
    "hearing_waiver": _("你放弃听证"),
    "hearing_notice": _("通知你听证的时间、地点"),
    "hearing": _("举行听证"),
    "hearing_end": _("听证终止"),
    # 决定和送达
    "decision": _("作出决定"),
    "service": _("决定书送到你手里"),
    "publication": _("决定信息公开"),
    "revocation": _("决定被变更或者撤销"),
    "withdrawal": _("公开的信息已撤回"),
    # 履行
    "payment": _("你缴清罚没款"),
    "collection": _("当场收缴罚款"),
    "surcharge": _("加处罚款"),
    "goods_disposal": _("处理没收的物品"),
    "deferral_request": _("你申请延期、分期缴纳"),
    "deferral": _("批准延期、分期缴纳"),
    "contest": _("你申请行政复议或者提起行政诉讼"),
    "contest_over": _("行政复议或者行政诉讼结束"),
    "performance": _("处罚决定履行完毕"),
    "demand": _("催告你履行"),
    "court_acceptance": _("法院受理强制执行申请"),
    "ruling": _("法院作出裁定"),
    "closing": _("办结"),
    # 查封、扣押、冻结
    "imposition": _("有关场所、物品被查封、扣押"),
    "freeze_delivery": _("冻结决定书送到你手里"),
    "examination": _("检测、检验、检疫或者鉴定"),
    "extension": _("告诉你查封、扣押、冻结期限延长"),
    "disposal": _("对查封、扣押的物品作出处理"),
    "freeze_disposal": _("对冻结的款项作出处理"),
    "return_goods": _("退还物品"),
    "bank_notice": _("通知解除冻结"),
    "bank_release": _("期满解除冻结"),
    "handover": _("告诉你物品已随案移送"),
    # 责令改正
    "order": _("责令你改正"),
    "recheck": _("复查是否改正"),
}
# 行刑衔接：是否移送公安机关，不经本系统告诉当事人。
CLOSED_PROCEDURES: Final = frozenset({"crime_referral"})
