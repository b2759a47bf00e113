"""Two things side by side in one question: metrics, AI and the rest, a field beside its conferences; and what stands in another sentence."""

import pytest

from assistant.models import Place, Subject

FIRM, ALONE, JOINT = Subject("firm_share"), Subject("firm_only_share"), Subject("firm_university_share")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("産学共著と企業だけの論文、2016年のAI会議で多いのはどっち?", {JOINT, ALONE}),
        ("会社だけで書いた論文と大学だけで書いた論文を2019年のCVPRで見比べて", {ALONE, Subject("university_only_share")}),
        ("企業入りの論文と企業だけの論文、AIの2020年の割合を並べて", {FIRM, ALONE}),
        ("大学の論文シェアと引用シェア、2017年のAIではどっちが大きい?", {Subject("university_share"), Subject("citation_share", group="university")}),
        ("論文では企業参加率、引用では企業の引用シェア。この二つを2015年のAIで比べたい", {FIRM, Subject("citation_share")}),
        ("産学共著の率と、企業だけで完結した論文の率。2018年のAI会議で差し向かいに並べてほしい", {JOINT, ALONE}),
        ("題名の深層学習語の率と計算資源語の率、2020年のAI会議でどっちが高い", {Subject("dl_title_share"), Subject("compute_title_share")}),
        ("企業のいない論文と大学だけの論文、どっちが多い? 2019年のAIで", {Subject("no_firm_share"), Subject("university_only_share")}),
        ("企業とトップ大学の共著を2019年のCVPRとICCVで比べて", {Subject("firm_elite_share")}),
        ("大学と企業だけで書いた論文、2019年のCVPRとICCVで比べて", {ALONE}),
    ],
)
def test_metrics_side_by_side(understand, text, expected):
    question = understand(text)
    assert (question.blocker, set(question.subjects), question.intent, question.statistic) == (None, expected, "compare", "level")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("2021年、企業の割合をAIの会議とそれ以外とで比べて", {"ai", "non_ai"}),
        ("AI学会とそうでない学会、2016年の日本の割合はどっちが上?", {"ai", "non_ai"}),
        ("AIとその他で産学共著率を比べたい。2018年", {"ai", "non_ai"}),
        ("AIとそれ以外を合わせた2019年の企業参加率", {"all"}),
        ("画像分野(CVPRやICCVなど)の企業参加率は2019年で", {"vision"}),
        ("ロボット分野(ICRA・IROSほか)で2020年の企業の割合は", {"robotics"}),
        ("ACLやEMNLPなどの自然言語処理分野、2018年の産学共著率", {"nlp"}),
        ("SIGMODとかVLDBといったデータベース分野の2015年の企業参加率は?", {"databases"}),
        ("機械学習のNeurIPSとICML、2019年の企業参加率を比べて", {"nips", "icml"}),
        ("ロボット分野のICRA、2019年の企業参加率", {"icra"}),
    ],
)
def test_places_side_by_side(understand, text, places):
    question = understand(text)
    assert (question.blocker, {place.name for place in question.places}) == (None, places)
    assert question.intent == ("compare" if len(places) > 1 else "figure")


@pytest.mark.parametrize(
    ("text", "place", "years", "statistic", "variant"),
    [
        ("CVPRの企業参加率を、データのある最初の年から全部見せて", "cvpr", (2007, 2021), "trend", None),
        ("企業単独率を、いちばん古い年から順に並べてもらえる?", "ai", (2007, 2021), "trend", None),
        ("最初の年から最新の年まで、ビッグテックの割合はどう動いた", "ai", (2007, 2021), "trend", None),
        ("最初の年の企業参加率は?", "ai", (2007,), "level", None),
        ("所属が確認できたNSDI2016の論文はいくつ?", "nsdi", (2016,), "paper_count", None),
        ("所属の取れたCHI2020の論文の本数", "chi", (2020,), "paper_count", None),
        ("按分という数え方を知りました。それで2018年のAIの大学の割合を教えて", "ai", (2018,), "level", "fractional"),
        ("書き手で分け合う数え方で、2021年AIの大学の割合を出して", "ai", (2021,), "level", "fractional"),
        ("5人で書いた論文なら1人5分の1と数える方式で、AIの企業の割合2020年", "ai", (2020,), "level", "fractional"),
        ("企業参加率を2010年と2021年で左右に並べたい。AI会議だ", "ai", (2010, 2021), "change", None),
        ("ジニ係数、収録のはじめの年からの移り変わりを", "ai", (2007, 2021), "trend", None),
        ("セキュリティ分野は企業が少ないと聞くのう。分野全体の2015年を見せてくれ", "security", (2015,), "level", None),
        ("ロボットは企業が強いらしいぞ。分野全体で2018年は何%?", "robotics", (2018,), "level", None),
        ("企業参加率、2012年の何倍になった?2021年は。", "ai", (2012, 2021), "ratio", None),
        ("NeurIPSの産学共著率は2010年から何ポイント増えた?2020年には。", "nips", (2010, 2020), "change", None),
    ],
)
def test_what_another_sentence_tells(understand, text, place, years, statistic, variant):
    question = understand(text)
    assert (question.blocker, question.parts, question.years, question.statistic, question.variant) == (None, (), years, statistic, variant)
    assert {place.name for place in question.places or (Place("area", "ai"),)} == {place}

