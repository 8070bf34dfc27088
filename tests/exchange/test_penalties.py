"""Decided penalties taken over from other systems: all or none, each in the ledger, and out again as they came."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest

from fadu.engine.models import Case, Party, Taken
from fadu.exchange.export import export_penalties
from fadu.exchange.models import Batch, Handover
from fadu.exchange.penalties import import_penalties
from fadu.exchange.tables import Unreadable, write_table
from fadu.exchange.taker import taker
from fadu.ledger.book import entries
from fadu.organs.models import Organ, Region
from fadu.procedures.models import OrdinaryPenalty
from tests.exchange.rows import IDENTITY, ORGAN, company, person, write

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


def take(path, **more):
    return import_penalties(path, by=taker(), today=TODAY, **more)


def test_each_row_becomes_a_closed_case_with_its_ledger_entry(tmp_path):
    done = take(write(tmp_path / "p.csv", [company(1), person(2)]))
    assert (done.rows, done.taken, done.refused) == (2, 2, [])
    case = Case.objects.get(number="测市监罚决〔2021〕1号")
    assert (case.imported, case.closed_on, case.party_name) == (True, date(2021, 3, 5), "测试示例有限公司")
    record = OrdinaryPenalty.objects.get(case=case)
    assert (record.taken_over, record.result, record.fined, record.fine) == (True, "punished", True, Decimal(2000))
    taken = Taken.objects.get(case=case)
    (entry,) = entries(case.number)
    assert (taken.step, taken.edition, taken.late, taken.entry) == ("decision", "2017", True, entry.number)
    assert IDENTITY not in "".join(str(each.content) for each in entries("测市监罚决〔2021〕2号"))


def test_an_organ_the_house_does_not_know_is_registered_and_told(tmp_path):
    done = take(write(tmp_path / "p.csv", [company()]))
    organ = Organ.objects.get(code=ORGAN)
    assert done.organs == [organ.name]
    assert (organ.region_id, organ.domain) == ("140322000000", "market")
    assert Region.objects.get(code="140322000000").parent_id == "140300000000"


def test_a_persons_number_is_not_stored_in_clear(tmp_path, django_db_blocker):
    take(write(tmp_path / "p.csv", [person()]))
    party = Party.objects.get()
    assert party.id_number == IDENTITY
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id_number FROM engine_party")
        assert IDENTITY not in cursor.fetchone()[0]


def test_one_bad_row_changes_nothing(tmp_path):
    done = take(write(tmp_path / "p.csv", [company(1), company(2, CF_NR_FK="x"), company(3, CF_JDRQ="")]))
    assert done.taken == 0
    assert [(fault.line, fault.column) for fault in done.faults] == [(3, "罚款金额(万元)"), (4, "处罚决定日期")]
    assert not Case.objects.exists()
    assert not Organ.objects.exists()
    assert not Batch.objects.exists()


def test_the_good_rows_are_taken_when_asked_and_the_bad_ones_written_with_their_faults(tmp_path):
    refused = tmp_path / "refused.csv"
    path = write(tmp_path / "p.csv", [company(1), company(2, CF_NR_FK="x")])
    done = take(path, accept_good=True, refused=refused)
    assert (done.taken, len(done.refused)) == (1, 1)
    with refused.open(encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file)
    assert head[-2:] == ["原行号", "拒绝原因"]
    assert row[-2] == "3"
    assert "罚款金额(万元)" in row[-1]
    # mended, the refused file is taken as it is
    fixed = tmp_path / "fixed.csv"
    write_table(fixed, [head, [cell if cell != "x" else "0.3" for cell in row]])
    assert take(fixed).taken == 1
    assert OrdinaryPenalty.objects.count() == 2


def test_a_decision_is_not_taken_twice(tmp_path):
    twice = take(write(tmp_path / "p.csv", [company(1), company(1)]))
    assert "与第2行重复" in str(twice.faults[0])
    assert take(write(tmp_path / "p.csv", [company(1)])).taken == 1
    again = take(write(tmp_path / "p.csv", [company(1), company(2)]))
    assert "已有此文号" in str(again.faults[0])
    assert again.taken == 0


def test_two_organs_may_use_the_same_number(tmp_path):
    other = company(1, CF_CFJG="测试县农业农村局", CF_CFJGDM="11140322CC0000003" + "A")
    from stdnum.cn import uscc

    other["CF_CFJGDM"] = "11140322CC0000003" + uscc.calc_check_digit("11140322CC0000003")
    assert take(write(tmp_path / "p.csv", [company(1), other])).taken == 2
    assert len(set(Case.objects.values_list("number", flat=True))) == 2


def test_an_organs_code_and_name_must_agree(tmp_path):
    take(write(tmp_path / "p.csv", [company(1)]))
    done = take(write(tmp_path / "q.csv", [company(2, CF_CFJG="测试县市场监督管理局", CF_CFJGDM="")]))
    assert [fault.column for fault in done.faults] == ["处罚机关统一社会信用代码"]


@pytest.mark.parametrize("name", ["p.csv", "p.xlsx"])
def test_what_came_in_goes_out_again(tmp_path, name):
    rows = [
        company(1, CF_CFLB="罚款;没收违法所得、没收非法财物", CF_NR_WFFF="1.5", BZ="=1+1"),
        person(2),
        company(
            3, CF_CFLB="吊销许可证件;其他-责令改正", CF_NR_FK="", CF_NR_ZKDX="食品经营许可证", CF_XDR_SWDJ="140322"
        ),
    ]
    take(write(tmp_path / "in.csv", rows))
    first = list(export_penalties(whole=True))
    write_table(tmp_path / name, first)
    for model in (Handover, Taken, Party, OrdinaryPenalty, Case):
        model.objects.all().delete()
    assert take(tmp_path / name).taken == 3
    assert list(export_penalties(whole=True)) == first
    by_code = dict(zip([*rows[0]], first[1], strict=False))
    assert by_code["CF_XDR_MC"] == "测试示例有限公司"


def test_what_goes_to_the_public_has_no_number_of_an_identity_paper(tmp_path):
    take(write(tmp_path / "p.csv", [person()]))
    assert IDENTITY not in str(list(export_penalties()))
    assert IDENTITY in str(list(export_penalties(whole=True)))


def test_a_head_of_codes_below_a_title_is_found(tmp_path):
    path = write(tmp_path / "p.csv", [company()], labels=False)
    path.write_text("行政处罚公示表\n" + path.read_text(encoding="utf-8-sig"), encoding="utf-8")
    assert take(path).taken == 1


@pytest.mark.parametrize(("text", "said"), [("甲,乙\n1,2\n", "表头缺少"), ("一段不是表格的话。\n", "表头缺少")])
def test_a_table_of_another_kind_is_refused(tmp_path, text, said):
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=said):
        take(path)


def test_a_row_longer_than_the_head_is_refused_with_its_line(tmp_path):
    path = write(tmp_path / "p.csv", [company()])
    path.write_text(path.read_text(encoding="utf-8-sig").rstrip() + ",多出一格\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="第2行"):
        take(path)


def test_many_rows_cost_no_query_each(tmp_path, django_assert_max_num_queries):
    path = write(tmp_path / "p.csv", [company(number) for number in range(1, 301)])
    taker()
    with django_assert_max_num_queries(45):  # PostgreSQL is told of the new rows by ANALYZE, table by table
        assert take(path).taken == 300
