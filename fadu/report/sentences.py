"""The sentences of the enforcement chapter: each stands only if the figures it names have something to say.

A clause names its figures in braces. The first clause of a sentence carries it: without its figures the sentence is
left out; a later clause without its figures is left out alone. The report is a document of the county and is written
in Chinese, whatever language the reader's pages have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FIGURE = re.compile(r"\{([a-z_.]+)\}")


@dataclass(frozen=True)
class Clause:
    """Words with figures in braces: 持证{officers.certified}人. ``compared`` adds the change on the year before."""

    words: str
    compared: bool = False

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids it names, in their order."""
        return tuple(FIGURE.findall(self.words))


@dataclass(frozen=True)
class Sentence:
    """Clauses joined by ，and closed by 。"""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Section:
    """A heading and its sentences; without any sentence the heading is left out."""

    heading: str
    sentences: tuple[Sentence, ...]


def said(*clauses: str | Clause) -> Sentence:
    """A sentence of these clauses."""
    return Sentence(tuple(each if isinstance(each, Clause) else Clause(each) for each in clauses))


def compared(words: str) -> Clause:
    """A clause that is followed by the change on the year before, where there is a year before."""
    return Clause(words, compared=True)


OFFICERS = Section(
    "加强行政执法队伍和资格管理",
    (
        said("录入行政执法人员{officers.entered}人", "其中持有效执法证件的{officers.certified}人"),
        said("全年办理、换发执法证件{certificates.issued}件"),
        said("组织行政执法资格考试，{examinations.sat}人次参加", "{examinations.passed}人次合格"),
        said("配备法制审核人员{reviewers.appointed}人", "占持证执法人员的{reviewers.share}%"),
        said("在用执法记录设备{devices.held}台"),
        said("公安机关{devices.police_units}个单位和{devices.police_stations}个派出所配备执法记录设备"),
    ),
)
PENALTIES = Section(
    "严格规范行政处罚",
    (
        said(
            compared("全年作出行政处罚决定{penalty.decided}件"),
            "其中简易程序{penalty.summary}件",
            "普通程序{penalty.ordinary}件",
        ),
        said(compared("罚没金额{penalty.money}万元")),
        said("立案{penalty.filed}件", "办结{penalty.closed}件"),
        said("依法不予处罚{penalty.spared}件"),
        said("减轻、从轻处罚{penalty.lightened}件"),
        said("公开行政处罚决定信息{penalty.published}条"),
    ),
)
REVIEW = Section(
    "落实重大执法决定法制审核",
    (
        said("法制审核行政处罚案件{penalty.reviewed}件", "提出纠正意见{penalty.review_corrected}件"),
        said("应当法制审核的处罚决定{penalty.major}件", "法制审核率{penalty.major_reviewed}%"),
    ),
)
COERCION = Section(
    "依法实施行政强制",
    (
        said(
            compared("全年实施行政强制措施{coercion.measures}宗"),
            "其中查封{coercion.sealed}宗",
            "扣押{coercion.seized}宗",
            "冻结{coercion.frozen}宗",
            "其他措施{coercion.other}宗",
        ),
        said("申请人民法院强制执行{coercion.court}宗"),
        said("加处罚款并执行完毕{coercion.surcharged}宗"),
    ),
)
CRIME = Section(
    "衔接行政执法与刑事司法",
    (
        said(
            "向公安机关移送涉嫌犯罪案件{referral.sent}件", "公安机关受理{referral.accepted}件", "立案{referral.filed}件"
        ),
        said("开展联合执法行动{actions.joint}次"),
    ),
)
SUPERVISION = Section(
    "开展行政检查和责令整改",
    (
        said("开展行政检查{inspections.held}次", "涉及检查对象{inspections.subjects}家"),
        said("集中执法{actions.campaigns}次"),
        said("发出责令整改通知书{rectification.issued}份"),
    ),
)
SECTIONS = (OFFICERS, PENALTIES, REVIEW, COERCION, SUPERVISION, CRIME)

# One paragraph for each field of enforcement that has cases; the figures are the parts in that field.
FIELD = said(
    "立案{penalty.filed}件",
    "作出行政处罚决定{penalty.decided}件",
    "罚没金额{penalty.money}万元",
    "实施行政强制措施{coercion.measures}宗",
    "行政检查{inspections.held}次",
    "责令整改{rectification.issued}份",
)
