"""Two clerks appoint one person at one moment: the database lets one through."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from fadu.organs.appointment import appoint
from fadu.organs.models import Organ, Person, Post, Region
from fadu.organs.refusal import NotAllowed

DAY = date(2024, 6, 3)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("by_act", [True, False], ids=["through the act", "past the act"])
def test_one_person_becomes_one_administrator(by_act):
    region = Region.objects.create(code="990000000000", name="甲省", level=1)
    organ = Organ.objects.create(name="甲局", region=region)
    someone = Person.objects.create_user("u1", name="张测试")
    start = Barrier(3)

    def try_to_be(kind):
        try:
            start.wait(timeout=10)
            with transaction.atomic():
                if by_act:
                    appoint(someone, organ, kind, since=DAY, until=DAY)
                else:
                    Post.objects.create(person=someone, organ=organ, kind=kind, since=DAY, until=DAY)
        except (NotAllowed, IntegrityError, OperationalError):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(3) as pool:
        became = list(pool.map(try_to_be, ["system_admin", "security_admin", "audit_admin"]))
    assert became.count(True) == Post.objects.count() == 1
