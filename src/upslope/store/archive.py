"""Write everything about a learner into one zip of open formats, and read it back without loss.

`docs/data.md` describes each file. Events and questions are one JSON object a line; the manifest comes last
and holds counts and digests. A reader trusts nothing: names, sizes, digests and every line are checked.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

from upslope.core.errors import UpslopeError
from upslope.core.ids import LearnerId
from upslope.learner.codec import CodecError, decode, encode, from_text, to_text
from upslope.learner.events import Event, event_from_json, event_to_json
from upslope.store.archive_safety import LONGEST_LINE, ArchiveError, checked_entries, read_lines
from upslope.store.queries import beliefs as read_beliefs
from upslope.store.queries import events as read_events
from upslope.store.queries import questions as read_questions
from upslope.store.queries.learners import Profile
from upslope.store.queries.questions import Question

FORMAT = "upslope-archive"
VERSION = 1
EVENTS, QUESTIONS, BELIEFS = "events.jsonl", "questions.jsonl", "beliefs.json"
SETTINGS, README, MANIFEST = "settings.json", "README.txt", "manifest.json"
REQUIRED = (EVENTS, QUESTIONS, SETTINGS, MANIFEST)
OPTIONAL = (BELIEFS, README)

README_TEXT = """\
An export of Upslope: everything it knows about you, in open formats.

events.jsonl     every answer, undo and change, one JSON object a line, in order; the only facts
questions.jsonl  every problem that was put before you, with its numbers
settings.json    your settings, and the secret from which your problems' numbers grow
beliefs.json     what follows from the events now (status, memory); computed anew by an import
manifest.json    versions, counts and SHA-256 digests of the other files

docs/data.md of Upslope describes each field. `upslope import FILE` reads this archive back.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what settings.json says."""

    created_at: datetime
    secret: str
    begun_at: datetime | None
    goal: str
    minutes_a_day: int
    study_days: tuple[int, ...]
    recall_target_percent: int
    theme: str
    text_size: str
    single_keys: bool
    motion: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Hold an archive whose names, sizes, digests and manifest are in order; its lines are read on demand."""

    archive: zipfile.ZipFile
    settings: Settings
    counts: Mapping[str, int]
    program: str

    def events(self, learner: LearnerId) -> Iterator[Event]:
        """Yield the events, as events of this learner. Raises ArchiveError for a line that is none."""
        for sequence, event in enumerate(_lines(self.archive, EVENTS, event_from_json), 1):
            envelope = event.envelope
            if envelope.sequence != sequence or envelope.at.tzinfo is None:
                raise ArchiveError(f"{EVENTS}, line {sequence}, is out of order.")
            _need_short(envelope.id, envelope.client_token, str(event.body.kind))
            yield Event(replace(envelope, learner=learner), event.body)

    def questions(self, learner: LearnerId) -> Iterator[Question]:
        """Yield the questions, as questions of this learner. Raises ArchiveError for a line that is none."""
        for question in _lines(self.archive, QUESTIONS, _question_from_json):
            _need_short(question.id, question.statement_key)
            yield replace(question, learner=learner)


def write(target: IO[bytes], profile: Profile, *, at: datetime, program: str) -> Mapping[str, int]:
    """Write the archive of a learner; return the counts. Call inside `transactions.reading`."""
    digests: dict[str, dict[str, object]] = {}
    counts: dict[str, int] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:

        def put(name: str, lines: Iterable[str]) -> int:
            number, digests[name] = _put(archive, name, lines, at)
            return number

        put(README, README_TEXT.splitlines())
        put(SETTINGS, [_pretty({"v": 1, **_object(encode(_settings(profile)))})])
        counts["events"] = put(EVENTS, map(event_to_json, read_events.everything(profile.id)))
        counts["questions"] = put(QUESTIONS, map(_question_to_json, read_questions.everything(profile.id)))
        texts = read_beliefs.texts(profile.id)
        beliefs = {concept: json.loads(text) for concept, text in sorted(texts.items())}
        counts["beliefs"] = len(beliefs)
        put(BELIEFS, [_pretty({"v": 1, "derived_under": profile.derived_under, "concepts": beliefs})])
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "program": program,
            "written_at": at.isoformat(),
            "counts": counts,
            "files": digests,
        }
        put(MANIFEST, [_pretty(manifest)])
    return counts


def open_archive(source: IO[bytes]) -> Contents:
    """Check an archive and return its contents.

    Raises ArchiveError for anything that is not an export of ours, too large, hostile or damaged.
    """
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ArchiveError("This file is not an export of Upslope.") from error
    checked_entries(archive, required=REQUIRED, optional=OPTIONAL)
    manifest = _json_file(archive, MANIFEST)
    _check_manifest(archive, manifest)
    try:
        settings = decode(Settings, _json_file(archive, SETTINGS))
        counts = {str(name): int(number) for name, number in dict(manifest["counts"]).items()}
    except (CodecError, KeyError, TypeError, ValueError) as error:
        raise ArchiveError("The settings in this export cannot be read.") from error
    return Contents(archive, settings, counts, str(manifest.get("program", "")))


def _check_manifest(archive: zipfile.ZipFile, manifest: Mapping[str, Any]) -> None:
    if manifest.get("format") != FORMAT:
        raise ArchiveError("This file is not an export of Upslope.")
    version = manifest.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise ArchiveError("A newer Upslope has written this export.", "Update this program first.")
    files = manifest.get("files")
    present = {name for name in archive.namelist() if name != MANIFEST}
    if not isinstance(files, dict) or present != set(files):
        raise ArchiveError("The export does not hold the files its manifest names.")
    for name in sorted(present):
        digest = hashlib.sha256()
        for line in read_lines(archive, name):
            digest.update(line)
        if not isinstance(files[name], dict) or files[name].get("sha256") != digest.hexdigest():
            raise ArchiveError(f"{name} in this export is damaged.", "Export again, or use another copy.")


def _put(
    archive: zipfile.ZipFile, name: str, lines: Iterable[str], at: datetime
) -> tuple[int, dict[str, object]]:
    """Write lines into a new entry; return their number and what the manifest says of them."""
    digest, size, number = hashlib.sha256(), 0, 0
    entry = zipfile.ZipInfo(name, date_time=at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        for line in lines:
            data = line.encode() + b"\n"
            file.write(data)
            digest.update(data)
            size += len(data)
            number += 1
    return number, {"sha256": digest.hexdigest(), "bytes": size}


def _lines(archive: zipfile.ZipFile, name: str, parse: Callable[[str], Any]) -> Iterator[Any]:
    for number, line in enumerate(read_lines(archive, name), 1):
        try:
            yield parse(line.decode())
        except (UpslopeError, ValueError, RecursionError) as error:
            raise ArchiveError(f"{name}, line {number}, cannot be read.") from error


def _json_file(archive: zipfile.ZipFile, name: str) -> dict[str, Any]:
    text = io.BytesIO()
    for line in read_lines(archive, name):
        text.write(line)
        if text.tell() > LONGEST_LINE:
            raise ArchiveError(f"{name} in this export is too large.")
    try:
        return _object(from_text(text.getvalue().decode()))
    except (UpslopeError, ValueError, RecursionError) as error:
        raise ArchiveError(f"{name} in this export cannot be read.") from error


def _object(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ArchiveError("This file is not an export of Upslope.")
    return data


def _question_to_json(question: Question) -> str:
    return to_text({"v": 1, **_object(encode(question))})


def _question_from_json(text: str) -> Question:
    data = from_text(text)
    if not isinstance(data, dict) or data.get("v") != 1:
        raise CodecError("This line is not an exported question.")
    return decode(Question, data)


def _settings(profile: Profile) -> Settings:
    return Settings(
        created_at=profile.created_at,
        secret=profile.secret,
        begun_at=profile.begun_at,
        goal=profile.goal,
        minutes_a_day=profile.minutes_a_day,
        study_days=profile.study_days,
        recall_target_percent=profile.recall_target_percent,
        theme=profile.theme,
        text_size=profile.text_size,
        single_keys=profile.single_keys,
        motion=profile.motion,
    )


def _need_short(*names: str) -> None:
    if any(not name or len(name) > 100 for name in names):
        raise ArchiveError("The export holds a name that is empty or too long.")


def _pretty(data: Mapping[str, object]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True)
