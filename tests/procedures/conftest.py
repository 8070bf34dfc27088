from __future__ import annotations

import pytest

from fadu.organs.models import Certificate, Organ
from tests.procedures.mediation_cases import Committee


@pytest.fixture
def farm(bureau):
    """The bureau as one of agriculture: no rule of the department's own lengthens or excludes anything."""
    Organ.objects.filter(pk=bureau.organ.pk).update(name="测试县农业农村局", word="测农", domain="agriculture")
    Certificate.objects.update(domain="agriculture")
    bureau.organ.refresh_from_db()
    return bureau


@pytest.fixture
def committee(bureau) -> Committee:
    """A village's mediation committee with its mediator and its clerk."""
    organ = Organ.objects.create(
        name="示例村人民调解委员会", region=bureau.region, word="示例村", domain="justice", kind="mediation"
    )
    mediator = bureau.person("mediator", "郑调解", "mediator", organ=organ)
    return Committee(organ, mediator, bureau.person("keeper", "冯立卷", "clerk", organ=organ))
