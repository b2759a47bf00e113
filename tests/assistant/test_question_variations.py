"""Questions put together from many wordings: nearly all are read as meant, and what is not recorded is never answered by a wider group's figure."""

from question_variations import METRICS, UNHELD, unheld, variations

DATA_INTENTS = ("figure", "trend", "compare", "rank")
LEVELS = ("level", "count", "paper_count")


def slots(question) -> tuple:
    """(metric, place, years) of a question about one level; None where it is refused, worded or about several."""
    if question.blocker is not None or question.parts or question.intent != "figure" or question.statistic not in LEVELS or len(question.subjects) > 1:
        return None
    named = "".join("-".join([subject.metric, *subject.names().values()]) for subject in question.subjects)
    metric = "paper_count" if question.statistic == "paper_count" else f"count-{named}" if question.statistic == "count" else named
    return metric, ",".join(place.name for place in question.places) or "ai", question.years


def test_the_lists_are_broad():
    assert len(variations()) >= 1300 and len(METRICS) >= 30 and len(UNHELD) >= 60


def test_variations_are_understood(understand):
    wrong = [text for text, metric, place, year in variations()[::3] if slots(understand(text)) != (metric, place or "ai", (year,))]
    assert len(wrong) <= 2, wrong  # of some 450


def test_what_is_not_recorded_is_not_answered_with_a_wider_figure(ask):
    asked = unheld()[::4]
    shown = [text for text in asked if ask(text).outcome == "answered" and ask(text).intent in DATA_INTENTS]
    assert not shown
    assert sum(ask(text).outcome == "answered" for text in asked) <= 2  # surveys tell of some firms that no paper counts


def test_rankings_behind_a_conference_order_what_they_name(understand):
    for text, ranked in (("AI会議で、国別のランキングは?", "countries"), ("AI会議で論文を出している会社トップ5を教えて", "firms"), ("上位10社の名前を教えて", "firms"), ("2019年に企業の割合が高いAI会議はどこ?", "venues")):
        assert (understand(text).statistic, understand(text).ranked) == ("rank", ranked), text


def test_who_says_it_and_what_for_are_no_part_of_the_question(understand):
    for text in ("うちの若手が「NeurIPSの企業参加率は高い」と言うんだけど、2018年は実際何%?", "記者に聞かれてまして、2018年のNeurIPSの企業参加率を確認したい", "2018年のNeurIPSの企業参加率、役員会で使うので数字が欲しい", "昔は研究といえば大学のもんじゃった。NeurIPSの企業の割合は2018年でいくつじゃ"):
        assert slots(understand(text)) == ("firm_share", "nips", (2018,)), text
    assert understand("部長に反論されたら、どう返す?").intent == "phrases"


def test_a_wrong_character_in_the_name_of_a_metric_is_said(understand):
    question = understand("産学強著率 KDD 2018年")
    assert slots(question) == ("firm_university_share", "kdd", (2018,)) and any("産学強著" in line for line in question.readings)
    assert slots(understand("産学共著論文に占めるエリート大学の割合、2018年")) == ("elite_partner_ratio", "ai", (2018,))


def test_machines_are_counted_by_any_word(ask):
    answer = ask("ABCI 3.0はGPUを何枚積んでいる?")
    assert answer.outcome == "answered" and "6,128基" in answer.answer


def test_one_model_is_not_answered_by_the_median_of_all(ask):
    assert not any(figure.metric.startswith("epoch") for figure in ask("Llamaの学習に使ったGPUは何枚?").figures)
