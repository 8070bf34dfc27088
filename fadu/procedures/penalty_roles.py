"""谁来做: the roles of the penalty procedures under the 2021 edition."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Recusal, Role
from fadu.law.statutes import COERCION_2011 as C
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L

# 第四十二条第一款“执法人员不得少于两人，法律另有规定的除外”；“具有行政执法资格”以执法证件证明。
officers = Role("officers", _("执法人员"), L[42, 1], posts=("officer",), at_least=2, certified=True)
head = Role("head", _("行政机关负责人"), L[57, 1], posts=("head", "principal"))
reviewer = Role("reviewer", _("法制审核人员"), L[58, 1], posts=("reviewer",))
# 市监程序规定第五十二条第二款“由……办案机构或者其他机构负责实施”，第四十九条第三款“办案人员不得作为审核人员”。
case_reviewer = Role("case_reviewer", _("案件审核人员"), M[52, 2], posts=("officer", "reviewer", "head", "principal"))
presider = Role("presider", _("听证主持人"), L[64, 1, 4], posts=("presider",))
# 登记、归档等内部事务，法律没有规定人数和资格：由本机关经办人员办理（第四十七条全过程记录）。
handler = Role("handler", _("经办人员"), L[47], posts=("officer", "clerk"))
party = Role("party", _("当事人"), L[45, 1], posts=("officer", "clerk"), outside=True)
payer = Role("payer", _("当事人"), L[67, 3], posts=("officer", "clerk"), outside=True)
court = Role("court", _("人民法院"), C[56, 1], posts=("officer", "clerk"), outside=True)

recusal = Recusal(cites=L[43, 1], applies=L[43, 2], decides=L[43, 3], by=head)
