"""Computes numbers: pure functions of data and parameters, every result a Figure with its source."""

from analytics.divide.catalogue import FigureCard, catalogue, figure_cards
from analytics.divide.measures import Divide
from analytics.errors import AnalyticsError, DataMissing, NotInData, SourceError, UnknownName
from analytics.figure import Figure, Source

__all__ = [
    "AnalyticsError", "DataMissing", "Divide", "Figure", "FigureCard", "NotInData", "Source", "SourceError", "UnknownName",
    "catalogue", "figure_cards",
]  # fmt: skip
