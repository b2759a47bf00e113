"""What a term means and who coined it, asked in one breath, are both answered; who coined it is never guessed."""

import pytest

UNHELD = "誰が言い出したかを書いた資料は、手元にありません。"


@pytest.mark.parametrize(
    ("text", "meant", "coined"),
    [
        ("「計算資源の格差」という言葉を耳にしましたが、どういう意味で、どなたが言い出したのですか。", "大規模な計算資源を使える組織と", "Ahmed & Wahed：著者らはこの分断を「compute divide"),
        ("コンピュートディバイドって誰が言い出した言葉で、どういう意味?", "大規模な計算資源を使える組織と", "Ahmed & Wahed：著者らはこの分断を「compute divide"),
        ("基盤モデルとは何で、誰が名付けた?", "大量のデータで一度学習しておき", "Bommasani ほか：報告書は「基盤モデル」という言葉を作りました"),
        ("基盤モデルって何やねん、どこの誰が言い出したん", "大量のデータで一度学習しておき", "Bommasani ほか：報告書は「基盤モデル」という言葉を作りました"),
        ("スケーリング則とは何で、誰が言い出したのですか", "モデルの大きさ・データの量・計算量", "最も早い資料は、手元ではKaplan ほかです"),
        ("LoRAとは何ですか。提案したのはどこですか。", "元のモデルには手を触れず", "最も早い資料は、手元ではHu ほかです"),
        ("合成コントロール法って何?だれが作った", "影響を受けていない複数の対象", "最も早い資料は、手元ではAbadie ほかです"),
        ("GPUとは何か、誰が発明したのか", "同じ種類の計算を大量に並べて", UNHELD), ("差の差分析とは?いつ誰が考えた?", "対象の前後の変化から", UNHELD), ("量子化の意味と、提唱者は誰ですか", "モデルの中の数値を粗い刻みで", UNHELD),
    ],
)
def test_both_halves_are_answered(ask, text, meant, coined):
    answer = ask(text)
    line = answer.answer.split("\n")[1]
    assert answer.verdict.ok and line.startswith(meant) and coined in line


@pytest.mark.parametrize("text", ["計算資源の格差とは", "基盤モデルとは何ですか", "GPUって何"])
def test_the_meaning_alone_tells_no_origin(ask, text):
    assert "言い出し" not in ask(text).answer and "呼びました" not in ask(text).answer.split("\n")[1]


@pytest.mark.parametrize("text", ["計算資源の格差は誰が言い出した?", "スケーリング則は誰が提唱した"])
def test_the_origin_alone_is_told_by_its_work(ask, text):
    assert ask(text).intent == "paper" and ask(text).outcome == "answered"
