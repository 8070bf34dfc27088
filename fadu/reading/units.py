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

TIME: Final = "个工作日 工作日 个自然日 自然日 天 日 周 星期 个星期 个月 年 个季度 小时 个小时 个钟头 分钟 秒 个半月"
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
    r"|[人件户家场次个项条台份册宗起处名张][(（][次场件起套册份处家户宗个人张][)）]"
)
MEASURES: Final = (
    "平方公里 平方千米 ㎡ 平方米 立方米 公里 千米 米 厘米 毫米 里 华里 亩 公顷 吨 千克 公斤 克 斤 升 毫升"
    " 千伏 千伏安 兆瓦 千瓦 千瓦时 度电 兆 吉 MB GB TB KB 标准箱 方公里 立方 平米 平方 微克/立方米 微克 毫克"
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

# What follows a measure word and makes of it the beginning of another: 人民币, 部署, 条例, 名单, 本级, 台账.
_UNLESS: Final = {
    "人": "民|大代|工(?!作)|均(?!为|是|已)|防|社局|员|才",
    "名": "单(?!位)|录|称|义|优(?!秀)|誉|城",
    "家": "庭",
    "条": "例|款|约(?!束)",
    "部": "署|委|长|级|队",
    "本": "级|市|县|区|省|年|届|科",
    "台": "账|湾|阶|山",
    "只": "跑|有|要|是|进|能|需",
    "所": "以|在|需|属|得|谓",
    "期": "间|限|望|盼|末|刊|货",
    "点": "击|评|位|多|对|亮|面|名",
    "面": "向|对|临|积|试|谈|议",
    "处": "理|罚|置|境",
    "次": "性|日|要(?!求)",
    "场": "景|馆",
    "题": "材|库",
    "道": "路|德",
    "组": "织|成|建|长|合|员",
    "类": "别|似|型",
    "班": "子",
    "队": "伍|员",
    "站": "点|位",
    "节": "约|能|点|假|水|气|日",
    "课": "程|题",
    "册": "子",
    "位": "于|置|居(?!民)|列|次|数",
    "分": "点|别|类|级|为|局|管|析|支|公司|割|布|配|解|之|子|流|散|开|批|段|行|阶|区|院",
    "版": "本|权|块|面",
    "门": "户|类|槛|诊|店|窗|牌|卫|票",
    "路": "径|线|灯|口|由",
    "口": "岸|碑|径|号|头",
    "块": "链|状",
    "单": "位|项|独|元",
    "片": "区|面|段",
    "字": r"号|样|第|〔|\[",
    "起": "草(?!原)|来(?!信|访|电)|步|诉(?!讼)|点|源|底|算|到",
    "种": "植|子|粮",
    "顶": "层",
    "档": "案|次",
    "盘": "活|点|州|锦|县",
    "波": "及|动",
    "里": "程|面",
    "克": "服",
    "升": "级|学|至|到|为",
    "吉": "林|安",
    "年": "代|轻|级|鉴",
    "日": "常|报|前|起",
    "周": "边|期|岁|密|年",
    "天": "津|然",
    "成": "效|果|立|功|为|本|员|交|都|长|份|绩|人|型|熟",
    "轮": "车|岗|流|换|椅",
    "讲": "话|解|座|述",
    "笔": "记|试|录",
    "封": "闭",
    "票": "据",
    "具": "有|体|备",
    "把": "手|握|关",
    "市": "场|民|政|委|直|域|区|县|本|监|容|值",
    "县": "级|域|委|政|直|城",
    "村": "级|民|委|庄|容",
    "镇": "级",
    "乡": "村|级|镇",
    "社区": "矫|戒",
    "案": "件|卷|例|情|由",
    "款": "项",
    "头": "条|雁",
    "包": "括|含|保",
    "批": "准|复|示|发|评",
    "师": "资",
    "卷": "入|烟",
    "株": "洲",
    "根": "据",
    "座": "谈",
    "间": "接|隔",
    "套": "餐|牌|路|取",
    "份": "额",
    "支": "付|持|部|撑|出|局|援|教",
}


# After Chinese numerals these are words, places or ranks: 一面, 三门, 一路, 一道, 五台, 二级, 一组, 三点, 千克, 四平.
_NOT_HAN: Final = (
    f"% ％ ‰ 成 {NOUNS}"
    " 门 路 道 点 面 口 块 头 片 组 班 届 队 单 把 分 则 档 笔 具 师 题 讲 堂 课 眼 根 粒 羽 尾 版 案 平方"
    " 立方 兆 吉 里 克 升 斤 秒 款 字 站 节 架 只 间 包 波 页 顶 幕 盘 枝 扇  领域 环节 步骤 子项 票 摊 通"
    " 孔 帧 集 链"
)


def _pattern(*, but: str = "") -> str:
    """Longest word first, each with what must not follow it."""
    words = set(f"{TIME} {MONEY} {SHARE} {PIECES} {MEASURES} {NOUNS}".split()) - set(but.split())
    chosen = sorted(words, key=lambda word: (-len(word), word))
    one_by_one = (re.escape(word) + (f"(?!{_UNLESS[word]})" if word in _UNLESS else "") for word in chosen)
    return "|".join((_TIMES, *one_by_one))


ARABIC_UNIT: Final = _pattern()
HAN_UNIT: Final = _pattern(but=_NOT_HAN)
# General nouns after 大: 四大平台, 七大领域 sum up what is listed before them.
GENERAL: Final = (
    "(?:工作|服务|活动)?(?:平台|体系|机制|领域)|领域|方面|行动|举措|措施|工程|板块|任务|中心|项目|行业|系统|环节|专项|载体|阵地|品牌|抓手|要素|指标|场景|功能"
    "|模块|模式|目标|支撑|工作|重点|片区|基地|园区|产业|部分|活动|服务|事项|制度|类别|内容|清单|战场|职能|部门|维度|窗口"
)
