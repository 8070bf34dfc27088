"""内容: what the law says a paper must state, asked of the snapshot before the paper is made.

A decision that lacks an item of its article is refused with the item and the article: 《行政处罚法》第四十四条、
第五十二条第二款、第五十九条第一款; 《行政强制法》第二十四条第二款、第三十一条、第三十五条.
Forms and records are not refused: what is blank there is filled in by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import runs
from fadu.engine.declare import Missing
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import COERCION_2011 as Q
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers.decision import NO_PENALTY, old
from fadu.procedures.papers.penalties import facts, imposed, is_fine, penalty_words
from fadu.procedures.papers.remedies import remedies
from fadu.procedures.papers.snapshot import Frozen, Snapshot

Asked: TypeAlias = "tuple[Cite, Label, object]"


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the paper named in ``snapshot["paper"]["kind"]`` must state and would lack; empty if it may be made.

    Papers made under the 2017 edition are not refused: its article on the contents (第三十九条) was not seen.
    """
    frozen = Frozen(snapshot)
    asks = ASKS.get(frozen.kind)
    return [Missing(cite, what) for cite, what, there in asks(frozen) if not there] if asks else []


def _remedy_known(frozen: Frozen) -> bool:
    return bool(runs(remedies(frozen, frozen.day("decided_on") or frozen.issued_on).authority))


def _party(frozen: Frozen, cite: Cite) -> Iterator[Asked]:
    yield cite, _("当事人的姓名或者名称"), frozen.party.name
    yield cite, _("当事人的地址"), frozen.party.address


def _decision(frozen: Frozen) -> Iterator[Asked]:
    if old(frozen):
        return
    yield from _party(frozen, L[59, 1, 1])
    yield L[59, 1, 2], _("违法事实和证据"), frozen.text("facts_found")
    yield L[59, 1, 3], _("行政处罚的种类"), imposed(frozen) or penalty_words(frozen)
    if frozen.yes("fined"):
        yield L[59, 1, 3], _("罚款数额"), frozen.money("fine")
    yield L[59, 1, 3], _("行政处罚的依据"), frozen.text("basis")
    if not (is_fine(frozen) or frozen.yes("forfeited_income")) and _must_be_performed(frozen):
        yield L[59, 1, 4], _("行政处罚的履行方式和期限"), _performance(frozen)
    yield L[59, 1, 5], _("申请行政复议、提起行政诉讼的途径和期限"), _remedy_known(frozen)
    yield L[59, 1, 6], _("作出决定的行政机关名称"), frozen.organ
    yield L[59, 1, 6], _("作出决定的日期"), frozen.day("decided_on") or frozen.issued_on


def _must_be_performed(frozen: Frozen) -> bool:
    """A warning or a public criticism is carried out by being imposed; everything else has to be performed."""
    return bool(set(imposed(frozen)) - {"warned", "criticised"})


def _performance(frozen: Frozen) -> object:
    return (
        frozen.text("performance") or frozen.day("restricted_until") or frozen.day("pay_by") or frozen.text("penalty")
    )


def _no_penalty(frozen: Frozen) -> Iterator[Asked]:
    if old(frozen):
        return
    yield L[57, 1], _("当事人的姓名或者名称"), frozen.party.name
    yield L[40], _("查明的事实"), facts(frozen)
    reason = frozen.step("decision").outcome in NO_PENALTY or frozen.text("basis")
    yield L[57, 1], _("不予行政处罚的理由和依据"), reason


def _summary(frozen: Frozen) -> Iterator[Asked]:
    if old(frozen):
        return
    yield L[52, 2], _("当事人的姓名或者名称"), frozen.party.name
    yield L[52, 2], _("违法行为"), frozen.text("act") or facts(frozen)
    yield L[52, 2], _("行政处罚的种类"), imposed(frozen) or penalty_words(frozen)
    yield L[52, 2], _("行政处罚的依据"), frozen.text("basis")
    if frozen.yes("fined"):
        yield L[52, 2], _("罚款数额"), frozen.money("fine")
    yield L[52, 2], _("时间"), frozen.day("decided_on") or frozen.issued_on
    yield L[52, 2], _("行政机关名称"), frozen.organ


def _notice(frozen: Frozen) -> Iterator[Asked]:
    if frozen.issued_on and old(frozen):
        return
    yield L[44], _("违法事实"), facts(frozen)
    yield L[44], _("处罚的理由和依据"), frozen.text("basis")
    yield L[44], _("拟作出的行政处罚内容"), penalty_words(frozen, proposed=True)


def _seizure(frozen: Frozen) -> Iterator[Asked]:
    money = frozen.text("kind") == "freeze"

    def item(number: int) -> Cite:
        return Q[31, 1, number] if money else Q[24, 2, number]

    yield from _party(frozen, item(1))
    yield item(2), _("采取措施的理由"), frozen.text("reason")
    yield item(2), _("采取措施的依据"), frozen.text("basis")
    if money:
        yield item(3), _("冻结的账号"), frozen.text("account_number")
        yield item(3), _("冻结的数额"), frozen.money("frozen_amount")
    else:
        yield item(3), _("场所、设施或者财物的名称、数量"), frozen.text("goods")
    yield item(4), _("申请行政复议、提起行政诉讼的途径和期限"), _remedy_known(frozen)
    yield item(5), _("行政机关的名称"), frozen.organ


def _extension(frozen: Frozen) -> Iterator[Asked]:
    money = frozen.text("kind") == "freeze"
    began, ends = frozen.day("imposed_on"), frozen.due("freezing" if money else "holding")
    yield Q[32, 2] if money else Q[25, 2], _("延长期限的理由"), frozen.text("extension_reason")
    lengthened = began and ends and (ends - began).days > 30
    yield Q[32, 1] if money else Q[25, 1], _("经批准延长的期限"), lengthened


def _demand(frozen: Frozen) -> Iterator[Asked]:
    # 第（一）、（二）、（四）项 are printed by the paper itself; the amount comes from the record.
    if is_fine(frozen):
        yield Q[35, 1, 3], _("明确的金额"), frozen.money("fine")


ASKS: dict[str, Callable[[Frozen], Iterator[Asked]]] = {
    "penalty_decision": _decision,
    "no_penalty_decision": _no_penalty,
    "summary_decision": _summary,
    "prior_notice": _notice,
    "hearing_right_notice": _notice,
    "seizure_decision": _seizure,
    "freeze_decision": _seizure,
    "seizure_extension": _extension,
    "demand_notice": _demand,
}
