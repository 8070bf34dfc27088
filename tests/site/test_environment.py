"""Where an instance lives is said by the environment, and a mistake in it stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from fadu.site import environment


@pytest.fixture
def said(monkeypatch, tmp_path):
    for name in ("DATABASE", "DATABASE_URL", "PRODUCTION", "KEY"):
        monkeypatch.delenv(f"FADU_{name}", raising=False)
    monkeypatch.setenv("FADU_HOME", str(tmp_path))
    return monkeypatch


@pytest.mark.parametrize("name", ["FADU_DATABASE", "FADU_DATABASE_URL"])
@pytest.mark.parametrize(
    ("address", "kind", "place"),
    [
        ("sqlite:////data/county.sqlite3", "sqlite3", "/data/county.sqlite3"),
        ("sqlite:///county.sqlite3", "sqlite3", "county.sqlite3"),
        ("postgres://fadu:p%40ss@db.example:5433/county", "postgresql", "county"),
        ("postgresql://fadu@db.example/county", "postgresql", "county"),
        ("postgresql://postgres:@/postgres?host=%2Frun%2Fpg", "postgresql", "postgres"),
    ],
)
def test_the_database_is_where_its_address_says(said, name, address, kind, place):
    said.setenv(name, address)
    found = environment.database()
    assert found["ENGINE"] == f"django.db.backends.{kind}"
    assert found["NAME"] == place


def test_parts_of_a_postgresql_address_are_decoded(said):
    said.setenv("FADU_DATABASE_URL", "postgres://fadu:p%40ss@db.example:5433/county")
    found = environment.database()
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("fadu", "p@ss", "db.example", "5433")
    said.setenv("FADU_DATABASE_URL", "postgresql://postgres:@/postgres?host=%2Frun%2Fpg")
    assert environment.database()["HOST"] == "/run/pg"


def test_without_an_address_the_database_lies_under_home(said, tmp_path):
    assert environment.database()["NAME"] == str(tmp_path / "fadu.sqlite3")


@pytest.mark.parametrize("address", ["mysql://a/b", "county.sqlite3", "sqlite://", "sqlite:///", "postgre://a/b"])
def test_an_address_of_another_kind_stops_the_start(said, address):
    said.setenv("FADU_DATABASE_URL", address)
    with pytest.raises(environment.EnvironmentMissing, match="sqlite:///PATH"):
        environment.database()


def test_a_secret_is_made_once_and_read_by_its_owner_only(said, tmp_path):
    made = environment.secret("KEY")
    assert environment.secret("KEY") == made
    assert Path(tmp_path, "key.secret").stat().st_mode & 0o077 == 0


def test_in_production_a_forgotten_secret_stops_the_start(said):
    said.setenv("FADU_PRODUCTION", "1")
    with pytest.raises(environment.EnvironmentMissing, match="FADU_KEY"):
        environment.secret("KEY")
