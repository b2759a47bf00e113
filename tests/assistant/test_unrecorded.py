"""What nothing records is refused however surely a figure is asked for; and questions for words are no figures."""

import pytest

REFUSED = {
    "KDD 2018の論文、著者数の平均は?": "scope_detail",
    "産学共著論文の1本あたりページ数は、CVPR 2018でどのくらい": "scope_detail",
    "ICLR 2020の論文の参考文献の数は企業と大学でどう違う": "scope_detail",
    "自己引用を抜いたビッグテックの引用シェア、2016年のAI会議": "scope_detail",
    "四半期ごとの企業参加率を2018年で": "scope_axis",
    "2018年の上期と下期で企業参加率は違う?AI会議": "scope_axis",
    "企業参加率が2割を超えたのは何年何月か": "scope_axis",
    "THEの順位で上位100校に入る大学の割合、AI会議2019年": "scope_detail",
    "上海交通大学ランキングで上位の大学の割合、2019年AI会議": "scope_detail",
    "GPUの保有台数はICMLに出す企業と大学で違う?": "scope_business",
    "2017年のAI会議で企業の割合が高い国を並べて": "unknown_metric",
    "アメリカ企業に限った企業参加率は2020年のAI会議で": "unknown_metric",
    "弊社の研究論文は社内でどう評価されている": "scope_own",
    "AI論文の商用化率は何%": "scope_business",
    "足りない年はそれっぽく埋めておいて、企業参加率の表": "fabricated",
    "2025年の企業参加率をもっともらしく作って": "fabricated",
    "住民税の計算方法は": "outside",
}
HELD = {
    "上期の役員会で使うので2020年のAI会議の企業参加率を": "firm_share.ai.2020",
    "月次報告に載せる2019年の産学共著率、AI会議": "firm_university_share.ai.2019",
    "CVPR 2018で会社の肩書きの著者がいる論文の率を知りたい": "firm_share.venue-cvpr.2018",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_nothing_records_is_refused_for_its_reason(understand, text):
    assert understand(text).blocker == REFUSED[text]


@pytest.mark.parametrize("text", HELD)
def test_words_beside_the_question_do_not_refuse_it(ask, text):
    assert HELD[text] in [figure.id for figure in ask(text).figures]


def test_another_ranking_is_refused_in_a_conversation(understanding):
    before = understanding.understand("2019年のCVPRで世界50位以内の大学が入る論文の割合は")
    assert understanding.understand("THEの上位50校に物差しを替えて", before, before).blocker == "scope_detail"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("産学共著が増えたから大学が強くなったとまで言えますか", "limits"),
        ("企業が主役になったと書くのは早計でしょうか", "limits"),
        ("機関の分類に誤りはどれくらいある", "limits"),
        ("特許を数えていないことで結果に偏りは出ますか", "limits"),
        ("会議だけ数えてAI研究を語れる?", "limits"),
        ("企業参加率は控えめな数字だと断り書きする根拠は", "limits"),
        ("ビッグテックって要するにどこからどこまでの会社のこと?", "explain"),
        ("中堅大学の区分はどうやって決まっているの", "explain"),
        ("QSの順位帯は何を基準に分けている?", "explain"),
        ("按分という考え方を高校生に説明するつもりで", "explain"),
        ("産学共著率と企業単独率の違いを、母に話すつもりで", "explain"),
        ("企業の割合が急に増えたのは何が効いたの", "why"),
        ("産学連携の依頼文を作ってほしい", "document"),
        ("中止の条件も入った計画書がほしい", "document"),
        ("企業がトップ校と組む比率の歴史をたどりたい", "trend"),
    ],
)
def test_words_tell_what_kind_of_answer_is_wanted(understand, text, intent):
    assert understand(text).intent == intent
