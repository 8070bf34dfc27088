"""司法建议和检察建议 —— 2018年行诉解释，法释〔2023〕11号，检察建议工作规定（摘录），检察公益诉讼解释。

两者由不同的机关提出，依据不同，是两个程序；收到、分办、答复、采纳、跟踪的步骤相同。
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Outcome, Procedure, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import JUDICIAL_SUGGESTION_2023 as S
from fadu.law.statutes import LITIGATION_READING_2018 as J
from fadu.law.statutes import PROCURATORIAL_SUGGESTION_2019 as P
from fadu.law.statutes import PUBLIC_INTEREST_2018 as OLD
from fadu.law.statutes import PUBLIC_INTEREST_2020 as G
from fadu.procedures.papers import suggestion as papers
from fadu.procedures.suggestion_record import JUDICIAL, PROCURATORIAL, Suggestion

_STAFF = ("officer", "examiner", "clerk", "head", "principal", "reviewer")
NEW_READING = date(2021, 1, 1)  # 检察公益诉讼解释（2020年修正）
COURT_RULES = date(2023, 11, 16)  # 法释〔2023〕11号第十三条
REPLIES = (
    ("adopted", _("采纳")),
    ("partly", _("部分采纳")),
    ("declined", _("不采纳")),
)


def _steps(issuer: Label, receipt: Cite, reply: Cite, kinds: tuple[str, ...], *, objects: bool) -> dict[str, Step]:
    """The steps of one of the two; a procuratorial one may be objected to (检察建议工作规定第二十三条)."""
    outside = Role("issuer", issuer, receipt, posts=_STAFF, outside=True)
    organ = Role("organ", _("被建议单位"), reply, posts=_STAFF)
    head = Role("head", _("机关负责人"), reply, posts=("head", "principal"))
    received = Step(
        "suggestion_receipt",
        _("收到建议书"),
        receipt,
        outside,
        dated="received_on",
        asks=("issuer_number", "problem", "urgent", "reply_by"),
        needs=("issuer", "kind", "suggested"),
        guards=(Guard(receipt, Q(kind__in=kinds), _("这一类建议由另一个机关提出")),),
    )
    allocation = Step(
        "allocation",
        _("分办"),
        reply,
        head,
        after=[received],
        must=NEVER,
        dated="allocated_on",
        needs=("owner",),
    )
    steps = {"received": received, "allocation": allocation}
    if objects:
        steps["objection"] = Step(
            "suggestion_objection",
            _("提出异议"),
            P[23],
            organ,
            after=[received],
            only=Q(replied_on=None),
            must=NEVER,
            dated="objected_on",
            needs=("objection",),
        )
        steps["withdrawal"] = Step(
            "suggestion_withdrawal",
            _("异议成立，检察建议撤回"),
            P[23],
            outside,
            after=[received, steps["objection"]],
            only=Q(objected_on__isnull=False, replied_on=None),
            must=NEVER,
            dated="withdrawn_on",
            closes=True,
        )
    replying = Step(
        "suggestion_reply",
        _("书面答复"),
        reply,
        organ,
        after=[received],
        only=Q(withdrawn_on=None),
        dated="replied_on",
        needs=("reply",),
        outcomes=[Outcome(key, name, reply, sets={"adopted": key}) for key, name in REPLIES],
        yields=[
            Document(
                "suggestion_reply_letter",
                _("建议书的答复函"),
                reply,
                compose=papers.reply_letter,
                contents=papers.contents,
                word="建复",
            )
        ],
    )
    urging = Step(
        "urging",
        _("督促"),
        P[25] if objects else S[8, 2],
        outside,
        after=[received],
        must=NEVER,
        dated="urged_on",
        repeats=True,
    )
    following = Step(
        "following",
        _("整改落实"),
        P[25] if objects else S[8, 2],
        organ,
        after=[replying],
        only=Q(adopted__in=["adopted", "partly"]),
        must=NEVER,
        dated="followed_on",
        needs=("followed",),
        repeats=True,
    )
    closing = Step(
        "closing",
        _("办结归档"),
        ARCHIVES_2024[19],
        organ,
        after=[replying],
        only=Q(replied_on__isnull=False),
        closes=True,
    )
    return steps | {"reply": replying, "urging": urging, "following": following, "closing": closing}


_court = _steps(_("人民法院"), J[149, 2], J[149, 2], tuple(key for key, _name in JUDICIAL), objects=False)
_prosecutor = _steps(_("人民检察院"), P[18], P[19], tuple(key for key, _name in PROCURATORIAL), objects=True)
_STATED = _("建议书载明的答复期限")

JUDICIAL_SUGGESTION = Procedure(
    "judicial_suggestion",
    "2018",
    _("司法建议办理"),
    [J[149, 2], S[8, 1], S[12]],
    Suggestion,
    in_force=(date(2018, 2, 8), None),
    steps=list(_court.values()),
    limits=[
        Limit(
            "norm_suggestion_reply",
            _("六十日内书面答复修改、废止规范性文件的建议"),
            J[149, 4],
            _court["received"],
            [_court["reply"]],
            within=J.days(60),
            only=Q(kind="norm"),
        ),
        # “答复期限根据具体情况确定，一般不超过两个月”: the letter sets the day; where it sets none, two months.
        Limit(
            "suggestion_reply",
            _("答复司法建议"),
            S[8, 1],
            _court["received"],
            [_court["reply"]],
            within=S.months(2),
            only=Q(kind="governance", reply_by=None, received_on__gte=COURT_RULES),
        ),
        Limit(
            "suggestion_reply_by",
            _STATED,
            S[8, 1],
            _court["received"],
            [_court["reply"]],
            within=None,
            day="reply_by",
            only=Q(reply_by__isnull=False) & ~Q(kind="norm"),
        ),
    ],
    word="司建",
)
PROCURATORIAL_SUGGESTION = Procedure(
    "procuratorial_suggestion",
    "2019",
    _("检察建议办理"),
    [P[18], P[19], P[23], P[25], G[21]],
    Suggestion,
    in_force=(date(2019, 2, 26), None),
    steps=list(_prosecutor.values()),
    limits=[
        Limit(
            "suggestion_reply",
            _("两个月以内处理并书面回复"),
            P[19],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=P.months(2),
            only=Q(kind="general", reply_by=None),
            missed=_("可以报告上级人民检察院、通报上级机关（第二十五条）"),
        ),
        # “因情况紧急需要……尽快处理的，可以根据实际情况确定相应的回复期限”
        Limit(
            "suggestion_reply_by",
            _STATED,
            P[19],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=None,
            day="reply_by",
            only=Q(kind="general", reply_by__isnull=False),
        ),
        Limit(
            "public_interest_reply",
            _("两个月内依法履行职责并书面回复"),
            G[21],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=G.months(2),
            only=Q(kind="public_interest", urgent=False, received_on__gte=NEW_READING),
            missed=_("人民检察院依法提起行政公益诉讼"),
        ),
        Limit(
            "public_interest_urgent",
            _("紧急情形十五日内书面回复"),
            G[21],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=G.days(15),
            only=Q(kind="public_interest", urgent=True, received_on__gte=NEW_READING),
            missed=_("人民检察院依法提起行政公益诉讼"),
        ),
        Limit(
            "public_interest_reply_2018",
            _("两个月内依法履行职责并书面回复"),
            OLD[21, 2],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=OLD.months(2),
            only=Q(kind="public_interest", urgent=False, received_on__lt=NEW_READING),
            missed=_("人民检察院依法提起行政公益诉讼"),
        ),
        Limit(
            "public_interest_urgent_2018",
            _("紧急情形十五日内书面回复"),
            OLD[21, 2],
            _prosecutor["received"],
            [_prosecutor["reply"]],
            within=OLD.days(15),
            only=Q(kind="public_interest", urgent=True, received_on__lt=NEW_READING),
            missed=_("人民检察院依法提起行政公益诉讼"),
        ),
    ],
    word="检建",
)
