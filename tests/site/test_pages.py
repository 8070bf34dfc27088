"""Whoever follows the links of the demonstration finds pages that answer, and in English no Chinese of the house."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import polib
import pytest
from django.test import Client
from django.utils import timezone

from fadu.engine.models import Case, Paper
from fadu.replay.demo import fill
from fadu.site.commands.demo import accounts
from tests.house.test_catalogues import CHINESE, ROOT

# The others meet no page that these do not.
READERS = (None, "citizen", "officer", "head", "leader", "mediator", "admin")
ALIKE = 1  # pages of one shape that are opened for each reader
# Fields of law and kinds may stand as data in what was entered, and so does the name that stands for any applicant.
DATA = {"其他", "公安", "统计", "审计", "申请人"}


class Page(HTMLParser):
    """The texts and links of a page; what is marked as Chinese is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self.silent or tag in {"script", "style"} or given.get("lang", "").startswith("zh"):
            if tag not in {"br", "img", "input", "link", "meta", "hr", "col", "wbr"}:
                self.silent.append(tag)
            return
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.texts += [given[name] for name in ("title", "placeholder", "aria-label", "alt") if given.get(name)]

    def handle_endtag(self, tag):
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data):
        if not self.silent:
            self.texts.append(" ".join(data.split()))


def said_by_the_house() -> set[str]:
    """Every Chinese sentence that has an English one."""
    pages = (ROOT / "fadu").rglob("locale/en/LC_MESSAGES/django.po")
    return {entry.msgid for path in pages for entry in polib.pofile(str(path)) if CHINESE.search(entry.msgid)} - DATA


def numbered(address: str) -> str:
    """The shape of an address: one number is like another."""
    return re.sub(r"\d[\d.-]*", "n", urlsplit(address).path)


def walk(reader: Client, start: str, shape_of=numbered):
    """Pages reached by links from ``start``, few of each shape: (address, status, page)."""
    seen: set[str] = set()
    shapes: dict[str, int] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop(0).split("#")[0]
        shape = shape_of(address)
        if not address or address in seen or shapes.get(shape, 0) >= ALIKE or "signout" in address:
            continue
        seen.add(address)
        shapes[shape] = shapes.get(shape, 0) + 1
        answer = reader.get(address)
        if answer.status_code in {301, 302}:
            waiting.append(urljoin(address, answer["Location"]))
            continue
        page = Page()
        if "html" in answer.get("Content-Type", "") and not answer.streaming:
            page.feed(answer.content.decode())
        yield address, answer.status_code, page
        waiting += [urljoin(address, link) for link in page.links if not urlsplit(link).netloc]


def test_the_demonstration_reads_in_english_from_every_desk(db, settings):
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    fill(timezone.localdate(), accounts())
    house = said_by_the_house()
    data = set(Paper.objects.values_list("title", flat=True)) | set(Case.objects.values_list("title", flat=True))
    faults = []
    for username in READERS:
        reader = Client()
        reader.cookies["django_language"] = "en"
        if username:
            reader.force_login(accounts()[username], backend="django.contrib.auth.backends.ModelBackend")
        start = "/" if username in {None, "citizen"} else "/desk/"
        for address, status, page in walk(reader, start):
            if status != 200:
                faults.append(f"{username} {address}: {status}")
            faults += [f"{username} {address}: {text}" for text in page.texts if text in house and text not in data]
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize("address", ["/", "/publications/", "/statutes/", "/days/", "/data/", "/signin/"])
def test_the_open_pages_answer_before_anything_is_entered(client, db, address):
    assert client.get(address).status_code == 200
