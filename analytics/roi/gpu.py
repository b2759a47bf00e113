"""Rent or buy: hours a year from which an own GPU machine costs less than renting (before tax, not discounted)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from analytics.roi.catalogue import document, facts
from analytics.roi.templates import HOUR_LIMIT

NEVER = "借りる単価が自前機の電気代以下のため、何時間使っても購入は割安になりません"
TOO_MUCH = "1年の時間数を超えるため、1台では割安になりません"


@dataclass(frozen=True)
class RentOrBuy:
    """Break-even against one rental price. `hours` count hours of the rented GPU; None with the reason when there is none."""

    source_id: str | None
    label_ja: str
    rental_price: float
    """Yen per GPU hour."""
    hours: float | None
    reason_ja: str | None = None

    def to_dict(self) -> dict:
        return asdict(self)


def rent_or_buy(inputs: Mapping, rental_price: float, label_ja: str, source_id: str | None = None) -> RentOrBuy:
    """Hours h with h × rent = price/life + maintenance + electricity × h / relative throughput.

    `inputs`: purchase_price, operation_years, maintenance (yen a year), power_kw, pue, electricity_price (yen/kWh) and
    relative_throughput (own machine ÷ rented GPU).
    """
    fixed = inputs["purchase_price"] / inputs["operation_years"] + inputs["maintenance"]
    electricity = inputs["power_kw"] * inputs["pue"] * inputs["electricity_price"] / inputs["relative_throughput"]
    if rental_price <= electricity:
        return RentOrBuy(source_id, label_ja, rental_price, None, NEVER)
    hours = fixed / (rental_price - electricity)
    if hours / inputs["relative_throughput"] > HOUR_LIMIT:
        return RentOrBuy(source_id, label_ja, rental_price, None, TOO_MUCH)
    return RentOrBuy(source_id, label_ja, rental_price, hours)


def price_table(inputs: Mapping, cards: int = 1) -> tuple[RentOrBuy, ...]:
    """The break-even against each sourced rental price of `cards` GPUs, cheapest first; `inputs` are of the machine that holds them all."""
    rows = [rent_or_buy(inputs, cards * price, label, source_id) for source_id, label, price in rental_prices()]
    return tuple(sorted(rows, key=lambda row: row.rental_price))


def rental_prices() -> list[tuple[str, str, float]]:
    """(source id, label, yen per GPU hour)."""
    known, prices = facts(), []
    for entry in document()["rental_prices"]:
        fact = known[entry["source"]]
        price = fact.value / entry.get("divide", 1) * (known["usd_jpy"].value if entry.get("dollars") else 1)
        prices.append((fact.id, fact.label_ja, price))
    return prices
