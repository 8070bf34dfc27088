"""One English word for each statutory term: what the code names is in the glossary, and the other way round."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

from fadu.engine.registry import all_procedures

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("organs", "ledger", "engine", "registers", "procedures", "journals", "figures")
ACTS = ("acts", "changes", "clocks", "evidence", "papers", "publication", "recusal", "service")
ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<english>[^|]+) \| (?P<names>[^|]+) \|", re.MULTILINE)


@cache
def rows() -> list[tuple[str, str, tuple[str, ...]]]:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    return [
        (found["term"].strip(), found["english"].strip(), tuple(re.findall(r"`(\w+)`", found["names"])))
        for found in ROW.finditer(text)
        if found["term"].strip() != "术语"
    ]


@cache
def listed() -> frozenset[str]:
    return frozenset(name for _term, _english, names in rows() for name in names)


@cache
def in_the_code() -> frozenset[str]:
    """Names and whole texts of the code: what is called so, or has so for its key."""
    found: set[str] = set()
    for path in (ROOT / "fadu").rglob("*.py"):
        if "migrations" in path.parts:
            continue
        found |= {path.stem, path.parent.name}
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                    found.add(name)
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                    found.add(name)
                case ast.keyword(arg=str(name)) | ast.Constant(value=str(name)):
                    found.add(name)
    return frozenset(found)


def named() -> set[tuple[str, str]]:
    """What the engine and the procedures call by a name of the law: (kind, name)."""
    found: set[tuple[str, str]] = set()
    for procedure in all_procedures():
        found.add(("procedure", procedure.key))
        found |= {("step", step.key) for step in procedure.steps}
        found |= {("limit", limit.key) for limit in procedure.limits}
        found |= {("document", paper.key) for step in procedure.steps for paper in step.yields}
    for name in ACTS:
        module = importlib.import_module(f"fadu.engine.{name}")
        for function, value in vars(module).items():
            acts = inspect.isfunction(value) and value.__module__ == module.__name__ and not function.startswith("_")
            if acts and "by" in inspect.signature(value).parameters:
                found.add(("act", function))
    for room in ROOMS:
        found |= {("model", model.__name__) for model in apps.get_app_config(room).get_models()}
    return found


@pytest.mark.parametrize("kind", ["procedure", "step", "limit", "document", "act", "model"])
def test_what_the_code_names_is_in_the_glossary(kind):
    assert sorted(name for of, name in named() if of == kind and name not in listed()) == []


def test_what_the_glossary_names_is_in_the_code():
    assert sorted(listed() - in_the_code()) == []


def test_a_term_stands_once():
    terms = [term for term, _english, _names in rows()]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_an_english_word_serves_one_term():
    words = [english for _term, english, _names in rows()]
    assert sorted({word for word in words if words.count(word) > 1}) == []
