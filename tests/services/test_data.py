"""Export, import, backup, restore: nothing is lost, nothing hostile comes in."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import IO

import pytest
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId
from upslope.services import concept, data, firstrun, history, maps, practice, progress, settings, today
from upslope.services import house as houses
from upslope.services.house import House
from upslope.store import archive_safety, backup
from upslope.store import queries as read
from upslope.store.archive_safety import ArchiveError
from upslope.store.erase import erase_learner


def exported(house: House) -> bytes:
    _, chunks = data.export(house)
    return b"".join(chunks)


def pages(house: House) -> list[object]:
    """Return every page that shows the learner's data; the settings without what backups change."""
    shown = settings.view(house)
    return [
        today.today(house),
        today.done(house),
        progress.view(house),
        history.view(house),
        maps.around(house),
        maps.units(house),
        maps.everything(house),
        *(concept.view(house, each) for each in house.curriculum.concepts),
        (shown.goal, shown.minutes_a_day, shown.study_days, shown.recall_target_percent, shown.theme),
        house.look().beliefs,
    ]


@pytest.fixture
def busy(gardener: Gardener, clock: FixedClock) -> Gardener:
    """Return a gardener with a history of every kind."""
    house = gardener.house
    firstrun.begin(house, goal="concept:averaging", minutes=20, days=[0, 2, 4], start="beginning")
    settings.change(house, "theme", "dark")
    gardener.learn("adding", "doubling")
    clock.advance(days=3)
    wrong = gardener.review("adding", right=False)
    history.override(house, wrong.event, gardener.token())
    concept.claim(house, ConceptId("guessing"), gardener.token())
    gardener.undo(gardener.practise("halving").event)
    concept.snooze(house, ConceptId("halving"), gardener.token())
    practice.save_draft(house, gardener.put("halving"), gardener.wrong_response(gardener.put("halving")))
    clock.advance(days=1)
    gardener.review("doubling")
    return gardener


def test_export_delete_import_shows_the_same_everywhere(busy: Gardener, clock: FixedClock) -> None:
    before = pages(busy.house)
    put = busy.put("halving")
    blob = exported(busy.house)
    secret = busy.house.look().profile.secret
    erase_learner(busy.house.learner)
    fresh = houses.build(curriculum=busy.house.curriculum, clock=clock)
    assert fresh.learner != busy.house.learner
    assert read.events.count(fresh.learner) == 0
    notice = data.import_(fresh, io.BytesIO(blob))
    assert notice.text.startswith("Imported ")
    assert pages(fresh) == before
    assert fresh.look().profile.secret == secret
    assert Gardener(fresh, clock).put("halving") == put


def test_an_export_of_an_import_is_the_same(busy: Gardener, clock: FixedClock) -> None:
    first = exported(busy.house)
    data.import_(busy.house, io.BytesIO(first), replace=True)
    second = exported(houses.build(curriculum=busy.house.curriculum, clock=clock))
    for name in ("events.jsonl", "questions.jsonl", "settings.json", "beliefs.json"):
        assert entry(first, name) == entry(second, name)


def test_the_export_is_documented_and_says_what_it_holds(busy: Gardener) -> None:
    blob = exported(busy.house)
    manifest = json.loads(entry(blob, "manifest.json"))
    assert (manifest["format"], manifest["version"]) == ("upslope-archive", 1)
    assert manifest["counts"]["events"] == read.events.count(busy.house.learner)
    assert entry(blob, "events.jsonl").count(b"\n") == manifest["counts"]["events"]
    assert set(manifest["files"]) == set(zipfile.ZipFile(io.BytesIO(blob)).namelist()) - {"manifest.json"}


def test_a_profile_with_entries_is_only_replaced_when_asked(busy: Gardener) -> None:
    blob = exported(busy.house)
    busy.practise("halving")
    count = read.events.count(busy.house.learner)
    with pytest.raises(UpslopeError, match="would replace"):
        data.import_(busy.house, io.BytesIO(blob))
    assert read.events.count(busy.house.learner) == count
    data.import_(busy.house, io.BytesIO(blob), replace=True)
    assert read.events.count(busy.house.learner) == count - 1
    assert [made.reason for made in backup.listed(data.home())] == [backup.BEFORE_IMPORT]


def test_an_empty_profile_can_be_exported_and_read_back(house: House) -> None:
    assert "0 entries" in data.import_(house, io.BytesIO(exported(house))).text


def entry(blob: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(blob)).read(name)


def rewritten(blob: bytes, change: Callable[[dict[str, bytes]], None], *, honest: bool = True) -> bytes:
    """Return the archive with its entries changed; `honest` digests follow the change."""
    import hashlib

    source = zipfile.ZipFile(io.BytesIO(blob))
    entries = {name: source.read(name) for name in source.namelist()}
    change(entries)
    if honest and b'"files"' in entries.get("manifest.json", b""):
        manifest = json.loads(entries["manifest.json"])
        for name in manifest["files"]:
            if name in entries:
                manifest["files"][name]["sha256"] = hashlib.sha256(entries[name]).hexdigest()
        entries["manifest.json"] = json.dumps(manifest).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def drop(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda entries: entries.pop(name) and None


def put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda entries: entries.update({name: content})


def substitute(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(entries: dict[str, bytes]) -> None:
        assert old in entries[name]
        entries[name] = entries[name].replace(old, new, 1)

    return change


HOSTILE: dict[str, Callable[[dict[str, bytes]], None]] = {
    "no manifest": drop("manifest.json"),
    "no events": drop("events.jsonl"),
    "another name": put("../../outside.txt", b"x"),
    "an absolute name": put("/tmp/outside.txt", b"x"),
    "a drive": put("C:\\outside.txt", b"x"),
    "a folder": put("folder/", b""),
    "another format": substitute("manifest.json", b"upslope-archive", b"garden-archive"),
    "a newer version": substitute("manifest.json", b'"version": 1', b'"version": 2'),
    "no events counted": substitute("manifest.json", b'"events": ', b'"events": 1'),
    "a manifest that is a list": put("manifest.json", b"[]"),
    "a manifest that is no JSON": put("manifest.json", b"{"),
    "a manifest nested without end": put("manifest.json", b"[" * 100_000),
    "a line that is no event": substitute("events.jsonl", b'{"body"', b'{"bodice"'),
    "a line that is no JSON": put("events.jsonl", b"not JSON\n"),
    "a line that is no text": put("events.jsonl", b"\xff\xfe\n"),
    "a gap in the sequence": substitute("events.jsonl", b'"sequence":2', b'"sequence":3'),
    "an instant without zone": substitute("events.jsonl", b"+00:00", b""),
    "an empty id": substitute("events.jsonl", b'"id":"', b'"id":"","was":"'),
    "settings of another shape": put("settings.json", b'{"v": 1}'),
    "a word that cannot be chosen": substitute("settings.json", b'"dark"', b'"<script>"'),
    "settings out of range": substitute("settings.json", b'"minutes_a_day": 20', b'"minutes_a_day": 2'),
    "a day that is none": substitute("settings.json", b'"study_days": [\n  0', b'"study_days": [\n  9'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused_and_change_nothing(busy: Gardener, name: str) -> None:
    blob = rewritten(exported(busy.house), HOSTILE[name])
    before = pages(busy.house)
    with pytest.raises(ArchiveError) as caught:
        data.import_(busy.house, io.BytesIO(blob), replace=True)
    assert caught.value.hint
    assert pages(busy.house) == before


def test_an_archive_changed_on_the_way_is_noticed(busy: Gardener) -> None:
    change = substitute("events.jsonl", b"gardener", b"stranger")
    blob = rewritten(exported(busy.house), change, honest=False)
    with pytest.raises(ArchiveError, match="damaged"):
        data.import_(busy.house, io.BytesIO(blob), replace=True)


def test_an_entry_twice_is_refused(busy: Gardener) -> None:
    def twice(entries: dict[str, bytes]) -> None:
        lines = entries["questions.jsonl"].splitlines(keepends=True)
        entries["questions.jsonl"] = b"".join([*lines[:-1], lines[0]])

    blob = rewritten(exported(busy.house), twice)
    with pytest.raises(ArchiveError, match="twice"):
        data.import_(busy.house, io.BytesIO(blob), replace=True)


@pytest.mark.parametrize("junk", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"\x89PNG", b"{}" * 5_000])
def test_files_that_are_no_archives_are_refused(house: House, junk: bytes) -> None:
    with pytest.raises(ArchiveError):
        data.import_(house, io.BytesIO(junk))


def test_a_cut_archive_is_refused(busy: Gardener) -> None:
    blob = exported(busy.house)
    for cut in range(1, len(blob), len(blob) // 40):
        with pytest.raises(ArchiveError):
            data.import_(busy.house, io.BytesIO(blob[:cut]), replace=True)


def test_bombs_are_refused_before_they_unpack(house: House) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in ("events.jsonl", "questions.jsonl", "settings.json", "manifest.json"):
            archive.writestr(name, bytes(30_000_000) if name == "events.jsonl" else b"{}")
    assert len(target.getvalue()) < 50_000
    with pytest.raises(ArchiveError, match="far more"):
        data.import_(house, target)


def test_a_lying_size_is_not_believed(house: House) -> None:
    """An entry that says it is small but unpacks to more is read no further than it said."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("events.jsonl", "questions.jsonl", "settings.json", "manifest.json"):
            archive.writestr(name, bytes(3_000_000) if name == "manifest.json" else b"{}")
    blob = target.getvalue().replace((3_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(ArchiveError):
        data.import_(house, io.BytesIO(blob))


@pytest.mark.parametrize("kind", ["link", "locked", "doubled", "many", "bzip2"])
def test_strange_entries_are_refused(house: House, kind: str) -> None:
    with pytest.raises(ArchiveError):
        data.import_(house, strange(kind))


def strange(kind: str) -> IO[bytes]:
    target = io.BytesIO()
    packing = zipfile.ZIP_BZIP2 if kind == "bzip2" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name in ("events.jsonl", "questions.jsonl", "settings.json", "manifest.json"):
            info = zipfile.ZipInfo(name)
            info.compress_type = packing
            if kind == "link" and name == "events.jsonl":
                info.external_attr = 0o120777 << 16
            archive.writestr(info, b"{}")
        if kind == "many":
            for number in range(40):
                archive.writestr(f"extra-{number}", b"")
        if kind == "doubled":
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("events.jsonl", b"{}")
    if kind == "locked":
        return io.BytesIO(with_flag(target.getvalue(), 0x1))
    return io.BytesIO(target.getvalue())


def with_flag(blob: bytes, flag: int) -> bytes:
    """Set a general-purpose flag on every entry, in local and central headers."""
    data_ = bytearray(blob)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data_.find(signature)
        while at >= 0:
            data_[at + offset] |= flag
            at = data_.find(signature, at + 4)
    return bytes(data_)


def test_a_line_without_end_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_safety, "LONGEST_LINE", 1_000)
    blob = rewritten(exported(house), put("events.jsonl", b"x" * 5_000))
    with pytest.raises(ArchiveError, match="too long"):
        data.import_(house, io.BytesIO(blob))


def test_backups_are_shown_and_put_back(busy: Gardener, clock: FixedClock) -> None:
    house = busy.house
    before = pages(house)
    assert data.back_up_now(house).text.startswith("Backed up: upslope-")
    clock.advance(minutes=5)
    busy.practise("halving")
    shown = settings.view(house).backups
    assert [row.good for row in shown] == [True]
    clock.advance(minutes=-6)
    notice = data.restore(house, shown[0].name)
    assert shown[0].name in notice.text
    after = houses.build(curriculum=house.curriculum, clock=clock)
    assert after.look().beliefs == before[-1]
    assert len(settings.view(after).backups) == 2


def test_a_backup_of_nobody_is_not_found(house: House) -> None:
    with pytest.raises(NotFoundError):
        data.restore(house, "upslope-20260101T000000Z-daily.sqlite3")


def test_one_daily_backup_a_day(house: House, clock: FixedClock) -> None:
    assert backup.back_up_daily(data.home(), house.clock.now())
    assert not backup.back_up_daily(data.home(), house.clock.now())
    clock.instant += timedelta(days=1)
    assert backup.back_up_daily(data.home(), house.clock.now())
