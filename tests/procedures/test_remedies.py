"""救济: which remedies a decision names, by the day on which it was made."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.documents.papers import plain
from fadu.law.statutes import LITIGATION_2017, REVIEW_2017, REVIEW_2023
from fadu.procedures.papers import penalty
from fadu.procedures.papers.remedies import remedies
from fadu.procedures.papers.snapshot import Frozen
from tests.procedures.snapshots import snapshot
from tests.procedures.test_papers import words

BEFORE, SINCE = date(2023, 12, 31), date(2024, 1, 1)
COUNTY = {"name": "测试县城市管理局", "parent": "测试县人民政府"}
TOWN = {"name": "测试镇人民政府", "parent": "测试县人民政府"}
TAX = {"name": "测试县税务局", "parent": "测试市税务局"}

AUTHORITIES = [
    # organ, field, day of the decision: to whom, by which provision
    (COUNTY, "urban", SINCE, "测试县人民政府", REVIEW_2023[24, 1]),
    (COUNTY, "urban", BEFORE, "测试县人民政府或者上一级主管部门", REVIEW_2017[12, 1]),
    (TOWN, "general", SINCE, "测试县人民政府", REVIEW_2023[24, 1]),
    (TOWN, "general", BEFORE, "测试县人民政府", REVIEW_2017[13, 1]),
    (TAX, "taxation", SINCE, "测试市税务局", REVIEW_2023[27]),
    (TAX, "taxation", BEFORE, "测试市税务局", REVIEW_2017[12, 2]),
    (COUNTY, "justice", SINCE, "测试县人民政府或者上一级司法行政部门", REVIEW_2023[28]),
    (COUNTY, "justice", BEFORE, "测试县人民政府或者上一级主管部门", REVIEW_2017[12, 1]),
    ({"name": "测试县城市管理局", "parent": ""}, "urban", SINCE, "本级人民政府", REVIEW_2023[24, 1]),
]


@pytest.mark.parametrize(("organ", "field", "day", "authority", "cite"), AUTHORITIES)
def test_reconsideration_goes_to_whom_the_law_of_the_day_names(organ, field, day, authority, cite):
    found = remedies(Frozen(snapshot(organ=organ, case={"domain": field})), day)
    assert plain(found.authority) == authority
    assert cite in found.cites


def test_since_2024_no_decision_of_a_department_names_its_superior():  # 行政复议法第二十四条第一款
    said = words(penalty.penalty_decision(snapshot(record={"decided_on": "2024-01-01"})))
    assert "主管部门" not in said


@pytest.mark.parametrize(
    ("day", "first"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)]
)  # 行政复议法2023第二十三条第一款第（一）项
def test_since_2024_a_penalty_on_the_spot_goes_to_reconsideration_first(day, first):
    said = words(penalty.summary_decision(snapshot(record={"decided_on": day.isoformat()})))
    assert ("应当先申请行政复议" in said) is first
    assert remedies(Frozen(snapshot()), day, summary=True).review_first is first


def test_an_ordinary_penalty_leaves_the_choice():  # 行政复议法第二十条第一款、行政诉讼法第四十六条第一款
    found = remedies(Frozen(snapshot()), SINCE)
    assert not found.review_first
    assert {REVIEW_2023[20, 1], LITIGATION_2017[46, 1]} <= set(found.cites)


def test_after_reconsideration_fifteen_days_remain():  # 行政诉讼法第四十五条
    found = remedies(Frozen(snapshot()), SINCE, summary=True)
    assert LITIGATION_2017[45] in found.cites
    assert "十五日内" in words(penalty.summary_decision(snapshot()))


@pytest.mark.parametrize("above", ["测试市烟草专卖局", ""])
def test_where_the_law_leaves_open_who_leads_an_organ_the_register_says(above):
    organ = {"name": "测试县烟草专卖局", "parent": above}
    found = remedies(Frozen(snapshot(organ=organ, case={"domain": "tobacco"})), SINCE)
    assert plain(found.authority) == above
