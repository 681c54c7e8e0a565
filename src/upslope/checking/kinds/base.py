"""Say what a kind of answer must be able to do: read, show, judge, describe its field."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from upslope.checking.reading import InputForm
from upslope.checking.spec import Answer
from upslope.checking.tokens import Source
from upslope.checking.verdict import Outcome, PartVerdict

S = TypeVar("S", bound=Answer)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold what a kind finds about a response it could read; the engine makes it a Verdict."""

    outcome: Outcome
    message: str = ""
    method: str = ""
    witness: str = ""
    form_ok: bool = True
    score: float = 0.0
    parts: tuple[PartVerdict, ...] = ()


def right(method: str, message: str = "") -> Judgement:
    """Return a judgement for a correct response."""
    return Judgement(Outcome.CORRECT, message, method, score=1.0)


def wrong(method: str, message: str = "", witness: str = "") -> Judgement:
    """Return a judgement for a wrong response."""
    return Judgement(Outcome.WRONG, message, method, witness)


def other_form(method: str, message: str) -> Judgement:
    """Return a judgement for the right value in another form than the one asked for."""
    return Judgement(Outcome.PARTIAL, message, method, form_ok=False, score=0.5)


def undecided(method: str = "undecided") -> Judgement:
    """Return a judgement for a response that nobody here can decide."""
    return Judgement(Outcome.UNDECIDED, "We could not decide whether this equals the answer.", method)


class Kind(ABC, Generic[S, R]):
    """Treat one kind of answer: `S` is its specification, `R` what a response is read as."""

    @abstractmethod
    def read(self, spec: S, source: Source) -> R:
        """Return what was typed. Raises UnreadableError for what is no answer of this kind."""

    @abstractmethod
    def latex(self, spec: S, read: R) -> str:
        """Return LaTeX that shows how a response was understood."""

    def remark(self, read: R, source: Source) -> str:
        """Return a sentence about a place that could be meant otherwise, or ""."""
        return ""

    @abstractmethod
    def judge(self, spec: S, read: R, *, sample_seed: int) -> Judgement:
        """Compare with the specification. Raises WithoutValueError for a response such as 1/0."""

    @abstractmethod
    def form(self, spec: S) -> InputForm:
        """Describe the field."""
