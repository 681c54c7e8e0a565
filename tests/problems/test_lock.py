import pytest

from upslope.core.errors import ContentError
from upslope.problems import load
from upslope.problems.lock import LOCK_NAME, Locked, compare, digest, read_lock, write_lock

CODE = """
from typing import Self
from upslope.problems import Answer, Number, Rng, Template

class MadeUp(Template):
    a: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(a=rng.integer(1, 60))

    def answer(self) -> Answer:
        return Number(2 * self.a)
"""
TEXT = "# Statement\nDouble $<<a>>$.\n"


def test_a_lock_is_read_as_it_was_written(tmp_path):
    path = tmp_path / LOCK_NAME
    entries = [Locked("b-c", 2, "ff00"), Locked("a", 1, "00ff")]
    write_lock(path, entries)
    assert list(read_lock(path).values()) == sorted(entries, key=lambda entry: entry.template)
    assert path.read_text().splitlines()[1] == "a 1 00ff"
    assert read_lock(tmp_path / "none") == {}
    path.write_text("a 1\n")
    with pytest.raises(ContentError) as caught:
        read_lock(path)
    assert caught.value.refusal.line == 1


def test_wording_is_free_and_numbers_are_not(write):
    before = digest(load(write(TEXT, CODE)))
    assert digest(load(write(TEXT.replace("Double", "Take twice"), CODE))) == before
    assert digest(load(write(TEXT, CODE.replace("60", "61")))) != before
    assert digest(load(write(TEXT, CODE.replace("2 * self.a", "3 * self.a")))) != before
    with_slip = CODE + "\n    def slips(self):\n        return {'once': Number(self.a)}\n"
    assert digest(load(write(TEXT + "# Slip: once\nTwice.\n", with_slip))) != before
    assert digest(load(write(TEXT, CODE, extra="levels = ['a', 'b']\n"))) != before


def test_the_sentences_of_facts_are_wording_too(write):
    facts = TEXT.replace("$<<a>>$", "it") + "# Facts\n- [x] a\n  b\n- [ ] c\n  d\n- [ ] e\n  f\n"
    before = digest(load(write(facts, extra="show = 2\n")))
    assert digest(load(write(facts.replace("- [ ] e", "- [ ] else"), extra="show = 2\n"))) == before
    assert digest(load(write(facts.replace("- [ ] e", "- [x] e"), extra="show = 2\n"))) != before


def test_what_is_drawn_changes_only_with_the_version(write):
    loaded = load(write(TEXT, CODE))
    found = digest(loaded)
    assert compare(loaded, Locked("made-up", 1, found), found=found) is None
    changed = compare(loaded, Locked("made-up", 1, "0000"), found=found)
    assert changed is not None
    assert f"raise version to 2 and run upslope check --lock {loaded.file.path.parents[1]}" in changed.mend
    missing = compare(loaded, None, found=found)
    assert missing is not None
    assert "not in the lock" in missing.message
    newer = compare(loaded, Locked("made-up", 2, found), found=found)
    assert newer is not None
    assert "only rise" in newer.mend
