"""How far a case has come, by the verb before its number: received, accepted, refused, handled, finished, decided.

What stands later on the way cannot be more than what stands before it; accepted and refused make up what was
received; finished and pending make up what was accepted.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from fadu.reading.audit.passage import Mention

__all__ = ["AFTER", "CARRIED", "Stage", "alike", "bare", "names_things", "stage"]


class Stage(Enum):
    """A step on the way of a case, a complaint, a proposal, an item of information."""

    RECEIVED = auto()
    ACCEPTED = auto()
    REFUSED = auto()
    ASIDE = auto()  # neither accepted nor refused: corrected, passed on, withdrawn before
    HANDLED = auto()
    FINISHED = auto()
    PENDING = auto()
    RESULT = auto()  # succeeded, lost, settled
    OUTCOME = auto()  # upheld, annulled, withdrawn: the kinds of a decision


_WORDS: Final = {
    Stage.REFUSED: "不予受理|不符合受理|未予受理|不受理|未受理|不予立案|不予登记|决定不受理",
    Stage.PENDING: (
        "未办结|未审结|未结|未完成|未化解|未整改|未到|在办|在调|在审|在册|在矫|正在|尚未|尚在|待审|待办|待结|审理中|办理中|调处中"
        "|调解中|审查中|核查中|继续办理|结转下|剩余|余下|尚余|^余$|^余"
    ),
    Stage.ASIDE: "补正|告知|转送|另案|移送|撤回申请|放弃|视为放弃|其他处理|作其他",
    Stage.OUTCOME: (
        "维持|撤销|变更|确认违法|责令(?:限期)?履行|责令|驳回|终止|撤回|撤诉|和解|调解结案|准予|不予许可|不予支持|支持|予以纠正|终结"
        "|查实|查否|解除|优秀|良好|不合格|合格|不及格|及格|不达标|达标"
    ),
    Stage.RESULT: "未成功|成功|化解|认领|采纳|败诉|胜诉|纠错|落实|调结|调撤|出庭",
    Stage.FINISHED: "办结|审结|结案|执结|查结|办毕|已结|了结|办理完毕|处理完毕|办复|答复|回复|回访|整改|履行|解决|完成",
    Stage.ACCEPTED: "受理|立案|承接|转办|交办",
    Stage.RECEIVED: "收到|接收|接到|收案|共收|新收|收件|接访|接报|推送|上报|发现|排查|收集|征集",
    Stage.HANDLED: "办理|调处|调解|处理|审理|查办|检查|抽查|抽检|审查|审核|应诉|代理",
}
# What these say no later word of the name takes back: 正在整改, 不予受理.
_OUTRIGHT: Final = (Stage.PENDING.name, Stage.REFUSED.name)
_STAGE: Final = re.compile("|".join(f"(?P<{stage.name}>{words})" for stage, words in _WORDS.items()))

# What a stage comes after: it is part of the nearest figure of one of these.
AFTER: Final = {
    Stage.ACCEPTED: {Stage.RECEIVED},
    Stage.REFUSED: {Stage.RECEIVED},
    Stage.FINISHED: {Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED},
    Stage.PENDING: {Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED},
    Stage.RESULT: {Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED, Stage.FINISHED},
    Stage.OUTCOME: {Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED, Stage.FINISHED},
}
# Words by which cases of earlier years are among those finished this year.
CARRIED: Final = re.compile("结转|上年|往年|历年|去年|以前年度|旧存|存量|积案|遗留|新收|累计")
_FILLING: Final = re.compile(r"(?:已|被|并|予以|依法|全部|按时|按期|及时|经|了|率|数|量|后|的|其中|累计|共|均|为|达)+")
_STRIPPED: Final = re.compile("|".join(_WORDS.values()) + "|" + _FILLING.pattern)


def stage(mention: Mention) -> Stage | None:
    """The stage named nearest before the number, or in the words after a number that stands first."""
    name = mention.name
    found = None
    for match in _STAGE.finditer(name):
        found = match
        if mention.before == "" or match.lastgroup in _OUTRIGHT:
            break
    return Stage[found.lastgroup] if found is not None and found.lastgroup else None


def bare(mention: Mention) -> bool:
    """Whether the name is a stage and nothing else: 办结604件, not 审结二审案件9件."""
    return not _STRIPPED.sub("", mention.name)


def names_things(mention: Mention) -> bool:
    """Whether a figure without a stage can be a whole: it names things, not one measure among others (查封5家)."""
    return len(mention.name) >= 3


def alike(part: Mention, whole: Mention) -> bool:
    """Whether a stage and what it comes after speak of the same things: no other thing is named with the later one."""
    rest = _STRIPPED.sub("", part.name)
    if len(rest) < 2:
        return True
    words = whole.name + whole.tail
    shared = sum(rest[at : at + 2] in words for at in range(len(rest) - 1))
    return shared * 2 >= len(rest) - 1
