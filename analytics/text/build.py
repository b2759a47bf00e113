"""All shipped files about titles: raw records → titles.parquet, words.json, topics.json."""

from pathlib import Path

import numpy as np
import pandas as pd

from analytics.divide.computed import write_json
from analytics.divide.sources import RawData
from analytics.text.figures import TOPICS_FILE, WORDS_FILE
from analytics.text.lexicon import shipped_lexicons
from analytics.text.log_odds import build_words
from analytics.text.titles import build_title_counts, check_title_counts, read_titles
from analytics.text.topics import build_topics

TITLES_FILE = "titles.parquet"


def build_text(raw: RawData, panel: pd.DataFrame, stage: Path) -> pd.DataFrame:
    """Write the words' and topics' records into `stage` and return the title counts by venue and year.

    `panel` is the panel of the same records. Raises SourceError when the counts do not reconcile with it.
    """
    data = read_titles(raw, panel)
    counts = build_title_counts(data, shipped_lexicons())
    check_title_counts(counts, panel)
    is_ai = np.isin(data.venue.astype(str), raw.venues.key[raw.venues.is_ai == 1].astype(str))
    write_json(build_words(data, is_ai), stage / WORDS_FILE)
    write_json(build_topics(data, is_ai), stage / TOPICS_FILE)
    return counts
