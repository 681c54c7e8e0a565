"""Remember what files said: `index.json` beside the packs, so that a start reads one file instead of 600.

A file is believed unchanged while size and modification time are; where they differ (a fresh clone, an
installed wheel) its digest decides, and only a changed file is parsed again. The index is a cache: without
it, or with a broken one, everything is read anew.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from upslope.core.errors import ContentError

FILE = "index.json"
FORMAT = 1

Payload = Mapping[str, Any]
"""JSON-compatible facts of one file."""


@dataclass(frozen=True, slots=True)
class _Entry:
    size: int
    modified: int
    digest: str
    payload: Payload


class Index:
    """Hold the facts of the files under `root`; `shape` names what payloads look like, and outdates others.

    With `stored=False` nothing is believed and everything is read.
    """

    def __init__(self, root: Path, shape: str, *, stored: bool = True) -> None:
        self._root = root
        self._shape = f"{FORMAT}:{shape}"
        self._stored = self._load() if stored else {}
        self._seen: dict[str, _Entry] = {}
        self._changed = False

    def facts(self, path: Path, parse: Callable[[Path, str], Payload]) -> Payload:
        """Return what `parse` made of the file's text, now or when it last changed. Passes its errors on."""
        name = path.relative_to(self._root).as_posix()
        status = path.stat()
        entry = self._stored.get(name)
        if entry is None or (entry.size, entry.modified) != (status.st_size, status.st_mtime_ns):
            entry = self._again(path, status, entry, parse)
            self._changed = True
        self._seen[name] = entry
        return entry.payload

    def version(self) -> str:
        """Return twelve hexadecimal digits that name the content of all files seen."""
        total = blake2b(digest_size=6)
        for name in sorted(self._seen):
            total.update(f"{name}\0{self._seen[name].digest}\n".encode())
        return total.hexdigest()

    def save(self) -> None:
        """Write the index if something changed; a folder that cannot be written is left alone."""
        if not self._changed and self._seen.keys() == self._stored.keys():
            return
        files = {n: [e.size, e.modified, e.digest, e.payload] for n, e in sorted(self._seen.items())}
        text = json.dumps({"shape": self._shape, "files": files}, ensure_ascii=False, separators=(",", ":"))
        target = self._root / FILE
        scratch = target.with_name(f".{FILE}.{os.getpid()}")
        try:
            scratch.write_text(text, encoding="utf-8")
            scratch.replace(target)
        except OSError:
            scratch.unlink(missing_ok=True)

    def _again(
        self, path: Path, status: os.stat_result, entry: _Entry | None, parse: Callable[[Path, str], Payload]
    ) -> _Entry:
        content = path.read_bytes()
        digest = blake2b(content, digest_size=12).hexdigest()
        if entry is not None and entry.digest == digest:
            payload = entry.payload
        else:
            payload = parse(path, _decoded(path, content))
        return _Entry(status.st_size, status.st_mtime_ns, digest, payload)

    def _load(self) -> dict[str, _Entry]:
        try:
            document = json.loads((self._root / FILE).read_text(encoding="utf-8"))
            if document["shape"] != self._shape:
                return {}
            return {name: _Entry(*entry) for name, entry in document["files"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            return {}


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(path, line, "file", "This is not UTF-8.", "Save the file as UTF-8.") from error
