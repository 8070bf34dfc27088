"""One content has one text, on every machine."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger.canonical import Unwritable, canonical, canonical_list, moment


class Kind(IntEnum):
    ONE = 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({}, "{}"),
        ({"b": 1, "a": None}, '{"a":null,"b":1}'),
        ({"罚款": Decimal("50.00")}, '{"罚款":"50.00"}'),
        ({"大数": Decimal("1E+3")}, '{"大数":"1000"}'),
        ({"日": date(2025, 9, 26)}, '{"日":"2025-09-26"}'),
        (
            {"时": datetime(2025, 9, 26, 10, tzinfo=timezone(timedelta(hours=8)))},
            '{"时":"2025-09-26T02:00:00.000000Z"}',
        ),
        ({"是": True, "否": False, "类": Kind.ONE}, '{"否":false,"是":true,"类":1}'),
        ({"列": [1, ("二", [Decimal(3)])]}, '{"列":[1,["二",["3"]]]}'),
        ({"内": {"z": "”\n", "a": 2}}, '{"内":{"a":2,"z":"”\\n"}}'),
    ],
)
def test_each_allowed_kind_has_its_text(content, text):
    assert canonical(content) == text


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"罚款": 50.0}, "content.罚款: 50.0 is a float"),
        ({"甲": {"乙": [1, float("nan")]}}, "content.甲.乙[1]: nan is a float"),
        ({"甲": Decimal("NaN")}, "content.甲: NaN is not a number"),
        ({"甲": {1, 2}}, "content.甲: a set cannot be written"),
        ({"甲": b"x"}, "content.甲: a bytes cannot be written"),
        ({"甲": gettext_lazy("账")}, "content.甲: a __proxy__ cannot be written"),
        ({1: "甲"}, "content: the key 1 is a int"),
        ({"甲": {None: 1}}, "content.甲: the key None is a NoneType"),
        ({"甲": datetime(2025, 9, 26)}, "2025-09-26T00:00:00 has no time zone"),
    ],
)
def test_what_has_no_one_text_is_refused_with_its_place(content, place):
    with pytest.raises(Unwritable, match="^" + place.replace("[", r"\[").replace("]", r"\]")):
        canonical(content)


def test_nesting_has_an_end():
    deep: dict[str, object] = {}
    for _ in range(60):
        deep = {"a": [deep]}
    with pytest.raises(Unwritable, match="nested more than 50 deep"):
        canonical(deep)


def test_citations_are_a_list_of_texts():
    assert canonical_list(("penalty-2021/57.1", "b"), "cites") == '["penalty-2021/57.1","b"]'
    with pytest.raises(Unwritable, match="not one text"):
        canonical_list("penalty-2021/57.1", "cites")
    with pytest.raises(Unwritable, match="by its key"):
        canonical_list([57], "cites")  # type: ignore[list-item]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), plain))
def test_the_text_reads_back_as_the_content_and_is_its_own_text(content):
    text = canonical(content)
    assert json.loads(text) == content
    assert canonical(json.loads(text)) == text
    assert "\n" not in text


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_keeps_its_microsecond(at):
    text = moment(at)
    assert len(text) == 27
    assert datetime.fromisoformat(text) == at
