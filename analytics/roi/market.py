"""Facts to quote: prices of machines, subsidies, tax rules and what joint research costs, each with its source and date."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from analytics.errors import SourceError
from analytics.roi.amounts import plain_number
from analytics.roi.catalogue import Fact, document, facts
from analytics.roi.gpu import rental_prices

FILE = Path(__file__).parent / "market.yaml"
CURRENCY = re.compile(r"(JPY|USD)(.*)")
CURRENCIES = {"JPY": "円", "USD": "ドル"}
SCALES = ((1e8, "億"), (1e4, "万"), (1, ""))


@lru_cache(maxsize=1)
def quotable() -> dict[str, Fact]:
    """The facts that answers may quote, by id: those of market.yaml and of the assumptions, but for the unverified ones (confidence low).

    Raises SourceError when the file cannot be read.
    """
    try:
        sources = yaml.load(FILE.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["sources"]
    except (OSError, yaml.YAMLError) as error:
        raise SourceError(f"{FILE} cannot be read ({error}); restore it from the repository") from error
    own = {name: Fact(id=name, **entry) for name, entry in sources.items()}
    return {name: fact for name, fact in {**facts(), **own}.items() if fact.confidence != "low"}


def shown(fact: Fact) -> str:
    """A fact's value with its unit, never rounded: 660円/GPU時間, 329.6万円/件, 55.04ドル/時, 30%（直接経費比）."""
    if isinstance(fact.value, str):
        return fact.value
    currency = CURRENCY.fullmatch(fact.unit)
    if currency is None:
        text = f"{plain_number(fact.value)}{fact.unit}"
    else:
        scale, name = next((scale, name) for scale, name in SCALES if fact.value >= scale or scale == 1)
        text = f"{plain_number(fact.value / scale, 6)}{name}{CURRENCIES[currency[1]]}{currency[2]}"
    return text.replace("(", "（").replace(")", "）")


def hourly() -> list[tuple[Fact, float]]:
    """(fact, yen per GPU hour) of the places that rent GPUs, cheapest first; dollars at the exchange rate of the assumptions."""
    return sorted(((facts()[name], price) for name, _, price in rental_prices()), key=lambda row: row[1])


def in_dollars() -> frozenset[str]:
    """Ids of the hourly prices that are set in dollars."""
    return frozenset(entry["source"] for entry in document()["rental_prices"] if entry.get("dollars"))
