"""My open cases by due day, the first twenty with what the page shows, at a thousand and at a million open cases."""

from __future__ import annotations

from datetime import date

from bench.county import open_county
from bench.measure import answer, p95

OWNERS = 100  # one officer's share of the open cases is shown; the others' lie in the same table


def main() -> None:
    county = open_county()
    from django.db import connection

    from bench.floor.models import Item
    from fadu.desk.rows import row
    from fadu.engine.worklist import open_cases
    from fadu.organs.models import Person

    owners = [Person.objects.create_user(f"owner{n}", name=f"测试{n}") for n in range(OWNERS)]
    begin, found, made = date(2024, 1, 1), {}, 0
    for size in (1_000, 1_000_000):
        fill(county, owners, made, size)
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


def fill(county, owners, there, size) -> None:
    """Open cases ``there + 1`` to ``size``, and as many rows of the floor, written by the database itself."""
    from django.db import connection

    if connection.vendor == "postgresql":
        source, day = f"generate_series({there + 1}, {size}) AS g(n)", "DATE '2024-01-01' + ((n % 720) * 77 % 720)::int"
    else:
        counted = f"SELECT {there + 1} UNION ALL SELECT n + 1 FROM g WHERE n < {size}"
        source = f"(WITH RECURSIVE g(n) AS ({counted}) SELECT n FROM g)"
        day = "date('2024-01-01', ((n % 720) * 77 % 720) || ' days')"
    no = "false" if connection.vendor == "postgresql" else "0"
    owner = f"{owners[0].pk} + n % {len(owners)}"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO engine_case (number, procedure, kept_edition, title, party_name, organ_id, region_id, domain, "
            "handler_id, source, stage, outcome, opened_on, next_due_on, next_due, stopped, contested, imported, "
            "entered_at) "
            f"SELECT '测〔2024〕' || n || '号', 'penalty_ordinary', '', '测试案由', '测试公司', {county.organ.pk}, "
            f"'990000000000', 'market', {owner}, '', 'filing', '', '2024-01-01', {day}, 'decide', {no}, {no}, {no}, "
            f"CURRENT_TIMESTAMP FROM {source}"
        )
        cursor.execute(f"INSERT INTO floor_item (stage, owner, due_on) SELECT 'x', {owner}, {day} FROM {source}")


if __name__ == "__main__":
    main()
