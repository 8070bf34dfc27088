"""Invented regions, organs and people."""

from datetime import date

import pytest
from django.utils import translation

from fadu.organs.kinds import Level
from fadu.organs.models import Organ, Person, Region

DAY = date(2024, 6, 3)


@pytest.fixture(autouse=True)
def _chinese():
    """A page read in English leaves its language behind in the thread."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _quick_hash(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def region(db):
    """甲县 with 甲镇 and 乙镇, and beside it 乙县."""
    rows = [
        ("990000000000", "甲省", Level.PROVINCE, None),
        ("990100000000", "甲市", Level.CITY, "990000000000"),
        ("990122000000", "甲县", Level.COUNTY, "990100000000"),
        ("990122100000", "甲镇", Level.TOWNSHIP, "990122000000"),
        ("990122100200", "甲村", Level.VILLAGE, "990122100000"),
        ("990122101000", "乙镇", Level.TOWNSHIP, "990122000000"),
        ("990123000000", "乙县", Level.COUNTY, "990100000000"),
    ]
    return {n: Region.objects.create(code=c, name=n, level=level, parent_id=p) for c, n, level, p in rows}


@pytest.fixture
def government(region):
    return Organ.objects.create(name="甲县人民政府", region=region["甲县"], kind="government")


@pytest.fixture
def bureau(region, government):
    return Organ.objects.create(
        name="甲县市场监督管理局", region=region["甲县"], parent=government, domain="market", word="甲市监"
    )


@pytest.fixture
def station(region, bureau):
    return Organ.objects.create(name="甲镇市场监督管理所", region=region["甲镇"], parent=bureau, kind="branch")


@pytest.fixture
def neighbour(region):
    return Organ.objects.create(name="乙县市场监督管理局", region=region["乙县"], domain="market")


@pytest.fixture
def person(db):
    """Makes people: ``person("张测试")``."""

    def make(name="张测试", kind="staff", **rest):
        return Person.objects.create_user(f"u{Person.objects.count() + 1}", name=name, kind=kind, **rest)

    return make
