"""经处罚机关提交的行政复议申请 ——《行政复议法》（2023年修订）第三十二条；实施条例（2026年）第三十八条。

不服当场作出或者依据电子技术监控设备记录作出的处罚决定，可以把申请交给作出处罚的机关：它认为处罚违法或者不当的，自行纠正并
告知申请人和行政复议机关；认为需要维持的，五日内转送。转送后，行政复议机关另立行政复议案件，并与本案关联。
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import NEVER, Document, Guard, Limit, Procedure, Role, Step
from fadu.engine.facts import account, choice, day, never, testimony, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration_hand_in as papers

NEW_RULES = date(2026, 7, 1)
PENALTIES = (  # 第三十二条第一款
    ("on_the_spot", _("当场作出的行政处罚决定")),
    ("surveilled", _("依据电子技术监控设备记录的违法事实作出的行政处罚决定")),
)
CORRECTIONS = (  # 条例第三十八条第一款 “采取撤销、变更行政处罚决定等方式予以纠正”
    ("revoked", _("撤销处罚决定")),
    ("changed", _("变更处罚决定")),
    ("other", _("其他方式")),
)
_STAFF = ("officer", "clerk", "head", "principal")


class ReconsiderationHandIn(Record):
    handed_in_on = day(_("收到行政复议申请日期"), L[32, 2])
    channel = choice(_("提交方式"), L[22, 2], (("online", _("互联网渠道")), ("paper", _("书面"))))
    penalty = choice(_("处罚决定的种类"), L[32, 1], PENALTIES)
    act = account(_("不服的行政处罚决定"), L[32, 1])
    knew_on = day(_("知道或者应当知道行政行为日期"), L[20, 1])
    requests = account(_("行政复议请求"), R[27, 1, 3])
    pleaded = testimony(_("申请行政复议的主要事实和理由"), R[27, 1, 3])
    corrected_on = day(_("自行纠正日期"), R[38, 1])
    correction = choice(_("纠正的方式"), R[38, 1], CORRECTIONS)
    correction_content = account(_("纠正的内容和理由"), R[38, 1])
    told_on = day(_("告知申请人和行政复议机关日期"), R[38, 1])
    insists = yes(_("申请人仍坚持对原处罚决定申请行政复议"), R[38, 2])
    redirected_on = day(_("告知申请人向行政复议机关申请日期"), R[38, 2])
    forwarded_on = day(_("转送日期"), L[32, 2])
    forwarded_to = text(_("有管辖权的行政复议机关"), L[32, 2])

    class Meta:
        verbose_name = _("经处罚机关提交的行政复议申请")
        verbose_name_plural = _("经处罚机关提交的行政复议申请")
        indexes = [models.Index(fields=["handed_in_on"], name="hand_in_received")]
        constraints = [
            never(
                Q(forwarded_on__isnull=False, corrected_on__isnull=False),
                L[32, 2],
                "hand_in_either",
                _("已经自行纠正的，不再转送；申请人仍坚持的，告知其向行政复议机关申请"),
            ),
            never(Q(told_on__lt=F("corrected_on")), R[38, 1], "hand_in_told", _("告知不能早于纠正")),
        ]


applicant = Role("applicant", _("申请人"), L[32, 1], posts=_STAFF, outside=True)
organ = Role("organ", _("作出行政处罚决定的机关"), L[32, 2], posts=_STAFF)
head = Role("head", _("机关负责人"), R[38, 1], posts=("head", "principal"))

UNDECIDED = Q(corrected_on=None, forwarded_on=None)
hand_in = Step(
    "hand_in",
    _("收到行政复议申请"),
    L[32, 2],
    applicant,
    dated="handed_in_on",
    asks=("channel", "requests", "pleaded", "knew_on"),
    needs=("penalty", "act"),
    told=_("作出处罚的机关收到了你的行政复议申请，五个工作日内自行纠正或者转送行政复议机关"),
)
# “按照法定程序”: the decision itself is revoked or changed in its own case, which is linked to this one.
self_correction = Step(
    "self_correction",
    _("自行纠正"),
    R[38, 1],
    head,
    after=[hand_in],
    only=UNDECIDED,
    must=NEVER,
    dated="corrected_on",
    needs=("correction", "correction_content"),
    told=_("作出处罚的机关自行纠正了处罚决定"),
)
telling = Step(
    "correction_telling",
    _("告知申请人和行政复议机关"),
    R[38, 1],
    organ,
    after=[self_correction],
    only=Q(corrected_on__isnull=False),
    dated="told_on",
    asks=("insists",),
    yields=[
        Document(
            "self_correction_notice",
            _("行政处罚自行纠正告知书"),
            R[38, 1],
            compose=papers.correction_notice,
            word="复纠",
            served=True,
        )
    ],
    told=_("自行纠正的情况已经告知你和行政复议机关"),
)
redirection = Step(
    "redirection",
    _("告知申请人向行政复议机关申请"),
    R[38, 2],
    organ,
    after=[telling],
    only=Q(insists=True),
    dated="redirected_on",
    needs=("forwarded_to",),
    told=_("请向有管辖权的行政复议机关申请；从提交申请到告知的期间不计入申请期限"),
)
forwarding = Step(
    "forwarding",
    _("转送行政复议机关"),
    L[32, 2],
    organ,
    after=[hand_in],
    only=UNDECIDED,
    must=Q(corrected_on=None),
    dated="forwarded_on",
    needs=("forwarded_to",),
    yields=[
        Document(
            "forwarding_letter",
            _("行政复议申请转送函"),
            L[32, 2],
            compose=papers.forwarding_letter,
            word="复送",
        )
    ],
    told=_("你的申请已经转送行政复议机关"),
)
closing = Step(
    "closing",
    _("办结归档"),
    ARCHIVES_2024[19],
    organ,
    after=[hand_in, telling, redirection, forwarding],
    guards=(Guard(L[32, 2], Q(corrected_on__isnull=False) | Q(forwarded_on__isnull=False), _("须先自行纠正或者转送")),),
    closes=True,
)


def title(facts: Mapping[str, Any]) -> str:
    """不服某处罚决定, as the case is called."""
    return f"不服{facts.get('act') or '行政处罚决定'}提交行政复议申请"[:200]


RECONSIDERATION_HAND_IN = Procedure(
    "reconsideration_hand_in",
    "2023",
    _("经处罚机关提交的行政复议申请"),
    [L[32], R[38]],
    ReconsiderationHandIn,
    in_force=(date(2024, 1, 1), None),
    steps=[hand_in, self_correction, telling, redirection, forwarding, closing],
    limits=[
        Limit(
            "forwarding",
            _("五日内转送行政复议机关"),
            L[32, 2],
            hand_in,
            [forwarding, self_correction],
            within=L.days(5),
        ),
        Limit(
            "self_correction",
            _("5个工作日内自行纠正并告知"),
            R[38, 1],
            hand_in,
            [telling, forwarding],
            within=R.working_days(5),
            only=Q(handed_in_on__gte=NEW_RULES),
        ),
    ],
    word="复收",
    application=Application(
        _("经处罚机关提交行政复议申请"),
        L[32, 1],
        "hand_in",
        group=_("不服行政行为"),
        says=_(
            "对当场作出的处罚，或者电子监控记录的违法作出的处罚不服，可以把行政复议申请交给作出处罚的机关。"
            "它认为处罚不当的自行纠正，认为需要维持的五个工作日内转送行政复议机关。"
        ),
        items=(
            Item("name", R[27, 1, 1], of_applicant=True),
            Item("kind", R[27, 1, 1], of_applicant=True),
            Item("id_number", R[27, 1, 1], of_applicant=True, required=False, hint=_("公民填写身份证号码")),
            Item(
                "code", R[27, 1, 1], of_applicant=True, required=False, hint=_("法人或者其他组织填写统一社会信用代码")
            ),
            Item("phone", R[27, 1, 1], of_applicant=True),
            Item("address", R[27, 1, 1], of_applicant=True, hint=_("住所、送达地址")),
            Item("penalty", L[32, 1]),
            Item("act", L[32, 1], hint=_("决定书的名称、文号")),
            Item("knew_on", L[20, 1], required=False, hint=_("收到决定书之日")),
            Item("requests", R[27, 1, 3], hint=_("例如：请求撤销该处罚决定")),
            Item("pleaded", R[27, 1, 3]),
        ),
        enclosures=(
            Enclosure("identity", _("身份证明"), R[27, 1], required=True),
            Enclosure("decision", _("行政行为的决定书或者其他材料"), L[30, 1, 2]),
        ),
        to=Q(kind__in=["department", "branch", "authorised", "township"]),
        title=title,
        channel="channel",
    ),
)
