"""Normalising of questions and longest-match lookup."""

import pytest

from assistant.understand.text.matcher import Cues, Phrases, clean, read


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("ＩＣＭＬ　２０１９", "ICML 2019"),
        ("  企業\n\n参加率\t", "企業 参加率"),
        ("企業\u200b参加\ufeff率", "企業 参加 率"),
        ("2010–2020", "2010-2020"),
        ("2010〜2020～2021", "2010~2020~2021"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("ｷｷﾞｮｳ", "キギョウ"),
        ("\u3000\u200b\n", ""),
        ("㈱と㌫", "(株)とパーセント"),
    ],
)
def test_width_white_space_dashes_and_control_characters(raw, cleaned):
    assert clean(raw) == cleaned


def test_lone_surrogates_are_taken():
    assert clean("企業\ud83d参加率").startswith("企業")


@pytest.mark.parametrize("text", ["İstanbul ŞİRKET", "ＩＣＭＬ２０１９", "ﬁrm ﬂop", "ΣΑΣ ß ẞ"])
def test_both_forms_have_the_same_length(text):
    searched = read(text)
    assert len(searched.folded) == len(searched.lowered)


@pytest.fixture(scope="module")
def phrases():
    return Phrases([("g", "firm", "企業"), ("g", "lab", "企業研究所"), ("g", "ai", "AI"), ("g", "did", "did"), ("g", "co", "co."), ("g", "two", "AI"), ("h", "sp", "S&P")])


def keys(phrases, text):
    return [hit.key for hit in phrases.find(read(text))]


def test_longest_phrase_hides_the_shorter_ones_inside(phrases):
    assert keys(phrases, "企業研究所と企業") == ["lab", "firm"]


def test_latin_phrases_match_whole_words_also_beside_kanji(phrases):
    assert keys(phrases, "企業AI会議") == ["firm", "ai", "two"]
    assert keys(phrases, "said claims AIs didn't candid") == []
    assert keys(phrases, "ＡＩ") == ["ai", "two"]
    assert keys(phrases, "what did it") == ["did"]


def test_pattern_characters_are_literal(phrases):
    assert keys(phrases, "co. cox s&p") == ["co", "sp"]


def test_offsets_point_at_the_phrase(phrases):
    text = read("２０１９年の企業研究所")
    (hit,) = phrases.find(text)
    assert text.folded[hit.start : hit.end] == "企業研究所" == hit.text


def test_exact_phrases_keep_their_case():
    exact = Phrases([("venue", "chi", "CHI")], exact=True)
    assert keys(exact, "CHIの2018年") == ["chi"]
    assert keys(exact, "chiの2018年とChi") == []


def test_no_phrases_find_nothing():
    assert Phrases([]).find(read("企業")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("ワードで出して", True), ("この部屋のパスワードは?", False), ("なんで増えた?", True), ("日本がトップなんですよね", False), ("テンプレートが欲しい", True)],
)
def test_a_cue_is_no_part_of_another_word(text, found):
    assert bool(Cues({"any": ["ワード", "なんで", "テンプレ"]}).find(read(text))) == found
