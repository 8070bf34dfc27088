"""行政复议答复: 被申请人一方的办理 ——《行政复议法》2017年第二十三条、2023年第四十八条、第五十四条、第七十七条。

收到申请书副本的行政机关按期答复举证、负责人参加听证、收到决定后履行。案件本身在行政复议机关办理。
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Outcome, Procedure, Role, Step
from fadu.engine.facts import account, choice, count, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import REVIEW_2017 as OLD
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration_answer as papers
from fadu.procedures.reconsideration_choices import DECISIONS

NEW_RULES = date(2026, 7, 1)
_STAFF = ("officer", "clerk", "head", "principal", "reviewer", "examiner")
RESULTS = (
    *DECISIONS,
    ("mediated", _("调解书")),
    ("dismissed", _("驳回行政复议申请")),
    ("terminated", _("终止行政复议")),
)


class ReconsiderationAnswer(Record):
    copy_on = day(_("收到申请书副本日期"), L[48])
    reconsideration_organ = text(_("行政复议机关"), L[48])
    notice_number = text(_("答复通知书文号"), L[48])
    act = account(_("被申请行政复议的行政行为"), L[48])
    summary = yes(_("适用简易程序"), L[54, 1])
    agents = count(_("指定的代理人人数"), R[18, 2])
    lawyers_only = yes(_("仅委托律师担任代理人"), R[18, 2])
    answered_on = day(_("书面答复日期"), L[48])
    answer = account(_("书面答复"), L[48])
    evidence_handed = yes(_("已经提交作出行政行为的证据、依据和其他有关材料"), L[48])
    own_evidence = yes(_("在行政复议期间自行收集证据"), L[46, 1])
    hearing_on = day(_("参加听证日期"), L[51, 3])
    respondent_head = text(_("参加听证的负责人"), L[51, 3])
    head_absence = text(_("负责人不能参加听证的理由"), L[51, 3])
    head_agent = text(_("受委托参加听证的工作人员"), L[51, 3])
    decided_on = day(_("收到决定书、调解书日期"), L[75, 2])
    result = choice(_("行政复议结果"), L[75, 2], RESULTS)
    duty = account(_("应当履行的内容"), L[77, 1])
    perform_by = day(_("履行期限"), L[77, 1])
    performed_on = day(_("履行日期"), L[77, 1])
    performance = account(_("履行情况"), L[77, 1])

    class Meta:
        verbose_name = _("行政复议答复")
        verbose_name_plural = _("行政复议答复")
        indexes = [models.Index(fields=["copy_on"], name="answer_copy")]
        constraints = [
            never(
                Q(own_evidence=True),
                L[46, 1],
                "answer_own_evidence",
                _("行政复议期间，被申请人不得自行向申请人和其他有关单位或者个人收集证据"),
            ),
            never(Q(answered_on__lt=F("copy_on")), L[48], "answer_after_copy", _("答复不能早于收到申请书副本")),
            never(
                Q(hearing_on__gte=date(2024, 1, 1), respondent_head="") & (Q(head_absence="") | Q(head_agent="")),
                L[51, 3],
                "answer_head",
                _("被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加"),
            ),
        ]


def _procedure(edition: str, in_force: tuple[date, date | None]) -> Procedure:
    new = edition == "2023"
    answering = L[48] if new else OLD[23, 1]
    performing = L[77, 1] if new else OLD[32, 1]
    outside = Role("reconsideration_organ", _("行政复议机关"), answering, posts=_STAFF, outside=True)
    respondent = Role("respondent", _("被申请人"), answering, posts=_STAFF)
    copy = Step(
        "copy_receipt",
        _("收到申请书副本和答复通知"),
        answering,
        outside,
        dated="copy_on",
        asks=("notice_number", "summary") if new else ("notice_number",),
        needs=("reconsideration_organ", "act"),
    )
    agents = (
        Guard(
            R[18, 2],
            Q(copy_on__lt=NEW_RULES) | Q(agents__gte=1, agents__lte=2, lawyers_only=False),
            _("应当指定1至2名工作人员作为代理人，不得仅委托律师"),
        ),
    )
    answer = Step(
        "answer",
        _("书面答复，提交证据和依据"),
        answering,
        respondent,
        after=[copy],
        only=Q(decided_on=None),
        must=NEVER,
        dated="answered_on",
        asks=("agents", "lawyers_only", "own_evidence") if new else ("own_evidence",),
        needs=("answer", "evidence_handed"),
        guards=agents if new else (),
        yields=[
            Document(
                "reconsideration_answer_letter",
                _("行政复议答复书"),
                answering,
                compose=papers.answer_letter,
                contents=papers.contents,
                word="复复",
            )
        ],
    )
    hearing = Step(
        "hearing",
        _("参加听证"),
        L[51, 3] if new else OLD[22],
        respondent,
        after=[copy],
        only=Q(decided_on=None),
        must=NEVER,
        dated="hearing_on",
        asks=("respondent_head", "head_absence", "head_agent"),
    )
    decided = Step(
        "decision_receipt",
        _("收到行政复议决定书、调解书"),
        L[75, 2] if new else OLD[31, 3],
        outside,
        after=[copy],
        dated="decided_on",
        asks=("duty", "perform_by"),
        outcomes=[Outcome(key, name, L[75, 2] if new else OLD[31, 3], sets={"result": key}) for key, name in RESULTS],
    )
    performance = Step(
        "performance",
        _("履行行政复议决定"),
        performing,
        respondent,
        after=[decided],
        only=Q(decided_on__isnull=False) & ~Q(duty=""),
        dated="performed_on",
        needs=("performance",),
    )
    closing = Step(
        "closing",
        _("办结归档"),
        ARCHIVES_2024[19],
        respondent,
        after=[decided, performance],
        closes=True,
    )
    brief = Q(summary=True)
    limits = [
        Limit(
            "answer",
            _("十日内书面答复"),
            answering,
            copy,
            [answer],
            within=(L if new else OLD).days(10),
            only=~brief,
            missed=_("视为该行政行为没有证据、依据"),
        )
    ]
    if new:
        limits.append(
            Limit(
                "summary_answer",
                _("五日内书面答复"),
                L[54, 1],
                copy,
                [answer],
                within=L.days(5),
                only=brief,
                missed=_("视为该行政行为没有证据、依据"),
            )
        )
    limits.append(
        Limit(
            "performing_by",
            _("决定书载明的履行期限"),
            performing,
            decided,
            [performance],
            within=None,
            day="perform_by",
        )
    )
    return Procedure(
        "reconsideration_answer",
        edition,
        _("行政复议答复"),
        [answering],
        ReconsiderationAnswer,
        in_force=in_force,
        steps=[copy, answer, hearing, decided, performance, closing],
        limits=limits,
        word="复答案",
    )


RECONSIDERATION_ANSWER = _procedure("2023", (date(2024, 1, 1), None))
RECONSIDERATION_ANSWER_2017 = _procedure("2017", (date(2018, 1, 1), date(2023, 12, 31)))
