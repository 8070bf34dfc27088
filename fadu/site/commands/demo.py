"""``fadu demo``: an invented county's year on a fresh database, accounts with new passwords, and the server.

The second start keeps the data and only draws new passwords. The data are invented; the demonstration waives the second
factor, says so on every page, and listens on this machine only.
"""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from fadu.site.cli import with_django
from fadu.site.commands.serve import serve
from fadu.site.environment import flag

if TYPE_CHECKING:
    from fadu.organs.models import Person

# account, name, who it is; the posts are given by the demonstration's scenario
ACCOUNTS = (
    ("citizen", "公民郑测试", "a citizen · 公民"),
    ("clerk", "内勤吴测试", "a clerk of the bureau · 内勤"),
    ("officer", "执法张测试", "an enforcement officer · 执法人员"),
    ("reviewer", "审核孙测试", "a legal reviewer · 法制审核人员"),
    ("head", "负责人赵测试", "the head of the organ · 机关负责人"),
    ("leader", "县领导钱测试", "a county leader · 县领导"),
    ("inspector", "监督周测试", "an inspector · 监督检查人员"),
    ("mediator", "调解员郑示例", "a village's mediator · 人民调解员"),
    ("admin", "系统管理冯测试", "the system administrator · 系统管理员"),
)
CITIZEN_ID = "110101199003070038"  # invented; passes the check digit


@click.command()
@click.option("--port", default=8000, show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="the day the year ends on")
@click.option("--serve/--no-serve", "serving", default=True, help="only fill the database")
def command(port: int, today: datetime | None, serving: bool) -> None:
    """An invented county, ready to be tried."""
    os.environ["FADU_DEMO"] = "1"
    if flag("PRODUCTION"):
        raise click.ClickException("FADU_PRODUCTION is set: a demonstration is not filled into a production database")
    with_django()
    from django.conf import settings
    from django.core.management import call_command
    from django.utils import timezone

    day = today.date() if today else timezone.localdate()
    click.echo("1/3  database …")
    call_command("migrate", verbosity=0, interactive=False)
    mark, begun = settings.HOME / "demo-filled", settings.HOME / "demo-begun"
    if not (mark.exists() or begun.exists()) and holds_people():
        raise click.ClickException(
            "this database already holds people: the demonstration would give its accounts new passwords. "
            "Choose another FADU_HOME (and FADU_DATABASE_URL)."
        )
    begun.touch()
    people = accounts()
    if mark.exists():
        click.echo("2/3  the demo year is there already")
    else:
        from fadu.replay.demo import fill

        click.echo("2/3  the demo year …")
        fill(day, people, told=progress)
        mark.write_text(day.isoformat())
    click.echo("3/3  passwords")
    passwords(people)
    click.echo(f"\nhttp://127.0.0.1:{port}/        portal · 门户\nhttp://127.0.0.1:{port}/desk/   desk · 工作台\n")
    if serving:
        serve("127.0.0.1", port, 2)


def holds_people() -> bool:
    """Whether anybody has an account in the database."""
    from fadu.organs.models import Person

    return Person.objects.exists()


def accounts() -> dict[str, Person]:
    """The demonstration's people by account, made when they are not there."""
    from fadu.organs.models import Person
    from fadu.organs.people import identify

    found = {}
    for username, name, _who in ACCOUNTS:
        kind = "citizen" if username == "citizen" else "staff"
        person = Person.objects.filter(username=username).first()
        if person is None:
            person = Person.objects.create_user(username, name=name, kind=kind)
            if kind == "citizen":
                identify(person, CITIZEN_ID)
        found[username] = person
    return found


def passwords(people: dict[str, Person]) -> None:
    """Draw and print a new password for each account; in the demonstration it need not be changed."""
    from django.utils import timezone

    from fadu.organs.people import issue_password

    for username, name, who in ACCOUNTS:
        person = people[username]
        password = issue_password(person, timezone.now())
        person.must_change_password = False
        person.save(update_fields=["must_change_password"])
        click.echo(f"     {username:<10} {password:<22} {name}, {who}")


def progress(what: str, done: int, of: int) -> None:
    """One line that moves."""
    click.echo(f"\r     {what} {done}/{of}   ", nl=done >= of)
