"""Rankings of fewer than all: what is first of what, and where it stands among all."""

import re

import pytest

from assistant.models import ANSWERED


def head(answer) -> str:
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019年のCVPRで論文が多い日本企業のランキング", "日本の企業は"), ("2019年のAI会議で論文が多い中国の大学は?", "中国の大学は"), ("2019年のAI会議、論文数トップ5の企業", "最も高い企業は"),
        ("2019年のAI会議で論文が多い国は?", "最も高い国は"), ("2019年に企業参加率が高い会議は?", "最も高い会議は"), ("2020年の論文数が多い日本の機関トップ3", "日本の機関は"),
    ],
)  # fmt: skip
def test_a_first_place_says_among_whom(ask, text, kind):
    answer = ask(text)
    assert answer.outcome == ANSWERED and kind in head(answer)


@pytest.mark.parametrize("text", ["AI会議の大学ランキング2019", "2019年のAI会議の大学の番付", "AI会議における2019年の大学順位表"])
def test_a_ranking_of_universities_is_none_of_conferences(ask, text):
    assert "最も高い大学は" in head(ask(text))


def test_a_ranking_by_the_share_of_universities_stays_one_of_conferences(ask):
    assert "大学参加率が最も高い会議は" in head(ask("2019年のAI会議で大学参加率が高い会議のランキング"))


def test_the_first_of_a_country_is_set_among_all(ask, divide):
    answer = ask("2019年のAI会議で論文が多い日本の大学は?")
    told = re.search(r"世界の大学全体では、東京大学は論文のある([\d,]+)校のうち(\d+)位です", answer.answer)
    everyone = divide.rank_institutions((2019,), top=10_000, sector="university", area="ai")
    at = next(figure for figure in everyone if figure.slice["institution"] == answer.figures[0].slice["institution"])
    assert (told[1].replace(",", ""), told[2]) == (str(at.parts["of"]), str(at.parts["rank"]))


def test_firms_of_a_country_are_ranked_without_a_word_on_missing_counts(ask):
    assert "分けた集計がない" not in ask("2019年のAI会議で論文が多い中国の企業は?").answer
    assert "分けた集計がない" in ask("2019年の中国企業の参加率は?").answer


@pytest.mark.parametrize(("part", "false"), [("日本の企業は", "企業は"), ("日本の企業は", "のは"), ("日本の企業は", "中国の企業は"), ("93社のうち19位", "93社のうち1位"), ("世界の企業全体では", "日本の企業全体では")])
@pytest.mark.parametrize("free", [False, True])
def test_a_first_place_among_more_is_caught(assistant, as_checked, part, false, free):
    text, evidence, question = as_checked("2019年のCVPRで論文が多い日本企業のランキング")
    assert part in text and assistant.verifier.check(text, evidence, question, free=free).ok
    assert not assistant.verifier.check(text.replace(part, false, 1), evidence, question, free=free).ok


def test_the_chart_names_every_bar(ask):
    for text in ("2019年のCVPRで論文が多い日本企業のランキング", "GAFAMの中で一番は?"):
        chart = ask(text).chart
        assert len(set(chart["x"])) == len(chart["x"]) == 5
    assert ask("2019年に企業参加率が高い会議は?").chart["x"][0] == "KDD"
