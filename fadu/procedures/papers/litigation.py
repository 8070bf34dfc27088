"""行政应诉文书: defence, mandate, identity of the head in court, why the head cannot come, what a loss teaches."""

from __future__ import annotations

from fadu.documents.papers import Letter, Report
from fadu.law.statutes import COURT_APPEARANCE_2020 as A
from fadu.law.statutes import LITIGATION_2017 as L
from fadu.law.statutes import LITIGATION_READING_2018 as J
from fadu.procedures.papers.parts import cited, filled, headed, joined, name_of, on_day, said, sentence
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def _letter(frozen: Frozen, title: str, *body: object, attachments: tuple[str, ...] = ()) -> Letter:
    return Letter(
        title,
        tuple(body),  # type: ignore[arg-type]
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(frozen.text("court"), 12),
        attachments=attachments,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.issued_on,
    )


def _case(frozen: Frozen) -> tuple[object, ...]:
    return ("原告", filled(name_of(frozen.party), 8), "诉本机关一案（", filled(frozen.text("court_number"), 10), "）")


def defence_statement(snapshot: Snapshot) -> Letter:
    """行政答辩状, with the evidence and the norms the act rests on, within fifteen days (第六十七条第一款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "行政答辩状",
        said(*_case(frozen), "，本机关于", on_day(frozen.day("complaint_on")), "收到起诉状副本。"),  # type: ignore[arg-type]
        said("被诉行政行为：", sentence(frozen.text("act"), 20)),
        said("原告的诉讼请求：", sentence(frozen.text("claims"), 20)),
        said("答辩意见：", sentence(frozen.text("defence"), 28)),
        said(
            "依照",
            cited(L[34, 1], L[67, 1]),
            "，同时提交作出该行政行为的证据和所依据的规范性文件，见证据目录。",
        ),
        attachments=("证据目录和证据", "所依据的规范性文件"),
    )


def mandate(snapshot: Snapshot) -> Letter:
    """授权委托书 for the staff who appear: name, post, scope of the mandate (解释第一百三十一条第二款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "授权委托书",
        said(*_case(frozen), "，本机关委托下列人员参加诉讼："),  # type: ignore[arg-type]
        said("工作人员：", filled("", 8), "，职务：", filled("", 8), "，代理权限：", filled("", 16), "。"),
        said("另行委托的诉讼代理人（一至二名）：", filled("", 12), "。"),
        said("行政机关负责人不能出庭的，应当委托相应的工作人员出庭，不得仅委托律师（", cited(J[128, 2]), "）。"),
    )


def extension_request(snapshot: Snapshot) -> Letter:
    """延期提供证据申请书, in writing within fifteen days (解释第三十四条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "延期提供证据申请书",
        said(*_case(frozen), "，本机关于", on_day(frozen.day("complaint_on")), "收到起诉状副本。"),  # type: ignore[arg-type]
        said("作出行政行为时已经收集的证据因下列正当事由不能按期提供：", sentence(frozen.text("extension_reason"), 20)),
        said("依照", cited(L[36, 1], J[34]), "，申请延期提供。"),
    )


def head_identity(snapshot: Snapshot) -> Letter:
    """出庭应诉负责人身份证明: name and post, sealed, before the hearing (出庭规定第六条第一款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "出庭应诉负责人身份证明",
        said(
            filled(frozen.text("second_attendant") or frozen.text("attendant"), 16),
            "系本机关负责人，出庭参加",
            *_case(frozen),  # type: ignore[arg-type]
            "的诉讼。",
        ),
        said("依照", cited(A[2, 1], A[6, 1]), "证明。"),
    )


def absence_statement(snapshot: Snapshot) -> Letter:
    """不能出庭的情况说明: why, proved, sealed or signed by the principal head (出庭规定第八条、第九条第一款)."""
    frozen = Frozen(snapshot)
    second = frozen.day("second_hearing_on")
    reason = frozen.shown("second_absence") if second else frozen.shown("absence")
    return _letter(
        frozen,
        "行政机关负责人不能出庭应诉的情况说明",
        said(*_case(frozen), "，定于", on_day(second or frozen.day("hearing_on")), "开庭。"),  # type: ignore[arg-type]
        said(
            "本机关负责人因",
            filled(reason, 12),
            "不能出庭（",
            cited(A[8]),
            "），委托相应的工作人员",
            filled(frozen.text("second_attendant") or frozen.text("attendant"), 12),
            "出庭（",
            cited(L[3, 3], A[10, 1]),
            "）。",
        ),
        said("相关证明材料附后（", cited(A[9, 1]), "）。"),
        attachments=("不能出庭的证明材料",),
    )


def loss_report(snapshot: Snapshot) -> Report:
    """败诉案件分析报告: what was judged, why, and what is done about it."""
    frozen = Frozen(snapshot)
    parts = (
        ("一、案件基本情况", joined(frozen.text("court"), frozen.text("court_number"), "：", frozen.text("act"))),
        ("二、裁判结果", joined(frozen.shown("result"), "。", frozen.text("holding"))),
        ("三、败诉原因和整改措施", frozen.text("loss_causes")),
        ("四、履行情况", frozen.text("performance")),
    )
    body = [block for title, words in parts for block in (headed(title), said(sentence(words)))]
    return Report(
        "行政诉讼败诉案件分析报告",
        tuple(body),
        organ=frozen.organ,
        number=frozen.reference,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.day("examined_on") or frozen.issued_on,
    )
