"""How a day was found, in words that a citizen and a judge can read, in Chinese and English, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from fadu.law.calendar import Calendar
from fadu.law.periods import PARTY, Period, Running, Unit
from fadu.law.statute import STATUTES, Cite

if TYPE_CHECKING:
    from fadu.law.due import Longer, Pause

ONE_DAY: Final = timedelta(days=1)
CIVIL_CODE_SINCE: Final = date(2021, 1, 1)
SATURDAY: Final = 5
LISTED: Final = 12  # runs of days off named one by one; in a longer period they are counted


class Found(NamedTuple):
    """One line of a derivation in both languages, with the provision it rests on."""

    zh: str
    en: str
    cite: Cite | None = None


def forward(
    period: Period,
    start: date,
    end: date,
    day: date,
    rule: Running | None,
    calendar: Calendar,
    pauses: Sequence[Pause],
    extensions: Sequence[Longer],
    running: Pause | None,
    projected: bool,
) -> tuple[Found, ...]:
    """The derivation of a period in days, months or years."""
    found = [_start(start, rule), _length(period, start)]
    if period.unit is Unit.WORKING_DAY:
        found += _skipped(start, end, calendar)
    found += [_pause(pause) for pause in pauses if pause.since < day]
    found += [_longer(extension) for extension in extensions]
    if period.unit is not Unit.WORKING_DAY:
        found += _rolled(end, day, rule, calendar, period)
    if projected:
        found.append(_projected(calendar, day))
    if running is not None:
        found.append(_held(running, day))
    else:
        found.append(Found(f"期间的最后一日是{zh(day)}。", f"The last day of the period is {en(day)}."))
        found += _closing(start)
        found += _posted(period, rule)
    return tuple(found)


def hourly(
    period: Period,
    start: date | datetime,
    counted: datetime,
    moment: datetime,
    rule: Running | None,
    pauses: Sequence[Pause],
    extensions: Sequence[Longer],
    running: Pause | None,
) -> tuple[Found, ...]:
    """The derivation of a period in hours."""
    if not isinstance(start, datetime):
        opening = Found(
            f"只给出日期，未给出时刻：按{at_zh(counted)}起算。",
            f"Only the day is given, not the hour: counted from {at_en(counted)}.",
        )
    elif rule is not None and rule.next_hour is not None and not period.liberty:
        opening = Found(
            f"开始的时不计算在内，自{at_zh(counted)}起算。",
            f"The hour in which it begins is not counted: it runs from {at_en(counted)}.",
            rule.next_hour,
        )
    else:
        opening = Found(f"自{at_zh(counted)}起算。", f"It runs from {at_en(counted)}.", _hour_rule(counted))
    found = [opening, _length(period, counted.date())]
    found += [_pause(pause) for pause in pauses]
    found += [_longer(extension) for extension in extensions]
    if running is not None:
        found.append(_held(running, moment.date()))
    else:
        found.append(Found(f"截止到{at_zh(moment)}。", f"It ends at {at_en(moment)}."))
    return tuple(found)


def backward(period: Period, event: date, day: date, calendar: Calendar, projected: bool) -> tuple[Found, ...]:
    """The derivation of a count back from an event."""
    found = [
        Found(
            f"自{zh(event)}（事件之日，不计入）向前倒数。",
            f"Counted back from {en(event)}, the day of the event, which is not counted.",
        ),
        _length(period, event),
    ]
    if period.unit is Unit.WORKING_DAY:
        found += _skipped(day - ONE_DAY, event - ONE_DAY, calendar)
    if projected:
        found.append(_projected(calendar, event))
    found.append(Found(f"最迟应当在{zh(day)}完成。", f"It must be done on {en(day)} at the latest."))
    return tuple(found)


def _start(start: date, rule: Running | None) -> Found:
    through = f"（依{rule.through}）" if rule and rule.through else ""
    through_en = f" (by {rule.through.english})" if rule and rule.through else ""
    if rule is not None and not rule.seen and rule.reading:
        return Found(
            f"自{zh(start)}起算，当日不计入{through}。{rule.reading[0]}。",
            f"Set off on {en(start)}, which is not counted{through_en}; {rule.reading[1]}.",
            rule.through,
        )
    return Found(
        f"自{zh(start)}起算，当日不计入{through}。",
        f"Set off on {en(start)}, which is not counted{through_en}.",
        rule.begins if rule else None,
    )


def _length(period: Period, start: date) -> Found:
    if period.counted_by is not None:
        return Found(
            f"期间为{period.number}日，依该条是指工作日。",
            f"The period is {period.number} days, which by this article are working days.",
            period.counted_by,
        )
    if period.unit is Unit.WORKING_DAY:
        return Found(f"期间为{period.number}个工作日。", f"The period is {period.english}.")
    if period.unit is Unit.DAY:
        return Found(
            f"期间为{period.number}日，条文未规定为工作日，按自然日计算。",
            f"The period is {period.english}; no provision makes them working days, so they are calendar days.",
        )
    if period.unit is Unit.HOUR:
        return Found(f"期间为{period.number}小时，按小时连续计算。", f"The period is {period.english}, counted on end.")
    rule = STATUTES["civil-code-2020"][202] if start >= CIVIL_CODE_SINCE else None
    return Found(
        f"期间为{period}，以到期月的对应日为最后一日；没有对应日的，为月末日。",
        f"The period is {period.english}, to the corresponding day of its last month, or that month's last day.",
        rule,
    )


def _skipped(start: date, end: date, calendar: Calendar) -> list[Found]:
    """The days off between, and the weekend days worked by exchange."""
    runs: list[tuple[date, date, tuple[str, str]]] = []
    worked: list[date] = []
    day = start
    while day < end:
        day += ONE_DAY
        why = calendar.rests(day)
        if why is None:
            if day.weekday() >= SATURDAY:
                worked.append(day)
        elif runs and runs[-1][1] == day - ONE_DAY and runs[-1][2] == why:
            runs[-1] = (runs[-1][0], day, why)
        else:
            runs.append((day, day, why))
    found = []
    if runs and len(runs) <= LISTED:
        found.append(
            Found(
                "不计：" + "，".join(f"{_span_zh(a, b)}（{why[0]}）" for a, b, why in runs) + "。",
                "Not counted: " + ", ".join(f"{_span_en(a, b)} ({why[1]})" for a, b, why in runs) + ".",
            )
        )
    elif runs:
        total = sum((b - a).days + 1 for a, b, _ in runs)
        found.append(
            Found(
                f"其间休息日、节假日共{total}日，不计。",
                f"{total} weekend days and holidays in between are not counted.",
            )
        )
    if worked:
        found.append(
            Found(
                "计入：" + "、".join(_short(day) for day in worked) + "（调休上班）。",
                "Counted: " + ", ".join(_short_en(day) for day in worked) + " (weekend worked in exchange).",
            )
        )
    return found


def _pause(pause: Pause) -> Found:
    why, why_en = pause.ground or "期间中止", pause.ground_en or pause.ground or "the period is suspended"
    if pause.until is None:
        return Found(f"{why}：自{zh(pause.since)}起中止。", f"{_cap(why_en)}: since {en(pause.since)}.", pause.cite)
    days = (pause.until - pause.since).days
    return Found(
        f"{why}：{zh(pause.since)}至{zh(pause.until)}，{days}日不计入。",
        f"{_cap(why_en)}: {en(pause.since)} to {en(pause.until)}, {days} days not counted.",
        pause.cite,
    )


def _longer(extension: Longer) -> Found:
    why, why_en = extension.ground, extension.ground_en or extension.ground
    on, on_en = (f"{zh(extension.on)}决定", f"decided on {en(extension.on)}") if extension.on else ("", "")
    zh_parts = "，".join(part for part in (why, on) if part)
    en_parts = ", ".join(part for part in (why_en, on_en) if part)
    return Found(
        f"延长{extension.period}" + (f"（{zh_parts}）" if zh_parts else "") + "。",
        f"Extended by {extension.period.english}" + (f" ({en_parts})" if en_parts else "") + ".",
        extension.cite,
    )


def _rolled(end: date, day: date, rule: Running | None, calendar: Calendar, period: Period) -> list[Found]:
    why = calendar.rests(end) if calendar.covers(end) else None
    if rule is None or not rule.seen:
        return []
    if why is None:
        if rule.rolls is None or end.weekday() < SATURDAY or not calendar.covers(end):
            return []
        return [
            Found(
                f"{zh(end)}虽是周末，但调休上班，不顺延。",
                f"{en(end)} is a weekend day, but worked in exchange: it is not moved.",
                rule.rolls,
            )
        ]
    if day != end and rule.rolls is not None:
        reading, reading_en = (f"{rule.reading[0]}：", f"; {rule.reading[1]}") if rule.reading else ("", "")
        return [
            Found(
                f"{reading}{zh(end)}是{why[0]}，顺延到其后第一个工作日{zh(day)}。",
                f"{en(end)} is a day off ({why[1]}): moved to the first working day after it, {en(day)}{reading_en}.",
                rule.rolls,
            )
        ]
    if period.liberty:
        return [
            Found(
                f"{zh(end)}是{why[0]}；限制人身自由的期间至期满之日为止，不因节假日延长。",
                f"{en(end)} is a day off ({why[1]}); a period of deprivation of liberty is not moved by it.",
                rule.begins,
            )
        ]
    if rule.reading:
        return [
            Found(f"{zh(end)}是{why[0]}；{rule.reading[0]}。", f"{en(end)} is a day off ({why[1]}); {rule.reading[1]}.")
        ]
    return []


def _projected(calendar: Calendar, day: date) -> Found:
    if day <= calendar.last_known():
        return Found(
            f"推算：{day.year}年及以前的放假安排不全，部分日子只按周末计算。",
            f"Projected: the holidays up to {day.year} are not all known; for some years only weekends are days off.",
        )
    return Found(
        f"推算：{day.year}年的放假通知尚未导入（已有至{calendar.last_known().year}年），通知到后重新计算。",
        f"Projected: the holiday notice for {day.year} is not imported (known to {calendar.last_known().year}); it is "
        "computed again when the notice arrives.",
    )


def _held(pause: Pause, day: date) -> Found:
    return Found(
        f"期间自{zh(pause.since)}起中止，尚未恢复；期间不早于{zh(day)}届满，恢复后另行计算。",
        f"The period has stood still since {en(pause.since)}; it ends no earlier than {en(day)} and is computed again "
        "when it resumes.",
        pause.cite,
    )


def _closing(start: date) -> list[Found]:
    if start < CIVIL_CODE_SINCE:
        return []
    return [
        Found(
            "截止时间为当日二十四时；有业务时间的，为停止业务活动的时间。",
            "It closes at 24:00 of that day, or at the close of business where there are business hours.",
            STATUTES["civil-code-2020"][203, 2],
        )
    ]


def _posted(period: Period, rule: Running | None) -> list[Found]:
    if rule is None or rule.posted is None or period.whose is not PARTY:
        return []
    return [
        Found(
            "期间不包括在途时间；文书在期满前交邮的，不算过期。",
            "Time in the post is not part of the period: what is posted before it ends is in time.",
            rule.posted,
        )
    ]


def _hour_rule(counted: datetime) -> Cite | None:
    return STATUTES["civil-code-2020"][201, 2] if counted.date() >= CIVIL_CODE_SINCE else None


def zh(day: date) -> str:
    """2025年9月26日."""
    return f"{day.year}年{day.month}月{day.day}日"


def en(day: date) -> str:
    """26 September 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def at_zh(moment: datetime) -> str:
    """2025年9月26日10时30分."""
    return f"{zh(moment)}{moment.hour}时" + (f"{moment.minute}分" if moment.minute else "")


def at_en(moment: datetime) -> str:
    """10:30 on 26 September 2025."""
    return f"{moment:%H:%M} on {en(moment)}"


MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _short_en(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _span_zh(first: date, last: date) -> str:
    return _short(first) if first == last else f"{_short(first)}至{_short(last)}"


def _span_en(first: date, last: date) -> str:
    return _short_en(first) if first == last else f"{_short_en(first)} to {_short_en(last)}"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def told(found: Iterable[Found], lang: str) -> str:
    """The lines as text, each provision in brackets after it."""
    lines = []
    for line in found:
        text, cited = (
            (line.en, line.cite.english if line.cite else "") if lang == "en" else (line.zh, str(line.cite or ""))
        )
        lines.append(f"{text}{f' [{cited}]' if cited else ''}")
    return "\n".join(lines)
