"""信访文书: 告知书、转送（交办）函、处理意见书、复查（复核）意见书 and the letters between organs.

The words are official Chinese and printed as they stand. Which edition a paper cites follows the day it is made.
"""

from __future__ import annotations

from datetime import date

from fadu.documents.papers import Block, Letter, Words
from fadu.law.statute import Cite
from fadu.law.statutes import PETITION_2005 as OLD
from fadu.law.statutes import PETITION_2022 as L
from fadu.procedures.papers.parts import address_of, by_party, cited, filled, headed, name_of, on_day, said, sentence
from fadu.procedures.papers.snapshot import Frozen, Snapshot

NEW = date(2022, 5, 1)
HOW = {"assigned": "交办", "government": "报请研究决定"}


def _by(frozen: Frozen, now: Cite, then: Cite) -> Words:
    """The provision of the edition in force on the day of the paper."""
    on = frozen.issued_on
    return cited(then if on and on < NEW else now)


def _received(frozen: Frozen) -> Words:
    return on_day(frozen.day("received_on"))


def _to_petitioner(
    frozen: Frozen, title: str, body: list[Block], dated: date | None, hands: tuple[str, ...] = ("信访人签收",)
) -> Letter:
    """A paper handed to the petitioner. Of him it states what a petition states: name and address (第十九条第一款)."""
    return Letter(
        title,
        tuple(body),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        particulars=(
            ("信访人", filled(name_of(frozen.party), 12)),
            ("住址", filled(address_of(frozen.party), 12)),
        ),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=dated or frozen.issued_on,
        signatures=tuple(by_party(each) for each in hands),
    )


def acceptance(snapshot: Snapshot) -> Letter:
    """受理告知书: what was received, and the way and the procedure in which it is dealt with (第二十三条)."""
    frozen = Frozen(snapshot)
    way = frozen.shown("route") or frozen.shown("kind")
    due = frozen.due("petition_handling", "route")
    body: list[Block] = [
        said(
            "本机关于",
            _received(frozen),
            "收到你以",
            filled(frozen.shown("channel"), 4),
            "形式提出的信访事项，请求为：",
        ),
        said(sentence(frozen.text("request"))),
        said("经审查，属于本机关职权范围，决定受理。处理途径和程序：", sentence(way, 12)),
    ]
    if due:
        body.append(said("办理期限的最后一日为", on_day(due), "。"))
    body += [
        said("本机关依照", _by(frozen, L[23, 2], OLD[22, 2]), "告知以上事项。"),
        said("受理、办理期间，你就同一信访事项向上级机关、单位提出的，上级机关、单位不予受理（",
             _by(frozen, L[19, 3], OLD[16]), "）。"),
    ]  # fmt: skip
    return _to_petitioner(frozen, "信访事项受理告知书", body, frozen.day("accepted_on"))


def refusal(snapshot: Snapshot) -> Letter:
    """不予受理告知书: why, and where to turn (第二十三条第一款；2005年第二十一条第一款第（一）项、第二十二条第一款)."""
    frozen = Frozen(snapshot)
    body: list[Block] = [
        said("本机关于", _received(frozen), "收到你提出的信访事项：", sentence(frozen.text("request"))),
        said("经审查，", sentence(frozen.shown("refusal_ground"), 16), "本机关不予受理。"),
    ]
    if competent := frozen.text("competent"):
        body.append(said("请你向有权处理的机关、单位提出：", sentence(competent)))
    body.append(said("依据：", _by(frozen, L[23, 1], OLD[22, 1]), "。"))
    return _to_petitioner(frozen, "信访事项不予受理告知书", body, frozen.day("refused_on"))


def diversion(snapshot: Snapshot) -> Letter:
    """导入法定程序告知书: which procedure, at which organ, within which period (第三十一条)."""
    frozen = Frozen(snapshot)
    body: list[Block] = [
        said("你于", _received(frozen), "提出的信访事项，属于应当通过下列程序解决的事项：",
             sentence(frozen.shown("route"), 10)),
        said("依照", cited(L[31]), "，本机关将其导入", filled(frozen.text("diverted_procedure"), 8), "，由",
             filled(frozen.text("diverted_to"), 10), "依法办理。"),
    ]  # fmt: skip
    if due := frozen.day("route_due_on"):
        body.append(said("该程序的法定期限至", on_day(due), "（", filled(frozen.text("route_due_by"), 12), "）。"))
    body.append(said("该程序的结果，依照规定该程序的法律、法规告知你；对结果不服的，依照该法律、法规寻求救济。"))
    return _to_petitioner(frozen, "导入法定程序告知书", body, frozen.day("diverted_on"))


def extension(snapshot: Snapshot) -> Letter:
    """延长办理期限告知书 (第三十四条)."""
    frozen = Frozen(snapshot)
    body: list[Block] = [
        said("你提出的信访事项，本机关于", on_day(frozen.day("accepted_on")), "受理。因情况复杂，",
             sentence(frozen.text("extension_reason"))),
        said("经本机关负责人批准，办理期限延长至", on_day(frozen.due("petition_handling")), "。"),
        said("依据：", _by(frozen, L[34], OLD[33]), "。"),
    ]  # fmt: skip
    return _to_petitioner(frozen, "延长办理期限告知书", body, frozen.day("extension_told_on"))


def opinion(snapshot: Snapshot) -> Letter:
    """信访事项处理意见书: request, facts and reasons, opinion, legal basis (第三十二条), review (第三十五条)."""
    frozen = Frozen(snapshot)
    body: list[Block] = [
        headed("一、信访请求"),
        said(sentence(frozen.text("request"))),
        headed("二、事实和理由"),
        said(sentence(frozen.text("facts_found"))),
        headed("三、处理意见"),
        said(f"{frozen.shown('answer')}。" if frozen.shown("answer") else "", sentence(frozen.text("opinion"))),
        headed("四、依据"),
        said(sentence(frozen.text("opinion_basis"))),
        said("对本处理意见不服的，可以自收到本意见书之日起30日内，请求", _above(frozen), "复查（",
             _by(frozen, L[35], OLD[34]), "）。"),
    ]  # fmt: skip
    return _to_petitioner(frozen, "信访事项处理意见书", body, frozen.day("opined_on"))


def settlement(snapshot: Snapshot) -> Letter:
    """调解协议书 or 和解协议书 (第三十三条)."""
    frozen = Frozen(snapshot)
    body: list[Block] = [
        said("就", filled(name_of(frozen.party), 8), "提出的信访事项，经争议双方当事人同意，达成如下协议："),
        said(sentence(frozen.text("settlement"))),
        said("依据：", _by(frozen, L[33], OLD[13, 2]), "。"),
    ]
    hands = ("信访人", "对方当事人")
    return _to_petitioner(frozen, "调解（和解）协议书", body, frozen.day("settled_on"), hands)


def _above(frozen: Frozen) -> str:
    return frozen.above or "本机关的上一级机关、单位"


def _between(frozen: Frozen, title: str, to: Words, body: tuple[Block, ...], dated: date | None) -> Letter:
    return Letter(
        title,
        body,
        kind="letter",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=to,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=dated or frozen.issued_on,
    )


def forwarding(snapshot: Snapshot) -> Letter:
    """转送函 or 交办函; an accusation's material never goes to the accused (第二十二条、第三十条第三款)."""
    frozen = Frozen(snapshot)
    how = HOW.get(frozen.text("forwarding"), "转送")
    body: list[Block] = [
        said("现将", filled(name_of(frozen.party), 8), "于", _received(frozen), "提出的信访事项", how, "你单位：",
             sentence(frozen.text("request"))),
        said("请自收到之日起15日内书面告知信访人（", _by(frozen, L[23, 3], OLD[21, 2]), "）。"),
    ]  # fmt: skip
    if frozen.issued_on is None or frozen.issued_on >= NEW:
        body.append(said("不属于你单位职权范围的，请自收到之日起5个工作日内提出异议并说明理由。"))
    if frozen.text("forwarding") == "assigned":
        body.append(said("请于", on_day(frozen.day("feedback_by")), "前反馈结果，提交办结报告。"))
    if frozen.text("kind") == "accusation":
        body.append(said("本件含检举、揭发材料，不得透露或者转给被检举、揭发的人员或者单位（",
                         _by(frozen, L[30, 3], OLD[23]), "）。"))  # fmt: skip
    title = f"信访事项{how}函" if how != "报请研究决定" else "关于信访事项的请示"
    return _between(frozen, title, filled(frozen.text("forwarded_to"), 10), tuple(body), frozen.day("forwarded_on"))


def prompting(snapshot: Snapshot) -> Letter:
    """督办函, with the proposal to improve (第四十条；2005年第三十六条: an answer within thirty days)."""
    frozen = Frozen(snapshot)
    old = frozen.issued_on is not None and frozen.issued_on < NEW
    body: list[Block] = [
        said("关于信访事项", filled(frozen.case_number, 10), "的办理，", sentence(frozen.text("prompt_reason"))),
        said(
            "请及时办理，并", "在30日内" if old else "", "书面反馈采纳情况（", _by(frozen, L[40, 4], OLD[36, 2]), "）。"
        ),
    ]
    return _between(frozen, "信访督办函", filled(frozen.organ, 10), tuple(body), frozen.day("prompted_on"))


def review(snapshot: Snapshot) -> Letter:
    """复查意见书 or 复核意见书, by the level above (第三十五条、第三十六条)."""
    frozen = Frozen(snapshot)
    again = frozen.text("instance") == "re_review"
    what = "复核" if again else "复查"
    body: list[Block] = [
        said("你对", filled(frozen.text("original_organ"), 10), "作出的", filled(frozen.text("original_opinion"), 8),
             "不服，于", _received(frozen), f"请求{what}：", sentence(frozen.text("request"))),
        headed("一、查明的事实"),
        said(sentence(frozen.text("facts_found"))),
        headed(f"二、{what}意见"),
        said(f"{frozen.shown('result')}。" if frozen.shown("result") else "", sentence(frozen.text("opinion"))),
    ]  # fmt: skip
    if again:
        body.append(said("仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理（",
                         _by(frozen, L[36, 3], OLD[35, 3]), "）。"))  # fmt: skip
    else:
        body.append(said("对本复查意见不服的，可以自收到本意见书之日起30日内，请求", _above(frozen), "复核（",
                         _by(frozen, L[36, 1], OLD[35, 1]), "）。"))  # fmt: skip
    return _to_petitioner(frozen, f"信访事项{what}意见书", body, frozen.day("opined_on"))
