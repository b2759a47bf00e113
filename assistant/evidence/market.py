"""The held facts that a question asks for, as numbered passages."""

import re
from dataclasses import dataclass, field

import prompts
from analytics.roi.amounts import plain_number
from analytics.roi.market import hourly, in_dollars, quotable, shown
from assistant.evidence.collector import Collector
from assistant.models import Evidence
from assistant.understand.plans.market import Thing, things

FILE = "answers/market"
SECOND_HAND = "二次資料"  # in a note: the page of the provider was not read
SENTENCE = re.compile(r"[^。]*。?")
LOWEST = re.compile(r"低値([0-9.]+)")
REFERENCE = re.compile(r"\((?:node/\d+|[a-z.-]+(?:/[a-z]+)*)\)")  # where the editors found it: (node/233), (mdx.jp/guide/usage)


@dataclass(frozen=True)
class Told:
    """One fact as its passage tells it: the sentence of its value, what its note says to readers, the number of the passage."""

    sentence: str
    terms: str
    number: int
    second_hand: bool


@dataclass
class Gathered:
    """What is told, in its order, under the thing that it belongs to ("" for none)."""

    evidence: Evidence
    told: dict[str, list[Told]] = field(default_factory=dict)
    things: tuple[Thing, ...] = ()


def gather(market: tuple[str, ...]) -> Gathered:
    """(aspect, keys) as `understand.market` reads them → what is held of them; of a thing without facts, nothing."""
    known, lists = things(), prompts.lexicon("market")
    aspect, *keys = market
    box, told = Collector(), {}
    if aspect in ("price", "access"):
        named = tuple(known[key] for key in keys)
        for thing in named:
            ids = (thing.access or thing.price) if aspect == "access" else (thing.price or thing.access)
            told[thing.name] = [cited(box, name) for name in (*ids, *(thing.scale if aspect == "price" else ()))]
        return Gathered(box.evidence(), told, named)
    if aspect.startswith("public"):
        named = tuple(known[key] for key in lists["public"])
        for thing in named:
            told[thing.name] = [cited(box, name) for name in dict.fromkeys((*thing.price[:2], *thing.access[:1]))]
        if aspect == "public_subsidy":
            told[""] = [cited(box, name) for name in lists["lists"]["subsidy"]]
        return Gathered(box.evidence(), told, named)
    if aspect == "named":
        told = {key: [cited(box, name) for name in lists["named"][key]["facts"]] for key in keys}
        return Gathered(box.evidence(), told)
    if aspect == "gpu":
        told["hourly"] = [cited(box, fact.id, prompts.render(FILE, "an_hour", value=plain_number(price, 0)), fact.id in in_dollars()) for fact, price in hourly()]
    told[""] = [cited(box, name) for name in (keys or lists["lists"][aspect])]
    return Gathered(box.evidence(), told)


def cited(box: Collector, name: str, value: str | None = None, converted: bool = False, role: str = "fact") -> Told:
    """A fact with its passage. `value` replaces what the source says by the price of one GPU hour."""
    fact = quotable()[name]
    terms = prompts.render(FILE, "converted") if converted else "" if value else for_readers(fact.note)
    label, as_of = (text.replace("(", "（").replace(")", "）") for text in (fact.label_ja, fact.as_of))
    second_hand = fact.confidence == "medium" or SECOND_HAND in fact.note
    kind = prompts.render(FILE, "second_hand") if second_hand else ""
    told = prompts.render(FILE, "words" if isinstance(fact.value, str) else "fact", name=label, value=value or shown(fact), as_of=as_of, kind=kind)
    number = box.passage(f"roi#{name}", "roi", label, f"{fact.title}、{fact.as_of}", fact.source_url, told + terms, role)
    return Told(told, terms, number, second_hand)


def for_readers(note: str) -> str:
    """The sentences of a note that speak of the thing, without those that speak to the editors of the fact sheet."""
    editors = prompts.lexicon("market")["editors"]
    kept = [sentence for sentence in SENTENCE.findall(REFERENCE.sub("", note)) if sentence and not any(word in sentence for word in editors)]
    return LOWEST.sub(r"低いほうの\1", "".join(kept)).replace("(", "（").replace(")", "）")
