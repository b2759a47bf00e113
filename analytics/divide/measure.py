"""What to count: a metric with its parameter, the part of the data, and the way of counting."""

from dataclasses import dataclass

from analytics.divide.country_names import COUNTRY_LABELS, find_country
from analytics.divide.metrics import GROUP_PAPERS, VARIANT_LABELS, Metric, find_metric, tier_phrase
from analytics.divide.sources import TIERS
from analytics.divide.store import Counts, Slice
from analytics.errors import BadInput, UnknownName

UNKNOWN_BOUNDS = ("unknown_all", "unknown_none")
VENUE_SETS = ("fixed", "csrankings")


@dataclass(frozen=True)
class Measure:
    """A metric with its parameter, the part of the data, and the way of counting. `subject_ja` words the parameter, `sector` is that of the institution."""

    metric: Metric
    part: Slice
    tier: str | None = None
    country: str | None = None
    variant: str | None = None
    institution: str | None = None
    group: str | None = None
    subject_ja: str = ""
    sector: str | None = None

    @property
    def parameter(self) -> dict[str, str]:
        given = {"tier": self.tier, "country": self.country, "institution": self.institution, "group": self.group}
        return {name: value for name, value in given.items() if value is not None}

    def text(self, template: str) -> str:
        """Fill the parameter into a label or definition."""
        label, papers = GROUP_PAPERS[self.group or self.metric.default] if self.metric.option == "group" else ("", "")
        words = {"tier": tier_phrase(self.tier) if self.tier else "", "country": self.subject_ja, "institution": self.subject_ja}
        return template.format(**words, group=label, group_papers=papers).replace("なし位", "なし")

    @property
    def name(self) -> str:
        """Metric with parameter, as used in ids: `tier_share-301-500`."""
        return "-".join([self.metric.name, *(value.replace(" ", "_") for value in self.parameter.values())])

    @property
    def venue_set(self) -> str | None:
        """The variant when it chooses venues, otherwise None."""
        return self.variant if self.variant in VENUE_SETS else None

    def columns(self) -> tuple[str, str]:
        """Panel columns of numerator and denominator."""
        names = {self.metric.option or "": self.metric.default} | self.parameter
        group = self.metric.group.format(**names)
        if self.metric.base == "citations":
            return f"c_{group}", "citations"
        if self.variant in UNKNOWN_BOUNDS:
            return f"n_{group}", "papers"
        prefix = "f" if self.variant == "fractional" else "n"
        base = self.metric.base.format(**names)
        return f"{prefix}_{group}", base if base in ("known", "papers") else f"{prefix}_{base}"

    def size_column(self) -> str:
        """Panel column of the papers that the value rests on."""
        base = self.metric.base.format(group=self.group or self.metric.default)
        if base in ("known", "papers"):
            return self.columns()[1]
        return "known" if base == "citations" else f"n_{base}"


def make_measure(
    counts: Counts, metric: str, *, area=None, field=None, venue=None, tier=None, country=None, variant=None, institution=None,
    group=None,
) -> Measure:  # fmt: skip
    """Check the names and put them together. Raises UnknownName, or ValueError for a parameter that does not fit."""
    found = find_metric(metric)
    for name, value in (("tier", tier), ("country", country), ("institution", institution), ("group", group)):
        if value is not None and name not in (found.parameter, found.option):
            raise BadInput(f"{metric} takes no {name}", "option_unfit", metric=metric, option=name)
        if value is None and found.parameter == name:
            raise BadInput(f"{metric} needs {name}", "option_needed", metric=metric, option=name)
    if tier is not None and tier not in TIERS:
        raise UnknownName("tier", tier, TIERS)
    groups = tuple(name for name in GROUP_PAPERS if name != "known" or found.default == "known")
    if group is not None and group not in groups:
        raise UnknownName("group", group, groups)
    group = None if group == found.default else group
    subject, sector = "", None
    if country is not None:
        country = find_country(country, counts.country_names)
        subject = COUNTRY_LABELS.get(country, country)  # a country that newer data bring keeps its English name
    if institution is not None:
        profile = counts.directory.profile(institution)
        institution, subject, sector = profile.id, profile.label_ja, profile.sector
    variant = fitting_variant(found, variant)
    return Measure(found, counts.slice(area, field, venue), tier, country, variant, institution, group, subject, sector)


def fitting_variant(metric: Metric, variant: str | None) -> str | None:
    """The variant when the metric has it. Raises UnknownName, ValueError with the reason when the metric does not."""
    if variant is None:
        return None
    if variant not in VARIANT_LABELS:
        raise UnknownName("variant", variant, tuple(VARIANT_LABELS))
    if variant == "fractional" and metric.kind == "concentration":
        return None  # concentration is counted by fractional credit in any case
    if variant == "fractional" and (metric.group == "unknown" or metric.base == "citations"):
        reason = f"{metric.name} has no fractional counting: it has no authors' credit to share"
        raise BadInput(reason, "no_fractional", metric=metric.name)
    if variant in UNKNOWN_BOUNDS and (metric.kind == "concentration" or metric.base != "known"):
        reason = f"{metric.name} has no bounds for unknown affiliations: it is not a share of the known papers"
        raise BadInput(reason, "no_bounds", metric=metric.name)
    return variant
