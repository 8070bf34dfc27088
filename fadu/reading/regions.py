"""Names of regions as reports print them: 盂县, 赣州蓉江新区, 双江拉祜族佤族布朗族傣族自治县, 城关镇.

A name is read by its suffix and by what stands around it, never from a list of places: the reports to come are of
places no list of ours has. Where the title names the region, the title is right. Where it does not, the region is the
place that the text itself names most often on the level it speaks of as its own (我县, 全区).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["named", "own", "region_of", "signed"]

# From the widest to the narrowest: a name goes on only to a narrower part (盘州市 and then 城市管理 stays 盘州市).
_LEVELS: Final = (
    ("省", "自治区", "特别行政区"),
    ("自治州", "地区", "盟", "州"),
    ("市",),
    ("自治县", "自治旗", "县", "旗", "新区", "高新区", "开发区", "示范区", "度假区", "保税区", "风景区", "管理区",
     "实验区", "试验区", "合作区", "产业区", "园区", "林区", "特区", "区"),
    ("街道", "苏木", "镇", "乡"),
)  # fmt: skip
_RANK: Final = {suffix: rank for rank, suffixes in enumerate(_LEVELS) for suffix in suffixes}
_TOWN: Final = 2
_SUFFIX: Final = re.compile("|".join(sorted(_RANK, key=len, reverse=True)))
# 景德镇市, 新乡市, 盘州市, 红旗区: what ends like a part of a name goes on to its true suffix.
_GOES_ON: Final = re.compile(r"(?:[镇乡州旗盟市](?=[市县区旗](?![场政容委域级直管]))|州(?=省))")
_ONE_CHARACTER: Final = frozenset({"县", "区"})  # 盂县, 城区; a city or a town of one character there is not
# Words that end like a region and are none: alone, or at the end of a longer word (文明城市).
_NO_REGION: Final = re.compile(
    r"(?:都市|省市|州市|县市|股市|区县|市县|旗县|州县|属县|治县|市区|县区|灾区|山区|片区|库区|战区|牧区|老区|街区|治区|特区|工业园区|服务区"
    r"|村镇|集镇|家乡|返乡|下乡|老乡|国旗|锦旗|党旗|同盟|节省|反省"
    r"|.*(?:城市|超市|上市|门市|夜市|社区|校区|小区|辖区|景区|乡镇|城镇|城乡|联盟|加盟))"
)
_NEVER: Final = re.compile(
    r"[的了和与及或对向在为把被将从由到以于是有其等各全我本该每某第一二三四五六七八九十百两多个级这那]"
    r"|关于|印发|贯彻|落实|推进|加强|开展|建设|法治|依法|政府|人民|行政|执法|工作|领导|会议|党委|组织|示范|年度|列入|纳入|成立|公开|召开|制定|出台|健全|完善|编制|报送|强化|积极|邀请|聘请|参加|围绕"
)
_GOVERNMENT: Final = re.compile(
    r"(?:委员会|县委|区委|市委|镇委|旗委|党委|党工委)?(?:人民政府|政府|管理委员会|管委会|办事处)?(?:办公室|办)?"
)
_ORGAN: Final = re.compile(r"[一-龥、]{1,24}?(?:局|委员会|办公室|委|队|厅|院|所|中心|集团|公司)$")
_STOP: Final = re.compile(
    r"关于|20\d\d|２０|二[〇○零]|年度|法治政府|法治建设|依法行政|依法治|全面依法|全面推进|落实|履行|推进|贯彻|开展|政府信息|政务公开|普法|[《“（(]"
)
_LEAD: Final = re.compile(
    r"^(?:中共|中国共产党|关于|印发|报送|上报|呈报|公开|发布|公布|[（(]?(?:20\d\d|２０..|二[〇○零]..)年?度?[)）]?)+"
)
_OWN: Final = re.compile(r"([我本全])(县|市|区|旗|镇|乡|州|盟|省|街道)")
_BOUND: Final = (
    r"(?:^|[^一-龥]|年|月|了|在|为|从|由|对|向|据|照|法治|平安|美丽|幸福|和谐|数字|活力|魅力|展|好|实|制|发)"
)
_SPACES: Final = re.compile(r"\s+")


def _part(words: str, place: int, rank: int) -> tuple[int, int] | None:
    """The end and the level of the part of a name that begins at `place` and is narrower than `rank`."""
    for found in _SUFFIX.finditer(words, place, place + 18):
        suffix, name, whole = found[0], words[place : found.start()], words[place : found.end()]
        if _NEVER.search(name):
            return None
        if _RANK[suffix] <= rank or _GOES_ON.match(words, found.end() - 1):
            continue
        if len(name) < 2 and not (
            (len(name) == 1 and suffix in _ONE_CHARACTER) or (not name and rank == _TOWN and len(suffix) > 1)
        ):
            continue
        if _NO_REGION.fullmatch(whole):
            continue
        return found.end(), _RANK[suffix]
    return None


def region_of(words: str) -> str:
    """The name of a region at the beginning of `words`, with the wider regions printed before it; "" if none is."""
    place, rank = 0, -1
    while found := _part(words, place, rank):
        place, rank = found
    return words[:place]


def named(title: str) -> tuple[str, str]:
    """The region and the department that a title (without spaces) names: ("盂县", ""), ("盘州市", "司法局")."""
    words = _LEAD.sub("", title)
    stop = _STOP.search(words)
    lead = words[: stop.start()] if stop else words
    region = region_of(lead)
    rest = lead[len(region) :]
    return region, "" if _GOVERNMENT.fullmatch(rest) or not _ORGAN.fullmatch(rest) else rest


def signed(close: Iterable[str]) -> str:
    """The region of the organ that signed, from the last lines of a report; also 来源：盂县人民政府 of a page."""
    for line in close:
        words = _SPACES.sub("", line)
        words = re.split(r"[:：]", words)[-1]
        if re.search(r"(?:政府|委员会|管委会|办事处|局|办公室|领导小组|委)$", words) and (region := named(words)[0]):
            return region
    return ""


def own(body: str) -> str:
    """The region a text speaks for without a title: of the places it names on its own level (我县: a 县) the one it
    names most; a name at the beginning of a document's title (《盂县…》) counts for more."""
    ours: Counter[str] = Counter()
    for whose, suffix in _OWN.findall(body):
        ours[suffix] += 1 if whose == "全" else 4  # a district's report speaks of 全市 as well, but of 我市 never
    for suffix, _ in ours.most_common(2):
        weights: Counter[str] = Counter()
        for found in re.finditer(rf"{_BOUND}(?=(?P<name>[一-龥]{{1,11}}?{suffix}))", body):
            name = found["name"]
            if name in weights or region_of(name) == name:
                weights[name] += 3 if found[0] == "《" else 1
        for name in weights:
            weights[name] += body.count(name)
        if weights:
            return max(weights, key=lambda name: (weights[name], -len(name)))
    return ""
