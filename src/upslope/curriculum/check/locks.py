"""Keep the locks of packs: what each template drew when its version was last raised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from upslope.core.errors import ContentError
from upslope.core.ids import TemplateId
from upslope.curriculum.curriculum import Curriculum
from upslope.curriculum.load import load
from upslope.curriculum.model import Pack
from upslope.problems.lock import LOCK_NAME, Locked, digest, read_lock, write_lock


def locked_templates(packs: Iterable[Pack]) -> Mapping[TemplateId, Locked]:
    """Return the lines of all packs' locks. Raises ContentError for a line that cannot be read."""
    return {name: locked for pack in packs for name, locked in read_lock(pack.path / LOCK_NAME).items()}


def update_locks(pack_roots: Sequence[Path], *, only: Iterable[Path] = ()) -> tuple[str, ...]:
    """Bring the locks up to date and say what changed, one sentence each.

    New templates and raised versions are entered; a template that draws something else under its old version
    is left for `check` to refuse. With `only`, templates outside these paths keep their lines. Lines of
    templates that are gone go. Raises ContentError for packs that cannot be loaded.
    """
    curriculum = load(pack_roots, indexed=False)
    wanted = tuple(path.resolve() for path in only)
    return tuple(said for pack in curriculum.packs for said in _update(curriculum, pack, wanted))


def _update(curriculum: Curriculum, pack: Pack, wanted: Sequence[Path]) -> Iterator[str]:
    path = pack.path / LOCK_NAME
    before = read_lock(path)
    own = {
        name: owned.file
        for name, owned in curriculum.owned.items()
        if curriculum.concepts[owned.concept].pack == pack.id
    }
    after = {name: locked for name, locked in before.items() if name in own}
    yield from (f"{name} is gone." for name in before if name not in own)
    for name, file in own.items():
        old = before.get(name)
        if not _inside(file.path, wanted) or (old is not None and file.version <= old.version):
            continue
        try:
            after[name] = Locked(name, file.version, digest(curriculum.template(name)))
        except ContentError as error:
            yield f"{name} cannot be locked: {error}"
            continue
        yield f"{name} is locked in version {file.version}."
    if after != before:
        write_lock(path, after.values())


def _inside(path: Path, wanted: Sequence[Path]) -> bool:
    place = path.resolve()
    return not wanted or any(root == place or root in place.parents for root in wanted)
