"""``fadu messages``: deliver what the parties are told. Run ``send`` every minute from the operator's scheduler."""

from __future__ import annotations

import sys

import click

from fadu.site.cli import with_django


@click.group()
def command() -> None:
    """消息 Messages to the parties: deliver them, see what waits."""


@command.command()
@click.option("--most", default=1000, show_default=True, help="how many to deliver at most in this run")
def send(most: int) -> None:
    """Deliver what is due; exit 1 if a gateway refused any (they are tried again, nothing is lost)."""
    with_django()
    from fadu.engine import outbox

    done = outbox.send(most=most)
    click.echo(f"sent {done.sent}, to be tried again {done.failed}, of no more use {done.dropped}")
    sys.exit(1 if done.failed else 0)


@command.command()
def waiting() -> None:
    """How many messages wait to be sent, and since when the oldest does."""
    with_django()
    from fadu.engine import outbox

    number, since = outbox.waiting()
    click.echo(f"{number} waiting" + (f", the oldest since {since:%Y-%m-%d %H:%M}" if since else ""))
