"""行政执法投诉举报 ——《民营经济促进法》第五十三条（2025年5月20日起）；《行政执法监督条例》（2026年2月1日起）。

Complaints about enforcement itself: 及时受理、依法处理, without a number of days in either text. The case complained of
is linked (``complains_of``); whoever handled it does not look into the complaint.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Item
from fadu.engine.declare import NEVER, Guard, Limit, Outcome, Procedure, Role, Step
from fadu.engine.facts import account, choice, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import PRIVATE_ECONOMY_2025 as L
from fadu.law.statutes import SUPERVISION_2025 as S
from fadu.law.statutes import TANGSHAN_HOTLINE_2025 as TS
from fadu.procedures.petition_intake import STAFF

SUPERVISED = date(2026, 2, 1)
CHANNELS = (
    ("online", _("信息网络")),
    ("phone", _("电话")),
    ("paper", _("书信")),
    ("visit", _("走访")),
)
# 《唐山市12345政务服务便民热线条例》第三十二条 lists what is complained of; the national texts list nothing.
CONDUCT = (
    ("slow", _("慢作为、不作为")),
    ("arbitrary", _("乱作为")),
    ("charges", _("乱收费、乱摊派")),
    ("inspections", _("乱检查")),
    ("fines", _("乱罚款")),
    ("manner", _("执法方式、态度")),
    ("other", _("其他")),
)
FOUND = (
    ("proper", _("执法合法、适当")),
    ("omitted", _("应当履行而未履行职责")),
    ("improper", _("明显不当")),
    ("unlawful", _("违法")),
)
NOTICES = (
    ("prompting", _("行政执法监督督办函")),
    ("opinion", _("行政执法监督意见书")),
    ("decision", _("行政执法监督决定书")),
)
WRONG = Q(found__in=["omitted", "improper", "unlawful"])


class EnforcementComplaint(Record):
    channel = choice(_("提出的形式"), L[53, 1], CHANNELS)
    private_business = yes(_("投诉人是民营经济组织或者其经营者"), L[53, 1])
    organ_complained_of = text(_("被投诉的行政执法机关"), L[53, 1])
    case_complained_of = text(_("被投诉的案件或者执法行为"), L[53, 1])
    conduct = choice(_("投诉的行为"), TS[32], CONDUCT)
    facts = account(_("事实"), L[53, 1])
    received_on = day(_("收到日期"), L[53, 1])
    accepted_on = day(_("受理日期"), L[53, 1])
    key_supervision = yes(_("确定为重点监督事项"), S[20, 2])
    looked_into_on = day(_("核实日期"), L[53, 1])
    found = choice(_("核实结论"), L[53, 1], FOUND)
    findings = account(_("核实的事实"), L[53, 1])
    notice = choice(_("监督文书"), S[26, 1], NOTICES)
    notice_on = day(_("监督文书送达日期"), S[26, 1])
    correct_by = day(_("监督文书规定的报送纠正情况末日"), S[28, 2])
    corrected = account(_("纠正情况"), S[28, 2])
    corrected_on = day(_("报送纠正情况日期"), S[28, 2])
    objection = account(_("执法机关的异议和理由"), S[30])
    objected_on = day(_("提出异议日期"), S[30])
    objection_handled_on = day(_("处理异议日期"), S[30])
    passed_to = text(_("移送的机关"), S[33])
    passed_on = day(_("移送问题线索日期"), S[33])
    reply = account(_("答复内容"), L[53, 1])
    replied_on = day(_("答复投诉人日期"), L[53, 1])
    concluded_on = day(_("办结日期"), L[53, 1])

    class Meta:
        verbose_name = _("行政执法投诉举报")
        verbose_name_plural = _("行政执法投诉举报")
        indexes = [models.Index(fields=["received_on", "found"], name="enforcement_complaint")]
        constraints = [
            never(
                Q(notice_on__isnull=False) & ~WRONG,
                S[26, 1],
                "enforcement_notice_of_wrong",
                _("经核实存在问题的，才制发监督文书"),
            ),
            never(
                Q(notice="prompting") & ~Q(found="omitted"),
                S[27, 1],
                "enforcement_prompting",
                _("督办函用于应当履行而未履行职责的情形"),
            ),
            never(
                Q(notice="opinion", found="omitted"),
                S[28, 1],
                "enforcement_opinion",
                _("意见书用于违法或者明显不当的情形"),
            ),
            never(
                Q(accepted_on__lt=F("received_on")),
                L[53, 1],
                "enforcement_accepted_after",
                _("受理不能早于收到"),
            ),
        ]


def _title(facts: Mapping[str, Any]) -> str:
    return f"投诉{facts.get('organ_complained_of') or '行政执法行为'}"[:200]


def _procedure(edition: str, in_force: tuple[date, date | None]) -> Procedure:
    supervised = edition == "2026"
    person = Role("complainant", _("投诉人、举报人"), L[53, 1], posts=STAFF, outside=True)
    organ = Role("organ", _("处理投诉举报的政府部门"), L[53, 1], posts=STAFF)
    accused = Role("accused", _("被投诉的行政执法机关"), S[28, 2], posts=STAFF, outside=True)
    receipt = Step(
        "enforcement_complaint_receipt", _("收到执法投诉举报"), L[53, 1], person, dated="received_on",
        asks=("private_business", "case_complained_of", "conduct"), needs=("channel", "organ_complained_of", "facts"),
        told=_("你对行政执法的投诉举报已经收到"),
    )  # fmt: skip
    acceptance = Step(
        "enforcement_complaint_acceptance", _("及时受理"), L[53, 1], organ, after=[receipt], dated="accepted_on",
        asks=("key_supervision",) if supervised else (), needs=("conduct",), told=_("你的投诉举报已经受理"),
    )  # fmt: skip
    inquiry = Step(
        "complaint_inquiry", _("核实"), L[53, 2], organ, after=[acceptance], dated="looked_into_on",
        needs=("findings",), interim=True,
        outcomes=[Outcome(key, name, L[53, 2], sets={"found": key}) for key, name in FOUND],
    )  # fmt: skip
    notice = Step(
        "supervision_notice", _("制发监督文书"), S[26, 1], organ, after=[inquiry], only=WRONG, must=NEVER,
        dated="notice_on", asks=("correct_by",), repeats=True, interim=True,
        outcomes=[
            Outcome("prompting", NOTICES[0][1], S[27, 1], sets={"notice": "prompting"}, needs=("correct_by",)),
            Outcome("opinion", NOTICES[1][1], S[28, 1], sets={"notice": "opinion"}, needs=("correct_by",)),
            Outcome("decision", NOTICES[2][1], S[29], sets={"notice": "decision"}),
        ],
    )  # fmt: skip
    corrected = Step(
        "correction_report", _("报送纠正情况"), S[28, 2], accused, after=[notice], only=Q(notice_on__isnull=False),
        must=NEVER, dated="corrected_on", needs=("corrected",), repeats=True,
    )  # fmt: skip
    objection = Step(
        "supervision_objection", _("执法机关提出异议"), S[30], accused, after=[notice],
        only=Q(notice_on__isnull=False), must=NEVER, dated="objected_on", needs=("objection",),
    )  # fmt: skip
    answered = Step(
        "objection_handling", _("处理异议"), S[30], organ, after=[objection], only=Q(objected_on__isnull=False),
        dated="objection_handled_on",
    )  # fmt: skip
    passing = Step(
        "clue_transfer", _("移送问题线索"), S[33], organ, after=[inquiry], must=NEVER, dated="passed_on",
        needs=("passed_to",),
    )  # fmt: skip
    reply = Step(
        "complaint_reply", _("答复投诉人"), L[53, 1], organ, after=[inquiry], dated="replied_on", needs=("reply",),
        told=_("对你的投诉举报已经作出答复"),
    )  # fmt: skip
    extra = [notice, corrected, objection, answered, passing] if supervised else []
    closing = Step(
        "closing", _("办结归档"), ARCHIVES_2024[19], organ, after=[reply, *([answered] if supervised else [])],
        guards=[
            Guard(S[28, 2], Q(notice_on=None) | Q(corrected_on__isnull=False), _("执法机关尚未报送纠正情况"))
        ] if supervised else [],
        dated="concluded_on", closes=True,
    )  # fmt: skip
    limits = [
        Limit(
            "correction_report", _("监督文书规定的报送期限"), S[28, 2], "notice_on", [corrected], None,
            day="correct_by",
        ),
        # “应当自收到……之日起三十日内整改落实，并……报送整改落实情况”: of that city alone.
        Limit(
            "correction_report", _("三十日内整改落实并报送"), TS[33], "notice_on", [corrected], TS.days(30),
            only=Q(correct_by=None), regions=("1302",),
        ),
    ]  # fmt: skip
    return Procedure(
        "enforcement_complaint",
        edition,
        _("行政执法投诉举报"),
        [L[53, 1]],
        EnforcementComplaint,
        in_force=in_force,
        steps=[receipt, acceptance, inquiry, *extra, reply, closing],
        limits=limits if supervised else (),
        word="执诉",
        application=Application(
            _("对行政执法的投诉举报"),
            L[53, 1],
            step="enforcement_complaint_receipt",
            group=_("咨询、求助、投诉、建议"),
            says=_("认为行政执法违法、不当的，可以投诉举报；不服行政决定的，还可以依法申请行政复议或者提起行政诉讼。"),
            items=[
                Item("name", L[53, 1], of_applicant=True),
                Item("organ_complained_of", L[53, 1]),
                Item("case_complained_of", L[53, 1], required=False),
                Item("facts", L[53, 1]),
            ],
            to=Q(domain="justice") | Q(kind="government"),
            title=_title,
            channel="channel",
        ),
    )


ENFORCEMENT_COMPLAINT = _procedure("2026", (SUPERVISED, None))
ENFORCEMENT_COMPLAINT_2025 = _procedure("2025", (date(2025, 5, 20), date(2026, 1, 31)))
