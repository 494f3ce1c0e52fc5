"""The key from code to name: a file of its own behind a passphrase, never inside the sprint.

The file is JSON. The names in it are sealed with AES-256-GCM under a key that scrypt (RFC 7914) makes of the
passphrase, both from the library `cryptography`. Nobody can get a forgotten passphrase back: that is the point.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sprint.errors import SprintError
from sprint.store.disk import Disk

SUFFIX = ".key"
FORMAT, VERSION = "reisgenoot-name-key", 1
SHORTEST_PASSPHRASE = 10
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 1 << 16, 8, 1
_MOST_MEMORY = 1 << 28
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12
_LONGEST_FILE = 4 << 20
_PARTS = ("format", "version", "n", "r", "p", "salt", "nonce", "sealed")


class KeyEntry(NamedTuple):
    """Who stands behind a code, and how to reach them."""

    name: str
    contact: str = ""


def key_path(sprint_path: Path) -> Path:
    """Return where the key of a sprint lies: beside its file, under the same name."""
    return sprint_path.with_suffix(SUFFIX)


def write_key(path: Path, names: Mapping[str, KeyEntry], passphrase: str, *, disk: Disk | None = None) -> None:
    """Write the key of codes to names, as a whole and synced, over the one that was there.

    Raises SprintError for a passphrase that is too short, or when it cannot be written; an older key is then whole.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise SprintError("study.passphrase_short", least=SHORTEST_PASSPHRASE)
    plain = json.dumps({code: list(entry) for code, entry in names.items()}, ensure_ascii=False).encode()
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    head: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "n": _SCRYPT_N,
        "r": _SCRYPT_R,
        "p": _SCRYPT_P,
        "salt": _text(salt),
        "nonce": _text(nonce),
    }
    head["sealed"] = _text(_cipher(head, passphrase).encrypt(nonce, plain, FORMAT.encode()))
    data = json.dumps({**head, "check": _check(head)}, indent=1).encode()
    try:
        (disk or Disk()).write_file(path, data)
    except OSError as error:
        raise SprintError("study.key_not_written", name=path.name) from error
    with contextlib.suppress(OSError):
        path.chmod(0o600)


def read_key(path: Path, passphrase: str, *, disk: Disk | None = None) -> dict[str, KeyEntry]:
    """Return who stands behind each code.

    Raises SprintError when the file is not there, is damaged, was written by a newer program, or does not open with
    this passphrase; each has its own sentence.
    """
    head = _read_head(path, disk or Disk())
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only who opens a key needs the library

    try:
        nonce, sealed = _bytes(head["nonce"]), _bytes(head["sealed"])
        plain = _cipher(head, passphrase).decrypt(nonce, sealed, FORMAT.encode())
    except InvalidTag as error:
        raise SprintError("study.passphrase_wrong") from error
    except (ValueError, TypeError) as error:
        raise SprintError("study.key_damaged", name=path.name) from error
    raw = json.loads(plain)
    return {str(code): KeyEntry(str(entry[0]), str(entry[1])) for code, entry in raw.items()}


def delete_key(path: Path, *, disk: Disk | None = None) -> None:
    """Delete the key; one that is not there is fine. Raises SprintError when it cannot be deleted."""
    try:
        (disk or Disk()).unlink(path)
    except OSError as error:
        raise SprintError("study.key_not_deleted", name=path.name) from error


def _read_head(path: Path, disk: Disk) -> dict[str, Any]:
    found = disk.stat(path)
    if found is None:
        raise SprintError("study.key_missing", name=path.name)
    data = disk.read_or_none(path) if found.size <= _LONGEST_FILE else None
    try:
        head = json.loads(data or b"")
        if head["format"] != FORMAT:
            raise ValueError(head["format"])
        if head["version"] > VERSION:
            raise SprintError("study.key_newer", name=path.name)
        is_whole = head["check"] == _check(head) and 128 * head["n"] * head["r"] <= _MOST_MEMORY
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SprintError("study.key_damaged", name=path.name) from error
    if not is_whole:
        raise SprintError("study.key_damaged", name=path.name)
    return {name: head[name] for name in _PARTS}


def _check(head: Mapping[str, Any]) -> str:
    """Return a checksum over all parts, so that damage is not mistaken for a wrong passphrase."""
    return hashlib.sha256(json.dumps([head[name] for name in _PARTS]).encode()).hexdigest()


def _cipher(head: Mapping[str, Any], passphrase: str) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, and seldom needed
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - as above

    # A passphrase with accents must open the key on another system, where they are spelled otherwise.
    words = unicodedata.normalize("NFC", passphrase).encode()
    scrypt = Scrypt(salt=_bytes(head["salt"]), length=_KEY_BYTES, n=head["n"], r=head["r"], p=head["p"])
    return AESGCM(scrypt.derive(words))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
