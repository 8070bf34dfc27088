"""答复的种类: the ways an application for government information may be answered, as the annual report counts them.

Each is counted once, in one row (表三第三部分)。The rows are those of the uniform format (《政府信息公开条例》
第五十条第二款), each with the article of the regulation that allows the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Outcome
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.procedures.disclosure_record import RESULTS

NAMES = dict(RESULTS)


def _answer(
    key: str, cites: Cite, needs: Sequence[str] = ("content",), *, result: str = "", name: Label = ""
) -> Outcome:
    return Outcome(key, name or NAMES[result or key], cites, sets={"result": result or key}, needs=needs)


OUTCOMES = (
    _answer("open", L[36, None, 2]),
    # 第三十六条第（一）项: what is public already is shown the way to. The format has no row of its own for it; the
    # applicant gets what was asked for, so it is counted as 予以公开.
    _answer("public_already", L[36, None, 1], result="open", name=_("已经主动公开，告知获取的方式、途径")),
    _answer("partial", L[37], ("content", "reason")),
    _answer("secret", L[14], ("reason", "basis")),
    _answer("prohibited", L[14], ("reason", "basis")),
    _answer("security", L[14], ("reason", "basis")),
    _answer("third_party", L[32], ("reason", "third_reasonable")),
    _answer("internal", L[16, 1], ("reason",)),
    _answer("process", L[16, 2], ("reason",)),
    _answer("enforcement_file", L[16, 2], ("reason",)),
    _answer("inquiry", L[36, None, 7], ("reason", "basis")),
    _answer("not_held", L[36, None, 4], ("reason", "searched"), name=_("无法提供：经检索不存在")),
    _answer(
        "not_ours",
        L[36, None, 5],
        ("reason", "held_by"),
        result="not_held",
        name=_("无法提供：不属于本机关负责公开，告知负责的机关"),
    ),
    _answer("not_ready", L[38]),
    _answer("unclear", L[30]),
    _answer("petition", L[39, 1]),
    _answer("repeated", L[36, None, 6]),
    _answer("publication", L[39, 2]),
    _answer("excessive", L[35], ("reason",)),
    # The format's row 要求行政机关确认或重新出具已获取信息 has no article of its own; what was obtained once and is
    # asked again is 第三十六条第（六）项.
    _answer("reissue", L[36, None, 6]),
    _answer("not_corrected", L[30], ()),
    _answer("not_paid", L[42, 1], ()),
    _answer("otherwise", L[36, None, 7]),
)
