"""What adds up is never called wrong, whatever the numbers; and what is out by a little is.

Each way of saying is a construction of the language, filled with drawn numbers: honest, then with one part changed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.reading.audit import audit
from fadu.reading.report import read
from tests.reading.judging import ALARMS

Numbers = tuple[int, int, int]
CALM = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
parts = st.tuples(st.integers(2, 900), st.integers(2, 900), st.integers(2, 900))


def share(part: int, whole: int) -> str:
    """To one printed place."""
    return str((Decimal(part) / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP))


def change(new: int, old: int) -> str:
    size = (Decimal(abs(new - old)) / old * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'增长' if new > old else '下降'}{size}%"


SUMS: dict[str, Callable[[Numbers, int], str]] = {
    "其中": lambda p, n: f"全年办理法律援助案件{n}件，其中民事{p[0]}件、刑事{p[1]}件、行政{p[2]}件。",
    "收到": lambda p, n: f"共收到复议申请{n}件，受理{p[0]}件，不予受理{p[1]}件，其他处理{p[2]}件。",
    "合计": lambda p, n: f"县公安局办案{p[0]}件、县交通运输局{p[1]}件、县水利局{p[2]}件，合计{n}件。",
    "括号": lambda p, n: f"全县有调解组织{n}个（村级{p[0]}个、乡镇{p[1]}个、行业性{p[2]}个）。",
    "分别": lambda p, n: f"保留行政权力{n}项，分别为行政许可{p[0]}项、行政处罚{p[1]}项、其他权力{p[2]}项。",
    "结果": lambda p, n: f"审结行政复议案件{n}件，其中维持{p[0]}件，撤销{p[1]}件，终止{p[2]}件。",
    "分级": lambda p, n: f"共有法律顾问{n}名，其中县级{p[0]}名，乡级{p[1]}名，村级{p[2]}名。",
    "占比": lambda p, n: (
        f"审结案件{n}件，其中维持{p[0]}件，占{share(p[0], sum(p))}%；"
        f"撤销{p[1]}件，占{share(p[1], sum(p))}%；其他{p[2]}件，占{share(p[2], sum(p))}%。"
    ),
}


OPEN: dict[str, Callable[[Numbers, int], str]] = {
    "一项": lambda p, n: f"全年办理法律援助案件{n}件，其中农民工案件{p[0]}件。",
    "等": lambda p, n: f"排查化解矛盾纠纷{n}件，其中婚姻家庭{p[0]}件、邻里{p[1]}件、土地{p[2]}件等。",
    "部分结果": lambda p, n: f"在受理的{n}件行政复议案件中，撤销{p[0]}件，确认违法{p[1]}件，驳回{p[2]}件。",
    "他类": lambda p, n: f"开展各类执法活动{n}次，其中联合检查{p[0]}次，出具整改通知书{p[1]}份。",
}


def alarms(text: str) -> list[str]:
    report = read(f"示例县2022年法治政府建设报告\n一、主要成效\n{text}\n", year=2022)
    return [finding["statement"] for finding in audit(report).json()["findings"] if finding["verdict"] in ALARMS]


@pytest.mark.parametrize("said", SUMS)
@CALM
@given(parts=parts)
def test_parts_that_add_up_are_never_called_wrong(said: str, parts: Numbers) -> None:
    assert not alarms(SUMS[said](parts, sum(parts)))


@pytest.mark.parametrize("said", SUMS)
@CALM
@given(parts=parts, which=st.integers(0, 2), more=st.integers(1, 9))
def test_parts_beyond_their_whole_are(said: str, parts: Numbers, which: int, more: int) -> None:
    wrong = [part + more * (at == which) for at, part in enumerate(parts)]
    assert alarms(SUMS[said]((wrong[0], wrong[1], wrong[2]), sum(parts)))


@pytest.mark.parametrize("said", [said for said in SUMS if said != "结果"])  # three outcomes need not be all
@CALM
@given(parts=parts, more=st.integers(10, 2000))
def test_a_closed_list_far_short_of_its_whole_is_called_wrong(said: str, parts: Numbers, more: int) -> None:
    assert alarms(SUMS[said](parts, sum(parts) + more))


@pytest.mark.parametrize("said", OPEN)
@CALM
@given(parts=parts, more=st.integers(0, 2000))
def test_a_list_that_does_not_claim_to_be_whole_may_fall_short(said: str, parts: Numbers, more: int) -> None:
    assert not alarms(OPEN[said](parts, sum(parts) + more))


@CALM
@given(old=st.integers(1, 500), new=st.integers(1, 500), done=st.integers(0, 900))
def test_cases_carried_over_count_with_the_new_ones(old: int, new: int, done: int) -> None:
    done = min(done, old + new)
    assert not alarms(f"上年结转案件{old}件，新收案件{new}件，结案{done}件，未结{old + new - done}件。")
    assert not alarms(f"新收案件{new}件，审结{done}件（含上年结转{old}件）。")


@CALM
@given(all_=st.integers(2, 3000), done=st.integers(1, 3000))
def test_a_rate_to_its_printed_place_is_right(all_: int, done: int) -> None:
    done = min(done, all_)
    said = f"受理矛盾纠纷{all_}件，调解成功{done}件，调解成功率{share(done, all_)}%。"
    assert not alarms(said)
    assert not alarms(said.removesuffix("。") + f"，剩余{all_ - done}件正在调解。")


@CALM
@given(all_=st.integers(200, 3000), done=st.integers(100, 190), off=st.integers(5, 30))
def test_a_rate_off_by_more_than_its_place_is_not(all_: int, done: int, off: int) -> None:
    wrong = Decimal(share(done, all_)) + off
    assert alarms(f"受理矛盾纠纷{all_}件，调解成功{done}件，调解成功率{wrong}%。")


@CALM
@given(new=st.integers(2, 4000), old=st.integers(2, 4000))
def test_a_change_that_follows_from_both_years_is_right(new: int, old: int) -> None:
    if new == old:
        return
    more = "增加" if new > old else "减少"
    assert not alarms(f"全年受理信访事项{new}件，较上年的{old}件{change(new, old)}。")
    assert not alarms(f"行政许可事项由{old}项{more}到{new}项，{more}{abs(new - old)}项。")


@CALM
@given(new=st.integers(2, 4000), drop=st.integers(101, 900))
def test_nothing_falls_by_more_than_all_of_it(new: int, drop: int) -> None:
    assert alarms(f"全年受理信访事项{new}件，同比下降{drop}%。")
