"""What a key of a declaration is called: procedures, steps, limits, outcomes, acts, as lists and files print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Limit, Procedure, Step
from fadu.engine.registry import all_procedures, editions, newest

Label = str | Promise

ENDS: Final[Mapping[str, Label]] = {"merged": _("并案"), "withdrawn": _("撤销案件")}
SOURCES: Final[Mapping[str, Label]] = {
    "inspection": _("监督检查"),
    "report": _("投诉举报"),
    "referred": _("其他机关移送"),
    "assigned": _("上级交办"),
    "self": _("当事人主动报告"),
    "other": _("其他"),
    "application": _("申请"),
    "rating": _("差评"),
}
ACTS: Final[Mapping[str, Label]] = {
    "open": _("开始办理"),
    "correct": _("更正"),
    "assign": _("确定承办人"),
    "transfer": _("移送管辖"),
    "hand_on": _("转到受转送、交办的机关"),
    "merge": _("并案"),
    "withdraw": _("撤销案件"),
    "reopen": _("恢复办理"),
    "keep_edition": _("保留适用原版本"),
    "suspend": _("期限中止计算"),
    "resume": _("期限恢复计算"),
    "extend": _("延长期限"),
    "paper": _("制作文书"),
    "void_paper": _("作废文书"),
    "serve": _("送达"),
    "receipt": _("登记送达日期"),
    "evidence": _("收集证据"),
    "exclude_evidence": _("排除证据"),
    "publish": _("公开"),
    "take_back": _("撤回公开"),
    "repair": _("信用修复"),
    "ask_recusal": _("申请回避"),
    "decide_recusal": _("决定回避"),
    "import": _("外部系统导入"),
    "link": _("关联案件"),
    "renew_code": _("补发查询码"),
}


def procedures() -> list[Procedure]:
    """The newest edition of every procedure the house knows."""
    return [newest(key) for key in dict.fromkeys(each.key for each in all_procedures())]


def procedure_name(key: str) -> Label:
    """The procedure's name; the key itself if the house does not know it."""
    try:
        return newest(key).name
    except (KeyError, IndexError):
        return key


def step_of(procedure: str, key: str) -> Step | None:
    """The step of that key from the newest edition that has it."""
    for each in _editions(procedure):
        for step in each.steps:
            if step.key == key:
                return step
    return None


def step_name(procedure: str, key: str) -> Label:
    """What a step is called; empty before the first."""
    step = step_of(procedure, key)
    return step.name if step else ACTS.get(key, key)


def limit_of(procedure: str, key: str, edition: str = "") -> Limit | None:
    """The limit of that key from the named edition, else from the newest that has it."""
    for each in _editions(procedure):
        if edition and each.edition != edition:
            continue
        for limit in each.limits:
            if limit.key == key:
                return limit
    return None


def limit_name(procedure: str, key: str) -> Label:
    """What a limit is called."""
    limit = limit_of(procedure, key)
    return limit.name if limit else key


def outcome_name(procedure: str, key: str) -> Label:
    """What an outcome of any step of the procedure is called; the ends every case may have are known too."""
    if key in ENDS or not key:
        return ENDS.get(key, "")
    for each in _editions(procedure):
        for step in each.steps:
            for outcome in step.outcomes:
                if outcome.key == key:
                    return outcome.name
    return key


def _editions(procedure: str) -> Iterator[Procedure]:
    try:
        yield from reversed(editions(procedure))
    except KeyError:
        return
