"""人民调解文书: the ministry's forms of 2010 as far as their fields were seen, from the application to the cover.

All that the parties say is private: in a public rendition nothing of it is printed.
"""

from __future__ import annotations

from fadu.documents.papers import Field, Group, Letter, Minutes, Run, Sheet, Signature, Words
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.law.statutes import MEDIATION_CONFIRMATION_2011 as J
from fadu.procedures.papers.parts import (
    address_of,
    amount,
    blank,
    cited,
    filled,
    hidden_id,
    hidden_phone,
    joined,
    listed,
    name_of,
    numbered_lines,
    on_day,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.snapshot import Act, Frozen, Party, Snapshot

RIGHTS: tuple[str, ...] = (
    "选择或者接受人民调解员",
    "接受调解、拒绝调解或者要求终止调解",
    "要求调解公开进行或者不公开进行",
    "自主表达意愿、自愿达成调解协议",
)
DUTIES: tuple[str, ...] = ("如实陈述纠纷事实", "遵守调解现场秩序，尊重人民调解员", "尊重对方当事人行使权利")


def sides(frozen: Frozen) -> tuple[Party, ...]:
    """The parties to the dispute: both sides as entered; the other side by its name alone where only that is known."""
    entered = tuple(each for each in frozen.parties if each.role == "party")
    other = frozen.text("other_side")
    if other and other not in {each.name for each in entered}:
        entered = (*entered, Party(kind="person", name=other, address=frozen.text("other_contact")))
    return entered or (Party(),)


def _names(frozen: Frozen) -> Words:
    return listed([filled(name_of(each)) for each in sides(frozen)], "、")


def _told(words: str) -> Words:
    """What a party said: private as a whole."""
    return Run(words, private=True, masked="（当事人陈述，不公开）") if words else ""


def _side(label: str, party: Party) -> Group:
    return Group(
        label,
        (
            (Field("姓名（名称）", name_of(party)), Field("性别", party.sex)),
            (Field("证件号码", hidden_id(party.id_number)), Field("联系方式", hidden_phone(party.phone))),
            (Field("单位或者住址", address_of(party)),),
        ),
    )


def _sides(frozen: Frozen) -> tuple[Group, ...]:
    return tuple(_side(f"当事人{place}", each) for place, each in enumerate(sides(frozen), start=1))


def _signed_by_sides(frozen: Frozen) -> tuple[Signature, ...]:
    return tuple(Signature("当事人（签名、盖章或者按指印）", asks_date=True) for _each in sides(frozen))


def _mediators(frozen: Frozen, act: Act) -> tuple[Signature, ...]:
    people = act.people or frozen.officers
    return tuple(Signature("人民调解员", each.name, dated=act.on, asks_date=True) for each in people) or (
        Signature("人民调解员", asks_date=True),
    )


def _came(frozen: Frozen) -> str:
    """案件来源, as the registration sheet has it."""
    if frozen.day("entrusted_on"):
        return "接受委托、移送（" + (frozen.text("entrusted_from") or frozen.shown("entrusted_by")) + "）"
    return "人民调解委员会主动调解" if frozen.day("initiated_on") else "当事人申请"


def mediation_application(snapshot: Snapshot) -> Letter:
    """人民调解申请书: who asks, of whom, about what (第十七条)."""
    frozen = Frozen(snapshot)
    first, *others = sides(frozen)
    lines = [("申请人", name_of(first)), ("联系方式", hidden_phone(first.phone)), ("单位或者住址", address_of(first))]
    lines += [("被申请人", name_of(each)) for each in others] or [("被申请人", blank(12))]
    return Letter(
        "人民调解申请书",
        (
            said("纠纷简要情况：", sentence(_told(frozen.text("dispute")))),
            said("申请事项：", sentence(_told(frozen.text("claims")))),
            said("本人已知道人民调解委员会调解民间纠纷不收取任何费用（", cited(L[4]), "），现申请调解。"),
        ),
        kind="decision",
        particulars=tuple((label, filled(words, 12)) for label, words in lines),
        signatures=(Signature("申请人（签名、盖章或者按指印）", asks_date=True),),
        dated=frozen.day("applied_on") or frozen.issued_on,
    )


def mediation_registration(snapshot: Snapshot) -> Sheet:
    """人民调解受理登记表: type, where it came from, parties, the dispute in brief (第二十七条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("registration")
    return Sheet(
        "人民调解受理登记表",
        (
            (Field("纠纷类型", frozen.shown("kind")), Field("案件来源", _came(frozen))),
            *_sides(frozen),
            row("纠纷简要情况", _told(frozen.text("dispute")), lines=6),
            (Field("涉及当事人数", frozen.text("people")), Field("调解员的确定", frozen.shown("chosen_by"))),
            (Field("登记日期", on_day(frozen.day("registered_on"))), Field("登记人", act.by.name)),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=_mediators(frozen, act),
        notes=(joined("依据：", cited(L[17], L[27])),),
    )


def rights_notice(snapshot: Snapshot) -> Letter:
    """当事人权利义务告知书: the four rights and three duties of articles 23 and 24, and that it costs nothing."""
    frozen = Frozen(snapshot)
    return Letter(
        "当事人权利义务告知书",
        (
            said("根据", cited(L[23]), "，当事人在人民调解活动中享有下列权利："),
            *numbered_lines([f"{each}。" for each in RIGHTS]),
            said("根据", cited(L[24]), "，当事人履行下列义务："),
            *numbered_lines([f"{each}。" for each in DUTIES]),
            said("人民调解不收取任何费用（", cited(L[4]), "），也不影响当事人依法通过仲裁、行政、司法等途径维护权利。"),
        ),
        kind="decision",
        mark=frozen.organ,
        particulars=(("当事人", _names(frozen)),),
        signature=(frozen.organ,) if frozen.organ else (),
        signatures=_signed_by_sides(frozen),
        dated=frozen.day("registered_on") or frozen.issued_on,
    )


def mediation_minutes(snapshot: Snapshot) -> Minutes:
    """人民调解记录: when and where, who took part, what was said (第二十七条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("session")
    people = listed([each.name for each in act.people or frozen.officers])
    return Minutes(
        "人民调解记录",
        (
            (Field("时间", on_day(frozen.day("session_on"))), Field("地点", frozen.text("session_place"))),
            (Field("当事人", _names(frozen)), Field("人民调解员", people)),
            (Field("参加人", frozen.text("invited")), Field("记录人")),
        ),
        (
            said("人民调解委员会已将当事人的权利和义务告知各方当事人（", cited(L[23], L[24]), "）。"),
            said("调解记录：", sentence(_told(frozen.text("session_record")))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="以上记录已经本人核对，记录属实。",
        signatures=(*_signed_by_sides(frozen), *_mediators(frozen, act)),
        page_signatures=(Signature("当事人"), Signature("人民调解员")),
    )


def mediation_agreement(snapshot: Snapshot) -> Letter:
    """人民调解协议书, with the items of article 29: the parties, facts and responsibilities, what was agreed."""
    frozen = Frozen(snapshot)
    manner = [frozen.text("manner"), _by(frozen)]
    return Letter(
        "人民调解协议书",
        (
            said(
                "纠纷的主要事实、争议事项和各方责任：", sentence(_told(frozen.text("duties") or frozen.text("dispute")))
            ),
            said("经人民调解委员会调解，各方当事人自愿达成如下协议："),
            said(sentence(_told(frozen.text("agreed")))),
            *([said("协议涉及金额：", amount(frozen.money("amount")), "。")] if frozen.money("amount") else []),
            said("履行方式和期限：", filled(listed([each for each in manner if each], "，"), 16), "。"),
            said(
                "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效（",
                cited(L[29, 2]),
                "），具有法律约束力，当事人应当按照约定履行（",
                cited(L[31, 1]),
                "）。双方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认（",
                cited(L[33, 1]),
                "）。",
            ),
            said("本协议由当事人各执一份，人民调解委员会留存一份。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        particulars=_particulars(frozen),
        signature=(frozen.organ,) if frozen.organ else (),
        signatures=(*_signed_by_sides(frozen), *_mediators(frozen, frozen.step("drafting", "signing"))),
        dated=frozen.day("effective_on") or frozen.day("drafted_on") or frozen.issued_on,
    )


def _by(frozen: Frozen) -> str:
    day = frozen.day("perform_by")
    return f"{day.year}年{day.month}月{day.day}日前履行" if day else ""


def _particulars(frozen: Frozen) -> tuple[tuple[str, Words], ...]:
    """当事人的基本情况 (第二十九条第一款第（一）项)."""
    lines: list[tuple[str, Words]] = []
    for each in sides(frozen):
        lines.append(("当事人", filled(name_of(each), 12)))
        if each.id_number:
            lines.append((each.id_kind or "居民身份证号码", hidden_id(each.id_number)))
        if each.address:
            lines.append(("住址", address_of(each)))
    return tuple(lines)


def oral_agreement_sheet(snapshot: Snapshot) -> Sheet:
    """人民调解口头协议登记表: the mediator writes down what was agreed by word of mouth (第二十八条、第三十条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("oral_agreement")
    return Sheet(
        "人民调解口头协议登记表",
        (
            (Field("纠纷类型", frozen.shown("kind")), Field("达成日期", on_day(frozen.day("effective_on")))),
            *_sides(frozen),
            row("纠纷主要事实、争议事项", _told(frozen.text("duties") or frozen.text("dispute")), lines=4),
            row("协议内容", _told(frozen.text("agreed")), lines=4),
            (Field("履行方式", frozen.text("manner")), Field("履行期限", on_day(frozen.day("perform_by")))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=_mediators(frozen, act),
        notes=(joined("口头调解协议自各方当事人达成协议之日起生效（", cited(L[30]), "）。"),),
    )


def return_visit_record(snapshot: Snapshot) -> Sheet:
    """人民调解回访记录: is the agreement kept, are the parties content (第三十一条第二款)."""
    frozen = Frozen(snapshot)
    act = frozen.step("return_visit")
    return Sheet(
        "人民调解回访记录",
        (
            (Field("当事人", _names(frozen)), Field("协议编号", frozen.number_of("mediation_agreement"))),
            row("回访事由", "监督协议履行，督促当事人履行约定的义务"),
            row("回访情况", _told(frozen.text("visit")), lines=5),
            (Field("履行情况", frozen.shown("kept")), Field("回访日期", on_day(frozen.day("visited_on")))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=_mediators(frozen, act),
        notes=(joined("依据：", cited(L[31, 2])),),
    )


def confirmation_application(snapshot: Snapshot) -> Letter:
    """司法确认申请书: both parties together ask the court to confirm the agreement (司法确认规定第三条)."""
    frozen = Frozen(snapshot)
    return Letter(
        "司法确认申请书",
        (
            said(filled(frozen.text("court"), 10), "："),
            said(
                "申请人经",
                filled(frozen.organ, 10),
                "调解，于",
                on_day(frozen.day("effective_on")),
                "达成调解协议",
                frozen.number_of("mediation_agreement"),
                "。现依照",
                cited(L[33, 1], J[1]),
                "，共同申请人民法院确认该协议的效力。",
            ),
            said("附：调解协议、身份证明、资格证明、与协议相关的财产权利证明等材料，双方送达地址和电话号码。"),
        ),
        kind="decision",
        particulars=tuple(("申请人", filled(name_of(each), 12)) for each in sides(frozen)),
        signatures=_signed_by_sides(frozen),
        dated=frozen.day("confirmation_asked_on") or frozen.issued_on,
    )


def termination_notice(snapshot: Snapshot) -> Letter:
    """终止调解告知书: mediation has failed, and which ways are open now (第二十六条)."""
    frozen = Frozen(snapshot)
    return Letter(
        "终止调解告知书",
        (
            said(
                "你们之间的",
                filled(frozen.shown("kind"), 8),
                "，",
                "因一方当事人拒绝调解或者要求终止调解，" if frozen.day("refused_on") else "经调解不成，",
                "现依照",
                cited(L[26]),
                "终止调解。",
            ),
            said("你们可以依法通过仲裁、行政、司法等途径维护自己的权利。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        particulars=(("当事人", _names(frozen)),),
        signature=(frozen.organ,) if frozen.organ else (),
        signatures=_mediators(frozen, frozen.step("termination")),
        dated=frozen.day("terminated_on") or frozen.issued_on,
    )


def _result(frozen: Frozen) -> str:
    if frozen.day("effective_on"):
        return f"调解成功（{frozen.shown('form')}）"
    return frozen.step("termination").outcome_name


def mediation_report(snapshot: Snapshot) -> Sheet:
    """结案报告表: what it was about, how it ended, whether the agreement was kept (第二十七条)."""
    frozen = Frozen(snapshot)
    return Sheet(
        "人民调解结案报告表",
        (
            (Field("纠纷类型", frozen.shown("kind")), Field("案件来源", _came(frozen))),
            row("当事人", _names(frozen)),
            (Field("登记日期", on_day(frozen.day("registered_on"))), Field("调解结果", _result(frozen))),
            (Field("协议涉及金额", amount(frozen.money("amount"))), Field("履行情况", frozen.shown("kept"))),
            (Field("司法确认", frozen.shown("confirmation")), Field("防止激化", frozen.shown("prevented"))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=_mediators(frozen, frozen.step("closing", "registration")),
    )


def dossier_cover(snapshot: Snapshot) -> Sheet:
    """卷宗封面: name and number of the file, mediators, from when to when, who filed it (第二十七条)."""
    frozen = Frozen(snapshot)
    ended = frozen.day("effective_on") or frozen.day("terminated_on")
    return Sheet(
        "人民调解卷宗",
        (
            row("卷名", frozen.title, lines=2),
            (Field("卷号", frozen.case_number), Field("纠纷类型", frozen.shown("kind"))),
            row("人民调解员", listed([each.name for each in frozen.officers])),
            row("调解日期", joined(on_day(frozen.day("registered_on")), "至", on_day(ended))),
            (Field("立卷人", frozen.step("closing").by.name), Field("立卷日期", on_day(frozen.step("closing").on))),
            (Field("保管期限"), Field("备注")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
    )


def dossier_note(snapshot: Snapshot) -> Sheet:
    """卷宗情况说明: what the file holds and lacks, filled in by hand."""
    frozen = Frozen(snapshot)
    return Sheet(
        "卷宗情况说明",
        (
            (Field("卷名", frozen.title, span=2), Field("卷号", frozen.case_number)),
            row("情况说明", "", lines=10),
            (Field("立卷人", frozen.step("closing").by.name), Field("日期", on_day(frozen.step("closing").on))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
    )


def dossier_back(snapshot: Snapshot) -> Sheet:
    """封底: how many pages the file has, who filed and who checked it (第二十七条)."""
    frozen = Frozen(snapshot)
    filed = frozen.step("closing")
    return Sheet(
        "人民调解卷宗封底",
        (
            (Field("卷号", frozen.case_number, span=2), Field("页数", "本卷共　　　页")),
            (Field("立卷人", filed.by.name), Field("立卷日期", on_day(filed.on))),
            (Field("检查人"), Field("检查日期", on_day(None))),
        ),
        organ=frozen.organ,
        number=frozen.reference,
    )
