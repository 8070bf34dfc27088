"""任免: appointing to a post and dismissing from it. The caller records the act in the ledger."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from fadu.law.statutes import PENALTY_2017, PENALTY_2021
from fadu.organs.kinds import ADMINISTRATORS, USUAL_SCOPE, PersonKind, PostKind, Scope
from fadu.organs.models import Organ, Person, Post
from fadu.organs.models.validity import overlapping
from fadu.organs.refusal import NotAllowed

# "初次从事……应当通过国家统一法律职业资格考试": who was reviewing before 2018-01-01, or reviews again, needs none.
FIRST_REVIEW = (PENALTY_2021[58, 2], PENALTY_2017[38, 3])


@transaction.atomic
def appoint(
    person: Person,
    organ: Organ,
    kind: str,
    *,
    since: date,
    until: date | None = None,
    scope: str | None = None,
    qualification: str = "",
    seasoned: bool = False,
) -> Post:
    """Give ``person`` the post ``kind`` at ``organ`` from ``since`` to ``until``, both days included.

    ``scope`` defaults to the usual one of the kind. A reviewer needs ``qualification`` (number of the certificate of
    legal qualification) or ``seasoned`` (has done this work before): 行政处罚法第五十八条第二款. Raises ``NotAllowed``.
    """
    kind = PostKind(kind)
    scope = Scope(scope) if scope else USUAL_SCOPE.get(kind, Scope.OWN)
    # The lock holds back a second appointment of the same person until this one is written.
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.kind != PersonKind.STAFF:
        raise NotAllowed(_("{person}是公众用户，不能任职；请先开立工作人员账号").format(person=person))
    if not person.is_active:
        raise NotAllowed(_("{person}的账号已停用，不能任职；请先启用").format(person=person))
    if not organ.active:
        raise NotAllowed(_("{organ}已停用，不能任职").format(organ=organ))
    if until is not None and until < since:
        raise NotAllowed(_("免职日期{until}早于任职日期{since}").format(until=until, since=since))
    rule = next((cite for cite in FIRST_REVIEW if cite.statute.in_force and cite.statute.in_force <= since), None)
    if kind == PostKind.REVIEWER and rule and not qualification and not seasoned:
        raise NotAllowed(
            _("初次从事法制审核的人员应当取得法律职业资格：请填写证书编号，或者说明{person}并非初次从事").format(
                person=person
            ),
            rule,
        )
    held = Post.objects.filter(overlapping(since, until), person=person)
    if same := held.filter(organ=organ, kind=kind).first():
        raise NotAllowed(
            _("{person}自{since}起已在{organ}任{kind}").format(
                person=person, since=same.since, organ=organ, kind=kind.label
            )
        )
    if kind in ADMINISTRATORS and (other := held.filter(kind__in=ADMINISTRATORS).first()):
        raise NotAllowed(
            _("{person}自{since}起任{other}，系统、安全、审计管理员不得由同一人兼任（GB/T 22239-2019 8.1.4.2）").format(
                person=person, since=other.since, other=other.get_kind_display()
            )
        )
    return Post.objects.create(
        person=person,
        organ=organ,
        kind=kind,
        scope=scope,
        since=since,
        until=until,
        qualification=qualification,
        seasoned=seasoned,
    )


@transaction.atomic
def dismiss(post: Post, *, on: date) -> Post:
    """End the post; ``on`` is its last day. What its holder delegated ends with it. Raises ``NotAllowed``."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if on < post.since:
        raise NotAllowed(_("免职日期{until}早于任职日期{since}").format(until=on, since=post.since))
    if post.until is not None and post.until <= on:
        raise NotAllowed(_("该职务已于{until}终止").format(until=post.until))
    post.until = on
    post.save(update_fields=["until"])
    return post
