"""示例县的行政复议和行政应诉: reconsiderations at every stage, suits, suggestions, a joint session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fadu.engine.acts import Comer, open_case
from fadu.engine.models import Case
from fadu.journals.entry import enter, enter_many
from fadu.journals.joint_sessions import JointSession, ListedMatter, settle
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import PostKind
from fadu.replay import staff
from fadu.replay.driver import Answer, Move, Team, at_work, drive
from fadu.replay.reconsidering import lawsuit, reconsideration
from fadu.replay.stories import TRIAL

if TYPE_CHECKING:
    from fadu.replay.demo import Demo

MET = ("parties_clear", "interested", "specific", "in_time", "in_scope", "own_jurisdiction", "first_time")
ACCEPTED = (Move("receipt"), Move("screening", 1), Move("acceptance", 1), Move("allocation"))
ANSWERED = (*ACCEPTED, Move("sending", 2), Move("reaching", 1), Move("answer", 5))
PROPOSED = (*ANSWERED, Move("listening", 3, "heard"), Move("proposal", 5))
ENDED = (Move("service", 2), Move("closing", 1))
CORRECTED = (Move("receipt"), Move("correction_notice", 1), Move("correction_service", 1))
SUED = (Move("complaint_service"), Move("allocation"), Move("defence", 8), Move("court_hearing", 12))
JUDGED = (*SUED, Move("judgment", 5, "revoked"), Move("effect", 12))
GROUNDS = {"upheld": "sound", "revoked": "unclear", "unlawful": "irrevocable"}
KINDS = ("upheld", "upheld", "revoked", "unlawful")


def show(demo: Demo) -> None:
    """The county's reconsiderations and what came of them in court."""
    team = _office(demo)
    _closed(demo, team)
    _open(demo, team)
    _contest(demo, team)
    _market(demo)
    _session(demo)


def _office(demo: Demo) -> Team:
    """The government's reconsideration office: the demonstration's officer examines, its head leads the office."""
    organ, since = demo.organs["government"], date(demo.today.year - 3, 1, 1)
    (second,) = staff.enlist("demo-examiner", 1, 1)
    officer, head, clerk = demo.people["officer"], demo.people["head"], demo.people["clerk"]
    for people, kind in (
        ([officer, second], PostKind.EXAMINER),
        ([head], PostKind.OFFICE_HEAD),
        ([head], PostKind.HEAD),
        ([clerk], PostKind.CLERK),
    ):
        staff.appoint(people, [organ], kind, since, usual=kind == PostKind.EXAMINER)
    return Team(organ, [officer, second], head, head, head, head, head, clerk)


def _run(
    demo: Demo,
    team: Team,
    title: str,
    since: int,
    moves: Sequence[Move],
    kind: str = "upheld",
    party: Comer | None = None,
    related: Sequence[tuple[Case, str]] = (),
    more: Mapping[str, Answer] | None = None,
) -> Case:
    """A reconsideration received ``since`` working days ago, as far as today."""
    on = demo.ago(since)
    story = {
        **reconsideration(kind, on), **dict.fromkeys(MET, True), "respondent": "示例县市场监督管理局",
        "ground": GROUNDS.get(kind, "sound"), "perform_by": demo.today + timedelta(days=20), **(more or {}),
    }  # fmt: skip
    story.pop("accepted_on")
    case = open_case(
        "reconsideration", organ=team.organ, title=title, by=team.officers[0], on=on, officers=team.officers,
        parties=[party or demo.party()], related=related, now=at_work(on, 9),
    )  # fmt: skip
    drive(case, moves, story, team, on, until=demo.today, papers=True)
    return case


def _closed(demo: Demo, team: Team) -> None:
    ends: tuple[tuple[str, Sequence[Move]], ...] = (
        *((kind, (*PROPOSED, Move("decision", 2, kind), *ENDED)) for kind in KINDS),
        ("", (*ANSWERED, Move("mediation", 3), Move("mediation_signing"), Move("performance", 2), Move("closing"))),
        ("", (*ANSWERED, Move("withdrawal", 2), Move("termination", 1), Move("closing"))),
        ("", (Move("receipt"), Move("screening", 1), Move("refusal", 2))),
    )
    for place, (kind, moves) in enumerate(ends):
        more: Mapping[str, Answer] = {"agreement": f"减轻处罚{TRIAL}", "performance": f"已经履行{TRIAL}"}
        _run(demo, team, "不服市场监管处罚申请行政复议", 220 - place * 22, moves, kind, more=more)


def _open(demo: Demo, team: Team) -> None:
    tomorrow = standard_calendar().after(demo.today, 6)
    notice = (*ANSWERED, Move("listening", 1, "heard"), Move("hearing_notice", 1))
    hearing: Mapping[str, Answer] = {
        "major": True, "hearing_at": at_work(tomorrow, 9), "hearing_place": "示例县行政复议听证室",
        "hearing_matters": f"违法事实{TRIAL}",
    }  # fmt: skip
    brief: Mapping[str, Answer] = {
        "summary": True, "summary_ground": "small", "plain": True, "amount_at_stake": 2000, "examiners": 1,
    }  # fmt: skip
    stopped = (*ANSWERED, Move("suspension", 1))
    _run(demo, team, "不服罚款决定申请行政复议", 1, ACCEPTED[:1], party=demo.citizen())
    _run(demo, team, "不服吊销决定申请行政复议", 4, ACCEPTED[:1])  # tomorrow is the fifth day
    _run(demo, team, "不服查封措施申请行政复议", 8, ACCEPTED[:2])  # past it: deemed accepted
    _run(
        demo,
        team,
        "申请履行职责行政复议",
        6,
        CORRECTED,
        party=demo.citizen(),
        more={"correction_items": f"身份证明{TRIAL}"},
    )
    _run(demo, team, "不服警告决定申请行政复议", 20, ANSWERED, party=demo.citizen())
    _run(demo, team, "不服没收决定申请行政复议", 39, PROPOSED)  # near the sixtieth day
    _run(demo, team, "不服小额罚款申请行政复议", 26, ANSWERED, more=brief)  # past the thirtieth
    _run(demo, team, "不服停产停业决定申请行政复议", 18, notice, more=hearing)
    _run(demo, team, "不服行政强制申请行政复议", 30, stopped, more={"suspension_ground": "other_case"})


def _contest(demo: Demo, team: Team) -> None:
    """A penalty of the market bureau, contested before the government and then in court."""
    closed = Case.objects.filter(procedure="penalty_ordinary", organ=demo.organs["market"], closed_on__isnull=False)
    penalty = closed.last()
    related = [(penalty, "contests")] if penalty else []
    moves = (*PROPOSED, Move("decision", 2, "upheld"), *ENDED)
    case = _run(demo, team, "不服销售过期食品处罚申请行政复议", 80, moves, "upheld", demo.citizen(), related)
    _litigate(demo, "不服处罚决定提起诉讼", 50, SUED, [*related, (case, "follows")], demo.citizen())


def _litigate(
    demo: Demo,
    title: str,
    since: int,
    moves: Sequence[Move],
    related: Sequence[tuple[Case, str]] = (),
    party: Comer | None = None,
    result: str = "revoked",
) -> None:
    team, on = demo.teams["market"], demo.ago(since)
    story = {**lawsuit(result, duty=False), "court": "示例县人民法院", "undertaker": f"法规股{TRIAL}"}
    case = open_case(
        "litigation_response", organ=team.organ, title=title, by=team.officers[0], on=on, officers=team.officers,
        parties=[party or demo.party()], related=related, now=at_work(on, 9),
    )  # fmt: skip
    drive(case, moves, story, team, on, until=demo.today, papers=True)


def _market(demo: Demo) -> None:
    """What the market bureau has to answer: suits, a reconsideration, suggestions, an application handed in."""
    _litigate(demo, "不服吊销执照提起诉讼", 9, SUED[:2])  # near the fifteenth day
    _litigate(demo, "不服罚款决定提起诉讼", 14, SUED[:2])  # past it
    _litigate(demo, "不服查封措施提起诉讼", 90, (*JUDGED, Move("loss_review", 3), Move("closing")))
    _other(demo, "reconsideration_answer", "行政复议答复", 8, (Move("copy_receipt"),), {
        "reconsideration_organ": "示例县人民政府", "act": f"行政处罚决定{TRIAL}",
    })  # fmt: skip
    _other(demo, "reconsideration_hand_in", "当场处罚的行政复议申请", 3, (Move("hand_in"),), {
        "penalty": "on_the_spot", "act": f"当场处罚决定{TRIAL}", "channel": "paper",
    })  # fmt: skip
    letter = {"issuer": "示例县人民检察院", "kind": "general", "suggested": f"建议内容{TRIAL}", "reply": f"答复{TRIAL}"}
    answered = (Move("suggestion_receipt"), Move("suggestion_reply", 20, "adopted"), Move("closing"))
    _other(demo, "procuratorial_suggestion", "检察建议（食品安全监管）", 40, answered[:1], letter)
    _other(demo, "procuratorial_suggestion", "检察建议（校园周边）", 120, answered, letter)
    court = {**letter, "issuer": "示例县人民法院", "kind": "governance"}
    _other(demo, "judicial_suggestion", "司法建议（规范处罚程序）", 10, answered[:1], court)


def _other(
    demo: Demo, procedure: str, title: str, since: int, moves: Sequence[Move], story: Mapping[str, Answer]
) -> None:
    team, on = demo.teams["market"], demo.ago(since)
    case = open_case(
        procedure, organ=team.organ, title=title, by=team.officers[0], on=on, officers=team.officers,
        parties=[demo.citizen() if procedure == "reconsideration_hand_in" else demo.party()], now=at_work(on, 9),
    )  # fmt: skip
    drive(case, moves, story, team, on, until=demo.today, papers=True)


def _session(demo: Demo) -> None:
    """A joint session a quarter ago, one matter of its list settled."""
    organ, by, on = demo.organs["government"], demo.people["clerk"], demo.ago(60)
    title, due = f"府院联席会议{TRIAL}", demo.today + timedelta(days=30)
    enter(JointSession(organ=organ, on=on, title=title, court="示例县人民法院", presider="示例县领导"), by=by)
    rows = enter_many(
        [
            ListedMatter(organ=organ, on=on, session=title, matter=f"{matter}{TRIAL}", due_on=due)
            for matter in ("规范送达地址确认", "破产企业注销登记", "行政案件负责人出庭通报")
        ],
        by=by,
    )
    settle(rows[0], on=demo.ago(20), progress=f"已经统一文书{TRIAL}", by=by)
