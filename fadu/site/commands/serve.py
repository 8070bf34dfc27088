"""``fadu serve``: the server, with gunicorn's sync workers."""

from __future__ import annotations

import os
import sys

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="address to listen on")
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def command(host: str, port: int, workers: int) -> None:
    """Serve desk and portal."""
    serve(host, port, workers)


def serve(host: str, port: int, workers: int) -> None:
    """Hand this process over to gunicorn."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    arguments = ["-m", "gunicorn", "fadu.site.wsgi:application", "--bind", f"{host}:{port}", "--workers", str(workers)]
    arguments += ["--log-level", "warning", "--timeout", "60"]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606  our own interpreter, no shell
