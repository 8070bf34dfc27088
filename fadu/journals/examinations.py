"""行政执法资格考试台账: examinations held, who sat them, who passed; only who passed is given a certificate."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.journals.entry import JournalEntry, JournalRefused, enter
from fadu.ledger.book import append
from fadu.organs.models import Organ, Person
from fadu.organs.secret import fingerprint


class Examination(JournalEntry):
    """An examination held by ``organ``."""

    title = models.CharField(_("考试名称"), max_length=200)

    JOURNAL = "examination"
    WRITTEN = ("title",)

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("行政执法资格考试")

    def __str__(self) -> str:
        return f"{self.on} {self.title}"


class Candidate(models.Model):
    """One person in one examination; ``passed`` is empty until it is marked."""

    examination = models.ForeignKey(Examination, models.PROTECT, verbose_name=_("考试"), related_name="candidates")
    name = models.CharField(_("姓名"), max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name=_("所在单位"), related_name="+")
    score = models.DecimalField(_("成绩"), max_digits=5, decimal_places=1, null=True, blank=True)
    passed = models.BooleanField(_("合格"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("应试人员")
        ordering = ["examination", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=0),
                name="candidate_score",
                violation_error_message=_("成绩不能为负"),
            )
        ]
        indexes = [models.Index(fields=["examination", "passed"], name="candidate_passed")]

    def __str__(self) -> str:
        return self.name


@transaction.atomic
def hold(examination: Examination, candidates: Sequence[Candidate], *, by: Person) -> Examination:
    """Enter an examination with its candidates. Raises ``JournalRefused`` when nobody sat it."""
    if not candidates:
        raise JournalRefused(gettext("请填写应试人员"))
    held = enter(examination, by=by)
    for each in candidates:
        each.examination = held
    Candidate.objects.bulk_create(candidates)
    append(
        held.stream,
        "candidates",
        actor=by.username,
        on=held.on,
        cites=[],
        content={
            "candidates": [[fingerprint(each.name), each.organ.code or each.organ.name] for each in candidates],
            "passed": sum(1 for each in candidates if each.passed),
        },
    )
    return held
