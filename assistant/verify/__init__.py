"""The check of an answer: every numeral, year, group and direction against the evidence it cites."""

from assistant.verify.check import Verifier

__all__ = ["Verifier"]
