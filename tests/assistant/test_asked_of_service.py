"""What the service rests on, which years it holds, whether a word on the market may be written, grants for machines, the rate of joint research, and rivals without a name."""

import pytest

from assistant.understand.words.plainly import in_plain_words

HELD, MONOPOLY, GRANTS = "対象は、2007〜2023年の計算機科学の国際会議で発表された論文", "独占や寡占と呼べるほどではありません", "AIの導入や試作に使える見込みのある制度が"


@pytest.mark.parametrize(("text", "told"), [
    ("御社のサービスは何を根拠に答えているのですか", HELD), ("あなたの答えの根拠は何ですか", HELD), ("どういう資料をもとにしていますか", HELD), ("2021年以降の数字はないの?", HELD), ("2022年以降のデータはありますか", HELD),
    ("IRで「AI研究は大手独占」と書いたら間違い?", MONOPOLY), ("AI研究が寡占だという表現は適切でしょうか", MONOPOLY), ("大手が独占していると説明したら嘘になる?", MONOPOLY),
    ("補助金でGPUを買えますか", GRANTS), ("GPUの購入に使える補助金はある?", GRANTS), ("サーバーに助成は出る?", GRANTS), ("共同研究の相場を教えて", "約329.6万円"), ("共同研究1件の平均額", "約329.6万円"),
])  # fmt: skip
def test_what_is_held_is_told(ask, text, told):
    assert told in ask(text).answer.split("**要点**")[0]


@pytest.mark.parametrize(("text", "told"), [
    ("競合他社はどれくらいAI研究をしているの", "「競合他社」がどの会社か分からない"), ("競合がAI研究に力を入れているか知りたい", "「競合」がどの会社か分からない"), ("ライバルの開発計画は?", "「ライバルの計画」の情報は持っていません"),
    ("論文を書く会社は儲かっているの?", "「もうけ」の情報は持っていません"), ("生成AIに関する論文の数は", "「生成AI」に当たる集計"), ("拡散モデルの論文数は?", "「拡散モデル」に当たる集計"),
])  # fmt: skip
def test_what_is_not_held_is_named_whole(ask, text, told):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and told in answer.answer


@pytest.mark.parametrize("text", ["どんな論文を見て投資を決めたのか", "あなたは何ができますか", "何を根拠に判断すべきですか", "Big Tech支配って言い過ぎ、という研究はある?", "GPUクラウドに出た補助金の採択企業は", "500万円のGPUに補助金が半分出たら?", "共同研究に年300万円払うなら?"])
def test_other_questions_are_left(text):
    assert in_plain_words(text) is None


@pytest.mark.parametrize("text", [
    "部下の田中くんを課長に上げるべきか、正直どう思う?", "鈴木部長をどう評価すべきか", "佐藤さんの異動は妥当か", "エヌビディアの株、今から買っても間に合うと思う?", "トヨタ株は買い?", "買うならどの銘柄", "ICML 2019でいちばん引用された論文の題名と著者を教えてください", "一番引用されたAI論文はどれ", "引用数が最も多い論文は?",
    "県内の中小企業のうちAIを導入しているのは何%でしょうか", "H100、1枚の今日の値段と納期おしえて", "AIの研究室を出た学生の就職先で一番多い企業はどこですか",
])  # fmt: skip
def test_shares_persons_and_single_papers_are_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["部下にどう説明すればいい?", "企業の論文は大学より引用される?", "AI人材の採用はどうすればいい?", "営業部長に説明する一言を", "株主に説明する言い方を教えて", "企業論文の被引用シェアは?"])
def test_what_lies_near_is_answered(ask, text):
    assert ask(text).outcome == "answered"
