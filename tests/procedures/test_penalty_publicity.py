"""公开: which decisions, by when, for how long, without whose data, and taken back when they fall."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from fadu.engine.acts import Comer
from fadu.engine.models import Deadline
from fadu.engine.publication import publish, take_back
from fadu.engine.refusals import Refused
from tests.procedures.penalty_cases import Story, served

pytestmark = pytest.mark.django_db

DECIDED = date(2024, 4, 15)
PUBLISHED = date(2024, 4, 22)
ZHANG = Comer(
    "张测试", kind="person", id_kind="居民身份证", id_number="110101199001010011", phone="13800001234",
    address="测试县测试镇示例路8号",
)  # fmt: skip


def market(bureau, proposed: dict, sentence: dict) -> Story:
    """A market case decided and served on 15 April 2024."""
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    story.take("verification", date(2024, 4, 1), facts={"checked": "属实"})
    story.file(date(2024, 4, 2)).inquire(date(2024, 4, 3))
    story.tell(date(2024, 4, 3), **{"proposed_fined": False, "proposed_fine": None} | proposed)
    story.take("hearing_waiver", date(2024, 4, 3), [bureau.clerk]) if story.record.large_fine else None
    story.listen(date(2024, 4, 8)).examine(date(2024, 4, 9)).decide(
        DECIDED, **{"fined": False, "fine": None} | sentence
    )
    return story.serve(DECIDED, told_publicity=True)


FINE = {"proposed_fined": True, "proposed_fine": Decimal(5000)}, {"fined": True, "fine": Decimal(5000)}
LOW = FINE[0], FINE[1] | {"low_fine": True}
CRITICISM = {"proposed_criticised": True}, {"criticised": True}
WARNING = {"proposed_warned": True}, {"warned": True}
BUSINESS = {"proposed_business_restricted": True}


def restricted(until: date) -> tuple[dict, dict]:
    return BUSINESS, {"business_restricted": True, "restricted_until": until}


@pytest.mark.parametrize(
    ("penalty", "until"),
    [
        (FINE, date(2027, 4, 22)),
        (LOW, date(2024, 7, 22)),
        (CRITICISM, date(2024, 7, 22)),
        (restricted(date(2025, 4, 15)), date(2027, 4, 22)),
        (restricted(date(2029, 4, 15)), date(2029, 4, 15)),
    ],
)
def test_a_publication_of_market_regulation_has_its_term(bureau, penalty, until):  # 公示规定第十三条
    story = market(bureau, *penalty)
    publication = publish(story.case, "market", by=bureau.clerk, on=PUBLISHED)
    assert (publication.due_on, publication.until) == (date(2024, 5, 14), until)


def test_a_mere_warning_is_not_published(bureau):  # 公示规定第二条第二款
    story = market(bureau, *WARNING)
    with pytest.raises(Refused):
        publish(story.case, "market", by=bureau.clerk, on=PUBLISHED)
    assert not Deadline.objects.filter(case=story.case, limit="market_publication").exists()


def test_elsewhere_a_decision_is_published_only_if_of_note(farm):  # 第四十八条第一款
    with pytest.raises(Refused):
        publish(served(farm).case, "of_note", by=farm.clerk, on=PUBLISHED)
    story = served(farm, of_note=True)
    assert publish(story.case, "of_note", by=farm.clerk, on=PUBLISHED).until is None
    assert story.due("publication") == date(2024, 5, 14)  # 4月28日、5月11日调休上班；《政府信息公开条例》第二十六条


def test_the_seven_days_of_an_unseen_text_are_a_hint(farm):  # 国办发〔2018〕118号未见原文
    story = served(farm, of_note=True)
    hint = Deadline.objects.get(case=story.case, limit="publication_hint")
    assert (hint.due_on, hint.seen) == (date(2024, 4, 24), False)


def test_a_decision_set_aside_is_taken_back_in_three_working_days(farm):  # 第四十八条第二款、第八十五条
    story = served(farm, of_note=True)
    publication = publish(story.case, "of_note", by=farm.clerk, on=PUBLISHED)
    story.take("publication", PUBLISHED, [farm.clerk])
    story.take("revocation", date(2024, 9, 26), [farm.clerk], facts={"revocation": "revoked"})
    assert story.due("withdrawal") == date(2024, 9, 30)  # 9月29日（周日）调休上班
    story.take("withdrawal", date(2024, 9, 29), [farm.clerk], facts={"withdrawal_reason": "复议撤销"})
    assert take_back(publication, "复议撤销", by=farm.head, on=date(2024, 9, 29)).rendition == {}


def test_why_a_decision_is_void_is_said(farm):  # 第三十八条
    story = served(farm)
    with pytest.raises(Refused, match="第三十八条"):
        story.take("revocation", date(2024, 9, 26), [farm.clerk], facts={"revocation": "void"})


def test_what_is_published_holds_no_personal_data(farm):  # 公示规定第六条
    story = Story(farm, date(2024, 4, 1), parties=[ZHANG])
    story.find(date(2024, 4, 1), act="张测试（13800001234）占用耕地").file(date(2024, 4, 2))
    words = "张测试，身份证号110101199001010011，住测试县测试镇示例路8号，占用耕地"
    story.inquire(date(2024, 4, 3)).tell(date(2024, 4, 8)).listen(date(2024, 4, 9))
    story.decide(DECIDED, of_note=True, facts_found=words)
    publication = publish(story.case, "of_note", by=farm.clerk, on=PUBLISHED)
    shown = json.dumps(
        [publication.title, publication.party, publication.rendition, publication.grams], ensure_ascii=False
    )
    for private in (ZHANG.name, ZHANG.id_number, ZHANG.phone, ZHANG.address):
        assert private not in shown
    assert publication.party == "张**"
    assert publication.cites == ["penalty-2021/48.1", "penalty-2021/9.1.2"]
