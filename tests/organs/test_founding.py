"""A county's organs are taken from one list: all of it or nothing."""

from __future__ import annotations

import pytest

from fadu.organs.founding import BadOrgans, found
from fadu.organs.models import Organ

pytestmark = pytest.mark.django_db
HEAD = "name,region,kind,parent,word,domain\n"


@pytest.fixture
def listed(tmp_path):
    def write(text: str, encoding: str = "utf-8"):
        path = tmp_path / "organs.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_organs_are_established_with_their_place_in_the_tree(region, listed):
    done = found(
        listed(HEAD + "甲县人民政府,990122,人民政府,,甲政,\n甲县水利局,990122000000,,甲县人民政府,甲水,水利\n")
    )
    water = Organ.objects.get(name="甲县水利局")
    assert [organ.name for organ in done.new] == ["甲县人民政府", "甲县水利局"]
    assert (water.parent.name, water.kind, water.domain, water.word) == ("甲县人民政府", "department", "water", "甲水")


def test_an_organ_that_is_there_stays_as_it_is(government, listed):
    path = listed("name,region\n甲县人民政府,990123\n甲县水利局,990122\n", "gb18030")
    assert (len(found(path).new), found(path).kept) == (1, 2)
    assert Organ.objects.get(name="甲县人民政府").region_id == "990122000000"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("甲县水利局,990999,,,,", "region"),
        ("甲县水利局,990122,,无此机关,,", "parent"),
        ("甲县水利局,990122,公司,,,", "kind"),
        ("甲县水利局,990122,,,,渔政", "domain"),
        (",990122,,,,", "name"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(region, listed, row, column):
    with pytest.raises(BadOrgans) as refused:
        found(listed(HEAD + "甲县人民政府,990122,,,,\n" + row + "\n"))
    assert [(fault.row, fault.column) for fault in refused.value.faults] == [(3, column)]
    assert not Organ.objects.exists()


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\xff\xfe", b"a,b\n1,2\n"])
def test_a_file_of_another_kind_is_refused(db, tmp_path, data):
    path = tmp_path / "organs.csv"
    path.write_bytes(data)
    with pytest.raises(BadOrgans):
        found(path)
