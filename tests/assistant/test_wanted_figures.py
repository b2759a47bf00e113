"""Which figures a question wants, told in many words: several at once, a number or a share, levels passed, ranges, ways of counting."""

import pytest

from assistant.models import Place, Subject
from assistant.understand.cues.wanted import of_kind
from assistant.understand.text.matcher import read

FIRM, BIG, UNIVERSITY = Subject("firm_share"), Subject("big_tech_share"), Subject("university_share")


def field(name):
    return Place("field", name)


@pytest.mark.parametrize(("text", "subjects"), [
    ("2020年のICMLで、産学共著率とビッグテックの割合を並べて", {Subject("firm_university_share"), BIG}),
    ("ビッグテックの比率と企業単独率、AI会議の2016年で", {BIG, Subject("firm_only_share")}),
    ("企業参加率と、あと日本の割合も。2019年のAI会議", {FIRM, Subject("japan_share")}),
    ("AI会議2021年の企業参加率と中国の割合", {FIRM, Subject("country_share", country="China")}),
    ("産学共著率と企業だけの論文の割合を2018年のAI会議で", {Subject("firm_university_share"), Subject("firm_only_share")}),
    ("2018年のAI会議の企業参加率を大学と比べず教えて", {FIRM}),
])  # fmt: skip
def test_a_metric_and_the_group_beside_it_are_both_asked_for(understand, text, subjects):
    question = understand(text)
    assert set(question.subjects) == subjects and question.blocker is None


@pytest.mark.parametrize(("text", "places"), [
    ("ロボット・画像・言語、2018年の企業参加率はそれぞれ?", (field("robotics"), field("vision"), field("nlp"))),
    ("機械学習とデータベースとセキュリティ、2015年の企業参加率を全部", (field("ml"), field("databases"), field("security"))),
    ("2018年、言語と画像でビッグテックの割合", (field("nlp"), field("vision"))),
])  # fmt: skip
def test_fields_told_by_short_names_are_each_asked_for(understand, text, places):
    assert understand(text).places == places


@pytest.mark.parametrize(("text", "statistic"), [
    ("パーセントはいらないので件数で。KDD 2018の企業入り論文", "count"),
    ("比率じゃなくて論文の本数、2021年のAI会議で企業が関わったやつ", "count"),
    ("本数ではなく割合で。2016年のACLの企業参加", "level"),
    ("企業が入った論文の割合と本数を両方、NeurIPS 2018", "count"),
    ("2016年のACLの企業参加率ではなく産学共著率", "level"),
])  # fmt: skip
def test_the_kind_of_figure_that_is_ruled_out_is_not_given(understand, text, statistic):
    assert understand(text).statistic == statistic


def test_a_metric_that_is_ruled_out_is_left_to_the_metrics():
    assert of_kind(read("企業参加率ではなく本数でもない何か")).folded == "企業参加率ではなく本数でもない何か"


@pytest.mark.parametrize(("first", "then"), [
    ("2019年のAI会議で日立の論文は何本?", "NTTもお願い"),
    ("アリババの論文は2020年のAI会議で何件ですか", "テンセントについても知りたいです"),
    ("2018年のAI会議でソニーの論文は何本", "キヤノンも教えて"),
])  # fmt: skip
def test_a_number_of_papers_is_kept_for_the_next_institution(understand, first, then):
    asked = understand(first)
    question = understand(then, asked, asked)
    assert question.statistic == "count" and question.years == asked.years and question.subjects[-1].institution != asked.subjects[0].institution


@pytest.mark.parametrize(("text", "query", "year"), [
    ("AI会議で企業参加率が25%の壁を越えた年を教えて", {"area": "ai"}, 2018),
    ("画像認識分野で企業参加率が初めて4割に届いた年って?", {"field": "vision"}, 2019),
    ("AI会議の企業参加率、3割の大台に乗せたのは何年?", {"area": "ai"}, 2019),
])  # fmt: skip
def test_the_year_in_which_a_level_was_passed_is_shown_with_its_figure(ask, divide, text, query, year):
    figure = divide.share(divide.measure("firm_share", **query), (year,))
    answer = ask(text)
    assert figure.id in {each.id for each in answer.figures} and figure.display in answer.answer and str(year) in answer.answer


@pytest.mark.parametrize(("text", "query", "years"), [
    ("2012年から2018年でAI会議の産学共著率のいちばん低い値といちばん高い値", {"metric": "firm_university_share", "area": "ai"}, range(2012, 2019)),
    ("CVPRの企業参加率のレンジ、2013年から2021年で", {"metric": "firm_share", "venue": "cvpr"}, range(2013, 2022)),
])  # fmt: skip
def test_both_ends_of_a_range_are_shown(ask, divide, text, query, years):
    series, _ = divide.series(divide.measure(query.pop("metric"), **query), years)
    answer = ask(text)
    for choose in (min, max):
        figure = choose(series, key=lambda each: each.value)
        assert figure.id in {each.id for each in answer.figures} and figure.display in answer.answer


@pytest.mark.parametrize("text", [
    "著者の頭数で割って数えると、2018年のAI会議の企業参加率は?", "1人1/nずつの勘定で、2018年のAI会議の企業参加率", "著者数で案分したときの企業参加率、AI会議2018年",
    "著者1人あたり1/nで見た企業参加率、AI会議の2018年",
])  # fmt: skip
def test_counting_by_authors_gives_the_fractional_share(ask, divide, text):
    figure = divide.share(divide.measure("firm_share", area="ai", variant="fractional"), (2018,))
    assert figure.id in {each.id for each in ask(text).figures} and figure.display in ask(text).answer


@pytest.mark.parametrize(("text", "place", "year"), [
    ("2O2O年のaaaiの企業参加率は", Place("venue", "aaai"), 2020),
    ("20l7年 ICCV 企業の割合", Place("venue", "iccv"), 2017),
    ("器械学習の会議での企業参加率、2017年", field("ml"), 2017),
    ("AIじゃねえ側の会議だと2018年の企業参加率は", Place("area", "non_ai"), 2018),
    ("AIやないほうの学会、2020年の企業の割合なんぼや", Place("area", "non_ai"), 2020),
    ("AI外の会議で2015年の企業参加率は", Place("area", "non_ai"), 2015),
    ("えーあいかいぎのきぎょうさんかりつ、にせんにじゅうねんは?", Place("area", "ai"), 2020),
])  # fmt: skip
def test_slips_kana_and_dialect_are_read(understand, text, place, year):
    question = understand(text)
    assert (question.subjects, question.places, question.years, question.statistic) == ((FIRM,), (place,), (year,), "level")


def test_a_field_that_only_looks_alike_is_no_slip(understanding):
    text, reading = read("2019年の画像認証分野の企業参加率"), understanding.blockers.proper_nouns.reading
    assert understanding.places.homophone(text, understanding.places.find(text), reading) is None


@pytest.mark.parametrize(("text", "left"), [
    ("昨夜のテレビで生成AIの特集を見まして、うちは金型屋でして、2021年のAI会議で企業が入った論文の割合は?", "2021年のAI会議で企業が入った論文の割合は?"),
    ("当社は製薬会社なので詳しくないのですが、2019年のNeurIPSで大学が入った論文は何%ですか", "2019年のNeurIPSで大学が入った論文は何%ですか"),
    ("部長から急ぎのメールが来まして、2017年の会議論文の企業の割合を教えて", "2017年の会議論文の企業の割合を教えて"),
    ("うちは中堅メーカーなので、論文の割合より何をすべきか教えて", "うちは中堅メーカーなので、論文の割合より何をすべきか教えて"),
])  # fmt: skip
def test_how_a_question_of_papers_came_up_is_left_out(understanding, text, left):
    assert understanding.bare(read(text)) == left


@pytest.mark.parametrize(("text", "subject"), [
    ("Alibabaの2021年AI会議での割合(著者が1人でもいる論文)は", Subject("institution_share", institution="alibaba")),
    ("黒人学生が多く通う大学(HBCU)の参加率、2016年のAI会議", Subject("hbcu_share")),
    ("ラテン系の学生が中心の大学が入った論文の割合、AI会議2018年", Subject("hsi_share")),
])  # fmt: skip
def test_names_beside_their_definition_are_read(understand, text, subject):
    question = understand(text)
    assert question.subjects == (subject,) and question.blocker is None


@pytest.mark.parametrize("text", [
    "WACVって2021年の企業参加率どれくらいですか", "CoRLの2019年だと企業が入った論文は何%", "corl 2020の企業参加率は?", "2019年のCVPRでベストペーパーに選ばれた企業を教えて",
    "NeurIPS 2018で表彰された論文の企業比率は", "企業の論文のうち商品化までいったものは何割ですか", "営業部の佐藤さんが2020年に書いたAI論文は何本",
    "わが社の研究所がCVPR 2021に通した論文の本数は?", "Googleの研究者は論文1本に何か月かけているか",
])  # fmt: skip
def test_what_no_paper_counts_is_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize(("text", "intent"), [
    ("モデルの訓練費が毎年どれだけ膨らんでいるか、研究を引いて説明して", "paper"), ("『資金がなければAI研究は無理』に反する証拠を文献から挙げてほしい", "paper"),
    ("2012年って何が起きた年なんですか、グラフがそこで折れてますが", "why"), ("共同研究とプロトタイプを費用対効果で比べるとどちらが優先ですか", "roi"),
    ("このデータから読み取れないことは何ですか", "limits"), ("産学共著率の数え方を教えて。1本を二重に数えたりする?", "explain"), ("ここで質問していい範囲はどこまで?", "help"),
])  # fmt: skip
def test_what_is_no_figure_is_answered_in_words(ask, text, intent):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == (intent, "answered")


def test_a_coauthor_of_a_firm_needs_no_reading_by_meaning(understanding, monkeypatch):
    """Reading by meaning loads a model the first time: seconds of a question that the lexicon understands."""
    monkeypatch.setattr(understanding, "by_meaning", lambda *_: pytest.fail("read by meaning"))
    assert understanding.understand("言語処理の学会をまとめて、2014年、企業が共著者にいる割合").subjects == (FIRM,)
