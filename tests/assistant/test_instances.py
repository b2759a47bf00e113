"""For instance what, asked after papers, is told by their amounts; what is read up for an occasion is no text; who would train a model of one's own is answered as that."""

import pytest

PAPER, LIST, SURVEY = "Strubellの論文の要点は?", "計算資源の格差の主な論文は?", "Musserの調査の結論を教えてください"
HEAD = "この資料が数字で挙げているのは、次の点です。"


@pytest.mark.parametrize("text", ["具体例は?", "例えば?", "具体的には?", "具体的に言うとどういうこと?", "何か例ある?", "もっと具体的な数字は?", "その論文の実例を挙げて", "たとえば何?"])
@pytest.mark.parametrize(("chain", "works"), [((PAPER,), {"strubell"}), ((SURVEY,), {"musser"}), ((LIST,), {"ahmed", "besiroglu", "kudiabor"})])
def test_instances_are_amounts_of_the_works_told(talked, chain, works, text):
    answer = talked(*chain, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1] == HEAD and {citation.id.partition("-")[0] for citation in answer.citations} <= works and any(char.isdigit() for char in answer.answer)


@pytest.mark.parametrize("chain", [("GPUとは", "例は?"), ("2021年の企業参加率は?", "例えば?"), (PAPER, "例外は?")])
def test_other_turns_are_no_instances(talked, chain):
    assert HEAD not in talked(*chain)[-1].answer


@pytest.mark.parametrize("text", ["「自社でモデルを学習すべきだ」と言われたら何と返す?", "「うちも独自のLLMを作るべきでは」と社長に言われたときの返し", "取締役会で「なぜ自前で生成AIを開発しないのか」と聞かれたらどう答える?", "「モデルを内製しないのか」と株主に聞かれたら"])
def test_a_model_of_ones_own_is_no_renting(ask, text):
    answer = ask(text)
    assert answer.verdict.ok and "最先端のモデルを一から学習させることは考えていません。" in answer.answer and "まず借りて" not in answer.answer


def test_buying_cards_is_still_renting(ask):
    assert "まず借りて" in ask("「GPUは買ったほうが安いのでは」と言われたら").answer


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("来週の講演の下準備として、計算資源の格差の概要を教えてください", "大規模な計算資源を使える組織と"), ("スピーチの下調べとして計算資源の格差の概要を知りたい", "大規模な計算資源を使える組織と"), ("会議に備えて、企業参加率の動向を押さえたい", "AI会議の企業参加率は、2007年の17.3%"),
        ("取締役会のスピーチの準備で、AI研究の全体像を教えて", "大手の存在感は増していますが"),
    ],
)
def test_what_is_read_up_for_an_occasion_is_answered_itself(ask, text, head):
    assert ask(text).answer.split("\n")[1].startswith(head)


@pytest.mark.parametrize("text", ["取締役会のスピーチで使える一言を", "講演の準備で、つかみの一文を書いて", "役員会で格差を説明する一言"])
def test_words_to_say_stay_words_to_say(ask, text):
    assert ask(text).intent == "phrases"
