"""救济: which remedies a decision must name, by the edition of the law in force on the day of the decision.

Reconsideration within 60 days (《行政复议法》2023第二十条第一款; before 2024, 2017第九条第一款), litigation within
six months (《行政诉讼法》第四十六条第一款). Since 2024-01-01 a penalty imposed on the spot goes to reconsideration
first, and the party must be told so (2023第二十三条第一款第（一）项、第二款).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fadu.documents.papers import Paragraph, Words
from fadu.law.statute import Cite
from fadu.law.statutes import LITIGATION_2017, PENALTY_2021, REVIEW_2017, REVIEW_2023
from fadu.procedures.papers.parts import cited, filled, joined, listed, said
from fadu.procedures.papers.snapshot import Frozen

NEW_REVIEW_LAW = date(2024, 1, 1)
NEW_PENALTY_LAW = date(2021, 7, 15)

# 2023第二十七条 “海关、金融、外汇管理等实行垂直领导的行政机关、税务和国家安全机关”. Of the fields of a county only
# taxation is named in it; 2017第十二条第二款 says 国税 for the same.
SUPERIOR_ONLY = frozenset({"taxation"})
# Whether “等” reaches tobacco turns on who leads its organs, by a text not seen here. The register of organs says who
# leads this one: its parent hears the case; where it names none, the authority is left to be filled.
UNSETTLED = frozenset({"tobacco"})


@dataclass(frozen=True, slots=True)
class Remedies:
    """What a decision says about remedies: to whom, by which provisions, and whether reconsideration comes first."""

    authority: Words
    cites: tuple[Cite, ...]
    review_first: bool = False


def superior(frozen: Frozen) -> Words:
    """上一级主管部门. Its name is not in the snapshot unless the organ's parent is that department."""
    return frozen.above if frozen.above and not frozen.above.endswith("人民政府") else "上一级主管部门"


def government(frozen: Frozen) -> Words:
    """The people's government that hears it: the organ's parent where that is one.

    A township's parent is the county's government (2023第二十四条第一款第（二）项), a department's its own government
    (第（一）项); a branch that acts in its own name is heard by the same government (第四款).
    """
    return frozen.above if frozen.above.endswith("人民政府") else "本级人民政府"


def remedies(frozen: Frozen, on: date | None, *, summary: bool = False) -> Remedies:
    """The remedies against a decision of ``on`` (None: by the law in force now); ``summary``: imposed on the spot."""
    new = on is None or on >= NEW_REVIEW_LAW
    if frozen.domain in UNSETTLED:
        authority: Words = frozen.above
        cites = [REVIEW_2023[27] if new else REVIEW_2017[12, 2]]
    elif frozen.domain in SUPERIOR_ONLY:
        authority, cites = superior(frozen), [REVIEW_2023[27] if new else REVIEW_2017[12, 2]]
    elif new and frozen.domain == "justice":
        authority = joined(government(frozen), "或者上一级司法行政部门")
        cites = [REVIEW_2023[28]]
    elif new:
        authority, cites = government(frozen), [REVIEW_2023[24, 1]]
    elif frozen.organ.endswith("人民政府"):
        authority, cites = government(frozen), [REVIEW_2017[13, 1]]
    else:
        authority, cites = joined(government(frozen), "或者上一级主管部门"), [REVIEW_2017[12, 1]]
    period = REVIEW_2023[20, 1] if new else REVIEW_2017[9, 1]
    first = new and summary
    before = (REVIEW_2023[23, 1, 1], REVIEW_2023[23, 2]) if first else ()
    court = LITIGATION_2017[45] if first else LITIGATION_2017[46, 1]
    return Remedies(authority, (period, *cites, *before, court), first)


def told(frozen: Frozen, on: date | None, what: str = "本决定", *, summary: bool = False) -> tuple[Paragraph, ...]:
    """The paragraphs that tell the party of the remedies, with the provisions they rest on."""
    found = remedies(frozen, on, summary=summary)
    to = filled(found.authority, 12)
    if found.review_first:
        way = said(
            f"当事人对{what}不服的，应当先申请行政复议：可以自收到{what}之日起六十日内向",
            to,
            "提出申请。对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内，依法向人民法院提起行政诉讼。",
        )
    else:
        way = said(
            f"当事人对{what}不服的，可以自收到{what}之日起六十日内向",
            to,
            "申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。",
        )
    return (way, said("告知依据：", listed(cited(each) for each in found.cites), "。"))


def penalty_stands(on: date | None) -> Words:
    """Remedies do not stop a penalty (第七十三条第一款); of the 2017 edition that text was not seen."""
    if on is not None and on < NEW_PENALTY_LAW:
        return ""
    return joined(
        "申请行政复议或者提起行政诉讼期间，行政处罚不停止执行，法律另有规定的除外（", cited(PENALTY_2021[73, 1]), "）。"
    )
