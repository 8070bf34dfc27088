"""Registers as of a day, journals whose entries are struck out and never changed, figures as long as their lists."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from fadu.engine.acts import take
from fadu.figures.catalogue import FIGURES
from fadu.journals.models import Action, Inspection
from fadu.ledger.models import Entry
from fadu.organs.models import Certificate
from fadu.registers.models import Device


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def activity(bureau, today, **given):
    return {
        "organ": bureau.organ.pk, "on": today.isoformat(), "domain": "market", "kind": "joint", "title": "食品安全行动",
        "with_organs": "公安局", **given,
    }  # fmt: skip


def test_a_register_is_true_at_the_day_asked_for(desk, bureau, today):
    Certificate.objects.filter(person=bureau.officer).update(valid_until=today - timedelta(days=1))
    number = Certificate.objects.get(person=bureau.officer).number
    where = reverse("desk:registers")
    assert number not in text_of(desk.get(where))
    assert number in text_of(desk.get(where, {"on": (today - timedelta(days=2)).isoformat()}))


def test_a_device_is_entered_once(desk, bureau, today):
    where = reverse("desk:enter_device")
    given = {"organ": bureau.organ.pk, "number": "T-01", "kind": "body_camera", "since": today.isoformat()}
    assert desk.post(where, given).status_code == 302
    assert "T-01" in text_of(desk.get(reverse("desk:registers")))
    assert "已有编号" in desk.post(where, given).content.decode()
    assert Device.objects.count() == 1


def test_an_activity_is_entered_in_journal_and_ledger(desk, bureau, today):
    assert desk.post(reverse("desk:journal_enter", args=["action"]), activity(bureau, today)).status_code == 302
    assert "食品安全行动" in text_of(desk.get(reverse("desk:journal", args=["action"])))
    assert Entry.objects.get(stream=Action.objects.get().stream).act == "enter"


def test_what_the_journal_cannot_take_comes_back_as_it_was_typed(desk, bureau, today):
    given = activity(bureau, today, with_organs="")
    answer = desk.post(reverse("desk:journal_enter", args=["action"]), given)
    assert answer.status_code == 422
    assert "联合执法须写明参加单位" in answer.content.decode()
    assert "食品安全行动" in answer.content.decode()


def test_an_entry_is_struck_out_with_its_reason_and_stays(desk, bureau, today):
    desk.post(reverse("desk:journal_enter", args=["action"]), activity(bureau, today))
    where = reverse("desk:journal_strike", args=["action", Action.objects.get().pk])
    assert desk.post(where, {"reason": ""}).status_code == 422
    assert desk.post(where, {"reason": "重复登记"}).status_code == 302
    assert "重复登记" in text_of(desk.get(reverse("desk:journal", args=["action"])))


def test_another_organs_journal_is_neither_seen_nor_written(sign_in, desk, stranger, bureau, today):
    desk.post(reverse("desk:journal_enter", args=["action"]), activity(bureau, today))
    client = sign_in(stranger)
    assert "食品安全行动" not in text_of(client.get(reverse("desk:journal", args=["action"])))
    assert client.post(reverse("desk:journal_enter", args=["action"]), activity(bureau, today)).status_code == 422
    assert client.get(reverse("desk:journal_strike", args=["action", Action.objects.get().pk])).status_code == 404


def test_a_journal_pages_by_its_last_row(desk, bureau, today):
    for number in range(53):
        Inspection.objects.create(
            organ=bureau.organ, on=today - timedelta(days=number % 4), domain="market", kind="daily",
            subject=f"第{number}家",
        )  # fmt: skip
    first = text_of(desk.get(reverse("desk:journal", args=["inspection"])))
    after = re.search(r"\?after=([\d.-]+)", first)[1]
    second = text_of(desk.get(reverse("desk:journal", args=["inspection"]), {"after": after}))
    shown = [*re.findall(r"第\d+家", first), *re.findall(r"第\d+家", second)]
    assert len(shown) == len(set(shown)) == 53


def test_a_journal_nobody_keeps_is_not_there(desk, db):
    assert desk.get(reverse("desk:journal", args=["nonsense"])).status_code == 404


@pytest.fixture
def leader(sign_in, bureau):
    person = bureau.person("leader", "郑领导", "leader")
    person.posts.update(scope="region")
    return sign_in(person)


def test_each_figure_leads_to_a_list_of_exactly_its_records(leader, opened, bureau, today):
    for _case in range(3):
        made = opened(ago=0)
        take(made, "filing", by=[bureau.head], on=today)
    text = text_of(leader.get(reverse("desk:figures")))
    found = re.findall(r'<a href="(/desk/figures/[^"]+)">([\d,]+)</a>', text)
    assert len(found) >= len(FIGURES) // 2
    counted = {where.replace("&amp;", "&"): int(number) for where, number in found if "penalty.filed" in where}
    assert 3 in counted.values()
    for where, number in counted.items():
        assert text_of(leader.get(where)).count('class="lead"') == number


def test_figures_count_only_what_the_reader_may_see_and_say_so(sign_in, leader, stranger, opened, bureau, today):
    take(opened(ago=0), "filing", by=[bureau.head], on=today)
    where = reverse("desk:figure", args=["penalty.filed"])
    assert "：1 " in text_of(leader.get(where))
    assert "只统计您有权查看的记录" not in text_of(leader.get(where))
    text = text_of(sign_in(stranger).get(where))
    assert "：0 " in text
    assert "只统计您有权查看的记录" in text


def test_the_report_is_a_page_and_a_file(leader, bureau):
    assert "年度报告" in text_of(leader.get(reverse("desk:reports")))
    assert leader.get(reverse("desk:report_docx")).content[:2] == b"PK"


@pytest.mark.parametrize("given", [{"year": "x"}, {"year": "1"}, {"region": "abc"}, {"region": "110000000000"}])
def test_a_region_or_year_out_of_reach_falls_back_to_ones_own(leader, given):
    assert "测试县" in text_of(leader.get(reverse("desk:figures"), given))
