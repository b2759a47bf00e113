"""Curated tables small enough to follow by hand."""

import pandas as pd

from analytics.resolve.tables import DIRECTORY_COLUMNS

INSTITUTIONS = [
    ("mit", "Massachusetts Institute of Technology", None, "university", "United States", "1-50", 0, 0, 0, 0, 0, "I1"),
    ("acme", "Acme", "アクメ", "firm", "Japan", None, 0, 0, 0, 0, 1, "I2|I3"),
]
STRINGS = [(f"Lab {n}, MIT", "mit", "university") for n in range(4)] + [("Acme Labs", "acme", "firm"), ("??", None, "unknown")]


def small_tables():
    return (
        pd.DataFrame(STRINGS, columns=["affiliation", "institution_id", "sector"]),
        pd.DataFrame(INSTITUTIONS, columns=DIRECTORY_COLUMNS),
        pd.DataFrame([("Acme Works", "acme")], columns=["alias", "institution_id"]),
    )
