"""行政处罚实施情况统计表: the counting rules printed under it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.figures.catalogue import BY_ID, FIGURES, NoSuchFigure, figures, find, records, scope
from fadu.figures.count import share, value, values
from fadu.figures.figure import Scope
from fadu.figures.models import Convention
from fadu.figures.penalties import BY_CLASS, CLASSES, ORDERS, heaviest
from fadu.organs.seeing import Reach
from fadu.procedures.models import OrdinaryPenalty
from fadu.procedures.penalty_record import KINDS
from tests.figures.counted import on_the_spot, penalty

pytestmark = pytest.mark.django_db
YEAR = Scope("990101", 2025)


def count(figure_id: str, of: Scope = YEAR) -> object:
    return value(find(figure_id), of)


def test_a_decision_counts_in_the_year_in_which_it_was_made(bureau):
    penalty(bureau, date(2024, 12, 31), warned=True)
    penalty(bureau, date(2025, 1, 1), warned=True)
    penalty(bureau, date(2025, 12, 31), warned=True)
    penalty(bureau, date(2026, 1, 1), warned=True)
    assert count("penalty.decided") == 2


def test_a_decision_later_revoked_still_counts(bureau):
    penalty(bureau, fined=True, fine=100, revoked_on=date(2025, 9, 1), revocation="revoked")
    assert count("penalty.decided") == 1


@pytest.mark.parametrize(
    ("columns", "figure"),
    [
        ({"warned": True}, "penalty.class.warned"),
        ({"warned": True, "fined": True, "fine": 1}, "penalty.class.fined"),
        ({"fined": True, "fine": 1, "forfeited_income": True}, "penalty.class.forfeited"),
        ({"forfeited_income": True, "forfeited_goods": True}, "penalty.class.forfeited"),
        ({"fined": True, "fine": 1, "licence_revoked": True}, "penalty.class.licence_revoked"),
        ({"licence_revoked": True, "business_suspended": True}, "penalty.class.business_suspended"),
        ({"other_penalty": True}, "penalty.class.other_penalty"),
        ({"other_penalty": True, "warned": True}, "penalty.class.warned"),
        (dict.fromkeys(KINDS, True), "penalty.class.detained"),
    ],
)
def test_a_case_counts_once_in_its_heaviest_class(bureau, columns, figure):
    penalty(bureau, **columns)
    counted = {each.id: value(each, YEAR) for each in BY_CLASS}
    assert {key for key, number in counted.items() if number} == {figure}


def test_the_order_of_weight_is_data(bureau):
    """大同 puts the revoked licence just before detention, 沂 before the restriction of business."""
    penalty(bureau, licence_revoked=True, business_suspended=True)
    assert count("penalty.class.business_suspended", Scope("990101", 2025, order="yi")) == 1
    assert count("penalty.class.licence_revoked", Scope("990101", 2025, order="datong")) == 1
    Convention.objects.create(region="990101", year=2025, order="datong")
    assert scope("990101", 2025).order == "datong"
    assert scope("990101", 2026).order == ""


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_every_order_names_every_class_once(order):
    assert sorted(ORDERS[order]) == sorted(KINDS)
    assert {kind for _name, kinds in CLASSES.values() for kind in kinds} == set(KINDS)


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_whatever_is_imposed_falls_in_exactly_one_class(bureau, order):
    for pair in combinations(KINDS, 2):
        penalty(bureau, **dict.fromkeys(pair, True))
    rows = OrdinaryPenalty.objects.all()
    for row in rows:
        found = [key for key, (_n, kinds) in CLASSES.items() if rows.filter(heaviest(kinds, order), pk=row.pk).exists()]
        assert len(found) == 1


def test_the_classes_add_up_to_the_total(bureau):
    for kind in KINDS:
        penalty(bureau, **{kind: True})
    on_the_spot(bureau)
    counted = values(BY_CLASS, YEAR)
    assert sum(counted.values()) == count("penalty.decided") == len(KINDS) + 1


def test_the_amount_is_the_sum_of_fines_and_of_what_was_forfeited_and_could_be_valued(bureau):
    penalty(bureau, fined=True, fine=Decimal("12345.67"), forfeited_income=True, income=Decimal("0.33"))
    penalty(bureau, forfeited_goods=True)  # its value could not be determined
    penalty(bureau, forfeited_goods=True, goods_value=Decimal(4000))
    on_the_spot(bureau, fine=50)
    assert count("penalty.money") == Decimal("1.6396")
    assert count("penalty.fines") == Decimal("1.239567")


def test_both_procedures_make_up_the_total(bureau):
    penalty(bureau, warned=True)
    on_the_spot(bureau)
    on_the_spot(bureau)
    assert (count("penalty.summary"), count("penalty.ordinary"), count("penalty.decided")) == (2, 1, 3)


def test_no_penalty_is_no_decision_of_penalty(bureau):
    made = penalty(bureau, warned=True)
    OrdinaryPenalty.objects.filter(case=made).update(result="minor", warned=False)
    assert count("penalty.decided") == 0
    assert count("penalty.spared") == 1


def test_another_region_counts_its_own(bureau):
    penalty(bureau, warned=True)
    assert count("penalty.decided", Scope("9901", 2025)) == 1
    assert count("penalty.decided", Scope("990102", 2025)) == 0


def test_the_list_is_as_long_as_the_number(bureau):
    for kind in ("warned", "fined", "detained"):
        penalty(bureau, **{kind: True})
    penalty(bureau, domain="urban", warned=True)
    on_the_spot(bureau)
    for each in figures(YEAR):
        if each.figure.measure == "count":
            assert records(each.figure.id, "990101", 2025).count() == each.value, each.figure.id


def test_a_part_in_a_field_counts_only_that_field(bureau):
    penalty(bureau, warned=True)
    penalty(bureau, domain="urban", fined=True, fine=Decimal(20000))
    by_id = {each.figure.id: each for each in figures(YEAR)}
    assert by_id["penalty.decided.urban"].value == 1
    assert by_id["penalty.money.urban"].value == 2
    assert "penalty.decided.water" not in by_id
    assert list(records("penalty.decided.urban", "990101", 2025).values_list("domain", flat=True)) == ["urban"]


def test_counted_together_or_alone_is_the_same(bureau):
    for kind in KINDS:
        penalty(bureau, **{kind: True})
    together = values(FIGURES, YEAR)
    for figure in FIGURES:
        assert value(figure, YEAR) == together[figure.id], figure.id


def test_the_questions_do_not_grow_with_the_records(bureau, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection, ) as empty:  # fmt: skip
        figures(YEAR)
    for kind in KINDS:
        penalty(bureau, **{kind: True})
    with django_assert_num_queries(len(empty)):
        figures(YEAR)


def test_who_may_not_see_a_case_does_not_count_it(bureau):
    penalty(bureau, warned=True)
    blind = Scope("990101", 2025, reach=Reach(0))
    seeing = Scope("990101", 2025, reach=Reach(1, own=True, organs=frozenset({bureau.organ.pk})))
    assert count("penalty.decided", blind) == 0
    assert count("penalty.decided", seeing) == 1
    assert {each.value for each in figures(blind)} <= {0, None}


def test_an_unknown_figure_is_said():
    for name in ("nothing", "penalty.decided.nowhere", "penalty.major_reviewed.market"):
        with pytest.raises(NoSuchFigure):
            find(name)


def test_every_figure_says_what_it_counts_and_by_whose_rule():
    assert len(BY_ID) == len(FIGURES)
    for each in FIGURES:
        assert str(each.name)
        assert str(each.unit)
        assert str(each.rule)
        assert each.source


@pytest.mark.parametrize(
    ("part", "whole", "rounding", "percent"),
    [
        (223, 2281, "half_up", "9.8"),
        (223, 2281, "down", "9.7"),  # as 盘州 printed it
        (704, 705, "half_up", "99.9"),
        (5, 100, "half_up", "5"),
        (0, 7, "half_up", "0"),
    ],
)
def test_a_share_is_rounded_to_one_place_by_a_stated_rule(part, whole, rounding, percent):
    assert share(part, whole, rounding) == Decimal(percent)


def test_a_share_of_nothing_has_no_value():
    assert share(3, 0) is None


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_cut_off_is_never_above_rounded(part, whole):
    assert share(part, whole, "down") <= share(part, whole, "half_up") <= share(part, whole, "down") + Decimal("0.1")
