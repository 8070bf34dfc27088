"""What a verification found, in sentences. Plain Python; each sentence in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KEPT = 1000
SENTENCES: Mapping[str, tuple[str, str]] = {
    "changed": (
        "第 {number} 号账页（卷“{stream}”第 {seq} 页）与其摘要不符：记入以后被改动。",
        "Entry {number} (stream “{stream}”, page {seq}) does not match its digest: changed after it was entered.",
    ),
    "missing": (
        "缺第 {first} 至 {last} 号账页：被删除。",
        "Entries {first} to {last} are missing: they were deleted.",
    ),
    "order": (
        "第 {number} 号账页（卷“{stream}”）排在第 {last} 号之后：重复、插入或者调换了次序。",
        "Entry {number} (stream “{stream}”) stands after entry {last}: repeated, inserted or put out of order.",
    ),
    "above": (
        "第 {number} 号账页（卷“{stream}”）所接的不是第 {last} 号账页的摘要：其中之一被换过。",
        "Entry {number} (stream “{stream}”) does not continue entry {last}: one was replaced.",
    ),
    "page": (
        "卷“{stream}”在第 {number} 号账页处应为第 {expected} 页，实为第 {seq} 页：页次有缺或者有重。",
        "Stream “{stream}” should have page {expected} at entry {number}, not {seq}: a page is missing or doubled.",
    ),
    "before": (
        "第 {number} 号账页（卷“{stream}”第 {seq} 页）所接的摘要不是本卷上一页的摘要：其中之一被换过。",
        "Entry {number} (stream “{stream}”, page {seq}) does not continue the page before: one was replaced.",
    ),
    "truncated": (
        "账首记到第 {head} 号，账页只到第 {last} 号：末尾被截去。",
        "The ledger was written up to entry {head}, but its entries end at {last}: its end was cut off.",
    ),
    "beyond": (
        "账首记到第 {head} 号，账页却到第 {last} 号：有未经记账程序加入的账页。",
        "The ledger was written up to entry {head}, but its entries go on to {last}: some were added from outside.",
    ),
    "head": (
        "账首所记的末页摘要与第 {last} 号账页的摘要不符：末页被换过。",
        "The digest kept at the ledger's head is not that of entry {last}: the last entry was replaced.",
    ),
    "foreign": (
        "表 {table} 中有 {count} 行的值不是记账程序所写的类型：被改动或者从外面加入。",
        "Table {table} has {count} rows with a value of a kind that is never entered: changed or added from outside.",
    ),
    "seal-changed": (
        "{day} 的封存（第 {number} 号）与其摘要不符：封存以后被改动。",
        "The seal of {day} (number {number}) does not match its digest: it was changed after it was made.",
    ),
    "seal-missing": (
        "缺第 {first} 至 {last} 号封存：被删除。",
        "Seals {first} to {last} are missing: they were deleted.",
    ),
    "seal-order": (
        "{day} 的封存（第 {number} 号）排在第 {last} 号之后：重复、插入或者调换了次序。",
        "The seal of {day} (number {number}) stands after seal {last}: repeated, inserted or put out of order.",
    ),
    "seal-before": (
        "{day} 的封存（第 {number} 号）所接的摘要不是上一封存的摘要：其中之一被换过。",
        "The seal of {day} (number {number}) does not continue the seal before it: one of the two was replaced.",
    ),
    "seal-day": (
        "{day} 的封存（第 {number} 号）不是上一封存的次日：封存日期有缺。",
        "The seal of {day} (number {number}) is not of the day after the seal before it: a day is left out.",
    ),
    "seal-range": (
        "{day} 的封存（第 {number} 号）应自第 {first} 号账页起、至第 {last} 号账页止，所记范围不符。",
        "The seal of {day} (number {number}) should run from entry {first} to entry {last}, and says otherwise.",
    ),
    "seal-root": (
        "{day} 的封存（第 {number} 号）与第 {first} 至 {last} 号账页不符：封存以后账页被改动。",
        "The seal of {day} (number {number}) does not fit entries {first} to {last}: changed after the sealing.",
    ),
    "seal-late": (
        "{day} 的封存（第 {number} 号）之下有其后日期记入的账页。",
        "Under the seal of {day} (number {number}) lies an entry of a later day.",
    ),
    "seal-truncated": (
        "账首记有 {head} 个封存，实有 {last} 个：封存被截去。",
        "The ledger was sealed {head} times, but {last} seals are there: seals were cut off.",
    ),
    "seal-beyond": (
        "账首记有 {head} 个封存，实有 {last} 个：有未经封存程序加入的封存。",
        "The ledger was sealed {head} times, but {last} seals are there: some were added from outside.",
    ),
    "seal-head": (
        "账首所记的末次封存摘要与第 {last} 号封存不符：末次封存被换过。",
        "The seal digest kept at the ledger's head is not that of seal {last}: the last seal was replaced.",
    ),
    "published": (
        "{day} 公布的封存摘要是 {expected}，账中的不是：账在公布以后被改写。",
        "The seal published for {day} is {expected}, the ledger's is another: it was rewritten after publication.",
    ),
    "proof": (
        "该证明不能说明第 {number} 号账页（卷“{stream}”）在 {day} 的封存之下：证明被改动或者不属于它。",
        "The proof does not lead from entry {number} (stream “{stream}”) to the seal of {day}: changed, or of another.",
    ),
    "attachment-missing": (
        "第 {number} 号账页（卷“{stream}”）所附文件 {digest} 没有登记：被删除。",
        "The file {digest} attached to entry {number} (stream “{stream}”) is not registered: it was deleted.",
    ),
    "attachment-changed": (
        "附件 {digest} 登记的类型或者大小与第 {number} 号账页（卷“{stream}”）所记不符：登记被改动。",
        "The type or size registered for file {digest} is not that of entry {number} (stream “{stream}”): changed.",
    ),
    "file-missing": (
        "附件 {digest} 的文件不在数据目录中：被删除或者移走。",
        "The file {digest} is not in the data folder: it was deleted or moved.",
    ),
    "file-changed": (
        "附件 {digest} 的文件与其摘要不符：存入以后被改动。",
        "The file {digest} does not match its digest: it was changed after it was stored.",
    ),
    "guard": (
        "数据库的防改触发器 {name} 不在或者被换过：账可能被改动，请查明原因后运行 fadu ledger guard。",
        "The database's guard {name} is missing or altered; find out why, then run fadu ledger guard.",
    ),
    "line": (
        "文件第 {line} 行不是导出时写的样子（{why}）：被改动。",
        "Line {line} of the file is not as it was written ({why}): it was changed.",
    ),
    "damaged": (
        "文件在第 {line} 行以后读不下去（{why}）：被截断或者损坏。",
        "The file cannot be read on after line {line} ({why}): it was cut off or damaged.",
    ),
    "count": (
        "文件首行记有账页 {entries}、封存 {seals}、附件 {attachments}，实有 {found}。",
        "The file's first line counts {entries} entries, {seals} seals, {attachments} attachments; there are {found}.",
    ),
    "end": (
        "文件没有末行，或者末行之后还有内容：被截断或者被续写。",
        "The file has no last line, or goes on after it: it was cut off or written on.",
    ),
    "end-digest": (
        "文件末行的摘要与全文不符：导出以后被改动。",
        "The digest in the file's last line is not that of the file: it was changed after the export.",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. ``number`` is the entry's or seal's number, where there is one."""

    code: str
    number: int | None
    stream: str
    zh: str
    en: str

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        return {
            "code": self.code,
            "number": self.number,
            "stream": self.stream,
            "text_zh": self.zh,
            "text_en": self.en,
        }


@dataclass(slots=True)
class Report:
    """The outcome of a verification. Of very many findings the first thousand are kept, all are counted."""

    entries: int = 0
    seals: int = 0
    attachments: int = 0
    found: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Nothing was found."""
        return self.found == 0

    def find(self, code: str, number: int | None = None, stream: str = "", **words: object) -> None:
        """Note a finding; ``words`` fill its sentence."""
        self.found += 1
        if len(self.findings) < KEPT:
            told = str(stream).encode("utf-8", "replace").decode()
            zh, en = (text.format(number=number, stream=told, **words) for text in SENTENCES[code])
            self.findings.append(Finding(code, number, told, zh, en))

    def as_json(self) -> dict[str, object]:
        """For ``--json``; ``found`` is more than ``faults`` has only when there are over a thousand."""
        return {
            "ok": self.ok,
            "entries": self.entries,
            "seals": self.seals,
            "attachments": self.attachments,
            "found": self.found,
            "faults": [finding.as_json() for finding in self.findings],
        }
