"""依申请公开: from the request to the answer, each rule of 《政府信息公开条例》第四章 on its day."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fadu.engine import clocks, papers
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.engine.file import open_file
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from fadu.figures import disclosure_table
from fadu.figures.catalogue import find, records, scope
from fadu.figures.count import value
from fadu.law.calendar import standard_calendar
from fadu.law.due import last_day
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.procedures.disclosure import DISCLOSURE
from fadu.procedures.disclosure_record import RESULTS
from fadu.procedures.papers.disclosure import review_first
from tests.procedures.test_papers import words
from tests.procedures.test_penalty_declarations import articles
from tests.procedures.walking import Walk

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 3, 2)  # a Monday; the holidays of April and May 2026 lie ahead
ANSWERS = {each.key: each for each in DISCLOSURE.step("answer").outcomes}


class Request:
    """An application for information that arrived on ``on``."""

    def __init__(self, bureau, on=DAY, channel="counter", **stated):
        self.bureau = bureau
        self.case = open_case(
            "disclosure",
            organ=bureau.organ,
            title="申请公开",
            by=bureau.clerk,
            on=on,
            parties=[Comer("张测试", kind="person", phone="13900000000")],
            now=NOW,
        )
        self.take("request", on, facts={"described": "2025年抽检结果", "channel": channel, **stated})

    def take(self, step, on=DAY, outcome="", **facts):
        given = facts.pop("facts", facts)
        return take(self.case, step, by=[self.bureau.clerk], on=on, outcome=outcome, facts=given, now=NOW)

    def register(self, received_on=DAY, on=None, applicant_class="natural", **facts):
        self.take("registration", on or received_on, received_on=received_on, applicant_class=applicant_class, **facts)
        return self

    def due(self, limit="answer"):
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    @property
    def record(self):
        return open_file(self.case.pk).record


def registered(bureau, **facts):
    return Request(bureau).register(**facts)


def test_the_answer_is_due_in_twenty_working_days(bureau):  # 第三十三条第二款
    assert registered(bureau).due() == date(2026, 3, 30)


@pytest.mark.parametrize(
    ("channel", "arrived", "received", "lawful"),
    [
        ("counter", DAY, DAY, True),  # 第三十一条第（一）项: the day it was handed in
        ("counter", DAY, date(2026, 3, 3), False),
        ("oral", DAY, date(2026, 3, 3), False),
        ("post", DAY, DAY, True),  # 第（二）项: the day it was signed for
        ("post", DAY, date(2026, 3, 3), False),
        ("letter", DAY, date(2026, 3, 3), True),  # 第（二）项后段: the day it was confirmed
        ("online", DAY, date(2026, 3, 4), True),  # 第（三）项: the day both sides confirmed
        ("fax", DAY, date(2026, 3, 4), True),
        ("fax", DAY, date(2026, 3, 1), False),
        ("paper", DAY, DAY, False),  # the way it came has to be known
    ],
)
def test_the_day_of_receipt_follows_from_the_way_it_came(bureau, channel, arrived, received, lawful):  # 第三十一条
    request = Request(bureau, arrived, channel)
    if lawful:
        assert request.register(received, max(arrived, received)).record.received_on == received
    else:
        with pytest.raises(Refused, match="第三十一条"):
            request.register(received, max(arrived, received))


def test_a_plain_letter_is_confirmed_on_the_day_it_arrives(bureau):  # 第三十一条第（二）项 “当日”
    request = Request(bureau, DAY, "letter")
    assert request.due("confirmation") == DAY


def test_an_unclear_request_is_put_right_and_the_period_runs_anew(bureau):  # 第三十条
    request = registered(bureau, ambiguous=True)
    assert request.due("correction_notice") == date(2026, 3, 11)  # seven working days
    with pytest.raises(Refused, match="一次性告知补正"):
        request.take("answer", outcome="open", content="附后")
    told = date(2026, 3, 5)
    request.take("correction_notice", told, to_correct="写明年份", correct_by=date(2026, 3, 20))
    assert not Deadline.objects.filter(case=request.case, limit="answer", met_on=None).exists()
    with pytest.raises(Refused):  # 一次性
        request.take("correction_notice", told, to_correct="写明类别", correct_by=date(2026, 3, 20))
    request.take("correction", date(2026, 3, 18), described="2025年食品抽检结果")
    assert request.due("answer_after_correction") == date(2026, 4, 16)  # 4 to 6 April are days off


def test_who_does_not_correct_in_time_has_given_up_and_not_before(bureau):  # 第三十条
    request = registered(bureau, ambiguous=True)
    request.take("correction_notice", DAY, to_correct="写明年份", correct_by=date(2026, 3, 20))
    with pytest.raises(Refused, match="补正期限届满"):
        request.take("answer", date(2026, 3, 20), outcome="not_corrected")
    with pytest.raises(Refused, match="正当理由"):
        request.take("answer", date(2026, 3, 23), outcome="not_corrected", excused="住院")
    request.take("answer", date(2026, 3, 23), outcome="not_corrected")
    assert request.record.result == "not_corrected"


def test_the_time_of_asking_the_third_party_is_left_out(bureau):  # 第三十三条第三款
    request = registered(bureau, affects_third=True)
    with pytest.raises(Refused):  # 第三十二条 “应当书面征求第三方的意见”
        request.take("answer", outcome="open", content="附后")
    request.take("third_inquiry", date(2026, 3, 3))
    assert Deadline.objects.get(case=request.case, limit="answer").stopped
    request.take("third_receipt", date(2026, 3, 4))
    assert request.due("third_opinion") == date(2026, 3, 25)  # fifteen working days
    with pytest.raises(Refused, match="尚未提出"):
        request.take("answer", date(2026, 3, 10), outcome="open", content="附后")
    with pytest.raises(Refused, match="十五个工作日未满"):
        request.take("third_silence", date(2026, 3, 25), "silent")
    request.take("third_silence", date(2026, 3, 26), "silent")
    # one working day had run by 3 March; nineteen are left from 27 March on
    assert request.due() == date(2026, 4, 23)


def test_what_a_third_party_reasonably_objects_to_is_withheld_unless_the_public_interest_outweighs(
    bureau,
):  # 第三十二条
    request = registered(bureau, affects_third=True)
    request.take("third_inquiry")
    request.take("third_receipt")
    request.take("third_opinion", outcome="objected", third_reason="属于商业秘密")
    with pytest.raises(Refused, match="第三十二条"):
        request.take("answer", outcome="open", content="附后", third_reasonable=True)
    request.take("answer", outcome="open", content="附后", third_reasonable=True, public_interest="涉及食品安全")
    request.take("delivery")
    with pytest.raises(Refused, match="第三方"):
        request.take("closing")
    request.take("third_notice")
    request.take("closing")


def test_a_third_party_cannot_be_the_reason_if_it_was_not_asked(bureau):  # 第三十二条
    with pytest.raises(Refused, match="须已征求意见"):
        registered(bureau).take("answer", outcome="third_party", reason="商业秘密", third_reasonable=True)


def test_another_organs_silence_is_consent_and_a_third_partys_is_not(bureau):  # 第三十四条, 第三十二条
    silence = DISCLOSURE.step("organ_silence").outcomes[0], DISCLOSURE.step("third_silence").outcomes[0]
    assert [str(each.name) for each in silence] == ["视为同意公开", "由本机关决定是否公开"]
    request = registered(bureau, made_jointly=True)
    request.take("organ_inquiry", organ_asked="测试县示例局")
    request.take("organ_receipt")
    assert request.due("organ_opinion") == date(2026, 3, 23)


def test_the_head_of_the_unit_lengthens_once_by_twenty_working_days(bureau):  # 第三十三条第二款
    request = registered(bureau)
    told = {"by": bureau.head, "on": DAY, "told_on": DAY}
    with pytest.raises(Refused, match="不得超过20个工作日"):
        clocks.extend(request.case, "answer", "longer", L.working_days(21), **told)
    with pytest.raises(Refused, match="批准"):
        clocks.extend(request.case, "answer", "longer", L.working_days(20), **{**told, "by": bureau.clerk})
    clocks.extend(request.case, "answer", "longer", L.working_days(20), **told)
    assert request.due() == date(2026, 4, 28)
    with pytest.raises(Refused, match="只能延长1次"):
        clocks.extend(request.case, "answer", "longer", L.working_days(1), **told)


def test_no_fee_is_taken_but_for_excess(bureau):  # 第四十二条第一款
    with pytest.raises(Refused):
        registered(bureau).take("fee_notice", fee=100, pay_by=date(2026, 3, 20))
    request = registered(bureau, excessive=True)
    request.take("fee_notice", fee=100, pay_by=date(2026, 3, 20))
    with pytest.raises(Refused, match="缴费期限届满"):
        request.take("answer", date(2026, 3, 20), outcome="not_paid")
    request.take("answer", date(2026, 3, 23), outcome="not_paid")


def test_excess_is_refused_only_after_reasons_were_asked_and_found_wanting(bureau):  # 第三十五条
    request = registered(bureau, excessive=True)
    with pytest.raises(Refused, match="先要求申请人说明理由"):
        request.take("answer", outcome="excessive", reason="无正当理由")
    request.take("reasons_request")
    request.take("reasons_review", outcome="reasonable", reasons_given="研究需要", delayed_until=date(2026, 6, 1))
    assert request.due("answer_delayed") == date(2026, 6, 1)
    with pytest.raises(Refused, match="理由合理"):
        request.take("answer", outcome="excessive", reason="无正当理由")


@pytest.mark.parametrize("kind", ["secret", "prohibited", "security", "internal", "process", "enforcement_file"])
def test_what_is_withheld_is_withheld_with_reasons(bureau, kind):  # 第三十六条第（三）项
    request = registered(bureau)
    given = {name: "《保守国家秘密法》" for name in ("basis",) if name in ANSWERS[kind].needs}
    with pytest.raises(Refused, match="理由"):
        request.take("answer", outcome=kind, **given)
    request.take("answer", outcome=kind, reason="属于不予公开的信息", **given)
    assert request.record.result == kind


def test_every_answer_the_format_counts_can_be_given():
    assert {each.sets["result"] for each in ANSWERS.values()} == {key for key, _name in RESULTS}


@pytest.mark.parametrize(
    ("kind", "on", "first"),
    [
        ("process", date(2023, 12, 29), False),  # before the new law on reconsideration
        ("process", date(2024, 1, 2), True),  # 《行政复议法》第二十三条第一款第（四）项
        ("inquiry", date(2024, 1, 2), True),  # “不予公开”, to the letter
        ("inquiry", date(2026, 7, 1), False),  # 《行政复议法实施条例》第三十一条: only articles 14 to 16
        ("secret", date(2026, 7, 1), True),
        ("not_held", date(2026, 7, 1), False),
        ("open", date(2024, 1, 2), False),
    ],
)
def test_where_reconsideration_comes_first(kind, on, first):
    assert review_first(kind, on) is first


def test_the_answer_names_its_article_reasons_and_remedies(bureau):  # 第三十六条第（三）项, 第五十一条
    request = registered(bureau)
    request.take("answer", outcome="process", reason="属于讨论记录")
    said = words(papers.compose(papers.issue(request.case, "answer", by=bureau.clerk, on=DAY)))
    for item in ("2025年抽检结果", "第十六条第二款", "属于讨论记录", "应当先申请行政复议", "投诉、举报"):
        assert item in said


def test_the_annual_table_balances_and_every_cell_leads_to_its_requests(bureau):  # 第五十条第一款第（二）项
    old = Request(bureau, date(2025, 12, 29)).register(date(2025, 12, 29), applicant_class="legal")
    old.take("answer", date(2026, 1, 6), outcome="open", content="附后")
    registered(bureau).take("answer", outcome="partial", content="附后", reason="含个人隐私")
    registered(bureau, applicant_class="business")
    of = scope("990101", 2026)
    table = disclosure_table.rows(of)
    assert all(balance.holds for balance in disclosure_table.balances(table))
    printed = {row.cells[-1].figure: [cell.value for cell in row.cells] for row in table if row.cells}
    assert printed["disclosure.received"] == [1, 1, 0, 0, 0, 0, 2]
    assert printed["disclosure.carried_in"] == [0, 0, 0, 0, 1, 0, 1]
    assert printed["disclosure.done"] == [1, 0, 0, 0, 1, 0, 2]
    assert printed["disclosure.carried_on"] == [0, 1, 0, 0, 0, 0, 1]
    for row in table:
        for cell in row.cells:
            assert records(cell.figure, "990101", 2026).count() == cell.value == value(find(cell.figure), of)


def test_the_table_asks_the_same_number_of_questions_however_many_requests(bureau, django_assert_num_queries):
    for number in (1, 3):
        for _each in range(number):
            registered(bureau)
        with django_assert_num_queries(18):
            disclosure_table.rows(scope("990101", 2026))


def test_every_article_of_the_chapter_is_used_or_explained():  # 第二十七条至第四十五条
    assert set(range(27, 46)) - articles([DISCLOSURE], L) == set(DISCLOSURE.unused)


STAFF = {"clerk": {"clerk"}, "head": {"head", "office_head"}}


def test_no_walk_reaches_an_unlawful_answer():
    """The oracle, over four hundred lives of a request; each rule in the words of its article."""
    reached = set()
    for seed in range(400):
        dice = random.Random(seed)  # noqa: S311  a walk, not a secret
        tried = {"channel": ["counter", "online", "post", "letter", "paper"], "excused": [""]}
        walk = Walk(DISCLOSURE, DAY, STAFF, tried)
        for _step in range(40):
            if walk.go(dice) == "closing":
                break
            walk.on += timedelta(days=dice.choice([0, 1, 3, 8, 25]))
        record, taken = walk.record, [step for step, _on in walk.log]
        reached |= {*taken, record.result}
        for constraint in record._meta.constraints:
            if isinstance(constraint, Never):
                assert not holds(constraint.forbids, record), constraint.name
        if record.answered_on:
            assert record.received_on <= record.answered_on
            assert taken.count("answer") == 1
            assert not record.ambiguous or "correction_notice" in taken  # 第三十条
            assert not record.affects_third or record.third_answered_on  # 第三十二条
            assert record.channel not in ("", "paper")  # 第三十一条
        assert taken.count("correction_notice") <= 1  # 第三十条 “一次性”
        if record.result == "third_party":
            assert record.third_opinion == "objected"  # 第三十二条
        if record.result == "not_corrected":
            assert not record.corrected_on  # 第三十条
            assert record.answered_on > record.correct_by
        if record.third_opinion == "silent":
            assert record.third_answered_on > last_day(
                L.working_days(15), record.third_reached_on, standard_calendar()
            )  # 第三十二条
        if record.fee:
            assert record.excessive  # 第四十二条第一款
        if "closing" in taken:
            assert record.delivered_on  # 第三十三条第二款
    assert reached >= {"closing", "third_silence", "organ_silence", "fee_notice", "not_corrected", "open", "partial"}
