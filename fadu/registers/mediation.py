"""人民调解组织和人民调解员名册 ——《人民调解法》第二章、第三章；第十条：县级司法行政部门统计设立情况，通报基层人民法院.

The five kinds are those of the ministry's table: village, residents' committee, township or street, enterprise or
institution, trade or profession. Townships and trades set theirs up “参照本法有关规定” (第三十四条): the composition of
article 8 binds the others, of these it is not refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.law.calendar import standard_calendar
from fadu.law.due import last_day
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.ledger.book import Draft, append, append_many
from fadu.organs.models import Organ, Person
from fadu.organs.models.validity import in_force
from fadu.organs.secret import fingerprint

LEAST, MOST = 3, 9  # 第八条第二款 “委员三至九人”


class MediationKind(models.TextChoices):
    VILLAGE = "village", _("村人民调解委员会")
    RESIDENTS = "residents", _("社区（居）人民调解委员会")
    TOWNSHIP = "township", _("乡镇（街道）人民调解委员会")
    ENTERPRISE = "enterprise", _("企事业单位人民调解委员会")
    TRADE = "trade", _("行业性、专业性人民调解委员会")


BOUND = frozenset({MediationKind.VILLAGE, MediationKind.RESIDENTS, MediationKind.ENTERPRISE})


class Capacity(models.TextChoices):
    CHAIR = "chair", _("主任")
    VICE = "vice", _("副主任")
    MEMBER = "member", _("委员")
    ENGAGED = "engaged", _("聘任的人民调解员")


ELECTED = frozenset({Capacity.CHAIR, Capacity.VICE, Capacity.MEMBER})


class Committees(models.QuerySet["MediationOrganisation"]):
    def held_on(self, on: date) -> Self:
        """Committees that stand on that day."""
        return self.filter(in_force(on))


class Mediators(models.QuerySet["Mediator"]):
    def held_on(self, on: date) -> Self:
        """Mediators in office on that day."""
        return self.filter(in_force(on))


class MediationOrganisation(models.Model):
    """A committee, which is an ``Organ`` of its own so that disputes can be mediated in its name."""

    organ = models.OneToOneField(
        Organ, models.PROTECT, primary_key=True, related_name="mediation", verbose_name=_("人民调解委员会")
    )
    kind = models.CharField(_("类型"), max_length=12, choices=MediationKind.choices)
    place = models.CharField(_("所在地"), max_length=200, blank=True, default="")
    field = models.CharField(_("专业领域"), max_length=60, blank=True, default="")
    since = models.DateField(_("设立日期"))
    until = models.DateField(_("撤销日期"), null=True, blank=True)
    ground = models.CharField(_("撤销原因"), max_length=200, blank=True, default="")
    told_court_on = models.DateField(_("通报基层人民法院日期"), null=True, blank=True)

    objects = Committees.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人民调解组织")
        ordering = ["kind", "organ__name"]
        indexes = [models.Index(fields=["kind", "until"], name="mediation_org_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="mediation_org_ends_after_it_begins",
                violation_error_message=_("撤销日期不得早于设立日期"),
            )
        ]

    def __str__(self) -> str:
        return self.organ.name

    @property
    def stream(self) -> str:
        """The committee's chain in the ledger."""
        return f"mediation/{self.organ_id}"


class Mediator(models.Model):
    """A mediator: elected into a committee (委员) or engaged by it (第十三条). ``person``: the account, if any."""

    organisation = models.ForeignKey(
        MediationOrganisation, models.PROTECT, related_name="mediators", verbose_name=_("人民调解委员会")
    )
    name = models.CharField(_("姓名"), max_length=60)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("账号"), null=True, blank=True)
    capacity = models.CharField(_("身份"), max_length=8, choices=Capacity.choices, default=Capacity.MEMBER)
    woman = models.BooleanField(_("妇女"), default=False)
    minority = models.BooleanField(_("人数较少民族"), default=False)
    full_time = models.BooleanField(_("专职"), default=False)
    since = models.DateField(_("推选、聘任日期"))
    until = models.DateField(_("离任日期"), null=True, blank=True)
    ground = models.CharField(_("离任原因"), max_length=200, blank=True, default="")

    objects = Mediators.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人民调解员")
        ordering = ["organisation", "capacity", "name"]
        indexes = [models.Index(fields=["organisation", "until"], name="mediator_of_org")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="mediator_ends_after_begins",
                violation_error_message=_("离任日期不得早于推选、聘任日期"),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def term_ends(self) -> date | None:
        """The last day of a member's three years (第九条第二款); who is engaged has no term in the law."""
        if self.capacity not in ELECTED:
            return None
        return last_day(L.years(3), self.since, standard_calendar())


class MediationRefused(ValueError):
    """The register cannot take this; ``str`` names the provision and says what to do."""


def faults(kind: str, mediators: Sequence[Mediator]) -> Iterator[str]:
    """What the composition lacks of article 8, paragraph 2; of kinds that only follow it by reference nothing."""
    if kind not in BOUND:
        return
    members = [each for each in mediators if each.capacity in ELECTED]
    if not LEAST <= len(members) <= MOST:
        yield gettext("委员应为三至九人，现有{n}人（{cite}）").format(n=len(members), cite=L[8, 2])
    if sum(each.capacity == Capacity.CHAIR for each in members) != 1:
        yield gettext("应当设主任一人（{cite}）").format(cite=L[8, 2])
    if not any(each.woman for each in members):
        yield gettext("应当有妇女成员（{cite}）").format(cite=L[8, 3])


def establish(
    organisation: MediationOrganisation, mediators: Sequence[Mediator], *, by: Person
) -> MediationOrganisation:
    """Enter a committee with its people. Raises ``MediationRefused`` with what its composition lacks."""
    return establish_many([(organisation, mediators)], by=by)[0]


@transaction.atomic
def establish_many(
    committees: Sequence[tuple[MediationOrganisation, Sequence[Mediator]]], *, by: Person
) -> list[MediationOrganisation]:
    """Enter many committees at once, all or none, each with its ledger entry. Raises ``MediationRefused``."""
    for organisation, mediators in committees:
        if problem := next(faults(organisation.kind, mediators), ""):
            raise MediationRefused(f"{organisation.organ.name}：{problem}")
    entered = MediationOrganisation.objects.bulk_create([each for each, _people in committees])
    people = [mediator for _each, mediators in committees for mediator in mediators]
    for organisation, mediators in committees:
        for each in mediators:
            each.organisation = organisation
    Mediator.objects.bulk_create(people)
    append_many(
        Draft(
            stream=organisation.stream,
            act="establish",
            actor=by.username,
            on=organisation.since,
            cites=[L[8, 1].key if organisation.kind in BOUND else L[34].key],
            content={
                "name": organisation.organ.name,
                "kind": organisation.kind,
                "mediators": [[fingerprint(each.name), each.capacity] for each in mediators],
            },
        )
        for organisation, mediators in committees
    )
    return entered


@transaction.atomic
def elect(organisation: MediationOrganisation, members: Sequence[Mediator], *, on: date, by: Person) -> list[Mediator]:
    """A new term: the members in office leave the day before, the new ones begin on ``on`` (第九条)."""
    if problem := next(faults(organisation.kind, members), ""):
        raise MediationRefused(problem)
    before = date.fromordinal(on.toordinal() - 1)
    old = organisation.mediators.filter(capacity__in=ELECTED, until=None)
    if old.filter(since__gt=before).exists():
        raise MediationRefused(gettext("新一届的日期须晚于现任委员的推选日期"))
    old.update(until=before, ground=gettext("任期届满，换届"))
    for each in members:
        each.organisation, each.since = organisation, on
    entered = Mediator.objects.bulk_create(members)
    content = {"members": [[fingerprint(each.name), each.capacity] for each in entered]}
    append(organisation.stream, "elect", actor=by.username, on=on, cites=[L[9, 1].key], content=content)
    return entered


@transaction.atomic
def engage(organisation: MediationOrganisation, mediator: Mediator, *, by: Person) -> Mediator:
    """The committee engages a mediator who is no member of it (第十三条)."""
    if organisation.until is not None:
        raise MediationRefused(gettext("{name}已经撤销").format(name=organisation))
    mediator.organisation, mediator.capacity = organisation, Capacity.ENGAGED
    mediator.save(force_insert=True)
    content = {"mediator": fingerprint(mediator.name)}
    append(organisation.stream, "engage", actor=by.username, on=mediator.since, cites=[L[13].key], content=content)
    return mediator


@transaction.atomic
def discharge(mediator: Mediator, *, on: date, ground: str, by: Person) -> Mediator:
    """A mediator leaves: resigned, recalled or dismissed (第十五条). Raises ``MediationRefused``."""
    mediator = Mediator.objects.select_for_update().select_related("organisation").get(pk=mediator.pk)
    if mediator.until is not None or on < mediator.since or not ground.strip():
        raise MediationRefused(gettext("已经离任，或者离任日期早于到任，或者没有写明原因"))
    mediator.until, mediator.ground = on, ground.strip()
    mediator.save(update_fields=["until", "ground"])
    content = {"mediator": fingerprint(mediator.name), "ground": mediator.ground}
    append(mediator.organisation.stream, "discharge", actor=by.username, on=on, cites=[L[15].key], content=content)
    return mediator


@transaction.atomic
def dissolve(organisation: MediationOrganisation, *, on: date, ground: str, by: Person) -> MediationOrganisation:
    """A committee ends, and with it the office of its mediators. Raises ``MediationRefused``."""
    if organisation.until is not None or on < organisation.since or not ground.strip():
        raise MediationRefused(gettext("已经撤销，或者撤销日期早于设立，或者没有写明原因"))
    organisation.until, organisation.ground = on, ground.strip()
    organisation.save(update_fields=["until", "ground"])
    organisation.mediators.filter(until=None).update(until=on, ground=gettext("人民调解委员会撤销"))
    content = {"ground": organisation.ground}
    append(organisation.stream, "dissolve", actor=by.username, on=on, cites=[L[10].key], content=content)
    return organisation


@transaction.atomic
def tell_court(organisations: Sequence[MediationOrganisation], *, on: date, by: Person) -> int:
    """通报: the basic court is told of committees and their people (第十条 “及时通报所在地基层人民法院”)."""
    keys = [each.pk for each in organisations]
    MediationOrganisation.objects.filter(pk__in=keys).update(told_court_on=on)
    append_many(
        Draft(stream=each.stream, act="tell_court", actor=by.username, on=on, cites=[L[10].key], content={})
        for each in organisations
    )
    return len(keys)
