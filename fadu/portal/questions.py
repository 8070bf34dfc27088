"""办事: the questions that people ask about a last day, in their words, each answered by rules of the law.

A question names the rule of each edition that answers it; which one does depends on the day from which it runs. A day
for which no rule is held gets no answer: the law of a neighbouring time never takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from fadu.law.rules import RULES, Rule
from fadu.portal.pages import Label


@dataclass(frozen=True)
class Question:
    """``asks`` is the question, ``since`` the day it runs from as people know it, ``rules`` what answers it.

    ``ours`` is True where the asker has to act by the day, False where somebody else (the organ, the court) has to.
    """

    key: str
    group: Label
    asks: Label
    since: Label
    rules: tuple[str, ...]
    ours: bool = True

    def rule(self, since: date) -> Rule | None:
        """The rule in force on the day it runs from; None where none is held for that day."""
        return next((rule for key in self.rules if (rule := RULES[key]).applies(since)), None)


FINED: Final = _("被处罚了")
SEIZED: Final = _("东西被查封、扣押或者登记保存")
REVIEW: Final = _("不服，申请行政复议")
COURT: Final = _("不服，向法院起诉")
ASKING: Final = _("申请、投诉、信访，等答复")
AGREED: Final = _("调解、赔偿")

QUESTIONS: Final = (
    Question("fine", FINED, _("罚款最迟哪天缴？"), _("收到处罚决定书的那天"), ("CF21-67.3", "CF17-46")),
    Question("hearing", FINED, _("要求听证，最迟哪天提出？"), _("收到告知书的那天"), ("CF21-64-1", "CF17-42-1")),
    Question("defence", FINED, _("市场监管案件，最迟哪天陈述、申辩？"), _("收到告知书的那天"), ("SJ22-57.2",)),
    Question("hearing-notice", FINED, _("开听证会，机关最迟哪天通知我？"), _("听证会那天"), ("CF21-64-2",), ours=False),
    Question("decision", FINED, _("立案以后，机关最迟哪天作出处罚决定？"), _("立案的那天"), ("CF21-60",), ours=False),
    Question(
        "delivery",
        FINED,
        _("宣布处罚时我不在场，决定书最迟哪天送来？"),
        _("作出决定的那天"),
        ("CF21-61.1",),
        ours=False,
    ),
    Question(
        "taking-back",
        FINED,
        _("处罚被撤销了，公开的信息最迟哪天撤下来？"),
        _("决定被撤销或者变更的那天"),
        ("CF21-48.2",),
        ours=False,
    ),
    Question("publication", FINED, _("处罚决定最迟哪天公开？"), _("作出处罚决定的那天"), ("NS-118-b",), ours=False),
    Question("too-old", FINED, _("违法行为过了多久就不再处罚？"), _("违法行为结束的那天"), ("CF21-36.1a",), ours=False),
    Question("seizure", SEIZED, _("查封、扣押最长到哪天？"), _("被查封、扣押的那天"), ("QZ-25.1a",), ours=False),
    Question("freezing", SEIZED, _("存款、汇款被冻结，最长到哪天？"), _("被冻结的那天"), ("QZ-32.1a",), ours=False),
    Question(
        "preservation",
        SEIZED,
        _("东西被先行登记保存，机关最迟哪天处理？"),
        _("登记保存的那天"),
        ("CF21-56",),
        ours=False,
    ),
    Question("review", REVIEW, _("申请行政复议，最迟哪天？"), _("知道（收到）决定的那天"), ("FY23-20.1", "FY17-9.1")),
    Question("review-more", REVIEW, _("叫我补正复议材料，最迟哪天补齐？"), _("收到补正通知的那天"), ("FY23-31.2",)),
    Question(
        "review-taken",
        REVIEW,
        _("复议机关最迟哪天决定收不收？"),
        _("复议机关收到申请的那天"),
        ("FY23-30.1",),
        ours=False,
    ),
    Question("review-done", REVIEW, _("复议最迟哪天有结果？"), _("复议申请被受理的那天"), ("FY23-62.1a",), ours=False),
    Question("suit", COURT, _("不经复议直接起诉，最迟哪天？"), _("知道（收到）决定的那天"), ("SS-46.1",)),
    Question("suit-after", COURT, _("复议以后再起诉，最迟哪天？"), _("收到复议决定书的那天"), ("SS-45a",)),
    Question("appeal", COURT, _("不服一审判决，最迟哪天上诉？"), _("判决书送达的那天"), ("SS-85a",)),
    Question("appeal-ruling", COURT, _("不服一审裁定，最迟哪天上诉？"), _("裁定书送达的那天"), ("SS-85b",)),
    Question(
        "disclosure",
        ASKING,
        _("申请政府信息公开，最迟哪天答复？"),
        _("机关收到申请的那天"),
        ("GK19-33.2a",),
        ours=False,
    ),
    Question("petition", ASKING, _("信访事项，最迟哪天办结？"), _("机关受理的那天"), ("XF22-34a",), ours=False),
    Question("petition-review", ASKING, _("不服信访答复，最迟哪天请求复查？"), _("收到书面答复的那天"), ("XF22-35a",)),
    Question(
        "complaint",
        ASKING,
        _("消费投诉，最迟哪天告诉我收不收？"),
        _("市场监管部门收到投诉的那天"),
        ("TS26-15", "TS22-14"),
        ours=False,
    ),
    Question("licence", ASKING, _("申请行政许可，最迟哪天决定？"), _("申请被受理的那天"), ("XK-42.1a",), ours=False),
    Question(
        "legal-aid",
        ASKING,
        _("申请法律援助，最迟哪天决定？"),
        _("法律援助机构收到申请的那天"),
        ("FA21-43.1a",),
        ours=False,
    ),
    Question(
        "confirmation",
        AGREED,
        _("人民调解协议，最迟哪天申请法院确认？"),
        _("调解协议生效的那天"),
        ("MS23-205", "MS21-201", "TJ10-33.1"),
    ),
    Question("compensation", AGREED, _("申请国家赔偿，最迟哪天？"), _("知道权利受到侵害的那天"), ("GP12-39.1",)),
)
BY_KEY: Final = {each.key: each for each in QUESTIONS}
OFTEN: Final = tuple(BY_KEY[key] for key in ("fine", "hearing", "review", "suit", "seizure"))
"""Those asked for at first sight, on the home page."""


def grouped() -> Iterator[tuple[Label, list[Question]]]:
    """The questions by what has happened to the asker, in their order."""
    groups: dict[Label, list[Question]] = {}
    for each in QUESTIONS:
        groups.setdefault(each.group, []).append(each)
    yield from groups.items()


def answered_by(rule: str) -> Question | None:
    """The question that the rule of that id answers, if one is asked."""
    return next((each for each in QUESTIONS if rule in each.rules), None)
