"""行政复议、行政应诉、建议和府院联动 of a plan: driven as far as the report says, else left open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from fadu.engine.acts import Comer, open_case
from fadu.journals.entry import enter, enter_many
from fadu.journals.joint_sessions import JointSession, ListedMatter, settle
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import PostKind
from fadu.procedures.suggestion_record import PROCURATORIAL
from fadu.replay import staff
from fadu.replay.county import County, Entry
from fadu.replay.driver import Answer, Move, Team, drive
from fadu.replay.driver import at_work as at
from fadu.replay.stories import TRIAL

_ACCEPTED = (Move("receipt"), Move("acceptance"), Move("allocation"))
_ANSWERED = (*_ACCEPTED, Move("sending", 3), Move("reaching", 1), Move("answer", 3))
# All five reports are of years under the law of 2017, in which the parties need not be heard.
_PROPOSED = (*_ANSWERED, Move("proposal", 5))
RECONSIDERED: Mapping[str, Sequence[Move]] = {
    "received": (Move("receipt"),),
    "refused": (Move("receipt"), Move("refusal", 3)),
    "accepted": _ACCEPTED,
    "open": _ANSWERED,
    "withdrawn": (*_ANSWERED, Move("withdrawal", 2), Move("termination", 1), Move("closing")),
    "dismissed": (*_ANSWERED, Move("dismissal", 3), Move("closing")),
    **{
        kind: (*_PROPOSED, Move("decision", 2, kind), Move("service", 2), Move("closing", 1))
        for kind in ("upheld", "revoked", "unlawful", "changed")
    },
}
GROUNDS = {"upheld": "sound", "revoked": "unclear", "unlawful": "procedure", "changed": "unfit"}
SUED: Mapping[str, Sequence[Move]] = {
    "received": (Move("complaint_service"),),
    "heard": (Move("complaint_service"), Move("defence", 5), Move("court_hearing", 10)),
}


def reconsideration(kind: str, on: date) -> dict[str, Answer]:
    """Answers of an invented reconsideration that ends in ``kind``."""
    return {
        "channel": "paper",
        "respondent": f"测试县某局{TRIAL}",
        "kind": "penalty",
        "act": f"行政处罚决定{TRIAL}",
        "requests": f"撤销行政处罚决定{TRIAL}",
        "pleaded": f"事实不清{TRIAL}",
        "act_on": on - timedelta(days=20),
        "knew_on": on - timedelta(days=15),
        "applied_on": on,
        "accepted_on": on,
        "examiners": 2,
        "refusal_ground": "interest",
        "refusal_reason": f"不符合受理条件{TRIAL}",
        "answer": f"答复意见{TRIAL}",
        "evidence_handed": True,
        "heard_by": "phone",
        "views": f"意见{TRIAL}",
        "findings": f"审理查明的事实{TRIAL}",
        "proposal": f"审理意见{TRIAL}",
        "ground": GROUNDS.get(kind, ""),
        "reasons": f"决定理由{TRIAL}",
        "basis": f"相关法律规定{TRIAL}",
        "content": f"决定内容{TRIAL}",
        "withdrawal_reason": f"自愿撤回{TRIAL}",
        "termination_ground": "withdrawn",
    }


def lawsuit(result: str, *, duty: bool) -> dict[str, Answer]:
    """Answers of an invented suit that ends in ``result``, with something to perform if ``duty``."""
    return {
        "court": "测试县人民法院",
        "act": f"行政处罚决定{TRIAL}",
        "claims": f"撤销行政处罚决定{TRIAL}",
        "defence": f"答辩意见{TRIAL}",
        "evidence_filed": True,
        "attended": "deputy",
        "attendant": "测试人员，副职负责人",
        "spoke": True,
        "judgment_served_on": lambda on: on,
        "result": result,
        "duty": f"判决确定的义务{TRIAL}" if duty else "",
        "performance": f"已经履行{TRIAL}",
    }


def office(county: County, key: str) -> Team:
    """The people of a reconsideration organ, made when first needed; its head leads the reconsideration office too."""
    name = f"reconsideration {key}"
    if name not in county.teams:
        organ = county.organs[key]
        since = date(county.scenario.year - 3, 1, 1)
        first, second, head, principal, clerk = staff.enlist(f"{county.prefix}-{key}", 1, 5)
        for people, post in (
            ([first, second], PostKind.EXAMINER),
            ([head], PostKind.HEAD),
            ([head], PostKind.OFFICE_HEAD),
            ([principal], PostKind.PRINCIPAL),
            ([clerk], PostKind.CLERK),
        ):
            staff.appoint(people, [organ], post, since)
        # No legal reviewer and no presider: neither has a part here, and the reviewers are themselves counted.
        county.teams[name] = Team(organ, [first, second], head, principal, head, head, head, clerk)
    return county.teams[name]


def spread(county: County, count: int, entry: Entry, room: int = 40) -> list[date]:
    """``count`` working days between the entry's ``since`` and ``until``, leaving ``room`` working days at the end."""
    calendar = standard_calendar()
    year = county.scenario.year
    first = calendar.onward(date.fromisoformat(entry.get("since", f"{year}-01-01")))
    last = date.fromisoformat(entry.get("until", f"{year}-12-31"))
    length = max(calendar.between(first, last) - room, 1)
    return [calendar.after(first, place * length // max(count, 1)) if place else first for place in range(count)]


def _driven(
    county: County,
    entry: Entry,
    procedure: str,
    ends: Sequence[str],
    moves: Callable[[str], Sequence[Move]],
    story: Callable[[str, date], Mapping[str, Answer]],
    room: int = 40,
) -> None:
    of = office(county, entry["organ"])
    for place, (end, on) in enumerate(zip(ends, spread(county, len(ends), entry, room), strict=True), start=1):
        party: Comer = county.party()
        case = open_case(
            procedure, organ=of.organ, title=f"{entry.get('title', '示例案')}{TRIAL}", by=of.officers[0], on=on,
            officers=of.officers, parties=[party], now=at(on, 9),
        )  # fmt: skip
        drive(case, moves(end), story(end, on), of, on)
        if not place % 50 or place == len(ends):
            county.told(f"{procedure} {entry['organ']}", place, len(ends))


def reconsiderations(county: County, entry: Entry) -> None:
    """Applications by how they ended: ``ends`` gives the number of each of ``RECONSIDERED``."""
    ends = list(chain.from_iterable([end] * number for end, number in entry["ends"].items()))
    _driven(county, entry, "reconsideration", ends, RECONSIDERED.__getitem__, reconsideration)


def lawsuits(county: County, entry: Entry) -> None:
    """Suits by their judgment, or only ``received`` or ``heard``; with ``duty`` each has something to perform."""
    duty = bool(entry.get("duty"))
    ends = list(chain.from_iterable([end] * number for end, number in entry["ends"].items()))

    def moves(end: str) -> Sequence[Move]:
        if end in SUED:
            return SUED[end]
        last = (Move("performance", 1), Move("closing")) if duty else (Move("closing"),)
        return (*SUED["heard"], Move("judgment", 5, end), Move("effect", 12), *last)

    _driven(county, entry, "litigation_response", ends, moves, lambda end, _on: lawsuit(end, duty=duty))


def suggestions(county: County, entry: Entry) -> None:
    """Suggestions of a court or a procuratorate, ``replied`` of them answered; the others only received."""
    kind, replied = entry["kind"], min(int(entry.get("replied", 0)), int(entry["count"]))
    prosecutor = kind in dict(PROCURATORIAL)
    ends = ["replied"] * replied + ["received"] * (int(entry["count"]) - replied)
    story = {
        "issuer": "测试县人民检察院" if prosecutor else "测试县人民法院",
        "kind": kind,
        "suggested": f"建议内容{TRIAL}",
        "reply": f"答复内容{TRIAL}",
    }
    received = (Move("suggestion_receipt"),)
    answered = (*received, Move("suggestion_reply", 10, "adopted"), Move("closing"))
    _driven(
        county, entry, "procuratorial_suggestion" if prosecutor else "judicial_suggestion", ends,
        lambda end: answered if end == "replied" else received, lambda _end, _on: story, room=15,
    )  # fmt: skip


def responses(county: County, entry: Entry) -> None:
    """Cases in which the organ was itself the respondent: answered; how they were decided no report prints."""
    story = {
        "reconsideration_organ": f"测试市人民政府{TRIAL}",
        "act": f"行政行为{TRIAL}",
        "answer": f"答复意见{TRIAL}",
        "evidence_handed": True,
        "agents": 2,
    }
    moves = (Move("copy_receipt"), Move("answer", 5))
    ends = ["answered"] * int(entry["count"])
    _driven(county, entry, "reconsideration_answer", ends, lambda _end: moves, lambda _end, _on: story)


def joint_sessions(county: County, entry: Entry) -> None:
    """Sessions with the court, and matters of their list that were settled."""
    organ, by = county.organ(entry), staff.script()
    for on in spread(county, int(entry["count"]), entry):
        session = enter(JointSession(organ=organ, on=on, title=f"府院联席会议{TRIAL}", court="测试县人民法院"), by=by)
        matters = [
            ListedMatter(organ=organ, on=on, session=session.title, matter=f"清单事项{place}{TRIAL}")
            for place in range(1, int(entry["settled"]) + 1)
        ]
        for each in enter_many(matters, by=by):
            settle(each, on=on + timedelta(days=30), progress=f"解决到位{TRIAL}", by=by)
        entry = {**entry, "settled": 0}
    county.told("joint sessions", int(entry["count"]), int(entry["count"]))


DOES: Mapping[str, Callable[[County, Entry], None]] = {
    "reconsiderations": reconsiderations,
    "responses": responses,
    "lawsuits": lawsuits,
    "suggestions": suggestions,
    "joint_sessions": joint_sessions,
}
