"""200 citizens apply at once through the server while a clerk works, beside a bare view in the same server."""

from __future__ import annotations

import http.client
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from datetime import date
from urllib.parse import urlencode

from bench.county import open_county
from bench.measure import answer

CITIZENS, PORT, WORKERS = 200, 8791, 2


def main() -> None:
    county = open_county()
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection
    from django.utils import timezone

    from fadu.engine import drafts, outbox
    from fadu.engine.acts import open_case, take
    from fadu.engine.models import Case, Verification
    from fadu.organs.models import Organ
    from fadu.portal.telephone import PROVED

    now, on = timezone.now(), timezone.localdate()
    committee = Organ.objects.create(
        name="示例村人民调解委员会", region=county.organ.region, kind="mediation", word="示调"
    )
    citizens = []
    for n in range(CITIZENS):
        phone = f"138{n:08d}"
        proved = Verification.objects.create(
            phone=phone, trace=outbox.trace_of(phone), digest="", sent_at=now, proved_at=now
        )
        session = SessionStore()
        session[PROVED] = proved.pk
        session.create()
        draft = drafts.begin(drafts.Owner(trace=proved.trace), "mediation", committee, at=now)
        citizens.append((session.session_key, draft.pk, phone))
    cases = [
        open_case("penalty_ordinary", organ=county.organ, title="测试案由", by=county.clerk, on=on,
                  officers=[county.officer, county.second]) for _ in range(400)
    ]  # fmt: skip
    typed = {
        "organ": committee.pk, "who_name": "陈示例", "who_address": "示例村1号", "other_side": "林示例",
        "dispute": "排水纠纷", "claims": "请求疏通", "next": "1",
    }  # fmt: skip
    connection.close()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "fadu.site.wsgi:application", "--bind", f"127.0.0.1:{PORT}",
         "--workers", str(WORKERS), "--backlog", "2048", "--log-level", "error"], env=os.environ,
    )  # fmt: skip
    try:
        ready()
        calm = working(cases[:100], county, take, lambda: None)
        floor = crowd([(key, [("/bare/", {}), ("/bare/", {"a": "1"})] * 2) for key, _draft, _phone in citizens])
        ours: list[float] = []
        busy = working(
            cases[100:], county, take,
            lambda: ours.extend(crowd([
                (key, [
                    (f"/apply/drafts/{draft}/", {}),
                    (f"/apply/drafts/{draft}/", typed | {"who_phone": phone}),
                    (f"/apply/drafts/{draft}/review/", {"a": "1"}),
                    (f"/apply/drafts/{draft}/receipt/", {}),
                ])
                for key, draft, phone in citizens
            ])),
        )  # fmt: skip
    finally:
        server.terminate()
        server.wait()
    filed = Case.objects.filter(procedure="mediation").count()
    if filed != CITIZENS:
        raise SystemExit(f"{filed} of {CITIZENS} applications were filed")
    took, bare = ours.pop(), floor.pop()
    answer(
        database=connection.vendor, citizens=CITIZENS, requests=len(ours), rate=len(ours) / took,
        floor=len(floor) / bare,
        of_floor=(len(ours) / took) / (len(floor) / bare), p95=high(ours), floor_p95=high(floor),
        filed=CITIZENS / took, clerk_p95=high(busy), calm_p95=high(calm), acts=len(busy),
    )  # fmt: skip


def ready() -> None:
    for _try in range(100):
        try:
            Visitor("").get("/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not start")


class Visitor:
    """Somebody with a session; each request is one connection, as sync workers have it."""

    def __init__(self, session: str) -> None:
        self.cookies = {"sessionid": session} if session else {}
        self.took: list[float] = []

    def get(self, address: str) -> None:
        self._ask("GET", address, None)

    def post(self, address: str, given: dict[str, object]) -> None:
        token = {"csrfmiddlewaretoken": self.cookies["csrftoken"]}
        self._ask("POST", address, urlencode(given | token))

    def _ask(self, method: str, address: str, body: str | None) -> None:
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, address, body, headers)
        response = connection.getresponse()
        response.read()
        for header in response.headers.get_all("Set-Cookie") or ():
            if found := re.match(r"(csrftoken|sessionid)=([^;]+)", header):
                self.cookies[found[1]] = found[2]
        connection.close()
        self.took.append((time.perf_counter() - begun) * 1000)
        if response.status >= 400:
            raise SystemExit(f"{method} {address}: {response.status}")


def crowd(visits: list[tuple[str, list[tuple[str, dict[str, object]]]]]) -> list[float]:
    """Everybody at once: the milliseconds of each request, and last the seconds of the whole."""
    visitors = [Visitor(session) for session, _asked in visits]

    def visit(visitor: Visitor, asked: list[tuple[str, dict[str, object]]]) -> None:
        for address, given in asked:
            visitor.post(address, given) if given else visitor.get(address)

    threads = [
        threading.Thread(target=visit, args=(visitor, asked))
        for visitor, (_session, asked) in zip(visitors, visits, strict=True)
    ]
    begun = time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    took = time.perf_counter() - begun
    return [*(each for visitor in visitors for each in visitor.took), took]


def working(cases, county, take, meanwhile) -> list[float]:
    """The milliseconds of each act of a clerk who works on while ``meanwhile`` runs."""
    from django.db import OperationalError

    from bench.acts import facts_for, lawful_first

    on = cases[0].opened_on
    first = lawful_first(cases[0], on)
    by = {"head": [county.head], "officer": [county.officer, county.second], "clerk": [county.clerk]}[first.by.posts[0]]
    other = threading.Thread(target=meanwhile)
    other.start()
    took = []
    for number, case in enumerate(cases):
        if number >= 20 and not other.is_alive():
            break
        begun = time.perf_counter()
        try:
            take(case, first.key, by=by, on=on, facts=facts_for(first) | _today(first, on))
        except OperationalError as fault:
            raise SystemExit(f"the clerk was turned away: {fault}") from fault
        took.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.05)
    other.join()
    return took


def _today(step, on: date) -> dict[str, object]:
    from fadu.procedures.models import OrdinaryPenalty

    days = {name for name in step.needs if OrdinaryPenalty._meta.get_field(name).get_internal_type() == "DateField"}
    return dict.fromkeys(days, on)


def high(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
