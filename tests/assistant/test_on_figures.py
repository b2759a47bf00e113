"""After figures: what to mind when they are said, which of them to show, the answer as a file, and as many different things to say as are asked for."""

import re

import pytest

ASKED, PLAN = "企業の参加率は?", "うちの計画は初期800万円、年350万円の効果、3年です。回収できる?"


def first(answer):
    assert answer.outcome == "answered" and answer.verdict.ok, answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", [
    "この数字を言うとき何に気をつければいい", "この数字を使うときの注意点は?", "会議で出すとき気をつけることは?", "これを人に話すとき何に注意したらええ?", "何に注意して話せばいい?", "誤解されないよう気をつける点は?", "役員に説明するとき留意すべき点は", "注意点は?", "人前で話すとき、どこに気をつけるべき?",
])  # fmt: skip
def test_what_to_mind_is_of_the_figure_told(talked, text):
    answer = talked("日本の割合は?", text)[-1]
    assert answer.intent == "limits" and first(answer).startswith("AI会議の日本の機関の参加率は、年と定義を添え") and "3.0%" in answer.answer and "原因までは" in answer.answer


def test_what_to_mind_is_of_its_place_and_year(talked):
    assert "2019年のCVPRで、所属が判明した論文のうち" in talked("2019年のCVPRの企業参加率は?", "これを言うとき注意することは")[-1].answer


@pytest.mark.parametrize("text", ["どれをスライドにすればいい", "どの数字をスライドに載せたらいい?", "どれを見せたらええ?", "資料に載せるならどの数字?", "which one should I put on the slide?", "どっちを強調すべき?", "プレゼンで示すのはどの割合がいい?", "一枚に載せたいけど、どれがいい?"])
def test_one_of_the_figures_is_chosen(talked, text):
    answer = talked("企業の参加率と大学の参加率を比べて", text)[-1]
    assert answer.intent == "phrases" and first(answer).startswith("一つ選ぶなら、AI会議の企業参加率の動きです") and "91.7%" in answer.answer and "6.4%" in answer.answer


def test_the_one_that_moved_most_is_chosen(talked):
    assert "日本の機関の参加率" not in first(talked("日本の割合と企業の割合を比べて", "どれをスライドにすればいい")[-1])


def test_of_a_ranking_its_numbers_are_shown(talked):
    answer = talked("企業が多い会議は?", "どれをスライドに載せる?")[-1]
    assert first(answer) == "載せるなら、次の数字です。" and "WSDMで、52.3%" in answer.answer


@pytest.mark.parametrize(("texts", "intent"), [
    (("共同研究の採算は?", "注意点は?"), "strategy"), (("試作で気をつけることは?",), "strategy"), ((ASKED, "この数字をスライドに載せてもいい?"), "limits"), ((ASKED, "どの会議が一番高い?"), "rank"), ((ASKED, "大学と組むとき何に気をつける?"), "strategy"), ((ASKED, "日本は?"), "figure"),
])  # fmt: skip
def test_near_misses(talk, texts, intent):
    question = talk(*texts)
    assert question.intent == intent and not {"care", "show"} & set(question.advice)


@pytest.mark.parametrize("text", ["スライドにして", "一枚もので", "朝イチで使うから一枚ものにして", "これをExcelに", "PDFで出して", "資料にまとめてください"])
@pytest.mark.parametrize("asked", [(ASKED,), ("LoRAの論文",), ("共有クラウドの採算は?", ASKED)])
def test_the_last_answer_becomes_a_file(talked, asked, text):
    answer = talked(*asked, text)[-1]
    assert answer.intent == "document" and answer.actions[0]["kind"] == "export_answer"


@pytest.mark.parametrize("texts", [("共有クラウドの採算は?", "スライドにして"), ("共有クラウドの採算は?", "PDFで出して"), ("共有クラウドの採算は?", "役員会で言う一言を", "資料にまとめてください"), (ASKED, "稟議書にして"), (ASKED, "共同研究の一枚ものを"), ("一枚もので",)])
def test_a_plan_becomes_its_document(talked, texts):
    assert talked(*texts)[-1].actions[0]["kind"] == "export"


@pytest.mark.parametrize(("asked", "text", "number"), [
    (ASKED, "言い回しを二つ", 2), (ASKED, "違う言い方を3つください", 3), (ASKED, "言い方を4つください", 4), ("日本の割合は?", "言い方を三つください", 3), (PLAN, "上司への切り返しを2つ", 2), (PLAN, "役員会で言う言い方を三つください", 3), ("共有クラウドの採算は?", "言い回しを四つ", 4),
])  # fmt: skip
def test_so_many_different_things_to_say(talked, asked, text, number):
    answer = talked(asked, text)[-1]
    said = re.findall(r"^> (.+)$", answer.answer, re.MULTILINE)
    assert answer.verdict.ok and len(set(said)) == len(said) == number
    assert "102万円" in said[0] if asked == PLAN else "%" in said[0]
