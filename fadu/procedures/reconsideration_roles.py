"""谁来做: the roles of reconsideration under the law of 2023.

The case lies with the 行政复议机关, a people's government or the superior department; its 行政复议机构 is the office
in it, whose 行政复议人员 hold the post of examiner there. The law asks of them a working certificate
(第四十五条第二款), not one of enforcement. What the applicant and the respondent do is entered by the office, or by the
applicant himself through the portal.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Role
from fadu.law.statutes import REVIEW_2023 as L

STAFF = ("examiner", "clerk", "office_head")

applicant = Role("applicant", _("申请人"), L[14, 1], posts=STAFF, outside=True)
respondent = Role("respondent", _("被申请人"), L[19, 1], posts=STAFF, outside=True)
maker = Role("maker", _("制定机关或者有权处理的机关"), L[58, 1], posts=STAFF, outside=True)
recipient = Role("recipient", _("收到意见书的机关"), L[76], posts=STAFF, outside=True)
office = Role("office", _("行政复议机构"), L[4, 2], posts=STAFF)
examiner = Role("examiner", _("行政复议人员"), L[36, 1], posts=("examiner", "office_head"))
# 第四十五条第二款 “行政复议人员不得少于两人”
examiners = Role("examiners", _("行政复议人员"), L[45, 2], posts=("examiner",), at_least=2)
office_head = Role("office_head", _("行政复议机构的负责人"), L[62, 1], posts=("office_head",))
organ_head = Role("organ_head", _("行政复议机关的负责人"), L[61, 1], posts=("head", "principal"))
