"""A limit, a year or a side that is not held is told as not held; what is held is told with it."""

import pytest

LIMITED = [
    "Fortune 500 firmsだけで見ると。", "日経225の会社だけだと?", "JPX400に絞ると?", "ユニコーン企業限定だと?", "Fortune 500に限ると企業の割合は?",
]  # fmt: skip


@pytest.mark.parametrize("asked", LIMITED)
def test_an_unknown_limit_is_not_dropped(talked, asked):
    answer = talked("AI会議の企業の割合は?", asked)[-1]
    assert answer.outcome == "not_in_data" and "36.2%" not in answer.answer.split("近いものなら")[0]


@pytest.mark.parametrize("asked", ["AI学会で画像限定だと2019年の企業は何%", "言語だけだと2018年の企業参加率はいくつ", "AI以外のコンピュータ系学会に絞ると、2018年の企業入り論文は何%になりますか", "所属判明分に限ると企業の割合は?"])
def test_a_limit_in_other_words_is_still_read(understand, asked):
    assert understand(asked).blocker is None


@pytest.mark.parametrize(("asked", "value"), [("大手テックだけだと?", "30.3%"), ("2015年に絞ると?", "21.1%"), ("CVPRに限ると?", "36.7%"), ("画像認識だけで見ると?", "39.4%"), ("結論だけで", "36.2%")])
def test_a_known_limit_is_applied(talked, asked, value):
    answer = talked("AI会議の企業の割合は?", asked)[-1]
    assert answer.outcome == "answered" and value in answer.answer


@pytest.mark.parametrize("asked", ["Top 50の大学とそれ以外、2012年以降にどれだけ差がついたのか。", "上位50の大学とその他の大学の差は2012年以降どれだけ広がった?", "トップ50の大学とそれ以外で、2012年から差はどれだけ縮まった?"])
def test_both_sides_and_how_far_they_are_apart(ask, asked):
    answer = ask(asked).answer
    assert "37.1ポイント" in answer and "28.8ポイント" in answer and "69.8%" in answer


def test_the_rest_beside_the_best_of_one_year(ask):
    answer = ask("QS1〜50位の大学とそれ以外の割合は").answer
    assert "41.0%" in answer and "69.8%" in answer


@pytest.mark.parametrize("asked", ["上位50の大学の割合は?", "トップ50の大学と企業の共著は?"])
def test_no_rest_where_none_is_named(understand, asked):
    assert not any(subject.metric == "non_elite_share" for subject in understand(asked).subjects)


@pytest.mark.parametrize("asked", ["AI人材は大学と企業、どちらに多いんでしょうか。", "優秀な人は企業と大学どちらに集まっている?", "AIの研究者が多いのは大学と企業のどちら?", "企業の研究者の割合は?"])
def test_people_are_said_not_to_be_counted(ask, asked):
    answer = ask(asked)
    assert "数えていません" in answer.answer or "「優秀」に当たる集計や資料が見当たりません" in answer.answer


@pytest.mark.parametrize("asked", ["企業の論文の割合は?", "大学と企業、論文が多いのはどちら?", "研究者の所属が企業の論文の割合は?", "企業の割合は?"])
def test_papers_asked_about_need_no_such_word(ask, asked):
    assert "人の数は" not in ask(asked).answer


@pytest.mark.parametrize(("asked", "value", "lacking"), [
    ("NeurIPSで企業が関わった論文の割合は、2012年と2020年でそれぞれ何%でしょう。", "15.2%", "NeurIPSの2020年"), ("ICCVの企業参加率を2018年と2019年で", "42.2%", "ICCVの2018年"),
    ("NeurIPSの2015年と2022年の大学の割合は?", "91.1%", "NeurIPSの2022年"), ("NeurIPSの企業の割合、2019年と2021年は?", "30.6%", "NeurIPSの2021年"),
])  # fmt: skip
def test_the_year_that_is_held_is_told_and_the_other_explained(ask, asked, value, lacking):
    conclusion = ask(asked).answer.split("\n")[1]
    assert value in conclusion and lacking in conclusion


def test_a_conference_that_was_held_is_not_said_to_have_been_skipped(ask):
    answer = ask("2020年のNeurIPSの企業の割合は?").answer
    assert "開催されなかったという意味ではありません" in answer and "開催がない年か" not in answer


@pytest.mark.parametrize("asked", ["2023年のNeurIPSの企業の割合は?", "2022年の東大の企業共著は何本ですか。"])
def test_the_nearest_is_of_the_same_year(ask, asked):
    answer = ask(asked).answer
    assert f"- {asked[:5]}のAI会議" in answer and "参考値" in answer


@pytest.mark.parametrize(("asked", "lacking"), [
    ("企業との共著論文がどのくらいあるか、日本と韓国を比べて教えてください。", "国ごとの企業との共著の割合"), ("米国と中国で、企業と組んだ論文の割合を比べると?", "国ごとの企業との共著の割合"),
    ("日本の大学で企業との共著が多いところを上位5つお願いします。", "大学ごとの企業との共著の割合"), ("企業との共著が多い大学は?", "大学ごとの企業との共著の割合"),
])  # fmt: skip
def test_what_is_lacking_is_joint_work_of_each(ask, asked, lacking):
    answer = ask(asked)
    assert answer.outcome == "not_in_data" and lacking in answer.answer and "産学共著率は29.2%" in answer.answer


@pytest.mark.parametrize("asked", ["企業との共著の割合が高いのはどの会議?", "企業との共著が多い分野は?", "企業と大学の共著の割合は?"])
def test_joint_work_that_is_held_is_told(ask, asked):
    assert ask(asked).outcome == "answered"


def test_another_measure_in_its_place_is_said_first(talked):
    answer = talked("企業との共著論文がどのくらいあるか、日本と韓国を比べて教えてください。", "割合の推移はどうですか。2012年の前と後で。")[-1].answer
    assert "の集計はないため、近い指標で答えます。" in answer.split("\n")[1]
