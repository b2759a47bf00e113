"""Follow-ups that change one thing of the last figures: read slot by slot, whatever else their words say."""

import pytest

from assistant.assistant import DATA_INTENTS
from assistant.models import Place, Subject

FIRM = "2017年のKDDの企業参加率は?"
AI, NON_AI, KDD = Place("area", "ai"), Place("area", "non_ai"), Place("venue", "kdd")


def held(question):
    return question.subjects, question.places, question.years, question.statistic


def only(metric, **names):
    return (Subject(metric, **names),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年はそのままで、WSDMについてお願いできますか", (only("firm_share"), (Place("venue", "wsdm"),), (2017,), "level")),
        ("会議と年次は据え置きで、大学の参加率を確認したい", (only("university_share"), (KDD,), (2017,), "level")),
        ("企業参加率に代えて産学共著率を回付されたい", (only("firm_university_share"), (KDD,), (2017,), "level")),
        ("対象をCIKMに切り替えてください", (only("firm_share"), (Place("venue", "cikm"),), (2017,), "level")),
        ("会議だけをWWWに差し替えた場合を、取締役会の資料に載せます", (only("firm_share"), (Place("venue", "www"),), (2017,), "level")),
        ("社外取締役が「日本の大学だとどうなのか」と申しております", (only("japan_university_share"), (KDD,), (2017,), "level")),
        ("いや、聞きたかったのは企業だけで完結した論文のほうです", (only("firm_only_share"), (KDD,), (2017,), "level")),
        ("And for universities, same year and venue?", (only("university_share"), (KDD,), (2017,), "level")),
        ("率ではなく実数だと何本に当たりますか", (only("firm_share"), (KDD,), (2017,), "count")),
        ("割合は結構です。本数に直してください", (only("firm_share"), (KDD,), (2017,), "count")),
        ("Paper counts, not percentages.", (only("firm_share"), (KDD,), (2017,), "count")),
        ("母数は?", (only("firm_share"), (KDD,), (2017,), "paper_count")),
        ("分母も添えないと稟議が通りません", (only("firm_share"), (KDD,), (2017,), "paper_count")),
        ("ひとつ前の年もお願いできる?", (only("firm_share"), (KDD,), (2016,), "level")),
        ("翌2018年も見せてください", (only("firm_share"), (KDD,), (2018,), "level")),
        ("裏返すと何%?", (only("no_firm_share"), (KDD,), (2017,), "level")),
        ("逆に、いちばん落ち込んだ年はいつだったか", (only("firm_share"), (KDD,), (), "trough")),
        ("同会議の2年後の値も併記願う", (only("firm_share"), (KDD,), (2019,), "level")),
        ("2012年からの伸びは何ポイント?", (only("firm_share"), (KDD,), (2012, 2017), "change")),
        ("2012年とどっちが高い?", (only("firm_share"), (KDD,), (2012, 2017), "change")),
        ("なるほど。監査で突かれそうなので、その数字の母数も控えておきたい", (only("firm_share"), (KDD,), (2017,), "paper_count")),
        ("3割を超えたのはいつ", (only("firm_share"), (KDD,), (), "threshold")),
        ("ほんならNeurIPSに乗り換えたらどないや", (only("firm_share"), (Place("venue", "nips"),), (2017,), "level")),
        ("差し替えた値も証憑に加えます。国をイタリアで", (only("country_share", country="Italy"), (KDD,), (2017,), "level")),
        ("51位から100位の層については如何でしょう", (only("tier_share", tier="51-100"), (KDD,), (2017,), "level")),
        ("当該数値の分母、すなわち所属の判明している論文数も併せて承りたく存じます。", (only("firm_share"), (KDD,), (2017,), "paper_count")),
        ("当該年の企業参加論文の件数を再計算の検証に用います", (only("firm_share"), (KDD,), (2017,), "count")),
        ("今度はWSDM。あっちはウェブの学会じゃ", (only("firm_share"), (Place("venue", "wsdm"),), (2017,), "level")),
        ("AVSSという監視カメラ系の会議に差し替えると何%でしょう。", (only("firm_share"), (Place("venue", "avss"),), (2017,), "level")),
        ("その裏っかわは?", (only("no_firm_share"), (KDD,), (2017,), "level")),
        ("2012年の企業参加率との差分もポイントで", (only("firm_share"), (KDD,), (2012, 2017), "change")),
        ("2012年の企業参加率と比べた差も知りたい", (only("firm_share"), (KDD,), (2012, 2017), "change")),
        ("逆に会社の人が一人もおらんやつは、もう少数派か?", (only("no_firm_share"), (KDD,), (2017,), "level")),
        ("19年もお願いできますか?", (only("firm_share"), (KDD,), (2019,), "level")),
        ("五年前の値も参照できますでしょうか。2012年です", (only("firm_share"), (KDD,), (2012,), "level")),
        ("言葉のほうの学会に替えたらなんぼや", (only("firm_share"), (Place("field", "nlp"),), (2017,), "level")),
        ("企業の代わりに政府機関で", (only("government_share"), (KDD,), (2017,), "level")),
        ("記者に「ビッグテックだけだと何%か」と聞かれております。お答えください", (only("big_tech_share"), (KDD,), (2017,), "level")),
        ("パーセンテージは置いといて、件数が欲しいわ", (only("firm_share"), (KDD,), (2017,), "count")),
        ("すまん、KDDじゃなくてデータベース分野だった", (only("firm_share"), (Place("field", "databases"),), (2017,), "level")),
        ("Switch to universities", (only("university_share"), (KDD,), (2017,), "level")),
        ("年号を2012年に改めて、もう一度お願いします", (only("firm_share"), (KDD,), (2012,), "level")),
    ],
)
def test_what_is_named_takes_the_place_of_what_was_named(talk, text, expected):
    question = talk(FIRM, text)
    assert held(question) == expected
    assert question.blocker is None
    assert question.inherited


@pytest.mark.parametrize(
    ("first", "text", "expected"),
    [
        ("2015年のAI会議のハーフィンダール指数は?", "偏りの物差しをジニ係数に替えると?", (only("gini"), (AI,), (2015,), "level")),
        ("2018年のNLP分野のQS1〜50位の大学の参加率は?", "1つ下の帯だと?", (only("tier_share", tier="51-100"), (Place("field", "nlp"),), (2018,), "level")),
        ("2021年のAI会議の上位10機関への集中度は?", "50まで広げて", (only("top50_share"), (AI,), (2021,), "level")),
        ("2019年のAI会議のドイツの割合は?", "先ほどの国を仏蘭西に替えて聞かせてほしい", (only("country_share", country="France"), (AI,), (2019,), "level")),
        ("2016年のAI会議でグーグルの割合は?", "マイクロソフトについても同じ年で照合したい", (only("institution_share", institution="microsoft"), (AI,), (2016,), "level")),
        ("2011年から2020年でAI会議の企業単独率は何ポイント変わった?", "同じ二時点を倍率表示に直すと?", (only("firm_only_share"), (AI,), (2011, 2020), "ratio")),
        ("AI会議の企業参加率は2007年から2021年にかけて何ポイント動きましたか", "AI以外の会議で同じ計算をすると?", (only("firm_share"), (NON_AI,), (2007, 2021), "change")),
        ("シンガポールのAI論文の割合、2008年と2018年の差は?", "差分ではなく倍率で語りたいです", (only("country_share", country="Singapore"), (AI,), (2008, 2018), "ratio")),
    ],
)
def test_other_slots(talk, first, text, expected):
    subjects, places, years, statistic = held(talk(first, text))
    assert (subjects, places or (AI,), years, statistic) == expected


def test_the_whole_period_is_drawn(talk):
    question = talk(FIRM, "全期間でグラフに起こしてもらえますか")
    assert (question.subjects, question.places, question.statistic, question.style) == (only("firm_share"), (KDD,), "trend", "chart")
    assert question.years in ((), (2007, 2021))


def test_citations_of_another_group(talk):
    citations = talk("2016年のAI会議で企業が入った論文の引用シェアは?", "ビッグテックに絞ると?")
    assert held(citations)[0] == talk("2016年のAI会議でビッグテックの割合は?", "引用で見たら?").subjects == only("citation_share", group="big_tech")


    alone = talk("2016年のAI会議で企業が入った論文の引用シェアは?", "内訳としてビッグテック分だけだと何%ですか")
    assert alone.subjects == only("citation_share", group="big_tech")


def test_a_course_of_another_country_keeps_its_years(talk):
    question = talk("イスラエルのAI領域論文シェア、2011年から2021年で何倍か", "シンガポールだと何倍にスケールした?")
    assert held(question) == (only("country_share", country="Singapore"), (AI,), (2011, 2021), "ratio")


def test_another_institution_with_an_aside(talk):
    question = talk("AI学会で東大の名前が出る論文、2018年の割合は?", "MITなら絵になるんだけど何%")
    assert held(question) == (only("institution_share", institution="mit"), (AI,), (2018,), "level")


def test_a_value_after_the_denominator_is_the_share(talk):
    question = talk("2014年のAI会議の企業単独率は?", "分母の論文件数も脚注に要する", "同じ2014年で非AI領域の値は")
    assert held(question) == (only("firm_only_share"), (NON_AI,), (2014,), "level")


def test_a_short_year_glued_to_a_conference(talk):
    question = talk("Interspeech16年、企業単独のみ。数値だけで可", "同会議、産学共著側も出せるか")
    assert held(question) == (only("firm_university_share"), (Place("venue", "interspeech"),), (2016,), "level")


def test_one_of_two_compared_in_another_year(talk):
    question = talk("KDDとWWWの企業参加率、2015年はどちらが高い?", "前者だけで結構ですので、2021年の値を追加してください。")
    assert held(question) == (only("firm_share"), (KDD,), (2021,), "level")


def test_a_line_is_no_part_of_the_name_of_a_field(talk):
    assert held(talk("2018年のバイオ分野の企業参加率は?", "グラフィックス分野は?"))[2:] == ((2018,), "level")


def test_the_year_of_a_course_must_be_held(ask):
    answer = ask("令和9年の日本の割合はどう推移しましたか")
    assert answer.outcome == "not_in_data"


def test_an_assumption_told_politely_changes_the_plan(understand):
    plan = understand("初期費用2,500万円、年間の効果900万円、運用期間4年、割引率6%で採算を計算してください。")
    question = understand("恐れ入りますが、ただいまの前提のうち年間の効果だけを600万円に引き下げますと結論は変わりますでしょうか。", plan)
    assert (question.intent, question.inherited) == ("roi", ("amounts",))


def test_the_usual_way_of_counting_returns(talk):
    first = "著者数で按分した企業の割合、2017年のAI会議で"
    assert talk(first).variant == "fractional"
    assert talk(first, "按分しない通常の数え方に戻すと?").variant is None
    assert talk("2017年のAI会議の企業参加率は?", "著者数で按分する数え方に改めると?").variant == "fractional"


@pytest.mark.parametrize("text", ["理由も", "それはまた、どういう訳でそうなったのだ", "その要因は何だと見ていますか", "しかし何だってそんなに会社の論文が増えたんだ"])
def test_the_reason_of_the_last_figures(talk, text):
    question = talk("AI会議の企業参加率、2008年と2020年を比べて", text)
    assert (question.intent, question.subjects) == ("why", only("firm_share"))


@pytest.mark.parametrize("text", ["待て、本当にその値か。もう一回、数字だけ言ってくれ", "その数字で合っていますか。再度お願いします"])
def test_the_same_figure_once_more(talk, text):
    assert held(talk(FIRM, text)) == held(talk(FIRM))


def test_the_difference_of_the_last_two_years(talk):
    question = talk("2020年のAI会議の中国の割合は?", "2010年は?", "その差は何ポイント")
    assert held(question) == (only("country_share", country="China"), (AI,), (2010, 2020), "change")


def test_three_in_a_row(talk):
    question = talk(FIRM, "翌年も", "対象をWSDMにピボットしてください")
    assert held(question) == (only("firm_share"), (Place("venue", "wsdm"),), (2018,), "level")
    assert held(talk(FIRM, "大学だと?", "母数は?")) == (only("university_share"), (KDD,), (2017,), "paper_count")


@pytest.mark.parametrize("text", ["2012年のAI以外の会議の大学参加率は?", "ICMLの企業参加率の推移は?", "2020年のCVPRで中国の割合は何%ですか"])
def test_a_new_question_is_read_by_itself(talk, text):
    assert held(talk(FIRM, text)) == held(talk(text))


@pytest.mark.parametrize("text", ["そのまま、女性の割合に替えると?", "じゃあ採択率に直すと?", "社長の年収は?", "大学の学費は?", "学生の数に直して", "来年に替えると?", "20年後はどうなる?", "対象をソニックス商事に替えて"])
def test_what_is_not_held_is_not_taken_for_a_slot(talk, text):
    question = talk(FIRM, text)
    assert question.blocker is not None or question.intent not in DATA_INTENTS
