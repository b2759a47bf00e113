"""Works sought on a thing that no work of ours names are refused with that thing; what works tell of, or only touch on, is found as before."""

import pytest

TOUCHED = "それを主題にした論文は、手元の資料にありません。触れている資料を挙げます。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("自動運転の論文は?", "自動運転"), ("自動運転を扱った論文はありますか", "自動運転"), ("農業のAIの論文は?", "農業"), ("創薬AIについて書いた論文を教えて", "創薬"), ("介護ロボットに関する研究はありますか", "介護ロボット"), ("金融のAIの論文、どれ?", "金融"),
        ("物流の論文", "物流"), ("著作権についての論文は?", "著作権"), ("共同研究の場合、知財の帰属などのリスクについて書いている論文はありますか。", "知財"), ("じゃあ気候についての研究はある?", "気候"),
    ],
)
def test_a_thing_of_which_no_work_speaks_is_refused(ask, text, name):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and f"「{name}」を扱った論文や資料は、収録していません。" in answer.answer


@pytest.mark.parametrize("text", ["雇用への影響を論じた研究は?", "医療を扱った論文はあるか"])
def test_a_thing_that_works_touch_on_is_told_so(ask, text):
    assert ask(text).answer.split("\n")[1] == TOUCHED


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("生成AIの環境負荷を扱った論文は?", "strubell"), ("電力消費の論文は", "luccioni"), ("半導体の論文ある?", "hawkins"), ("オープンソースの論文は?", "widder"), ("スケーリング則の論文は?", "kaplan"), ("カプランの論文は?", "kaplan"), ("人材流出の論文は?", "gofman"),
        ("量子化の論文は", "dettmers"), ("学習費用の論文は?", "cottier"), ("自動車の排出と比べた論文は?", "patterson"),
    ],
)
def test_works_on_a_thing_that_is_held_are_found(ask, text, work):
    assert ask(text).citations[0].id.startswith(work)


@pytest.mark.parametrize(("text", "intent"), [("中国の論文は?", "figure"), ("グーグルの論文は?", "figure"), ("反対意見の論文は?", "paper"), ("最新の論文は?", None)])
def test_words_before_a_work_that_are_no_subject(ask, text, intent):
    assert "収録していません" not in ask(text).answer and intent in (None, ask(text).intent)
