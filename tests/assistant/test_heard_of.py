"""Terms and programmes that are written as they sound, heard of somewhere, or to be told in plainer words: what they mean is explained."""

import pytest

from assistant.understand.text.meaning_spoken import meaning_spoken
from assistant.understand.words.defined_here import defined_here
from assistant.understand.words.manners import plain_manner


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("スケーリンク則というのも説明してくれ 短く", "経験則です"), ("ファインチュニングって何?", "自社の用途に合わせること"), ("トランスフォマーって何ですか", "深層学習の仕組み"), ("ハルシネイションって何", "もっともらしい文章"),
        ("ナイアーとかいうアメリカの制度があると聞いたが", "国の構想と、その試行事業"), ("エービーシーアイとかいうのがあるらしいな", "公開された計算基盤"), ("蒸留とかいう手法があるそうだが", "大きなモデルの答え方を手本に"),
        ("GENIACなる制度があると聞きました", "国内の生成AI開発者"), ("RAGちゅうもんを耳にしたが何かね", "文書をまず検索し"), ("産学共著率トハ ナニカ", "企業と大学の著者が両方いる論文の割合"), ("アメリカのNAIRRって何?", "国の構想と、その試行事業"),
        ("HHIてなに? 数字に弱い社長にもわかるように頼んます", "ハーフィンダール指数"), ("合成コントロールいうのん、算数苦手な社長にも通じるように言うて", "比較相手を作って差を見る"), ("LoRAって現場の言葉でいうとどういうもの?", "小さな追加部品だけを学習"),
        ("量子化とは、平たく言えば何?", "粗い刻みで表し"), ("Please explain 'compute divide' as you would to a CFO who has never trained a model.", "大規模な計算資源を使える組織"),
        ("HHIって金融の人間には市場集中度ですが、ここではどういう意味で使ってるんですか", "集中度の指数"), ("What do you mean by an elite university here?", "1〜50位の帯"),
    ],
)  # fmt: skip
def test_it_is_explained(ask, text, told):
    answer = ask(text)
    assert answer.intent == "explain" and told in head(answer)


@pytest.mark.parametrize("text", ["パラメーターって何", "モンテカルロって何", "オープンウェイトとは", "コンテキストウィンドウって何"])
def test_a_term_as_it_is_spelt_is_no_slip(understand, text):
    assert not any("と読みました" in told for told in understand(text).readings)


@pytest.mark.parametrize(
    "text",
    ["2021年に増えたと聞いたが", "トヨタがAI会議に出していると聞きました", "共同研究がいいと聞いたが本当か", "企業の論文が多いという話を聞いた", "LoRAの論文があると聞いたが、結論は?"],
)
def test_other_hearsay_asks_for_no_meaning(text):
    assert meaning_spoken(text) == text


@pytest.mark.parametrize("text", ["HHIはここ10年でどう変わった?", "What do you have on big tech in 2021?"])
def test_other_questions_ask_for_no_definition(text):
    assert defined_here(text) == text


def test_an_occasion_told_in_a_sentence_of_its_own_is_left_out():
    assert plain_manner("社債投資家説明会で引用予定です。学習費用は年に何倍ですか") == "学習費用は年に何倍ですか"
    assert plain_manner("株主総会の資料に記載する予定です。2021年の企業参加率は") == "2021年の企業参加率は"
    assert plain_manner("株主総会で増配を発表しました。企業参加率は") == "株主総会で増配を発表しました。企業参加率は"


@pytest.mark.parametrize("text", ["ナイアーって日本にもあるの", "NAIRRみたいなのは日本にもある?", "NAIRRの日本版はありますか"])
def test_what_is_like_a_programme_elsewhere(ask, text):
    assert head(ask(text)) == "同じものではありませんが、日本にも公的な計算資源の事業があります。"


def test_a_programme_is_not_asked_for_its_like_in_its_own_country(ask):
    assert "公的な計算資源の事業があります" not in ask("NAIRRはアメリカにもある?").answer
