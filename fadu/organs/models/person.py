"""人员: whoever signs in. What a person may do follows from posts and certificates, never from the account."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import PersonKind
from fadu.organs.secret import EncryptedField


class People(BaseUserManager["Person"]):
    """Makes accounts. There is no superuser: the three administrators divide what one would hold."""

    def create_user(
        self,
        username: str,
        password: str | None = None,
        *,
        name: str = "",
        kind: str = PersonKind.STAFF,
        **rest: object,
    ) -> Person:
        """An account with its password hashed; no password leaves an account that cannot sign in."""
        person = self.model(username=self.model.normalize_username(username), name=name or username, kind=kind, **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """A member of staff or a citizen. Number of identity card and telephone are stored encrypted."""

    username = models.CharField(_("账号"), max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(_("姓名"), max_length=60, db_index=True)
    kind = models.CharField(_("类别"), max_length=8, choices=PersonKind.choices, default=PersonKind.STAFF)
    id_number = EncryptedField(_("身份证件号码"), blank=True, default="")
    id_fingerprint = models.CharField(_("身份证件号码摘要"), max_length=80, blank=True, default="", editable=False)
    phone = EncryptedField(_("联系电话"), blank=True, default="")
    is_active = models.BooleanField(_("启用"), default=True)
    must_change_password = models.BooleanField(_("须修改密码"), default=False)
    password_set_at = models.DateTimeField(_("密码设置时间"), null=True, blank=True, editable=False)
    former_passwords = models.JSONField(_("曾用密码摘要"), default=list, blank=True, editable=False)
    created_at = models.DateTimeField(_("开户时间"), auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[People] = People()

    class Meta:
        verbose_name = verbose_name_plural = _("人员")
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "id_fingerprint"],
                condition=~Q(id_fingerprint=""),
                name="person_identity_once",
                violation_error_message=_("该身份证件号码已有同类账号"),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[PersonKind.STAFF, PersonKind.CITIZEN]), name="person_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["is_active", "last_login"], name="person_dormant")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff_member(self) -> bool:
        """Whether the account belongs to staff; a citizen never reaches the desk."""
        return self.kind == PersonKind.STAFF
