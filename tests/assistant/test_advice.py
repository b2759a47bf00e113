"""Short questions on a way to go: what to watch, whether a small firm can, whether a university would have it, and which one to choose."""

import pytest

AFTER_TERM = "ファインチューニングって何?"
AFTER_ADVICE = "何から始めればいい?"


def first(answer):
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["それ、うちでもできんの?", "これ、中小には無理ですか?", "社員50人の会社でもやれる?", "うちでも試せますか"])
def test_whether_a_small_firm_can_is_told_of_the_term_just_explained(talked, asked):
    answer = talked(AFTER_TERM, asked)[-1]
    assert first(answer).startswith("できる見込みはあります。ファインチューニング：")
    assert "150万円" in answer.answer and "会社の規模ごとの成功率や費用は、手元の資料にありません。" in answer.answer


@pytest.mark.parametrize(("asked", "head", "term"), [
    ("中小企業でもファインチューニングはできますか", "できる見込みはあります。", "fine-tuning"), ("小さな会社でも共有の計算資源は使えますか", "できる見込みはあります。", "shared-compute"),
    ("うちのような会社でも基盤モデルは作れますか", "何をどこまで自社で行うかで変わります。", "foundation-model"),
])  # fmt: skip
def test_and_of_a_term_that_is_named(ask, asked, head, term):
    assert first(ask(asked)).startswith(head)
    assert f"glossary#{term}" in [citation.id for citation in ask(asked).citations]


@pytest.mark.parametrize("asked", [
    "大学と組むってのはどうなの。うちみたいな小さいとこ相手にしてくれるかな", "中小企業でも大学は共同研究の相手にしてくれるか", "零細でも大学と組めますか", "大学の研究室に頼むのは中小には難しいですか", "産学連携って小さな会社でもできるの?",
])  # fmt: skip
def test_whether_a_university_would_have_a_small_firm(talked, asked):
    answer = talked(AFTER_ADVICE, asked)[-1].answer
    assert "329.6万円" in answer and "29.2%" in answer and "断られやすいかどうかは分かりません" in answer


@pytest.mark.parametrize("asked", ["で、結局どれがいいの。一言で。", "この中でどれが一番いい?", "結局、何を選べばいいの", "一つだけ選ぶなら?"])
def test_one_of_the_ways_is_chosen_with_its_reason(talked, asked):
    assert first(talked(AFTER_ADVICE, asked)[-1]).startswith("一つに絞るなら、小規模プロトタイプです。失敗しても損が小さく")


def test_the_choice_after_sums_stands_on_them(talked):
    answer = talked("従業員80人の会社です。何から始めればいい?", "金はどれくらいかかる?", "結局どれがいいの")[-1]
    assert "308万円" in first(answer) and "小規模プロトタイプ" in first(answer)


def test_the_choice_between_two_plans_is_one_of_them(talked):
    answer = talked("共同研究とクラウドではどちらが得?", "結局どれがいいの?一言で")[-1]
    assert first(answer).startswith("年あたりに直した期待値が最も高いのは共同研究で")


@pytest.mark.parametrize(("asked", "head"), [
    ("さっきの共同研究の話に戻るが、うちのような素材メーカーが大学と組むときの注意点は何か。", "金額・期間・知財・中止の条件"), ("大学と組むとき何に気をつければいい", "金額・期間・知財・中止の条件"),
    ("クラウドの落とし穴は", "使い続けたときの総額"), ("試作で気をつけることは?", "始める前に、現状の値"), ("何に注意すればいい?", "試験導入の金額だけで決めず"),
])  # fmt: skip
def test_what_to_watch_on_a_way(talked, asked, head):
    assert first(talked(AFTER_ADVICE, asked)[-1]).startswith(head)


def test_a_way_told_of_before_is_the_one_to_watch(talked):
    assert first(talked("共同研究だといくらかかる?", "注意すべきことは?")[-1]).startswith("金額・期間・知財・中止の条件")


@pytest.mark.parametrize("asked", ["大学と組む企業の割合は?", "企業が大学と組む論文は増えている?", "この数字を使うときの注意点は?", "どの会議が一番企業が多い?", "うちでも論文を出せますか", "中小企業の論文の割合は?", "大学と組むべきですか", "共同研究の割合の数字を見るときの注意点は?", "うちが大学と共同研究するのはいくらでできますか"])
def test_questions_on_figures_and_other_advice_are_left_alone(understand, asked):
    assert understand(asked).advice == ()
