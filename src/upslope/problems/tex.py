"""Mark text as TeX."""


class Tex(str):
    """Hold TeX: written as it is in a formula, between dollar signs in prose."""

    __slots__ = ()
