"""One query of the numbers, by kind of card and by metric: warm, and its first use in a process that was warmed as the app is."""

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from analytics.divide.computed import computed
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import BadInput, NotInData
from analytics.text.figures import distinct_terms, topic_shares
from bench.table import show

FIRST, LAST = (2012,), (2019,)
AFTER = tuple(range(2012, MAIN_LAST + 1))
PARTS = ({"area": "ai"}, {"area": "non_ai"}, {"field": "ml"}, {"venue": "icml"})
PARAMETERS = {"tier": "1-50", "country": "Japan", "institution": "google"}
ROUNDS = 5
LIMIT = 3.0
Query = tuple[str, str, Callable[[], object]]


def queries(divide: Divide) -> Iterator[Query]:
    """(kind of card, metric, what to run), each once."""
    kinds = {
        "1年の値": lambda measure: divide.share(measure, LAST),
        "期間の値": lambda measure: divide.share(measure, AFTER),
        "変化": lambda measure: divide.change(measure, FIRST, LAST),
        "倍率": lambda measure: divide.ratio(measure, FIRST, LAST),
        "前後の比較": divide.before_after,
        "差の差": divide.did,
        "本数": lambda measure: divide.count(measure, LAST),
    }
    for part in PARTS:
        for name, metric in METRICS.items():
            given = {metric.parameter: PARAMETERS[metric.parameter]} if metric.parameter else {}
            measure = divide.measure(name, **part, **given)
            for kind, run in kinds.items():
                yield kind, name, partial(run, measure)
        yield "論文数", "paper_count", partial(divide.paper_count, divide.counts.slice(**part), LAST)
    for name in computed(divide.counts).metrics:
        whole = next(figure for figure in computed(divide.counts).figures if figure.metric == name)
        wanted = {key: whole.slice[key] for key in ("venue", "tier", "variant", "sector", "hardware") if key in whole.slice}
        yield "作成時に計算した値", name, partial(computed(divide.counts).query, name, None, **wanted)
    yield "語", "distinct_term", partial(distinct_terms, divide.counts, "big_tech", "2017-2021")
    yield "話題", "topic_share", partial(topic_shares, divide.counts, "firm", None)


def milliseconds(run: Callable[[], object]) -> float | None:
    """None for a query that has no answer (a DiD of other venues, a count of citations)."""
    start = time.thread_time()
    try:
        run()
    except (BadInput, NotInData):
        return None
    return 1000 * (time.thread_time() - start)


def measured(divide: Divide) -> Iterator[tuple[str, str, float, float]]:
    """(kind, metric, first ms, warm ms), warm as the best of some rounds."""
    for kind, metric, run in queries(divide):
        first = milliseconds(run)
        if first is not None:
            yield kind, metric, first, min(milliseconds(run) for _ in range(ROUNDS))


def run() -> None:
    divide = Divide.open()
    start = time.thread_time()
    divide.warm()
    warmed = time.thread_time() - start
    gc.freeze()  # as after a start: the loaded tables are not garbage to look through again
    found = list(measured(divide))
    over = sorted((row for row in found if max(row[2:]) > LIMIT), key=lambda row: -max(row[2:]))
    print(f"CPU時間。起動時の準備 {warmed:.2f} 秒。問い合わせ{len(found)}件（{MAIN_FIRST}〜{MAIN_LAST}年の中）、{LIMIT:g} msを超えたもの {len(over)}件")
    heads = ["", "件数", "初回 最小", "中央", "最大", "2回目から 最小", "中央", "最大 ms"]
    for title, place in (("カードの種類", 0), ("指標", 1)):
        groups = defaultdict(list)
        for row in found:
            groups[row[place]].append(row[2:])
        show([title, *heads[1:]], [[name, str(len(times)), *spread(first), *spread(warm)] for name, times in groups.items() for first, warm in [zip(*times, strict=True)]])
    for kind, metric, first, warm in over:
        print(f"{kind}・{metric}: 初回 {first:.1f} ms、2回目から {warm:.1f} ms")


def spread(values: tuple[float, ...]) -> list[str]:
    ordered = sorted(values)
    return [f"{value:.2f}" for value in (ordered[0], ordered[len(ordered) // 2], ordered[-1])]
