"""What is asked of figures right after they were told: their source and definition, a country that they are not counted of, a headline, and what was told before others came between."""

import pytest

from assistant.models import Subject

JOINT = "産学共著率は?"
NATIONS = ("米国と中国と日本の2021年を比べて", "企業の上位は?")


@pytest.mark.parametrize("text", ["その数字の出典と、数え方の定義を教えてください", "出典と定義を教えて", "定義と出典は?", "今の数字の元データと計算方法を示して", "その割合の母数と出典を確認させて", "出どころと数え方を知りたい"])
def test_source_and_definition_are_those_of_the_figure_told(talk, text):
    question = talk("2021年に企業が著者に入る論文はどのくらい?", text)
    assert (question.intent, question.subjects) == ("explain", (Subject("firm_share"),))


@pytest.mark.parametrize("text", ["日本だとどうですか", "日本は?", "中国では?", "じゃあ米国だと", "韓国に限ると?", "日本の場合は?"])
def test_joint_papers_are_counted_of_no_country(talk, text):
    question = talk(JOINT, text)
    assert question.blocker == "unknown_metric" and "共著率" in question.blocker_details["name"]


def test_joint_papers_elsewhere_are_counted(talk):
    assert talk(JOINT, "CVPRだと?").subjects == (Subject("firm_university_share"),)
    assert talk("中国の論文の割合は?", "日本だと?").blocker is None
    assert talk(JOINT, "日本企業の割合は?").blocker is None


def test_a_countrys_share_after_that_of_firms_says_whose_it_is(talk):
    question = talk("企業参加率は?", "日本だと?")
    assert question.subjects == (Subject("japan_share"),) and any("日本の機関全体" in told for told in question.readings)
    assert not any("機関全体" in told for told in talk("中国の割合は?", "日本だと?").readings)


@pytest.mark.parametrize(
    "text, way",
    [("「減っている」と見出しに書いても誤りにはなりませんか", "down"), ("「企業が増えた」と書いて大丈夫?", "up"), ("増えているって記事に書いていい?", "up"), ("「下がった」と資料に載せるのは間違いですか", "down"), ("「伸びている」と言って問題ない?", "up"), ("減っていると言い切るのは嘘になる?", "down")],
)
def test_a_headline_is_held_against_the_course(talk, text, way):
    question = talk("企業参加率は?", text)
    assert (question.intent, question.asserted, question.subjects) == ("trend", way, (Subject("firm_share"),))


@pytest.mark.parametrize("text", ["その中に地方大学は入っていますか", "この中に私立大学はある?", "その中に国立大学は何校ありますか", "上位の中に女子大学は含まれますか"])
def test_a_kind_among_those_ranked_is_not_recorded(talk, text):
    question = talk("日本の大学の上位5校は?", text)
    assert (question.blocker, question.ranked) == (None, "universities") and any("区分" in told for told in question.readings)
    assert [subject.metric for subject in question.subjects] == [subject.metric for subject in talk("日本の大学の上位5校は?").subjects]


@pytest.mark.parametrize("text", ["さっきの国の方、Koreaも足して", "さっきの国の比較に韓国も加えて", "先ほどの国の話、韓国も入れて"])
def test_countries_are_pointed_back_at_over_firms(talk, text):
    assert {subject.country or "Japan" for subject in talk(*NATIONS, text).subjects} == {"United States", "China", "Japan", "South Korea"}


@pytest.mark.parametrize("text", ["企業との共同研究の提案書を準備している大学のURAです。AI分野の産学共著率の推移を教えてください", "新聞社で科学を担当する記者です。AI会議の産学共著率の推移は?", "県庁の課長補佐をしております。産学共著率の推移を教えてください", "専務をしています。産学共著率の推移を見せて"])
def test_who_asks_is_not_what_is_asked(understand, text):
    question = understand(text)
    assert (question.blocker, question.subjects, question.statistic) == (None, (Subject("firm_university_share"),), "trend")
