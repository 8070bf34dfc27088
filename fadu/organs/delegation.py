"""委托: a post exercised for a time in the name of its holder. The caller records the act in the ledger."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fadu.organs.kinds import ADMINISTRATORS, DELEGABLE, PersonKind, PostKind
from fadu.organs.models import Delegation, Person, Post
from fadu.organs.models.validity import overlapping
from fadu.organs.refusal import NotAllowed


@transaction.atomic
def delegate(post: Post, to: Person, *, since: date, until: date) -> Delegation:
    """Let ``to`` exercise ``post`` from ``since`` to ``until``, both days included; acts will carry both names.

    Only posts in ``DELEGABLE``, only within the term of the post, only to a member of staff with a post of his own at
    the same organ who is no administrator, and to one person at a time. What was delegated is not delegated on: a post
    is its holder's to lend. Raises ``NotAllowed``.
    """
    post = Post.objects.select_for_update().select_related("person", "organ").get(pk=post.pk)
    if post.kind not in DELEGABLE:
        raise NotAllowed(_("{kind}应当由本人履职，不得委托").format(kind=PostKind(post.kind).label))
    if until < since:
        raise NotAllowed(_("截止日期{until}早于起始日期{since}").format(until=until, since=since))
    if since < post.since or (post.until is not None and until > post.until):
        raise NotAllowed(_("委托期间超出任职期间（{post}）").format(post=post))
    if to.pk == post.person_id:
        raise NotAllowed(_("不得委托本人"))
    if to.kind != PersonKind.STAFF or not to.is_active:
        raise NotAllowed(_("{person}不是在用的工作人员账号，不能受托").format(person=to))
    if not Post.objects.in_force(since).filter(person=to, organ=post.organ).exists():
        raise NotAllowed(_("{person}在{organ}没有职务，不能受托").format(person=to, organ=post.organ))
    if Post.objects.in_force(since).filter(person=to, kind__in=ADMINISTRATORS).exists():
        # Who administers the system does not read what it holds: no delegation opens it to him.
        raise NotAllowed(_("{person}任系统、安全或者审计管理员，不能受托").format(person=to))
    running = Delegation.objects.filter(
        overlapping(since, until), Q(withdrawn_on=None) | Q(withdrawn_on__gt=since), post=post
    )
    if other := running.select_related("delegate").first():
        raise NotAllowed(
            _("该职务已在{since}至{until}委托给{person}，请先撤回").format(
                since=other.since, until=other.until, person=other.delegate
            )
        )
    return Delegation.objects.create(post=post, principal=post.person, delegate=to, since=since, until=until)


@transaction.atomic
def withdraw_delegation(delegation: Delegation, *, on: date) -> Delegation:
    """End the delegation before its term; from the day ``on`` it no longer holds. Raises ``NotAllowed``."""
    delegation = Delegation.objects.select_for_update().get(pk=delegation.pk)
    if delegation.withdrawn_on is not None:
        raise NotAllowed(_("该委托已于{day}撤回").format(day=delegation.withdrawn_on))
    if on > delegation.until:
        raise NotAllowed(_("该委托已于{day}到期").format(day=delegation.until))
    delegation.withdrawn_on = on
    delegation.save(update_fields=["withdrawn_on"])
    return delegation
