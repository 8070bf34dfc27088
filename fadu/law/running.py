"""How periods begin and end, statute by statute, as data: provisions named by their keys, latest rule first.

Most statutes do not say how a period begins or what happens when it ends on a day off: 行政处罚法, 行政强制法,
行政许可法 and most regulations among them. The reading chosen for these (``SILENT``), after
“机关期限按从严、当事人期限按从宽取值”:

* The opening day is not counted, whoever's period it is: 民法典第二百零一条 “开始的当日不计入”, general law since
  2021-01-01.
* A party's period that would end on a day off ends after it: 民法典第二百零三条 “以法定休假日结束的次日”.
* An organ's is not moved. No provision of public law gives it the longer time, and the Civil Code itself stands back
  where “法律另有规定” (第二百零四条); an organ that keeps the earlier day is in time on either reading.
* Hours run from the very moment: 民法典第二百零一条第二款 “自法律规定或者当事人约定的时间开始计算”.
* Before 2021-01-01 the general law (民法通则, 民法总则) is not held: nothing is moved, and the answer says the rule
  was not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from fadu.law.periods import ORGAN, PARTY, Whose

ALWAYS: Final = date.min


@dataclass(frozen=True)
class Rule:
    """One rule for periods that begin on ``since`` or later; provisions by key. See ``fadu.law.periods.Running``."""

    since: date
    begins: str = ""
    rolls: str = ""
    through: str = ""
    reading: tuple[str, str] | None = None
    next_hour: bool = False
    posted: str = ""
    for_whose: Whose | None = None
    seen: bool = True


STRICT: Final = (
    "本法未规定期间届满遇休假日如何处理；机关的期限从严，不顺延",
    "the statute is silent on a period that ends on a day off; an organ's is read strictly and not moved",
)
LENIENT: Final = (
    "本法未规定期间届满遇休假日如何处理；当事人的期限从宽，参照民法典顺延",
    "the statute is silent on a period that ends on a day off; a party's is read leniently and moved by the Civil Code",
)
UNSEEN: Final = (
    "2021年1月1日以前的一般规定未见原文：按当日不计、不顺延推算，不据此认定逾期",
    "the general rule before 2021-01-01 was not seen: the opening day is left out, nothing is moved, no one overdue",
)
REFERRED_UNSEEN: Final = (
    "当时施行的民事诉讼法未见原文：按当日不计、不顺延推算，不据此认定逾期",
    "the Civil Procedure Law of that day was not seen: the opening day is left out, nothing is moved, no one overdue",
)

SILENT: Final = (
    Rule(date(2021, 1, 1), "civil-code-2020/201.1", reading=STRICT, for_whose=ORGAN),
    Rule(date(2021, 1, 1), "civil-code-2020/201.1", "civil-code-2020/203.1", reading=LENIENT, for_whose=PARTY),
    Rule(ALWAYS, reading=UNSEEN, seen=False),
)

CIVIL_CODE: Final = (Rule(date(2021, 1, 1), "civil-code-2020/201.1", "civil-code-2020/203.1"), SILENT[-1])


def _procedure(since: date, edition: str, through: str = "") -> Rule:
    """民事诉讼法第八十五条, “期间开始的时和日，不计算在期间内”: neither day nor hour of the beginning."""
    article = f"{edition}/85"
    return Rule(since, f"{article}.2", f"{article}.3", through, next_hour=True, posted=f"{article}.4")


def _procedure_of_the_day(through: str = "") -> tuple[Rule, ...]:
    """By the 民事诉讼法 of the day, referred to by ``through``; the edition before 2022-01-01 is not held."""
    return (
        _procedure(date(2024, 1, 1), "civil-procedure-2023", through),
        _procedure(date(2022, 1, 1), "civil-procedure-2021", through),
        Rule(ALWAYS, through=through, reading=REFERRED_UNSEEN, seen=False),
    )


PROCEDURE_2023: Final = (_procedure(ALWAYS, "civil-procedure-2023"),)
PROCEDURE_2021: Final = (_procedure(ALWAYS, "civil-procedure-2021"),)
PROCEDURE: Final = _procedure_of_the_day()

# 行政复议法2023第八十八条第一款, 2017第四十条第一款: 行政复议期间的计算 is left to the 民事诉讼法; the regulation
# follows its law
REVIEW_2023: Final = _procedure_of_the_day("review-2023/88.1")
REVIEW_2017: Final = _procedure_of_the_day("review-2017/40.1")
REVIEW_REGULATION: Final = (REVIEW_2023[0], *REVIEW_2017[1:])

# 行政诉讼法第一百零一条 leaves 期间 to the 民事诉讼法; the interpretation states the rule itself from 2018-02-08
LITIGATION: Final = (
    Rule(
        date(2018, 2, 8),
        "litigation-reading-2018/48.2",
        "litigation-reading-2018/48.3",
        "litigation-2017/101",
        next_hour=True,
        posted="litigation-reading-2018/48.4",
    ),
    Rule(ALWAYS, through="litigation-2017/101", reading=REFERRED_UNSEEN, seen=False),
)

# 公安机关办理行政案件程序规定第三十五条 “期间开始之时或者日不计算在内”; not for 限制人身自由: ``Period.of_liberty``
POLICE: Final = (Rule(ALWAYS, "police-procedure-2019/35", "police-procedure-2019/35", next_hour=True),)

# 市场监督管理行政处罚程序规定第八十条 “期间开始的时或者日不计算在内”
MARKET_PENALTY: Final = (Rule(ALWAYS, "market-penalty-2022/80", "market-penalty-2022/80", next_hour=True),)

# 市场监督管理投诉举报处理办法第四十五条 “按照年、月、日计算期间的，开始的当日不计入”; of hours it says nothing
MARKET_COMPLAINTS: Final = (Rule(ALWAYS, "market-complaints-2025/45", "market-complaints-2025/45"),)
