"""Words that the lexicon does not list are read by their meaning, told so, with how sure that is; names and narrowed fields never are."""

import numpy as np
import pytest

from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.meaning import ASKABLE, LIKELY, SHIPPED, SURE, Table, descriptions, shipped_or

SAME = 1e-3
ENTRIES = {"firm": {"as": "企業", "meanings": ["会社"]}, "university": {"as": "大学", "meanings": ["学校"]}, "other": {"meanings": ["天気"]}}


def table(vectors):
    return Table(ENTRIES, lambda text: np.array(vectors[text]))


AXES = {"会社": [1.0, 0, 0], "学校": [0, 1.0, 0], "天気": [0, 0, 1.0]}


def test_the_nearest_group_and_how_sure():
    near = table(AXES)
    assert near.nearest(np.array([0.9, 0.1, 0.1]))[0] == "firm"
    sure, unsure = near.nearest(np.array([1.0, 0, 0]))[1], near.nearest(np.array([1.0, 0.95, 0]))[1]
    assert sure >= SURE and unsure < LIKELY


def test_near_to_something_else_is_no_group():
    near = table(AXES)
    assert near.nearest(np.array([0.1, 0.1, 1.0])) is None


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("ビジネス界の人が名を連ねた論文はどれくらいありますか", "firm_share"), ("実業の世界からの論文はどのくらいの比率", "firm_share"), ("ビジネスの人だけで完結した論文はどれだけ", "firm_only_share"),
        ("教授陣とビジネスマンが一緒に書いた論文は何割", "firm_university_share"), ("大学とビジネスマンが手を組んだ論文は何%", "firm_university_share"),
        ("キャンパスの研究者の論文はどのくらいの割合", "university_share"), ("国営の研究所の人が入った論文は何割", "government_share"), ("超巨大なIT勢の論文の比率は2020年", "big_tech_share"),
        ("最高峰の学府が入った論文は何割", "tier_share"), ("ごく一部の組織に論文が偏っている度合いは", "top10_share"), ("勤め先が判明しない書き手の論文の比率", "unknown_share"),
    ],
)  # fmt: skip
def test_unlisted_words(assistant, text, metric):
    question = assistant.understanding.understand(text)
    assert question.intent in DATA_INTENTS and question.blocker is None
    assert [subject.metric for subject in question.subjects] == [metric]
    assert LIKELY <= question.confidence <= 1
    assert any("読みました" in line for line in question.readings)


def test_the_year_and_the_conference_are_kept(assistant):
    question = assistant.understanding.understand("2019年のICMLで教授陣が書いた論文は何割")
    assert question.years == (2019,) and [place.name for place in question.places] == ["icml"]


@pytest.mark.parametrize("text", ["2021年の企業参加率は?", "日本の割合の推移", "NeurIPSの産学共著率を教えて"])
def test_what_the_lexicon_knows_is_certain_and_needs_no_vectors(divide, text):
    def never(text):
        raise AssertionError("no word needs to be read by its meaning")

    from assistant.understand.understanding import Understanding

    assert Understanding(divide, never).understand(text).confidence == 1.0


@pytest.mark.parametrize("text", ["ヒントン教授の論文数は?", "ノースイースタン商事の論文割合は?", "大阪府の大学だけの割合は?", "物理学の会議で企業の割合は?", "昼休みに食堂を使う人の割合", "太陽光発電の普及率は何%", "大学抜きの論文の割合", "学者抜きで書かれた論文は2019年に何%", "広告代理店業界のAI論文だけを抜き出した割合を知りたい(2020年)"])
def test_names_fields_and_other_things_are_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("turn", ["CoRLだと?", "CoRLで見るとどうでしょうか", "BMVCで見たらどうですか"])
def test_a_latin_name_has_no_meaning(talked, turn):
    assert talked("ICRAの企業参加率、2021年で", turn)[-1].outcome == "not_in_data"


def test_an_unsure_word_is_asked_back(assistant, monkeypatch):
    reader = assistant.understanding.reader_of_meanings()
    reader.warm()
    monkeypatch.setattr(reader.tables["groups"], "nearest", lambda vector: ("firm", (ASKABLE + LIKELY) / 2))
    answer = assistant.ask("教授陣の論文は何割")
    assert answer.outcome == "not_in_data" and "「教授陣」は企業のことでしょうか" in answer.answer
    monkeypatch.setattr(reader.tables["groups"], "nearest", lambda vector: ("firm", (LIKELY + SURE) / 2))
    answer = assistant.ask("教授陣の論文は何割")
    assert answer.outcome == "answered" and "おそらく企業のこと" in answer.answer


def test_the_shipped_vectors_are_those_of_the_descriptions_and_of_the_model(assistant):
    with np.load(SHIPPED, allow_pickle=False) as kept:
        texts, vectors = kept["texts"].tolist(), kept["vectors"]
    assert texts == descriptions(), "run `python -m bench meanings`"
    for at in range(0, len(texts), 20):
        assert vectors[at] == pytest.approx(assistant.library.index.provider.encode_query(texts[at]), abs=SAME), "run `python -m bench meanings`"


def test_the_model_makes_only_what_is_not_shipped(assistant):
    asked = []

    def encode(text):
        asked.append(text)
        return assistant.library.index.provider.encode_query(text)

    first, *others = descriptions()
    known = shipped_or(encode)
    assert [known(text).shape for text in others] == [(384,)] * len(others) and asked == [first]
    assert known("新しい言葉") == pytest.approx(assistant.library.index.provider.encode_query("新しい言葉"))


@pytest.mark.parametrize("made", [np.ones(384) / 384**0.5, np.ones(2) / 2**0.5])
def test_vectors_of_another_model_are_not_mixed_with_the_shipped_ones(made):
    assert all((shipped_or(lambda text: made)(text) == made).all() for text in descriptions()[:5])
