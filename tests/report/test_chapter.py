"""The enforcement chapter: sentences stand where figures speak, every number is bound to its figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from fadu.documents.docx import bound_figures, render
from fadu.documents.page import render as page
from fadu.documents.papers import Paragraph
from fadu.documents.words import plain
from fadu.figures.catalogue import BY_ID, find, scope
from fadu.figures.count import value
from fadu.figures.models import Convention
from fadu.report.chapter import shown, write
from fadu.report.disputes import DISPUTES
from fadu.report.sentences import FIELD, SECTIONS
from tests.figures.counted import on_the_spot, penalty

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 1)


def text(report) -> str:
    return "\n".join(plain((each.lead, each.words)[1]) for each in report.body if isinstance(each, Paragraph))


def test_every_figure_a_sentence_names_exists():
    for section in (*SECTIONS, *DISPUTES):
        for sentence in section.sentences:
            for clause in sentence.clauses:
                assert clause.figures, clause.words
                assert set(clause.figures) <= set(BY_ID)
    assert all(BY_ID[key].divided for clause in FIELD.clauses for key in clause.figures)


def test_no_sentence_stands_for_a_figure_without_records(bureau):
    penalty(bureau, date(2025, 5, 6), fined=True, fine=Decimal(123300))
    said = text(write("990101", 2025, on=TODAY))
    assert "全年作出行政处罚决定1件，普通程序1件" in said
    assert "罚没金额12.33万元" in said
    assert "行政强制" not in said
    assert "移送" not in said
    assert "在市场监督管理领域，" in said


def test_every_number_in_the_file_is_the_figures_value(bureau):
    penalty(bureau, date(2025, 5, 6), fined=True, fine=Decimal(123300))
    on_the_spot(bureau, date(2025, 7, 1))
    bound = bound_figures(render(write("990101", 2025, on=TODAY)))
    assert len(bound) > 20
    of = scope("990101", 2025)
    for figure_id, printed in bound:
        if printed == str(find(figure_id).name):
            continue
        assert printed == shown(value(find(figure_id), of) or 0)


def test_the_end_list_explains_each_figure_that_was_used(bureau):
    penalty(bureau, date(2025, 5, 6), warned=True)
    report = write("990101", 2025, on=TODAY)
    listed = report.body[-1]
    assert {plain(row[1]) for row in listed.rows} >= {"行政处罚决定数量", "普通程序数量", "警告"}
    assert "2025年12月31日" in plain(listed.caption)


def test_the_year_before_is_compared_where_there_is_one(bureau):
    for year, count in ((2024, 4), (2025, 5)):
        for _each in range(count):
            penalty(bureau, date(year, 5, 6), warned=True)
    assert "决定5件（上年4件，增长25%）" in text(write("990101", 2025, on=TODAY))
    assert "（上年" not in text(write("990101", 2024, on=TODAY))


def test_a_year_not_over_is_cut_off_and_compared_over_the_same_days(bureau):
    for on in (date(2024, 3, 1), date(2024, 9, 1), date(2025, 3, 1), date(2025, 9, 1)):
        penalty(bureau, on, warned=True)
    said = text(write("990101", 2025, on=date(2025, 6, 30)))
    assert "2025年1月1日至2025年6月30日" in said
    assert "决定1件（上年同期1件，持平）" in said


def test_how_shares_are_rounded_is_stated(bureau):
    penalty(bureau, date(2025, 5, 6), warned=True)
    assert "四舍五入" in plain(write("990101", 2025, on=TODAY).notes[0])
    Convention.objects.create(region="990101", year=2025, rounding="down")
    report = write("990101", 2025, on=TODAY)
    assert "截尾" in plain(report.notes[0])
    assert "法制审核人员1人，占持证执法人员的33.3%" in text(report)


def test_the_numbers_lead_to_their_records_where_a_site_is_named(bureau):
    penalty(bureau, date(2025, 5, 6), warned=True)
    html = page(write("990101", 2025, on=TODAY, site="https://fadu.example"))
    assert "https://fadu.example/desk/figures/penalty.decided/?region=990101" in html


def test_a_region_without_records_says_so(db):
    assert "没有可以统计的记录" in text(write("999999", 2025, on=TODAY))


def test_the_same_figures_make_the_same_file(bureau):
    penalty(bureau, date(2025, 5, 6), warned=True)
    assert render(write("990101", 2025, on=TODAY)) == render(write("990101", 2025, on=TODAY))


def test_the_report_is_chinese_whatever_the_reader_speaks(bureau):
    penalty(bureau, date(2025, 5, 6), warned=True)
    with override("en"):
        english = render(write("990101", 2025, on=TODAY))
    assert english == render(write("990101", 2025, on=TODAY))
