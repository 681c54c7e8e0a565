"""Upslope: from school mathematics to deep-learning research."""

__version__ = "0.1.0"
