from __future__ import annotations

import pytest

from fadu.organs.models import Certificate, Organ


@pytest.fixture
def farm(bureau):
    """The bureau as one of agriculture: no rule of the department's own lengthens or excludes anything."""
    Organ.objects.filter(pk=bureau.organ.pk).update(name="测试县农业农村局", word="测农", domain="agriculture")
    Certificate.objects.update(domain="agriculture")
    bureau.organ.refresh_from_db()
    return bureau
