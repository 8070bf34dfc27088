"""Personal data: encrypted where it is stored, a salted hash where it is only compared, masked where it is shown.

Encryption is AES-256-GCM. ``FADU_KEY`` may name several keys, comma-separated: the first encrypts, all decrypt, each
stored value says by its prefix which key wrote it. To change the key, put the new one first, run
``fadu people reencrypt``, then drop the old one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from fadu.organs.masking import mask_account, mask_address, mask_id, mask_name, mask_phone

if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField

__all__ = [
    "EncryptedField",
    "Undecipherable",
    "decrypt",
    "encrypt",
    "fingerprint",
    "mask_account",
    "mask_address",
    "mask_id",
    "mask_name",
    "mask_phone",
]

FORMAT = "g1"  # AES-256-GCM; another cipher (SM4) takes another name here
NONCE_BYTES = 12


class Undecipherable(ValueError):
    """A stored value cannot be read: its key is not among ``FADU_KEY``, or the value was altered."""


@lru_cache(maxsize=16)
def _cipher(key: str) -> tuple[str, AESGCM]:
    """The key's public name (eight hex digits) and the cipher made from it."""
    material = HKDF(SHA256(), 32, salt=None, info=b"fadu field").derive(key.encode())
    return hashlib.sha256(b"fadu key name" + material).hexdigest()[:8], AESGCM(material)


def _ciphers() -> list[tuple[str, AESGCM]]:
    return [_cipher(key.strip()) for key in settings.FADU_KEY.split(",") if key.strip()]


def encrypt(text: str, purpose: str) -> str:
    """``g1:<key name>:<nonce and ciphertext>``; empty stays empty. ``purpose`` binds the value to its column."""
    if not text:
        return ""
    name, cipher = _ciphers()[0]
    nonce = os.urandom(NONCE_BYTES)
    sealed = nonce + cipher.encrypt(nonce, text.encode(), purpose.encode())
    return f"{FORMAT}:{name}:{base64.urlsafe_b64encode(sealed).decode()}"


def decrypt(stored: str, purpose: str) -> str:
    """The text that ``encrypt`` was given for the same purpose; raises ``Undecipherable``."""
    if not stored:
        return ""
    form, _colon, rest = stored.partition(":")
    name, _colon, sealed = rest.partition(":")
    cipher = dict(_ciphers()).get(name)
    if form != FORMAT or cipher is None:
        raise Undecipherable(
            _("无法解密 {purpose}：缺少密钥 {name}，请在 FADU_KEY 中补充").format(purpose=purpose, name=name)
        )
    try:
        data = base64.urlsafe_b64decode(sealed)
        return cipher.decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], purpose.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError) as fault:
        raise Undecipherable(_("无法解密 {purpose}：密文已损坏或被改动").format(purpose=purpose)) from fault


def encrypt_bytes(data: bytes, purpose: str) -> bytes:
    """A file's bytes, encrypted as a text is; the key's name stands before them."""
    name, cipher = _ciphers()[0]
    nonce = os.urandom(NONCE_BYTES)
    return f"{FORMAT}:{name}:".encode() + nonce + cipher.encrypt(nonce, data, purpose.encode())


def decrypt_bytes(stored: bytes, purpose: str) -> bytes:
    """What ``encrypt_bytes`` was given; raises ``Undecipherable``."""
    form, _colon, rest = stored.partition(b":")
    name, _colon, sealed = rest.partition(b":")
    cipher = dict(_ciphers()).get(name.decode("ascii", "replace"))
    if form != FORMAT.encode() or cipher is None:
        raise Undecipherable(
            _("无法解密 {purpose}：缺少密钥 {name}，请在 FADU_KEY 中补充").format(purpose=purpose, name=name)
        )
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError) as fault:
        raise Undecipherable(_("无法解密 {purpose}：密文已损坏或被改动").format(purpose=purpose)) from fault


def stale(stored: str) -> bool:
    """Whether a stored value was written by another key than the first."""
    return bool(stored) and stored.split(":")[1] != _ciphers()[0][0]


def fingerprint(value: str) -> str:
    """``sm3:<hex>``: the salted hash by which personal data enters the ledger and is compared; empty stays empty.

    HMAC with SM3, or SHA-256 (then ``sha256:``) where the build of OpenSSL lacks SM3.
    """
    if not value:
        return ""
    algorithm = "sm3" if "sm3" in hashlib.algorithms_available else "sha256"
    return f"{algorithm}:{hmac.new(settings.FADU_SALT.encode(), value.encode(), algorithm).hexdigest()}"


def reencrypt(rows: int = 500) -> int:
    """Write with the first key every encrypted column that another key wrote; how many rows were written anew.

    Takes the tables in steps of ``rows``, so that it can run beside the daily work and be run again.
    """
    written = 0
    for model in apps.get_models():
        names = [field.name for field in model._meta.fields if isinstance(field, EncryptedField)]
        if not names:
            continue
        # What the column holds, past the field that would decrypt it.
        raw = {f"raw_{name}": Cast(name, models.TextField()) for name in names}
        keys = [
            row[0]
            for row in model._default_manager.annotate(**raw).values_list("pk", *raw).iterator(rows)
            if any(stale(value or "") for value in row[1:])
        ]
        for start in range(0, len(keys), rows):
            batch = list(model._default_manager.filter(pk__in=keys[start : start + rows]))
            written += model._default_manager.bulk_update(batch, names)
    return written


class EncryptedField(Text):
    """A text that the database holds only encrypted. It cannot be searched: store a ``fingerprint`` beside it."""

    @property
    def purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return encrypt(prepared, self.purpose) if prepared else prepared

    def from_db_value(self, value: str | None, *_unused: object) -> str | None:
        return decrypt(value, self.purpose) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.purpose} is encrypted and cannot be searched; compare its fingerprint")
        return super().get_lookup(lookup_name)
