"""By what an answer is to be parted is told, or that it cannot be: never one total or one share in its place. Papers that a group wrote alone are no other share."""

import pytest

from assistant.models import Subject


@pytest.mark.parametrize(("text", "ranked", "first"), [
    ("2021年のAI主要会議における国別の論文数、上位10か国を数値で示してください。", "countries", "米国：46.5%"),
    ("各国のシェアを教えて", "countries", "米国：46.5%"),
    ("NeurIPS 2019の国別順位を教えて", "countries", "米国：69.4%"),
    ("AI論文を出してる国名を挙げて", "countries", "米国：46.5%"),
    ("2019年のNeurIPSの企業の順位", "firms", "グーグル：10.8%"),
    ("具体的な企業名を出したいです。どこが多いですか?", "firms", "グーグル：5.5%"),
    ("社名で知りたい。AI論文が多いのは?", "firms", "グーグル：5.5%"),
    ("会社の論文、どこがいっちゃん多いん?", "firms", "グーグル：5.5%"),
    ("大学別の論文数は?", "universities", "清華大学（中国）：3.6%"),
    ("分野別に企業の参加率を並べてほしい", "fields", "ウェブ・データマイニング分野の会議：40.0%"),
    ("分野別で産学共著率を比較して", "fields", "画像認識分野の会議：33.1%"),
])  # fmt: skip
def test_the_answer_is_parted_as_it_is_asked(assistant, understand, text, ranked, first):
    question = understand(text)
    assert (question.statistic, question.ranked, question.blocker) == ("rank", ranked, None)
    answer = assistant.ask(text)
    assert answer.verdict.ok and f"1. {first}" in answer.answer


def test_numbers_of_papers_are_said_to_be_told_as_shares(assistant):
    assert "論文の本数は並べていないため" in assistant.ask("2021年のAI主要会議における国別の論文数、上位10か国を数値で示してください。").answer


@pytest.mark.parametrize("text", ["年別に企業の参加率を出してくれ", "年度ごとの企業参加率を一覧で"])
def test_a_share_by_years_is_told_year_by_year(assistant, text):
    answer = assistant.ask(text).answer
    assert "2007年：17.3%" in answer and "2021年：36.2%" in answer


def test_a_ranking_is_told_for_each_year_that_is_named(assistant):
    answer = assistant.ask("2015年と2021年、国別シェアの上位5か国を比較して").answer
    assert "1. 米国：51.6%" in answer and "1. 米国：46.5%" in answer


@pytest.mark.parametrize(("talk", "name"), [(("国ごとの企業参加率は",), "国ごとの企業参加率"), (("企業単独率は?", "国別に分けて"), "国ごとの企業単独率")])
def test_a_share_that_is_not_counted_name_by_name_is_said_so_first(talked, talk, name):
    assert talked(*talk)[-1].answer.split("\n")[1].startswith(f"「{name}」の集計はないため、近い指標で答えます。")


def test_the_firms_of_the_conference_just_told_are_those_of_that_conference(talked):
    answer = talked("NeurIPSに限定した場合の企業比率の推移を、2012年、2016年、2021年で。", "その企業の内訳は。上位5社で何割を占めるか。")[-1].answer
    assert "2016年のNeurIPSで論文の割合が最も高い企業はグーグル" in answer


@pytest.mark.parametrize(("text", "refused"), [("会議別の論文数", "会議ごとの論文の本数の一覧"), ("国別の売上は", "売上"), ("大学別の特許数は", "特許"), ("会議別の採択率", "範囲を外れる")])
def test_what_is_not_held_is_refused_however_it_is_parted(assistant, text, refused):
    answer = assistant.ask(text)
    assert answer.outcome == "not_in_data" and refused in answer.answer


def test_two_countries_by_name_stay_side_by_side(understand):
    assert understand("国別で日本と中国を比べて").subjects == (Subject("japan_share"), Subject("country_share", country="China"))


@pytest.mark.parametrize(("text", "name"), [
    ("QS50位以内の大学単独の論文の割合", "QS1〜50位の大学だけで書いた論文の割合"),
    ("本学のようなQS50位に入らない大学の単独の論文は、どう推移していますか。", "エリート以外の大学だけで書いた論文の割合"),
    ("QS101〜200位の大学だけで書いた論文は", "QS101〜200位の大学だけで書いた論文の割合"),
    ("Googleが単独で書いた論文の割合は?", "グーグルだけで書いた論文の割合"),
    ("大手テックだけで書いた論文はどれくらい", "大手テック企業だけで書いた論文の割合"),
    ("東京大学だけで執筆した論文は何本", "東京大学だけで書いた論文の割合"),
    ("中国だけで書いた論文の割合", "中国だけで書いた論文の割合"),
])  # fmt: skip
def test_papers_that_one_group_wrote_alone_are_said_not_to_be_counted(assistant, text, name):
    answer = assistant.ask(text)
    assert answer.outcome == "not_in_data" and f"「{name}」" in answer.answer


@pytest.mark.parametrize(("text", "metric"), [
    ("単独で書いた企業論文の割合って伸びてるんですか", "firm_only_share"),
    ("企業だけで書いた論文の割合", "firm_only_share"),
    ("大学だけで書いた論文の推移", "university_only_share"),
    ("QS50位以内の大学だけに絞ると", "tier_share"),
    ("CVPRだけの企業参加率", "firm_share"),
])  # fmt: skip
def test_what_is_counted_of_papers_written_alone_is_told(understand, text, metric):
    question = understand(text)
    assert [subject.metric for subject in question.subjects] == [metric] and question.blocker is None


def test_alone_after_one_group_is_of_that_group(talked):
    assert "エリート以外の大学だけで書いた論文の割合" in talked("QS50位以下の大学の参加率", "単独だと?")[-1].answer


def test_what_a_ranking_is_asks_for_no_ranking(understand):
    assert understand("大学の順位って何のランキング?").statistic != "rank"


def test_words_about_each_firm_are_told_by_papers(assistant):
    assert assistant.ask("企業ごとにGPUの調達方法はどう違う?").outcome == "answered"
