"""The tables of the ledger. Rows are entered by ``book``, ``attachments`` and ``seals`` only, and never change."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.ledger.canonical import canonical_list


class Texts(models.TextField):  # type: ignore[type-arg]
    """A list of texts, kept as the canonical JSON that was hashed; read as a tuple."""

    def from_db_value(self, value: str | None, *_args: Any) -> tuple[str, ...] | None:
        return value if value is None else self.to_python(value)

    def to_python(self, value: Any) -> Any:
        return tuple(json.loads(value)) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else canonical_list(value, self.name)


class Entry(models.Model):
    """One act, as it was entered. ``number`` runs through the whole ledger without gaps, ``seq`` through the stream."""

    number = models.BigIntegerField(_("账页号"), primary_key=True)
    stream = models.TextField(_("卷"))
    seq = models.IntegerField(_("卷内序号"))
    at = models.DateTimeField(_("记入时刻"))
    on = models.DateField(_("发生日期"))
    actor = models.TextField(_("经办"))
    principal = models.TextField(_("委托人"), blank=True)
    act = models.TextField(_("事项"))
    cites = Texts(_("依据"))
    content = models.TextField(_("内容"))
    before = models.CharField(_("本卷前一摘要"), max_length=64, blank=True)
    above = models.CharField(_("账上前一摘要"), max_length=64, blank=True)
    algorithm = models.CharField(_("算法"), max_length=8)
    digest = models.CharField(_("摘要"), max_length=64)

    class Meta:
        verbose_name = _("账页")
        verbose_name_plural = _("账页")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["stream", "seq"], name="ledger_entry_stream_seq"),
            models.CheckConstraint(condition=Q(number__gte=1, seq__gte=1), name="ledger_entry_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.stream}#{self.seq} {self.act}"

    def read(self) -> dict[str, Any]:
        """The content as values (decimals, days and moments as the texts that were hashed)."""
        content: dict[str, Any] = json.loads(self.content)
        return content


class Head(models.Model):
    """How far a book has come: its last number and digest. Locked by each writer, so that numbers have no gaps."""

    book = models.CharField(max_length=8, primary_key=True)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    ENTRIES = "entry"
    SEALS = "seal"

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(book__in=["entry", "seal"]), name="ledger_head_books")]

    def __str__(self) -> str:
        return f"{self.book} {self.number}"


class Attachment(models.Model):
    """A file under the data folder, found by the digest of its bytes, which enters the chain with the act's entry."""

    digest = models.CharField(_("摘要"), max_length=64, db_index=True)
    algorithm = models.CharField(_("算法"), max_length=8)
    size = models.BigIntegerField(_("字节数"))
    media_type = models.CharField(_("类型"), max_length=100)
    name = models.TextField(_("文件名"))
    at = models.DateTimeField(_("记入时刻"))

    class Meta:
        verbose_name = _("附件")
        verbose_name_plural = _("附件")

    def __str__(self) -> str:
        return self.name

    def for_ledger(self) -> dict[str, object]:
        """How an act's content names the file; without its name, which may be a person's: a digest cannot forget."""
        return {
            "algorithm": self.algorithm,
            "attachment": self.digest,
            "media_type": self.media_type,
            "size": self.size,
        }


class Seal(models.Model):
    """封存: the root over the entries ``first`` to ``last`` (none where ``last`` is ``first - 1``), chained by day."""

    number = models.IntegerField(_("封存号"), primary_key=True)
    day = models.DateField(_("封存日"), unique=True)
    first = models.BigIntegerField(_("起账号"))
    last = models.BigIntegerField(_("止账号"), db_index=True)
    root = models.CharField(_("根摘要"), max_length=64)
    at = models.DateTimeField(_("封存时刻"))
    before = models.CharField(_("前一封存摘要"), max_length=64, blank=True)
    head = models.CharField(_("止账摘要"), max_length=64, blank=True)
    algorithm = models.CharField(_("算法"), max_length=8)
    digest = models.CharField(_("封存摘要"), max_length=64)

    class Meta:
        verbose_name = _("封存")
        verbose_name_plural = _("封存")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.day}"

    @property
    def entries(self) -> int:
        """How many entries lie under the seal."""
        return self.last - self.first + 1
