"""Names that are misspelt, and words that only look like names."""

import pytest

MEANT = [
    ("マイクロソフの参加率は?", "microsoft"),
    ("グーグールの論文数は?", "google"),
    ("スタンフォートの論文の割合は?", "stanford-univ"),
    ("ハーウェイの論文は何%?", "huawei"),
    ("オックスホードの順位は?", "univ-oxford"),
    ("パナソニクの論文割合は?", "panasonic"),
    ("Standfordの論文の割合", "stanford-univ"),
    ("Mircosoftは2019年に何%?", "microsoft"),
]


@pytest.mark.parametrize("text, key", MEANT)
def test_a_name_with_a_slip_is_read_as_the_name(understand, text, key):
    question = understand(text)
    assert ([subject.institution for subject in question.subjects], question.blocker) == ([key], None)
    assert any("と読みました" in told for told in question.readings)


def test_a_country_with_a_slip_is_read_as_the_country(understand):
    assert [subject.country for subject in understand("シンガポルの論文シェア").subjects] == ["Singapore"]


def test_none_of_the_names_set_side_by_side_is_dropped(understand):
    assert [subject.institution for subject in understand("ハーウェイとバイドゥとテンセントを比べて").subjects] == ["huawei", "baidu", "tencent"]


def test_a_field_that_was_misheard_is_read_as_the_field(understand):
    assert [place.name for place in understand("バイオ分屋の企業参加率は?").places] == ["bio"]


@pytest.mark.parametrize("text", ["インテリア業界の論文は?", "アマゾネスの論文は?", "プロトタイプの費用は?", "メーカーの論文の割合は?", "グーグルの論文の割合は?", "オーストリアの論文シェアは?"])
def test_a_word_of_its_own_stays_what_it_is(understand, text):
    assert not any("と読みました" in told for told in understand(text).readings)


@pytest.mark.parametrize(
    "text, key",
    [
        ("ソニイの論文の割合", "sony"), ("グゲルの論文の割合は?", "google"), ("トヨダの論文数", "toyota"), ("ハーウェーの順位", "huawei"), ("デンソの論文の割合", "denso"), ("ノキヤは何位?", "nokia"),
        ("平安保険は何位?", "ping-an"), ("ピンアンの論文の割合", "ping-an"), ("理研の論文の割合の推移", "riken"),
    ],
)  # fmt: skip
def test_names_of_few_sounds_and_of_two_firms(understand, text, key):
    question = understand(text)
    assert (question.blocker, [subject.institution for subject in question.subjects]) == (None, [key]) and question.intent in ("figure", "trend", "rank")


@pytest.mark.parametrize("text", ["ソナーの論文の割合", "メモの論文数", "スバルの論文数", "コストの割合は?", "モデルの論文の割合", "シャプの論文の割合"])
def test_words_of_few_sounds_are_no_names(understand, text):
    assert not any(subject.institution for subject in understand(text).subjects)
