"""行政复议的审理 ——《行政复议法》（2023年修订）第四章；实施条例（2007年至2026-06-30，2026年自2026-07-01）。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Ground, Guard, Limit, Outcome, Step, Wait
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as OLD
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration_examination as papers
from fadu.procedures.reconsideration_acceptance import NEW_RULES, acceptance, deemed_acceptance
from fadu.procedures.reconsideration_roles import examiner, examiners, office, office_head, respondent

ACCEPTED = Q(accepted_on__isnull=False)
ENDED = (
    Q(decided_on__isnull=False)
    | Q(dismissed_on__isnull=False)
    | Q(terminated_on__isnull=False)
    | Q(mediation_signed_on__isnull=False)
)
RUNNING = ACCEPTED & ~ENDED
BRIEF = Q(summary=True, converted_on=None)  # 简易程序
SUSPENDED = Q(suspended_on__isnull=False, resumed_on=None)
GOING_ON = RUNNING & (Q(suspended_on=None) | Q(resumed_on__isnull=False))
HEARING = ("hearing_place", "hearing_matters")

allocation = Step(
    "allocation",
    _("指定行政复议人员"),
    L[36, 1],
    office_head,
    after=[acceptance, deemed_acceptance],
    only=RUNNING,
    dated="allocated_on",
    needs=("examiners",),
    guards=(
        Guard(
            OLD[32],
            Q(examiners__gte=2) | Q(allocated_on__gte=NEW_RULES),
            _("审理行政复议案件，应当由2名以上行政复议人员参加"),
        ),
        Guard(
            R[39],
            Q(examiners__gte=2) | (BRIEF & Q(examiners=1)) | Q(allocated_on__lt=NEW_RULES),
            _("审理行政复议案件，应当由2名以上行政复议人员参加；适用简易程序的，可以由1名审理"),
        ),
    ),
)
conversion = Step(
    "conversion",
    _("转为普通程序"),
    L[55],
    office_head,
    after=[acceptance, deemed_acceptance],
    only=RUNNING & Q(summary=True, converted_on=None),
    must=NEVER,
    dated="converted_on",
    told=_("你的案件转为普通程序审理"),
)
sending = Step(
    "sending",
    _("发送申请书副本，通知答复"),
    L[48],
    office,
    after=[acceptance, deemed_acceptance],
    only=RUNNING,
    dated="sent_on",
    yields=[
        Document(
            "answer_notice",
            _("行政复议答复通知书"),
            L[48],
            compose=papers.answer_notice,
            word="复答",
            served=True,
        )
    ],
    told=_("申请书副本已经发给被申请人，要求其书面答复并提交证据"),
)
reaching = Step(
    "reaching",
    _("被申请人收到申请书副本"),
    L[48],
    office,
    after=[sending],
    only=RUNNING,
    dated="reached_on",
    serves="answer_notice",
)
answer = Step(
    "answer",
    _("被申请人答复并提交证据"),
    L[48],
    respondent,
    after=[reaching],
    only=RUNNING,
    must=NEVER,  # 第七十条 says what follows when there is none
    dated="answered_on",
    asks=("third_proved", "own_evidence"),
    needs=("answer", "evidence_handed"),
    told=_("被申请人已经答复，你可以查阅、复制答复和证据材料"),
)
file_reading = Step(
    "file_reading",
    _("申请人、第三人查阅、复制材料"),
    L[47],
    office,
    after=[answer],
    only=RUNNING,
    must=NEVER,
    repeats=True,
)
gathering = Step(
    "gathering",
    _("调查取证"),
    L[45, 1],
    examiners,
    after=[acceptance, deemed_acceptance],
    only=GOING_ON,
    must=NEVER,
    dated="gathered_on",
    asks=("examined_from", "examined_until"),
    needs=("gathered",),
    repeats=True,
)
# 第四十九条 “适用普通程序审理的”; in the summary procedure the papers are enough (第五十四条第二款).
listening = Step(
    "listening",
    _("听取当事人的意见"),
    L[49],
    examiner,
    after=[acceptance, deemed_acceptance],
    only=GOING_ON,
    must=~BRIEF,
    dated="heard_on",
    outcomes=[
        Outcome("heard", _("已经听取意见"), L[49], needs=("heard_by", "views")),
        Outcome("unheard", _("因当事人原因不能听取意见，书面审理"), L[49], needs=("unheard_reason",)),
    ],
    interim=True,
    repeats=True,
    told=_("行政复议机构听取了当事人的意见，并记录在案"),
)
# 第五十条第一款 “应当组织听证”: 重大、疑难、复杂; else it may be held.
hearing_notice = Step(
    "hearing_notice",
    _("通知听证"),
    L[51, 1],
    office,
    after=[sending],
    only=GOING_ON,
    must=Q(major=True),
    dated="hearing_told_on",
    needs=("hearing_at", *HEARING),
    strand="hearing",
    repeats=True,
    yields=[
        Document(
            "reconsideration_hearing_notice",
            _("行政复议听证通知书"),
            L[51, 1],
            compose=papers.hearing_notice,
            word="复听",
            served=True,
        )
    ],
    told=_("行政复议机构将组织听证，时间、地点和听证事项见通知"),
)
hearing = Step(
    "hearing",
    _("举行听证"),
    L[50, 3],
    examiner,
    after=[hearing_notice],
    only=GOING_ON & Q(hearing_told_on__isnull=False),
    must=Q(major=True) | Q(hearing_told_on__isnull=False),
    dated="hearing_on",
    asks=("applicant_absent", "respondent_head", "head_absence", "head_agent"),
    needs=("presider", "assessor", "second_assessor", "recorder", "hearing_record"),
    waits=[
        Wait(L[51, 1], "hearing_told_on", L.days(5), says=_("应当于举行听证的五日前书面通知当事人"), back=True),
    ],
    strand="hearing",
    yields=[Document("hearing_minutes", _("行政复议听证笔录"), L[50, 3], compose=papers.hearing_minutes)],
    told=_("听证已经举行，听证笔录是作出决定的根据之一"),
)
consultation = Step(
    "consultation",
    _("提请行政复议委员会提出咨询意见"),
    L[52, 2],
    office,
    after=[acceptance, deemed_acceptance],
    only=GOING_ON,
    must=Q(major=True) | Q(technical=True),
    dated="consulted_on",
    needs=("committee_opinion",),
)
stay = Step(
    "stay",
    _("停止执行"),
    L[42],
    examiner,
    after=[acceptance, deemed_acceptance],
    only=RUNNING,
    must=NEVER,
    dated="stayed_on",
    needs=("stay_ground",),
    yields=[
        Document("stay_notice", _("停止执行通知书"), L[42], compose=papers.stay_notice, word="复停", served=True),
    ],
    told=_("行政复议期间，被申请的行政行为停止执行"),
)
suspension = Step(
    "suspension",
    _("中止审理"),
    L[39, 1],
    examiner,
    after=[acceptance, deemed_acceptance],
    only=RUNNING & Q(suspended_on=None),
    must=NEVER,
    dated="suspended_on",
    asks=("norm", "norm_own_motion", "norm_competent", "norm_maker"),
    needs=("suspension_ground",),
    guards=(
        Guard(
            L[39, 1, 9],
            ~Q(suspension_ground="norm") | (~Q(norm="") & ~Q(norm_maker="")),
            _("因附带审查中止的，须写明规范性文件或者依据和制定机关"),
        ),
    ),
    yields=[
        Document(
            "suspension_notice",
            _("行政复议中止通知书"),
            L[39, 3],
            compose=papers.suspension_notice,
            word="复中",
            served=True,
        ),
    ],
    told=_("行政复议中止，中止期间不计入审理期限"),
)
extension = Step(
    "extension",
    _("延长审理期限"),
    L[62, 1],
    office_head,
    after=[acceptance, deemed_acceptance],
    only=GOING_ON & ~BRIEF,
    must=NEVER,
    dated="extended_on",
    needs=("extension_days", "extension_reason"),
    guards=(Guard(L[62, 1], Q(extension_days__lte=30), _("延长期限最多不得超过三十日")),),
    yields=[
        Document(
            "extension_notice",
            _("行政复议延期审理通知书"),
            L[62, 1],
            compose=papers.extension_notice,
            word="复延",
            served=True,
        ),
    ],
    told=_("案情复杂，审理期限延长，最多三十日"),
)

STEPS = (
    allocation,
    conversion,
    sending,
    reaching,
    answer,
    file_reading,
    gathering,
    listening,
    hearing_notice,
    hearing,
    consultation,
    stay,
    suspension,
    extension,
)

# 第三十九条第一款 stops the course; 第四十八条 and the like are not stopped by it. A second suspension is entered on
# the limit itself: the record holds the days of the first.
stopped = Ground(
    "suspended", _("行政复议中止"), L[39, 1], by=examiner, times=0, since="suspended_on", until="resumed_on"
)
inspected = Ground(
    "inspected", _("现场勘验、鉴定"), R[45], by=examiner, times=0, since="examined_from", until="examined_until"
)  # 条例第四十五条、第四十六条; 2007年条例第三十四条第三款、第三十七条 say the same
LIMITS = (
    Limit("sending", _("七日内发送被申请人"), L[48], "accepted_on", [sending], within=L.days(7), only=~BRIEF),
    Limit("summary_sending", _("三日内发送被申请人"), L[54, 1], "accepted_on", [sending], within=L.days(3), only=BRIEF),
    Limit(
        "answer",
        _("被申请人十日内答复"),
        L[48],
        "reached_on",
        [answer],
        within=L.days(10),
        only=~BRIEF,
        whose="party",
        missed=_("视为该行政行为没有证据、依据（第七十条）"),
    ),
    Limit(
        "summary_answer",
        _("被申请人五日内答复"),
        L[54, 1],
        "reached_on",
        [answer],
        within=L.days(5),
        only=BRIEF,
        whose="party",
        missed=_("视为该行政行为没有证据、依据（第七十条）"),
    ),
)
