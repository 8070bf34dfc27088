"""The editions held, one value each, and how each counts days and runs its periods.

Which 日 are working days, each edition says itself or not at all:

* 行政处罚法2021第八十五条 “二日”“三日”“五日”“七日”; 行政强制法第六十九条 “十日以内期限”; 行政复议法2023第八十八条第二款 adds “十日”, the 2017
  edition (第四十条第二款) has only “五日”、“七日”; 行政许可法第八十二条 “行政机关实施行政许可的期限”, so not the applicant's.
* Everywhere else 日 are calendar days unless the provision writes 工作日: then ``working_days(n)``.

How a period begins and whether it rolls over a day off: ``running_by``. Where the statute is silent see ``_silent``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from fadu.law.periods import ORGAN, PARTY, Running, Whose
from fadu.law.statute import Cite, Kind, NoSuchProvision, Statute

LAW, REGULATION, PARTY_REGULATION = Kind.LAW, Kind.REGULATION, Kind.PARTY_REGULATION
INTERPRETATION, RULES, LOCAL = Kind.INTERPRETATION, Kind.RULES, Kind.LOCAL
ALWAYS: Final = date.min

STATUTES: dict[str, Statute] = {}


class EditionNotHeld(LookupError):
    """No edition in force on that day is held (未见原文), or no statute of that name."""


def edition(key: str) -> Statute:
    """The edition by its key, ``penalty-2021``. Raises EditionNotHeld."""
    if key not in STATUTES:
        raise EditionNotHeld(f"no edition {key!r} is held; the keys are listed by: fadu law editions")
    return STATUTES[key]


def cite(key: str) -> Cite:
    """The citation stored as ``penalty-2021/57.1.4``. Raises EditionNotHeld, NoSuchProvision."""
    name, slash, path = key.partition("/")
    parts = path.split(".") if slash and path else []
    if not 1 <= len(parts) <= 3 or not all(p.isdecimal() or (p == "" and at == 1) for at, p in enumerate(parts) if at):
        raise NoSuchProvision(f"{key!r} is not a citation key; write e.g. penalty-2021/57.1.4")
    return edition(name)[(parts[0], *(int(part) if part else None for part in parts[1:]))]


def editions(name: str) -> list[Statute]:
    """All editions held of a statute, by its name or short name, earliest first."""
    wanted = name.removeprefix("中华人民共和国").strip("《》")
    found = [statute for statute in STATUTES.values() if wanted in {statute.name, statute.short}]
    return sorted(found, key=lambda statute: (statute.in_force or statute.adopted, statute.adopted))


def in_force_on(name: str, day: date) -> Statute:
    """The edition of the statute ``name`` in force on ``day``.

    Raises EditionNotHeld where the edition then in force is not among those held: it is never replaced by a neighbour.
    """
    held = editions(name)
    if not held:
        raise EditionNotHeld(f"no statute named {name!r} is held")
    for statute in held:
        if statute.in_force and statute.in_force <= day and (statute.until is None or day <= statute.until):
            return statute
    spans = "; ".join(f"{s.key}: {s.in_force or '施行日未见'} – {s.until or '现行'}" for s in held)
    raise EditionNotHeld(f"《{name}》: the edition in force on {day} is not held（未见原文）; held are {spans}")


def _among(*numbers: int) -> Callable[[int], bool]:
    return frozenset(numbers).__contains__


def _up_to(number: int) -> Callable[[int], bool]:
    return lambda days: days <= number


def _all_days(days: int) -> bool:
    return days > 0


# 行政处罚法, 行政强制法, 行政许可法 and most regulations do not say how a period begins or ends. Chosen reading (期间计算要点④
# “机关期限按从严、当事人期限按从宽取值”):
# - the opening day is not counted, for both: 民法典第二百零一条 “开始的当日不计入”, the general law since 2021-01-01;
# - a party's period that would end on a day off ends after it: 民法典第二百零三条 “以法定休假日结束的次日为期间的最后一日”;
# - an organ's is not moved: no public-law provision gives it the longer time, and 民法典第二百零四条 gives way “法律另有规定”;
#   an organ that keeps the earlier day is in time on either reading;
# - hours run from the very moment: 民法典第二百零一条第二款 “自法律规定或者当事人约定的时间开始计算”;
# - before 2021-01-01 the general law (民法通则, 民法总则) is not held: a party's period is not moved, and the answer says
#   that its rule was not seen.
CIVIL_CODE_SINCE: Final = date(2021, 1, 1)
STRICT: Final = (
    "本法未规定期间届满遇休假日如何处理；机关的期限从严，不顺延",
    "the statute is silent on a period ending on a day off; an organ's period is read strictly and is not moved",
)
LENIENT: Final = (
    "本法未规定期间届满遇休假日如何处理；当事人的期限从宽，参照民法典顺延",
    "the statute is silent on a period ending on a day off; a party's period is read leniently and moved by the Civil Code",
)
UNSEEN: Final = (
    "2021年1月1日以前期间如何起算、届满遇休假日如何处理，未见原文；按当日不计、不顺延推算，不作逾期认定",
    "how periods began and ended before 2021-01-01 was not seen; reckoned without the opening day and not moved, so that "
    "no one is overdue by it",
)
REFERRED_UNSEEN: Final = (
    "当时的民事诉讼法未见原文；按当日不计、不顺延推算，不作逾期认定",
    "the Civil Procedure Law then in force was not seen; reckoned without the opening day and not moved, so that no one is "
    "overdue by it",
)
LIBERTY: Final = (
    "违法行为人被限制人身自由的期间不适用：至期满之日为止，不因节假日延长",
    "not for a period in which a person is deprived of liberty: that ends on its last day, whatever day it is",
)


def _silent() -> tuple[Running, ...]:
    return (
        Running(CIVIL_CODE_SINCE, CIVIL_CODE_2020[201, 1], None, reading=STRICT, for_whose=ORGAN),
        Running(CIVIL_CODE_SINCE, CIVIL_CODE_2020[201, 1], CIVIL_CODE_2020[203, 1], reading=LENIENT, for_whose=PARTY),
        Running(ALWAYS, reading=UNSEEN, seen=False),
    )


def _civil_code() -> tuple[Running, ...]:
    return (Running(CIVIL_CODE_SINCE, CIVIL_CODE_2020[201, 1], CIVIL_CODE_2020[203, 1]),)


def _civil_procedure() -> tuple[Running, ...]:
    # an interpretation of the 民事诉讼法 runs by the edition of the day; before 2022-01-01 that is not held
    return (
        Running(date(2024, 1, 1), *_begins_and_rolls(_civil_procedure_2023()[0])),
        Running(date(2022, 1, 1), *_begins_and_rolls(_civil_procedure_2021()[0])),
        Running(ALWAYS, reading=REFERRED_UNSEEN, seen=False),
    )


def _civil_procedure_2023() -> tuple[Running, ...]:
    law = CIVIL_PROCEDURE_2023
    return (Running(ALWAYS, law[85, 2], law[85, 3], next_hour=law[85, 2]),)


def _civil_procedure_2021() -> tuple[Running, ...]:
    law = CIVIL_PROCEDURE_2021
    return (Running(ALWAYS, law[85, 2], law[85, 3], next_hour=law[85, 2]),)


def _review_2023() -> tuple[Running, ...]:
    # 第八十八条第一款 “行政复议期间的计算……依照《中华人民共和国民事诉讼法》关于期间、送达的规定执行”
    law = CIVIL_PROCEDURE_2023
    return (Running(ALWAYS, law[85, 2], law[85, 3], through=REVIEW_2023[88, 1], next_hour=law[85, 2]),)


def _review_2017() -> tuple[Running, ...]:
    # 第四十条第一款 refers to the 民事诉讼法 of the day; the edition before 2022-01-01 is not held
    law, through = CIVIL_PROCEDURE_2021, REVIEW_2017[40, 1]
    later = CIVIL_PROCEDURE_2023
    return (
        Running(date(2024, 1, 1), later[85, 2], later[85, 3], through=through, next_hour=later[85, 2]),
        Running(date(2022, 1, 1), law[85, 2], law[85, 3], through=through, next_hour=law[85, 2]),
        Running(ALWAYS, reading=REFERRED_UNSEEN, through=through, seen=False),
    )


def _review_regulation() -> tuple[Running, ...]:
    # an implementing regulation runs by its law: first the 2023 law, before 2024-01-01 the 2017 one
    return (
        Running(date(2024, 1, 1), *_begins_and_rolls(_review_2023()[0])),
        *(rule for rule in _review_2017() if rule.since < date(2024, 1, 1)),
    )


def _begins_and_rolls(
    rule: Running,
) -> tuple[Cite | None, Cite | None, Cite | None, tuple[str, str] | None, Cite | None]:
    return rule.begins, rule.rolls, rule.through, rule.reading, rule.next_hour


def _litigation() -> tuple[Running, ...]:
    # 行政诉讼法第一百零一条 leaves periods to the 民事诉讼法; the interpretation states the same rule from 2018-02-08
    reading, through = LITIGATION_READING_2018, LITIGATION_2017[101]
    return (
        Running(date(2018, 2, 8), reading[48, 2], reading[48, 3], through=through, next_hour=reading[48, 2]),
        Running(ALWAYS, reading=REFERRED_UNSEEN, through=through, seen=False),
    )


def _police() -> tuple[Running, ...]:
    # 第三十五条 “期间开始之时或者日不计算在内……以节假日后的第一日为期满日期，但违法行为人被限制人身自由的期间……不得因节假日而延长”
    rule = POLICE_PROCEDURE_2019[35]
    return (Running(ALWAYS, rule, rule, reading=LIBERTY, next_hour=rule),)


def _market_penalty() -> tuple[Running, ...]:
    rule = MARKET_PENALTY_2022[80]  # “期间以时、日、月计算，期间开始的时或者日不计算在内”
    return (Running(ALWAYS, rule, rule, next_hour=rule),)


def _market_complaints() -> tuple[Running, ...]:
    rule = MARKET_COMPLAINTS_2025[45]  # “开始的当日不计入，自下一工作日或者自然日开始计算”; of hours it says nothing
    return (Running(ALWAYS, rule, rule),)


def _held(
    key: str,
    name: str,
    english: str,
    kind: Kind,
    adopted: str,
    in_force: str | None,
    until: str | None = None,
    *,
    short: str = "",
    file: str = "",
    working: Callable[[int], bool] | None = None,
    counted_in: tuple[int, ...] = (),
    working_for: frozenset[Whose] = frozenset(Whose),
    running: Callable[[], tuple[Running, ...]] = _silent,
    excerpt: bool = False,
) -> Statute:
    """Enter an edition in the register."""
    year = key.rsplit("-", 1)[1]
    day = date.fromisoformat
    statute = Statute(
        key,
        name,
        f"{year}年",
        f"{english} ({year})",
        kind,
        file or f"{'转录摘录_' if excerpt else ''}{name}({adopted}).md",
        day(adopted),
        day(in_force) if in_force else None,
        day(until) if until else None,
        short or name,
        counted_in=counted_in,
        working_for=working_for,
        running_by=running,
        excerpt=excerpt,
        **({"working": working} if working else {}),
    )
    STATUTES[key] = statute
    return statute


# fmt: off  (a register is read down its columns)
# 行政处罚 penalties
PENALTY_2021 = _held(
    "penalty-2021",
    "行政处罚法",
    "Administrative Penalty Law",
    LAW,
    "2021-01-22",
    "2021-07-15",
    working=_among(2, 3, 5, 7),
    counted_in=(85,),
)
PENALTY_2017 = _held(
    "penalty-2017",
    "行政处罚法",
    "Administrative Penalty Law",
    LAW,
    "2017-09-01",
    "2018-01-01",
    "2021-07-14",
    excerpt=True,
)
COERCION_2011 = _held(
    "coercion-2011",
    "行政强制法",
    "Administrative Coercion Law",
    LAW,
    "2011-06-30",
    "2012-01-01",
    working=_up_to(10),
    counted_in=(69,),
)
FINE_SEPARATION_1997 = _held(
    "fine-separation-1997",
    "罚款决定与罚款收缴分离实施办法",
    "Measures on Separating Fine Decisions from Collection",
    REGULATION,
    "1997-11-17",
    "1998-01-01",
)
REFERRAL_2020 = _held(
    "referral-2020",
    "行政执法机关移送涉嫌犯罪案件的规定",
    "Provisions on Referral of Suspected Criminal Cases",
    REGULATION,
    "2020-08-07",
    "2020-08-07",
    short="移送规定",
)
PUBLIC_SECURITY_2025 = _held(
    "public-security-2025",
    "治安管理处罚法",
    "Public Security Administration Punishments Law",
    LAW,
    "2025-06-27",
    "2026-01-01",
    running=_police,
)
PUBLIC_SECURITY_2012 = _held(
    "public-security-2012",
    "治安管理处罚法",
    "Public Security Administration Punishments Law",
    LAW,
    "2012-10-26",
    "2013-01-01",
    "2025-12-31",
    running=_police,
)
POLICE_PROCEDURE_2019 = _held(
    "police-procedure-2019",
    "公安机关办理行政案件程序规定",
    "Police Administrative Case Procedure Provisions",
    RULES,
    "2019-04-27",
    None,
    running=_police,
)
MARKET_PENALTY_2022 = _held(
    "market-penalty-2022",
    "市场监督管理行政处罚程序规定",
    "Market Regulation Penalty Procedure Provisions",
    RULES,
    "2022-09-29",
    "2022-11-01",
    short="市监程序规定",
    running=_market_penalty,
)
MARKET_PUBLICITY_2021 = _held(
    "market-publicity-2021",
    "市场监督管理行政处罚信息公示规定",
    "Market Regulation Penalty Publicity Provisions",
    RULES,
    "2021-07-30",
    "2021-09-01",
    short="公示规定",
)
SUPERVISION_2025 = _held(
    "supervision-2025",
    "行政执法监督条例",
    "Regulations on Supervision of Administrative Enforcement",
    REGULATION,
    "2025-12-17",
    "2026-02-01",
)

# 许可与政务服务 licences and services
LICENCE_2019 = _held(
    "licence-2019",
    "行政许可法",
    "Administrative Licence Law",
    LAW,
    "2019-04-23",
    "2019-04-23",
    working=_all_days,
    counted_in=(82,),
    working_for=frozenset({ORGAN}),
)
BUSINESS_ENVIRONMENT_2019 = _held(
    "business-environment-2019",
    "优化营商环境条例",
    "Regulations on Optimizing the Business Environment",
    REGULATION,
    "2019-10-22",
    "2020-01-01",
)
ONLINE_SERVICES_2019 = _held(
    "online-services-2019",
    "国务院关于在线政务服务的若干规定",
    "State Council Provisions on Online Government Services",
    REGULATION,
    "2019-04-26",
    "2019-04-26",
)
DATA_SHARING_2025 = _held(
    "data-sharing-2025",
    "政务数据共享条例",
    "Regulations on Government Data Sharing",
    REGULATION,
    "2025-05-28",
    "2025-08-01",
)
PRIVATE_ECONOMY_2025 = _held(
    "private-economy-2025", "民营经济促进法", "Private Economy Promotion Law", LAW, "2025-04-30", "2025-05-20"
)
ANYANG_SERVICES_2021 = _held(
    "anyang-services-2021",
    "安阳市政务服务条例",
    "Anyang Regulations on Government Services",
    LOCAL,
    "2021-10-25",
    "2021-12-01",
)
TANGSHAN_HOTLINE_2025 = _held(
    "tangshan-hotline-2025",
    "唐山市12345政务服务便民热线条例",
    "Tangshan Regulations on the 12345 Hotline",
    LOCAL,
    "2025-09-30",
    "2026-01-01",
)
FAIR_COMPETITION_2024 = _held(
    "fair-competition-2024",
    "公平竞争审查条例",
    "Fair Competition Review Regulations",
    REGULATION,
    "2024-06-06",
    "2024-08-01",
)
FAIR_COMPETITION_MEASURES_2025 = _held(
    "fair-competition-measures-2025",
    "公平竞争审查条例实施办法",
    "Implementing Measures of the Fair Competition Review Regulations",
    RULES,
    "2025-02-25",
    "2025-04-20",
    excerpt=True,
)

# 决策与立规 decisions and rule-making
MAJOR_DECISION_2019 = _held(
    "major-decision-2019",
    "重大行政决策程序暂行条例",
    "Interim Regulations on Major Administrative Decision-making",
    REGULATION,
    "2019-04-20",
    "2019-09-01",
)
RULEMAKING_2017 = _held(
    "rulemaking-2017",
    "规章制定程序条例",
    "Regulations on Procedures for Making Rules",
    REGULATION,
    "2017-12-22",
    "2018-05-01",
)
FILING_REVIEW_2024 = _held(
    "filing-review-2024",
    "法规规章备案审查条例",
    "Regulations on Filing and Review of Regulations and Rules",
    REGULATION,
    "2024-08-30",
    "2024-11-01",
)
FILING_2001 = _held(
    "filing-2001",
    "法规规章备案条例",
    "Regulations on Filing Regulations and Rules",
    REGULATION,
    "2001-12-14",
    "2002-01-01",
    "2024-10-31",
)
SICHUAN_FILING_REVIEW_2024 = _held(
    "sichuan-filing-review-2024",
    "四川省各级人民代表大会常务委员会规范性文件备案审查条例",
    "Sichuan Regulations on Filing and Review by People's Congress Standing Committees",
    LOCAL,
    "2024-07-29",
    "2024-09-01",
)
HEBEI_FILING_REVIEW_2024 = _held(
    "hebei-filing-review-2024",
    "河北省各级人民代表大会常务委员会规范性文件备案审查条例",
    "Hebei Regulations on Filing and Review by People's Congress Standing Committees",
    LOCAL,
    "2024-09-25",
    "2024-11-01",
)
INSPECTION_2020 = _held(
    "inspection-2020",
    "政府督查工作条例",
    "Regulations on Government Inspection",
    REGULATION,
    "2020-12-26",
    "2021-02-01",
)
ARCHIVES_2024 = _held(
    "archives-2024",
    "档案法实施条例",
    "Implementing Regulations of the Archives Law",
    REGULATION,
    "2024-01-12",
    "2024-03-01",
)
LAW_PUBLICITY_2025 = _held(
    "law-publicity-2025", "法治宣传教育法", "Law Publicity and Education Law", LAW, "2025-09-12", "2025-11-01"
)

# 复议、诉讼、赔偿 review, litigation, compensation
REVIEW_2023 = _held(
    "review-2023",
    "行政复议法",
    "Administrative Review Law",
    LAW,
    "2023-09-01",
    "2024-01-01",
    working=_among(3, 5, 7, 10),
    counted_in=(88, 2),
    running=_review_2023,
)
REVIEW_2017 = _held(
    "review-2017",
    "行政复议法",
    "Administrative Review Law",
    LAW,
    "2017-09-01",
    "2018-01-01",
    "2023-12-31",
    working=_among(5, 7),
    counted_in=(40, 2),
    running=_review_2017,
)
REVIEW_REGULATION_2026 = _held(
    "review-regulation-2026",
    "行政复议法实施条例",
    "Implementing Regulations of the Administrative Review Law",
    REGULATION,
    "2026-04-29",
    "2026-07-01",
    running=_review_regulation,
)
REVIEW_REGULATION_2007 = _held(
    "review-regulation-2007",
    "行政复议法实施条例",
    "Implementing Regulations of the Administrative Review Law",
    REGULATION,
    "2007-05-29",
    "2007-08-01",
    "2026-06-30",
    running=_review_regulation,
)
LITIGATION_2017 = _held(
    "litigation-2017",
    "行政诉讼法",
    "Administrative Litigation Law",
    LAW,
    "2017-06-27",
    "2017-07-01",
    running=_litigation,
)
LITIGATION_READING_2018 = _held(
    "litigation-reading-2018",
    "最高人民法院关于适用《行政诉讼法》的解释",
    "SPC Interpretation on the Administrative Litigation Law",
    INTERPRETATION,
    "2018-02-06",
    "2018-02-08",
    short="行诉解释",
    running=_litigation,
)
COURT_APPEARANCE_2020 = _held(
    "court-appearance-2020",
    "最高人民法院关于行政机关负责人出庭应诉若干问题的规定",
    "SPC Provisions on Heads of Organs Appearing in Court",
    INTERPRETATION,
    "2020-06-22",
    "2020-07-01",
    running=_litigation,
)
DISCLOSURE_LITIGATION_2025 = _held(
    "disclosure-litigation-2025",
    "最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
    "SPC Interpretation on Government Information Disclosure Cases",
    INTERPRETATION,
    "2025-05-19",
    "2025-06-01",
    running=_litigation,
)
PUBLIC_INTEREST_2020 = _held(
    "public-interest-2020",
    "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    "SPC and SPP Interpretation on Public Interest Litigation",
    INTERPRETATION,
    "2020-12-29",
    "2021-01-01",
    file="转录摘录_最高法最高检检察公益诉讼解释(2020-12-29).md",
    excerpt=True,
)
PUBLIC_INTEREST_2018 = _held(
    "public-interest-2018",
    "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    "SPC and SPP Interpretation on Public Interest Litigation",
    INTERPRETATION,
    "2018-02-23",
    "2018-03-02",
    "2020-12-31",
    file="最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释.md",
)
JUDICIAL_SUGGESTION_2023 = _held(
    "judicial-suggestion-2023",
    "最高人民法院关于综合治理类司法建议工作若干问题的规定",
    "SPC Provisions on Judicial Suggestions",
    INTERPRETATION,
    "2023-11-15",
    "2023-11-16",
)
PROCURATORIAL_SUGGESTION_2019 = _held(
    "procuratorial-suggestion-2019",
    "人民检察院检察建议工作规定",
    "SPP Provisions on Procuratorial Suggestions",
    INTERPRETATION,
    "2019-02-26",
    "2019-02-26",
    excerpt=True,
)
STATE_COMPENSATION_2012 = _held(
    "state-compensation-2012", "国家赔偿法", "State Compensation Law", LAW, "2012-10-26", "2013-01-01"
)
CIVIL_PROCEDURE_2023 = _held(
    "civil-procedure-2023",
    "民事诉讼法",
    "Civil Procedure Law",
    LAW,
    "2023-09-01",
    "2024-01-01",
    running=_civil_procedure_2023,
)
CIVIL_PROCEDURE_2021 = _held(
    "civil-procedure-2021",
    "民事诉讼法",
    "Civil Procedure Law",
    LAW,
    "2021-12-24",
    "2022-01-01",
    "2023-12-31",
    running=_civil_procedure_2021,
)
CIVIL_PROCEDURE_DECISION_2021 = _held(
    "civil-procedure-decision-2021",
    "全国人大常委会关于修改民事诉讼法的决定",
    "NPCSC Decision Amending the Civil Procedure Law",
    LAW,
    "2021-12-24",
    "2022-01-01",
    excerpt=True,
    running=_civil_procedure_2021,
)
CIVIL_CODE_2020 = _held(
    "civil-code-2020",
    "民法典",
    "Civil Code, General Part",
    LAW,
    "2020-05-28",
    "2021-01-01",
    file="民法典-总则.md",
    running=_civil_code,
)

# 信访、公开、调解、法律援助、公证 petitions, disclosure, mediation, legal aid, notarization
PETITION_2022 = _held(
    "petition-2022", "信访工作条例", "Regulations on Petition Work", PARTY_REGULATION, "2022-02-25", "2022-05-01"
)
PETITION_2005 = _held(
    "petition-2005", "信访条例", "Petition Regulations", REGULATION, "2005-01-10", "2005-05-01", "2022-04-30"
)
DISCLOSURE_2019 = _held(
    "disclosure-2019",
    "政府信息公开条例",
    "Government Information Disclosure Regulations",
    REGULATION,
    "2019-04-03",
    "2019-05-15",
)
MEDIATION_2010 = _held("mediation-2010", "人民调解法", "People's Mediation Law", LAW, "2010-08-28", "2011-01-01")
COMMERCIAL_MEDIATION_2025 = _held(
    "commercial-mediation-2025",
    "商事调解条例",
    "Commercial Mediation Regulations",
    REGULATION,
    "2025-12-31",
    "2026-05-01",
)
MEDIATION_CONFIRMATION_2011 = _held(
    "mediation-confirmation-2011",
    "最高人民法院关于人民调解协议司法确认程序的若干规定",
    "SPC Provisions on Judicial Confirmation of Mediation Agreements",
    INTERPRETATION,
    "2011-03-23",
    "2011-03-30",
    running=_civil_procedure,
)
LEGAL_AID_2021 = _held("legal-aid-2021", "法律援助法", "Legal Aid Law", LAW, "2021-08-20", "2022-01-01")
LEGAL_AID_2003 = _held(
    "legal-aid-2003", "法律援助条例", "Legal Aid Regulations", REGULATION, "2003-07-21", "2003-09-01", "2021-12-31"
)
NOTARIZATION_2017 = _held("notarization-2017", "公证法", "Notarization Law", LAW, "2017-09-01", "2018-01-01")

# 人大与政府组织 congresses and government
DEPUTIES_2025 = _held(
    "deputies-2025",
    "全国人民代表大会和地方各级人民代表大会代表法",
    "Deputies Law",
    LAW,
    "2025-03-11",
    "2025-03-12",
    short="代表法",
)
DEPUTIES_2015 = _held(
    "deputies-2015",
    "全国人民代表大会和地方各级人民代表大会代表法",
    "Deputies Law",
    LAW,
    "2015-08-29",
    "2015-08-29",
    "2025-03-11",
    short="代表法",
)
NPC_SUPERVISION_2024 = _held(
    "npc-supervision-2024",
    "各级人民代表大会常务委员会监督法",
    "Law on Supervision by People's Congress Standing Committees",
    LAW,
    "2024-11-08",
    "2024-11-08",
    short="监督法",
)
LOCAL_ORGANIZATION_2022 = _held(
    "local-organization-2022",
    "地方各级人民代表大会和地方各级人民政府组织法",
    "Organic Law of Local People's Congresses and Governments",
    LAW,
    "2022-03-11",
    "2022-03-12",
    short="地方组织法",
)
HEBEI_PROPOSALS_2020 = _held(
    "hebei-proposals-2020",
    "河北省人民代表大会代表建议、批评和意见处理办法",
    "Hebei Measures on Handling Deputies' Proposals",
    LOCAL,
    "2020-06-02",
    "2020-06-02",
)
SHANDONG_PROPOSALS_2017 = _held(
    "shandong-proposals-2017",
    "山东省人民代表大会代表建议、批评和意见办理工作条例",
    "Shandong Regulations on Handling Deputies' Proposals",
    LOCAL,
    "2017-05-19",
    None,
)

# 市场监管 market regulation
MARKET_COMPLAINTS_2025 = _held(
    "market-complaints-2025",
    "市场监督管理投诉举报处理办法",
    "Market Regulation Complaints and Reports Measures",
    RULES,
    "2025-12-30",
    "2026-04-15",
    excerpt=True,
    running=_market_complaints,
)
MARKET_COMPLAINTS_2022 = _held(
    "market-complaints-2022",
    "市场监督管理投诉举报处理暂行办法",
    "Interim Market Regulation Complaints and Reports Measures",
    RULES,
    "2022-03-24",
    None,
    "2026-04-14",
)
ENTERPRISE_INFORMATION_2024 = _held(
    "enterprise-information-2024",
    "企业信息公示暂行条例",
    "Interim Regulations on Enterprise Information Publicity",
    REGULATION,
    "2024-03-10",
    "2024-05-01",
    excerpt=True,
)
ENTERPRISE_INFORMATION_2014 = _held(
    "enterprise-information-2014",
    "企业信息公示暂行条例",
    "Interim Regulations on Enterprise Information Publicity",
    REGULATION,
    "2014-08-07",
    "2014-10-01",
    "2024-04-30",
)
SPOT_CHECK_2025 = _held(
    "spot-check-2025",
    "企业公示信息抽查办法",
    "Measures on Spot Checks of Enterprise Information",
    RULES,
    "2025-03-18",
    None,
    excerpt=True,
)
ABNORMAL_LIST_2025 = _held(
    "abnormal-list-2025",
    "企业经营异常名录管理办法",
    "Measures on the List of Abnormal Operations",
    RULES,
    "2025-03-18",
    None,
    excerpt=True,
)
SERIOUS_LIST_2021 = _held(
    "serious-list-2021",
    "市场监督管理严重违法失信名单管理办法",
    "Measures on the List of Serious Violators",
    RULES,
    "2021-07-30",
    "2021-09-01",
    excerpt=True,
)
CONSUMER_2013 = _held("consumer-2013", "消费者权益保护法", "Consumer Protection Law", LAW, "2013-10-25", "2014-03-15")

# 应急 emergencies
EMERGENCY_2024 = _held("emergency-2024", "突发事件应对法", "Emergency Response Law", LAW, "2024-06-28", "2024-11-01")
EMERGENCY_2007 = _held(
    "emergency-2007", "突发事件应对法", "Emergency Response Law", LAW, "2007-08-30", "2007-11-01", "2024-10-31"
)
HEALTH_EMERGENCY_2025 = _held(
    "health-emergency-2025",
    "突发公共卫生事件应对法",
    "Public Health Emergency Response Law",
    LAW,
    "2025-09-12",
    "2025-11-01",
)
HEALTH_EMERGENCY_2011 = _held(
    "health-emergency-2011",
    "突发公共卫生事件应急条例",
    "Public Health Emergency Regulations",
    REGULATION,
    "2011-01-08",
    "2011-01-08",
)
ACCIDENT_2007 = _held(
    "accident-2007",
    "生产安全事故报告和调查处理条例",
    "Work Safety Accident Reporting and Investigation Regulations",
    REGULATION,
    "2007-04-09",
    "2007-06-01",
)
# fmt: on
