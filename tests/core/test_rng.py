"""The generator: published vectors, ranges, independence of streams."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.core.rng import Rng

# First outputs of SplitMix64 from state 1234567, as tabled by several independent implementations.
VECTORS = [
    6457827717110365317,
    3203168211198807973,
    9817491932198370423,
    4593380528125082431,
    16408922859458223821,
]


def test_equals_the_published_vectors() -> None:
    rng = Rng.from_state(1234567)
    assert [rng.bits64() for _ in VECTORS] == VECTORS


def test_equal_keys_give_equal_streams_and_types_count() -> None:
    assert [Rng("a", 1).bits64() for _ in range(3)] == [Rng("a", 1).bits64() for _ in range(3)]
    assert Rng("a", 1).bits64() != Rng("a", "1").bits64()
    assert Rng("ab", "c").bits64() != Rng("a", "bc").bits64()


def test_a_named_stream_is_not_moved_by_draws_beside_it() -> None:
    first, second = Rng("t", 7), Rng("t", 7)
    second.integer(0, 9)
    assert first.named("story").bits64() == second.named("story").bits64()


@given(st.integers(-50, 50), st.integers(0, 60), st.integers(0, 2**32))
def test_integers_stay_in_range(low: int, width: int, seed: int) -> None:
    assert low <= Rng(seed).integer(low, low + width) <= low + width


@given(st.integers(0, 2**32))
def test_integer_leaves_out_what_it_should(seed: int) -> None:
    assert Rng(seed).integer(-1, 1, but=(0,)) in (-1, 1)


@given(st.lists(st.integers(), max_size=12), st.integers(0, 2**32))
def test_shuffling_keeps_the_items(items: list[int], seed: int) -> None:
    assert sorted(Rng(seed).shuffled(items)) == sorted(items)


@given(st.integers(0, 2**32))
def test_fractions_stay_in_range(seed: int) -> None:
    value = Rng(seed).fraction(-2, 3, (2, 3, 4))
    assert -2 <= value <= 3
    assert value.denominator in (1, 2, 3, 4)
    assert isinstance(value, Fraction)


def test_below_is_even_over_a_small_bound() -> None:
    rng = Rng("even")
    counts = [0] * 6
    for _ in range(6000):
        counts[rng.below(6)] += 1
    assert max(counts) - min(counts) < 160  # about 5.5 standard deviations


@pytest.mark.parametrize("bound", [0, -1, 2**64 + 1])
def test_below_refuses_a_bound_it_cannot_serve(bound: int) -> None:
    with pytest.raises(ValueError, match="bound"):
        Rng("x").below(bound)


def test_choices_refuse_an_empty_or_short_list() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Rng("x").choice([])
    with pytest.raises(ValueError, match="sample"):
        Rng("x").sample([1], 2)


def test_chance_is_about_right() -> None:
    rng = Rng("chance")
    hits = sum(rng.chance(1, 4) for _ in range(4000))
    assert 850 < hits < 1150
