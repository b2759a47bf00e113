"""Names that stand together, the half of a message that is refused, gaps among fields and conferences, and turns to others of a kind."""

import pytest

from assistant.models import Subject


def conclusion(answer):
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(("text", "names"), [
    ("早慶のAI論文の割合は", ("waseda", "keio")),
    ("産総研と理研を比べて", ("aist", "riken")),
])  # fmt: skip
def test_institutions_by_name_are_set_side_by_side(understand, text, names):
    question = understand(text)
    assert question.intent == "compare" and len(question.subjects) == 2 and question.blocker is None
    assert all(name in subject.institution for name, subject in zip(names, question.subjects, strict=True))


@pytest.mark.parametrize("text", ["NTTと富士通と日立、一番多いのは?", "日立、NTT、富士通で一番論文が多いのはどこですか"])
def test_the_most_of_those_named_is_told_first(assistant, text):
    answer = assistant.ask(text)
    assert "最も高いのはNTT" in answer.answer and "1. NTT：0.16%" in answer.answer


def test_a_match_of_two_universities_is_none_of_ours(assistant):
    assert assistant.ask("早慶戦の結果は").outcome == "not_in_data"


@pytest.mark.parametrize(("text", "refused"), [
    ("NeurIPSの企業参加率は?あとOpenAIの株価も", "OpenAIの株価"),
    ("OpenAIの株価は?あとNeurIPSの企業参加率も", "OpenAIの株価"),
    ("NeurIPSの企業参加率は?ついでに女性研究者の割合も教えて", "女性研究者の割合"),
    ("NeurIPSの企業参加率は?それと来年の予測も", "来年の予測"),
])  # fmt: skip
def test_one_half_is_answered_and_the_other_refused_aloud(assistant, text, refused):
    answer = assistant.ask(text)
    assert answer.verdict.ok and f"「{refused}」のほうは、手元のデータと資料ではお答えできません。" in conclusion(answer) and "企業参加率は**30.6%**" in answer.answer


def test_two_halves_that_are_held_are_both_answered(assistant):
    answer = assistant.ask("NeurIPSの企業参加率は?あとICMLも").answer
    assert "30.6%" in answer and "32.7%" in answer and "お答えできません" not in answer


@pytest.mark.parametrize(("talk", "told"), [
    (("分野で言うとどこで企業と大学の差が一番大きい?",), "企業参加率と大学参加率の差が最も大きい分野は理論分野の会議です"),
    (("どの会議で中国と米国の差が一番大きい?",), "差が最も大きい会議はCOLTです"),
    (("企業と大学の差が一番小さい会議は?",), "差が最も小さい会議はWSDMです"),
    (("企業とエリート大学の差は", "どの分野で差が一番大きい"), "差が最も大きい分野は理論分野の会議です"),
])  # fmt: skip
def test_gaps_are_looked_for_among_fields_and_conferences(talked, talk, told):
    answer = talked(*talk)[-1]
    assert answer.verdict.ok and told in conclusion(answer)


@pytest.mark.parametrize(("talk", "told"), [
    (("KDDの企業参加率は?", "他の会議でも同じ?"), "2021年のAI会議で企業参加率が最も高い会議はWSDM"),
    (("大学だと1位はどこですか",), "最も高い大学は清華大学（中国）"),
    (("企業だと1位はどこ",), "最も高い企業はグーグル"),
    (("大学だと1位はどこですか", "日本では"), "最も高い日本の大学は東京大学"),
    (("2019年の国別の順位は", "日本だけだと"), "2019年のAI会議で、日本は論文のある84か国のうち**7位**"),
    (("日本と韓国と中国の割合は", "企業だけに限ると?"), "韓国・中国は企業と大学を分けた集計がないため、日本だけを示します"),
])  # fmt: skip
def test_turns_to_a_kind_are_told_of_that_kind(talked, talk, told):
    assert told in conclusion(talked(*talk)[-1])


def test_both_years_are_asked_again_where_one_was_not_held(talked):
    answer = talked("NeurIPSの2018年と2020年は", "ICMLも同じく")[-1].answer
    assert "2018年の32.1%" in answer and "2020年の**36.8%**" in answer


def test_conferences_of_which_something_is_said_are_no_course_of_all(assistant):
    answer = assistant.ask("日本の順位が上がった会議は?")
    assert answer.outcome == "not_in_data" and "お尋ねの条件に当たる会議の一覧" in answer.answer


def test_how_many_asks_for_no_yes(assistant):
    assert conclusion(assistant.ask("企業が過半数の会議はいくつある")).startswith("2021年に")


def test_a_single_name_stays_alone(understand):
    assert understand("早稲田大学のAI論文の割合は").subjects == (Subject("institution_share", institution=understand("早稲田の論文は").subjects[0].institution),)
