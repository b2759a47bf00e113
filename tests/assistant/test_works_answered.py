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


def test_the_finding_of_the_paper_just_told_has_its_method(talked):
    answer = talked("Ahmed & Wahedの論文の結論は?", "その結論はどうやって検証した?")[-1].answer
    assert "「もし深層学習の波が来なかったら」" in answer and "押し出されました" not in answer


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


@pytest.mark.parametrize(
    "before, asked",
    [
        ("企業と大学のAI研究における計算資源の格差について、まず要点をご説明いただけますでしょうか。", "2012年以降に変わったとのことですが、その根拠はどのように検証されているのでしょうか。"),
        (ASKED, "その結果はどうやって確かめたの?"),
        (ASKED, "その傾向の検証方法は?"),
        ("計算資源の格差とは?", "2012年が転換点だという根拠はどのように確かめましたか"),
        ("企業参加率は2012年から増えた?", "それ、どう裏付けたのですか"),
    ],
)
def test_how_a_finding_was_checked_is_the_difference_in_differences(talked, before, asked):
    answer = talked(before, asked)[-1].answer
    assert "8.9ポイント" in answer and "95%区間" in answer and "うちに関係" not in answer


@pytest.mark.parametrize("asked", ["その数字はどうやって検証すればいい?", "投資の効果はどうやって検証しますか", "その論文の結論はどうやって検証した?", "増えた原因は?"])
def test_other_checks_are_no_difference_in_differences(talk, asked):
    assert talk(ASKED, asked).statistic != "did"


@pytest.mark.parametrize("asked", ["あとファインチューニングってのは何?うちでもできる?", "LoRAって何ですか。当社でもできますか", "量子化っていうのは何?うちみたいな会社でもできる?"])
def test_after_a_plan_a_thing_is_defined_before_it_is_told_whether_a_firm_can(talked, asked):
    answer = talked("3,000万円の小規模プロトタイプで、年間1,200万円のコスト削減、5年、割引率4%。NPVは?", asked)[-1]
    first = answer.answer.split("\n")[1].split("。")[0]
    assert "できる見込み" not in first and "できる見込みはあります" in answer.answer and any(word in first for word in ("自社の用途に合わせ", "追加学習の方法", "減らす方法"))


def test_what_is_not_asked_is_not_defined(ask):
    assert ask("ファインチューニングは、うちでもできる?").answer.split("\n")[1].startswith("できる見込み")


@pytest.mark.parametrize("asked", ["計算資源より人の方が足りないって調査、あるって聞いたけど実際どうなの", "企業が絡むとAI研究のテーマの幅が狭まる、との主張はどこから来たの?", "研究者の制約は計算資源より人材だ、という調査があったはずだ。どの研究で何人に聞いたのかね。"])
def test_an_answer_quoted_with_a_question_that_ends_in_a_full_stop_passes_the_check(ask, asked):
    answer = ask(asked)
    assert answer.outcome == "answered" and "」という問いに、" in answer.answer
