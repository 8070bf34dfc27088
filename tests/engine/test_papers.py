"""Papers, their numbers, service in five ways, publication, recusal, evidence."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from fadu.engine import numbers
from fadu.engine.acts import take
from fadu.engine.evidence import add_evidence, exclude_evidence
from fadu.engine.models import Case, Paper, Publication, Service
from fadu.engine.papers import compose, intact, issue, void
from fadu.engine.publication import publish, repair, take_back
from fadu.engine.recusal import ask_recusal, decide_recusal
from fadu.engine.refusals import Refused
from fadu.engine.search import citing, containing, find
from fadu.engine.service import receipt, serve
from fadu.law.statutes import PENALTY_2021 as L
from fadu.ledger.attachments import attach
from fadu.ledger.models import Entry

DAY = date(2024, 3, 6)


@pytest.fixture
def paper(inquired, bureau):
    return issue(inquired, "toy_record", by=bureau.officer, on=DAY)


def test_numbers_run_without_gaps_also_over_a_failed_act(inquired, bureau):
    first = issue(inquired, "toy_record", by=bureau.officer, on=DAY)
    with pytest.raises(RuntimeError), transaction.atomic():
        issue(inquired, "toy_record", by=bureau.officer, on=DAY)
        raise RuntimeError
    second = issue(inquired, "toy_record", by=bureau.officer, on=DAY)
    assert (first.number, second.number) == ("测市监录〔2024〕1号", "测市监录〔2024〕2号")


def test_numbers_begin_again_each_year_and_differ_by_word(inquired, bureau):
    issue(inquired, "toy_record", by=bureau.officer, on=DAY)
    with transaction.atomic():
        assert numbers.draw_number(bureau.organ, "录", 2025) == 1
        assert numbers.draw_number(bureau.organ, "录", 2024) == 2
        assert numbers.draw_number(bureau.organ, "罚", 2024, many=5) == 5


def test_a_number_is_not_drawn_outside_an_act(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        numbers.draw_number(None, "录", 2024)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time (BEGIN IMMEDIATE)")
@pytest.mark.django_db(transaction=True)
def test_two_acts_at_once_never_share_a_number(bureau):
    drawn: list[int] = []

    def draw():
        try:
            for _ in range(20):
                with transaction.atomic():
                    drawn.append(numbers.draw_number(bureau.organ, "并", 2024))
        finally:
            connection.close()

    threads = [threading.Thread(target=draw) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(drawn) == list(range(1, 61))


def test_a_void_keeps_its_number_and_says_why(paper, bureau):
    with pytest.raises(Refused, match="须写明理由"):
        void(paper, "", by=bureau.officer, on=DAY)
    void(paper, "打印错误", by=bureau.officer, on=DAY)
    assert Paper.objects.get(pk=paper.pk).number == "测市监录〔2024〕1号"
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(void_reason="")


def test_an_issued_paper_reads_the_same_for_ever(paper, inquired, bureau):
    before = compose(paper)
    take(inquired, "decision", by=[bureau.head], on=DAY, outcome="stopped")
    assert compose(Paper.objects.get(pk=paper.pk)) == before
    assert intact(paper)
    paper.frozen = paper.frozen.replace("张测试", "张改动")
    assert not intact(paper)


@pytest.mark.parametrize(
    ("way", "given", "served_on"),
    [
        ("direct", {"served_on": date(2024, 3, 7)}, date(2024, 3, 7)),  # 民事诉讼法第八十八条第二款
        ("left", {"served_on": date(2024, 3, 7), "witness": "录像"}, date(2024, 3, 7)),  # 第八十九条
        ("electronic", {"served_on": DAY, "consent": "确认书1"}, DAY),  # 第九十条第二款
        ("post", {}, None),  # 第九十一条: until the receipt is back
        # 第九十五条第一款: thirty days from 6 March end on 5 April, Qingming; so (第八十五条第三款) on Sunday the 7th,
        # worked by exchange; they have passed on the 8th.
        ("notice", {}, date(2024, 4, 8)),
    ],
)
def test_each_way_of_service_has_its_own_day(paper, bureau, way, given, served_on):
    done = serve(paper, way, by=bureau.officer, sent_on=DAY, receiver="甲公司", **given)
    assert done.served_on == served_on
    assert "《民事诉讼法》" in done.cites


@pytest.mark.parametrize(
    ("way", "given", "missing"),
    [
        ("direct", {}, "须填写签收日期"),
        ("left", {"served_on": DAY}, "留置送达须有见证人"),
        ("electronic", {"served_on": DAY}, "确认书"),
    ],
)
def test_service_without_what_its_way_asks_is_refused(paper, bureau, way, given, missing):
    with pytest.raises(Refused, match=missing):
        serve(paper, way, by=bureau.officer, sent_on=DAY, receiver="甲公司", **given)
    assert not Service.objects.exists()


def test_a_receipt_enters_the_day_later_and_once(paper, bureau):
    sent = serve(paper, "post", by=bureau.officer, sent_on=DAY, receiver="甲公司")
    receipt(sent, date(2024, 3, 9), by=bureau.officer)
    with pytest.raises(Refused, match="已经登记"):
        receipt(sent, date(2024, 3, 10), by=bureau.officer)


def test_before_2022_the_period_of_notice_was_not_seen_and_is_not_invented(inquired, bureau):
    paper = issue(inquired, "toy_record", by=bureau.officer, on=date(2021, 6, 1))
    with pytest.raises(Refused, match="原文未见"):
        serve(paper, "notice", by=bureau.officer, sent_on=date(2021, 6, 1), receiver="甲公司")


def test_a_publication_is_masked_has_a_term_and_is_taken_back_with_a_reason(decided, bureau):  # 第四十八条
    made = publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    assert (made.party, made.until, made.due_on) == ("某公司", date(2027, 3, 8), date(2024, 3, 14))
    assert "甲公司" not in str(made.rendition)
    assert "经营" in made.grams.split()
    with pytest.raises(Refused, match="已经公开"):
        publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    with pytest.raises(Refused, match="须公开说明理由"):
        take_back(made, "", by=bureau.head, on=date(2024, 4, 1))
    take_back(made, "决定被撤销", by=bureau.head, on=date(2024, 4, 1))
    gone = Publication.objects.get()
    assert (gone.withdrawal, gone.rendition) == ("决定被撤销", {})


def test_a_repair_ends_the_term(decided, bureau):
    made = publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    repair(made, "已经信用修复", by=bureau.head, on=date(2024, 9, 1))
    assert Publication.objects.get().until == date(2024, 9, 1)


def test_a_recusal_stops_nobody_until_it_is_decided_by_the_head(inquired, bureau):  # 第四十三条
    asked = ask_recusal(inquired, bureau.officer, "亲属", entered_by=bureau.clerk, on=DAY)
    take(inquired, "sampling", by=[bureau.officer, bureau.second], on=DAY)
    with pytest.raises(Refused, match="由负责人决定"):
        decide_recusal(asked, granted=True, by=bureau.reviewer, on=DAY)
    decide_recusal(asked, granted=True, by=bureau.head, on=DAY)
    with pytest.raises(Refused, match="张测试已经回避"):
        take(inquired, "sampling", by=[bureau.officer, bureau.second], on=DAY)
    take(inquired, "sampling", by=[bureau.second, bureau.third], on=DAY)


def test_nobody_decides_on_his_own_recusal(inquired, bureau):  # 第四十三条第三款
    asked = ask_recusal(inquired, bureau.head, "亲属", entered_by=bureau.clerk, on=DAY)
    with pytest.raises(Refused, match="不能由本人决定"):
        decide_recusal(asked, granted=False, by=bureau.head, on=DAY)
    decide_recusal(asked, granted=False, by=bureau.deputy, on=DAY)


def test_unlawful_evidence_is_marked_not_removed(inquired, bureau):  # 第四十六条第三款
    stored = attach("照片说明".encode(), "说明.txt", "text/plain")
    item = add_evidence(inquired, stored, kind="documentary", name="说明", by=bureau.officer, on=DAY)
    exclude_evidence(item, "未出示证件取得", by=bureau.reviewer, on=DAY, cites=L[46, 3])
    item.refresh_from_db()
    assert item.exclusion == "未出示证件取得"
    assert stored.digest in Entry.objects.get(stream=inquired.number, act="evidence").content


def test_the_case_tells_that_a_recusal_was_asked(inquired, bureau):
    ask_recusal(inquired, bureau.officer, "亲属", entered_by=bureau.clerk, on=DAY)
    assert Case.objects.get(pk=inquired.pk).contested


@pytest.mark.parametrize(
    ("asked", "found"),
    [("经营", 1), ("超范围", 1), ("范围 公司", 1), ("违法", 0), ("2024", 1), ("营", 1), ("", 1), ('"; DROP', 0)],
)
def test_publications_are_found_by_words_of_two_characters(decided, bureau, asked, found):
    publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    assert find(Publication.objects.all(), asked).count() == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("penalty-2021/48.1", 1), ("penalty-2021/48", 1), ("penalty-2021/4", 0), ("penalty-2021/48.2", 0)],
)
def test_publications_are_found_by_the_provision_cited_and_by_the_article_that_holds_it(decided, bureau, asked, found):
    publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    assert citing(Publication.objects.all(), asked).count() == found


def test_a_publication_taken_back_cites_nothing_any_more(decided, bureau):
    made = publish(decided, "decision", by=bureau.clerk, on=date(2024, 3, 8))
    take_back(made, "决定被撤销", by=bureau.head, on=date(2024, 4, 1))
    assert not citing(Publication.objects.all(), "penalty-2021/48.1").exists()


def test_what_holds_a_provision_is_named_from_the_inside_out():
    assert containing("penalty-2021/9.1.2") == ["penalty-2021/9.1.2", "penalty-2021/9.1", "penalty-2021/9"]
    assert containing("penalty-2021/64..1") == ["penalty-2021/64..1", "penalty-2021/64"]
