"""Who asks and what for is left out of a question that stands alone; AI itself is explained by what stands at its centre; dialect asks for advice."""

import pytest

from assistant.understand.lead_in import without_lead_in
from assistant.understand.text.matcher import read
from assistant.understand.text.opening import without_asker

CENTRE = "多くの層を重ねた計算のしくみに"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("地元の大学の存在感を記事で取り上げたい。東北大学はどうですか", "東北大学の論文の割合は"), ("企業との共同研究の提案書を準備している大学のURAです。AI分野で企業と大学の共著論文がどのくらいの割合で、どう推移しているか教えてください", "AI会議の産学共著率は"),
        ("地域紙のコラムで書く予定です。九州大学の論文は何本ですか", "九州大学の著者が1人以上いる論文は"), ("県の産業振興課の職員です。日本の企業の割合は?", "日本企業の参加率は"), ("化学メーカーの経営企画の担当でございます。企業参加率はいくつですか", "企業参加率は"),
        ("授業で取り上げたいのですが、産学共著率は何%ですか", "産学共著率は"), ("番組で紹介したいと思っています。NTTの論文は何本?", "NTT"), ("地方銀行の法人営業の者です。大学参加率を教えてください", "大学参加率は"),
    ],
)  # fmt: skip
def test_the_question_alone_is_answered(ask, text, told):
    answer = ask(text)
    assert answer.outcome == "answered" and told in answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["企業参加率の推移を資料に載せたい。2015年からで", "これは日本の企業の割合です。合っていますか?", "うちは食品の会社です。何から始めればいい?", "企業の割合を記事で紹介したいのですが、どう書けばいい?", "東北大学はどうですか"])
def test_an_opening_that_measures_stays(understanding, text):
    assert without_lead_in(understanding, read(text).folded) == read(text).folded


@pytest.mark.parametrize("text", ["AIとは何ですか", "そもそもAIって何", "人工知能とは", "AIって何やねん", "AIの定義は?", "結局、AIってなに?", "「AI」とは", "AIっていうのはどういうものですか"])
def test_ai_itself_is_explained_by_its_centre(ask, text):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith(CENTRE) and "用語集に「AI」そのものの項目はない" in answer.answer


@pytest.mark.parametrize("text", ["AIエージェントとは", "AIって何ができるの", "AIとは何が違うの", "AGIとは", "AI人材とは"])
def test_other_words_of_ai_are_not(ask, text):
    assert "用語集に「AI」そのものの項目はない" not in ask(text).answer


@pytest.mark.parametrize("text", ["ほな結局どないしたらええねん。短う言うて", "うちはどないしたらええのん", "結局どないすればええんや"])
def test_advice_is_given_in_dialect(ask, text):
    assert ask(text).answer.split("\n")[1].startswith("規模で張り合わず、小さく試し")


@pytest.mark.parametrize("asked", ["横文字が多い。GPUって何だ。", "専門用語だらけで困る。LoRAとは何ですか", "言葉が難しくてついていけません。GPUというのは何ですか"])
def test_a_complaint_of_words_before_one_is_no_part_of_it(asked):
    assert without_asker(asked) == without_asker(asked.partition("。")[2])


def test_the_word_is_explained(talked):
    assert talked("何から始めればいい", "横文字が多い。GPUって何だ。")[-1].citations[0].id == "glossary#gpu"


@pytest.mark.parametrize("asked", ["企業が多い。なぜ?", "英語の論文は多い。割合は?", "横文字が多い。企業参加率は?"])
def test_other_openings_stay(asked):
    assert without_asker(asked) == asked
