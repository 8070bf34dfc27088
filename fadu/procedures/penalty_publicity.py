"""行政处罚决定的公开 ——《行政处罚法》第四十八条；《市场监督管理行政处罚信息公示规定》。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Publicity, Step, Term
from fadu.engine.masking import hidden
from fadu.law.periods import Period, Unit
from fadu.law.statutes import DISCLOSURE_2019 as D
from fadu.law.statutes import MARKET_PUBLICITY_2021 as G
from fadu.law.statutes import PENALTY_2021 as L
from fadu.organs.kinds import Domain
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_record import KINDS
from fadu.procedures.penalty_roles import handler

Snapshot = Mapping[str, Any]


def _none_of(*except_for: str) -> Q:
    return Q(**dict.fromkeys([kind for kind in KINDS if kind not in except_for], False))


ONLY_WARNED = Q(warned=True) & _none_of("warned")
# 公示规定第十三条第一款“仅受到通报批评或者较低数额罚款”；多少算较低由省级以上市场监督管理部门规定，逐案填写。
ONLY_LIGHT = _none_of("warned", "criticised", "fined") & (
    Q(criticised=True, fined=False) | Q(fined=True, low_fine=True)
)
# 国办发〔2018〕118号的“七个工作日”原文未见：只作提示，不算逾期。
SEVEN_DAYS = Period(7, Unit.WORKING_DAY)


def publicities(decision: Step) -> list[Publicity]:
    """What is made public: by law only decisions 具有一定社会影响的; by market regulation all but mere warnings."""
    return [
        Publicity(
            "market",
            G[9],
            of=decision,
            only=Q(market=True, result="punished", revoked_on=None) & ~ONLY_WARNED,  # 第二条第二款
            within=G.working_days(20),
            terms=[
                Term(G[13, 1], G.months(3), ONLY_LIGHT),
                Term(G[13, 1], G.years(3), until="restricted_until"),  # 第十三条第三款
            ],
            withdrawn_within=G.working_days(3),
            withdrawn_cites=G[11],
            render=rendition,
        ),
        of_note(decision, Q(market=False, result="punished")),
    ]


def of_note(decision: Step, only: Q) -> Publicity:
    """具有一定社会影响的行政处罚决定应当依法公开. The day is that of 《政府信息公开条例》第二十六条; no term is set."""
    return Publicity(
        "of_note",
        L[48, 1],
        of=decision,
        only=only & Q(of_note=True, revoked_on=None),
        within=D.working_days(20),
        withdrawn_within=L.days(3),
        withdrawn_cites=L[48, 2],
        render=rendition,
    )


def limits(decision: Step, publication: Step, revocation: Step, withdrawal: Step) -> tuple[Limit, ...]:
    """The days by which a decision is published and, once changed or set aside, taken back."""
    return (
        Limit(
            "market_publication",
            _("公示处罚信息"),
            G[9],
            decision,
            [publication],
            G.working_days(20),
            only=Q(market=True, result="punished", elsewhere=False) & ~ONLY_WARNED,
            domains=(Domain.MARKET.value,),
        ),
        Limit(
            "market_forwarding",
            _("推送处罚信息至登记地"),
            G[10],
            decision,
            [publication],
            G.working_days(10),
            only=Q(market=True, result="punished", elsewhere=True) & ~ONLY_WARNED,
            domains=(Domain.MARKET.value,),
        ),
        *of_note_limits(decision, publication, Q(market=False, result="punished")),
        withdrawal_limit(revocation, withdrawal),
    )


def publication_steps(decision: Step, punished: Q, public: Q) -> tuple[Step, Step, Step]:
    """公开, 被变更或者撤销, 撤回: ``punished`` says that there is a penalty, ``public`` that it is to be published."""
    publication = Step(
        "publication",
        _("公开处罚决定信息"),
        L[48, 1],
        handler,
        after=[decision],
        only=punished & public & Q(revoked_on=None),
        must=NEVER,
        dated="published_on",
        told=_("决定信息公开"),
    )
    # 复议、诉讼改变的，或者机关依第七十五条第二款“发现有错误的，应当主动改正”；无效的依第三十八条。
    revocation = Step(
        "revocation",
        _("处罚决定被变更、撤销、确认违法或者确认无效"),
        L[48, 2],
        handler,
        after=[decision],
        only=punished,
        must=NEVER,
        dated="revoked_on",
        needs=("revocation",),
        asks=("void_ground",),
        guards=[Guard(L[38], ~Q(revocation="void") | ~Q(void_ground=""), _("确认无效的，须写明属于哪一种无效情形"))],
        told=_("决定被变更或者撤销"),
    )
    withdrawal = Step(
        "withdrawal",
        _("撤回公开的处罚决定信息"),
        L[48, 2],
        handler,
        after=[revocation],
        only=Q(revoked_on__isnull=False, published_on__isnull=False),
        dated="withdrawn_on",
        needs=("withdrawal_reason",),
        yields=[Document("withdrawal_record", _("撤回公开信息审批表"), L[48, 2], compose=papers.withdrawal_record)],
        told=_("公开的信息已撤回"),
    )
    return publication, revocation, withdrawal


def of_note_limits(decision: Step, publication: Step, only: Q) -> tuple[Limit, Limit]:
    """Twenty working days by the disclosure regulations (第二十条第六项、第二十六条); the seven, unseen, are a hint."""
    return (
        Limit(
            "publication",
            _("公开具有一定社会影响的处罚决定"),
            D[26],
            decision,
            [publication],
            D.working_days(20),
            only=only & Q(of_note=True),
        ),
        Limit(
            "publication_hint",
            _("公开处罚决定（提示，规定原文未见）"),
            L[48, 1],
            decision,
            [publication],
            SEVEN_DAYS,
            only=only & Q(of_note=True),
            seen=False,
        ),
    )


def withdrawal_limit(revocation: Step, withdrawal: Step) -> Limit:
    """三日内撤回行政处罚决定信息并公开说明理由."""
    return Limit(
        "withdrawal",
        _("撤回公开的处罚决定信息"),
        L[48, 2],
        revocation,
        [withdrawal],
        L.days(3),
        only=Q(published_on__isnull=False),
    )


def rendition(snapshot: Snapshot) -> dict[str, Any]:
    """What the public reads of a decision: the items of 公示规定第四条第三款, without personal data.

    A natural person's name is masked; the party's identity number, telephone and address are masked wherever they
    stand in the running text, and so is anything shaped like a citizen's number or a mobile number.
    """
    record = snapshot["record"]
    party: Mapping[str, Any] = next((each for each in snapshot["parties"] if each["role"] == "party"), {})
    name = _masked(str(party.get("name", "")), snapshot["parties"])
    number = _number(snapshot)
    texts = ("act", "facts_found", "basis", "penalty")
    return {
        "number": number,
        "title": f"{name}行政处罚决定" if name else "行政处罚决定",
        "party": name,
        "rendition": {
            "decision_number": number,
            "party": name,
            "code": party.get("code", "") if party.get("kind") == "company" else "",
            **{column: _masked(record.get(column) or "", snapshot["parties"]) for column in texts},
            "kinds": [kind for kind in KINDS if record.get(kind)],
            "fine": record.get("fine"),
            "income": record.get("income"),
            "organ": snapshot["organ"]["name"],
            "decided_on": record.get("decided_on"),
        },
        "cites": [L[48, 1].key, *(L[9, 1, _item(kind)].key for kind in KINDS if record.get(kind))],
    }


EMPTY = dict.fromkeys(("name", "kind", "role", "representative", "id_number", "phone", "address"), "")
ITEMS = {
    1: ("warned", "criticised"),
    2: ("fined", "forfeited_income", "forfeited_goods"),
    3: ("licence_suspended", "grade_lowered", "licence_revoked"),
    4: ("business_restricted", "business_suspended", "closed_down", "practice_banned"),
    5: ("detained",),
    6: ("other_penalty",),
}


def _item(kind: str) -> int:
    """The item of 第九条 that names the class."""
    return next(item for item, kinds in ITEMS.items() if kind in kinds)


def _number(snapshot: Snapshot) -> str:
    decided = [each for each in snapshot.get("papers", ()) if each["kind"] in {"penalty_decision", "summary_decision"}]
    issued = decided[-1]["number"] if decided else ""
    return str(issued or snapshot["record"].get("decision_number") or snapshot["case"]["number"])


def _masked(words: str, parties: Sequence[Mapping[str, Any]]) -> str:
    return hidden(words, [SimpleNamespace(**{**EMPTY, **each}) for each in parties])
