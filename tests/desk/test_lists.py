"""Lists: a fixed number of queries, no counting, nothing skipped or shown twice, exports of exactly what is shown."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fadu.desk import lists
from fadu.desk.cases import inert
from fadu.desk.models import SavedView
from fadu.engine import papers
from fadu.engine.acts import take
from fadu.engine.models import Case

LISTS = ["work", "waiting", "cases"]


def queries(client, where):
    client.get(where)  # the first request of a session may write it
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(where)
    assert answer.status_code == 200
    # The test itself runs in a transaction, so that what is a transaction of its own elsewhere is a savepoint here.
    return [each["sql"] for each in captured if "SAVEPOINT" not in each["sql"]], answer


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("who", ["officer", "head"])
def test_one_row_and_three_rows_cost_the_same_queries(sign_in, bureau, opened, name, who):
    client = sign_in(getattr(bureau, who))
    opened()
    one, _answer = queries(client, reverse(f"desk:{name}"))
    opened(), opened()
    three, _answer = queries(client, reverse(f"desk:{name}"))
    assert len(one) == len(three) <= 10, three


def test_fifty_rows_stay_under_sixty_kilobytes_and_ten_queries_and_count_nothing(desk, opened, bureau):
    for number in range(52):
        made = opened(f"超范围经营第{number}起", party=f"测试县第{number}食品有限公司")
        take(made, "filing", by=[bureau.head], on=made.opened_on)
    asked, answer = queries(desk, reverse("desk:work"))
    assert answer.content.decode().count("<tr>") == 51
    assert len(answer.content) < 60_000
    assert len(asked) <= 10
    assert not [sql for sql in asked if "COUNT(" in sql.upper()]


@pytest.mark.parametrize("by_due", [True, False])
def test_page_after_page_shows_every_case_once(bureau, opened, today, by_due):
    for number in range(11):
        made = opened(ago=number % 3 + 1)
        Case.objects.filter(pk=made.pk).update(next_due_on=today + timedelta(days=number % 4) if number % 5 else None)
    seen, after = [], ""
    while True:
        leaf = lists.leaf(Case.objects.all(), by_due=by_due, after=after, size=3)
        seen += leaf.rows
        after = leaf.after
        if not after:
            break
    assert len(seen) == len({each.pk for each in seen}) == 11
    if by_due:
        days = [each.next_due_on for each in seen]
        dated = [each for each in days if each]
        assert dated == sorted(dated)
        assert days[: len(dated)] == dated  # those without a day come last
    else:
        assert [each.opened_on for each in seen] == sorted((each.opened_on for each in seen), reverse=True)


@pytest.mark.parametrize("place", ["x", "2026-01-01", "2026-01-01.x", "nonsense.5", ".", "2026-13-01.4", ".5"])
def test_a_place_that_cannot_be_read_is_the_beginning(desk, case, place):
    answer = desk.get(reverse("desk:cases"), {"after": place})
    assert case.number in answer.content.decode()


@pytest.mark.parametrize("words", ["超范围", "甲公司", "甲公司 超范围"])
def test_a_search_finds_by_matter_and_party(desk, opened, words):
    opened(), opened("虚假宣传", party="乙公司")
    text = desk.get(reverse("desk:cases"), {"q": words}).content.decode()
    assert "甲公司" in text
    assert "乙公司" not in text


def test_a_search_for_the_number_opens_the_case(desk, opened):
    case = opened()
    assert desk.get(reverse("desk:cases"), {"q": case.number}).url == reverse("desk:case", args=[case.pk])


def test_a_search_finds_the_number_of_a_paper(desk, inquired, bureau, today, opened):
    other = opened("虚假宣传")
    paper = papers.issue(inquired, "toy_record", by=bureau.officer, on=today)
    text = desk.get(reverse("desk:cases"), {"q": paper.number}).content.decode()
    assert inquired.number in text
    assert other.number not in text


@pytest.mark.parametrize(
    ("state", "shift", "shown"),
    [
        ("overdue", -1, True), ("overdue", 0, False), ("today", 0, True), ("today", 1, False),
        ("near", 1, True), ("near", 60, False), ("open", 60, True), ("closed", 0, False),
    ],
)  # fmt: skip
def test_a_state_shows_the_cases_in_it(desk, case, today, state, shift, shown):
    Case.objects.filter(pk=case.pk).update(next_due_on=today + timedelta(days=shift))
    assert (case.number in desk.get(reverse("desk:cases"), {"state": state}).content.decode()) is shown


def test_a_condition_that_cannot_be_read_is_said_and_left_out(desk, case):
    text = desk.get(reverse("desk:cases"), {"due_from": "soon", "state": "odd"}).content.decode()
    assert case.number in text
    assert "due_from、state" in text


def test_the_export_is_exactly_the_list(desk, opened):
    kept = [opened(f"超范围经营{number}").number for number in range(3)]
    opened("虚假宣传")
    answer = desk.get(reverse("desk:export"), {"q": "超范围"})
    lines = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert lines[0][0] == "案号"
    assert sorted(line[0] for line in lines[1:]) == sorted(kept)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_exported_cell_is_taken_for_a_formula(cell):
    assert inert(cell) == f"'{cell}"


def test_a_saved_view_keeps_the_filters_for_its_owner_alone(desk, sign_in, bureau, case):
    desk.post(reverse("desk:save_view"), {"view": "逾期的", "state": "overdue", "order": "due"})
    kept = SavedView.objects.get()
    assert (kept.person, kept.query) == (bureau.officer, "state=overdue&order=due")
    assert "逾期的" in desk.get(reverse("desk:cases")).content.decode()
    assert "逾期的" not in sign_in(bureau.head).get(reverse("desk:cases")).content.decode()
    desk.post(reverse("desk:save_view"), {"view": "逾期的", "drop": "1"})
    assert not SavedView.objects.exists()


def test_what_i_handle_and_what_i_assist_in_is_my_work_and_nothing_else(sign_in, bureau, opened):
    handled, assisted = opened(), opened(officers=[bureau.second, bureau.officer])
    other = opened(officers=[bureau.second, bureau.third])
    text = sign_in(bureau.officer).get(reverse("desk:work")).content.decode()
    assert handled.number in text
    assert assisted.number in text
    assert other.number not in text


def test_a_case_waits_for_whoever_takes_its_next_step(sign_in, bureau, case, opened):
    take(further := opened("虚假宣传"), "filing", by=[bureau.head], on=further.opened_on)
    text = sign_in(bureau.head).get(reverse("desk:waiting")).content.decode()
    assert case.number in text  # 立案 is the head's
    assert further.number not in text  # 调查 is the officers'
    assert reverse("desk:step", args=[case.pk, "filing"]) in text


def test_titles_and_names_are_escaped(desk, opened):
    opened("<script>alert(1)</script>", party="<b>公司</b>")
    for name in ("work", "cases"):
        text = desk.get(reverse(f"desk:{name}")).content.decode()
        assert "<script>alert" not in text
        assert "<b>公司" not in text
        assert "&lt;script&gt;" in text


def test_an_empty_list_says_what_would_be_here(desk):
    assert "案件就会出现在这里" in desk.get(reverse("desk:work")).content.decode()
