"""Check a response against a specification; read it back while it is typed; describe its field."""

from collections.abc import Sequence

from upslope.checking.reading import InputForm, Reading
from upslope.checking.response import Response
from upslope.checking.spec import Answer, Slip
from upslope.checking.verdict import Verdict


def check(spec: Answer, response: Response, *, slips: Sequence[Slip] = (), sample_seed: int = 0) -> Verdict:
    """Return the verdict on a response; the first declared slip that gives a wrong response is named."""
    raise NotImplementedError


def read_back(spec: Answer, response: Response) -> Reading:
    """Return how a response is understood, for the echo below the field."""
    raise NotImplementedError


def input_for(spec: Answer) -> InputForm:
    """Return what the page shows to ask for this answer."""
    raise NotImplementedError
