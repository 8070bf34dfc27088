"""关联案件的链: from one case to those it came of and those that came of it, as far as the links go.

Mediation and its confirmation; penalty, reconsideration, lawsuit and correction; a petition and the procedure it was
led into: walked step by step, each case once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.engine.models import Case, Link

DEPTH: Final = 6
MOST: Final = 60

# What the case is to the other, and what the other is to it.
KINDS: Final[Mapping[str, tuple[Label, Label]]] = {
    "related": (_("关联"), _("关联")),
    "merged": (_("并入"), _("并入了")),
    "seizure": (_("来自查封扣押"), _("转入处罚")),
    "referral": (_("移送自"), _("移送公安")),
    "contests": (_("不服"), _("被申请复议或者起诉")),
    "diverts": (_("导入该案"), _("由信访导入")),
    "confirms": (_("确认该案的协议"), _("申请司法确认")),
    "follows": (_("后续于"), _("后续")),
    "corrects": (_("纠正"), _("被纠正")),
    "complains_of": (_("投诉举报该案"), _("被投诉举报")),
    "came_of": (_("来自"), _("引出")),
}


@dataclass(frozen=True)
class Joined:
    """One case of the chain: how far it is from the first, and by which link it was reached, said from that side."""

    case: Case
    steps: int
    beside: Case | None = None
    kind: Label = ""
    cites: str = ""


@dataclass
class Chain:
    """The cases joined to one case, in the order of their opening."""

    joined: list[Joined] = field(default_factory=list)
    more: bool = False


def chain(case: Case, *, hidden: Q | None = None) -> Chain:
    """Everything linked to ``case``, itself included; one query for each step away, at most ``DEPTH``.

    ``hidden`` is a filter over ``Case`` of what must not even be named to whoever asks.
    """
    found = {case.pk: Joined(case, 0)}
    edge, result = {case.pk}, Chain()
    for steps in range(1, DEPTH + 1):
        links = Link.objects.filter(Q(case__in=edge) | Q(other__in=edge)).select_related("case__organ", "other__organ")
        fresh: dict[int, Joined] = {}
        for link in links[: MOST * 2]:
            for here, there, forward in ((link.case, link.other, True), (link.other, link.case, False)):
                if here.pk in edge and there.pk not in found and there.pk not in fresh:
                    said = KINDS.get(link.kind, (link.kind, link.kind))
                    # Said of the case reached: forward, it is what the link calls the other.
                    fresh[there.pk] = Joined(there, steps, here, said[1] if forward else said[0], link.cites)
        if hidden is not None and fresh:
            for key in Case.objects.filter(hidden, pk__in=fresh).values_list("pk", flat=True):
                del fresh[key]
        if not fresh:
            break
        if len(found) + len(fresh) > MOST:
            result.more = True
            break
        found |= fresh
        edge = set(fresh)
    result.joined = sorted(found.values(), key=lambda each: (each.case.opened_on, each.case.pk))
    return result
