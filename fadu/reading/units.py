"""The one table of measure words: what may stand after a numeral, and which kind of number it makes.

A row is a word, or several apart by spaces. Words that Chinese uses as measure and as noun alike (家, 本, 台, 道) carry
the sign after which they are no measure: `UNLESS`. Words that only measure after arabic digits (三门 is a place, 3门 a
number of courses) stand in `ARABIC_ONLY`.
"""

from __future__ import annotations

import re
from typing import Final

from fadu.reading.figure import Kind

__all__ = ["ARABIC_UNIT", "GENERAL", "HAN_UNIT", "NORMAL", "UNIT_KINDS"]

TIME: Final = (
    "个工作日 工作日 个自然日 自然日 天 日 周 星期 个星期 个月 年 个季度 小时 个小时 个钟头 分钟 秒 个半月 周年"
)
MONEY: Final = "元 人民币 元整 块钱 美元 港元 欧元"
SHARE: Final = "% ％ ‰ 个百分点 百分点 个百分比 成 倍"
# Cases and acts, people and organs, papers and things, actions: the measures proper.
PIECES: Final = (
    "件 起 宗 例 桩 案 人 名 位 户 家 个 条 项 份 部 册 张 篇 幅 支 所 座 栋 幢 间 套 台 辆 艘 架 枚 只 头 匹"
    " 株 棵 根 颗 粒 盒 箱 袋 瓶 桶 包 捆 批 种 类 大类 小类 款 处 次 场 期 轮 站 字 卷 堂 课 节 讲 课时 学时"
    " 题 道 趟 口 眼 块 面 则 档 把 盏 具 尾 羽 师 组 班 届 队 门 顶 封 页 版 点 本 枝 扇 分 幕 盘 拨 波 副"
    " 摊 单 票 顷 片 路 笔 词条 通 头只 孔 帧 集 链 图斑 点位 学分 方面 领域 环节 部分 要点 步骤 大项 小项"
    " 子项"
)
# An action and its object counted at once: 886人次, 1632家次, 47件次; the second word may stand in brackets: 件(次).
_TIMES: Final = (
    r"(?:人|家|户|件|条|场|台|车|辆|艘|班|批|个|篇|例|起|宗|部|份|项|点|站|处|课|学|期|船|架|店|校|村|轮|单|队|所|座|面|盘)次"
    r"|[人件户家场次个项条台份册宗起处名][(（][次场件起套册份处家户宗个人][)）]"
)
MEASURES: Final = (
    "平方公里 平方千米 ㎡ 平方米 立方米 公里 千米 米 厘米 毫米 里 华里 亩 公顷 吨 千克 公斤 克 斤 升 毫升"
    " 千伏 千伏安 兆瓦 千瓦 千瓦时 度电 兆 吉 MB GB TB KB 标准箱 方公里 立方 平米 平方"
)
# Nouns that are counted without a measure word: 12镇8乡, 15部门, 20社区.
NOUNS: Final = (
    "部门 乡镇 镇街 街道 社区 镇 乡 村 县区 区县 县 市 单位 场所 村居 平台 行业 学校 企业 镇办 站所 家庭"
    " 县市区 县（市、区） 县(市、区)"
)

NORMAL: Final = {
    "％": "%",
    "个工作日": "工作日",
    "个自然日": "自然日",
    "个小时": "小时",
    "个钟头": "小时",
    "个星期": "星期",
    "个月": "月",
    "个季度": "季度",
    "个百分点": "百分点",
    "个百分比": "百分点",
    "人民币": "元",
    "元整": "元",
    "块钱": "元",
    "方公里": "平方公里",
    "平方千米": "平方公里",
    "平米": "平方米",
    "度电": "千瓦时",
}

# Whatever is not here is counted: `Kind.COUNT`.
UNIT_KINDS: Final[dict[str, Kind]] = (
    dict.fromkeys(TIME.split(), Kind.DURATION)
    | dict.fromkeys(MONEY.split(), Kind.MONEY)
    | dict.fromkeys(SHARE.split(), Kind.RATIO)
)

# What follows a measure word and makes of it the beginning of another: 人民币, 部署, 条例, 名单, 本级, 台账, 家庭农场.
_UNLESS: Final = {
    "人": "民大工均防社文力员才",
    "名": "单录称义优誉城校",
    "家": "庭长属电具政暴园风教委乡",
    "条": "例款约块文规龙心",
    "部": "署委长级队",
    "本": "级地市县区省乡村年报科职着次届人",
    "台": "账湾阶山",
    "只": "跑有要是进能需",
    "所": "有以在需属得谓",
    "期": "间限望盼末刊货",
    "个": "人体案性税别股",
    "点": "击评位多对亮面名",
    "面": "向对临积试谈议",
    "处": "理罚置分于境级",
    "次": "性日年月要",
    "场": "景地馆",
    "题": "材库",
    "道": "路德",
    "组": "织成建长合员",
    "类": "别似型",
    "班": "子",
    "队": "伍员",
    "站": "点位",
    "节": "约能点假水",
    "课": "程题",
    "册": "子",
    "位": "于置居列次",
    "分": "点别类级为局管析支公割布配解包之析子流散开批段行阶区院",
    "版": "本权块面",
    "门": "户类槛诊店窗牌卫票",
    "路": "径线灯口由",
    "口": "岸碑径号头",
    "块": "链状",
    "单": "位项独元一",
    "片": "区面段",
    "字": "号样第〔[",
    "起": "草来步诉点源底算到",
    "种": "植养子粮",
    "件": "事",
    "顶": "层",
    "档": "案次",
    "盘": "活点州锦县",
    "波": "及动",
    "里": "程面",
    "克": "服",
    "升": "级学至到为",
    "吉": "林安",
    "年": "代轻级鉴",
    "日": "常报前起",
    "周": "边期岁密年",
    "天": "津然",
    "成": "效果立功为本员交都长份绩人型熟",
    "轮": "车岗流换椅",
    "讲": "话解座述",
    "笔": "记试录",
    "封": "闭",
    "票": "据",
    "具": "有体备",
    "把": "手握关",
    "市": "场民政委级直域区县本监容值",
    "县": "级域委政直城",
    "村": "级民委庄容",
    "镇": "级",
    "乡": "村级镇",
    "社区": "矫戒",
    "案": "件卷例情由",
    "款": "项",
    "头": "条雁",
    "包": "括含保",
    "批": "准复示发评",
    "师": "资",
    "卷": "宗入烟",
    "株": "洲",
    "根": "据",
    "座": "谈",
    "间": "接隔",
    "套": "餐牌路取",
    "份": "额",
    "支": "付持部撑出局援教",
}


# After Chinese numerals these are words, places or ranks: 一面, 三门, 一路, 一道, 五台, 二级, 一组, 三点, 千克, 四平.
_NOT_HAN: Final = (
    f"{SHARE} {NOUNS}"
    " 门 路 道 点 面 口 块 头 片 组 班 届 队 单 把 分 则 档 笔 具 师 题 讲 堂 课 眼 根 粒 羽 尾 版 案 日 平方"
    " 立方 兆 吉 里 克 升 斤 秒 款 字 站 节 架 只 间 包 波 页 顶 幕 盘 枝 扇 位 领域 环节 步骤 子项 票 摊 通"
    " 孔 帧 集 链"
)


def _pattern(*, but: str = "") -> str:
    """Longest word first, each with what must not follow it."""
    words = set(f"{TIME} {MONEY} {SHARE} {PIECES} {MEASURES} {NOUNS}".split()) - set(but.split())
    chosen = sorted(words, key=lambda word: (-len(word), word))
    one_by_one = (re.escape(word) + (f"(?![{_UNLESS[word]}])" if word in _UNLESS else "") for word in chosen)
    return "|".join((_TIMES, *one_by_one))


ARABIC_UNIT: Final = _pattern()
HAN_UNIT: Final = _pattern(but=_NOT_HAN)
# General nouns after 大: 四大平台, 七大领域 sum up what is listed before them.
GENERAL: Final = (
    "平台|领域|方面|行动|举措|措施|工程|板块|机制|体系|任务|中心|项目|行业|系统|环节|专项|载体|阵地|品牌|抓手|要素|指标|场景|功能"
    "|模块|模式|目标|支撑|工作|重点|片区|基地|园区|产业|部分|活动|服务|事项|制度|类别|内容|清单|战场|职能|部门|维度|窗口"
)
