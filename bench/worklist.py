"""My open cases by due day, the first twenty with what the page shows, at a thousand and at a million open cases."""

from __future__ import annotations

from datetime import date, timedelta

from bench.county import open_county
from bench.measure import answer, p95

OWNERS = 100  # one officer's share of the open cases is shown; the others' lie in the same table


def main() -> None:
    county = open_county()
    from django.db import connection

    from bench.floor.models import Item
    from fadu.desk.rows import row
    from fadu.engine.models import Case
    from fadu.engine.worklist import open_cases
    from fadu.organs.models import Person

    owners = [Person.objects.create_user(f"owner{n}", name=f"测试{n}") for n in range(OWNERS)]
    begin, found, made = date(2024, 1, 1), {}, 0
    for size in (1_000, 1_000_000):
        fill(Case, Item, county, owners, made, size, begin)
        made = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        me = owners[0]

        def ours(_n: int, me=me) -> None:
            [row(case, begin) for case in open_cases(me, 20)]

        def floor(_n: int, me=me) -> None:
            list(Item.objects.filter(owner=me.pk, closed_on=None).order_by("due_on", "id")[:20])

        for work in (ours, floor):
            p95(work, 50)
        rounds = [(p95(ours, 200), p95(floor, 200)) for _ in range(5)]
        rounds.sort(key=lambda pair: pair[0] / pair[1])
        found[str(size)] = rounds[len(rounds) // 2]
    answer(
        database=connection.vendor,
        ours={size: pair[0] for size, pair in found.items()},
        floor={size: pair[1] for size, pair in found.items()},
        of_floor={size: pair[0] / pair[1] for size, pair in found.items()},
        grown=found["1000000"][0] / found["1000"][0],
    )


def fill(cases, items, county, owners, there, size, begin) -> None:
    """Open cases up to ``size``, and as many rows of the floor."""
    batch = 5_000
    for start in range(there, size, batch):
        numbers = range(start, min(size, start + batch))
        cases.objects.bulk_create(
            [
                cases(
                    number=f"测〔2024〕{n}号", procedure="penalty_ordinary", title="测试案由", party_name="测试公司",
                    organ=county.organ, region_id="990000000000", domain="market",
                    handler=owners[n % len(owners)], opened_on=begin,
                    next_due_on=begin + timedelta(days=(n * 7919) % 720), next_due="decide",
                )
                for n in numbers
            ]
        )  # fmt: skip
        items.objects.bulk_create(
            [
                items(stage="x", owner=owners[n % len(owners)].pk, due_on=begin + timedelta(days=(n * 7919) % 720))
                for n in numbers
            ]
        )


if __name__ == "__main__":
    main()
