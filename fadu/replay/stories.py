"""Stories: how an invented case of each procedure runs, and what its forms are answered with.

The columns are answered by name; what an edition's form does not ask for is not filled in. Parties are numbered and
obviously invented (测试当事人0001).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from fadu.engine.acts import Comer
from fadu.replay.driver import Answer, Move, at_work

TRIAL = "（测试数据）"


def party(number: int, *, company: bool = False) -> Comer:
    """An invented party. A company carries no code: an invented one might be somebody's."""
    address = f"示例路{number}号{TRIAL}"
    if company:
        return Comer(name=f"测试示例第{number:04d}有限公司", kind="company", representative="张测试", address=address)
    return Comer(name=f"测试当事人{number:04d}", kind="person", address=address)


PENALTY = (
    Move("lead"),
    Move("verification", 1),
    Move("filing", 1),
    Move("inquiry", 1),
    Move("end_of_inquiry", 4),
    Move("notice", 1),
    Move("telling"),
    Move("waiver", 1),
    Move("review_request"),  # the edition of 2017 has every decision reviewed
    Move("review", 1, "agreed"),
    Move("decision", 1, "punished"),
    Move("service", 1),
    Move("payment", 3),
    Move("performance"),
    Move("closing", 1),
)
SUSPENSION = tuple(  # a penalty for which a hearing may be asked: the party waives it in writing
    move for each in PENALTY for move in ((each, Move("hearing_waiver")) if each.step == "waiver" else (each,))
)


def penalty(act: str, fine: Decimal | None, also: tuple[str, ...] = (), **more: Answer) -> Mapping[str, Answer]:
    """Answers of a case under the ordinary procedure: ``act`` found, a fine in 元, further classes in ``also``."""
    kinds = (*(("fined",) if fine else ()), *also)
    words = f"罚款{fine}元{TRIAL}" if fine else f"警告{TRIAL}"
    answers: dict[str, Answer] = {
        "act": f"{act}{TRIAL}",
        "citizen": True,
        "place": f"测试地点{TRIAL}",
        "committed_on": lambda on: on - timedelta(days=10),
        "checked": f"经核查，线索属实{TRIAL}",
        "jurisdiction": "place",
        "filing_proposal": f"建议立案{TRIAL}",
        "shown": True,
        "suggested": "punished",
        "facts_found": f"经查，当事人{act}{TRIAL}",
        "evidence": f"现场笔录、询问笔录{TRIAL}",
        "verified": True,
        "basis": f"相关法律规定{TRIAL}",
        "violated": f"相关法律规定{TRIAL}",
        "proposal": f"建议{words}",
        "facts_clear": True,
        "penalty": words,
        "correction": "ordered",
        "requirements": f"立即改正{TRIAL}",
        "told_publicity": True,
        "paid": fine,
        "pay_by": lambda on: on + timedelta(days=15),
        "collector": "测试银行",
        "surcharge_stated": True,
        "review_opinion": f"同意{TRIAL}",
        "jurist": True,
        "closed_reason": f"已经履行完毕{TRIAL}",
    }
    for kind in kinds:
        answers[kind] = True
        answers[f"proposed_{kind}"] = True
    if fine:
        answers["fine"] = answers["proposed_fine"] = fine
    return answers | more


ON_THE_SPOT = (
    Move("showing"),
    Move("telling"),
    Move("waiver"),
    Move("decision"),
    Move("service"),
    Move("reporting", 1),
    Move("payment", 4),
    Move("performance"),
    Move("closing", 1),
)
MEASURE = (
    Move("approval"),
    Move("imposition"),
    Move("disposal", 8, "lifted"),
    Move("return_goods"),
    Move("closing"),
)


def measure(kind: str) -> Mapping[str, Answer]:
    """Answers of a coercive measure."""
    return {
        "kind": kind,
        "power": f"相关法律授权条款{TRIAL}",
        "power_rank": "law",
        "reason": f"防止证据损毁{TRIAL}",
        "basis": f"相关法律规定{TRIAL}",
        "goods": f"涉案物品一批{TRIAL}",
        "related": True,
        "shown": True,
        "told": True,
        "heard": True,
        "recorded": True,
        "handed_decision": True,
        "party_present": True,
        "imposed_place": f"测试地点{TRIAL}",
        "kept_at": f"机关仓库{TRIAL}",
        "findings": f"已经查清{TRIAL}",
        "lift_ground": "needless",
    }


RECTIFICATION = (Move("order"), Move("service"), Move("recheck", 8, "corrected"), Move("closing"))


def rectification(problem: str) -> Mapping[str, Answer]:
    """Answers of an order to set right."""
    return {
        "violation": f"{problem}{TRIAL}",
        "violated": f"相关法律规定{TRIAL}",
        "requirements": f"限期整改{TRIAL}",
        "correct_by": lambda on: on + timedelta(days=14),
        "recheck": f"已经整改到位{TRIAL}",
    }


REFERRAL = (
    Move("assignment"),
    Move("report", 1),
    Move("approval", 1),
    Move("referral"),
    Move("acceptance"),
    Move("filing", 1),
    Move("goods_handover", 1),
    Move("closing", 1),
)


def referral(crime: str) -> Mapping[str, Answer]:
    """Answers of a referral on which the police file a case."""
    return {
        "facts": f"涉嫌{crime}{TRIAL}",
        "crime": crime,
        "ground": f"涉嫌犯罪{TRIAL}",
        "evidence": f"证据清单{TRIAL}",
        "evidence_kept": True,
        "goods": f"涉案物品一批{TRIAL}",
        "police": "测试公安局",
        "report_enclosed": True,
        "goods_listed": True,
        "examined": True,
        "referred_at": lambda on: at_work(on, 15),
        "accepted_at": lambda on: at_work(on, 16),
        "filing_notice_on": lambda on: on,
    }
