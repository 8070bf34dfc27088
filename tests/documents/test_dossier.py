"""A dossier is in order and paginated, and shows what was changed in it."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from fadu.documents.dossier import ALGORITHM, bind, digest, faults, leaves, pack
from fadu.documents.papers import Enclosure, Item
from tests.documents.examples import DOSSIER


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 4000, 10, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\x00" * 4001 * 10))
    + chunk(b"IEND", b"")
)


def opened(data: bytes):
    return Document(io.BytesIO(data))


def text_of(document) -> str:
    lines = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in lines)


def test_papers_stand_in_order_behind_cover_and_catalogue():
    read = text_of(opened(bind(DOSSIER)))
    places = [
        read.index(text) for text in ("案　卷", "卷内目录", "问：你的姓名？", "乙市人民政府：", "卷内文件校验清单")
    ]
    assert places == sorted(places)


def test_the_catalogue_asks_for_each_papers_page_and_the_last_ones_end():
    body = opened(bind(DOSSIER)).element.body
    asked = [code.text.strip() for code in body.iter(qn("w:instrText")) if "PAGEREF" in code.text]
    wanted = [f"item_{position}" for position in range(1, len(DOSSIER.items) + 1)]
    assert asked == [f"PAGEREF {name}" for name in (*wanted, "item_end")]
    marks = {mark.get(qn("w:name")): mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert set(marks) == {*wanted, "item_end"}
    assert len(set(marks.values())) == len(marks)


def test_pages_are_counted_from_the_first_paper_on_at_the_outer_corner():
    sections = list(opened(bind(DOSSIER)).sections)
    numbered = [bool(list(section.header._element.iter(qn("w:instrText")))) for section in sections]
    assert numbered == [False, False, *[True] * len(DOSSIER.items), False]
    restarted = [section._sectPr.find(qn("w:pgNumType")) is not None for section in sections]
    assert restarted == [False, False, True, *[False] * len(DOSSIER.items)]
    assert sections[2].header.paragraphs[0].alignment == 2
    assert sections[2].even_page_header.paragraphs[0].alignment == 0


def test_a_picture_is_bound_in_no_larger_than_the_page():
    dossier = replace(DOSSIER, items=(Item(Enclosure("现场照片", "照片.PNG", "image/png", PNG)),))
    document = opened(bind(dossier))
    (extent,) = document.element.body.iter(qn("wp:extent"))
    assert int(extent.get("cx")) <= 156 * 36000
    assert leaves(dossier)[0].name == "001-现场照片.png"


@pytest.mark.parametrize("data", [b"", b"not a picture", PNG[:20]])
def test_what_cannot_be_printed_has_a_slip(data):
    dossier = replace(DOSSIER, items=(Item(Enclosure("现场照片", "a.png", "image/png", data)),))
    read = text_of(opened(bind(dossier)))
    assert ("未随卷提供" in read) == (not data)
    assert (digest(data) in read) == bool(data)


def test_the_hash_list_names_the_hash_of_every_file():
    read = text_of(opened(bind(DOSSIER)))
    for leaf in leaves(DOSSIER):
        assert leaf.digest == hashlib.new(ALGORITHM, leaf.data).hexdigest()
        assert leaf.digest in read


def test_file_names_hold_no_path():
    names = [leaf.name for leaf in leaves(DOSSIER)]
    assert names[2] == "003-执法录像.mp4"
    hostile = replace(
        DOSSIER, items=(Item(Enclosure("../../甲/乙\\丙", "x.a/b", "x/y", b"1")), Item(Enclosure("..", "", "", b"1")))
    )
    assert [leaf.name for leaf in leaves(hostile)] == ["001-甲_乙_丙.bin", "002-文书.bin"]


def test_a_packed_dossier_is_whole_and_the_same_every_time():
    packed = pack(DOSSIER)
    assert packed == pack(DOSSIER)
    assert faults(packed) == ()
    with zipfile.ZipFile(io.BytesIO(packed)) as source:
        manifest = json.loads(source.read("manifest.json"))
        assert source.read("案卷.docx") == bind(DOSSIER)
    assert [entry["position"] for entry in manifest["items"]] == [1, 2, 3, 4, 5]
    assert manifest["items"][3]["number"] == "甲市监罚〔2026〕12号"


def repacked(change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(pack(DOSSIER))) as source:
        files = {name: source.read(name) for name in source.namelist()}
    change(files)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in files.items():
            target.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda files: files.update({"003-执法录像.mp4": b"other"}), "003-执法录像.mp4: changed"),
        (lambda files: files.pop("003-执法录像.mp4"), "003-执法录像.mp4: missing"),
        (lambda files: files.update({"evil.txt": b"x"}), "evil.txt: not in the manifest"),
        (lambda files: files.update({"案卷.docx": b"x"}), "案卷.docx: changed"),
    ],
)
def test_a_changed_missing_or_added_file_is_found(change, said):
    (fault,) = faults(repacked(change))
    assert fault.startswith(said)


@pytest.mark.parametrize("data", [b"", b"no zip", repacked(lambda files: files.update({"manifest.json": b"[]"}))])
def test_what_is_no_dossier_is_said_to_be_none(data):
    with pytest.raises(ValueError, match="not a packed dossier"):
        faults(data)


def test_an_empty_dossier_is_not_bound():
    with pytest.raises(ValueError, match="nothing to bind"):
        bind(replace(DOSSIER, items=()))
