"""What a disk may hold after the power went: states built from a recorded session under three models.

KILL    the program dies, the system lives: every prefix of the calls, and a partly done last write.
EXT4    ordered metadata: syncing a file or folder commits all earlier names; a rename carries its file's data.
STRICT  only what POSIX promises: a file's data after its own sync, a name after the sync of its own folder.
Under EXT4 and STRICT, what is not yet durable may be there, missing, torn or full of zeros, in any combination
(sampled when there are many).
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.proof.disks import Op

MODELS = ("KILL", "EXT4", "STRICT")
NAMES = {"create", "rename", "link", "unlink", "make_folder"}
State = dict[Path, bytes | None]
"""Content by path; None is a folder."""


def states(ops: Sequence[Op], upto: int, model: str, most: int) -> Iterator[State]:
    """At most about `most` states after a crash behind `ops[:upto]`."""
    done = ops[:upto]
    if model == "KILL":
        yield _as_is(done)
        if upto < len(ops) and ops[upto].kind == "write":
            size = len(ops[upto].data)
            for cut in sorted({1, size // 3, size // 2, size - 1} - {0, size}):
                torn = Op(
                    "write", ops[upto].path, file=ops[upto].file, position=ops[upto].position, data=ops[upto].data[:cut]
                )
                yield _as_is([*done, torn])
        return
    rng = random.Random(upto * 31 + len(model))
    name_choices = _name_choices(done, model, rng, most)
    for names in name_choices:
        data_choices = [_data_choices(done, file, model, names) for file in sorted({*_files(done, names)})]
        combinations = list(itertools.islice(itertools.product(*data_choices), 400))
        if len(combinations) > most:
            combinations = [combinations[0], combinations[-1], *rng.sample(combinations, most - 2)]
        for combination in combinations:
            contents = dict(combination)
            yield _placed(done, names, contents)


def _as_is(done: Sequence[Op]) -> State:
    everything = frozenset(number for number, op in enumerate(done) if op.kind in NAMES)
    files = {file: _content(done, file, len(done)) for file in {op.file for op in done if op.file}}
    return _placed(done, everything, files)


def _placed(done: Sequence[Op], names: frozenset[int], contents: dict[int, bytes]) -> State:
    """The tree that results when only the name changes in `names` happened."""
    where: dict[Path, int | None] = {}
    for number in sorted(names):
        op = done[number]
        assert op.path is not None
        if op.kind == "create":
            where[op.path] = op.file
        elif op.kind == "make_folder":
            where[op.path] = None
        elif op.kind == "unlink":
            where.pop(op.path, None)
        elif op.kind == "link" and op.other is not None and op.path in where:
            where[op.other] = where[op.path]
        elif op.kind == "rename" and op.other is not None and op.path in where:
            where[op.other] = where.pop(op.path)
    state: State = {}
    made = {path for path, file in where.items() if file is None}
    known = {op.path for op in done if op.kind == "make_folder"}
    for path, file in where.items():
        if all(parent in made for parent in path.parents if parent in known):
            state[path] = None if file is None else contents.get(file, b"")
    return state


def _content(done: Sequence[Op], file: int, upto: int, skip: int = -1) -> bytes:
    data = bytearray()
    for number, op in enumerate(done[:upto]):
        if op.file != file or number == skip:
            continue
        if op.kind == "cut":
            data.clear()
        elif op.kind == "write":
            _write(data, op.position, op.data)
    return bytes(data)


def _write(data: bytearray, position: int, piece: bytes) -> None:
    if position > len(data):
        data.extend(bytes(position - len(data)))
    data[position : position + len(piece)] = piece


def _name_choices(done: Sequence[Op], model: str, rng: random.Random, most: int) -> list[frozenset[int]]:
    """Which name changes may have reached the disk: prefixes, per folder (STRICT) or of all (EXT4)."""
    changes = [number for number, op in enumerate(done) if op.kind in NAMES]
    if model == "EXT4":
        last = max((n for n, op in enumerate(done) if op.kind in ("sync", "sync_folder")), default=-1)
        sure = sum(1 for number in changes if number <= last)
        return [frozenset(changes[:upto]) for upto in range(sure, len(changes) + 1)]
    per_folder: list[list[list[int]]] = []
    folders = {_folder(done[number]) for number in changes}
    for folder in sorted(folders):
        own = [number for number in changes if _folder(done[number]) == folder]
        last = max((n for n, op in enumerate(done) if op.kind == "sync_folder" and op.path == folder), default=-1)
        sure = sum(1 for number in own if number <= last)
        per_folder.append([own[:upto] for upto in range(sure, len(own) + 1)])
    found = [frozenset(itertools.chain(*choice)) for choice in itertools.islice(itertools.product(*per_folder), 200)]
    return found if len(found) <= most else [found[0], found[-1], *rng.sample(found, most - 2)]


def _folder(op: Op) -> Path:
    assert op.path is not None
    return op.path.parent


def _files(done: Sequence[Op], names: frozenset[int]) -> set[int]:
    return {done[number].file for number in names if done[number].file}


def _data_choices(done: Sequence[Op], file: int, model: str, names: frozenset[int]) -> list[tuple[int, bytes]]:
    """What the file may hold: all up to its last sync, and any part of what came after."""
    sure = max((n for n, op in enumerate(done) if op.kind == "sync" and op.file == file), default=-1)
    if model == "EXT4":
        sure = max([sure, *(n for n in names if done[n].kind == "rename" and done[n].file == file)])
    loose = [n for n, op in enumerate(done) if op.file == file and n > sure and op.kind in ("write", "cut")]
    found = {_content(done, file, sure + 1)}
    for number in loose:
        op = done[number]
        before = bytearray(_content(done, file, number))
        if op.kind == "write":
            for part in (op.data[: len(op.data) // 2], op.data[:512], op.data[:-1], bytes(len(op.data))):
                torn = bytearray(before)
                _write(torn, op.position, part)
                found.add(bytes(torn))
        found.add(_content(done, file, number + 1))
    if len(loose) >= 2:
        found.add(_content(done, file, len(done), skip=loose[0]))
    return [(file, content) for content in sorted(found, key=len)]


def put_down(state: State, root: Path) -> None:
    """Make the folder tree below `root` what the state says; the paths are those of the recording."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    for path in sorted(state, key=lambda place: len(place.parts)):
        content = state[path]
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        elif path.parent.is_dir():
            path.write_bytes(content)
