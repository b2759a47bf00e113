"""A number together with everything needed to repeat it aloud: definition, n, interval, caveats and source."""

from dataclasses import asdict, dataclass, field

POINTS = "ポイント"
FLOP = "FLOP"
LONGEST_WRITTEN = 1e9  # FLOP above this are told as a power of ten
DOLLARS, TOLD_IN_MYRIADS = "ドル", 1_000_000  # an estimate to the single dollar says more than is known
PERCENT = "%"
TINY = 0.2  # shares below this keep two decimals: 0.14 and 0.06 are not the same


@dataclass(frozen=True)
class Source:
    """Where a figure's inputs come from.

    `file_hash` is the SHA-256 of the raw input the figure rests on, so that a recount can prove it used the same file.
    """

    citation: str
    licence: str
    snapshot: str
    url: str
    file_hash: str


@dataclass(frozen=True)
class Figure:
    """One computed number.

    `value`, `low` and `high` are unrounded and in `unit` (percent as 17.98, not 0.1798). `n` counts the papers the
    value is a share of. `slice` says which part of the data was counted, in the vocabulary of the command line:
    area, venue or field, years (every year counted), tier, variant.
    """

    id: str
    metric: str
    label_ja: str
    value: float
    unit: str
    period: str
    slice: dict
    n: int
    definition_ja: str
    method_ja: str
    source: Source
    low: float | None = None
    high: float | None = None
    caveats_ja: tuple[str, ...] = ()
    parts: dict = field(default_factory=dict)

    @property
    def display(self) -> str:
        """The value as a Japanese reader sees it: 「18.0%」「+3.2ポイント」."""
        return display_value(self.value, self.unit, signed=self.unit == POINTS)

    def to_dict(self) -> dict:
        """The object of the command-line contract (plain JSON types)."""
        record = asdict(self)
        record["caveats_ja"] = list(self.caveats_ja)
        record["display"] = self.display
        return record


def display_value(value: float, unit: str, signed: bool = False) -> str:
    """Format a number with its unit: one decimal for shares (two for tiny ones) and points, thousands separators for counts, powers of ten for FLOP, 万 and 億 for large sums of dollars."""
    sign = "+" if signed and value > 0 else ""
    if unit == FLOP and value >= LONGEST_WRITTEN:
        digits, exponent = f"{value:.1e}".split("e")  # rounds 9.97 up to the next power
        return f"約{digits}×10の{int(exponent)}乗{unit}"
    if unit in (PERCENT, POINTS, "倍"):
        number = f"{value:.2f}" if unit == PERCENT and 0.005 <= abs(value) < TINY else f"{value:.1f}"
        if float(number) == 0:
            number, sign = "0.0", ""
        return f"{sign}{number}{unit}"
    if unit == DOLLARS and abs(value) >= TOLD_IN_MYRIADS:
        hundreds_of_millions, myriads = divmod(round(abs(value) / 10_000), 10_000)
        parts = (f"{hundreds_of_millions:,}億" if hundreds_of_millions else "", f"{myriads:,}万" if myriads else "")
        return f"約{'-' if value < 0 else sign}{''.join(parts)}{unit}"
    if float(value).is_integer():
        return f"{sign}{int(value):,}{unit}"
    return f"{sign}{value:,.2f}{unit}"
