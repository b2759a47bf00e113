"""Single questions about figures: a share inside a share, two things side by side, tables wanted for papers."""

import pytest

from assistant.understand.text.wanted_for import without_purpose


@pytest.mark.parametrize(
    ("text", "subjects", "statistic"),
    [
        ("会社と大学の共著論文のうち、相手が世界トップ50校なのは何割ですの? 2020年のAI会議で", ["elite_partner_ratio"], "level"), ("2015年のAI会議、企業と大学が組んだ論文のなかで相手が上位50校やったのはどんくらい?", ["elite_partner_ratio"], "level"),
        ("世界TOP50の大学と企業がco-authorになってる論文の率、画像認識(vision)分野の2021でよろしく", ["firm_elite_share"], "level"), ("英国と独国、どちらがロボティクスで上か。2021年の率を並べよ", ["country_share", "country_share"], "level"),
        ("GoogleとMeta、どっちがICMLで多い?2019年のシェアを教えて", ["institution_share", "institution_share"], "level"), ("仏国と伊国の論文割合、AI会議2020年", ["country_share", "country_share"], "level"),
        ("題名に深層学習の言葉が出てくる論文の割合やけど、AI会議で2010年と2020年じゃどげん違うと?", ["dl_title_share"], "change"), ("大学だけで書いた論文の割合なんだけど、CVPRの2010年と2020年でどう違う?", ["university_only_share"], "change"),
        ("韓国、コンピュータビジョン分野、2009→2019の増減ポイントだけ返信ください", ["country_share"], "change"), ("ヒスパニック系支援大学(HSI)の比率を2021年で、AI会議・非AI会議の二本立てで作表したいので数字だけください", ["hsi_share"], "level"),
    ],
)  # fmt: skip
def test_what_is_measured(understanding, text, subjects, statistic):
    question = understanding.understand(text)
    assert [each.metric for each in question.subjects] == subjects
    assert (question.statistic, question.blocker) == (statistic, None)


@pytest.mark.parametrize(
    ("text", "ranked"),
    [("別添資料用に、国別シェアの順位表(AI会議・2020年)を作成いただきたく、お手数ですがよろしくお願いいたします。", "countries"), ("国ごとの論文シェアの順位、2019年のICMLで", "countries"), ("機関別の割合ランキングをAI会議2018年で作成願います", "institutions"), ("論文シェア上位国の一覧を2012年のAI会議で作ってもらえますか", "countries"),
     ("上位企業のリストを2019年のCVPRで", "firms"), ("決算資料に載せる国別の論文割合ランキングを、AI会議の2021年で一式お願いできますでしょうか", "countries"), ("大学のなかで論文が一番多いのはどこ?2019年のAI会議", "universities"), ("別紙2に添付いたしたく、ICML(2019年)における機関別論文シェア順位表をご作成ください。", "institutions"), ("国際比較資料の作成にあたり、AI会議の国別論文割合の順位(2018年)をご提供いただけますでしょうか", "countries"), ("添付用に企業別順位表(NeurIPS、2019年、上位10社)ください", "firms")],
)
def test_a_table_of_ranks_wanted_for_a_paper(understanding, text, ranked):
    question = understanding.understand(text)
    assert (question.intent, question.statistic, question.ranked, question.blocker) == ("rank", "rank", ranked, None)


@pytest.mark.parametrize(("text", "metric"), [("会社が大学と組んだ論文で、組む先が名門やったんは何%? ICML 2017年", "elite_partner_ratio"), ("top 50のuniversityがjoinしてるpaperのshare、AI conferenceで2014年", "tier_share"), ("companyが入ってるpaperの割合、ICML 2019", "firm_share"), ("決算資料に載せる企業参加率を2021年で", "firm_share")])
def test_a_partner_told_apart_and_english_among_japanese(understanding, text, metric):
    question = understanding.understand(text)
    assert ([each.metric for each in question.subjects], question.blocker) == ([metric], None)


@pytest.mark.parametrize("text", ["企業のリストを見せて", "エリート大学の一覧"])
def test_the_members_of_a_group_stay_members(understanding, text):
    assert understanding.understand(text).statistic == "members"


def test_lists_of_each_kind_stay_two(understanding):
    assert len(understanding.understand("企業と大学を上位3つずつ").parts) == 2


@pytest.mark.parametrize("text", ["稟議書の作成にあたり、何を書けばいいですか", "稟議書を作成してください", "報告書に載せる一文をください", "資料に入れる言い回しは"])
def test_a_paper_that_is_asked_for_itself_stays(text):
    assert without_purpose(text) == text
