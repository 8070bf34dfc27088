"""The page of an official document: the numbers of GB/T 9704-2012 (党政机关公文格式), in one place.

Lengths in millimetres carry `_MM`, type sizes and line heights in points `_PT`. Renderers take every measure from here.
Where the standard leaves a measure open, or a word processor cannot hold it exactly, the comment says what was chosen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# --- paper and type area (5.1, 5.2) -----------------------------------------------------------------------------------

PAPER_WIDTH_MM = 210
PAPER_HEIGHT_MM = 297
MARGIN_TOP_MM = 37  # 天头 37 mm ± 1 mm
MARGIN_LEFT_MM = 28  # 订口 28 mm ± 1 mm
MARGIN_RIGHT_MM = 26  # 210 - 28 - 156
MARGIN_BOTTOM_MM = 35  # 297 - 37 - 225
TYPE_WIDTH_MM = 156  # 版心 156 mm × 225 mm
TYPE_HEIGHT_MM = 225
LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28

PT_PER_MM = 72 / 25.4
LINE_PT = 28.95  # 22 lines fill 225 mm at 28.99 pt; 28.95 leaves the rounding of a word processor inside the page
TYPE_WIDTH_PT = TYPE_WIDTH_MM * PT_PER_MM

# --- type (5.2.3, 7.2, 7.3) -------------------------------------------------------------------------------------------

BODY_PT = 16  # 三号
TITLE_PT = 22  # 二号
COLOPHON_PT = 14  # 四号: 抄送、印发机关和印发日期
PAGE_NUMBER_PT = 14  # 四号 半角宋体
SHEET_PT = 12  # 小四: the forms fix no size; this is the largest at which a grid of four columns holds its labels
TABLE_PT = 12
SHEET_MARGIN_TOP_MM = 22  # forms are no 公文: they keep the binding edge and the type width and use more of the page
SHEET_MARGIN_BOTTOM_MM = 18
SHEET_LINE_PT = 20
MARK_PT = 52  # largest issuing mark; the standard gives none but asks for 醒目、美观、庄重
MARK_LEAST_PT = 26
TITLE_LINE_PT = 33  # 二号 title lines on a fixed pitch

RED = "FF0000"
FAINT = "A6A6A6"  # the marked place of a seal

# --- head (7.2) -------------------------------------------------------------------------------------------------------

MARK_BELOW_TYPE_MM = 35  # 发文机关标志上边缘至版心上边缘
NUMBER_BELOW_MARK_LINES = 2  # 发文字号: 标志下空二行
RULE_BELOW_NUMBER_MM = 4
TITLE_BELOW_RULE_LINES = 2
ADDRESSEE_BELOW_TITLE_LINES = 1
RULE_EIGHTHS_PT = 18  # 2.25 pt; the standard gives the red rule's length and place, not its weight

# --- special letter form (10.1) ---------------------------------------------------------------------------------------

LETTER_MARK_FROM_TOP_MM = 30
LETTER_RULE_BELOW_MARK_MM = 4
LETTER_RULE_FROM_BOTTOM_MM = 20
LETTER_RULE_MM = 170

# --- foot (7.3.5, 7.4, 7.5) -------------------------------------------------------------------------------------------

DATE_RIGHT_CHARACTERS = 4  # 成文日期右空四字 (with a seal)
UNSEALED_RIGHT_CHARACTERS = 2  # 署名右空二字 (without)
NOTE_INDENT_CHARACTERS = 2
COLOPHON_INDENT_CHARACTERS = 1
COLOPHON_OUTER_EIGHTHS_PT = 8  # 首条、末条 0.35 mm
COLOPHON_INNER_EIGHTHS_PT = 6  # 中间 0.25 mm
PAGE_NUMBER_BELOW_TYPE_MM = 7  # 一字线上距版心下边缘
PAGE_NUMBER_INDENT_CHARACTERS = 1  # 单页码居右空一字，双页码居左空一字
SEAL_MM = 42  # the diameter of a county organ's seal, for the marked place only

# --- faces ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: the name a government office has, other names it goes by, what a free system has instead."""

    name: str
    latin: str
    also: tuple[str, ...]
    free: str
    serif: bool = True


FANGSONG = Face("仿宋_GB2312", "Times New Roman", ("仿宋", "FangSong", "FangSong_GB2312"), "Noto Serif CJK SC")
KAITI = Face("楷体_GB2312", "Times New Roman", ("楷体", "KaiTi", "KaiTi_GB2312"), "LXGW WenKai")
HEITI = Face("黑体", "黑体", ("SimHei",), "Noto Sans CJK SC", serif=False)
SONGTI = Face("宋体", "宋体", ("SimSun",), "Noto Serif CJK SC")
XIAOBIAOSONG = Face("方正小标宋简体", "方正小标宋简体", ("FZXiaoBiaoSong-B05S", "小标宋"), "Noto Serif CJK SC")
FACES = (FANGSONG, KAITI, HEITI, SONGTI, XIAOBIAOSONG)

LEVEL_FACES = (FANGSONG, HEITI, KAITI, FANGSONG, FANGSONG)
"""The face of body text and of the heading levels 一、 （一） 1. （1） (7.3.3)."""


def twips(points: float) -> int:
    """Twentieths of a point, the word processor's unit."""
    return round(points * 20)


def mark_size(mark: str) -> float:
    """The type size in points at which an issuing mark fills the type area, between its largest and its least size.

    A mark too long for one line even at the least size wraps; a line feed in it chooses where.
    """
    widest = max((len(line) for line in mark.splitlines()), default=1)
    return max(MARK_LEAST_PT, min(MARK_PT, int(TYPE_WIDTH_PT / widest)))


def character_spacing() -> int:
    """What each character of 三号 gives up so that 28 of them fill 156 mm, in twentieths of a point, rounded inwards.

    A character grid (`w:docGrid` linesAndChars) would say the same, but processors differ in how they keep to it; a
    line grid with fixed pitch and spacing prints alike in all of them.
    """
    return math.floor((TYPE_WIDTH_PT / CHARACTERS_PER_LINE - BODY_PT) * 20)


def page_number_from_bottom_mm() -> float:
    """The footer's distance from the paper's edge that puts the dash 7 mm below the type area."""
    return round(MARGIN_BOTTOM_MM - PAGE_NUMBER_BELOW_TYPE_MM - PAGE_NUMBER_PT * 1.2 / PT_PER_MM, 1)
