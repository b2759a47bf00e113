"""What is asked of an answer in words just given is answered of that answer: what its works share, other explanations, the cause, what is unknown, what a term is for."""

import pytest

LIST, AGAINST, REASONS, TERM, TUNED = "計算資源の格差の論文を3本挙げて", "計算資源の格差に反対の論文は?", "なぜ企業のAI論文が増えたの", "GPUって何", "ファインチューニングとは"


@pytest.mark.parametrize("text", ["共通して言えることは?", "共通点は何ですか", "3本に共通するのは?", "要するに何が言えるの?", "で、これらの論文の共通点は", "全体として何が言えますか", "三つとも一致している点は?", "結局、合わせて何が分かるの"])
@pytest.mark.parametrize(("before", "head"), [(LIST, "いずれも、計算資源の格差があるという見方に立つ資料です。"), (AGAINST, "いずれも、計算資源の格差という見方を割り引いて見る資料です。")])
def test_what_the_works_share_is_told(talked, before, head, text):
    first, answer = talked(before, text)
    assert answer.verdict.ok and answer.answer.split("\n")[1] == head
    assert {citation.id.partition("#")[0] for citation in answer.citations} <= {citation.id.partition("#")[0] for citation in first.citations}


@pytest.mark.parametrize("text", ["違いは?", "三つの違いは?", "どう違うの", "食い違いはありますか"])
def test_how_they_differ_is_told_one_by_one(talked, text):
    first, answer = talked(LIST, text)
    assert answer.verdict.ok and answer.outcome == "answered" and len({citation.id.partition("#")[0] for citation in answer.citations}) == 3


@pytest.mark.parametrize("text", ["ほかの説明はあるん", "別の理由は?", "ほかに原因はありますか", "違う見方は?", "それ以外の要因は", "他の説もある?", "別の解釈はないの", "もっと別の要因は?"])
def test_another_explanation_is_told(talked, text):
    answer = talked(REASONS, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("あります。計算資源より人材やデータを重く見るなど")


@pytest.mark.parametrize("text", ["本当にそれが原因?", "ほんまにそれが原因なん?", "それが本当の理由ですか", "その説明が原因だと言えるの", "確かにそれが要因ですか", "因果関係は証明されていますか", "それって本当の原因なの", "でも、それだけが理由なんですか"])
def test_the_cause_is_not_claimed(talked, text):
    assert talked(REASONS, text)[-1].answer.split("\n")[1].startswith("いいえ、言い切れません。")


@pytest.mark.parametrize("text", ["何が分かっていないの?", "何がわからへんの", "まだ分かっていないことは?", "どこまで言えないの", "逆に何が不明ですか"])
def test_what_is_unknown_is_told(talked, text):
    assert talked(REASONS, text)[-1].intent == "limits"


@pytest.mark.parametrize("text", ["なぜそれが無いと困るんでしょう", "それがないとどうなる?", "それってなんで重要なの", "なんでそれがそんなに必要なん", "それが足りないと何が困るの", "どうしてそれが大事なんですか", "それが使えないと問題?", "これは何で騒がれてるの"])
def test_what_a_term_is_for_is_told(talked, text):
    assert talked(TERM, text)[-1].answer.split("\n")[1].startswith("AIの費用の中心になる設備なので")


@pytest.mark.parametrize("text", ["一から作るのと何が違うの?", "ゼロから学習するのとどう違う?", "最初から開発するのと違うんですか", "一から全部作るやり方との違いは?", "1から作るのとは別物?"])
def test_a_way_of_training_is_set_beside_one_from_nothing(talked, text):
    answer = talked(TUNED, text)[-1]
    assert "事前学習：" in answer.answer.split("\n")[1] and "ファインチューニング：" in answer.answer.split("\n")[1]


@pytest.mark.parametrize(("before", "text"), [("企業参加率は?", "違いは?"), ("論文が多い国は?", "共通点は何ですか"), (TERM, "別の理由は?"), ("LoRAの論文の結論は", "共通点は?"), (LIST, "日本との違いは?")])
def test_other_turns_stay_as_they_were(talk, before, text):
    question = talk(before, text)
    assert not {"common", "how", "otherwise"} & set(question.inherited) and question.text == text
