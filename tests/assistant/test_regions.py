"""A part of the world, another kind of thing, or a measure that is not held, asked for right after figures."""

import pytest

OF_COUNTRIES, OF_FIRMS = "論文の多い国は?", "論文の多い企業は?"


def first(answer):
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(("asked", "winner", "second"), [
    ("アジアの国は?", "中国で、**34.4%**", "香港"), ("アジアだけだと", "中国で、**34.4%**", "香港"), ("欧州に絞ると?", "英国で、**7.2%**", "ドイツ"), ("ヨーロッパの国では?", "英国で、**7.2%**", "ドイツ"), ("じゃあG7では?", "米国で、**46.5%**", "英国"), ("北欧は?", "スウェーデン", ""),
])  # fmt: skip
def test_a_region_after_countries_is_told_country_by_country(talked, asked, winner, second):
    answer = talked(OF_COUNTRIES, asked)[-1]
    assert first(answer).startswith("並べた国のうち、2021年") and winner in first(answer) and f"2. {second}" in answer.answer
    assert "国を一つずつ並べます" in answer.answer and "オーストラリア" not in answer.answer


def test_the_year_of_the_ranking_stays(talked):
    assert "2015年のAI会議で参加率が最も高いのは中国" in first(talked("2015年に論文の多い国は?", "アジアは?")[-1])


def test_a_region_may_be_named_at_once(ask):
    assert "最も高いのは中国" in first(ask("アジアの国で論文が多いのはどこ"))


@pytest.mark.parametrize(("before", "asked"), [(OF_COUNTRIES, "アジアの企業は?"), (OF_COUNTRIES, "アジア全体では?"), (OF_FIRMS, "アジアの企業だけだと"), ("企業参加率は?", "アジアは?"), ("企業参加率は?", "では欧州だと?")])
def test_what_no_figure_puts_together_is_refused(talked, before, asked):
    answer = talked(before, asked)[-1]
    assert answer.outcome == "not_in_data" and "国をまとめた集計は持っていません" in answer.answer


@pytest.mark.parametrize("asked", ["採択率も並べて", "合格率も並べて", "採択数も並べて比べて", "株価も並べて"])
def test_a_measure_that_is_not_held_is_refused_beside_figures(talked, asked):
    assert talked("企業参加率は?", asked)[-1].outcome == "not_in_data"


@pytest.mark.parametrize("asked", ["大学も並べて", "引用数も並べて", "論文数も並べて", "単独率も出して"])
def test_a_measure_that_is_held_is_told(talked, asked):
    assert talked("企業参加率は?", asked)[-1].outcome == "answered"


@pytest.mark.parametrize(("before", "asked", "shown"), [
    (OF_FIRMS, "国別では?上位5か国", "参加率が最も高い国は米国"), (OF_FIRMS, "国別で上位3か国を", "参加率が最も高い国は米国"), (OF_COUNTRIES, "上位5社だと", "最も高い企業はグーグル"), (OF_FIRMS, "上位3校は", "最も高い大学は清華大学"),
    ("日本企業で論文が多いのはどこ", "上位3校は", "最も高い日本の大学は東京大学"), (OF_FIRMS, "上位5社で", "最も高い企業はグーグル"), ("日本企業で論文が多いのはどこ", "上位5社で教えて", "最も高い日本の企業はNEC"),
])  # fmt: skip
def test_what_a_number_counts_is_what_is_ranked(talked, before, asked, shown):
    assert shown in first(talked(before, asked)[-1])
