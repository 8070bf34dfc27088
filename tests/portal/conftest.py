"""Publications of invented decisions, as they stand once the engine has masked and published them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache

from fadu.engine import registry
from fadu.engine.models import Case, Publication
from fadu.engine.publication import grams
from fadu.engine.search import index
from fadu.portal import resting
from tests.procedures.conftest import farm  # noqa: F401  a fixture, used by being here

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch):
    """It is 20 November 2026; no number is remembered from another test, and no procedure invented by one is known."""
    monkeypatch.delitem(registry._EDITIONS, "toy", raising=False)
    resting.index.cache_clear()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    cache.clear()


@pytest.fixture
def published(bureau):
    """Makes a publication: ``published("甲公司", act="销售过期食品", on=date(2026, 9, 1))``."""
    made: list[Publication] = []

    def publication(party="甲公司", *, act="销售过期食品", on=date(2026, 9, 1), organ=None, **columns):
        number = columns.pop("number", f"测市监罚〔{on.year}〕{len(made) + 1}号")
        case = Case.objects.create(
            number=f"案{len(made) + 1}", procedure="penalty_ordinary", title="案由", organ=organ or bureau.organ,
            region=bureau.region, domain="market", opened_on=date(2026, 1, 1),
        )  # fmt: skip
        row = {
            "kind": "market",
            "title": f"{party}行政处罚决定",
            "party": party,
            "rendition": {
                "party": party, "act": act, "fine": "5000.00", "kinds": ["fined"], "basis": "《行政处罚法》第九条",
            },
            "cites": ["penalty-2021/48.1", "penalty-2021/9.1.2"],
            "decided_on": on,
            "published_on": on,
            "until": date(2029, 9, 1),
            **columns,
        }  # fmt: skip
        found = Publication.objects.create(
            case=case, organ=organ or bureau.organ, region=bureau.region, number=number,
            grams=grams([number, row["title"], party, act]), **row,
        )  # fmt: skip
        index([found])
        made.append(found)
        return found

    return publication


@pytest.fixture
def texts(tmp_path):
    """A folder from which words are read: the pages show them, the repository has none."""
    from fadu.law import texts as shelf

    before = shelf._Shelf.folder
    shelf.use(tmp_path)
    yield tmp_path
    shelf.use(before)
