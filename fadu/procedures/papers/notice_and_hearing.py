"""告知、陈述申辩、听证: what the party is told before the decision, and how it was heard."""

from __future__ import annotations

from datetime import date

from fadu.documents.papers import Block, Field, Letter, Minutes, Sheet, Signature, Words
from fadu.law.statute import Cite
from fadu.law.statutes import MARKET_PENALTY_2022, PENALTY_2017, PENALTY_2021
from fadu.procedures.papers.inquiry import heard
from fadu.procedures.papers.parts import (
    acting,
    at_moment,
    blank,
    by_party,
    cited,
    decision,
    filled,
    handlers,
    headed,
    joined,
    listed,
    name_of,
    on_day,
    opinion,
    representative_of,
    row,
    said,
    sentence,
    signed,
)
from fadu.procedures.papers.penalties import facts, penalty_words
from fadu.procedures.papers.remedies import NEW_PENALTY_LAW
from fadu.procedures.papers.snapshot import Frozen, Snapshot

MARKET_RULES = date(2022, 11, 1)  # the edition of 2022 in force; an earlier one was not seen


def old_law(frozen: Frozen) -> bool:
    """Is the paper made under the 2017 edition (to 2021-07-14)?"""
    return frozen.issued_on is not None and frozen.issued_on < NEW_PENALTY_LAW


def _proposed(frozen: Frozen) -> tuple[Block, ...]:
    """Facts, reasons, basis and, since the 2021 edition, the penalty proposed (第四十四条)."""
    return (
        headed("一、违法事实及证据"),
        said(sentence(facts(frozen))),
        headed("二、拟处罚的理由和依据"),
        said(sentence(frozen.text("basis"))),
        headed("三、拟作出的行政处罚"),
        said(filled(penalty_words(frozen, proposed=True), 24), "。"),
    )


def _market_term(frozen: Frozen) -> tuple[Block, ...]:
    """The days market regulation gives for an answer, and what silence means there."""
    if frozen.domain != "market" or frozen.issued_on is None or frozen.issued_on < MARKET_RULES:
        return ()
    return (
        said(
            "自本告知书送达之日起五个工作日内未行使陈述、申辩权，未要求听证的，视为放弃此权利（",
            cited(MARKET_PENALTY_2022[57, 2]),
            "）。",
        ),
    )


def prior_notice(snapshot: Snapshot) -> Letter:
    """行政处罚事先告知书: penalty proposed, facts, reasons, basis and the party's rights (第四十四条、第六十二条).

    The penalty law gives the party no number of days to answer: the day is the one the organ has set. Market regulation
    sets five working days (《市场监督管理行政处罚程序规定》第五十七条第二款).
    """
    frozen = Frozen(snapshot)
    basis = (PENALTY_2017[31], PENALTY_2017[32]) if old_law(frozen) else (PENALTY_2021[44], PENALTY_2021[45, 1])
    until = frozen.day("defend_by")
    return decision(
        frozen,
        "行政处罚事先告知书",
        (
            said(
                "关于你（单位）", filled(frozen.matter, 12), "一案，本机关调查终结，现依照", cited(*basis), "告知如下："
            ),
            *_proposed(frozen),
            headed("四、你（单位）的权利"),
            said(
                "对上述内容，你（单位）有权进行陈述和申辩",
                *(("，请于", on_day(until), "前提出") if until else ()),
                "。本机关将充分听取意见并复核，不因陈述、申辩给予更重的处罚。明确放弃的，请书面写明。",
            ),
            *_market_term(frozen),
        ),
        signatures=(*handlers(frozen, "联系人"), by_party("当事人签收")),
    )


def hearing_right_notice(snapshot: Snapshot) -> Letter:
    """行政处罚听证告知书: beside all of 第四十四条, the right to a hearing and the days to ask for it.

    Five working days (第六十三条、第六十四条第（一）项、第八十五条); under the 2017 edition three days (第四十二条).
    """
    frozen = Frozen(snapshot)
    old = old_law(frozen)
    basis: tuple[Cite, ...] = (
        (PENALTY_2017[31], PENALTY_2017[42])
        if old
        else (PENALTY_2021[44], PENALTY_2021[63, 1], PENALTY_2021[64, None, 1])
    )
    days = "三日" if old else "五个工作日"
    return decision(
        frozen,
        "行政处罚听证告知书",
        (
            said(
                "关于你（单位）", filled(frozen.matter, 12), "一案，本机关调查终结，现依照", cited(*basis), "告知如下："
            ),
            *_proposed(frozen),
            headed("四、你（单位）的权利"),
            said("对上述内容，你（单位）有权进行陈述和申辩，并有权要求听证。"),
            said(
                "要求听证的，应当在收到本告知书之日起",
                days,
                "内向本机关提出，口头或者书面均可。组织听证不收取费用。",
            ),
            *_market_term(frozen),
        ),
        signatures=(*handlers(frozen, "联系人"), by_party("当事人签收")),
    )


def defence_record(snapshot: Snapshot) -> Minutes:
    """陈述申辩笔录: what the party said in its defence, and how it was weighed (第四十五条第一款)."""
    frozen = Frozen(snapshot)
    act, party = frozen.step("defence"), frozen.party
    return Minutes(
        "陈述申辩笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("时间", on_day(act.on or frozen.day("defended_on"))), Field("地点")),
            (Field("陈述申辩人", name_of(party)), Field("身份（职务）")),
            (
                Field("听取人员及执法证号", listed(joined(each.name, " ", each.certificate) for each in act.people)),
                Field("记录人"),
            ),
        ),
        (
            said("执法人员已出示执法证件，告知拟作出的行政处罚内容及事实、理由、依据。"),
            said("陈述、申辩意见：", sentence(frozen.text("defence"), 24)),
            said("提交的证据材料：", blank(24)),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="以上笔录已经本人核对，与陈述一致。",
        signatures=(by_party("陈述申辩人"), *acting(act, "听取人员"), Signature("记录人", asks_date=True)),
        page_signatures=(Signature("陈述申辩人"), Signature("听取人员")),
    )


def hearing_notice(snapshot: Snapshot) -> Letter:
    """听证通知书: when and where, seven working days before (第六十四条第（二）项), and who presides (第（四）项)."""
    frozen = Frozen(snapshot)
    old = old_law(frozen)
    law: tuple[Cite, ...] = (PENALTY_2017[42],) if old else (PENALTY_2021[64, None, 2],)
    when = frozen.moment("hearing_at")
    time: Words = at_moment(when) if when else on_day(frozen.day("hearing_on"))
    presider = frozen.text("presider") or frozen.step("hearing").by.name
    return decision(
        frozen,
        "行政处罚听证通知书",
        (
            said("应你（单位）要求，本机关就", filled(frozen.matter, 12), "一案举行听证（", cited(*law), "）。"),
            said("时间：", time, "。"),
            said("地点：", sentence(frozen.text("hearing_place"), 16)),
            said(
                "主持人：",
                filled(presider),
                "；记录人：",
                blank(),
                "。主持人不是本案调查人员；认为主持人与本案有直接利害关系的，有权申请回避。",
            ),
            said(
                "听证",
                "不公开" if frozen.yes("hearing_closed") else "公开",
                "举行。你（单位）可以亲自参加，也可以委托一至二人代理；"
                "代理人须提交授权委托书。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。",
            ),
        ),
        signatures=(*handlers(frozen, "联系人"), by_party("当事人签收")),
    )


def hearing_record(snapshot: Snapshot) -> Minutes:
    """听证笔录: facts, evidence and proposal, defence and cross-examination (第六十四条第（七）、（八）项)."""
    frozen = Frozen(snapshot)
    act, party = frozen.step("hearing"), frozen.party
    people = listed(joined(each.name, " ", each.certificate) for each in frozen.officers)
    return Minutes(
        "听证笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("时间", on_day(act.on)), Field("地点", frozen.text("hearing_place"))),
            (Field("主持人", frozen.text("presider") or act.by.name), Field("记录人")),
            (Field("调查人员", people), Field("方式", "不公开" if frozen.yes("hearing_closed") else "公开")),
            (Field("听证申请人", name_of(party)), Field("法定代表人（负责人）", representative_of(party))),
            (Field("委托代理人"), Field("第三人", listed(name_of(p) for p in frozen.parties if p.role == "third"))),
        ),
        (
            said("主持人核对参加人，宣布案由，告知权利义务，询问是否申请回避。"),
            *(
                heard(frozen, "hearing_minutes")
                or (
                    said("调查人员提出的事实、证据和处罚建议：", blank(24)),
                    said("当事人的申辩和质证：", blank(24)),
                    said("辩论和最后陈述：", blank(24)),
                )
            ),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="本笔录已交当事人或者代理人核对无误。拒绝签字或者盖章的，由听证主持人在笔录中注明。",
        signatures=(
            by_party("当事人或者代理人"),
            *handlers(frozen, "调查人员"),
            Signature("主持人", asks_date=True),
            Signature("记录人", asks_date=True),
        ),
        page_signatures=(Signature("当事人或者代理人"), Signature("主持人")),
    )


def hearing_report(snapshot: Snapshot) -> Sheet:
    """听证报告: what the hearing showed and what the presider advises, for a decision by the record (第六十五条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("hearing_report", "hearing")
    return Sheet(
        "听证报告",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("当事人", name_of(frozen.party)), Field("听证日期", on_day(frozen.step("hearing").on))),
            (Field("主持人", frozen.text("presider") or act.by.name), Field("听证地点", frozen.text("hearing_place"))),
            row("听证会基本情况", frozen.text("hearing_summary"), lines=6),
            row("争议焦点及证据采信意见", "", lines=4),
            opinion("主持人意见", act, "主持人", frozen.text("hearing_opinion")),
            opinion("行政机关负责人审核意见", frozen.step("nothing"), "负责人"),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=(signed("主持人", act.by, act.on),),
        notes=(joined("依据：", cited(PENALTY_2017[43] if old_law(frozen) else PENALTY_2021[65])),),
    )
