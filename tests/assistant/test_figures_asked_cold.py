"""Single questions about figures: a share inside a share, two things side by side, tables wanted for papers."""

import pytest


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
    [("別添資料用に、国別シェアの順位表(AI会議・2020年)を作成いただきたく、お手数ですがよろしくお願いいたします。", "countries"), ("国ごとの論文シェアの順位、2019年のICMLで", "countries"), ("機関別の割合ランキングをAI会議2018年で作成願います", "institutions")],
)
def test_a_table_of_ranks_wanted_for_a_paper(understanding, text, ranked):
    question = understanding.understand(text)
    assert (question.intent, question.ranked, question.blocker) == ("rank", ranked, None)


def test_lists_of_each_kind_stay_two(understanding):
    assert len(understanding.understand("企業と大学を上位3つずつ").parts) == 2
