"""Opponents asked for in longer words, how the works just told went about it, what stands against them; and persons, whom nothing counts."""

import pytest

ASKED, METHOD = "企業参加率は?", "差分の差分法というのは、どういう意味ですか"


@pytest.mark.parametrize("asked", ["反対の立場を取る研究者の論文を一つ挙げてください。", "反対意見の文献を一本だけ", "異論を唱える学者を一人だけ、論文を1つ教えて"])
def test_one_opponent_opposes(talked, asked):
    answer = talked(ASKED, asked)[-1]
    assert "計算資源より人材" in answer.answer and "Togelius" not in answer.answer and len(answer.citations) == 1


@pytest.mark.parametrize("asked", ["その結論に反対する研究はございますか。", "異論を唱える学者はいらっしゃいますか", "反対の立場に立つ論文はありますか"])
def test_after_a_method_the_finding_is_opposed(talked, asked):
    answer = talked(METHOD, asked)[-1].answer
    assert "Musser" in answer and "Gelles" in answer and "Xu" not in answer


@pytest.mark.parametrize("asked", ["そちらの論文は、どのような方法で調べたものでしょうか。", "そのpaperのmethodologyをざっくり教えてください", "その人たちの研究はどうやって調べたの?", "挙げた文献の調査方法は?"])
def test_works_just_listed_tell_how_they_went_about_it(talked, asked):
    answer = talked(ASKED, "反対している学者は?", asked)[-1]
    assert "調べ方は資料ごとに異なります" in answer.answer and "質問票" in answer.answer and "ネットワーク分析" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["それに対して、あなた方はどう反論しますか。", "で、おたくはそれにどう答えるの", "再反論はありますか", "それに言い返すとしたら、どう言い返しますか"])
def test_what_stands_against_the_opponents(talked, asked):
    answer = talked(ASKED, "反対している学者は?", asked)[-1]
    assert "立場を取りません" in answer.answer and "8.9ポイント" in answer.answer and "Ahmed" in answer.answer and "Musser ほか：最大の弱点" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["ちなみに、いちばん論文を書いている先生のお名前はわかりますか。", "論文を最も多く出している教授は誰?", "一番論文を書いてる人って誰?", "論文をいちばん発表している研究者のお名前を教えて"])
def test_no_person_is_put_first(talked, asked):
    answer = talked(ASKED, asked)[-1]
    assert answer.outcome == "not_in_data" and "著者個人" in answer.answer


@pytest.mark.parametrize("asked", ["一番論文を出している会社は?", "論文を最も多く出している大学は?", "最初にこの格差を論じた研究者は誰?", "一番引用されている国は?"])
def test_others_put_first_are_no_persons(ask, asked):
    assert "著者個人" not in ask(asked).answer


@pytest.mark.parametrize("asked", ["この数字はどう説明すればいい?", "クラウドに反対する役員にどう答えれば?", "この割合はどうやって調べたのですか"])
def test_after_figures_these_are_asked_of_no_work(talk, asked):
    assert not {"how", "reply", "against"} & set(talk(ASKED, asked).inherited)
