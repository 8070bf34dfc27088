"""Charts as images: drawn on the server from numbers and names alone, with the table beneath on the page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import vl_convert

INK: Final = "#6b737c"  # at least 4.5:1 on white and 3:1 on dark paper: an image cannot follow the reader's theme
BLUE: Final = "#4a72b8"
AXIS: Final[Mapping[str, Any]] = {"tickMinStep": 1, "tickCount": 5, "format": ",d"}
LOOK: Final[Mapping[str, Any]] = {
    "background": "transparent",
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "domainColor": INK, "tickColor": INK, "gridColor": INK,
        "gridOpacity": 0.2, "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal",
    },
    "text": {"color": INK, "fontSize": 13},
}  # fmt: skip


def bars(rows: Sequence[tuple[str, float]], title: str) -> str:
    """Lying bars, the longest first, each with its name and number, as an SVG document."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 340,
        "height": {"step": 26},
        "data": {"values": [{"name": name, "number": number} for name, number in rows]},
        "encoding": {
            "y": {"field": "name", "type": "nominal", "sort": "-x", "title": None, "axis": {"labelLimit": 220}},
            "x": {"field": "number", "type": "quantitative", "title": title, "axis": AXIS},
        },
        "layer": [
            {"mark": {"type": "bar", "color": BLUE, "height": {"band": 0.6}}},
            {
                "mark": {"type": "text", "align": "left", "dx": 5},
                "encoding": {"text": {"field": "number", "type": "quantitative", "format": ",d"}},
            },
        ],
        "config": LOOK,
    }  # fmt: skip
    return _drawn(json.dumps(spec, ensure_ascii=False, sort_keys=True))


def over_years(rows: Sequence[tuple[str, float]], title: str) -> str:
    """Standing bars in the order of the years, each with its number, as an SVG document."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": {"step": 110},
        "height": 240,
        "data": {"values": [{"year": year, "number": number} for year, number in rows]},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "sort": None, "title": None, "axis": {"labelAngle": 0}},
            "y": {"field": "number", "type": "quantitative", "title": title, "axis": {"tickCount": 5}},
        },
        "layer": [
            {"mark": {"type": "bar", "color": BLUE, "width": {"band": 0.6}}},
            {
                "mark": {"type": "text", "dy": -8},
                "encoding": {"text": {"field": "number", "type": "quantitative", "format": ",~f"}},
            },
        ],
        "config": LOOK,
    }  # fmt: skip
    return _drawn(json.dumps(spec, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=64)
def _drawn(spec: str) -> str:
    svg: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return svg
