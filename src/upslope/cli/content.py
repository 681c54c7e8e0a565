"""Find packs and templates by what an author types."""

from collections.abc import Sequence
from pathlib import Path

from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import TemplateId
from upslope.curriculum import Curriculum, default_pack_root, load
from upslope.curriculum.roots import pack_root_of
from upslope.problems import LoadedTemplate


def find_roots(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the pack roots to read: the shipped one, and that of each path that lies elsewhere.

    Raises UpslopeError for a path that does not exist.
    """
    shipped = default_pack_root()
    roots = [shipped]
    for path in paths:
        if not path.exists():
            raise UpslopeError(
                f"{path} does not exist.", "Give a pack, a concept folder or a template's file."
            )
        root = root_of(path.resolve())
        if root != shipped and root not in roots:
            roots.append(root)
    return tuple(roots)


def root_of(path: Path) -> Path:
    """Return the root to load so that `path` is read. Raises UpslopeError outside a pack."""
    return pack_root_of(path, default_pack_root())


def find_template(name: str) -> tuple[Curriculum, LoadedTemplate]:
    """Return a template by its id or by one of its files. Raises UpslopeError."""
    path = Path(name)
    known_file = path.suffix in (".md", ".py") and path.is_file()
    curriculum = load(find_roots([path] if known_file else []))
    wanted = TemplateId(path.stem if known_file else name)
    try:
        return curriculum, curriculum.template(wanted)
    except NotFoundError as error:
        import difflib

        near = difflib.get_close_matches(wanted, list(curriculum.owned), n=3)
        hint = f"Did you mean {' or '.join(near)}?" if near else "Its id is the stem of its files."
        raise NotFoundError(error.message, hint) from error
