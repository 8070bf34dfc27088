"""行政应诉：从收到起诉状副本到二审裁判 ——《行政诉讼法》（2017年修正）第六十七条至第八十九条，出庭规定。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Lapse, Outcome, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import COURT_APPEARANCE_2020 as A
from fadu.law.statutes import LITIGATION_2017 as L
from fadu.law.statutes import LITIGATION_READING_2018 as J
from fadu.procedures.litigation_record import APPEARANCE_RULES
from fadu.procedures.papers import litigation as papers

# 行政复议法第四条第二款: the reconsideration office also organises 行政应诉.
_STAFF = ("officer", "examiner", "clerk", "head", "principal", "reviewer")
court = Role("court", _("人民法院"), L[67, 1], posts=_STAFF, outside=True)
opponent = Role("opponent", _("对方当事人"), L[85], posts=_STAFF, outside=True)
defendant = Role("defendant", _("被告行政机关"), L[26, 1], posts=_STAFF)
head = Role("head", _("行政机关负责人"), L[3, 3], posts=("head", "principal"))

SERVED = Q(complaint_on__isnull=False)
UNJUDGED = SERVED & Q(judged_on=None)
JUDGED = Q(judged_on__isnull=False)
REMANDED = Q(second_result="remanded", second_judged_on__isnull=False)
RULINGS = ("not_admitted", "withdrawn")
EFFECTIVE = Q(effective_on__isnull=False)

complaint = Step(
    "complaint_service",
    _("收到起诉状副本"),
    L[67, 1],
    court,
    dated="complaint_on",
    asks=("court_number", "claims", "plaintiffs", "co_defendant", "reviewed", "public_interest"),
    needs=("court", "act"),
)
# The statute leaves it to the organ who prepares the case; 解释第一百三十条第二款 knows the 具体承办机关.
allocation = Step(
    "allocation",
    _("确定承办机构"),
    J[130, 2],
    head,
    after=[complaint],
    only=SERVED,
    must=NEVER,
    dated="allocated_on",
    needs=("undertaker",),
)
objection = Step(
    "jurisdiction_objection",
    _("提出管辖异议"),
    J[10, 1],
    defendant,
    after=[complaint],
    only=UNJUDGED,
    must=NEVER,
    dated="objected_on",
    lapses=[Lapse(J[10, 1], "complaint_on", J.days(15), says=_("超过收到起诉状副本之日起十五日"))],
)
evidence_extension = Step(
    "evidence_extension",
    _("申请延期提供证据"),
    J[34],
    defendant,
    after=[complaint],
    only=UNJUDGED,
    must=NEVER,
    dated="extension_asked_on",
    asks=("extension_granted", "obstacle_over_on"),
    needs=("extension_reason",),
    lapses=[Lapse(J[34], "complaint_on", J.days(15), says=_("超过收到起诉状副本之日起十五日"))],
    yields=[
        Document(
            "evidence_extension_request", _("延期提供证据申请书"), J[34], compose=papers.extension_request, word="应延"
        )
    ],
)
late_evidence = Step(
    "late_evidence",
    _("延期提供证据"),
    J[34],
    defendant,
    after=[evidence_extension],
    only=UNJUDGED & Q(extension_asked_on__isnull=False),
    must=NEVER,
    dated="late_evidence_on",
    asks=("extension_granted", "obstacle_over_on"),
    guards=(Guard(L[36, 1], Q(extension_granted=True), _("延期提供证据须经人民法院准许")),),
)
answer = Step(
    "defence",
    _("提交答辩状、证据和规范性文件"),
    L[67, 1],
    defendant,
    after=[complaint],
    only=UNJUDGED,
    must=NEVER,  # 第六十七条第二款 “不提出答辩状的，不影响人民法院审理”
    dated="answered_on",
    asks=("evidence_filed", "own_evidence"),
    needs=("defence",),
    guards=(
        Guard(
            L[34, 1],
            Q(evidence_filed=True) | Q(extension_asked_on__isnull=False),
            _("应当同时提供作出行政行为的证据和所依据的规范性文件；不能提供的，须先申请延期"),
        ),
    ),
    yields=[
        Document("defence_statement", _("行政答辩状"), L[67, 1], compose=papers.defence_statement, word="应答"),
        Document("litigation_mandate", _("授权委托书"), J[131, 2], compose=papers.mandate, word="应委"),
    ],
)
summons = Step(
    "summons",
    _("收到开庭传票、出庭通知"),
    A[5, 2],
    court,
    after=[complaint],
    only=SERVED & Q(effective_on=None),
    must=NEVER,
    dated="summoned_on",
    asks=("head_called", "hearing_at"),
    repeats=True,
)
_absence = Document(
    "absence_statement",
    _("行政机关负责人不能出庭应诉的情况说明"),
    A[9, 1],
    compose=papers.absence_statement,
    word="应说",
)
_identity = Document("head_identity", _("出庭应诉负责人身份证明"), A[6, 1], compose=papers.head_identity, word="应身")
hearing = Step(
    "court_hearing",
    _("一审开庭"),
    L[3, 3],
    defendant,
    after=[complaint],
    only=UNJUDGED,
    must=NEVER,
    dated="hearing_on",
    asks=("attendant", "absence", "absence_proved", "spoke"),
    needs=("attended",),
    repeats=True,
    guards=(
        # 出庭规定第十一条第三款: “应当就实质性解决行政争议发表意见”.
        Guard(
            A[11, 3],
            Q(spoke=True) | Q(hearing_on__lt=APPEARANCE_RULES) | ~Q(attended__in=["principal", "deputy", "in_charge"]),
            _("负责人出庭应诉的，应当就实质性解决行政争议发表意见"),
        ),
    ),
    yields=[_identity, _absence],
)


def _result(key: str, name: Label, cites: Cite) -> Outcome:
    return Outcome(key, name, cites, sets={"first_result": key})


# 第八十九条第一款第（三）项: what is sent back is judged anew; the appeal of before counts no more.
judgment = Step(
    "judgment",
    _("一审裁判"),
    L[80, 1],
    court,
    after=[complaint],
    only=UNJUDGED | (REMANDED & Q(effective_on=None)),
    repeats=True,
    clears=("appealed_on", "appeal_copy_on", "appeal_answered_on", "second_judged_on"),
    must=UNJUDGED,
    dated="judged_on",
    asks=("judgment_served_on", "ruling_served_on", "holding"),
    interim=True,
    outcomes=[
        _result("dismissed", _("判决驳回诉讼请求"), L[69]),
        _result("not_admitted", _("裁定驳回起诉"), J[69, 1]),
        _result("withdrawn", _("裁定准许撤诉"), L[62]),
        _result("mediated", _("调解结案"), L[60, 1]),
        _result("revoked", _("判决撤销"), L[70]),
        _result("partly_revoked", _("判决部分撤销"), L[70]),
        _result("performance", _("判决履行法定职责"), L[72]),
        _result("payment", _("判决履行给付义务"), L[73]),
        _result("unlawful", _("判决确认违法"), L[74]),
        _result("void", _("判决确认无效"), L[75]),
        _result("changed", _("判决变更"), L[77, 1]),
        _result("agreement", _("判决承担行政协议责任"), L[78]),
        _result("other", _("其他裁判"), L[80, 1]),
    ],
)
# “判决书送达之日起十五日内”, “裁定书送达之日起十日内”; the other side may have been served on a later day.
appeal = Step(
    "appeal",
    _("上诉"),
    L[85],
    defendant,
    after=[judgment],
    only=JUDGED & Q(effective_on=None),
    must=NEVER,
    dated="appealed_on",
    lapses=[
        Lapse(L[85], "judgment_served_on", L.days(15), says=_("超过判决书送达之日起十五日")),
        Lapse(L[85], "ruling_served_on", L.days(10), says=_("超过裁定书送达之日起十日")),
    ],
    repeats=True,
)
other_appeal = Step(
    "other_appeal",
    _("对方当事人上诉，收到上诉状副本"),
    J[108, 2],
    opponent,
    after=[judgment],
    only=JUDGED & Q(effective_on=None),
    must=NEVER,
    dated="appeal_copy_on",
    needs=("appealed_on",),
    repeats=True,
)
appeal_answer = Step(
    "appeal_answer",
    _("二审答辩"),
    J[108, 2],
    defendant,
    after=[other_appeal],
    only=Q(appeal_copy_on__isnull=False, effective_on=None),
    must=NEVER,
    dated="appeal_answered_on",
)
second_hearing = Step(
    "second_hearing",
    _("二审开庭"),
    A[7, 2],
    defendant,
    after=[judgment],
    only=Q(appealed_on__isnull=False, second_judged_on=None),
    must=NEVER,
    dated="second_hearing_on",
    asks=("second_attendant", "second_absence", "second_absence_proved"),
    needs=("second_attended",),
    repeats=True,
    yields=[_absence],
)
second_judgment = Step(
    "second_judgment",
    _("二审裁判"),
    L[88],
    court,
    after=[judgment],
    only=Q(appealed_on__isnull=False, effective_on=None),
    must=Q(appealed_on__isnull=False),
    dated="second_judged_on",
    interim=True,
    repeats=True,
    outcomes=[
        Outcome("upheld", _("驳回上诉，维持原裁判"), L[89, 1, 1], sets={"second_result": "upheld"}),
        Outcome("altered", _("改判、撤销或者变更"), L[89, 1, 2], sets={"second_result": "altered"}),
        Outcome("remanded", _("发回重审"), L[89, 1, 3], sets={"second_result": "remanded"}),
        Outcome("withdrawn", _("准许撤回上诉"), L[62], sets={"second_result": "withdrawn"}),
    ],
)
