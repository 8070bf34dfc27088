"""``fadu people``: the first administrators, and accounts that need attention."""

from __future__ import annotations

import json
import sys
from typing import NoReturn

import click

from fadu.site.cli import with_django

KINDS = {"system": "system_admin", "security": "security_admin", "audit": "audit_admin"}


def _refuse(reason: object) -> NoReturn:
    click.echo(str(reason), err=True)
    sys.exit(2)


def _enter(act: str, username: str, **content: str) -> None:
    """Enter in the ledger what the operator did at the command line; within the caller's transaction."""
    from django.utils import timezone

    from fadu.ledger.book import append

    append("organs", act, actor="operator", on=timezone.localdate(), cites=[], content={"account": username, **content})


@click.group()
def command() -> None:
    """账号 Accounts: first administrators, dormant accounts, unlocking."""
    with_django()


@command.command()
@click.argument("username")
@click.option("--name", required=True, help="姓名")
@click.option(
    "--organ", "organ_name", required=True, help="机关名称; made when it does not exist and --region is given"
)
@click.option("--region", default="", metavar="CODE", help="区划代码 of an organ to be made (fadu regions first)")
@click.option("--kind", type=click.Choice(sorted(KINDS)), default="system", show_default=True)
def administrator(username: str, name: str, organ_name: str, region: str, kind: str) -> None:
    """首任管理员 Create the first system, security or audit administrator; the password is printed once.

    Only while nobody holds that post: every later appointment is made on the desk.
    """
    from django.db import transaction
    from django.utils import timezone

    from fadu.organs.appointment import appoint
    from fadu.organs.models import Organ, Region
    from fadu.organs.people import open_account
    from fadu.organs.refusal import NotAllowed
    from fadu.organs.rosters import holders

    today, post = timezone.localdate(), KINDS[kind]
    if holder := holders(post, today).first():
        _refuse(f"{holder} 已任该管理员；以后的任免请在工作台办理 ({holder.username} holds this post already)")
    organ = Organ.objects.filter(name=organ_name).first()
    if organ is None and (place := Region.objects.filter(code=region.ljust(12, "0")).first()):
        organ = Organ(name=organ_name, region=place)
    if organ is None:
        _refuse(f"没有机关“{organ_name}”：请用 --region 给出已导入的区划代码 (no such organ; give --region)")
    try:
        with transaction.atomic():
            if organ.pk is None:
                organ.save()
            person, password = open_account(username, name, at=timezone.now())
            appoint(person, organ, post, since=today)
            _enter("appoint", person.username, post=post, organ=organ.name)
    except NotAllowed as refused:
        _refuse(refused)
    click.echo(
        f"账号 {person.username}\n密码 {password}\n只显示这一次，首次登录须修改 (shown once, to be changed at sign-in)"
    )


@command.command()
@click.option("--days", type=click.IntRange(1), default=90, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def dormant(days: int, as_json: bool) -> None:
    """休眠账号 List staff accounts unused for more than DAYS days; exit 1 when there are any."""
    from django.utils import timezone

    from fadu.organs.people import dormant as unused

    found = [
        {
            "username": p.username,
            "name": p.name,
            "last_login": p.last_login.date().isoformat() if p.last_login else None,
        }
        for p in unused(timezone.now(), days)
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        for row in found:
            click.echo(f"{row['username']}\t{row['name']}\t{row['last_login'] or '从未登录 never'}")
    sys.exit(1 if found else 0)


@command.command()
@click.argument("username")
def unlock(username: str) -> None:
    """解锁 End the lockout that failed sign-ins brought."""
    from django.db import transaction

    from fadu.organs.models import Person
    from fadu.organs.people import unlock as end_lockout

    person = Person.objects.filter(username=username).first()
    if person is None:
        _refuse(f"没有账号 {username} (no such account)")
    with transaction.atomic():
        end_lockout(person)
        _enter("unlock", username)
    click.echo(f"{username} 已解锁 (unlocked)")


@command.command(name="reset-second-factor")
@click.argument("username")
def reset_second_factor(username: str) -> None:
    """重置双因素 Forget a lost second factor: a new one is set up at the next sign-in, with a new password."""
    from django.db import transaction
    from django.utils import timezone

    from fadu.organs import second_factor
    from fadu.organs.models import Person
    from fadu.organs.people import issue_password

    person = Person.objects.filter(username=username).first()
    if person is None:
        _refuse(f"没有账号 {username} (no such account)")
    with transaction.atomic():
        second_factor.forget(person)
        password = issue_password(person, timezone.now())
        _enter("reset second factor", username)
    click.echo(f"账号 {username}\n密码 {password}\n只显示这一次，首次登录须修改 (shown once)")


@command.command()
def reencrypt() -> None:
    """换密钥 Write personal data with the first key of FADU_KEY; the old key may go when this has run."""
    from fadu.organs import second_factor, secret

    click.echo(f"{secret.reencrypt() + second_factor.reencrypt()} 行已用新密钥重写 (rows written with the first key)")
