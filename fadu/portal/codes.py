"""二维码: a code that opens the page on a phone, drawn as an SVG element without style attributes."""

from __future__ import annotations

import io

import segno
from django.utils.safestring import SafeString, mark_safe


def code(address: str) -> SafeString:
    """The address as a QR code (ISO/IEC 18004); modules only, so that nothing of the address is markup."""
    drawn = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, svgclass="qr", lineclass=None, border=2)
    return mark_safe(drawn.getvalue().decode("ascii"))  # noqa: S308  numbers of modules, drawn by segno
