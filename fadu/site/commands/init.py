"""``fadu init``: an empty database, ready for use."""

from __future__ import annotations

import click

from fadu.site.cli import with_django


@click.command()
def command() -> None:
    """Make (or bring up to date) the database; nothing that is there is lost."""
    with_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    click.echo("database ready")
