"""Follow-ups that leave the topic, put a slip right, call a field by a short name, or ask what the last figures were counted over."""

import pytest

from assistant.models import Place, Subject
from assistant.understand.turns import in_full, put_right

WSDM_2016 = "2016年のWSDMの企業参加率は?"
VISION, NLP = Place("field", "vision"), Place("field", "nlp")


def only(metric, **names):
    return (Subject(metric, **names),)


def held(question):
    return question.subjects, question.places, question.years, question.statistic


@pytest.mark.parametrize(
    ("texts", "subjects", "places", "years"),
    [
        (("NLP分野の企業参加率、2013年は?", "画像のほうはどない?"), only("firm_share"), (VISION,), (2013,)),
        (("NLP分野の企業参加率、2013年は?", "じゃあ映像に絞って"), only("firm_share"), (VISION,), (2013,)),
        (("画像認識分野の産学共著率、2017年は?", "言葉の方だと?", "画像側に戻して2011年は?"), only("firm_university_share"), (VISION,), (2011,)),
        (("画像認識分野の大学参加率、2017年は?", "robotics"), only("university_share"), (Place("field", "robotics"),), (2017,)),
        (("2016年のUISTの企業参加率は?", "chiなら"), only("firm_share"), (Place("venue", "chi"),), (2016,)),
        ((WSDM_2016, "すみません、打ち間違えました、2014年です"), only("firm_share"), (Place("venue", "wsdm"),), (2014,)),
        ((WSDM_2016, "ごめん、2018年の間違い"), only("firm_share"), (Place("venue", "wsdm"),), (2018,)),
        ((WSDM_2016, "正しくはCIKMです"), only("firm_share"), (Place("venue", "cikm"),), (2016,)),
        ((WSDM_2016, "cikm…じゃなくてkddで"), only("firm_share"), (Place("venue", "kdd"),), (2016,)),
        (("2015年のICMLでトップ50大学の割合は?", "101〜200位だと?", "やっぱり上位50に戻して"), only("tier_share", tier="1-50"), (Place("venue", "icml"),), (2015,)),
        ((WSDM_2016, "もう1年あとは?"), only("firm_share"), (Place("venue", "wsdm"),), (2017,)),
        ((WSDM_2016, "その三年後の値は"), only("firm_share"), (Place("venue", "wsdm"),), (2019,)),
        (("wsdm 2016 no kigyou sankaritsu", "mae no toshi wa?"), only("firm_share"), (Place("venue", "wsdm"),), (2015,)),
        ((WSDM_2016, "会社の人ばかりで書いたものだと?"), only("firm_only_share"), (Place("venue", "wsdm"),), (2016,)),
        ((WSDM_2016, "大学と連名のやつは?"), only("firm_university_share"), (Place("venue", "wsdm"),), (2016,)),
        ((WSDM_2016, "大学と連名のやつは?", "企業とトップ50大学だけなら"), only("firm_elite_share"), (Place("venue", "wsdm"),), (2016,)),
        (("2018年のAI会議の日本の割合は?", "会社だけ数えたら?"), only("japan_firm_share"), (Place("area", "ai"),), (2018,)),
        (("2018年のAI会議で題名に計算資源の語がある割合は?", "大学の論文に限ると?"), only("compute_title_share", group="university"), (Place("area", "ai"),), (2018,)),
        (("2018年のAI会議のイタリアの割合は?", "スペインとどっちが多い?"), (Subject("country_share", country="Italy"), Subject("country_share", country="Spain")), (Place("area", "ai"),), (2018,)),
    ],
)
def test_one_thing_is_replaced_and_the_rest_stays(talk, texts, subjects, places, years):
    question = talk(*texts)
    assert (question.subjects, question.places, question.years) == (subjects, places, years)
    assert question.statistic == "level" and question.blocker is None


@pytest.mark.parametrize("text", ["画像にして", "文章で", "言葉で説明して", "画像を見せて", "2015年の画像分野は?"])
def test_what_can_be_shown_is_no_field(text):
    assert in_full(text) == text


@pytest.mark.parametrize("text", ["間違いないか", "その間違いは直せる?", "大学が正しくは入っていない割合", "2015年は?"])
def test_words_of_error_that_put_nothing_right(text):
    assert put_right(text) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("失礼、2013年の間違いでした", "失礼、2013年だと"),
        ("すみません言い間違えましたSIGIRです", "SIGIRです"),
        ("あ、やっぱり大学で", "大学で"),
        ("訂正します。2009年です", "2009年です"),
        ("aamas…じゃなくてICAPS", "aamasじゃなくてICAPS"),
    ],
)
def test_a_slip_is_put_right(text, right):
    assert put_right(text) == right


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("話は変わりますが、小さいGPUで成果を出した論文が知りたい", "paper"),
        ("いまの話は忘れてください。スケーリング則とは?", "explain"),
        ("別の件ですが、初期投資300万円、年間効果150万円、5年で元は取れる?", "roi"),
        ("WSDMの話はもういい。2014年のKDDの大学参加率は?", "figure"),
    ],
)
def test_a_topic_that_is_left_gives_nothing_to_the_next(talk, text, intent):
    question = talk(WSDM_2016, text)
    assert question.intent == intent and not question.inherited
    assert Place("venue", "wsdm") not in question.places


def test_a_topic_left_for_a_bare_name_keeps_what_it_leaves_out(talk):
    assert talk(WSDM_2016, "話は変わって、KDDは?").years == (2016,)


@pytest.mark.parametrize("texts", [("KDDとWWWとCIKM、2016年の企業参加率を高い順に", "母数は?"), ("KDDとWWWとCIKM、2016年の企業参加率を高い順に", "2012年だと?", "それの母数は?")])
def test_the_denominator_of_what_was_ranked_by_name(talk, texts):
    question = talk(*texts)
    assert (question.statistic, question.subjects, {place.name for place in question.places}) == ("paper_count", only("firm_share"), {"kdd", "www", "cikm"})
    assert question.years == ((2012,) if len(texts) > 2 else (2016,))


def test_the_denominator_of_a_ranking_is_told_of_each_place_in_it(assistant):
    session = "denominators"
    ranked = assistant.ask("2019年に企業参加率が高い会議トップ3", session=session)
    answer = assistant.ask("それの母数は?", session=session)
    venues = [figure.slice["venue"] for figure in ranked.figures if "venue" in figure.slice]
    assert len(venues) == 3
    assert {figure.slice["venue"] for figure in answer.figures if figure.metric == "paper_count"} == set(venues)
    again = assistant.ask(answer.resolved_question)
    assert {figure.id for figure in again.figures} == {figure.id for figure in answer.figures}


def test_a_count_is_asked_for_in_foreign_words(talk):
    assert held(talk(WSDM_2016, "パーセントではなくペーパーのカウントで")) == (only("firm_share"), (Place("venue", "wsdm"),), (2016,), "count")


def test_before_and_after_in_foreign_words_reads_itself_back(talk, understand):
    question = talk("2021年のAI会議の大学単独率は?", "pre/post 2012でも見せて")
    later = talk("2019年のAI会議の大学単独率は?", "2012年より前と後ではどう違う?")
    assert (later.statistic, later.subjects) == (question.statistic, question.subjects) and "2012年の" not in later.resolved.split("は2012年の")[0]
    assert (question.statistic, question.subjects) == ("before_after", only("university_only_share"))
    assert understand(question.resolved).statistic == "before_after" and "2012年の2012年" not in question.resolved


@pytest.mark.parametrize("text", ["十年後はどうなる?", "五年後だと?", "数年後はどうだろう"])
def test_years_beyond_the_data_are_no_slot(talk, text):
    assert talk("2021年のAI会議の企業参加率は?", text).blocker == "scope_forecast"


@pytest.mark.parametrize(
    ("texts", "subjects", "places", "years", "statistic"),
    [
        (("2016年のKDDの企業参加率は?", "CIKMだと?", "その差は?"), only("firm_share"), ("kdd", "cikm"), (2016,), "level"),
        (("2016年のKDDの企業参加率は?", "CIKMだと?", "どっちが高い?"), only("firm_share"), ("kdd", "cikm"), (2016,), "level"),
        (("2016年のKDDの企業参加率は?", "同じ年のCIKMとの開きは?"), only("firm_share"), ("kdd", "cikm"), (2016,), "level"),
        (("2016年のKDDの企業参加率は?", "大学だと?", "両者の差は何ポイント?"), (Subject("firm_share"), Subject("university_share")), ("kdd",), (2016,), "level"),
        (("2016年のKDDの企業参加率は?", "CIKMだと?", "その差は?", "2009年の差は?"), only("firm_share"), ("kdd", "cikm"), (2009,), "level"),
        (("2016年のKDDの企業参加率は?", "2010年のも加えて、二つの差を知りたい"), only("firm_share"), ("kdd",), (2010, 2016), "change"),
        (("2016年のKDDの企業参加率は?", "CIKMだと?", "どっちが伸びた?"), only("firm_share"), ("kdd", "cikm"), (), "trend"),
        (("2017年のAI会議のアマゾンの論文の割合は?", "アップルは?", "合わせて比べてください"), tuple(Subject("institution_share", institution=name) for name in ("amazon", "apple")), ("ai",), (2017,), "level"),
        (("2017年のAI会議のアマゾンの論文の割合は?", "アップルは?", "2020年で全部並べて"), tuple(Subject("institution_share", institution=name) for name in ("amazon", "apple")), ("ai",), (2020,), "level"),
        (("2016年のKDDの企業論文の被引用シェアは?", "本数のシェアだと?"), only("firm_share"), ("kdd",), (2016,), "level"),
        (("2016年のKDDの企業論文の被引用シェアは?", "論文数のシェアだと?"), only("firm_share"), ("kdd",), (2016,), "level"),
        (("2018年のKDDの大学単独率は?", "一昔前、2009年なら?"), only("university_only_share"), ("kdd",), (2009,), "level"),
        (("2018年のKDDの企業とトップ50大学の共著率は?", "非エリート大と組んだほうは?"), only("firm_non_elite_share"), ("kdd",), (2018,), "level"),
        (("2018年のKDDの大学単独率は?", "その論文の母数も教えてください"), only("university_only_share"), ("kdd",), (2018,), "paper_count"),
        (("2018年のKDDの大学単独率は?", "実数で"), only("university_only_share"), ("kdd",), (2018,), "count"),
        (("2018年のKDDの大学単独率は?", "in counts please"), only("university_only_share"), ("kdd",), (2018,), "count"),
        (("2018年のKDDの大学単独率は?", "2007年まで戻って"), only("university_only_share"), ("kdd",), (2007,), "level"),
        (("2018年のKDDの大学単独率は?", "2010年まで戻って"), only("university_only_share"), ("kdd",), (2010,), "level"),
        (("2018年のKDDの大手テックの論文の被引用シェアは?", "年はそのまま、本数の割合で言うたら"), only("big_tech_share"), ("kdd",), (2018,), "level"),
        (("2018年のKDDでトップ50大学の割合は?", "その次のランクの大学は?"), only("tier_share", tier="51-100"), ("kdd",), (2018,), "level"),
        (("2018年のKDDでトップ50大学の割合は?", "その次のランクの大学は?", "さらに下は?"), only("tier_share", tier="101-200"), ("kdd",), (2018,), "level"),
        (("2018年のKDDで51〜100位の大学の割合は?", "一番上に戻す"), only("tier_share", tier="1-50"), ("kdd",), (2018,), "level"),
        (("2018年のKDDで題名に深層学習の語がある割合は?", "企業の論文だけだと"), only("dl_title_share", group="firm"), ("kdd",), (2018,), "level"),
        (("2018年のKDDの大学単独率は?", "数を教えて"), only("university_only_share"), ("kdd",), (2018,), "count"),
        (("2018年のKDDの大学単独率は?", "switch the conference to WSDM, keep the year"), only("university_only_share"), ("wsdm",), (2018,), "level"),
        (("2018年のKDDの大学単独率は?", "change the venue to WSDM, 年は据え置き"), only("university_only_share"), ("wsdm",), (2018,), "level"),
        (("2018年のKDDの産学共著に占めるエリート大学の比率は?", "度々申し訳ございません、二〇〇九年でございますといかがでしょうか"), only("elite_partner_ratio"), ("kdd",), (2009,), "level"),
    ],
)
def test_what_the_last_turns_told_is_set_side_by_side_or_kept(talk, texts, subjects, places, years, statistic):
    question = talk(*texts)
    assert (question.subjects, tuple(place.name for place in question.places), question.years, question.statistic) == (subjects, places, years, statistic)


def test_authors_counted_by_their_number(talk):
    assert talk(WSDM_2016, "著者数ベースに直して").variant == "fractional"


def test_conferences_of_the_field_spoken_of_are_ranked(talk):
    question = talk("画像認識分野の企業参加率、2018年は?", "それぞれの会議ごとに見せて")
    assert (question.statistic, question.places, question.years) == ("rank", (VISION,), (2018,))


@pytest.mark.parametrize("text", ["特許でも同じ比較を頼みたい", "採択率についても同じ集計が要る"])
def test_the_same_of_what_is_not_held_is_refused(talk, text):
    assert talk(WSDM_2016, text).blocker is not None


def test_another_limit_and_a_gap_between_ranks_keep_the_ranking(talk):
    limited = talk("2019年、企業参加率が30%を超える会議は?", "45%なら?")
    assert (limited.statistic, limited.claims, limited.years) == ("rank", ("45%",), (2019,))
    apart = talk("2021年のAI会議で論文が多い企業は?", "1位と7位の差は?")
    assert (apart.intent, [subject.institution for subject in apart.subjects]) == ("compare", ["google", "amazon"])


def test_what_an_answer_is_wanted_for_is_no_order_of_phrases(talk):
    question = talk("AI会議の企業参加率は2010年から2020年で何倍?", "想定問答の該当箇所につき、倍率ではなく差のポイントでは?")
    assert (question.statistic, question.years, question.intent) == ("change", (2010, 2020), "compare")


def test_a_name_of_several_words_is_no_short_name_of_a_field():
    assert in_full("USENIX Securityのほうは?") == "USENIX Securityのほうは?"


def test_against_the_paper_and_about_the_paper_just_told(talk, assistant):
    assert talk("計算資源がないと研究できないという論文を教えて", "逆に反論している研究はないの?").topic.startswith("計算資源の格差への反論")
    session = "thestudy"
    assistant.ask("計算資源より人材が制約だとする500人超の研究者アンケートを紹介して", session=session)
    answer = assistant.ask("その調査の対象人数と限界は?", session=session)
    assert answer.intent == "paper" and answer.citations[0].id.startswith("gelles-2024-resource-democratization")


@pytest.mark.parametrize(("before", "text", "places"), [
    ("ICRAの企業参加率の推移は?", "IROSと比べてどっちが企業多い?", {"icra", "iros"}), ("2019年のCVPRの企業参加率は?", "ICCVと比べて企業はどうか", {"cvpr", "iccv"}),
])
def test_the_group_that_is_named_again_does_not_part_two_places(talk, before, text, places):
    assert {place.name for place in talk(before, text).places} == places


def test_a_country_is_set_beside_the_last_one_where_their_distance_is_asked(talk):
    assert {subject.country for subject in talk("2021年のCVPRの中国の参加率は?", "アメリカとはどれくらい離れてる?").subjects} == {"China", "United States"}


@pytest.mark.parametrize(("text", "metric"), [("上位50大学との共著に限った場合は", "firm_elite_share"), ("大学と組んだのは?", "firm_university_share"), ("大学だけだと?", "university_only_share")])
def test_a_partner_after_papers_by_firms_alone(talk, text, metric):
    assert [subject.metric for subject in talk("CVPRの企業単独率は?", text).subjects] == [metric]


@pytest.mark.parametrize("text", ["著者数で按分するとどう変わる?", "人数で割り振ったらどう変わりますか"])
def test_the_value_counted_by_authors_is_asked_for_and_no_course(talk, text):
    question = talk("2020年のAI会議の企業参加率は?", text)
    assert (question.variant, question.statistic, question.years) == ("fractional", "level", (2020,))


@pytest.mark.parametrize("text", ["そのうち女性の著者は何%?", "この中で博士号を持つ人は何割?"])
def test_people_among_what_was_measured_are_not_held(talk, text):
    assert talk("2018年のAI会議の企業参加率は?", text).blocker is not None
