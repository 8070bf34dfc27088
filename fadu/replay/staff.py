"""The invented people of a replayed county: officers with certificates, and for each organ those who decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.hashers import make_password
from stdnum.cn import uscc

from fadu.ledger.book import Draft, append_many
from fadu.organs.kinds import USUAL_SCOPE, OrganKind, PostKind, Scope
from fadu.organs.models import Certificate, Organ, Person, Post, Region
from fadu.organs.regions import known_name, level_of, parent_code
from fadu.replay.driver import Team

SCRIPT = "replay"  # the account in whose name registers and journals are filled


def found_region(code: str, name: str) -> Region:
    """The region of that code (six digits or twelve), entered with those above it if it is not known."""
    full = code.ljust(12, "0")
    known = Region.objects.filter(code=full).first()
    if known:
        return known
    above = parent_code(full)
    if above:
        found_region(above, known_name(above) or above)
    return Region.objects.create(code=full, name=name, level=level_of(full), parent_id=above)


def found_organ(
    region: Region, name: str, word: str, domain: str, kind: str = OrganKind.DEPARTMENT, *, number: int = 0
) -> Organ:
    """The organ of that name, entered if it is not known, with an invented code that passes the check of GB 32100."""
    body = f"11{region.code[:6]}CC{number:07d}"
    found, _new = Organ.objects.get_or_create(
        name=name,
        defaults={
            "region": region,
            "word": word,
            "domain": domain,
            "kind": kind,
            "code": body + uscc.calc_check_digit(body) if number else "",
        },
    )
    return found


def script() -> Person:
    """The account of the replay itself; it cannot sign in."""
    found = Person.objects.filter(username=SCRIPT).first()
    return found or Person.objects.create_user(SCRIPT, name="回放程序", is_active=False)


def enlist(prefix: str, first: int, count: int) -> list[Person]:
    """``count`` invented members of staff who cannot sign in, named 测试人员 and a number."""
    unusable = make_password(None)
    return Person.objects.bulk_create(
        [
            Person(username=f"{prefix}-{number:05d}", name=f"测试人员{number:05d}", password=unusable)
            for number in range(first, first + count)
        ]
    )


def appoint(persons: Sequence[Person], organs: Sequence[Organ], kind: str, since: date, *, usual: bool = False) -> None:
    """Give each person the post at one of ``organs`` in turn, with an entry in the ledger for each.

    They see their organ; with ``usual`` as far as holders of the post usually see.
    """
    scope = USUAL_SCOPE.get(PostKind(kind), Scope.OWN) if usual else Scope.ORGAN
    turns = [(person, organs[place % len(organs)]) for place, person in enumerate(persons)]
    Post.objects.bulk_create(
        [
            Post(
                person=person,
                organ=organ,
                kind=kind,
                scope=scope,
                since=since,
                seasoned=kind == PostKind.REVIEWER,
            )
            for person, organ in turns
        ]
    )
    append_many(
        Draft(
            stream=f"person/{person.username}",
            act="appoint",
            actor=SCRIPT,
            on=since,
            cites=[],
            content={"post": str(kind), "organ": organ.name},
        )
        for person, organ in turns
    )


def certify(persons: Sequence[Person], organs: Sequence[Organ], issued: Sequence[date], until: date) -> None:
    """Give each person a certificate in the field of its organ, issued on the day at the same place."""
    turns = [(person, organs[place % len(organs)], issued[place]) for place, person in enumerate(persons)]
    Certificate.objects.bulk_create(
        [
            Certificate(
                person=person,
                organ=organ,
                number=f"CS{person.username[-20:]}",
                domain=organ.domain,
                issued_on=day,
                valid_until=until,
            )
            for person, organ, day in turns
        ]
    )
    append_many(
        Draft(
            stream=f"person/{person.username}",
            act="certify",
            actor=SCRIPT,
            on=day,
            cites=[],
            content={"organ": organ.name, "field": organ.domain},
        )
        for person, organ, day in turns
    )


DECIDERS = (
    ("head", PostKind.HEAD),
    ("principal", PostKind.PRINCIPAL),
    ("reviewer", PostKind.REVIEWER),
    ("presider", PostKind.PRESIDER),
    ("clerk", PostKind.CLERK),
)


def team(organ: Organ, officers: Sequence[Person], prefix: str, since: date) -> Team:
    """A team of the organ: its officers, and people entered for the other parts, a legal reviewer among them."""
    people: dict[str, Person] = {}
    unusable = make_password(None)
    for part, kind in DECIDERS:
        name = f"{prefix}-{organ.pk}-{part}"
        person = Person.objects.create(username=name, name=f"测试{kind.label}{organ.pk}"[:60], password=unusable)
        people[part] = person
        appoint([person], [organ], kind, since)
    return Team(organ=organ, officers=officers, deputy=people["head"], **people)
