"""Figures that are computed at build time and only read afterwards: causal estimates, claims compared, Epoch AI's models."""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from analytics import provenance
from analytics.divide.causal_figures import causal_figures
from analytics.divide.claims import claim_figures
from analytics.divide.epoch_figures import LAST_FULL_YEAR, epoch_figures
from analytics.divide.periods import period_label
from analytics.divide.store import Counts
from analytics.errors import DataMissing, NotInData, UnknownName
from analytics.figure import Figure

CAUSAL_FILE, EPOCH_FILE = "causal.json", "epoch.json"
# A question that does not name one of these wants the figures that do not have it either.
NARROWING = ("venue", "tier", "variant", "sector", "hardware")
PREFIX = "epoch_"


class Computed:
    """The figures by id and by metric, and the reasons for estimates that the data do not carry. Read only."""

    def __init__(self, figures: list[Figure], missing: Sequence[dict] = ()):
        self.figures = tuple(figures)
        self.missing = tuple(missing)
        self.by_id = {figure.id: figure for figure in figures}
        if len(self.by_id) != len(figures):
            raise DataMissing(f"{CAUSAL_FILE} or {EPOCH_FILE} repeat a figure id: rebuild with: python -m analytics build")
        self.metrics = tuple(dict.fromkeys(figure.metric for figure in figures))

    @property
    def cards(self) -> list[Figure]:
        """The figures worth finding by question: claims, whole periods and areas, and the models' last full year."""
        return [
            figure
            for figure in self.figures
            if not {"variant", "venue"} & set(figure.slice)
            and (
                len(figure.slice["years"]) > 1 or (figure.metric.startswith(PREFIX) and figure.slice["years"] == [LAST_FULL_YEAR])
            )
        ]

    def query(self, metric: str, years: tuple[int, ...] | None = None, whole: bool = False, **names: str) -> list[Figure]:
        """Figures of a metric: one a year where it has yearly values, otherwise (or with `whole`) those of whole periods.

        `years` keeps the figures whose years lie within them. Raises UnknownName for a metric, NotInData when nothing fits.
        """
        if metric not in self.metrics:
            raise UnknownName("metric", metric, self.metrics)
        wanted = {name: names.get(name) for name in NARROWING}
        fitting = [
            figure
            for figure in self.figures
            if figure.metric == metric and all(figure.slice.get(name) == value for name, value in wanted.items())
        ]
        yearly = [figure for figure in fitting if len(figure.slice["years"]) == 1]
        chosen = [figure for figure in fitting if len(figure.slice["years"]) > 1] if whole or not yearly else yearly
        found = [figure for figure in chosen if years is None or set(figure.slice["years"]) <= set(years)]
        if not found:
            raise NotInData("empty", part=self.describe(metric, years, names), years=years or ())
        return found

    def describe(self, metric: str, years: tuple[int, ...] | None, names: dict[str, str]) -> str:
        label = next(figure.label_ja for figure in self.figures if figure.metric == metric).rsplit("（", 1)[0]
        conditions = [*(value for value in names.values() if value), *([period_label(years)] if years else [])]
        return f"「{label}」（{'・'.join(conditions)}）" if conditions else f"「{label}」"


@lru_cache(maxsize=4)
def computed(counts: Counts) -> Computed:
    """The build-time figures that belong to these counts. Raises DataMissing, also when they belong to other counts."""
    manifest = provenance.read_manifest(counts.folder)
    provenance.read_derived(counts.folder, manifest)
    try:
        records = read_json(counts.folder / CAUSAL_FILE)
        causal, missing = causal_figures(counts, records), records["missing"]
        figures = [*causal, *claim_figures(causal)]
        if EPOCH_FILE in manifest["outputs"]:
            figures += epoch_figures(read_json(counts.folder / EPOCH_FILE), provenance.epoch_source(manifest))
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise DataMissing(
            f"{CAUSAL_FILE} or {EPOCH_FILE} of {counts.folder} is of another version ({error!r}); rebuild it"
        ) from error
    return Computed(figures, missing)


def read_json(path: Path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error


def write_json(record: dict | list, path: Path) -> None:
    """JSON with one record a line, so that a change of the data is a readable difference."""
    if isinstance(record, dict):
        text = "{\n" + ",\n".join(f"{json.dumps(key)}: {lines(value)}" for key, value in record.items()) + "\n}"
    else:
        text = lines(record)
    path.write_text(text + "\n", encoding="utf-8")


def lines(value) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in value) + "\n]"
