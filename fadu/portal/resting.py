"""What rests on a provision: the steps, limits, papers and publicity of every procedure, and our rules of time.

The index is made once from the declarations, by article; it holds no word of the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Guard, Lapse, Procedure, Publicity, Wait
from fadu.engine.registry import all_procedures, newest
from fadu.law.rules import RULES, Rule
from fadu.law.statute import Cite
from fadu.portal.pages import Label
from fadu.portal.pointing import english

STEP, LIMIT, PAPER, PUBLICITY, BAR, COLUMN = (
    _("步骤"), _("期限"), _("文书"), _("公开"), _("条件"), _("记载事项"),
)  # fmt: skip


@dataclass(frozen=True)
class Use:
    """One thing that rests on a provision: of which kind, what it is called, in which procedure and edition."""

    cite: Cite
    kind: Label
    name: Label
    procedure: Procedure


def touches(one: Cite, other: Cite) -> bool:
    """Whether one of the two provisions is the other, or holds it."""
    if one.statute is not other.statute or one.article != other.article:
        return False
    pairs = ((one.paragraph, other.paragraph), (one.item, other.item))
    return all(a is None or b is None or a == b for a, b in pairs)


def uses(cite: Cite) -> list[Use]:
    """What rests on the provision, on something in it, or on what holds it."""
    found: dict[tuple[str, ...], Use] = {}
    for use in index().get((cite.statute.key, cite.article), ()):
        if touches(use.cite, cite):
            found.setdefault((str(use.kind), str(use.name), use.procedure.key, use.procedure.edition), use)
    return list(found.values())


def rules(cite: Cite) -> list[Rule]:
    """Our rules resting on the provision, on something in it, or on what holds it."""
    found = rules_by_article().get((cite.statute.key, cite.article), ())
    return [rule for rule in found if rule.cite is not None and touches(rule.cite, cite)]


@cache
def rules_by_article() -> Mapping[tuple[str, str], Sequence[Rule]]:
    """The rules whose text was seen, by statute and article."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for rule in RULES.values():
        if rule.cite is not None:
            found.setdefault((rule.cite.statute.key, rule.cite.article), []).append(rule)
    return found


@cache
def index() -> Mapping[tuple[str, str], Sequence[Use]]:
    """Everything declared, by statute and article; made once."""
    found: dict[tuple[str, str], list[Use]] = {}
    for procedure in all_procedures():
        for cite, kind, name in _declared(procedure):
            found.setdefault((cite.statute.key, cite.article), []).append(Use(cite, kind, name, procedure))
    return found


Declared = tuple[Cite, Label, Label]


def _declared(procedure: Procedure) -> Iterator[Declared]:
    for step in procedure.steps:
        yield step.cites, STEP, step.name
        for paper in step.yields:
            yield paper.cites, PAPER, paper.name
        for outcome in step.outcomes:
            yield outcome.cites, STEP, _both(step.name, outcome.name)
        bars: tuple[Guard | Wait | Lapse, ...] = (*step.guards, *step.waits, *step.lapses)
        for bar in bars:
            yield bar.cites, BAR, _both(step.name, bar.says)
        if step.deliberation:
            yield step.deliberation.cites, BAR, _both(step.name, _("集体讨论"))
    for limit in procedure.limits:
        yield limit.cites, LIMIT, limit.name
        for ground in (*limit.suspends, *limit.extends):
            yield ground.cites, LIMIT, _both(limit.name, ground.name)
    for publicity in procedure.publicity:
        yield from _public(publicity)
    if procedure is not newest(procedure.key):
        return  # the record is shared by the editions; its columns cite the law as it stands
    for column in procedure.record._meta.concrete_fields:
        cite: Any = getattr(column, "cites", None)
        if isinstance(cite, Cite):
            yield cite, COLUMN, column.verbose_name


def _both(one: Label, other: Label) -> Label:
    """Two names said together in the reader's language: the index outlives the request."""
    return lazystr(_Pair(one, other))


@dataclass(frozen=True)
class _Pair:
    one: Label
    other: Label

    def __str__(self) -> str:
        return f"{self.one}: {self.other}" if english() else f"{self.one}：{self.other}"


def _public(publicity: Publicity) -> Iterator[Declared]:
    yield publicity.cites, PUBLICITY, _("公开决定")
    for term in publicity.terms:
        yield term.cites, PUBLICITY, _("公示期")
    if publicity.withdrawn_cites:
        yield publicity.withdrawn_cites, PUBLICITY, _("撤回公开")
