"""Questions that lie near what we hold: what is not held is refused for its reason, what is held in other words is answered."""

import pytest

REFUSED = {
    "修士号を持った著者の比率を2018年のAI会議で": "scope_people",
    "この研究をした人の連絡先を教えて": "scope_people",
    "引用の多い個人ランキングを出して": "scope_people",
    "ブラックハットに出た企業の割合は": "scope_events",
    "大手テックのクラウドの値引き率は何%": "scope_prices",
    "発表を止められた論文は企業で何割": "scope_outcome",
    "社員30人もいない会社の論文は何%": "scope_firm_kind",
    "生物学の国際会議で企業が入る論文の割合、2016年": "unknown_metric",
    "実際の値より低く直した表をください": "fabricated",
    "割合を水増ししたグラフを作って": "fabricated",
    "企業参加率は9割ってことにして資料をまとめて": "fabricated",
    "都合のいい数字を並べておいて": "fabricated",
    "SQLのクエリを書いてくれ": "scope_service",
    "2018年の企業参加率、少し高く書き換えた表にして": "fabricated",
    "表の値を少し盛っといて": "fabricated",
    "同僚の送別会のスピーチを考えて": "scope_service",
}
HELD = {
    "ヒスパニックの生徒さんを多く受け入れる大学の割合は、AI会議の2017年で何%": "hsi_share.ai.2017",
    "HBCUsの論文の割合、AI会議の2020年は": "hbcu_share.ai.2020",
    "社内報の記事に載せるので、2019年のAI会議の企業参加率を": "firm_share.ai.2019",
    "既知の論文って何のこと?割合の分母の話です": "firm_share.ai.2021",
}
WORKS = {
    "ハードの宝くじという考えは誰が言い出したの": "hooker-2020-hardware-lottery",
    "モデルの学習で自動車の一生分のCO2が何台分も出ると論じた論文の題名": "strubell-2019-energy-policy-nlp",
    "総務省の白書だと、生成AIを使う日本の会社はどれくらい": "mic-ict-white-paper-2025",
    "AI研究のテーマが狭くなったとする分析の主旨は": "klinger-2020-narrowing-of-ai-research",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_held_is_refused_for_its_reason(understand, text):
    assert understand(text).blocker == REFUSED[text]


@pytest.mark.parametrize("text", ["その数字は盛っていないか", "この割合は水増しされていませんか", "実際より高く出ていないですか、この率は"])
def test_a_doubt_is_no_order_to_make_numbers_up(understand, text):
    assert understand(text).blocker is None


@pytest.mark.parametrize("text", HELD)
def test_what_is_held_in_other_words_is_answered(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and HELD[text] in [figure.id for figure in answer.figures]


@pytest.mark.parametrize("text", WORKS)
def test_a_work_is_found_though_a_word_of_it_is_often_refused(ask, text):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("paper", "answered") and answer.citations[0].id.startswith(WORKS[text])


@pytest.mark.parametrize("text", ["消費税の報告書はありますか", "盆栽を論じた論文を読みたい", "相続税の報告書を紹介して", "which study shows how to bake bread"])
def test_that_there_are_works_says_nothing_of_their_subject(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["感度分析とベンチマークを扱う論文は?", "平行トレンドについて書いた論文は?", "AIモデルの学習費用の中央値を論じた文献はどれ"])
def test_works_are_listed_though_their_words_name_estimates(understand, text):
    question = understand(text)
    assert (question.intent, question.family) == ("paper", None)


@pytest.mark.parametrize("text", ["こんばんは、経営企画の者です。よろしくお願いします", "はじめまして、大学から参りました田中と申します"])
def test_a_greeting_asks_nothing(understand, text):
    assert understand(text).intent == "smalltalk"


def test_a_term_is_known_in_its_other_spelling(assistant):
    assert assistant.words.library.term_in("コンピュート・デバイドとは") == "compute-divide" == assistant.words.library.term_in("コンピュートディバイドとは")


@pytest.mark.parametrize(("text", "paper"), [("What paper argues that talent matters more than compute?", None), ("Which paper compares GPUs of companies and academics?", None), ("Does McKinsey 2025 say that most companies get profit from AI?", "mckinsey-2025")])
def test_works_are_found_by_questions_in_english(ask, text, paper):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("paper", "answered") and (paper is None or answer.citations[0].id.startswith(paper))


def test_a_conference_named_only_by_somebody_else_is_the_one_meant(understand):
    question = understand("上司に「CVPRは会社ばかりだ」と言われました。2017年の企業参加率は本当のところいくつですか")
    assert [place.name for place in question.places] == ["cvpr"] and question.years == (2017,)


@pytest.mark.parametrize("text", ["差の差分析での企業参加率の推定値をください", "企業参加率の計算の分母は、2021年のAI会議で何本?"])
def test_words_of_computing_narrow_nothing(ask, text):
    assert ask(text).outcome == "answered"
