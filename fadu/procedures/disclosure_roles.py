"""谁办依申请公开: the applicant, the third party, another organ, the unit for disclosure and its head."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Role
from fadu.law.statutes import DISCLOSURE_2019 as L

WORKING: Final = ("officer", "clerk", "head", "principal", "office_head")

applicant = Role("applicant", _("申请人"), L[27], posts=WORKING, outside=True)
third = Role("third", _("第三方"), L[32], posts=WORKING, outside=True)
other_organ = Role("other_organ", _("共同制作信息的机关"), L[34], posts=WORKING, outside=True)
# 第四条第一款 gives every organ a unit for this work; which of its people act is not in the text.
unit = Role("unit", _("政府信息公开工作机构"), L[29, 1], posts=WORKING)
# 第三十三条第二款 “应当经政府信息公开工作机构负责人同意”
unit_head = Role("unit_head", _("政府信息公开工作机构负责人"), L[33, 2], posts=("office_head", "head", "principal"))
