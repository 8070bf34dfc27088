"""接收其他系统登记的事项: a row becomes a case if what it states is a state the law allows; else nothing is taken."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.models import Case, Deadline, Taken
from fadu.exchange.matters import import_matters
from fadu.exchange.tables import Unreadable
from fadu.ledger.book import entries
from fadu.procedures.models import Petition

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 12, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
HEAD = "编号,机关,案由,当事人,信访形式,请求,事项类别,涉及领域,收到日期,登记日期,受理日期,申诉求决类事项的办理途径"
ROW = (
    "信2024001,测试县市场监督管理局,要求退款,张测试,信息网络,退还货款,申诉求决类,其他领域,"
    "2024-03-01,2024-03-02,2024/3/5,出具信访处理意见书"
)


def taken(bureau, tmp_path, *lines):
    path = tmp_path / "petitions.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return import_matters("petition", path, by=bureau.clerk, today=date(2024, 12, 1), now=NOW)


def test_a_row_becomes_a_case_with_its_steps_its_clock_and_its_entry(bureau, tmp_path):
    assert taken(bureau, tmp_path, HEAD, ROW).taken == 1
    case = Case.objects.get(number="信2024001")
    assert (case.imported, case.opened_on, case.closed_on, case.party_name) == (True, date(2024, 3, 1), None, "张测试")
    steps = Taken.objects.filter(case=case).values_list("step", "edition", "on")
    assert list(steps) == [
        ("petition_receipt", "2022", date(2024, 3, 1)),
        ("registration", "2022", date(2024, 3, 2)),
        ("petition_acceptance", "2022", date(2024, 3, 5)),
    ]
    assert Petition.objects.get(case=case).channel == "online"
    assert Deadline.objects.get(case=case, limit="petition_handling").due_on == date(2024, 5, 4)
    assert entries("信2024001").count() == 1


def test_a_closed_matter_is_a_closed_case_and_each_step_has_the_edition_of_its_day(bureau, tmp_path):
    more = ",作出处理意见日期,处理意见,处理意见的内容,信访人收到书面答复日期,办结日期"
    row = ROW.replace("2024-03-01,2024-03-02,2024/3/5,出具信访处理意见书", "2022-04-20,2022-04-21,2022-04-25,")
    assert taken(bureau, tmp_path, HEAD + more, f"{row},2022-05-20,不予支持,无据,2022-05-21,2022-05-23").taken == 1
    case = Case.objects.get()
    assert (case.closed_on, case.outcome, case.stage) == (date(2022, 5, 23), "unsupported", "closing")
    assert set(Taken.objects.filter(on__lt=date(2022, 5, 1)).values_list("edition", flat=True)) == {"2005"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (ROW.replace("信2024001", ""), "编号：必填"),
        (ROW.replace("测试县市场监督管理局", "无此机关"), "请先登记"),
        (ROW.replace("信息网络", "托梦"), "只能是"),
        (ROW.replace("2024-03-01", "三月一日"), "不是日期"),
        (ROW.replace("2024/3/5", "2024/2/5"), "第二十三条第二款"),
        (ROW.replace("2024/3/5", "2025/3/5"), "日期晚于今日"),
        (f"{ROW}\n{ROW}", "与第2行重复"),
    ],
)
def test_one_wrong_row_refuses_the_file(bureau, tmp_path, wrong, said):
    done = taken(bureau, tmp_path, HEAD, wrong, ROW.replace("信2024001", "信2024002"))
    assert said in str(done.faults[0]) or said in str(done.faults[-1])
    assert not Case.objects.exists()


def test_what_is_here_is_not_taken_twice(bureau, tmp_path):
    taken(bureau, tmp_path, HEAD, ROW)
    assert "请勿重复导入" in str(taken(bureau, tmp_path, HEAD, ROW).faults[0])


@pytest.mark.parametrize("head", ["编号,机关,案由,星座", "编号,机关", "编号,机关,案由"])
def test_a_header_nobody_knows_is_refused(bureau, tmp_path, head):
    with pytest.raises(Unreadable):
        taken(bureau, tmp_path, head)


def test_the_number_of_questions_does_not_grow_with_the_rows(bureau, tmp_path, django_assert_max_num_queries):
    more = [ROW.replace("信2024001", f"信20240{place:02d}") + ",2024-04-01" for place in range(2, 40)]
    with django_assert_max_num_queries(36):  # on PostgreSQL each table of new rows is analysed once
        taken(bureau, tmp_path, HEAD + ",办结日期", *more)
