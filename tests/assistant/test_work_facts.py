"""Works asked of as works: when, by whom, where, which is newer, how and on how much they were made, and whether they show a cause."""

import pytest

from assistant.understand.works.work_facts import CAUSE, METHOD, NEWER, SAMPLE, WHEN, WHERE, WHO, facts_asked

OPPOSED = "反対している論文はありますか。"
FOREMOST = "AI格差の代表的な論文は?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("後者のほうが新しいんですか。いつ、誰が書いたものですか。", (NEWER, WHEN, WHO)),
        ("誰がいつ書いたの?", (WHO, WHEN)),
        ("何年に出たもの?", (WHEN,)),
        ("どこに載ったの?", (WHERE,)),
        ("発表された時期と書いた人は", (WHEN, WHO)),
        ("その論文はどうやって調べたんですか。データは何件?", (METHOD, SAMPLE)),
        ("調べ方と標本数を教えて", (METHOD, SAMPLE)),
        ("相関であって因果ではないのでは?", (CAUSE,)),
        ("その論文の方法は?", ()),
        ("いつから増えましたか", ()),
        ("新しい論文はありますか", ()),
        ("誰が研究を引っ張っていますか", ()),
    ],
)
def test_what_is_asked_of_works(text, asked):
    assert facts_asked(text) == asked


def test_the_latter_of_several_is_told_with_its_year_and_which_is_newer(talked):
    answer = talked(OPPOSED, "後者のほうが新しいんですか。いつ、誰が書いたものですか。")[-1]
    assert answer.answer.startswith("**結論**\nいいえ、もっと新しい資料が挙げた中にあります。Giziński ほか：2023年の資料です")
    assert "Gelles ほか：2024年の資料です" in answer.answer and "「後者」を、最後に挙げたGiziński" in answer.answer
    assert not answer.figures and answer.verdict.ok


@pytest.mark.parametrize("text", ["Gizińskiの論文はいつ誰が書いたものですか", "Gizińskiらの研究は何年に出たもの?", "ギジンスキの論文の発表時期と著者は?"])
def test_a_named_work_is_dated(ask, text):
    answer = ask(text)
    assert "Giziński ほか：2023年の資料です" in answer.answer and answer.citations[0].id.endswith("#record")


@pytest.mark.parametrize("text", ["いちばん新しいのはどれですか", "前者と後者では、どちらが新しい?", "一番最近のものはどれで、誰が書いた?", "どれが新しいですか"])
def test_the_newest_of_those_told(talked, text):
    assert talked(OPPOSED, text)[-1].answer.startswith("**結論**\nGelles ほか：2024年の資料です")


def test_method_and_amount_are_both_told(talked):
    answer = talked(FOREMOST, "その論文はどうやって調べたんですか。データは何件?")[-1].answer
    assert answer.index("もし深層学習の波が来なかったら") < answer.index("171,394本")


@pytest.mark.parametrize("text", ["相関であって因果ではないのでは?", "その論文のmethodは? Causalと言えるのか。", "これって因果なの、相関なの?"])
def test_a_cause_is_answered_from_the_paper_first(talked, text):
    answer = talked(FOREMOST, text)[-1]
    assert "因果関係を証明したとまでは言えません" in answer.answer and "「因果を論じた研究」と紹介するのが安全" in answer.answer
    assert answer.figures[0].value == pytest.approx(8.9, abs=0.1)


@pytest.mark.parametrize(("first", "text"), [("企業が増えたのはなぜ?", "それって相関であって因果じゃないよね"), ("企業の割合は?", "因果関係は確かめましたか")])
def test_a_cause_of_figures_stays_with_the_figures(talked, first, text):
    answer = talked(first, text)[-1]
    assert answer.intent == "limits" and len(answer.figures) > 2


@pytest.mark.parametrize("text", ["いつのデータですか", "それはいつの数字ですか", "何年時点のデータなんですか"])
def test_the_date_of_our_data_after_figures(talked, text):
    assert "2025年4月時点" in talked("企業の割合は?", text)[-1].answer.partition("**要点**")[0]


def test_another_style_of_such_an_answer_tells_the_same(talked):
    short = talked(OPPOSED, "後者のほうが新しいんですか。いつ、誰が書いたものですか。", "もっと短く")[-1]
    assert "Giziński ほか：2023年の資料です" in short.answer and short.outcome == "answered"
    assert "19.7倍" in talked("GPT-3とGPT-4では何倍", "もっと短く")[-1].answer


def test_a_summary_that_tells_the_day_is_quoted(ask):
    assert "2020年9月14日" in ask("Hookerの論文はいつ誰が書いたものですか").answer
