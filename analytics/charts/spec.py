"""What a chart shows, as plain data: independent of how it is drawn."""

from dataclasses import dataclass

# So many lines can be told apart by colour, dash and marker.
MAX_SERIES = 6
KINDS = ("line", "bar", "before_after", "ranking")


@dataclass(frozen=True)
class Series:
    """One line or set of bars. values, low, high: one per label of the chart, None where there is no value or interval.

    `muted` draws the series in grey: something to compare with.
    """

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    muted: bool = False

    @property
    def intervals(self) -> list[tuple[int, float, float, float]]:
        """(place, value, low, high) where all three are there."""
        if not self.low:
            return []
        rows = enumerate(zip(self.values, self.low, self.high, strict=True))
        return [(place, *row) for place, row in rows if None not in row]


@dataclass(frozen=True)
class Chart:
    """A chart of one unit.

    `provisional` are the places on the x axis that hold 参考値; `highlight` is the place of a ranking that is meant. `id` is
    permanent: the same id gives the same chart of newer data.
    """

    id: str
    kind: str
    title: str
    unit: str
    x: tuple[str, ...]
    series: tuple[Series, ...]
    source: str
    notes: tuple[str, ...] = ()
    provisional: tuple[int, ...] = ()
    highlight: int | None = None

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"chart kind {self.kind!r}; known: {', '.join(KINDS)}")
        if not self.series or not self.x:
            raise ValueError(f"chart {self.id}: nothing to draw")
        for one in self.series:
            lengths = {len(one.values), *((len(one.low), len(one.high)) if one.low else ())}
            if lengths != {len(self.x)}:
                raise ValueError(f"chart {self.id}: series {one.name!r} has {sorted(lengths)} values for {len(self.x)} labels")

    @classmethod
    def from_answer(cls, record: dict) -> "Chart":
        """The chart object of an answer (kind, title, unit, x, series, source, note) as a Chart."""
        note = record.get("note") or ""
        return cls(
            record.get("id", "answer"), record["kind"], record["title"], record["unit"], tuple(map(str, record["x"])),
            tuple(
                Series(one["name"], tuple(one["values"]), tuple(one.get("low") or ()), tuple(one.get("high") or ()))
                for one in record["series"]
            ),
            record.get("source") or "", (note,) if note else (), tuple(record.get("provisional") or ()),
        )  # fmt: skip
