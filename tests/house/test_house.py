"""The house itself: rooms have names, files have a length, every address its guard, every string its English."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
CODE = [path for path in (ROOT / "fadu").rglob("*.py") if "migrations" not in path.parts]
TESTS = list((ROOT / "tests").rglob("*.py"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=short)
def test_a_file_is_under_four_hundred_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", TESTS, ids=short)
def test_a_test_file_is_under_six_hundred_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 600


def test_no_room_is_a_drawer():
    drawers = {"utils", "helpers", "services", "common", "core", "misc", "base"}
    named = {
        short(path) for path in CODE for part in (*path.relative_to(ROOT).parts[:-1], path.stem) if part in drawers
    }
    assert not named


@pytest.mark.parametrize("path", CODE, ids=short)
def test_a_module_says_what_it_is(path):
    text = path.read_text("utf-8").strip()
    assert not text or path.name == "apps.py" or text.startswith('"""')


def test_no_rule_asks_the_clock():
    """Dates are arguments below the top floors; only acts stamp the moment of entry, and commands and views ask."""
    asking = re.compile(r"\bdate\.today\(|\bdatetime\.now\(\)|\bdatetime\.today\(")
    assert not [short(path) for path in CODE if asking.search(path.read_text("utf-8"))]


def test_signals_do_not_steer():
    receiving = re.compile(r"@receiver|\.connect\(|\bpost_save\b|\bpost_delete\b|\bpre_delete\b")
    found = {short(path) for path in CODE if receiving.search(path.read_text("utf-8"))}
    assert not found


def test_no_path_of_a_machine_is_committed():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    places = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/\w")
    found = []
    for name in listed:
        path = ROOT / name
        if (
            path.suffix in {".py", ".md", ".toml", ".html", ".css", ".js", ".json", ".csv", ".po", ""}
            and path.is_file()
        ):
            text = path.read_text("utf-8", errors="ignore")
            if places.search(text) and path != Path(__file__):
                found.append(name)
    assert not found


def test_each_app_has_one_migration_head(db):
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for app in apps.get_app_configs():
        if app.name.startswith("fadu."):
            assert len(loader.graph.leaf_nodes(app.label)) <= 1, app.label


def test_migrations_are_named_by_what_they_do():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("fadu.")}
    assert not [name for label, name in loader.graph.nodes if label in ours and re.search(r"_auto_|_initial$", name)]


def test_models_and_migrations_agree(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_declarations_fit_their_tables():
    call_command("check", tag=["law"], fail_level="ERROR")


# ---- addresses


def addresses(patterns, prefix=""):
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, prefix + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield prefix + str(each.pattern), each.callback


ROUTES = [(route, view) for route, view in addresses(get_resolver().url_patterns)]


@pytest.mark.parametrize(("route", "view"), ROUTES, ids=[route for route, _ in ROUTES])
def test_every_address_asks_who_is_there_unless_it_is_public(route, view):
    """LoginRequiredMiddleware guards all; what is open says so itself and lies on the portal or at the way in."""
    opened = not getattr(view, "login_required", True)
    if opened:
        assert not route.startswith(("desk/", "admin/", "api/"))
