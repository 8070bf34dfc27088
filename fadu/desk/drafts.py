"""草稿: a form put by for later, on any machine. What is typed is encrypted and seen by nobody else."""

from __future__ import annotations

import json
from typing import Any

from django.http import QueryDict

from fadu.desk.models import Draft
from fadu.organs.models import Person

LEFT_OUT = frozenset({"csrfmiddlewaretoken", "keep", "drop"})


def keep(person: Person, key: str, typed: QueryDict) -> Draft:
    """Put the form by, over an earlier draft of it."""
    text = json.dumps({name: typed.getlist(name) for name in typed if name not in LEFT_OUT}, ensure_ascii=False)
    draft, _new = Draft.objects.update_or_create(person=person, key=key, defaults={"typed": text})
    return draft


def kept(person: Person, key: str) -> dict[str, Any]:
    """What was put by, as initial values of the form; empty if nothing was."""
    draft = Draft.objects.filter(person=person, key=key).first()
    if draft is None:
        return {}
    found: dict[str, list[str]] = json.loads(draft.typed)
    return {name: values if name == "papers" else values[-1] for name, values in found.items() if values}


def let_go(person: Person, key: str) -> None:
    """The form was accepted, or its draft is not wanted any more."""
    Draft.objects.filter(person=person, key=key).delete()
