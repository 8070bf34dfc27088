"""中止、恢复、延长: acts on a limit. Each has a ground from the limit's declaration, an approver, a cap and a count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine import deadlines
from fadu.engine.acts import refuse
from fadu.engine.declare import Ground, Limit
from fadu.engine.file import CaseFile, open_file
from fadu.engine.guards import CASEWORK, ahead
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Lengthening, Stop
from fadu.engine.refusals import Refusal, Refused
from fadu.law.periods import Period
from fadu.ledger.book import append
from fadu.organs.models import Person
from fadu.organs.standing import standing


def suspend(
    case: Case, limit: str, ground: str, *, by: Person, on: date, note: str = "", told_on: date | None = None
) -> Stop:
    """Stop the limit from ``on`` (first day that does not count) on a ground the declaration names."""
    with transaction.atomic():
        file, _rule, reason = _ground(case, limit, ground, "stoppable")
        reasons = list(_approval(file, reason, by, on))
        if Stop.objects.filter(case=file.case, limit=limit, until=None).exists():
            reasons.append(Refusal(reason.cites, reason.name, _("期限已在停算")))
        refuse([*reasons, *_within(file, limit, reason, on)])
        stop = Stop.objects.create(
            case=file.case, limit=limit, ground=ground, since=on, told_on=told_on, by=by, note=note
        )
        _enter(file, "suspend", reason, by, on, {"limit": limit, "ground": ground, "note": note})
    return stop


def resume(case: Case, limit: str, *, by: Person, on: date) -> Stop:
    """Let the limit run again: ``on`` is the first day that counts again. Raises ``Refused`` if it is not stopped."""
    with transaction.atomic():
        file = open_file(case, lock=True)
        stop = Stop.objects.filter(case=file.case, limit=limit, until=None).first()
        rule = _limit(file, limit)
        if stop is None:
            raise Refused([Refusal(rule.cites, rule.name, _("期限没有停算"))])
        if on <= stop.since:
            raise Refused([Refusal(rule.cites, rule.name, _("恢复计算的日期须晚于停算首日"))])
        # The first day that counts may be tomorrow: the stop then ends today.
        refuse(
            [*_working(file, rule.ground(stop.ground), by, on), *ahead(on - timedelta(days=1), rule.name, rule.cites)]
        )
        stop.until = date.fromordinal(on.toordinal() - 1)
        stop.save(update_fields=["until"])
        _enter(file, "resume", rule.ground(stop.ground), by, on, {"limit": limit})
    return stop


def extend(
    case: Case,
    limit: str,
    ground: str,
    period: Period,
    *,
    by: Person,
    on: date,
    note: str = "",
    told_on: date | None = None,
) -> Lengthening:
    """Lengthen the limit by ``period``, within the ground's cap and count, before it has run out."""
    with transaction.atomic():
        file, rule, reason = _ground(case, limit, ground, "extends")
        refuse([*_approval(file, reason, by, on), *_bounds(file, rule, reason, period, on)])
        longer = Lengthening.objects.create(
            case=file.case,
            limit=limit,
            ground=ground,
            on=on,
            number=period.number,
            unit=period.unit.value,
            told_on=told_on,
            by=by,
            note=note,
        )
        _enter(file, "extend", reason, by, on, {"limit": limit, "ground": ground, "period": str(period), "note": note})
    return longer


def tell(case: Case, limit: str, *, by: Person, on: date) -> Stop | Lengthening:
    """The party was told in writing on ``on`` of the last stop or lengthening of which it had not been told: it counts.

    Raises ``Refused`` if there is none.
    """
    with transaction.atomic():
        file = open_file(case, lock=True)
        rule = _limit(file, limit)
        untold = {"case": file.case, "limit": limit, "told_on": None}
        found: Stop | Lengthening | None = (
            Lengthening.objects.filter(**untold).last() or Stop.objects.filter(**untold).last()
        )
        if found is None:
            raise Refused([Refusal(rule.cites, rule.name, _("没有尚未书面告知的停算或者延长"))])
        reason = rule.ground(found.ground)
        refuse([*_working(file, reason, by, on), *ahead(on, reason.name, reason.cites)])
        found.told_on = on
        found.save(update_fields=["told_on"])
        _enter(file, "tell", reason, by, on, {"limit": limit, "ground": found.ground})
    return found


def _ground(case: Case, limit: str, ground: str, kind: str) -> tuple[CaseFile, Limit, Ground]:
    file = open_file(case, lock=True)
    rule = _limit(file, limit)
    for each in getattr(rule, kind):
        if each.key == ground:
            return file, rule, each
    raise Refused([Refusal(rule.cites, rule.name, _("法律没有规定这一事由"))])


def _limit(file: CaseFile, key: str) -> Limit:
    for _procedure, limit, _began in deadlines.running(file):
        if limit.key == key:
            return limit
    rule = file.edition(file.case.opened_on)
    raise Refused([Refusal(None, rule.name, _("期限“%(limit)s”没有起算") % {"limit": key})])


def _approval(file: CaseFile, ground: Ground, by: Person, on: date) -> Iterator[Refusal]:
    if file.case.closed_on is not None:
        yield Refusal(None, ground.name, _("案件已经办结"))
    if not standing([by], file.case.organ_id, on)[by.pk].holds(ground.by.posts):
        yield Refusal(ground.by.cites, ground.name, _("须经%(role)s批准") % {"role": ground.by.name})
    yield from ahead(on, ground.name, ground.cites)


def _working(file: CaseFile, ground: Ground, by: Person, on: date) -> Iterator[Refusal]:
    if not standing([by], file.case.organ_id, on)[by.pk].holds(CASEWORK):
        yield Refusal(ground.cites, ground.name, _("%(person)s当日不是本机关办案人员") % {"person": by.name})


def _within(file: CaseFile, limit: str, ground: Ground, on: date) -> Iterator[Refusal]:
    """A period stops while it runs: not before it has begun, not once it has run out or been met."""
    for clock in deadlines.reckon(file):
        if clock.limit.key != limit:
            continue
        if clock.met_on:
            yield Refusal(ground.cites, ground.name, _("期限内的事项已经办理"))
        elif on < clock.began_on:
            yield Refusal(
                ground.cites,
                ground.name,
                _("期限自%(day)s起算，不能在此之前停算") % {"day": clock.began_on.isoformat()},
            )
        elif on > clock.ends_on:
            yield Refusal(
                ground.cites, ground.name, _("期限已于%(day)s届满，不能再停算") % {"day": clock.ends_on.isoformat()}
            )


def _bounds(file: CaseFile, limit: Limit, ground: Ground, period: Period, on: date) -> Iterator[Refusal]:
    used = Lengthening.objects.filter(case=file.case, limit=limit.key, ground=ground.key).count()
    if ground.times and used >= ground.times:
        yield Refusal(ground.cites, ground.name, _("只能延长%(n)d次") % {"n": ground.times})
    if ground.cap and (period.unit is not ground.cap.unit or period.number > ground.cap.number):
        yield Refusal(ground.cites, ground.name, _("延长不得超过%(cap)s") % {"cap": ground.cap})
    for clock in deadlines.reckon(file):
        if clock.limit.key != limit.key:
            continue
        if clock.met_on:
            yield Refusal(limit.cites, ground.name, _("期限内的事项已经办理"))
        elif on > clock.ends_on:
            yield Refusal(
                limit.cites,
                ground.name,
                _("期限已于%(day)s届满，不能再延长") % {"day": clock.ends_on.isoformat()},
            )


def _enter(file: CaseFile, act: str, ground: Ground, by: Person, on: date, content: dict[str, str]) -> None:
    file.case.stopped = True
    append(
        file.case.number,
        act,
        actor=by.username,
        on=on,
        at=timezone.now(),
        cites=[ground.cites.key],
        content={name: hidden(value, file.case.parties.all()) for name, value in content.items()},
    )
    deadlines.project(file)
    file.case.save(update_fields=["stopped", "next_due_on", "next_due"])
