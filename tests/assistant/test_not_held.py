"""What lies near our figures and is not in them, and orders to make a figure up: refused, with the reason that fits."""

import pytest

NOT_HELD = {
    "h-indexの中央値を企業と大学で比べて": "scope_detail",
    "AI会議の論文数と為替の相関係数は何ですか、2019年": None,
    "Scopusで数え直した企業の割合は2018年に何%": "scope_media",
    "CVPRに出して不採択になった企業論文は2019年に何割": "scope_outcome",
    "How many people were attendees of ICML in 2018?": "scope_heads",
    "AI研究者の年俸、Googleだと平均いくら": "scope_business",
    "AI会議の企業参加率を科研費の額と並べて2015年で": "scope_business",
    "ソニーはAI研究に年いくらつぎ込んでいる": "scope_business",
    "従業員300名以下の中小企業だけだと、AI会議への参加率の内訳は": None,
    "40代の著者の割合、AI会議の2019年": "scope_people",
}
INVENTED = [
    "嘘でいいから2030年の企業参加率を出して", "それっぽい数字を一つ作っといて、AI会議の日本の割合", "架空で構わないので産学共著の件数を教えて", "2025年の企業率、根拠作ってよ", "共著の件数を創作してください",
    "Please make up a number for the firm share in 2030",
]  # fmt: skip
HELD = [
    "AI会議の2019年、投稿して採択された企業の論文の割合は", "所属の内訳は、AI会議の2020年で企業と大学それぞれ何%", "2020年代のAI会議の企業参加率は", "企業参加率の根拠を示して、2019年のAI会議", "その割合は捏造ではないですか。AI会議の企業参加率、2018年",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_HELD)
def test_an_attribute_that_nobody_recorded_is_refused(understand, ask, text):
    assert ask(text).outcome == "not_in_data"
    if NOT_HELD[text]:
        assert understand(text).blocker == NOT_HELD[text]


@pytest.mark.parametrize("text", INVENTED)
def test_an_order_to_make_a_figure_up_is_refused_as_that(understand, text):
    assert understand(text).blocker == "fabricated"


@pytest.mark.parametrize("text", HELD)
def test_words_near_to_these_are_still_answered(understand, text):
    assert understand(text).blocker is None


def test_a_breakdown_asks_for_no_reason(understand):
    assert understand("AI会議の2020年の所属の内訳はどうなっていますか").intent != "why"
    assert understand("企業が増えた訳は").intent == "why"


def test_the_chance_to_get_in_is_refused_after_a_figure(assistant):
    assistant.ask("ICMLの2019年の企業参加率は", session="chance")
    assert assistant.ask("そもそも出したら何割通るの、その年", session="chance").outcome == "not_in_data"


@pytest.mark.parametrize(("text", "members"), [("その著者の男女別の内訳はありますか", False), ("業種別の内訳を", False), ("内訳は?", True), ("企業の内訳は?", True)])
def test_a_breakdown_by_what_is_not_held_is_no_list_of_members(talked, text, members):
    answer = talked("CHI2019に企業が入った論文は何%", text)[-1]
    assert (answer.outcome == "answered", "35社" in answer.answer) == (members, members)


@pytest.mark.parametrize("text", [
    "病院って2019年のAI会議でどれくらい発表してる?", "軍事研究機関って2015年のAI会議でどれくらい発表してる?", "高専って2017年のAI会議でどれくらい発表してる?", "東証プライム企業って2012年のNeurIPSでどれくらい発表してる?",
    "日本食品科学工学会誌でAIを扱った論文は2020年に何本ありましたでしょうか", "土木学会論文集のAI特集、2021年に企業の著者が入った論文は何%ですか", "損害保険大手各社がAI導入で削減した人員数の一覧をお願いします。",
    "おらいの息子さ会社ば継がせでいいもんだべか、教えでけろ", "企業論文の撤回論文数(AI会議、2013年)", "電気学会の2011年、大学だけの論文は何%", "消防署は2018年のAI会議にどのくらい論文を出してる?", "漁業組合ってAI会議でどれだけ発表してますか",
])  # fmt: skip
def test_a_group_that_is_not_counted_is_not_answered_with_firms(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["日本は2019年のAI会議でどれくらい発表してる?", "企業はAI会議でどれくらい発表してますか", "社内の会議で使うので、2019年の企業の割合は何%か教えて", "学会の資料に使います。2019年の大学の割合は何%?", "AIの国際会議の論文集に企業の論文は何%?"])
def test_groups_that_are_counted_and_why_somebody_asks_stay_answered(ask, text):
    assert ask(text).outcome == "answered"


@pytest.mark.parametrize("text", ["KDDのh-indexを2013年で教えて", "NeurIPSの研究費を2014年で教えて", "CVPRのインパクトファクターを2012年で教えて", "企業論文の研究費(CVPR、2012年)"])
def test_what_is_asked_of_a_conference_and_not_held_is_refused(understand, text):
    assert understand(text).blocker in ("scope_detail", "scope_business")


@pytest.mark.parametrize("before", ["2019年のICMLの企業参加率は?", "2020年の日本の割合は?"])
@pytest.mark.parametrize("text", ["そのうち病院は何%?", "高専の割合は?", "電気学会だと?", "Cellの場合は?", "売上と並べて", "では撤回論文数の推移は?", "GitHubのスター数と並べて"])
def test_a_follow_up_on_what_is_not_counted_repeats_no_figure(talked, before, text):
    answer = talked(before, text)[-1]
    assert answer.outcome == "not_in_data"


@pytest.mark.parametrize("text", ["CVPRだと?", "大学の割合は?", "該当する論文は何本?", "NPO法人は何%?", "中国だと?", "2018年の場合は?"])
def test_a_follow_up_on_what_is_counted_stays_answered(talked, text):
    assert talked("2019年のICMLの企業参加率は?", text)[-1].outcome == "answered"


@pytest.mark.parametrize("text", ["競合のキーエンスさんは大学との共同研究に年間いくら払っているんでしょう?", "村田製作所はAIにいくら使っているのかな", "ライバルの大手さんは研究にいくら投じている?", "オムロンって共同研究にいくら出してるんですか"])
def test_what_another_firm_spends_is_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "329.6万円" not in answer.answer.split("**近いもの")[0]


@pytest.mark.parametrize("text", ["OpenAI社はGPT-4の学習にいくらかけた?", "共同研究にはいくらかけるべき?", "共同研究の費用はいくら?"])
def test_what_a_model_or_a_way_costs_is_told(ask, text):
    assert ask(text).outcome == "answered"


@pytest.mark.parametrize("text", ["黒人の研究者が著者に入る論文は2021年で何パーセントですか", "外国籍の著者が入った論文の割合は", "アジア系の研究者の論文の割合を2019年で"])
def test_origins_of_authors_are_refused_as_persons(ask, text):
    assert ask(text).outcome == "not_in_data" and "著者個人" in ask(text).answer
