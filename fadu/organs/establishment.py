"""机关设立与变更: founding an organ, moving it in the tree, ending it. The caller records the act."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from stdnum.cn import uscc

from fadu.organs.kinds import Domain, OrganKind
from fadu.organs.models import Organ, Post, Region
from fadu.organs.refusal import NotAllowed


def doubtful(code: str) -> str:
    """What is wrong with a 统一社会信用代码 by GB 32100, empty when nothing is.

    Some codes issued early fail the check: whoever enters one confirms it, so this warns and does not refuse.
    """
    return "" if not code or uscc.is_valid(code) else _("统一社会信用代码{code}校验不通过，请核对").format(code=code)


@transaction.atomic
def establish(
    name: str,
    region: Region,
    *,
    code: str = "",
    code_confirmed: bool = False,
    kind: str = OrganKind.DEPARTMENT,
    parent: Organ | None = None,
    word: str = "",
    domain: str = Domain.GENERAL,
) -> Organ:
    """A new organ. ``code_confirmed`` takes a code whose check digit fails. Raises ``NotAllowed``."""
    code = code.strip().upper()
    if (doubt := doubtful(code)) and not code_confirmed:
        raise NotAllowed(doubt)
    organ = Organ(
        name=name.strip(), code=code, kind=kind, parent=parent, region=region, word=word.strip(), domain=domain
    )
    try:
        organ.full_clean()
    except ValidationError as fault:
        raise NotAllowed("；".join(fault.messages)) from fault
    organ.save(force_insert=True)
    return organ


@transaction.atomic
def place_under(organ: Organ, parent: Organ | None) -> Organ:
    """Move the organ in the tree; an organ cannot come under itself or what lies under it. Raises ``NotAllowed``."""
    above, seen = parent, set()
    while above is not None and above.pk not in seen:
        if above.pk == organ.pk:
            raise NotAllowed(_("{organ}不能隶属于自己或者自己的下级").format(organ=organ))
        seen.add(above.pk)
        above = above.parent
    organ.parent = parent
    organ.save(update_fields=["parent"])
    return organ


@transaction.atomic
def dissolve(organ: Organ, *, on: date) -> Organ:
    """End the organ: no new post there. Refused while anybody holds a post after ``on``. Raises ``NotAllowed``."""
    if post := Post.objects.in_force(on).filter(organ=organ).exclude(until=on).select_related("person").first():
        raise NotAllowed(_("{person}在{organ}的职务尚未免去").format(person=post.person, organ=organ))
    organ.active = False
    organ.save(update_fields=["active"])
    return organ
