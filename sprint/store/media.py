"""Pictures of a sprint: made small and anonymous when they come in, kept by their checksum."""

from __future__ import annotations

import contextlib
import hashlib
import io
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.container_read import PICTURE_NAME
from sprint.store.disk import Disk
from sprint.store.problems import explain

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 25_000_000
MAX_JPEG_PIXELS = 64_000_000
"""More than of others: the best cameras in phones make 50 million, and JPEG is read at a half or a quarter at once."""
MAX_SIDE_PX = 2048
MAX_SOURCE_BYTES = 64 << 20
MAX_ALL_BYTES = 400 << 20
JPEG_QUALITY = 85
_EXTENSIONS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
_SEVERAL_IN_JPEG = "MPO"
"""What Pillow calls a JPEG that carries a second picture: phones add one for depth or for bright screens."""


@dataclass(frozen=True)
class ImportedPicture:
    """A picture in the store: its checksum is its name; width and height in pixels, `size` in bytes."""

    sha256: str
    ext: str
    width: int
    height: int
    size: int

    @property
    def name(self) -> str:
        """File name in the picture store."""
        return f"{self.sha256}.{self.ext}"


def prepare(data: bytes) -> tuple[bytes, str, int, int]:
    """A small copy without any metadata: (bytes, extension, width, height).

    Turned upright, at most 2048 px long. Raises SprintError for what is no PNG, JPEG or WEBP picture or too large.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - too slow for the first window

    if len(data) > MAX_SOURCE_BYTES:
        raise SprintError("store.picture_too_big", megapixels=MAX_PIXELS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            source = Image.open(io.BytesIO(data), formats=tuple(_EXTENSIONS))
            kind = "JPEG" if source.format == _SEVERAL_IN_JPEG else source.format or "PNG"
            most = MAX_JPEG_PIXELS if kind == "JPEG" else MAX_PIXELS
            if source.width * source.height > most:
                raise SprintError("store.picture_too_big", megapixels=most // 1_000_000)
            shrink = max(source.width, source.height, MAX_SIDE_PX) / MAX_SIDE_PX
            source.draft(None, (max(1, int(source.width / shrink)), max(1, int(source.height / shrink))))
            upright = ImageOps.exif_transpose(source)
    except Image.DecompressionBombError as error:
        raise SprintError("store.picture_too_big", megapixels=MAX_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, EOFError, MemoryError) as error:
        raise SprintError("store.picture_unreadable") from error
    plain = _plain(upright, kind)
    plain.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    options = {"quality": JPEG_QUALITY, "optimize": True} if kind == "JPEG" else {}
    plain.save(out, kind, **options)
    return out.getvalue(), _EXTENSIONS[kind], plain.width, plain.height


def _plain(picture: Image, kind: str) -> Image:
    """Only the pixels of an own copy: no place, no camera, no comment, no colour profile."""
    has_alpha = kind != "JPEG" and ("A" in picture.getbands() or "transparency" in picture.info)
    if picture.mode not in ("L", "RGB", "RGBA") or (has_alpha and picture.mode != "RGBA"):
        picture = picture.convert("RGBA" if has_alpha else "RGB")
    elif picture.mode == "RGBA" and not has_alpha:
        picture = picture.convert("RGB")
    picture.info = {}
    return picture


class MediaStore:
    """The pictures of one sprint on this computer."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folder = folder

    def add(self, data: bytes) -> ImportedPicture:
        """Import a picture; the same picture twice is kept once. Raises SprintError."""
        small, ext, width, height = prepare(data)
        picture = ImportedPicture(hashlib.sha256(small).hexdigest(), ext, width, height, len(small))
        if self.total_bytes() + len(small) > MAX_ALL_BYTES:
            raise SprintError("store.too_many_pictures", megabytes=MAX_ALL_BYTES >> 20)
        if self._disk.stat(self._folder / picture.name) is None:
            try:
                self._disk.write_file(self._folder / picture.name, small)
            except OSError as error:
                raise explain(error, self._folder) from error
        return picture

    def paths(self) -> list[Path]:
        """All pictures, by name."""
        return [self._folder / name for name in self._disk.names(self._folder) if PICTURE_NAME.fullmatch(name)]

    def path(self, sha256: str) -> Path | None:
        """The file of a picture, None when it is not here."""
        return next((path for path in self.paths() if path.stem == sha256), None)

    def read(self, sha256: str) -> bytes:
        """The bytes of a picture; raises SprintError when it is gone or damaged."""
        path = self.path(sha256)
        data = None if path is None else self._disk.read_or_none(path)
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            raise SprintError("store.picture_gone")
        return data

    def total_bytes(self) -> int:
        """Space that all pictures take."""
        return sum(found.size for path in self.paths() if (found := self._disk.stat(path)))

    def lacks(self, name: str, size: int) -> bool:
        """Whether a picture must still be taken from a people's file."""
        found = self._disk.stat(self._folder / name)
        return found is None or found.size != size

    def take(self, name: str, pieces: Iterable[bytes]) -> bool:
        """Store a picture from a people's file if it is what its name says; tells whether it was."""
        beside = self._folder / f".{name}.new"
        digest = hashlib.sha256()
        try:
            self._disk.make_folder(self._folder)
            file = self._disk.create(beside, replace=True)
            try:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
                file.sync()
            finally:
                file.close()
            if digest.hexdigest() == name.split(".")[0]:
                self._disk.replace(beside, self._folder / name)
                return True
        except SprintError:
            pass
        except OSError as error:
            raise explain(error, self._folder) from error
        with contextlib.suppress(OSError):
            self._disk.unlink(beside)
        return False
