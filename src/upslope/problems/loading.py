"""Import the Python half of a template by file location, under a private module name.

Folders never enter `sys.path`, so a template called `html.py` shadows nothing. `from pack import shared` and
`from concept import figures` reach the pack's and the concept folder's own helpers.
"""

import builtins
import importlib.util
import sys
import traceback
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any

from upslope.core.errors import ContentError, UpslopeError
from upslope.problems.fields import FieldError, field_types
from upslope.problems.template import Template

_lock = RLock()
_helpers: dict[Path, tuple[int, ModuleType]] = {}
"""Imported helpers by path, with the time they were saved at."""


def load_class(path: Path, pack_shared: Path | None) -> type[Template]:
    """Return the one Template class that `path` defines.

    Raises ContentError where the file cannot be imported, defines none or several, or declares a field
    that cannot be stored.
    """
    with _lock:
        module = import_file(path, {"pack": pack_shared, "concept": path.with_name("figures.py")})
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Template)
        and value is not Template
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        mend = "Define one class that derives from Template."
        raise ContentError(path, 1, "class", f"{len(found)} template classes are defined here.", mend)
    try:
        field_types(found[0])
    except FieldError as error:
        line = line_of(path, f"    {error.field}:") if error.field else 1
        raise ContentError(path, line, "field", error.message, error.hint) from error
    return found[0]


def import_file(path: Path, helpers: Mapping[str, Path | None]) -> ModuleType:
    """Import a file afresh; `helpers` say which file `from NAME import stem` reads.

    Raises ContentError with the line in `path` at which the import failed.
    """
    digest = blake2b(str(path.resolve()).encode(), digest_size=6).hexdigest()
    name = f"upslope._content.m{digest}_{path.stem.replace('-', '_')}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ContentError(path, 1, "class", "This file cannot be imported.", "Its name ends in .py?")
    module = importlib.util.module_from_spec(spec)
    module.__dict__["__builtins__"] = {**vars(builtins), "__import__": _importer(helpers)}
    sys.modules[name] = module  # dataclasses look their module up
    try:
        spec.loader.exec_module(module)
    except ContentError:
        del sys.modules[name]
        raise
    except Exception as error:
        del sys.modules[name]
        raise content_error(path, error, "class", "Importing this file failed") from error
    return module


def _importer(helpers: Mapping[str, Path | None]) -> Any:
    def import_(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if name not in helpers or level:
            return builtins.__import__(name, globals, locals, fromlist or (), level)
        return _helper_package(name, helpers[name], fromlist or ())

    return import_


def _helper_package(name: str, path: Path | None, wanted: Sequence[str]) -> ModuleType:
    package = ModuleType(name)
    for stem in wanted:
        if path is None or stem != path.stem or not path.exists():
            where = path.parent if path else "this pack"
            raise ImportError(f"{name} has no {stem}: there is no {stem}.py in {where}")
        setattr(package, stem, _helper(path, {name: path}))
    return package


def _helper(path: Path, helpers: Mapping[str, Path | None]) -> ModuleType:
    """Import a helper once; again only after it was saved."""
    saved = path.stat().st_mtime_ns
    known = _helpers.get(path)
    if known is None or known[0] != saved:
        known = _helpers[path] = (saved, import_file(path, helpers))
    return known[1]


def content_error(path: Path, error: Exception, rule: str, what: str) -> ContentError:
    """Return a ContentError for an exception raised by an author's file, at that file's innermost line."""
    if isinstance(error, SyntaxError) and error.filename and _same_file(error.filename, path):
        return ContentError(path, error.lineno or 1, rule, f"{what}: {error.msg}.")
    line = line_of_failure(path, error)
    if isinstance(error, UpslopeError):
        return ContentError(path, line, rule, f"{what}: {error.message.rstrip('.')}.", error.hint)
    said = f"{what}: {type(error).__name__}: {error}".rstrip(": ")
    return ContentError(path, line, rule, f"{said}.", _names_there_are(error))


def line_of_failure(path: Path, error: Exception) -> int:
    """Return the innermost line of an author's file that an exception passed through, 1 if none."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if _same_file(frame.filename, path)
    ]
    return (frames[-1].lineno if frames else None) or 1


def _names_there_are(error: Exception) -> str:
    """Name what an object of ours offers where the author asked it for something else."""
    if not isinstance(error, AttributeError) or not type(error.obj).__module__.startswith("upslope."):
        return ""
    names = [name for name in dir(error.obj) if not name.startswith("_")]
    return f"{type(error.obj).__name__} has {', '.join(names)}."


def _same_file(name: str, path: Path) -> bool:
    return Path(name).name == path.name and Path(name).resolve() == path.resolve()


def line_of(path: Path, beginning: str) -> int:
    """Return the first line that begins so, 1 if none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(beginning)), 1)
