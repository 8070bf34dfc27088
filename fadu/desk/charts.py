"""Charts drawn on the server: one Vega-Lite specification, rendered to SVG, each mark a link to its records.

The SVG carries no style attribute and no script, so that it stands inside a page under the site's content policy; its
ink is the page's (``currentColor``), so that it follows the reader's theme.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import vl_convert
from django.utils.safestring import SafeString, mark_safe

INK = "#5f6770"  # on white and on dark paper alike at least 4.5:1 by itself; replaced by the page's own below
BLUE, RED, PALE = "#345a9c", "#b3241c", "#9fb3d4"

# The renderer takes an address without a host for one of its makers' own data sets; here it is one of this site.
ELSEWHERE = re.compile(r'(?:xlink:)?href="https://vega\.github\.io/vega-datasets/+')

# And it writes a link for a mark that has no address.
NOWHERE = re.compile(r'<a (?:xlink:)?href="/undefined"[^>]*>(.*?)</a>', re.DOTALL)

LOOK: Mapping[str, Any] = {
    "background": "transparent",
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "domainColor": INK, "tickColor": INK, "gridColor": INK,
        "gridOpacity": 0.2, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
    },
    "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12},
}  # fmt: skip

AXIS: Mapping[str, Any] = {"labelAngle": 0, "labelOverlap": True}


def bars(
    rows: Sequence[Mapping[str, Any]],
    *,
    x: str,
    y: str,
    x_title: str,
    y_title: str,
    colour: str = "",
    colours: Mapping[str, str] | None = None,
    width: int = 560,
    height: int = 160,
) -> SafeString:
    """Bars over a category; ``rows`` carry the address of their records as ``address``.

    With ``colour`` (a column) the bars of one category stand side by side; ``colours`` names each value's colour.
    """
    ticks = max(1, min(5, max((int(each[y]) for each in rows), default=1)))
    encoding: dict[str, Any] = {
        "x": {"field": x, "type": "ordinal", "sort": None, "title": x_title, "axis": AXIS},
        "y": {"field": y, "type": "quantitative", "title": y_title, "axis": {"tickCount": ticks, "format": "d"}},
        "href": {"field": "address"},
        "tooltip": {"field": "said"},
        "description": {"field": "said"},
        "color": {"value": BLUE},
    }  # fmt: skip
    if colour and colours:
        scale = {"domain": list(colours), "range": list(colours.values())}
        encoding["color"] = {"field": colour, "type": "nominal", "scale": scale, "title": None}
        encoding["xOffset"] = {"field": colour, "sort": list(colours)}
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "data": {"values": [_mark(each, y) for each in rows]},
        "mark": {"type": "bar", "cursor": "pointer"},
        "encoding": encoding,
        "config": LOOK,
    }
    return drawn(json.dumps(spec, ensure_ascii=False, sort_keys=True))


def _mark(row: Mapping[str, Any], y: str) -> dict[str, Any]:
    """The row as data: a bar of no height leads nowhere, so that the keyboard does not stop at it."""
    return {name: value for name, value in row.items() if name != "address" or row[y]}


@lru_cache(maxsize=64)
def drawn(spec: str) -> SafeString:
    """The specification as an SVG element. Text and addresses in it are escaped by the renderer."""
    svg: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    svg = NOWHERE.sub(r"\1", ELSEWHERE.sub('href="/', svg))
    return mark_safe(svg.replace(INK, "currentColor"))  # noqa: S308  made here from numbers and names, escaped by Vega
