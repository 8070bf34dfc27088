"""In whose name a file is taken in: a member of staff, or the account of the exchange itself."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fadu.organs.kinds import PersonKind
from fadu.organs.models import Person

EXCHANGE = "exchange"


class NoSuchAccount(ValueError):
    """No member of staff has this account."""


def taker(username: str = "") -> Person:
    """The person of that account; without one the exchange's own, which cannot sign in. Raises ``NoSuchAccount``."""
    if not username:
        found = Person.objects.filter(username=EXCHANGE).first()
        return found or Person.objects.create_user(EXCHANGE, name=_("数据交换"), is_active=False)
    try:
        return Person.objects.get(username=username, kind=PersonKind.STAFF, is_active=True)
    except Person.DoesNotExist:
        raise NoSuchAccount(_("没有名为“{name}”的工作人员账号").format(name=username)) from None
