"""A citation exists only if the provision does; an edition says when it is in force and how it counts."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import pairwise

import pytest

from fadu.law import statutes as S
from fadu.law.citing import UnreadableCitation, read
from fadu.law.periods import Unit
from fadu.law.register import EditionNotHeld, cite, editions, in_force_on
from fadu.law.statute import STATUTES, NoSuchProvision
from fadu.law.texts import TextNotImported

L = S.PENALTY_2021

WRITTEN = [
    (L[57], "《行政处罚法》第五十七条", "art. 57", "penalty-2021/57"),
    (L[57, 2], "《行政处罚法》第五十七条第二款", "art. 57, para. 2", "penalty-2021/57.2"),
    (L[57, 1, 4], "《行政处罚法》第五十七条第一款第（四）项", "art. 57, para. 1, item 4", "penalty-2021/57.1.4"),
    (L[57, None, 4], "《行政处罚法》第五十七条第一款第（四）项", "art. 57, para. 1, item 4", "penalty-2021/57.1.4"),
    (L[9, None, 2], "《行政处罚法》第九条第（二）项", "art. 9, item 2", "penalty-2021/9..2"),
    (L[9, 1, 2], "《行政处罚法》第九条第一款第（二）项", "art. 9, para. 1, item 2", "penalty-2021/9.1.2"),
    (S.CIVIL_PROCEDURE_DECISION_2021[7], "《全国人大常委会关于修改民事诉讼法的决定》第七项", "item 7",
     "civil-procedure-decision-2021/7"),
    (S.CIVIL_PROCEDURE_2023[110], "《民事诉讼法》第一百一十条", "art. 110", "civil-procedure-2023/110"),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "zh", "en", "key"), WRITTEN)
def test_how_a_citation_is_written(cited, zh, en, key):
    assert (str(cited), cited.english, cited.key) == (zh, f"{cited.statute.english}, {en}", key)
    assert cite(key) == cited
    assert str(cite(key)) == zh
    assert pickle.loads(pickle.dumps(cited)) == cited  # noqa: S301
    assert hash(cite(key)) == hash(cited)


def test_a_span_of_articles():
    assert [each.article for each in L[54:62]] == ["54", "55", "56", "57", "58", "59", "60", "61", "62"]


MISSING = [
    (L, (87,), "no article 87"),
    (L, (57, 3), r"article 57 has 2 paragraph\(s\)"),
    (L, (57, 1, 5), r"has 4 item\(s\)"),
    (L, (57, 2, 1), r"has 0 item\(s\)"),
    (L, (0,), "no article 0"),
    (L, (57, 0), "paragraph"),
    (L, (57, 1, 0), "item"),
    (L, (58, None, 9), "name the paragraph"),
    (L, ("twelve",), "not the number of an article"),
    (S.PENALTY_2017, (57,), "not in the excerpt held"),
    (S.SHANDONG_PROPOSALS_2017, (4,), "not in the excerpt held"),
    (S.CIVIL_PROCEDURE_DECISION_2021, (1,), "not in the excerpt held"),
]


@pytest.mark.parametrize(("statute", "path", "said"), MISSING)
def test_a_provision_that_is_not_there_cannot_be_cited(statute, path, said):
    with pytest.raises(NoSuchProvision, match=said):
        statute[path]


@pytest.mark.parametrize(
    "key", ["penalty-2021", "penalty-2021/", "penalty-2021/x", "penalty-2021/57.1.4.1", "penalty-2021/57.a", ""]
)
def test_what_is_not_a_citation_key(key):
    with pytest.raises((NoSuchProvision, EditionNotHeld)):
        cite(key)


def test_an_edition_travels_as_itself():
    assert pickle.loads(pickle.dumps(L)) is L  # noqa: S301


def test_all_texts_have_an_edition_and_a_structure():
    assert len(STATUTES) == 74
    for statute in STATUTES.values():
        assert statute.structure.articles
        assert statute.until is None or statute.in_force is None or statute.in_force <= statute.until
        assert statute.counted_by is None or statute.counted_by.statute is statute
        assert statute.running[-1].since == date.min


IN_FORCE = [
    ("行政处罚法", "2020-05-01", S.PENALTY_2017),
    ("行政处罚法", "2021-07-14", S.PENALTY_2017),
    ("行政处罚法", "2021-07-15", S.PENALTY_2021),  # 行政处罚法86
    ("中华人民共和国行政处罚法", "2024-01-01", S.PENALTY_2021),
    ("行政复议法", "2023-12-31", S.REVIEW_2017),
    ("行政复议法", "2024-01-01", S.REVIEW_2023),  # 行政复议法90
    ("行政复议法实施条例", "2026-06-30", S.REVIEW_REGULATION_2007),
    ("行政复议法实施条例", "2026-07-01", S.REVIEW_REGULATION_2026),  # 实施条例77
    ("治安管理处罚法", "2025-12-31", S.PUBLIC_SECURITY_2012),
    ("治安管理处罚法", "2026-01-01", S.PUBLIC_SECURITY_2025),
    ("民事诉讼法", "2022-06-01", S.CIVIL_PROCEDURE_2021),
    ("移送规定", "2020-08-07", S.REFERRAL_2020),
    ("代表法", "2025-03-12", S.DEPUTIES_2025),
    ("信访条例", "2022-04-30", S.PETITION_2005),
]


@pytest.mark.parametrize(("name", "day", "statute"), IN_FORCE)
def test_the_edition_in_force_on_a_day(name, day, statute):
    assert in_force_on(name, date.fromisoformat(day)) is statute


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("移送规定", "2020-08-06"),
        ("行政处罚法", "2017-12-31"),
        ("信访条例", "2022-05-01"),
        ("民事诉讼法", "2021-12-31"),
        ("宪法", "2025-01-01"),
    ],
)
def test_an_edition_that_is_not_held_is_not_replaced_by_its_neighbour(name, day):
    with pytest.raises(EditionNotHeld, match="held"):
        in_force_on(name, date.fromisoformat(day))


def test_editions_of_one_name_do_not_overlap():
    for name in {statute.name for statute in STATUTES.values()}:
        held = editions(name)
        for earlier, later in pairwise(held):
            assert earlier.until is not None
            assert later.in_force is None or earlier.until < later.in_force, name


COUNTED = [
    (S.PENALTY_2021, {2, 3, 5, 7}, {1, 10, 15, 30, 90}),  # 行政处罚法85
    (S.PENALTY_2017, set(), {2, 3, 5, 7, 15}),  # 2017年法没有工作日条款
    (S.COERCION_2011, {3, 5, 7, 10}, {15, 30}),  # 行政强制法69
    (S.LICENCE_2019, {5, 10, 15, 20, 45}, set()),  # 行政许可法82
    (S.REVIEW_2023, {3, 5, 7, 10}, {15, 30, 60}),  # 行政复议法88.2
    (S.REVIEW_2017, {5, 7}, {3, 10, 30, 60}),  # 行政复议法2017第40.2条
    (S.LITIGATION_2017, set(), {3, 5, 7, 10, 15}),
    (S.REFERRAL_2020, set(), {3}),
    (S.PUBLIC_SECURITY_2025, set(), {2, 15, 30}),
]


@pytest.mark.parametrize(("statute", "working", "calendar"), COUNTED)
def test_which_days_are_working_days_the_statute_says_itself(statute, working, calendar):
    assert all(statute.days(number).unit is Unit.WORKING_DAY for number in working)
    assert all(statute.days(number).counted_by == statute.counted_by for number in working)
    assert all(statute.days(number).unit is Unit.DAY for number in calendar)


def test_the_licence_law_counts_working_days_for_the_organ_only():
    assert S.LICENCE_2019.days(30, "party").unit is Unit.DAY  # 行政许可法82: 行政机关实施行政许可的期限


def test_how_a_period_is_said():
    assert str(L.days(7)) == "7日（工作日）"
    assert str(L.days(15)) == "15日"
    assert str(S.DISCLOSURE_2019.working_days(20)) == "20个工作日"
    assert str(S.LITIGATION_2017.months(6)) == "6个月"
    assert L.days(7).english == "7 working days"
    assert S.REFERRAL_2020.hours(1).english == "1 hour"
    assert L.days(15, "party").rolls == S.CIVIL_CODE_2020[203, 1]
    assert L.days(15).rolls is None


READ = [
    ("《行政处罚法》第五十七条第一款第（四）项", "penalty-2021/57.1.4"),
    ("《行政处罚法》第五十七条第一款第四项", "penalty-2021/57.1.4"),
    ("《中华人民共和国行政处罚法》第八十五条", "penalty-2021/85"),
    ("行政处罚法57.1.4", "penalty-2021/57.1.4"),
    ("行政处罚法第57条", "penalty-2021/57"),
    ("《行政处罚法》（2017年）第四十二条", "penalty-2017/42"),
    ("penalty-2021/57.1.4", "penalty-2021/57.1.4"),
    ("移送规定5.2", "referral-2020/5.2"),
    ("《最高人民法院关于适用《行政诉讼法》的解释》第四十八条第二款", "litigation-reading-2018/48.2"),
]


@pytest.mark.parametrize(("written", "key"), READ)
def test_a_citation_is_read_as_people_write_it(written, key):
    assert read(written, date(2025, 1, 1)).key == key


def test_a_citation_without_a_year_means_the_edition_in_force():
    assert read("行政复议法第九条", date(2023, 1, 1)).key == "review-2017/9"


@pytest.mark.parametrize("written", ["", "第五十七条", "行政处罚法", "天气预报", "行政处罚法第条"])
def test_what_is_not_a_citation(written):
    with pytest.raises((UnreadableCitation, EditionNotHeld)):
        read(written, date(2025, 1, 1))


def test_words_are_not_at_hand_until_they_are_imported():
    with pytest.raises(TextNotImported, match="fadu law import"):
        _ = L[85].text
