"""职务 and 委托: who holds which post at which organ, and who stands in for whom, each from a day to a day."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import ADMINISTRATORS, PostKind, Scope
from fadu.organs.models.validity import in_force


class Posts(models.QuerySet["Post"]):
    def in_force(self, on: date) -> Self:
        """Posts held on that day."""
        return self.filter(in_force(on))


class Post(models.Model):
    """A post held by a person at an organ; both days included. ``scope`` says how far its holder sees."""

    person = models.ForeignKey("organs.Person", models.PROTECT, verbose_name=_("人员"), related_name="posts")
    organ = models.ForeignKey("organs.Organ", models.PROTECT, verbose_name=_("机关"), related_name="posts")
    kind = models.CharField(_("职务"), max_length=16, choices=PostKind.choices)
    scope = models.CharField(_("数据范围"), max_length=8, choices=Scope.choices, default=Scope.OWN)
    # 初次从事法制审核的人员应当取得法律职业资格: which one, or that the person had done this work before.
    qualification = models.CharField(_("法律职业资格证书编号"), max_length=40, blank=True, default="")
    seasoned = models.BooleanField(_("非初次从事"), default=False)
    since = models.DateField(_("任职日期"))
    until = models.DateField(_("免职日期"), null=True, blank=True, help_text=_("含当日；空缺表示在任"))

    objects = Posts.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("职务")
        ordering = ["organ", "kind", "since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="post_ends_after_it_begins",
                violation_error_message=_("免职日期不得早于任职日期"),
            ),
            models.CheckConstraint(condition=Q(kind__in=PostKind.values), name="post_kind_known"),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="post_scope_known"),
            models.UniqueConstraint(
                fields=["person", "organ", "kind"],
                condition=Q(until=None),
                name="post_held_once",
                violation_error_message=_("该人员在该机关已任此职"),
            ),
            # Dated posts are held apart by a trigger (migration 0002); this one also answers in forms.
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until=None, kind__in=sorted(ADMINISTRATORS)),
                name="post_administrators_exclude",
                violation_error_message=_("系统、安全、审计管理员不得由同一人兼任"),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "organ", "kind"], name="post_of_person"),
            models.Index(fields=["organ", "kind", "until"], name="post_at_organ"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.get_kind_display()} {self.person}"


def delegation_in_force(on: date, prefix: str = "") -> Q:
    """Delegations that run on the day ``on``: within their term and not withdrawn on that day or before."""
    kept = Q(**{f"{prefix}withdrawn_on": None}) | Q(**{f"{prefix}withdrawn_on__gt": on})
    return in_force(on, prefix) & kept


class Delegations(models.QuerySet["Delegation"]):
    def in_force(self, on: date) -> Self:
        """Delegations that run on that day, of posts that their principals hold on that day."""
        return self.filter(delegation_in_force(on), in_force(on, "post__"))


class Delegation(models.Model):
    """A post exercised by a delegate in the name of its holder, always to a last day; acts carry both names."""

    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("职务"), related_name="delegations")
    principal = models.ForeignKey(
        "organs.Person", models.PROTECT, verbose_name=_("委托人"), related_name="delegations_given"
    )
    delegate = models.ForeignKey(
        "organs.Person", models.PROTECT, verbose_name=_("受托人"), related_name="delegations_received"
    )
    since = models.DateField(_("起始日期"))
    until = models.DateField(_("截止日期"), help_text=_("含当日"))
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)

    objects = Delegations.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("委托")
        ordering = ["-since", "post"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="delegation_ends_after_it_begins",
                violation_error_message=_("截止日期不得早于起始日期"),
            ),
            models.CheckConstraint(
                condition=~Q(principal=F("delegate")),
                name="delegation_to_another",
                violation_error_message=_("不得委托本人"),
            ),
        ]
        indexes = [models.Index(fields=["delegate", "until"], name="delegation_of_delegate")]

    def __str__(self) -> str:
        return f"{self.principal} → {self.delegate}"
