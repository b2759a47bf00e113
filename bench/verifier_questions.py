"""Many different questions: metrics × places × years × statistics, terms, papers and investments, combined rather than listed."""

import itertools
import random

from analytics.divide.metrics import FIELD_LABELS
from assistant import Assistant

METRICS = (
    "企業参加率", "企業単独率", "産学共著率", "大学参加率", "大手テック企業の参加率", "日本の機関の参加率", "中国の機関の参加率", "QS1〜50位の大学の参加率", "QS301〜500位の大学の参加率", "公的機関の参加率", "企業の被引用シェア", "大学単独率",
)  # fmt: skip
AREAS = ("AI会議", "AI以外の会議")
MAIN = range(2008, 2022)
ALONE = ("{year}年の{place}の{metric}は?", "{place}の{metric}を{year}年で教えて")
OVER_TIME = (
    "{place}の{metric}の推移は?", "{place}の{metric}は{first}年から{last}年にどれだけ変わった?", "{place}の{metric}が最も高かったのは何年?", "{place}の{metric}が最も低かったのは何年?", "{place}の{metric}は何倍になった?",
    "{place}の{metric}は2012年の前後でどう違う?", "{place}の{metric}はいつから増え始めた?", "他分野の動きを差し引くと、{metric}は2012年の前後でどう変わった?", "{place}の{metric}が20%を超えたのは何年?",
)  # fmt: skip
RANKED = ("{year}年に{metric}が高い会議を5つ", "{year}年に{metric}が低い会議を4つ", "{metric}が一番伸びた会議は?")
COMPARED = ("{place}と{other}の{metric}を{year}年で比べて", "{year}年の{place}で{metric}と{second}を比べて")
COUNTED = ("{year}年の{place}の論文数は?", "{year}年の{place}で企業の論文は何本?", "GoogleとMicrosoftではどっちが論文が多い?{year}年", "{year}年に論文が多い企業は?")
TERMS = ("{term}とは何ですか",)
PAPERS = ("{paper}の結論は?", "{paper}の限界は?")
OPEN = (
    "AI研究は大手しか勝てないのか?", "なぜ企業は増えたのか", "この統計はどこまで信用できますか", "うちは何から始める?", "役員会で計算資源の格差を説明する一言を", "反対の立場の研究もありますか", "少ないGPUで成果を出した研究の例を3つ",
    "部下に計算資源の格差を説明する言い方", "なぜ大学の存在感は変わったのか", "学習費用はどれくらい膨らんでいますか", "共同研究の進め方は?", "クラウドと自社保有はどちらがよい?",
)  # fmt: skip


def combined(assistant: Assistant, seed: int, each: int) -> list[str]:
    """Questions of every kind, `each` a template, drawn with a fixed seed."""
    draw = random.Random(seed)
    venues = [venue.name for venue in assistant.divide.counts.venues if venue.is_ai][:18]
    places = [*AREAS, *AREAS, *venues, *(f"{FIELD_LABELS[name]}分野" for name in ("vision", "nlp", "robotics", "databases", "ml"))]
    found = []
    for template in (*ALONE, *OVER_TIME, *RANKED, *COMPARED, *COUNTED):
        for _ in range(each):
            place, other = draw.sample(places, 2)
            metric, second = draw.sample(METRICS, 2)
            first, last = sorted(draw.sample(MAIN, 2))
            found.append(template.format(place=place, other=other, metric=metric, second=second, year=draw.choice(MAIN), first=first, last=last))
    found += [f"投資{initial}万円、年間効果{benefit}万円、年間費用{cost}万円、{years}年、割引率{rate}%なら元は取れますか" for initial, benefit, cost, years, rate in
              draw.sample(list(itertools.product((300, 800, 2500), (150, 400, 1900), (0, 40), (3, 5, 8), (3, 6))), 2 * each)]  # fmt: skip
    assistant.warm()  # opens the corpus, which knows terms and papers
    terms, papers = sorted(term.term for term in assistant.library.terms.values()), sorted(assistant.library.papers)
    found += [TERMS[0].format(term=term) for term in draw.sample(terms, min(len(terms), 3 * each))]
    found += [draw.choice(PAPERS).format(paper=assistant.library.name(paper)) for paper in draw.sample(papers, min(len(papers), 3 * each))]
    return list(dict.fromkeys([*found, *OPEN]))
