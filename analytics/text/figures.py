"""Words that separate groups and topics of papers as Figures: records of words.json and topics.json → labels and definitions."""

import json
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from analytics.divide.caveats import COVERAGE_RULE, FEW_PAPERS, coverage_of_data
from analytics.divide.metrics import GROUP_PAPERS, MEMBER_LABELS
from analytics.divide.periods import parse_years, period_label
from analytics.divide.store import Counts
from analytics.divide.uncertainty import DRAWS, Z95
from analytics.errors import DataMissing, UnknownName
from analytics.figure import PERCENT, Figure
from analytics.text.titles import KNOWN

WORDS_FILE, TOPICS_FILE = "words.json", "topics.json"
TERM_METRIC, TOPIC_METRIC = "distinct_term", "topic_share"
CARD_TERMS = 10
TITLES_ONLY = "題名だけを見ているため、論文の中身のすべてを表すわけではありません"
VENUE_MIX = "参加する会議や分野の違いも含みます。会議どうしの違いは区間に含みません"
MACHINE_MADE = "話題は題名から機械的に分けたもので、人が定めた分類ではありません"


def text_figures(counts: Counts) -> list[Figure]:
    """Every word and topic figure that is worth a card. Raises DataMissing."""
    words = [
        figure
        for period in read_record(counts, WORDS_FILE)["periods"]
        for side in period["terms"]
        for figure in distinct_terms(counts, side, period["years"])[:CARD_TERMS]
    ]
    return words + topic_shares(counts)


def distinct_terms(counts: Counts, side: str, years: str) -> list[Figure]:
    """The words that `side` (big_tech or non_elite) uses more than the other side in titles of AI papers, strongest first.

    The value is the ratio of odds (exp δ) with its 95 % interval; `parts` holds z, δ, the rank, and both sides' numbers of
    titles. `years` is a period of the file (2007-2011 …). Raises UnknownName, DataMissing.
    """
    record = read_record(counts, WORDS_FILE)
    if side not in record["sides"]:
        raise UnknownName("group", side, tuple(record["sides"]))
    periods = {period["years"]: period for period in record["periods"]}
    if years not in periods:
        raise UnknownName("period", years, tuple(periods))
    period = periods[years]
    return [
        term_figure(counts, record, period, side, rank, entry) for rank, entry in enumerate(period["terms"][side], start=1)
    ]  # fmt: skip


def term_figure(counts: Counts, record: dict, period: dict, side: str, rank: int, entry: dict) -> Figure:
    (first, last), years = record["sides"], parse_years(period["years"])
    other = last if side == first else first
    own, others = MEMBER_LABELS[side], MEMBER_LABELS[other]
    low, high = (float(np.exp(entry["delta"] + sign * Z95 * entry["error"])) for sign in (-1, 1))
    return Figure(
        id=f"{TERM_METRIC}-{side}-{entry['term'].replace(' ', '_')}.{record['area']}.{period['years']}",
        metric=TERM_METRIC,
        label_ja=f"{own}の題名に多い語「{entry['term']}」（{others}との比較・{area_label(counts, record)}・{period_label(years)}）",
        value=float(np.exp(entry["delta"])),
        unit="倍",
        period=period_label(years),
        slice={"area": record["area"], "years": list(years), "group": side, "term": entry["term"]},
        n=sum(period["papers"]),
        low=low,
        high=high,
        definition_ja=f"語「{entry['term']}」が題名に現れるオッズ（現れる度合い÷現れない度合い）が、{own}の論文では{others}の論文の何倍か",
        method_ja="題名の語と2語の連なりを比べる、ディリクレ事前分布つきの対数オッズ比（Monroeら2008）。"
        f"両者の共著論文は除き、{record['min_titles']}本以上の題名にある語だけを比べる。{COVERAGE_RULE}。正規近似による95%区間",
        source=counts.source,
        caveats_ja=(VENUE_MIX, TITLES_ONLY, coverage_of_data(counts.source.snapshot)),
        parts={
            "z": entry["z"], "delta": entry["delta"], "rank": rank, "of": len(period["terms"][side]),
            "titles": dict(zip(record["sides"], entry["titles"], strict=True)),
            "papers": dict(zip(record["sides"], period["papers"], strict=True)),
        },
    )  # fmt: skip


def topic_shares(counts: Counts, group: str | None = None, years: str | None = None) -> list[Figure]:
    """Shares of the topics in the AI papers of each group (or one) and period (or one). Raises UnknownName, DataMissing."""
    record = read_record(counts, TOPICS_FILE)
    groups, periods = (tuple(dict.fromkeys(share[key] for share in record["shares"])) for key in ("group", "years"))
    for kind, name, known in (("group", group, groups), ("period", years, periods)):
        if name is not None and name not in known:
            raise UnknownName(kind, name, known)
    return list(topic_figures(counts, record, group, years))


def topic_figures(counts: Counts, record: dict, group: str | None, period: str | None) -> Iterator[Figure]:
    terms = {topic["id"]: topic["terms"] for topic in record["topics"]}
    for share in record["shares"]:
        if group not in (None, share["group"]) or period not in (None, share["years"]) or share["of"] == 0:
            continue
        years, words = parse_years(share["years"]), terms[share["topic"]]
        label, papers = GROUP_PAPERS[share["group"]]
        grouped = {"group": share["group"]} if share["group"] != KNOWN else {}
        name = "-".join([TOPIC_METRIC, share["topic"], *grouped.values()])
        few = (f"対象が{share['of']}本と少ないため、値は大きくぶれます",) if share["of"] < FEW_PAPERS else ()
        yield Figure(
            id=f"{name}.{record['area']}.{share['years']}",
            metric=TOPIC_METRIC,
            label_ja=f"{label}のうち話題「{'・'.join(words[:3])}」の割合（{area_label(counts, record)}・{period_label(years)}）",
            value=100 * share["papers"] / share["of"],
            unit=PERCENT,
            period=period_label(years),
            slice={"area": record["area"], "years": list(years), **grouped, "topic": share["topic"]},
            n=share["of"],
            low=share["low"],
            high=share["high"],
            definition_ja=f"{papers}のうち、題名から見た主な話題が「{'・'.join(words)}」などの語で表される論文の割合",
            method_ja=f"題名の語を非負値行列因子分解（NMF、scikit-learn、乱数の種{record['seed']}）で{len(terms)}の話題に分け、"
            f"論文ごとに最も重い話題を1つ選ぶ。{COVERAGE_RULE}。会議単位のブートストラップ（{DRAWS:,}回）による95%区間",
            source=counts.source,
            caveats_ja=(*few, MACHINE_MADE, TITLES_ONLY, coverage_of_data(counts.source.snapshot)),
            parts={"numerator": share["papers"], "denominator": share["of"], "terms": words},
        )


def area_label(counts: Counts, record: dict) -> str:
    return counts.slice(area=record["area"]).label_ja


@lru_cache(maxsize=8)
def read_record(counts: Counts, name: str) -> dict:
    """A record of the build, not to be written to. Raises DataMissing."""
    path = counts.folder / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error
