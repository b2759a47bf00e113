"""Which metrics, places, tiers and countries a stretch of text names, in the vocabulary of the data."""

from analytics import Divide, Figure
from analytics.divide.metrics import METRICS
from analytics.divide.sources import TIERS
from assistant.models import Place, Subject
from assistant.understand.names.places import Places
from assistant.understand.names.subjects import CITED
from assistant.understand.text.matcher import Phrases, Text, read
from assistant.understand.understanding import Understanding

SUFFIXES = ("_change", "_ratio", "_did", "_gap", "_times", "_within", "_count", "_gsynth", "_gsynth_placebo", "_synth", "_did_fe", "_did_pooled", "_did_composition", "_pretrend", "_event")


def base_metric(figure: Figure) -> str:
    """The metric a figure is a statistic of."""
    for suffix in SUFFIXES:
        if figure.metric.endswith(suffix) and figure.metric.removesuffix(suffix) in METRICS:
            return figure.metric.removesuffix(suffix)
    return figure.metric


def figure_subject(figure: Figure) -> Subject:
    return Subject(base_metric(figure), figure.slice.get("tier"), figure.slice.get("country"), figure.slice.get("institution"), figure.slice.get("group"))


def figure_places(figure: Figure) -> set[Place]:
    """The slice of a figure; a difference-in-differences also speaks of the non-AI area, a difference of two places of both."""
    places = {Place(kind, part[kind]) for part in (figure.slice, figure.slice.get("against", {})) for kind in ("area", "field", "venue") if kind in part}
    return places | ({Place("area", "non_ai")} if figure.metric.endswith("_did") else set())


class Mentions:
    """Finds canonical metric labels first; what is worded freely is read as a question would be."""

    def __init__(self, divide: Divide, understanding: Understanding):
        labels: list[tuple[str, Subject]] = []
        for metric in METRICS.values():
            if metric.parameter == "tier":
                subjects = [Subject(metric.name, tier=tier) for tier in TIERS]
            elif metric.parameter == "country":
                subjects = [Subject(metric.name, country=country) for country in divide.counts.country_names]
            elif metric.parameter == "group":
                subjects = [Subject(metric.name), *(Subject(metric.name, group=group) for group in CITED[1:])]
            elif metric.parameter is None:
                subjects = [Subject(metric.name)]
            else:
                continue
            labels += [(understanding.labels.subject(subject), subject) for subject in subjects]
        self.definitions = {label: divide.measure(subject.metric, **subject.names()).text(METRICS[subject.metric].definition_ja) for label, subject in labels}
        self.subjects: dict[str, frozenset[Subject]] = {}
        for label, subject in labels:  # 日本の機関の参加率 is both japan_share and country_share of Japan
            self.subjects[label] = self.subjects.get(label, frozenset()) | {subject}
        self.labels = Phrases(("label", label, label) for label, _ in labels)
        self.groups: Phrases = understanding.groups
        self.countries: Phrases = understanding.countries
        self.places: Places = understanding.places

    def subjects_in(self, text: str) -> set[frozenset[Subject]]:
        """Metrics named by their label; each as the set of metrics so called."""
        return {self.subjects[hit.key] for hit in self.labels.find(read(text))}

    def groups_in(self, text: str) -> set[str]:
        """Sector words outside metric labels, as group keys; countries as `country:NAME`."""
        searched = read(text)
        covered = [(hit.start, hit.end) for hit in self.labels.find(searched)]

        def free(hit) -> bool:
            return not any(start <= hit.start < end for start, end in covered)

        groups = {hit.key for hit in self.groups.find(searched) if free(hit)}
        return groups | {f"country:{hit.key}" for hit in self.countries.find(searched) if free(hit)}

    def places_in(self, text: str) -> set[Place]:
        searched: Text = read(text)
        return {Place(hit.kind, hit.key) for hit in self.places.find(searched)}
