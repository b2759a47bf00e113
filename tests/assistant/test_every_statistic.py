"""No metric is without words for a statistic: asked for in every shape, at places with and without intervals, it is answered or refused, never broken."""

import itertools

import pytest

from analytics.divide.metrics import METRICS
from assistant.models import ERROR

CALLED = {
    "tier_share": "QS51〜100位の大学の参加率", "country_share": "中国の参加率", "institution_share": "Googleの参加率", "citation_share": "企業の被引用シェア",
    "dl_title_share": "題名に深層学習の語がある割合", "compute_title_share": "題名に計算資源の語がある割合",
}  # fmt: skip
PLACES = ("AI会議", "ICML", "ロボット分野", "AI以外の会議")
SHAPES = (
    "{place}の{metric}は?", "2019年の{place}の{metric}は?", "{place}の{metric}の推移は?", "{place}の{metric}は2010年から2020年で何倍?",
    "{place}の{metric}は2010年から2020年で何ポイント変わった?", "{place}の{metric}の差の差は?", "{place}の{metric}は2012年の前後でどう変わった?", "{place}の{metric}が最も高かった年は?",
    "{place}の{metric}はいつから増えた?", "{metric}が高い会議は?", "{metric}が最も伸びた会議は?", "{metric}が最も伸びた分野は?", "ICMLと{place}の{metric}を比べて", "{place}の{metric}は何本?",
    "2019年の{place}の{metric}を按分で", "{place}の{metric}は本当?", "{place}の{metric}は数え方で変わる?", "{place}の{metric}が30%を超えたのは何年?",
)  # fmt: skip
PART = 11  # of which one is asked
BROKEN_ONCE = (
    "大学単独率の差の差は?", "ロボット分野の企業参加率の差の差は?", "ジニ係数が最も伸びた会議は?", "ロボット分野の上位10機関への集中度はいつから増えた?", "企業参加率が最も伸びた分野は?",
)  # fmt: skip


def asked():
    everything = itertools.product(METRICS.values(), PLACES, SHAPES)
    return [shape.format(place=place, metric=CALLED.get(metric.name, metric.label_ja)) for metric, place, shape in itertools.islice(everything, 0, None, PART)]


@pytest.mark.parametrize("question", (*BROKEN_ONCE, *asked()))
def test_a_statistic_of_a_metric_is_told_or_refused(assistant, question):
    assert assistant.ask(question).outcome != ERROR
