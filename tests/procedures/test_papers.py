"""Papers: each can be made of any state of a case, and says what its article asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents import docx, page
from fadu.documents.numerals import date_words
from fadu.documents.papers import Run
from fadu.documents.redaction import leaks, private_texts, public, redact
from fadu.law.statutes import COERCION_2011, PENALTY_2021
from fadu.procedures.editions import EDITIONS
from fadu.procedures.models import OrdinaryPenalty
from fadu.procedures.papers import coercion, penalty, referral
from fadu.procedures.papers.content import ASKS, contents
from tests.procedures.snapshots import COMPANY, PERSON, WHOLE, snapshot


def penalty_columns() -> set[str]:
    """The columns of the ordinary penalty's record."""
    return {each.name for each in OrdinaryPenalty._meta.get_fields()}


PENALTY_PAPERS = [getattr(penalty, name) for name in penalty.__all__ if name != "contents"]
COERCION_PAPERS = [
    getattr(coercion, name)
    for name in (
        "measure_approval",
        "seizure_decision",
        "seizure_list",
        "measure_record",
        "seizure_extension",
        "examination_notice",
        "seizure_disposal",
        "handover_notice",
    )
]
REFERRAL_PAPERS = [
    getattr(referral, name)
    for name in (
        "referral_report",
        "referral_approval",
        "referral_goods",
        "reconsideration_request",
        "supervision_suggestion",
    )
]
PAPERS = [*PENALTY_PAPERS, *COERCION_PAPERS, *REFERRAL_PAPERS]


def words(paper: object) -> str:
    """All that the paper prints, read together."""
    return "".join(_texts(paper))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield date_words(value)
    elif isinstance(value, Run) or hasattr(value, "key"):
        yield getattr(value, "text", "")
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in ("align", "kind"):
                yield from _texts(getattr(value, name))


@pytest.mark.parametrize("compose", PAPERS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("state", [{}, WHOLE, snapshot(party=COMPANY)], ids=["empty", "person", "company"])
def test_every_paper_is_made_and_printed_of_any_state(compose, state):
    paper = compose(state)
    assert docx.render(paper)[:2] == b"PK"
    assert str(page.render(paper))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from(["", "2024-02-30", "2024-05-06", "12.345", "-1", "问：甲\n答：乙"]),
    st.text(max_size=12),
)


@pytest.mark.parametrize("compose", PAPERS, ids=lambda f: f.__name__)
@given(data=st.data())
def test_no_value_in_the_record_stops_a_paper(compose, data):
    columns = sorted({*WHOLE["record"], "kind", "goods", "interview", "hearing_at", "restricted_until", "instalments"})
    record = data.draw(st.dictionaries(st.sampled_from(columns), VALUES, max_size=8))
    compose({"record": record, "parties": [PERSON]})


# --- what a decision must state ---------------------------------------------------------------------------------------

LACKING = [
    ({"parties": [{**PERSON, "name": ""}]}, PENALTY_2021[59, 1, 1]),
    ({"parties": [{**PERSON, "address": ""}]}, PENALTY_2021[59, 1, 1]),
    ({"record": {"facts_found": ""}}, PENALTY_2021[59, 1, 2]),
    ({"record": {"fined": False, "forfeited_goods": False}}, PENALTY_2021[59, 1, 3]),
    ({"record": {"fine": None}}, PENALTY_2021[59, 1, 3]),
    ({"record": {"basis": ""}}, PENALTY_2021[59, 1, 3]),
    ({"case": {"domain": "tobacco"}, "organ": {"parent": ""}}, PENALTY_2021[59, 1, 5]),
    ({"organ": {"name": ""}}, PENALTY_2021[59, 1, 6]),
    ({"record": {"decided_on": None}, "issued_on": None}, PENALTY_2021[59, 1, 6]),
]


@pytest.mark.parametrize(("change", "cite"), LACKING, ids=[f"{cite.key}-{n}" for n, (_, cite) in enumerate(LACKING)])
def test_a_penalty_decision_lacking_an_item_is_refused_with_its_item(change, cite):  # 第五十九条第一款
    assert cite in [each.cites for each in contents(snapshot(**change))]


def test_a_whole_penalty_decision_lacks_nothing():  # 第五十九条第一款
    assert contents(snapshot()) == []


def test_each_item_of_the_decision_is_printed():  # 第五十九条第一款
    said = words(penalty.penalty_decision(snapshot()))
    for item in (
        "张测试",
        "货值45元",
        "食品安全法",
        "罚款5,000元（人民币伍仟元整）",
        "十五日内缴至",
        "六十日内",
        "六个月内",
        "测试县市场监督管理局",
    ):
        assert item in said


def test_the_decision_says_where_the_fine_is_paid_and_whether_a_surcharge_follows():  # 分离办法第七条第一款
    stated = words(penalty.penalty_decision(snapshot()))
    assert "测试县示例银行" in stated
    assert "百分之三加处罚款" in stated
    assert "不加处罚款" in words(penalty.penalty_decision(snapshot(record={"surcharge_stated": False})))


def test_a_penalty_that_must_be_performed_says_how_and_by_when():  # 第五十九条第一款第（四）项
    closed = {"fined": False, "fine": None, "forfeited_goods": False, "business_suspended": True}
    assert PENALTY_2021[59, 1, 4] in [each.cites for each in contents(snapshot(record=closed))]
    assert contents(snapshot(record={**closed, "performance": "自2024年5月21日起停业七日。"})) == []


def test_under_the_2017_edition_no_item_is_asked_for_its_text_was_not_seen():
    assert contents(snapshot(record={"decided_on": "2020-05-20", "basis": ""})) == []


SUMMARY = {"kind": "summary_decision", "record": {"act": "占道经营", "place": "示例街", "basis": "某条例第一条"}}


@pytest.mark.parametrize("column", ["act", "basis", "fine"])
def test_a_decision_on_the_spot_states_act_basis_and_sum(column):  # 第五十二条第二款
    assert contents(snapshot(**SUMMARY)) == []
    lacking = {**SUMMARY["record"], column: None, **({"facts_found": ""} if column == "act" else {})}
    assert [each.cites for each in contents(snapshot(kind="summary_decision", record=lacking))] == [PENALTY_2021[52, 2]]


@pytest.mark.parametrize("kind", ["prior_notice", "hearing_right_notice"])
@pytest.mark.parametrize(
    "change",
    [{"facts_found": "", "act": ""}, {"basis": ""}, {"proposed_fined": False, "proposed_forfeited_goods": False}],
)
def test_a_notice_states_what_is_proposed_its_facts_and_its_basis(kind, change):  # 第四十四条、第六十二条
    assert contents(snapshot(kind=kind)) == []
    assert [each.cites for each in contents(snapshot(kind=kind, record=change))] == [PENALTY_2021[44]]


SEIZED = {
    "kind": "seize",
    "reason": "涉嫌违法经营",
    "basis": "某法第六十条",
    "goods": "饼干｜200克｜盒｜3",
    "imposed_on": "2024-04-01",
}
FROZEN = {
    "kind": "freeze",
    "reason": "涉嫌违法集资",
    "basis": "某法第七条",
    "account_number": "6222000000001234",
    "frozen_amount": "100.00",
}


@pytest.mark.parametrize(("column", "item"), [("reason", 2), ("basis", 2), ("goods", 3)])
def test_a_seizure_decision_lacking_an_item_is_refused(column, item):  # 行政强制法第二十四条第二款
    assert contents(snapshot(kind="seizure_decision", record=SEIZED)) == []
    found = contents(snapshot(kind="seizure_decision", record={**SEIZED, column: ""}))
    assert [each.cites for each in found] == [COERCION_2011[24, 2, item]]


@pytest.mark.parametrize(("column", "item"), [("reason", 2), ("basis", 2), ("account_number", 3), ("frozen_amount", 3)])
def test_a_freezing_decision_lacking_an_item_is_refused(column, item):  # 行政强制法第三十一条
    assert contents(snapshot(kind="freeze_decision", record=FROZEN)) == []
    found = contents(snapshot(kind="freeze_decision", record={**FROZEN, column: None}))
    assert [each.cites for each in found] == [COERCION_2011[31, 1, item]]


# --- personal data ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("compose", PAPERS, ids=lambda f: f.__name__)
def test_personal_data_is_not_in_the_public_rendition(compose):
    paper = redact(compose(snapshot(record={"facts_found": "张测试（13800001234）销售过期食品"})))
    assert leaks(paper) == ()
    shown = words(public(paper))
    for secret in ("张测试", PERSON["id_number"], PERSON["phone"], "示例路8号"):
        assert secret not in shown or secret not in private_texts(paper) | {PERSON["id_number"]}


def test_a_persons_name_is_private_and_a_companys_is_public():
    assert "张测试" in private_texts(penalty.penalty_decision(snapshot()))
    assert "甲公司" not in private_texts(penalty.penalty_decision(snapshot(party=COMPANY)))


# --- papers and records fit -------------------------------------------------------------------------------------------

# One paper of several procedures asks each for its own columns.
SHARED = {
    "referral_report": penalty_columns(),
    "referral_approval": penalty_columns(),
    "referral_letter": penalty_columns() | {"facts", "fine_before", "penalties_before", "referred_on"},
    "rectification_notice": penalty_columns() | {"violation", "ordered_on"},
    "closing_approval": {"filed_on"},
    "dossier_cover": {"filed_on"},
}


class Asked(Mapping[str, Any]):
    """A record that notes which columns are asked of it; what is asked in ``so`` is so."""

    def __init__(self, *so: str) -> None:
        self.names: set[str] = set()
        self.so = so

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        if name in self.so:
            return True
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.mark.parametrize("procedure", EDITIONS, ids=lambda each: f"{each.key}-{each.edition}")
def test_a_paper_reads_only_columns_its_record_has(procedure):
    columns = {each.name for each in procedure.record._meta.get_fields()}
    for step in procedure.steps:
        for document in step.yields:
            for record in (Asked(), Asked("fined", "forfeited_income", "surcharge_stated", "of_note")):
                document.compose({"record": record, "steps": [{"key": step.key, "outcome": "lifted"}]})
                assert record.names - columns - SHARED.get(document.key, set()) == set(), document.key


def test_every_check_of_contents_belongs_to_a_paper():
    assert set(ASKS) <= {document.key for each in EDITIONS for step in each.steps for document in step.yields}
