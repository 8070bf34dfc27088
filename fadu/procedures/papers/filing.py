"""立案: the papers that open a penalty case, or say why none is opened."""

from __future__ import annotations

from fadu.documents.papers import Field, Sheet
from fadu.law.statutes import PENALTY_2021
from fadu.procedures.papers.parts import cited, joined, on_day, opinion, party_group, proposal, row
from fadu.procedures.papers.penalties import facts
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def _sheet(snapshot: Snapshot, title: str, key: str, proposed: str, decided: str) -> Sheet:
    frozen = Frozen(snapshot)
    act = frozen.step(key)
    return Sheet(
        title,
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("案件来源", frozen.source), Field("发现日期", on_day(frozen.day("found_on") or frozen.opened_on))),
            (
                Field("违法行为发生（终了）日期", on_day(frozen.day("ended_on") or frozen.day("committed_on"))),
                Field("管辖依据", frozen.shown("jurisdiction")),
            ),
            party_group(frozen),
            row("案情及理由", joined(facts(frozen), frozen.text("checked"), frozen.text("not_filed_ground")), lines=4),
            proposal(frozen, frozen.text("filing_proposal") or proposed),
            opinion("行政机关负责人审批意见", act, "审批人", act.note or (decided if act.key else "")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(joined("依据：", cited(PENALTY_2021[54, 2])),),
    )


def filing_approval(snapshot: Snapshot) -> Sheet:
    """立案审批表: the lead, the party, the facts so far and why the case is opened (《行政处罚法》第五十四条第二款)."""
    return _sheet(snapshot, "立案审批表", "filing", "建议立案调查。", "同意立案。")


def non_filing(snapshot: Snapshot) -> Sheet:
    """不予立案审批表: why the lead does not reach the standard for a case (第五十四条第二款, read the other way)."""
    return _sheet(snapshot, "不予立案审批表", "not_filing", "建议不予立案。", "同意不予立案。")
