"""The one table of the patterns in which numerals count nothing: names, slogans, ordinals, dates, document numbers.

Each pattern is matched where a numeral (or the mark that opens its name) stands. What it covers is passed over.
"""

from __future__ import annotations

import re
from typing import Final

from fadu.reading.numerals import HAN_DIGITS

__all__ = ["ARABIC_NAMES", "HAN_NAMES", "HOTLINE", "OPENED", "ORDINAL", "PLACED"]

# What opens with a mark. A title is passed over whole, with the titles within it; so is a short quotation: in official
# prose quotation marks set off a name (“双随机、一公开”, “3+2”), while a quoted sentence is longer. The year of a
# document number stands in brackets and a serial follows (〔2021〕7号, [2018] 12 号).
OPENED: Final = re.compile(
    r"《[^《》\n]{0,90}(?:《[^《》\n]{0,60}》[^《》\n]{0,60}){0,3}》"
    r"|〈[^〈〉\n]{0,60}〉"
    r"|“[^“”\n。]{0,24}”"
    r"|‘[^‘’\n。]{0,24}’"
    r"|「[^「」\n。]{0,24}」"
    r"|[〔﹝【〖\[［(（]\s*(?:19|20)\d\d\s*[〕﹞】〗\]］)）]\s*第?\s*\d+\s*(?:号|$)"
)

# 第三次, 第1批, 第十二条第二款, 第 38 号: an order, whatever is ordered; with 至 and 、 an order of several.
ORDINAL: Final = re.compile(
    rf"第\s*(?:\d{{1,9}}|[{HAN_DIGITS}零〇]{{1,9}})(?:\s*[-—~至、]\s*(?:\d{{1,9}}|[{HAN_DIGITS}零〇]{{1,9}})(?=[批次届期条项款号]))?"
    r"(?:类|批|次|届|名|位|条|款|项|号|期|版|轮|季度|季|年|章|节|个(?:五年)?|家|站|线|人|方面|方|件|部|所|支|例|场|组|级|层|步|讲|课|集"
    r"|天|日|周|阶段)?(?:之[一二三四五六七八九])?"
)

_YEAR: Final = r"(?:19|20)\d\d"
_TO: Final = r"\s*[-—–−~～至到、和]{1,2}\s*"
# Years, days, hours; numbers that call a telephone, a version, a road, a standard.
ARABIC_NAMES: Final = re.compile(
    # 2021-2025年, 2021年1-10月, 2020年度, 2023年前8个月, 2021年上半年, 2021年12月31日
    rf"{_YEAR}(?:年)?{_TO}{_YEAR}\s*年度?"
    rf"|{_YEAR}\s*年(?:度|(?:的?前|[上下]半年|第?[一二三四1-4](?:至[一二三四])?季度)|\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月份?"
    rf"(?:\s*\d{{1,2}}(?:{_TO}(?:\d{{1,2}}月)?\d{{1,2}})?\s*[日号])?)?(?:(?<=前)\s*\d{{1,2}}\s*个?(?:月|季度)|(?<=前)[一二三四]季度)?"
    # 2023-12-20 17:03, 2023.10.18, 2023/1/5, 20231018, and 20235月, whose 年 is lost
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:[\sT]*\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?"
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|\s*[余多万件人次元条个份])"
    rf"|{_YEAR}(?:[1-9]|1[0-2])月份?"
    # 1-10月, 6月29日, 5月份, 1月至10月
    rf"|(?:[1-9]|1[0-2])(?:月?份?{_TO}(?:[1-9]|1[0-2]))?\s*月份?(?:底|初|末|中旬|上旬|下旬)?"
    rf"(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?!\d)|\d{1,2}(?:时(?:\d{1,2}分|整|半)?(?![长效])|点(?:\d{1,2}分|整|半))"
    # 2023版, 2021以来, 2022届: a year without its word
    rf"|{_YEAR}(?=版|以来|届|级|[)）〕\]])"
    # the whole day and the whole week name a service (24小时自助, 7×24小时), within them something is a period
    r"|(?:7\s*天?[×xX*✕]?\s*)?24\s*(?:个)?小时(?!以?内|之内|以上)"
    r"|\d+\s*[×xX*✕+＋]\s*(?:\d+|[NnXx])(?:小时|天|项)?"
    # 12345热线, 110平台: called by number
    r"|(?:1[12]\d|12\d{3}|9[56]\d{3,4})(?=平台|热线|市民|政务|便民|服务|投诉|举报|电话|系统|检察|检举|公共|报警|警务|联动|”|接|等|指挥)"
    # 2.0版, 3.0 版本, 5G, 4A级, 3D
    r"|\d+(?:\.\d+)*\s*(?:版本?(?!本|权|面)|[A-LN-Za-ln-z](?![A-Za-z])级?|[A-Z]级)"
    # 1号文件, 107国道, 3号楼
    r"|\d+\s*(?:号(?!召)|国道|省道|路公交)"
    # three-year campaigns, five-year plans; 100周年; 15分钟服务圈
    r"|\d{1,2}年(?:行动|规划|计划|攻坚|方案|专项|整治|禁渔)|\d+\s*周年|\d+\s*(?:分钟|小时|公里)(?=[^，,。；;、]{0,10}圈)"
    # a class of people by age, an article, a rank
    r"|\d+\s*(?:周岁|岁)|\d+\s*(?:条第|款第|项第)"
)

# Numbers one telephones; alone at the end of a clause they are still no count.
HOTLINE: Final = re.compile(r"(?:11[049]|12[02]|12\d{3}|9[56]\d{3,4})+(?!\d)")

_FEW: Final = "两二三四五六七八九十"
HAN_NAMES: Final = re.compile(
    # 一月一主题, 一村一法律顾问, 一案一卷, 一人一档: to each its own
    r"一[^\W\d_]{1,2}一(?=[^\W\d_])"
    # 三年行动, 五年规划
    rf"|[{_FEW}]年(?:行动|规划|计划|攻坚|方案|大|提升|义务|制|专项|整治|禁渔)"
    r"|[一二三四五六七八九十]{1,3}(?:分钟|小时|公里)(?=[^，,。；;、]{0,10}圈)"
    # the slogans of general currency, printed without quotation marks
    rf"|[{_FEW}]个(?:意识|自信|维护|确立|全面|务必|规定|代表|责任|结合|文明|毫不动摇|离不开|不动摇|基本点|区分开来|一(?=[批起律”，,、。工的])"
    r"|严禁|最严|大局|先行|不摘|不准|不得|服从|善于|伟大|必须|坚持|转变|加强|始终|形态|注重)"
    r"|三项制度|八项规定|三大(?:攻坚战|战役)|四[大家]班子|十不准"
    # 四次全会, 人大三次会议: sessions
    r"|[一二三四五六七八九十]{1,3}次(?:全会|全体会议|党代会)|(?:(?<=人大)|(?<=政协))[一二三四五六七八九十]{1,3}次会议"
    # 二期工程, 三期项目; 五台县, 九台区, 七里河: places
    r"|[一二三四五六七八九十]{1,3}期(?:工程|项目|建设)"
    r"|[一二三四五六七八九十百千万]{1,3}[台门里间河家户山条座](?=县|市|区|镇|乡|村|河|山|湖|路|街道)"
    # 三个月 counts, 三月 is a month; 二十日 after it a day; 八时
    r"|[一二三四五六七八九十]{1,2}月(?:份|底|初|中旬|上旬|下旬)?(?:[一二三四五六七八九十]{1,3}[日号])?"
    r"|[二三四五六七八九十]{1,3}[日号时](?!以?内|之内)"
    # 一张网, 一条龙, 一本账: one that covers all; 三番五次: sayings
    r"|一(?:张网|张图|张表|张清单|本账|盘棋|把尺子|条心|条街|条线|个口子|个声音|个标准|个窗口|个大厅|件事|次性|个平台|站式|公里|票否决)"
    r"|三番五次|三令五申|千家万户|千方百计|七上八下"
    # 两会, 一级, 三级 (ranks), 三方, 两侧: no measure words, but begin like some
    rf"|[一{_FEW}](?:级|季度|者|边|侧|旁|方(?!面|公)|把手|审|线|流|体|位一体|支一扶|套班子)"
)

# Whom a numeral picks out rather than counts: 每一个, 这一次, 新一轮, 某一项, 同一家, 前三名.
PLACED: Final = frozenset("届每这那某同任另哪首头新上下前后末本该唯第统进之各历初再")
