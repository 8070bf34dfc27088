"""府院联动台账: joint sessions of government and court, and the matters they put on their list until each is settled.

No law was seen that sets the session's rhythm; a quarterly one is what a county may agree on, so that the day by which
a matter is due is written in the list, not reckoned.
"""

from __future__ import annotations

from datetime import date

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.journals.entry import JournalEntry, JournalRefused
from fadu.ledger.book import append
from fadu.organs.models import Person


class JointSession(JournalEntry):
    """A session that ``organ`` called with the court and others on ``on``."""

    title = models.CharField(_("会议名称"), max_length=200)
    court = models.CharField(_("人民法院"), max_length=200)
    presider = models.CharField(_("召集人"), max_length=100, blank=True, default="")
    with_organs = models.CharField(_("参加单位"), max_length=400, blank=True, default="")

    JOURNAL = "joint_session"
    WRITTEN = ("title", "court", "presider", "with_organs")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("府院联席会议")

    def __str__(self) -> str:
        return f"{self.on} {self.title}"


class ListedMatter(JournalEntry):
    """清单事项: put on the list on ``on`` by a session, for ``organ`` to settle, which it did on ``settled_on``."""

    session = models.CharField(_("列入清单的联席会议"), max_length=200)
    matter = models.CharField(_("清单事项"), max_length=200)
    due_on = models.DateField(_("清单载明的完成日期"), null=True, blank=True)
    progress = models.TextField(_("进展"), blank=True, default="")
    settled_on = models.DateField(_("解决到位日期"), null=True, blank=True)

    JOURNAL = "listed_matter"
    WRITTEN = ("session", "matter", "due_on", "progress", "settled_on")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("联席会议清单事项")
        constraints = [
            *JournalEntry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(settled_on=None) | Q(settled_on__gte=F("on")),
                name="listed_matter_settled_after",
                violation_error_message=_("解决到位不能早于列入清单"),
            ),
        ]

    def __str__(self) -> str:
        return self.matter

    @property
    def unsettled(self) -> bool:
        """Still on the list."""
        return self.settled_on is None


@transaction.atomic
def settle(row: ListedMatter, *, on: date, progress: str, by: Person) -> ListedMatter:
    """The matter is settled on ``on``; ``progress`` says how. Raises ``JournalRefused``."""
    kept: ListedMatter = ListedMatter.objects.select_for_update().get(pk=row.pk)
    if kept.struck_on is not None:
        raise JournalRefused(gettext("该条已于{day}注销").format(day=kept.struck_on))
    if kept.settled_on is not None:
        raise JournalRefused(gettext("该事项已于{day}解决到位").format(day=kept.settled_on))
    if on < kept.on:
        raise JournalRefused(gettext("解决到位不能早于列入清单"))
    if not progress.strip():
        raise JournalRefused(gettext("须写明怎样解决"))
    kept.settled_on, kept.progress = on, progress.strip()
    kept.save(update_fields=["settled_on", "progress"])
    append(kept.stream, "settle", actor=by.username, on=on, cites=[], content={"progress": kept.progress})
    return kept
