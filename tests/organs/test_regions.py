"""区划导入: townships and villages from CSV, ancestors from the code, all rows or none."""

import json

import pytest
from click.testing import CliRunner

from fadu.organs.kinds import Level
from fadu.organs.models import Region
from fadu.organs.regions import BadRegions, import_regions, known_name, level_of, parent_code
from fadu.site.commands.regions import command

STREETS = """code,name,areaCode,provinceCode,cityCode
140322100,"秀水镇",140322,14,1403
140322101,"孙家庄镇",140322,14,03
"""
VILLAGES = """code,name,streetCode,provinceCode,cityCode,areaCode
140322100101,"示例社区居委会",140322100,14,1403,140322
140322101200,"样本村委会",140322101,14,1403,140322
"""


@pytest.fixture
def files(tmp_path):
    def write(**texts):
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.csv"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return paths

    return write


@pytest.mark.parametrize(
    ("code", "level", "above"),
    [
        ("140000000000", Level.PROVINCE, None),
        ("140300000000", Level.CITY, "140000000000"),
        ("140322000000", Level.COUNTY, "140300000000"),
        ("140322100000", Level.TOWNSHIP, "140322000000"),
        ("140322100101", Level.VILLAGE, "140322100000"),
        ("441900003000", Level.TOWNSHIP, "441900000000"),  # a city without counties
    ],
)
def test_a_code_tells_its_level_and_what_lies_above(code, level, above):
    assert (level_of(code), parent_code(code)) == (level, above)


@pytest.mark.parametrize(
    ("code", "name"),
    [("140000000000", "山西省"), ("140300000000", "阳泉市"), ("140322000000", "盂县"), ("999999000000", "")],
)
def test_the_table_names_province_city_and_county(code, name):
    assert known_name(code) == name


def test_a_county_is_imported_with_its_ancestors(db, files):
    done = import_regions(files(streets=STREETS, villages=VILLAGES))
    assert (done.created, done.updated) == (7, 0)
    village = Region.objects.get(code="140322101200")
    line = []
    while village:
        line.append(village.name)
        village = village.parent
    assert line == ["样本村委会", "孙家庄镇", "盂县", "阳泉市", "山西省"]


def test_a_second_import_renames_and_removes_nothing(db, files):
    import_regions(files(streets=STREETS, villages=VILLAGES))
    done = import_regions(files(streets=STREETS.replace("孙家庄镇", "新名镇")))
    assert (done.created, done.updated) == (0, 2)
    assert Region.objects.get(code="140322101000").name == "新名镇"
    assert Region.objects.count() == 7


def test_a_table_from_an_office_program_is_read(db, files):
    import_regions(files(streets=STREETS.encode("gb18030")))
    import_regions(files(streets=b"\xef\xbb\xbf" + STREETS.encode()))
    assert Region.objects.get(code="140322100000").name == "秀水镇"


def test_given_names_win(db, files):
    import_regions(files(streets=STREETS), {"140322": "示例县"})
    assert Region.objects.get(code="140322000000").name == "示例县"


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ("14032210,甲镇,,,", "code", "位数字"),
        ("14032210x,甲镇,,,", "code", "位数字"),
        ("140322102,,,,", "name", "名称"),
        ("140322102,甲镇,140321,,", "areaCode", "不一致"),
        ("140322100,乙镇,,,", "code", "第2行重复"),
        ("140322102", "name", "名称"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(db, files, row, column, says):
    with pytest.raises(BadRegions) as bad:
        import_regions(files(streets=STREETS + row + "\n"))
    (fault,) = bad.value.faults
    assert (fault.file, fault.row, fault.column) == ("streets.csv", 4, column)
    assert says in fault.message
    assert not Region.objects.exists()


def test_a_village_without_its_township_is_refused(db, files):
    with pytest.raises(BadRegions, match="140322100000不在文件中") as bad:
        import_regions(files(villages=VILLAGES))
    assert len(bad.value.faults) == 2
    import_regions(files(streets=STREETS))
    assert import_regions(files(villages=VILLAGES)).created == 2


def test_an_unknown_county_asks_for_its_name(db, files):
    text = "code,name\n999999100,甲镇\n"
    with pytest.raises(BadRegions, match="名称不详"):
        import_regions(files(streets=text))
    names = {"999999": "甲县", "9999": "甲市", "99": "甲省"}
    assert import_regions(files(streets=text), names).created == 4


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff", "名称\n秀水镇\n".encode(), b"\xff" * 99])
def test_what_is_no_table_gets_a_message(db, files, data):
    with pytest.raises(BadRegions, match=r"streets\.csv 第1行"):
        import_regions(files(streets=data))


def test_a_whole_county_takes_few_queries(db, files, django_assert_max_num_queries):
    rows = "".join(f"140322100{n:03},示例{n}村委会\n" for n in range(100, 400))
    paths = files(streets=STREETS, villages="code,name\n" + rows)
    with django_assert_max_num_queries(6):
        assert import_regions(paths).created == 305


def test_the_command_answers_in_json_and_refuses_with_exit_2(db, files):
    good = CliRunner().invoke(command, [*map(str, files(streets=STREETS)), "--json"])
    assert (good.exit_code, json.loads(good.output)) == (0, {"created": 5, "updated": 0})
    bad = CliRunner().invoke(command, [str(files(villages="code,name\n1,x\n")[0])])
    assert bad.exit_code == 2
    assert "villages.csv 第2行 code" in bad.stderr
