"""``fadu tend``: what has to happen every day. Run it once a night from the operator's scheduler."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import click

from fadu.site.cli import with_django


@click.command()
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="the day to tend for (default: today)")
def command(today: datetime | None) -> None:
    """Seal yesterday's ledger, warn, reckon again where a holiday notice is missing, deliver, remove what expired."""
    with_django()
    from django.core.management import call_command
    from django.utils import timezone

    from fadu.engine import drafts, outbox, proving, warnings
    from fadu.engine.renewal import renew
    from fadu.ledger.seals import seal_until

    day = today.date() if today else timezone.localdate()
    sealed = seal_until(date.fromordinal(day.toordinal() - 1))
    renewed = renew("nightly", only_projected=True)
    fired = warnings.climb(day)
    call_command("clearsessions")  # sessions that have run out, which nothing else removes
    now = timezone.now()
    sent = outbox.send(now)
    expired = drafts.expire(now)
    proving.forget(now - timedelta(days=2))
    click.echo(f"sealed {len(sealed)} day(s), reckoned {renewed} case(s) again, gave {fired} warning(s)")
    click.echo(f"sent {sent.sent} message(s), {sent.failed} to be tried again; removed {expired} expired draft(s)")
