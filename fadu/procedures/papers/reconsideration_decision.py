"""行政复议的决定文书: decision, dismissal, mediation statement, termination, order to perform, opinion letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Field, Letter, Sheet, Signature
from fadu.engine.declare import Missing
from fadu.law.statute import Cite
from fadu.law.statutes import LITIGATION_2017 as LIT
from fadu.law.statutes import REVIEW_2017 as OLD
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as OLD_R
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers.content import Asked
from fadu.procedures.papers.parts import (
    amount,
    by_party,
    cited,
    filled,
    joined,
    name_of,
    on_day,
    opinion,
    proposal,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.reconsideration import by, court, letter, matter, old, respondent, rules
from fadu.procedures.papers.snapshot import Frozen, Snapshot

NEW = {
    "changed": L[63, 1],
    "revoked": L[64, 1],
    "partly_revoked": L[64, 1],
    "unlawful": L[65],
    "performance": L[66],
    "void": L[67],
    "upheld": L[68],
    "request_dismissed": L[69],
    "agreement": L[71, 1],
    "compensated": L[71, 2],
}
BEFORE = {"upheld": OLD[28, 1, 1], "performance": OLD[28, 1, 2], "request_dismissed": OLD_R[48, 1]}
WORDS = {
    "changed": "变更该行政行为",
    "revoked": "撤销该行政行为",
    "partly_revoked": "部分撤销该行政行为",
    "unlawful": "确认该行政行为违法",
    "performance": "责令被申请人在一定期限内履行法定职责",
    "void": "确认该行政行为无效",
    "upheld": "维持该行政行为",
    "request_dismissed": "驳回申请人的行政复议请求",
    "agreement": "责令被申请人承担行政协议责任",
    "compensated": "责令被申请人依法给予合理补偿",
}
ITEMS: dict[tuple[str, str], Cite] = {  # the item, where decision and ground name one
    ("changed", "unfit"): L[63, 1, 1],
    ("changed", "misapplied"): L[63, 1, 2],
    ("changed", "established"): L[63, 1, 3],
    ("revoked", "unclear"): L[64, 1, 1],
    ("revoked", "procedure"): L[64, 1, 2],
    ("revoked", "basis"): L[64, 1, 3],
    ("revoked", "powers"): L[64, 1, 4],
    ("partly_revoked", "unclear"): L[64, 1, 1],
    ("partly_revoked", "procedure"): L[64, 1, 2],
    ("partly_revoked", "basis"): L[64, 1, 3],
    ("partly_revoked", "powers"): L[64, 1, 4],
    ("unlawful", "grave_harm"): L[65, 1, 1],
    ("unlawful", "slight"): L[65, 1, 2],
    ("unlawful", "irrevocable"): L[65, 2, 1],
    ("unlawful", "altered"): L[65, 2, 2],
    ("unlawful", "pointless"): L[65, 2, 3],
    ("request_dismissed", "not_void"): R[61, 1, 1],
    ("request_dismissed", "impossible"): R[61, 1, 2],
    ("request_dismissed", "would_worsen"): R[61, 1, 3],
}


def basis(frozen: Frozen) -> tuple[Cite, ...]:
    """The provisions the decision rests on."""
    kind, ground = frozen.text("decision"), frozen.text("ground")
    if old(frozen):
        if ground == "unanswered":
            return (OLD[28, 1, 4],)
        return (BEFORE.get(kind, OLD[28, 1, 3]),)
    if ground == "unanswered":
        return (L[70],)
    return (ITEMS.get((kind, ground)) or NEW.get(kind, L[61, 1]),)


def review_report(snapshot: Snapshot) -> Sheet:
    """审理意见: the office proposes, the head of the organ agrees or a meeting resolves (第六十一条第一款)."""
    frozen = Frozen(snapshot)
    return Sheet(
        "行政复议案件审理意见",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("申请人", name_of(frozen.party)), Field("被申请人", frozen.text("respondent"))),
            row("审理查明的事实", frozen.text("findings"), lines=5),
            row("被申请人的答复", frozen.text("answer"), lines=3),
            row("行政复议委员会咨询意见及采纳情况", _committee(frozen), lines=2),
            proposal(frozen, frozen.text("proposal"), "行政复议机构意见"),
            opinion("行政复议机关负责人意见", frozen.step("decision", "dismissal"), "负责人"),
        ),
        organ=frozen.organ,
        notes=(joined("依据：", cited(by(frozen, L[61, 1], OLD[28, 1]))),),
    )


def _committee(frozen: Frozen) -> str:
    opinion_ = frozen.text("committee_opinion")
    if not opinion_:
        return ""
    return (
        f"{opinion_}；不采纳：{frozen.text('declined_reason')}"
        if frozen.yes("committee_declined")
        else f"{opinion_}；采纳"
    )


def reconsideration_decision(snapshot: Snapshot) -> Letter:
    """决定书: parties, requests, answer, facts, reasons, decision, where to sue (第六十一条至第七十五条)."""
    frozen = Frozen(snapshot)
    kind = frozen.text("decision")
    content, restored = frozen.text("content"), frozen.text("restored")
    damages = frozen.money("damages")
    norm = frozen.text("norm_result")
    day = frozen.day("decided_on")
    hearing = "，根据听证笔录" if frozen.day("hearing_on") else ""
    return letter(
        frozen,
        "行政复议决定书",
        (
            said("被申请人：", respondent(frozen)),
            said(*matter(frozen), "本机关于", on_day(frozen.day("accepted_on")), "依法受理，现已审理终结。"),
            said("申请人的行政复议请求：", sentence(frozen.text("requests"), 20)),
            said(
                "被申请人答复称：",
                sentence(frozen.text("answer"), 20)
                if frozen.day("answered_on")
                else "（没有提出书面答复，没有提交证据、依据和其他有关材料。）",
            ),
            said("经审理", hearing, "查明：", sentence(frozen.text("findings"), 20)),
            said("本机关认为：", sentence(frozen.text("reasons"), 20)),
            said(
                "依照",
                cited(*basis(frozen)),
                "和",
                filled(frozen.text("basis"), 12),
                "，决定：",
                filled(WORDS.get(kind, ""), 10),
                f"：{content}" if content else "",
                "。",
            ),
            *(
                (
                    said(
                        "责令被申请人",
                        "于" if frozen.day("redo_by") else "",
                        on_day(frozen.day("redo_by")) if frozen.day("redo_by") else "在收到本决定之日起六十日内",
                        "重新作出行政行为（",
                        cited(by(frozen, L[64, 1], OLD[28, 1, 3]), rules(frozen, R[58, 1], OLD_R[49, 1])),
                        "）。",
                    ),
                )
                if frozen.yes("redo")
                else ()
            ),
            *((said("履行期限：", on_day(frozen.day("perform_by")), "。"),) if frozen.day("perform_by") else ()),
            *(
                (
                    said(
                        "被申请人应当赔偿申请人", amount(damages), "（", cited(by(frozen, L[72, 1], OLD[29, 1])), "）。"
                    ),
                )
                if damages
                else ()
            ),
            *(
                (said("驳回申请人的行政赔偿请求（", cited(L[72, 1]), "）。"),)
                if frozen.yes("damages_dismissed") and not old(frozen)
                else ()
            ),
            *((said(sentence(restored), "（", cited(by(frozen, L[72, 2], OLD[29, 2])), "）"),) if restored else ()),
            *(
                (
                    said(
                        "关于",
                        filled(frozen.text("norm"), 8),
                        "的审查：",
                        sentence(frozen.text("norm_opinion"), 16),
                        "（",
                        cited(L[59]),
                        "）",
                    ),
                )
                if norm and not old(frozen)
                else ()
            ),
            said(
                "不服本决定的，可以自收到本决定书之日起十五日内依法向人民法院提起行政诉讼（",
                cited(LIT[45]),
                "）；法律规定本决定为最终裁决的除外。本决定书一经送达，即发生法律效力（",
                cited(by(frozen, L[75, 2], OLD[31, 3])),
                "）。",
            ),
        ),
        dated=day,
    )


def dismissal_decision(snapshot: Snapshot) -> Letter:
    """驳回申请决定书: accepted, then found not to meet the conditions (第三十三条; 2007年条例第四十八条第一款)."""
    frozen = Frozen(snapshot)
    return letter(
        frozen,
        "驳回行政复议申请决定书",
        (
            said(*matter(frozen)),
            said(
                "本机关于",
                on_day(frozen.day("accepted_on")),
                "受理后发现：",
                sentence(frozen.text("refusal_reason"), 20),
            ),
            said("依照", cited(by(frozen, L[33], OLD_R[48, 1, 2])), "，决定驳回申请人的行政复议申请。"),
            court(frozen, "本决定"),
        ),
        dated=frozen.day("dismissed_on"),
    )


def mediation_statement(snapshot: Snapshot) -> Letter:
    """调解书: requests, facts, result; in force once signed by all and sealed (第七十三条第一款)."""
    frozen = Frozen(snapshot)
    return letter(
        frozen,
        "行政复议调解书",
        (
            said("被申请人：", respondent(frozen)),
            said(*matter(frozen)),
            said("行政复议请求：", sentence(frozen.text("requests"), 20)),
            said("经本机关主持调解，当事人自愿达成如下协议：", sentence(frozen.text("agreement"), 24)),
            said(
                "本调解书经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力（",
                cited(by(frozen, L[73, 1], OLD_R[50, 2])),
                "）。调解书生效前一方反悔的，本机关依法作出行政复议决定（",
                cited(by(frozen, L[73, 2], OLD_R[50, 3])),
                "）。",
            ),
        ),
        dated=frozen.day("mediated_on"),
        signatures=(by_party("申请人"), Signature("被申请人", asks_date=True)),
    )


def termination_decision(snapshot: Snapshot) -> Letter:
    """终止决定书 (第四十一条; 2007年条例第四十二条)."""
    frozen = Frozen(snapshot)
    item = {"withdrawn": 1, "death": 2, "dissolved": 3, "criminal": 4, "lasting": 5}.get(
        frozen.text("termination_ground"), 0
    )
    # The regulations of 2007 number them otherwise: settlement is their item 4, the criminal case item 5.
    earlier = {1: OLD_R[42, 1, 1], 2: OLD_R[42, 1, 2], 3: OLD_R[42, 1, 3], 4: OLD_R[42, 1, 5], 5: OLD_R[42, 2]}
    new = L[41, None, item] if item else L[41]
    last = frozen.text("termination_ground") == "withdrawn"
    return letter(
        frozen,
        "行政复议终止决定书",
        (
            said(*matter(frozen)),
            said(
                "因",
                filled(frozen.shown("termination_ground"), 12),
                "，依照",
                cited(by(frozen, new, earlier.get(item, OLD_R[42, 1]))),
                "，决定终止行政复议。",
            ),
            *(
                (
                    said(
                        "申请人不得再以同一事实和理由提出行政复议申请，能够证明撤回申请违背其真实意愿的除外（",
                        cited(by(frozen, L[74, 2], OLD_R[38, 2])),
                        "）。",
                    ),
                )
                if last
                else ()
            ),
        ),
        dated=frozen.day("terminated_on"),
    )


def performance_order(snapshot: Snapshot) -> Letter:
    """责令履行通知书 to a respondent that does not perform (第七十七条第二款)."""
    frozen = Frozen(snapshot)
    number = frozen.number_of("reconsideration_decision", "mediation_statement")
    return letter(
        frozen,
        "责令履行通知书",
        (
            said(
                "你单位没有履行本机关",
                number or "的行政复议决定书（调解书）",
                "，依照",
                cited(by(frozen, L[77, 2], OLD[32, 2])),
                "，责令你单位于",
                on_day(frozen.day("order_by")),
                "前履行。",
            ),
            said(
                "请将履行情况书面报送本机关。逾期仍不履行的，依法追究责任（", cited(by(frozen, L[83], OLD[37])), "）。"
            ),
        ),
        to=respondent(frozen),
        dated=frozen.day("ordered_on"),
    )


def opinion_letter(snapshot: Snapshot) -> Letter:
    """意见书: an unlawful or improper act noticed on the way; corrections are reported in sixty days (第七十六条)."""
    frozen = Frozen(snapshot)
    basis_ = by(frozen, L[76], OLD_R[57, 1])
    return letter(
        frozen,
        "行政复议意见书",
        (
            said(
                "本机关在办理", filled(frozen.title, 12), "行政复议案件中，发现：", sentence(frozen.text("opinion"), 24)
            ),
            said("依照", cited(basis_), "，请自收到本意见书之日起六十日内，将纠正情况报送本机关。"),
        ),
        to=filled(frozen.text("opinion_to"), 12),
        dated=frozen.day("opinion_on"),
    )


# --- what they must state ---------------------------------------------------------------------------------------------


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the paper must state and would lack; empty if it may be made."""
    frozen = Frozen(snapshot)
    asks = ASKS.get(frozen.kind)
    return [Missing(cite, what) for cite, what, there in asks(frozen) if not there] if asks else []


def _decision(frozen: Frozen) -> Iterator[Asked]:
    article = by(frozen, L[75, 1], OLD[31, 2])
    yield article, _("申请人"), frozen.party.name
    yield article, _("被申请人"), frozen.text("respondent")
    yield by(frozen, L[61, 1], OLD[28, 1]), _("审理查明的事实"), frozen.text("findings")
    yield by(frozen, L[61, 1], OLD[28, 1]), _("决定的理由"), frozen.text("reasons")
    yield by(frozen, L[61, 1], OLD[28, 1]), _("行政复议决定"), frozen.text("decision")


def _dismissal(frozen: Frozen) -> Iterator[Asked]:
    yield by(frozen, L[33], OLD_R[48, 1, 2]), _("驳回的理由"), frozen.text("refusal_reason")


def _mediation(frozen: Frozen) -> Iterator[Asked]:
    article = by(frozen, L[73, 1], OLD_R[50, 2])
    yield article, _("行政复议请求"), frozen.text("requests")
    yield article, _("调解结果"), frozen.text("agreement")


ASKS: dict[str, Callable[[Frozen], Iterator[Asked]]] = {
    "reconsideration_decision": _decision,
    "dismissal_decision": _dismissal,
    "mediation_statement": _mediation,
}
