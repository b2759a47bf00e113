"""Questions for words are known by their grammar, whatever figures, methods or places they name; questions for figures are not taken for them."""

import pytest

from assistant.understand.cues.worded import help_wanted, meaning_wanted, numbers_doubted, way_wanted, wording_wanted, words_wanted

HELP = [
    "あんた、どんなことが得意なの", "このチャットくん、なに答えてくれるん?", "おまえさん何ができるんだべ", "どんな質問をしたら答えてもらえますか", "グラフを保存したいときはどうすればいい", "何を聞けば教えてくれるの",
    "ここでは何を頼めますか", "試算ってどう頼んだらいい?", "このアプリ、出来ることは", "回答をコピーする方法は", "ここの得意分野は", "おまえの守備範囲を教えろ",
]  # fmt: skip
PHRASES = [
    "社長にぶつける質問を三つ考えて", "役員会で「大学に任せておけばいい」と言われたら何と返す?", "株主に「投資は無駄では」と問われた時の答え方", "専務への挨拶に入れる一言をください", "取締役会で使うAI研究の紹介文を書いて",
    "記者に「遅れている」と指摘されたらどう応じるか", "朝礼で話すコメントを一つ用意して", "部長に予算の根拠を突かれたらどう答えればええ?", "CEOに尋ねるクエスチョンを二つ", "いまの内容をスピーチにして",
]  # fmt: skip
EXPLAIN = [
    "合成コントロール法って何がうれしいのか", "差の差分析の読み方がわからん", "ジニ係数はどう読むんや", "按分とフルカウントの違い", "イベントスタディとは何なのか社長向けに", "固定効果という用語を知りません。言い換えて", "事前学習とファインチューニングは何が別物か",
    "料理の例えで説明して", "HHIって何の略や", "参加率は何を何で割った数?", "HHIの読み方を知りたい", "DiDっていうのは何を引いた値?",
]  # fmt: skip
LIMITS = [
    "企業の割合が実態より高く出ているのではないか心配です", "この数字、低めに出ている恐れはありませんか", "論文に出ない研究もあるのだから割り引いて考えるべき?", "なんでこのデータは2021年までしかないの", "この指標の泣き所は",
    "大学が弱ったと言い切っていいのか", "企業に研究所が混ざっていませんか。分類の精度は", "どうして統計が令和3年で止まっているのか", "反論されたらどこが弱いの", "この割合、過小に見積もられている可能性は", "どうして2022年は参考値なの", "企業かどうかの線引きは甘くない?", "集計が歪んでいないか", "会議の選び方に偏りはないか", "載らない研究もあるなら、どう補って読むか",
]  # fmt: skip
STRATEGY = [
    "三つの案を比べて、長所と短所を", "二案の優劣を教えて", "大学と組む場合の良い点と悪い点", "試作を続ける基準と止める基準", "買うか借りるか決めかねている", "どれが無難ですか", "共有クラウドの注意点と進め方", "2戦略の比較をして",
    "三つの道の違いを整理して", "撤退の目安をどう決めるか", "借りる利点と欠点", "大学と組む段取りと注意点", "大学と組むのと外注と、どっちが得策ですか",
]  # fmt: skip
KINDS = {help_wanted: HELP, wording_wanted: PHRASES, meaning_wanted: EXPLAIN, numbers_doubted: LIMITS, way_wanted: STRATEGY}
OTHERS = [
    "2021年のAI会議の企業参加率は何%?", "株主総会の資料に入れたいので、CVPR 2019の企業の割合を", "社長に聞かれたので、2015年の産学共著率を教えて", "ジニ係数はAI会議の2020年でいくつ", "按分で数えた2018年の企業の割合",
    "大学だけの論文は2010年に何割", "データベース分野の企業の参加は増えている?", "三つの会議を比べて、2019年の企業の割合は", "画像を扱う論文の企業の割合", "何本の論文に企業が入っているか、2012年", "うちの会社はどうしたらいい?",
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in KINDS.items() for text in texts])
def test_words_are_known_by_their_grammar(wanted, text):
    assert wanted(text.lower()) and words_wanted(text.lower())


@pytest.mark.parametrize("text", OTHERS)
def test_other_questions_are_not_taken_for_words(text):
    assert not words_wanted(text.lower())


@pytest.mark.parametrize(("intent", "texts"), [("help", HELP), ("phrases", PHRASES), ("explain", EXPLAIN), ("limits", LIMITS), ("strategy", STRATEGY)])
def test_they_are_understood_so(understand, intent, texts):
    assert [(text, understand(text).intent) for text in texts] == [(text, intent) for text in texts]


def test_a_way_with_sums_is_calculated():
    assert not way_wanted("三案の比較を期待値で") and way_wanted("三案の比較を手間で")


@pytest.mark.parametrize("text", ["なして会社の論文ばっかり増えたの", "なじょして大学だけの論文は減ったんだ", "何が引き金で企業が増えたのか", "どういう理屈で大手の割合が伸びたんですか"])
def test_a_reason_is_asked_for_in_any_dialect(understand, text):
    assert understand(text).intent == "why"


def test_to_regard_as_is_no_reason(understand):
    assert understand("企業と見なして数えた論文の割合、2019年のAI会議で").intent == "figure"


@pytest.mark.parametrize("text", ["所属が分からない論文の扱いは?", "所属不明の論文はどう処理していますか", "所属の判明しない論文は除いて数えているの?"])
def test_how_unknown_affiliations_are_treated_is_told_and_not_their_share(ask, text):
    answer = ask(text)
    assert answer.intent == "limits" and "分母から除いています" in answer.answer


def test_the_share_of_unknown_affiliations_stays_a_figure(ask):
    assert ask("所属が不明な論文は何%?").figures[0].metric == "unknown_share"
