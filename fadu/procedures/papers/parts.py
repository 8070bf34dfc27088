"""What the papers are put together from: blanks, days and money in words, the party, opinions, signatures.

Personal data is wrapped as private runs where it is written: a natural person's name, and everybody's identity number,
telephone and address of residence. A company's name, code and seat are public.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from fadu.documents.numerals import capitals, date_words, moment_words, money
from fadu.documents.papers import (
    Block,
    CiteRun,
    Field,
    Group,
    Inline,
    Letter,
    Opinion,
    Paragraph,
    Run,
    Signature,
    Words,
    plain,
    runs,
)
from fadu.law.statute import Cite
from fadu.organs.masking import mask_address, mask_id, mask_name, mask_phone
from fadu.procedures.papers.snapshot import Act, Frozen, Party, Person


def blank(width: int = 8) -> Run:
    """A line to be filled in by hand, ``width`` characters long."""
    return Run("　" * width, underlined=True)


def filled(words: Words, width: int = 8) -> Words:
    """The words, or a line to write them on."""
    return words if runs(words) else blank(width)


def joined(*words: Words) -> Words:
    """Several pieces of text as one."""
    return tuple(inline for each in words for inline in runs(each))


def listed(pieces: Iterable[Words], between: str = "、") -> Words:
    """Pieces in a row with a mark between them."""
    row: list[Inline] = []
    for piece in pieces:
        if row:
            row.extend(runs(between))
        row.extend(runs(piece))
    return tuple(row)


def cited(*cites: Cite) -> Words:
    """Provisions as they are cited in a text, each leading to its words; a statute is named once in a row."""
    row: list[Words] = []
    before = None
    for each in cites:
        row.append(CiteRun(each.provision if each.statute is before else str(each), each.key))
        before = each.statute
    return listed(row)


def sentence(words: Words, width: int = 24) -> Words:
    """Running text somebody typed, closed as a sentence; a line to write on where there is none."""
    text = plain(words).strip()
    if not text:
        return blank(width)
    return words if text[-1] in "。！？；：…”）" else joined(words, "。")


def on_day(day: date | None) -> Words:
    """2026年3月5日, or the blanks for it."""
    return date_words(day) if day else joined(blank(3), "年", blank(2), "月", blank(2), "日")


def at_moment(moment: datetime | None) -> Words:
    """2026年3月5日9时30分, or the blanks for it."""
    if moment:
        return moment_words(moment)
    return joined(blank(3), "年", blank(2), "月", blank(2), "日", blank(2), "时", blank(2), "分")


def amount(sum_: Decimal | None) -> Words:
    """5,000元（人民币伍仟元整）, or a line; what cannot stand in a decision (half a 分) is left to be filled."""
    if sum_ is None:
        return joined(blank(6), "元（大写：", blank(10), "）")
    try:
        return f"{money(sum_)}（{capitals(sum_)}）"
    except ValueError:
        return joined(blank(6), "元")


def said(*words: Words) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(joined(*words))


def headed(heading: str) -> Paragraph:
    """A heading of the first level, 一、…"""
    return Paragraph(heading, level=1)


# --- who --------------------------------------------------------------------------------------------------------------


def name_of(party: Party) -> Words:
    """The party's name; a natural person's is personal data."""
    return Run(party.name, private=True, masked=mask_name(party.name)) if party.natural else party.name


def representative_of(party: Party) -> Words:
    """The legal representative or head. Of a trader (个体工商户) it is the citizen who runs the business."""
    if party.kind == "trader" and party.representative:
        return Run(party.representative, private=True, masked=mask_name(party.representative))
    return party.representative


def hidden_id(number: str) -> Words:
    """An identity number."""
    return Run(number, private=True, masked=mask_id(number)) if number else ""


def hidden_phone(number: str) -> Words:
    """A telephone number."""
    return Run(number, private=True, masked=mask_phone(number)) if number else ""


def hidden_text(text: str, mask: Callable[[str], str]) -> Words:
    """Any other personal data, shown in public as ``mask`` makes it."""
    return Run(text, private=True, masked=mask(text)) if text else ""


def address_of(party: Party) -> Words:
    """The address: a company's seat is public, a natural person's residence is not."""
    if party.kind in ("company", "other") or not party.address:
        return party.address
    return Run(party.address, private=True, masked=mask_address(party.address))


def particulars(frozen: Frozen, label: str = "当事人") -> tuple[tuple[str, Words], ...]:
    """The lines above the body of a decision that say who the party is (第五十九条第一款第（一）项)."""
    party = frozen.party
    who = (label, filled(name_of(party), 12))
    if party.natural:
        return (
            who,
            (party.id_kind or "居民身份证号码", filled(hidden_id(party.id_number), 12)),
            ("住址", filled(address_of(party), 16)),
            ("联系电话", filled(hidden_phone(party.phone), 8)),
        )
    return (
        who,
        ("统一社会信用代码", filled(party.code, 12)),
        ("住所（经营场所）", filled(address_of(party), 16)),
        ("经营者" if party.kind == "trader" else "法定代表人（负责人）", filled(representative_of(party), 8)),
        ("联系电话", filled(hidden_phone(party.phone), 8)),
    )


def party_group(frozen: Frozen) -> Group:
    """当事人 as the forms ask for it: a citizen's box and a unit's box, of which one stays empty."""
    party = frozen.party
    person, unit = (party, Party()) if party.natural else (Party(), party)
    born = Run(date_words(person.born), private=True) if person.born else ""
    return Group(
        "当事人",
        (
            Group(
                "公民",
                (
                    (Field("姓名", name_of(person), span=2), Field("性别", person.sex)),
                    (
                        Field("证件号码", hidden_id(person.id_number), span=2),
                        Field("联系电话", hidden_phone(person.phone)),
                    ),
                    (Field("出生日期", born), Field("住址", address_of(person), span=2)),
                ),
            ),
            Group(
                "法人或者其他组织",
                (
                    (Field("名称", unit.name, span=2), Field("法定代表人（负责人）", representative_of(unit))),
                    (Field("统一社会信用代码", unit.code, span=2), Field("联系电话", hidden_phone(unit.phone))),
                    (Field("地址", address_of(unit)),),
                ),
            ),
        ),
    )


def signed(role: str, person: Person, dated: date | None = None, *, certified: bool = False) -> Signature:
    """A place to sign, with the name of the official who did what is signed for."""
    return Signature(role, person.name, person.certificate, certified=certified, dated=dated, asks_date=True)


def handlers(frozen: Frozen, role: str = "承办人", dated: date | None = None) -> tuple[Signature, ...]:
    """The two officers on the case, with their certificates; the law asks for two, so two places there are."""
    people = [*frozen.officers, Person(), Person()][: max(2, len(frozen.officers))]
    return tuple(signed(role, person, dated, certified=True) for person in people)


def acting(act: Act, role: str = "执法人员") -> tuple[Signature, ...]:
    """Those who took a step; two places where nobody did yet."""
    people = (*act.people, Person(), Person())[: max(2, len(act.people))]
    return tuple(signed(role, person, act.on, certified=True) for person in people)


def by_party(role: str = "当事人（签名或者盖章）") -> Signature:
    """Where the party signs. Never filled: the hand is the party's own."""
    return Signature(role, asks_date=True)


# --- rows of forms ----------------------------------------------------------------------------------------------------


def row(label: str, value: Words = "", lines: int = 1) -> tuple[Field, ...]:
    """One field over the whole width."""
    return (Field(label, value, lines=lines),)


def proposal(frozen: Frozen, words: Words, label: str = "承办人意见") -> Opinion:
    """What the officers on the case propose."""
    return Opinion(label, words, handlers(frozen), lines=3)


def opinion(label: str, act: Act, role: str, words: Words = "") -> Opinion:
    """What an official decided in a step: the words given, else the step's note, else its result."""
    return Opinion(label, filled_opinion(act, words), (signed(role, act.by, act.on),), act.on, lines=3)


def filled_opinion(act: Act, words: Words = "") -> Words:
    """An opinion in words: those given, else what was noted when the step was taken, else the step's result."""
    return words if runs(words) else act.note or act.outcome_name


def numbered_lines(lines: Sequence[Words]) -> tuple[Block, ...]:
    """1. 2. 3. in running text."""
    return tuple(said(f"{at}．", line) for at, line in enumerate(lines, start=1))


def decision(
    frozen: Frozen,
    title: str,
    body: Sequence[Block],
    *,
    label: str = "当事人",
    attachments: tuple[Words, ...] = (),
    signatures: tuple[Signature, ...] = (),
    dated: date | None = None,
    note: Words = "",
) -> Letter:
    """A document of enforcement served on the party: the organ, the party's particulars, the text, organ and day."""
    return Letter(
        title,
        tuple(body),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        particulars=particulars(frozen, label),
        attachments=attachments,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=dated or frozen.issued_on,
        signatures=signatures,
        note=note,
    )
