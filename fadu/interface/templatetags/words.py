"""The words of the interface as template tags: ``{% lamp %} {% clock %} {% thread %} {% cite %} {% act %} …``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from fadu.interface import words
from fadu.interface.display import SIZES, THEMES, Display
from fadu.interface.display import display as display_of
from fadu.law.periods import Period
from fadu.law.statute import Cite

register = template.Library()


@register.inclusion_tag("words/lamp.html")
def lamp(value: words.Lamp | str | None) -> dict[str, object]:
    """Shape, colour and word of a limit's state: a Lamp or the key of one."""
    return {"lamp": words.LAMPS[value] if isinstance(value, str) else value or words.LAMPS["none"]}


@register.inclusion_tag("words/clock.html")
def clock(value: words.Clock, *, brief: bool = False) -> dict[str, object]:
    """Last day, days left, and the derivation on demand. ``brief`` leaves the limit's name out."""
    return {"clock": value, "brief": brief}


@register.inclusion_tag("words/thread.html")
def thread(strands: Sequence[words.Strand], mine: bool = True) -> dict[str, object]:
    """A procedure drawn as knots on strands; vertical on a phone and in print. ``mine`` as for ``act``."""
    return {"strands": strands, "mine": mine}


@register.inclusion_tag("words/cite.html")
def cite(value: Cite | str | None, *, brief: bool = False) -> dict[str, object]:
    """A provision that opens its page; ``brief`` leaves the statute's name to the title."""
    found = _provision(value)
    if found is None:
        return {"words": str(value or ""), "address": "", "title": ""}
    english = _english()
    full = found.english if english else str(found)
    short = full.split(", ", 1)[-1] if english else found.provision
    return {"words": short if brief else full, "title": full if brief else "", "address": provision_address(found)}


@register.inclusion_tag("words/act.html")
def act(value: words.Act, mine: bool = True) -> dict[str, object]:
    """A step by the verb of the law, its article beneath; quiet with its reason while not yet lawful.

    ``mine`` is false for a reader who may look and not act: what may be done is told, and leads nowhere.
    """
    return {"act": value, "mine": mine}


@register.inclusion_tag("words/figure.html")
def figure(value: words.Figure) -> dict[str, object]:
    """A number that is a link to its records."""
    return {"figure": value}


@register.inclusion_tag("words/stamp.html")
def stamp(value: words.Stamp) -> dict[str, object]:
    """Whether the record verifies against the ledger."""
    return {"stamp": value}


@register.inclusion_tag("words/notice.html")
def notice(value: words.Notice) -> dict[str, object]:
    """What happened, by which provision, what to do next."""
    return {"notice": value}


@register.inclusion_tag("words/errors.html")
def errors(form: Any, head: str = "") -> dict[str, object]:
    """Every error of a form in a list at the top, each leading to its field; ``head`` says what became of the form."""
    listed = [(form[name], said) for name, said in form.errors.items() if name != "__all__" and name in form.fields]
    return {"listed": listed, "general": form.non_field_errors(), "form": form, "head": head}


@register.inclusion_tag("words/field.html")
def field(bound: Any, cites: Cite | str | None = None) -> dict[str, object]:
    """A labelled form field with its provision beside it and its error at it."""
    return {"field": bound, "cite": cites or getattr(bound.field, "cites", None)}


@register.inclusion_tag("words/display.html", takes_context=True)
def display_choice(context: Context) -> dict[str, object]:
    """The form in which a reader chooses theme, size of type and language."""
    request: HttpRequest | None = context.get("request")
    return {
        "look": display_of(request),
        "themes": THEMES,
        "sizes": SIZES,
        "here": request.get_full_path() if request else "/",
        "csrf_token": context.get("csrf_token"),
        "language": get_language(),
    }


@register.simple_tag(takes_context=True)
def display(context: Context) -> Display:
    """Theme and size asked for, for the frame's root element."""
    return display_of(context.get("request"))


@register.simple_tag
def page_language() -> str:
    """The root element's language tag."""
    return "en" if _english() else "zh-CN"


@register.filter
def day(value: date | None) -> str:
    """A day as lists print it: 2026-01-05; empty for none."""
    return value.strftime("%Y-%m-%d") if value else ""


@register.filter
def period(value: Period) -> str:
    """A period in the reader's language: 20个工作日, 20 working days."""
    return value.english if _english() else str(value)


@register.filter
def item(mapping: Mapping[str, object], key: str) -> object:
    """The value under ``key``; empty if there is none."""
    return mapping.get(key, "")


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The address of a page, or nothing where the room that has it is not in the house."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def provision_address(value: Cite) -> str:
    """Where a provision can be read: the portal's page of it, if the portal stands."""
    statute, _, place = value.key.partition("/")
    return address("portal:provision", statute, place)


def address_of(key: str) -> str:
    """Where the provision of that key can be read; nothing for one the house does not know."""
    found = _provision(key)
    return provision_address(found) if found else ""


def _provision(value: Cite | str | None) -> Cite | None:
    if isinstance(value, Cite) or value is None:
        return value
    from fadu.law.statutes import cite as read

    try:
        return read(value)
    except (LookupError, ValueError):
        return None


def _english() -> bool:
    return (get_language() or "").startswith("en")
