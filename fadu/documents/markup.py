"""Escaped HTML as a value: text becomes markup here and nowhere else in this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from urllib.parse import urlsplit

from fadu.documents.words import CiteRun, FigureRun, Words, runs

__all__ = ["Addresses", "Markup", "element", "inline", "no_address"]

Addresses = Callable[[str], str]
"""From a key (of a provision, of a figure) to the address where it can be read, or the empty string."""


class Markup(str):
    """HTML whose texts are escaped; templates that honour `__html__` take it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def no_address(key: str) -> str:  # noqa: ARG001
    """The address of nothing: keys are printed without links."""
    return ""


def element(
    tag: str, content: Markup | str | Iterable[Markup] = "", /, *, klass: str = "", **attributes: object
) -> Markup:
    """An element. A plain string is escaped, markup is not; empty attributes are left out.

    Attribute names are written with `_` for `-`; a trailing `_` is dropped (`for_`).
    """
    given = {"class": klass, **{name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}}
    written = "".join(f' {name}="{escape(str(value))}"' for name, value in given.items() if value not in ("", None))
    if tag in ("hr", "br", "col"):
        return Markup(f"<{tag}{written}>")
    if isinstance(content, str):
        inner = content if isinstance(content, Markup) else escape(content)
    else:
        inner = "".join(content)
    return Markup(f"<{tag}{written}>{inner}</{tag}>")


def inline(words: Words, cites: Addresses = no_address, figures: Addresses = no_address) -> Markup:
    """Words as escaped HTML; line feeds become breaks. Links lead only to the web or within the site."""
    return Markup("".join(_run(run, cites, figures) for run in runs(words)))


def _run(run: object, cites: Addresses, figures: Addresses) -> str:
    if isinstance(run, CiteRun):
        return _linked(run.text, run.href or cites(run.key), klass="paper-cite", data_cite=run.key)
    if isinstance(run, FigureRun):
        return _linked(run.text, run.href or figures(run.id), klass="paper-figure", data_figure=run.id)
    text = str(getattr(run, "text", ""))
    written = _text(text)
    if getattr(run, "underlined", False):
        if not text.strip():
            width = min(max(round(len(text) / 4) * 4, 4), 24)
            return element("span", Markup("&nbsp;"), klass=f"paper-blank paper-blank-{width}")
        written = element("span", written, klass="paper-filled")
    if getattr(run, "bold", False):
        written = element("strong", written)
    if getattr(run, "private", False):
        written = element("span", written, klass="paper-private")
    return written


def _text(text: str) -> Markup:
    return Markup(escape(text).replace("\n", "<br>"))


def _linked(text: str, href: str, **attributes: str) -> str:
    if _leads_somewhere_safe(href):
        return element("a", _text(text), href=href, **attributes)
    return element("span", _text(text), **attributes)


def _leads_somewhere_safe(href: str) -> bool:
    """A web address or one within the site: never a script, never another scheme."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in ("http", "https")
    return bool(href) and href[0] in "/#?" and not href.startswith(("//", "/\\"))
