"""The words around a noun in official prose: adverbs, verbs of mere doing, comparisons, verbs that need an object.

`subjects` takes them off or looks for them; each pattern says which construction it stands for.
"""

from __future__ import annotations

import re
from typing import Final

_ORGAN: Final = "[县市区州省旗盟局委办镇乡院]"
_ADVERB: Final = (
    r"截[至止](?:目前|现在|[年月日底\d]+)?|目前|现在|今年以来|今年|去年|本年度?|年内|全年|年度|累计|总计|共计|合计|先后|分别|已经|已(?!结案件)|另外|另"
    r"|还有|还|其中|其(?!他|它|余|次)|共(?!同|享|建|治|赢|产|和|青)|均|主要|同时|并|且|又|再(?!犯|次|生|审)|将|我们"
    rf"|[全我本]{_ORGAN}|全国|本级|各级各部门|各地各部门|各级|各部门|(?:依法|按时|及时)(?![^，,]{{0,4}}率)|认真|积极|深入|持续|扎实|严格|全面|切实|大力|不断"
    r"|(?:19|20)\d\d年?(?:度|底|上半年|下半年|前\d+个月|\d+[-—至]\d+月|\d+月)?(?:以来|期间)?|\d+[-—至]\d+月份?|[上下]半年"
    r"|每[年月季周]|每季度|以来|对外|圆满|顺利|集中(?=组织|举办)|统一(?=组织)|研究(?=办理)|组织(?=开展|召开|举办|实施)|含"
)
# At the head of a phrase: what was done when, by whom, how often counted, and no part of what is counted.
_MARK: Final = r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、．]|\d{1,2}\.(?!\d)|[一二三四五六七八九十]{1,2}是"
_BY_THEN: Final = r"(?:力争|争取|计划|确保)?到?(?:19|20)\d\d年(?:底|末)?"
LEADING: Final = re.compile(rf"^(?:{_BY_THEN}|[\s、,，:：(（和与的了●■◆▲★·]|及(?!格|时)|以及|{_MARK}|{_ADVERB})+")
# 为受援人挽回损失: for whom it was done.
FOR: Final = re.compile(r"^为[^，,]{2,12}?(?=挽回|讨回|追回|减免|节省|节约|争取|避免|解决|提供)")
# 公安局全年开展…, 各级调委会共调解…: who did it stands before the adverb of counting.
WHO: Final = re.compile(r"^.{2,16}(?:累计|共计|合计|(?<!公)共(?!同|享|建|治|赢|产|和|青|计)|先后|全年|今年)(?=.{2})")
ADVERB: Final = re.compile(r"累计|共计|合计|先后|全年|今年|共")
PLACE: Final = re.compile(
    r"^在[^，,]{1,28}?(?:网站|系统|平台|方面|领域|期间|工作(?!者|人员|室|站)|过程|大厅|中心|范围|层面|基础|[上中内下](?!级|小))(?:中|内|上|下)?"
)
DURING: Final = re.compile(r"^[^，,、]{2,16}?期间")
# Between the noun and the number: 达到, 共有, 由原来的, 压缩至.
TRAILING: Final = re.compile(
    r"(?:\s|达到|已达|高达|达|(?<![行作])为|(?<=.)平均|连续|共有|共计|共|合计|累计|总计|(?<![没实现拥所])有|计(?<!会计)(?<!审计)(?<!统计)|约|近|将近|超过|超|逾|突破|[¥￥]|了|已|(?<![平人户村日月年案])均|各|分别|只有"
    r"|仅|至少|最多|不少于|不低于|不超过|不到|不足|数量|人民币|(?<=[率积])[是在]"
    r"|(?:压缩|缩短|缩减|压减|合并压减|精简|减少|降低|下降|降|减|增加|增长|增|提高|提升|上升|升|扩大|控制|保持|稳定|升级)"
    r"(?:至|到|为|在)(?:了|现在的?|目前的?|最短)?|[由从](?:去年|原来|以前|过去|法定|上年|之前|原先|最初|承诺|目前|现行|(?:19|20)\d\d年)?的?|等|：|:|(?<=.)(?<!标)的|[（(“])+$"
)
# Verbs that only say that the thing came about; what follows the last of them is the thing.
LIGHT: Final = re.compile(
    r"^(?:组织|共)?(?:开展|召开|举办|举行|进行|设立|成立|建立|建成|打造|创建|聘请|聘任|选聘|配备|拥有|实现|保持|确保|下达|编制|设置|完成"
    r"|投入|安排|建设|执行|落实|实施|作出|做出|达成(?!率)|挂牌|组建|辖|下设|配齐|布设|梳理出|推出|投放|评选出|培育|培养|完善|投用"
    r"|组织|安装|覆盖|有(?!效|关|序|力|期|机)(?=各|[^，,]{3}))(?!率|数|比|情况|单位|人员|项目|资金|总|案|收|结|到位|款)(?:了|出|好)?"
)
LIGHT_WITHIN: Final = re.compile(
    r"(?:组织|深入|广泛)?(?:开展|召开|举办|举行|设立|成立|打造|创建|建成|聘请|配备|实现|下达|作出|做出|完善|辖|安排|投入|投放)(?:了|出)?(?=..)"
)
AFTER_LIST: Final = re.compile(r"、[^，,]*?等(?:各类|各种|方面的?|相关)?(?=[^，,等]{2})")

SHARE_OF: Final = re.compile(r"^(?:约|仅|分别)?占")
COMPARED: Final = re.compile(
    r"^(?:同比|环比|较|比(?!例|率|重|对|武|赛)|与(?:上年|去年|同期)|增长|增加|上升|提高|提升|下降|减少|降低|压缩|缩短|增幅|降幅|涨幅|高于|低于|高出"
    r"|上涨|回落|是(?:[^，,]{0,6}前|上年|去年|同期)|提速|节省|精简|压减|低(?=$)|高(?=$)|下浮|翻)"
)
# 69项增加至现在的616项: the second number is the same noun at its new level.
LEVEL: Final = re.compile(
    r"^(?:增加|增长|提高|提升|上升|扩大|升级|升|增|压缩|缩短|压减|减少|减|精简|降低|下降|降|调整|扩展|拓展|扩|压|延长|延|缩)?(?:至|到|为)(?:现在|目前|今年|如今|(?:19|20)\d\d年)?的?$"
)
# The level it is compared with: 较上年的31人减少8人, 28件（上年35件）.
BASE_LEVEL: Final = re.compile(
    r"^[（(]?(?:较|比|与|同|而)?(?:上年度?|去年|前年|上一年度?|同期|(?:19|20)\d\d年度?)(?:全年|同期|度)?(?:的|为|是|仅为)?$"
)
# A clause that is nothing but its verb: 办结, 不予受理, 其中败诉, 调解成功; the noun is an earlier one.
_ACT: Final = (
    r"立案|受理|审理|审结|审查|办理|办结|结案|化解|调解|调处|调结|调撤|和解|处理|查处|查办|查实|查否|整改|解决|答复|回复|采纳|吸纳|反馈|通过|驳回|维持|涉及"
    r"|撤销|变更|确认违法|确认无效|确认|终止|中止|撤回|撤诉|纠正|纠错|败诉|胜诉|移送|移交|起诉|应诉|处罚|认领|录入|公开|备案|登记|报备|完成|办复|满意|息诉|息访"
    r"|转办|责令履行|履行|未结|在办|在调|在审|在册|在矫|待办|待审|补正|执行|服务|咨询|受教育|受援|受益|惠及|参训|培训|宣传|取消|下放|废止|失效|修改|修订|退回"
    r"|保留|继续有效|有效|合格|不合格|优秀|良好|达标|成功|解除|接收|上线|结转|新收|接收|注销|吊销|剩余|被采纳|印发|发布|收到|受案|收案|结|接待|直接解答|解答|转立案|补考|执结|准予|不予"
)
VERBAL: Final = re.compile(
    rf"^(?:不予|准予|成功|直接|其他|其它|依法|当场|在线|网上|及时|已|未|予以|责令|部分|全部|主动|目前|正在|申请人|尚|实质性?|当事人|上年|本年|被|或)*(?:{_ACT}|[、和或])+(?:成功|完毕|的|数)?$"
)
# 刑事59件, 省级3个: the attribute of an earlier noun.
ATTRIBUTE: Final = re.compile(
    r"^(?:刑事|民事|行政|民商事|国家级|省级|市级|县级|区级|乡级|镇级|村级|省本级|市本级|线上|线下|网上|城市|农村|男性?|女性?|专职|兼职|一审|二审|再审|一般程序"
    r"|简易程序|普通程序|其他|其它|主项|子项|大项|小项|个人|企业|单位|总量|总数|立|改|废|新建|续建|在建|城区|乡镇|村|社区|日均|人均|月均|年均|户均|案均|平均|机关|内部|外部)类?$"
)
CLAUSE_OF_ACT: Final = re.compile(rf"^(?:告知|未|尚未|正在|被|{_ACT})")
# 市政府本级收到412件: whose act it was, and still not of what.
ACT_OF: Final = re.compile(rf"^.{{1,12}}(?:政府|本级|部门|[县市区院局办厅委]|机关|单位|队|[)）])(?:{_ACT})+$")
# What follows are the parts of what was counted: 其中甲县91件、乙县78件, 从领域看，公安312件.
PART: Final = re.compile(r"其中|包括|[：:]|从[^，,]{1,10}看|按[^，,]{1,10}(?:分|看|统计)|各类[^，,]{1,8}中[，,]|具体为")
CASE_OPEN: Final = re.compile(r"^[（(]")
ALTOGETHER: Final = re.compile(r"^(?:共计|合计|总计|总数|两项合计|三项合计)")
CASE: Final = re.compile(r"(?:案件|案|类)$")
# The verbs by which a noun was counted; dropped where only the noun is carried on.
_COUNTED_BY: Final = "收到|受理|接收|接到|办理|查处|审查|调处|处理|审核|共有"
COUNTED_BY: Final = re.compile(rf"^(?:{_COUNTED_BY})")
WITHIN: Final = re.compile(rf"^[^“”]{{1,10}}?(?:{_COUNTED_BY})(?:各类|各种)?(?=[^率]{{3}})")
ORGAN: Final = re.compile(
    rf"^[^，,“”]{{1,14}}?(?:办|局|委|院|政府|部门|中心|单位|机构|机关|大队|厅|所)(?=组织|开展|召开|举办|举行|{_COUNTED_BY})"
)
DONE: Final = re.compile(
    r"^(?:共|新|直接|主动|依法|在线|网上|通过网上)?(?:给予|作出|立案受理|受理指派|立案查处|受理|收到|接收|接到|接待|接受|办理|承办|办结|审理|审结|审查|审核|处理|查处|查办"
    r"|调处|调解|化解|排查|履行|转办|解答|提供|认领|推送|发生|发放|印发|发布|公开|录入|参与|立案|登记|备案|清理|评查|抽查|检查|征集|答复|结案|处罚|移送|指派"
    r"|代理|收|结|新收)了?(?:各类|各种|有关|相关)?(?=..)"
)
ACTED: Final = re.compile(rf"(?:成功|已|依法)?(?:{_ACT})$")
CLOSED: Final = re.compile(r"(?:已|共)?(?:结案|办结|审结|收案|受案)$")
# In the words behind a number: where the noun ends and its verb begins.
TAIL_VERB: Final = re.compile(
    r"参加|参与|进行|开展|实现|做到|建成|设立|发放|提供|全部|全面|(?<![平人户])均|已|被|纳入|列入|划转|入驻|合并|配备|精准|推送|荣获|获得|完成|接受|试行|推行|得到"
    r"|达到|取得|制定|签订|安装|开通|上线|给予|予以|作出|成为|[为向对](?=企业|群众|[全各]|.{0,4}$)|共|通过|上报|报送|移送|立案|整改|组成|覆盖|受到|享受|办理|实施|落实|发送|压减"
    r"|就(?=[“《])"
)
# Of these verbs only what follows is said: 进行合法性审查, 全部配备, 已解决.
LIGHTLY: Final = re.compile(r"^(?:进行|全部|全面|均|已|开展|实施|给予|予以|作出|精准)$")
NO_NOUN: Final = re.compile(
    r"^(?:间|来|认真|积极|切实|严格|深入|扎实|坚持|充分|前|后|增加|减少|提高|压缩|缩短|升|降|上升|下降|增至|减至|扩大|提升|至|到|为(?!企业|群众)|并|后|且|以便|用于|同时|而|时|起|来|左右|上下)"
)
BEHIND: Final = re.compile(r"^(?:以上|以内|以下|之内|内(?!部|设|容)|左右|上下|的|（含）以上|\s)+")
# Held about something: 就重大行政决策开展了3次风险评估.
# The first of several nouns: 三批抽查工作及部门内部抽查工作.
JOINING: Final = re.compile(r"以及|及(?!时)|和|与")
# 投入1.4亿元，推进“雪亮工程”: what the money is for stands in the next clause.
OUTLAY: Final = re.compile(r"^(?:投入|安排|拨付|筹集|筹措|落实|下达|争取)(?:资金|经费|专项资金)?$")
PURPOSE: Final = re.compile(r"[，,](?:用于|推进|建设|建成|实施|开展|打造|完成|支持)?([^，,。；;、\d]{2,14})")
# The level before and after: 由去年的69项增加至现在的616项.
FROM: Final = re.compile(
    r"[由从](?P<when>去年|上年|原来|原先|以前|过去|法定|之前|最初|承诺|目前|现行|(?:19|20)\d\d年)?(?:的|平均|约|近|\s)*$"
)
ABOUT: Final = re.compile(r"(?:就|对|围绕|针对|聚焦)([^，,、]{2,12}?)(?:开展|进行|作出|组织|举办|实施)了?$")
TOWARDS: Final = re.compile(rf"(?:[向对给为将由把从在与等的]|组织|涉及|覆盖|以及|[全我本]{_ORGAN}|全国)+$")
# 律师对各单位报送的12本案卷: what comes before 对, 将, 把 is who did it.
OBJECT: Final = re.compile(r"^.*[对将把向]")
# 6个问题并已整改: the noun is over.
AND_THEN: Final = re.compile(
    r"(?:围绕|相比|仍|尚|(?<![集其当之高初途])中(?![心级队学国央小医介共期专])).*$|(?:并|后|且)(?:已|予以|全部|及时|均|立即|按|进行|全|都).*$"
)
DECLINED: Final = re.compile(
    r"(?:明显|大幅度?|显著|持续|逐年|总体|稳步|进一步|均|有所|呈|同比)*(?:减少|下降|降低|增加|上升|增长|提高|提升|好转|趋势|态势)+$"
)
# In which field a whole paragraph counts: 在市场监管执法领域，; 五、行政复议方面。; ▲行政复议：
FIELD: Final = re.compile(
    r"\s*(?P<mark>[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六七八九十]是|[▲●■◆★□○•►▪])?\s*(?P<at>在)?"
    r"(?P<field>[^，,。；;：:、\s]{2,8}?)(?:(?:执法)?(?:领域|方面|战线|条线)(?P<stop>[，,。：:])|(?P<colon>[：:]))"
)
# 职能部门的254项, 机关单位和14个派出所: the noun is whole, and another number follows it.
JOINED: Final = re.compile(r"(?:的|和|及|与|、)\s*$")
# 7个方面44项措施: a noun of its own, however short.
LEFT: Final = re.compile(r"^(?:剩余?|余|尚有|另有|还有)$")
PLAIN: Final = re.compile(r"^(?:方面|领域|部门|单位|乡镇|街道|社区|环节|县区|批次|大类)$")
JOINT: Final = re.compile(r"[、和及与]")
# The rate of an act says not of what: 办结率, 满意度, 覆盖率.
RATE: Final = re.compile(r"^[^“”]{1,3}(?:率|度|比例?)$")
BRACKETED: Final = re.compile(r"(?<=.)[（(][^（()）]*[)）]$")
LETTERS: Final = re.compile(r"[\W_]+")
