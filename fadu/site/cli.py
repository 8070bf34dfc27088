"""``fadu``: the one door for operators and tests.

A command lives in ``fadu/site/commands/<name>.py`` as a click command (or group) called ``command``; a dash in the
command's name is an underscore in the file's, and a name that is a word of Python's ends with one (``import_.py``).
Exit codes: 0 done, 1 a finding, 2 bad input.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

COMMANDS = Path(__file__).parent / "commands"


class Door(click.Group):
    """Loads a command's module only when it is called, so that ``fadu due`` starts without Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return sorted(p.stem.rstrip("_").replace("_", "-") for p in COMMANDS.glob("*.py") if p.stem != "__init__")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        name = cmd_name.replace("-", "_") + ("_" if iskeyword(cmd_name) else "")
        if not (COMMANDS / f"{name}.py").exists():
            return None
        command: click.Command = import_module(f"fadu.site.commands.{name}").command
        return command


def with_django() -> None:
    """Make the database usable; called by commands that need it."""
    import django  # a command that only knows the law must not pay for the framework

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    django.setup()


def with_database() -> None:
    """Django, and a database with its tables: an empty one is made ready as by ``fadu init``.

    Exits 2 when the database is of an older version: it is brought up to date by ``fadu init``, never on the way.
    """
    with_django()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        click.echo("empty database: making it ready", err=True)
        call_command("migrate", verbosity=0, interactive=False)
    elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
        click.echo(
            "数据库结构不是最新的，请先运行 fadu init（the database is of an older version: fadu init）", err=True
        )
        sys.exit(2)


@click.group(cls=Door)
def main() -> None:
    """法度 Fadu: the county's law-based government."""


if __name__ == "__main__":
    main()
