"""谁来做: the roles of the coercive measures."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Role
from fadu.law.statutes import COERCION_2011 as L

officers = Role(
    "officers",
    _("具备资格的行政执法人员"),
    L[18, None, 2],
    posts=("officer",),
    at_least=2,
    certified=True,  # 第十七条第三款 “具备资格的行政执法人员”
)
head = Role("head", _("行政机关负责人"), L[18, None, 1], posts=("head", "principal"))
organ = Role("organ", _("行政机关"), L[27], posts=("officer", "clerk", "head", "principal"))
financial = Role("financial", _("金融机构"), L[33, 3], posts=("officer", "clerk", "head", "principal"), outside=True)
