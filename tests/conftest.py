"""A bureau to act in: a county, an organ of market supervision, and people with posts and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from fadu.organs.models import Certificate, Organ, Person, Post, Region
from tests.ledger.emptying import ledger_can_be_emptied  # noqa: F401  a fixture, used by being here

# No wall clock decides: on a busy machine a slow draw is not a failure.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@dataclass
class Bureau:
    organ: Organ
    region: Region
    officer: Person
    second: Person
    third: Person
    head: Person
    deputy: Person
    reviewer: Person
    presider: Person
    clerk: Person

    def person(
        self, username: str, name: str, *posts: str, certified: bool = False, organ: Organ | None = None
    ) -> Person:
        """A person with posts (and a certificate) at the organ from 2018 to 2030."""
        person = Person.objects.create_user(username, name=name)
        at = organ or self.organ
        for kind in posts:
            Post.objects.create(person=person, organ=at, kind=kind, scope="organ", since=date(2018, 1, 1))
        if certified:
            Certificate.objects.create(
                person=person, organ=at, number=f"T{person.pk:06d}", domain=at.domain,
                issued_on=date(2018, 1, 1), valid_until=date(2030, 12, 31),
            )  # fmt: skip
        return person


@pytest.fixture
def bureau(db) -> Bureau:
    """An organ of an invented county with everybody a penalty needs."""
    province = Region.objects.create(code="990000000000", name="测试省", level=1)
    city = Region.objects.create(code="990100000000", name="测试市", level=2, parent=province)
    county = Region.objects.create(code="990101000000", name="测试县", level=3, parent=city)
    organ = Organ.objects.create(name="测试县市场监督管理局", region=county, word="测市监", domain="market")
    made = Bureau(organ, county, *[None] * 8)  # type: ignore[arg-type]
    made.officer = made.person("officer", "张测试", "officer", certified=True)
    made.second = made.person("second", "李示例", "officer", certified=True)
    made.third = made.person("third", "王样本", "officer", certified=True)
    made.head = made.person("head", "赵负责", "head", "principal")
    made.deputy = made.person("deputy", "钱副职", "head")
    made.reviewer = made.person("reviewer", "孙审核", "reviewer")
    made.presider = made.person("presider", "周主持", "presider")
    made.clerk = made.person("clerk", "吴内勤", "clerk")
    return made
