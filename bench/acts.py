"""Acts per second: a human step of a real procedure against the bare floor and against the same step in viewflow."""

from __future__ import annotations

from datetime import date

from bench.county import open_county
from bench.measure import alternating, answer

TIMES, ROUNDS = 120, 5


def main() -> None:
    county = open_county()
    from django.db import connection, transaction
    from viewflow.workflow.models import Task

    from bench.floor.flows import Review
    from bench.floor.models import Item, Line
    from fadu.engine.acts import Comer, open_case, take

    need = TIMES * (ROUNDS + 1)
    on = date(2024, 3, 1)
    cases = [
        open_case(
            "penalty_ordinary", organ=county.organ, title="测试案由", by=county.clerk, on=on,
            officers=[county.officer, county.second], parties=[Comer("测试公司", kind="company")],
        )
        for _ in range(need)
    ]  # fmt: skip
    first = lawful_first(cases[0], on)
    by = {"head": [county.head], "officer": [county.officer, county.second], "clerk": [county.clerk]}
    items = [Item.objects.create(stage="0") for _ in range(200)]
    for _ in range(need):
        Review.start.run()
    tasks = list(Task.objects.filter(flow_task=Review.look).order_by("id"))

    def act(n: int) -> None:
        take(cases[n], first.key, by=by[first.by.posts[0]], on=on, facts=facts_for(first))

    def floor(n: int) -> None:
        with transaction.atomic():
            item = items[n % 200]
            item.stage = str(n)
            item.save(update_fields=["stage"])
            Line.objects.create(item=item, text="taken")

    def peer(n: int) -> None:
        task = Task.objects.get(pk=tasks[n].pk)
        with transaction.atomic(), task.flow_task.flow_class.lock(task.process_id):
            activation = task.flow_task.activation_class(task)
            activation.assign(county.head)
            activation.start(None)
            activation.execute()

    found = alternating({"act": act, "floor": floor, "peer": peer}, TIMES, ROUNDS)
    answer(
        database=connection.vendor, step=first.key, act=found["act"], floor=found["floor"], peer=found["peer"],
        of_floor=found["act"] / found["floor"], of_peer=found["act"] / found["peer"],
    )  # fmt: skip


def lawful_first(case, on):
    """The first step that the case may take."""
    from fadu.engine.file import open_file
    from fadu.engine.guards import possible

    return next(option.step for option in possible(open_file(case), on) if option.lawful)


def facts_for(step):
    """Plain values for what the step's form needs."""
    from fadu.procedures.models import OrdinaryPenalty

    made = {}
    for name in step.needs:
        column = OrdinaryPenalty._meta.get_field(name)
        kind = column.get_internal_type()
        made[name] = {"BooleanField": True, "DateField": date(2024, 3, 1)}.get(kind) or (
            column.choices[0][0] if column.choices else "测试"
        )
    return made


if __name__ == "__main__":
    main()
