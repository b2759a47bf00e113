"""Whom an explanation is for, and how little the asker knows, are no subjects of it; what a measure counts is its definition."""

import pytest


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("合成コントロールいうのん、算数苦手な社長にも通じるように言うて", "重み付けして混ぜ"),
        ("HHIを数字に弱い社長にもわかるように", "二乗して足した"),
        ("LoRAを文系の部長でもわかるレベルで", "元のモデルには手を触れず"),
        ("蒸留って何?エンジニアじゃない人向けで", "小さなモデルを学習させる"),
        ("差の差をITに疎い監査役にも伝わるように説明して", "比較相手の前後の変化を差し引く"),
        ("Please explain 'compute divide' as you would to a CFO who has never trained a model.", "参加できるAI研究に差がつく"),
        ("Explain scaling laws for a chairman who hates math.", "経験則"),
        ("お恥ずかしながら不案内でございまして… 「産学共著率」とは、どのような論文を数えた割合なのでしょうか。", "企業と大学の著者が両方いる論文の割合"),
        ("企業参加率という指標は何を数えたものですか。営業の会議で質問されたときに説明できるようにしておきたいです", "企業の著者が1人以上いる論文の割合"),
        ("企業参加率は何を数えているんですか", "企業の著者が1人以上いる論文の割合です"),
        ("産学共著率って何の割合?", "企業と大学の著者が両方いる論文の割合"),
    ],
)
def test_the_term_is_explained(assistant, asked, wanted):
    answer = assistant.ask(asked)
    assert (answer.intent, answer.outcome) == ("explain", "answered")
    assert wanted in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [("素人なので教えてください。AI会議の企業参加率は2019年でいくつ?", "2019年のAI会議の企業参加率"), ("学会で発表予定です。2020年のCVPRの中国の割合を", "2020年のCVPRの中国の機関の参加率")],
)
def test_a_figure_is_told_behind_who_asks(assistant, asked, wanted):
    assert wanted in assistant.ask(asked).answer.split("**要点**")[0].replace("**", "")


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("この数字を社外の資料に引用しても大丈夫でしょうか。気をつけるべき点があれば教えてください", "limits"),
        ("2022・2023年の数字を趨勢の終点に使えないと聞きました。どんな制約があるの", "limits"),
        ("We have no AI staff yet. Shared cloud or joint research first?", "strategy"),
        ("ROIの前提を並べたエクセル表が要る", "document"),
        ("取引銀行の方に当社のAI方針を三十秒で話すときの言い回しをお願いできますか", "phrases"),
    ],
)
def test_the_whole_outweighs_a_word(assistant, asked, intent):
    answer = assistant.ask(asked)
    assert (answer.intent, answer.outcome) == (intent, "answered")
