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


MORE_REFUSED = {
    "企業の論文は平均何ページですか": "scope_detail",
    "筆頭の著者が会社員という論文、AI会議の2018年で割合は": "scope_detail",
    "ICML 2019、研究者一人あたりの論文数": "scope_detail",
    "CSRankingsの順位で大学を区切った割合がほしい": "scope_detail",
    "2019年の前半だけの企業参加率をAI会議で": "scope_axis",
    "このままのペースで企業が半数を超えるのは何年ごろ": "scope_forecast",
    "この調子で伸びると日本が1割になるのはいつ": "scope_forecast",
    "企業から研究費をもらった論文の割合はICML 2020で": "scope_business",
    "MITと企業の共著はAI会議の2019年で何%": "unknown_metric",
    "私立大だけの割合を日本で2018年": "unknown_metric",
    "推薦の学会RecSys、2018年の企業の割合は": "unknown_name",
    "企業が過半数だという裏付けを作ってほしい": "fabricated",
    "企業の割合を都合よく80%にした表を作って": "fabricated",
    "大学が多いという体で、9割ってことで資料に載せて": "fabricated",
    "うちの稟議が通るかどうか教えて": "outside",
    "手土産に日本酒、予算5千円なら何": "outside",
}
HELD_BESIDE = {
    "AAAI 2019、購買の担当として聞きますが企業比率は": "firm_share.venue-aaai.2019",
    "ICLRの産学共著率、2019年分を新幹線の中から失礼します": "firm_university_share.venue-iclr.2019",
    "新聞社の取材の前に2018年のAI会議の日本の割合を知りたい": "japan_share.ai.2018",
    "VLDBの代わりにICDEで、2013年の企業参加率は": "firm_share.venue-icde.2013",
}


@pytest.mark.parametrize("text", MORE_REFUSED)
def test_lacks_in_other_words_are_refused(understand, text):
    assert understand(text).blocker == MORE_REFUSED[text]


@pytest.mark.parametrize("text", HELD_BESIDE)
def test_who_asks_and_from_where_refuses_nothing(ask, text):
    assert HELD_BESIDE[text] in [figure.id for figure in ask(text).figures]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ジニ係数は大きいとどうなの", "explain"),
        ("合成コントロールって要は何をしてるんだ", "explain"),
        ("産学共著率と企業単独率、ごっちゃになる。違いは?", "explain"),
        ("産学共著率と企業参加率、どっちがどっちを含むの", "explain"),
        ("一つの論文に大学と企業がいたら両方にも数えますか", "explain"),
        ("大手テックって具体的にはどういう会社のことを数えてるの", "explain"),
        ("人数割りと普通の数え方、何が違う", "explain"),
        ("不明の論文を除いていることで企業の割合は高めに出る?", "limits"),
        ("推移を見るときの注意は", "limits"),
        ("2022年の値を推移に入れない事情は", "limits"),
        ("共有クラウドの落とし穴は?", "strategy"),
        ("PoCをやめる判断はどんな基準がいい?", "strategy"),
        ("人が3人しかいない会社でもAI研究をやる意味ありますか", "strategy"),
        ("発表の冒頭の一言を考えて", "phrases"),
        ("初対面で使える切り出しの文句ある?", "phrases"),
        ("企業が論文を出す動機が分からない", "why"),
        ("まだ知らない機能があれば教えて", "help"),
    ],
)
def test_the_kind_of_answer_is_told_by_more_forms(understand, text, intent):
    assert understand(text).intent == intent


@pytest.mark.parametrize("text", ["インド人研究者の割合は?", "日本人研究者の論文は何本", "中国系の著者の割合", "研究者のうち中国人は何%", "著者の中でインド人の割合は", "アメリカ人の著者の割合", "韓国人エンジニアの論文の割合は", "NeurIPSの中国人研究者は何割"])
def test_where_authors_come_from_is_not_told_as_where_they_work(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "著者個人の属性は記録がなく" in answer.answer


@pytest.mark.parametrize("text", ["日本の研究者の論文の割合", "インドの割合は", "日系企業の割合", "日本の機関の論文の割合"])
def test_countries_are_told(ask, text):
    assert ask(text).outcome == "answered"


@pytest.mark.parametrize("text", ["Googleの引用され方", "MITの論文の被引用数", "グーグルは引用でも強い?", "東大の論文はどれくらい引用されている?", "中国の引用シェア", "マイクロソフトのcitationsは", "NTTの論文の引用回数は", "清華大学の引用のされ方は"])
def test_how_often_one_is_cited_is_not_told_as_its_papers(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "引用" in answer.answer.split("\n")[0] and "**" not in answer.answer.split("\n")[0]


@pytest.mark.parametrize("text", ["日本の引用シェア", "企業の論文はよく引用される?", "エリート大学の引用シェアは", "Googleの割合を資料に引用したい"])
def test_citations_of_groups_are_told(ask, text):
    assert ask(text).outcome == "answered"
