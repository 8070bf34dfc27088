"""The page's furniture: navigation, 打印 关闭, publication lines, 上一篇 下一篇. No number in it is read.

Nothing is cut out of the text: `kept()` says which spans of it are the report, and every offset stays what it was. A
report that came without a page (from Word, from a clerk's hand) is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["ORGAN", "TITLE", "Span", "is_label", "is_prose", "kept", "labels", "lines", "published"]

Span = tuple[int, int]

LONGEST_LABEL: Final = 120  # characters: no line of navigation is longer, and no longer line is tried
TITLE: Final = re.compile(
    r"(?=.*(?:法治|依法|普法|行政|政务|司法|述法|述职))"
    r".*(?:报告|总结|汇报|说明|通报|公报|要点|计划|方案|情况|清单|统计|意见|规划|通知|自查|述法)"
    r"(?:[（(\[〔].{1,24}[)）\]〕])?$"
)
# The words of a page's buttons; a line of nothing else is one.
_ACTION: Final = (
    "我要|点击|立即|打印|关闭|收藏|分享|返回|纠错|朗读|下载|转发|复制|评论|点赞|本页|本文|此页|页面|窗口|顶部|首页|上一?级|上页|列表"
    "|链接|全文|文章|本站|无障碍|浏览|阅读|模式|长者|助手|适老化?|关怀版|简体|繁体|中文|版|English|登录|注册|退出|搜索|检索"
    "|网站|地图|导航|联系我们|关于我们|设为|手机|移动|个人中心|站群|智能问答|微信|微博|客户端"
)
# Lines of a page that say nothing of the report. Each is tried on a whole line without its spaces.
_LABEL: Final = re.compile(
    r"(?:今天是|今日是|现在是|欢迎(?:您|访问|光临)|您?(?:现在|当前)?所?在?的?位置|当前栏目|首页[>＞»›/|·\-→]).*"
    r"|[\[【(（]?(?:字号|字体|文字大小|视力保护色|背景色).{0,60}"
    rf"|(?>[\[\]【】()（）|｜/、>＞:：]|{_ACTION})++"
    r"|[\[【（(]?[大中小][\s|｜/、]*[大中小][\s|｜/、]*[大中小][\]】）)]?.{0,20}"
    r"|(?:分享(?:到|至)|扫一扫|扫描?二维码|扫码|微信扫).{0,40}|分享[:：]?"
    r"|(?:上|下|前|后)一?(?:篇|条|页|则|文章|信息)(?:[:：].*|[\[【>＞»<«].*)?"
    r"|(?:相关|推荐|热门|延伸|最新|更多|友情|猜你)的?"
    r"(?:信息|链接|文档|新闻|文章|阅读|内容|附件|稿件|资讯|推荐|发布|喜欢|报道)[:：>＞]*"
    r"|(?:责任|本文|网站|文字)?(?:编辑|校对|审核|作者|初审|复审|终审|责编|录入|签发)(?:人)?[:：].{0,24}"
    r"|(?:点击|浏览|阅读|访问)(?:次数|量|率|数|人数)?[:：].{0,40}"
    r"|(?:主办|承办|协办|运行维护|运维|技术支持|维护|联系电话|网站电话|邮编|地址|监督电话)(?:单位|机关|部门|主体)?[:：].{0,70}"
    r"|(?:网站标识|版权所有|备案序?号|网站备案).{0,70}"
    r"|.{0,30}(?:ICP备|公网安备|Copyright|All Rights Reserved|©).*"
    r"|建议使用.{0,60}(?:浏览器|分辨率).{0,40}"
    r"|[\-—–－_ ]*第?\d{1,4}[\-—–－_ ]*(?:页|/\d{1,4})?(?:[,，/]?共\d{1,4}页)?[\-—–－_ ]*"
    r"|[^。；;]{0,20}人民政府(?:门户网站|网)?20\d\d年\d{1,2}月\d{1,2}日星期[一二三四五六日天]"
)
# Where a line says where the page came from and when: the report's date is guessed from it, never a figure read in it.
_PUBLISHED: Final = re.compile(
    r"[（(\[【]?(?:.{0,12}(?:信息来源|文章来源|稿件来源|来源|出处)[:：].*"
    r"|(?:信息)?(?:发布|公开|更新|生成|成文|印发|发文|录入|创建|添加|制发)(?:时间|日期|于)?[:：].{0,80}"
    r"|[一-龥]{0,6}(?:时间|日期)[:：|｜]20\d\d.{0,80}"
    r"|(?:索引号|主题分类|信息分类|公文种类|体裁分类|组配分类|发文机[构关]|发布机构|公开方式|公开范围|有效性|文号|文件号|发文字号|公文时效"
    r"|关键词|名称|标题|内容概述|信息名称|责任部门|制发机构|标识码)[:：|｜].*"
    r"|20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)(?:.{0,40}))[)）\]】]?"
)
ORGAN: Final = re.compile(r"(?:中共)?[一-龥]{2,30}(?:政府|委员会|办公室|局|领导小组|办事处|管委会|厅|院|中心)")
_SOURCE: Final = re.compile(r"[（(\[]?(?:信息|文章|稿件)?(?:来源|主办|发布机构|发文机关)")
_DOCNO: Final = re.compile(r"[一-龥]{2,16}[〔\[（(【]\s*20\d\d\s*[〕\]）)】]\s*第?\s*\d{1,4}\s*号")
_SPACES: Final = re.compile(r"[\s\u3000\u00a0\u200b\ufeff·•]+")
_LINE: Final = re.compile(r"[^\r\n]+")
_PART: Final = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]+[、，,章节部]|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、])"
)


def lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Every line that is not blank: where it begins, where it ends, and its words without surrounding space."""
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if words:
            yield found.start(), found.end(), words


def is_label(words: str) -> bool:
    """Whether a line is a label of the page."""
    if len(words) > LONGEST_LABEL or "。" in words:
        return False
    bare = _SPACES.sub("", words)
    return not bare or bool(_LABEL.fullmatch(bare) or _PUBLISHED.fullmatch(bare))


def is_prose(words: str) -> bool:
    """Whether a line is of the report's running text, whatever else it may be."""
    return len(words) > LONGEST_LABEL or "。" in words or words.endswith(("；", ";")) or bool(_PART.match(words))


def is_opening(words: str) -> bool:
    """Whether a line above the running text belongs to the report: title, document number, salutation."""
    bare = _SPACES.sub("", words)
    return bool(
        TITLE.fullmatch(bare)
        or _DOCNO.search(bare)
        or (len(bare) <= 60 and bare.endswith(("：", ":")))
        or (len(bare) <= 50 and re.search(r"^关于|法治|依法行政|(?:报告|总结|汇报)$", bare))
        or ORGAN.fullmatch(bare)
        or re.fullmatch(r"[（(]?20\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?[)）]?", bare)
    )


def kept(text: str) -> tuple[Span, ...]:
    """The spans of the text that are the report, in order, without the lines that belong to the page.

    Above the first line of running text only a title, a document number, a salutation and a date stay; below the last,
    everything up to the first label of the page. Between, only lines that are a label and nothing else go: a report is
    rather read with a label too many than with a line too few.
    """
    found = list(lines(text))
    prose = [place for place, (_, _, words) in enumerate(found) if is_prose(words) and not is_label(words)]
    if not prose:
        return tuple(_joined([(start, end) for start, end, words in found if not is_label(words)], text))
    first, last = prose[0], prose[-1]
    above = [(start, end) for start, end, words in found[:first] if not is_label(words) and is_opening(words)]
    body = [(start, end) for start, end, words in found[first : last + 1] if not is_label(words)]
    below: list[Span] = []
    for start, end, words in found[last + 1 :]:
        if is_label(words):
            break
        below.append((start, end))
    return tuple(_joined([*above, *body, *below], text))


def _joined(spans: list[Span], text: str) -> Iterator[Span]:
    """Spans with nothing but space between them are one."""
    begun: Span | None = None
    for start, end in spans:
        if begun is not None and not text[begun[1] : start].strip():
            begun = (begun[0], end)
            continue
        if begun is not None:
            yield begun
        begun = (start, end)
    if begun is not None:
        yield begun


def labels(text: str) -> list[str]:
    """The labels of the page that name a source or a publisher: 来源：…, 主办：…."""
    return [words for _, _, words in lines(text) if len(words) <= LONGEST_LABEL and _SOURCE.match(words)]


def published(text: str) -> tuple[int, int] | None:
    """Year and month in which the page says it was published, from the first such line; None if none does."""
    for _, _, words in lines(text):
        if len(words) <= LONGEST_LABEL and _PUBLISHED.fullmatch(_SPACES.sub("", words)):
            day = re.search(r"(20\d\d)[-/年.](\d{1,2})[-/月.]", words)
            if day and 1 <= int(day[2]) <= 12:
                return int(day[1]), int(day[2])
    return None
