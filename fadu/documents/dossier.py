"""The file of a closed case (案卷): cover, catalogue, the papers in order and paginated, the list of hashes.

`bind` makes one .docx in which the word processor itself fills the page numbers of the catalogue; `pack` makes an
archive with that file, every paper and enclosure by itself, and a manifest by which `faults` finds what was changed.
The catalogue has the columns of the archives (序号、文号、责任者、题名、日期、页号、备注); as is their habit it gives
each paper's first page, and of the last paper the last page too. Hashes are SM3, or SHA-256 where the build lacks it.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from fadu.documents import docx
from fadu.documents.numerals import date_words
from fadu.documents.papers import Column, Dossier, Enclosure, Field, Inventory, Item, Signature
from fadu.documents.redaction import public as public_rendition
from fadu.documents.word.dossier import draw_bound
from fadu.documents.word.package import blank, zipped
from fadu.documents.word.package import pack as pack_document
from fadu.documents.words import Words, plain

__all__ = ["ALGORITHM", "Leaf", "bind", "digest", "faults", "leaves", "pack"]

ALGORITHM = "sm3" if "sm3" in hashlib.algorithms_available else "sha256"
_MANIFEST = "manifest.json"
_BOUND = "案卷.docx"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One item of a dossier as a file: its place, name, type, bytes and hash (of the bytes, hexadecimal)."""

    position: int
    item: Item
    name: str
    media_type: str
    data: bytes
    digest: str


def digest(data: bytes) -> str:
    """The hash of a file in `ALGORITHM`, hexadecimal."""
    return hashlib.new(ALGORITHM, data).hexdigest()


def leaves(dossier: Dossier) -> tuple[Leaf, ...]:
    """Every item of the dossier as a file of its own, in order."""
    return tuple(_leaf(position, item) for position, item in enumerate(dossier.items, start=1))


def bind(dossier: Dossier, *, public: bool = False) -> bytes:
    """The whole dossier as one .docx: cover, catalogue, papers from page 1 on, list of hashes.

    Pictures are bound in; other enclosures are represented by a slip with their name, size and hash. With `public`
    private text is masked and enclosures are withheld. Raises `ValueError` for a dossier without items.
    """
    if public:
        dossier = public_rendition(dossier)
    return _bound(dossier, leaves(dossier))


def pack(dossier: Dossier, *, public: bool = False) -> bytes:
    """The dossier as a .zip: 案卷.docx, each item as a file, and manifest.json with the hash of every file."""
    if public:
        dossier = public_rendition(dossier)
    items = leaves(dossier)
    bound = _bound(dossier, items)
    manifest = {
        "dossier": dossier.number,
        "title": plain(dossier.title),
        "organ": dossier.organ,
        "algorithm": ALGORITHM,
        "bound": {"file": _BOUND, "digest": digest(bound), "bytes": len(bound)},
        "items": [
            {
                "position": leaf.position,
                "file": leaf.name,
                "title": plain(leaf.item.heading),
                "number": leaf.item.reference,
                "dated": leaf.item.dated.isoformat() if leaf.item.dated else None,
                "media_type": leaf.media_type,
                "digest": leaf.digest,
                "bytes": len(leaf.data),
            }
            for leaf in items
        ],
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True).encode()
    return zipped({_MANIFEST: written, _BOUND: bound, **{leaf.name: leaf.data for leaf in items}})


def faults(archive: bytes) -> tuple[str, ...]:
    """What in a packed dossier does not agree with its manifest: files missing, changed or added. Empty when whole.

    Raises `ValueError` for a file that is not a packed dossier.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as source:
            manifest = json.loads(source.read(_MANIFEST))
            names = set(source.namelist()) - {_MANIFEST}
            algorithm = str(manifest["algorithm"])
            found = []
            for entry in (manifest["bound"], *manifest["items"]):
                name = entry["file"]
                if name not in names:
                    found.append(f"{name}: missing")
                elif hashlib.new(algorithm, source.read(name)).hexdigest() != entry["digest"]:
                    found.append(f"{name}: changed, its {algorithm} is not the manifest's")
                names.discard(name)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a packed dossier with a readable {_MANIFEST}: {error}") from error
    return (*found, *(f"{name}: not in the manifest" for name in sorted(names)))


def _bound(dossier: Dossier, items: tuple[Leaf, ...]) -> bytes:
    if not items:
        raise ValueError(f"dossier {dossier.number}: there is nothing to bind")
    document: Any = blank()
    draw_bound(document, dossier, [(leaf.item, _slip(leaf)) for leaf in items], _hash_list(dossier, items))
    return pack_document(document, title=plain(dossier.title), author=dossier.organ)


def _leaf(position: int, item: Item) -> Leaf:
    content = item.content
    title = _file_name(plain(item.heading))
    if isinstance(content, Enclosure):
        suffix = PurePath(content.name).suffix
        suffix = suffix if re.fullmatch(r"\.[0-9A-Za-z]{1,8}", suffix) else ".bin"
        name = f"{position:03d}-{title}{suffix.lower()}"
        return Leaf(position, item, name, content.media_type, content.data, digest(content.data))
    data = docx.render(content)
    return Leaf(position, item, f"{position:03d}-{title}.docx", docx.MEDIA_TYPE, data, digest(data))


def _file_name(title: str) -> str:
    """A title as part of a file name: no separators, no control characters, not too long for any system."""
    return re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|.\s]+', "_", title).strip("_")[:60] or "文书"


def _slip(leaf: Leaf) -> tuple[tuple[Field, ...], ...]:
    """What stands in the bound dossier for an enclosure that cannot be printed."""
    if not isinstance(leaf.item.content, Enclosure):
        return ()
    if not leaf.data:
        return ((Field("说明", "本件未随卷提供（不公开，或者仅有实物）。"),),)
    return (
        (Field("文件", leaf.name),),
        (Field("类型", leaf.media_type), Field("大小", f"{len(leaf.data):,}字节")),
        (Field("页数", f"{leaf.item.content.pages}页"),),
        (Field("校验值", f"{ALGORITHM.upper()} {leaf.digest}"),),
    )


def _hash_list(dossier: Dossier, items: tuple[Leaf, ...]) -> Inventory:
    """卷内文件校验清单: by it anybody can see later whether a paper is the one that was filed."""
    columns = (
        Column("序号", 1, "centre"),
        Column("题名", 3.4),
        Column("文号", 2.6),
        Column("日期", 3),
        Column(f"校验值（{ALGORITHM.upper()}）", 6),
    )
    rows: list[tuple[Words, ...]] = []
    for leaf in items:
        day = date_words(leaf.item.dated) if leaf.item.dated else ""
        hash_ = leaf.digest if leaf.data else "未随卷提供"
        rows.append((str(leaf.position), leaf.item.heading, leaf.item.reference, day, hash_))
    signatures = (Signature("立卷人", asks_date=True), Signature("检查人", asks_date=True))
    return Inventory("卷内文件校验清单", columns, tuple(rows), dossier.organ, dossier.number, signatures=signatures)
