"""转送、交办 on the desk: the form offers the organs of the house, and the petition arrives where it was sent."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Paper
from fadu.organs.models import Organ


def test_a_petition_handed_on_leaves_with_its_letter_and_arrives(bureau, sign_in, today):
    there = Organ.objects.create(name="测试县示例局", region=bureau.region, word="测示")
    clerk = bureau.person("there", "郑内勤", "clerk", organ=there)
    before = today - timedelta(days=3)
    case = open_case("petition", organ=bureau.organ, title="反映噪声扰民", by=bureau.clerk, on=before,
                     parties=[Comer("张测试")])  # fmt: skip
    for step, facts in (
        ("petition_receipt", {"channel": "paper", "request": "处理噪声扰民"}),
        ("registration", {"kind": "claim", "field": "other", "office": True}),
    ):
        take(case, step, by=[bureau.clerk], on=before, facts=facts)
    address = reverse("desk:step", args=[case.pk, "petition_forwarding"])
    mine, theirs = sign_in(bureau.clerk), sign_in(clerk)
    assert '<option value="测试县示例局">' in mine.get(address).content.decode()
    given = {"on": today.isoformat(), "by": "self", "note": "", "outcome": "sent", "forwarded_to": "测试县示例局",
             "papers": ["forwarding_letter"]}  # fmt: skip
    answer = mine.post(address, given)
    assert (answer.status_code, answer.url) == (302, reverse("desk:work"))
    case.refresh_from_db()
    assert case.organ == there
    assert Paper.objects.get(case=case).organ == bureau.organ  # the letter went out in the name of who sent it
    assert theirs.get(reverse("desk:case", args=[case.pk])).status_code == 200
    assert mine.get(reverse("desk:case", args=[case.pk])).status_code == 404
