"""Where it is measured: areas, fields, venues by all their names."""

import pytest

from assistant.models import Place

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")


def venue(key):
    return Place("venue", key)


def places(understand, text):
    return understand(text).places


def test_every_venue_is_found_by_its_name_and_its_title(understand, divide):
    wrong = [
        (venue_.key, name)
        for venue_ in divide.counts.venues
        for name in (venue_.name, venue_.title)
        if places(understand, f"2019年の{name}の企業参加率は?") != (venue(venue_.key),)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ICML", "icml"), ("ｉｃｍｌ", "icml"), ("Icml", "icml"), ("アイシーエムエル", "icml"), ("NeurIPS", "nips"), ("neurips", "nips"), ("NIPS", "nips"), ("ニューリプス", "nips"),
        ("ニューリップス", "nips"), ("シーブイピーアール", "cvpr"), ("アイクリア", "iclr"), ("トリプルエーアイ", "aaai"), ("エーシーエル", "acl"), ("イーエムエヌエルピー", "emnlp"),
        ("ケーディーディー", "kdd"), ("ミッカイ", "miccai"), ("インタースピーチ", "interspeech"), ("IROS", "iros"),
    ],
)  # fmt: skip
def test_nicknames_and_letter_readings(understand, written, key):
    assert places(understand, f"{written}の企業参加率、2018年") == (venue(key),)


@pytest.mark.parametrize(("written", "key"), [("NuerIPS", "nips"), ("NeurlPS", "nips"), ("NeurIP", "nips"), ("NeurIPSS", "nips"), ("INTERSPEACH", "interspeech"), ("EMNPL", "emnlp")])
def test_one_edit_away_is_read_and_said(understand, written, key):
    question = understand(f"{written}の会社の割合 2018")
    assert question.places == (venue(key),)
    assert any(written in line for line in question.readings)


def test_two_edits_away_is_somebody_else(understand):
    question = understand("NeuralPSSの企業参加率")
    assert venue("nips") not in question.places
    assert (question.blocker, question.blocker_details) == ("unknown_name", {"name": "NeuralPSS"})


def test_a_dictated_name_that_is_no_venue_of_ours_is_named(understand):
    question = understand("シーグラフあのーCGの学会ね二千十九年企業何パーセント")
    assert (question.blocker, question.blocker_details) == ("unknown_name", {"name": "シーグラフ"})


@pytest.mark.parametrize("acronym", ["SIGGRAPH", "XYZCON", "DEFCON"])
def test_an_acronym_that_is_no_venue_of_ours_is_named(understand, acronym):
    question = understand(f"{acronym}の企業参加率は?")
    assert (question.blocker, question.blocker_details) == ("unknown_name", {"name": acronym})


@pytest.mark.parametrize("name", ["CHI", "MM", "FAST", "DATE", "SC", "CC", "CASES", "MICRO", "WWW"])
def test_venues_named_like_words_need_their_own_spelling(understand, divide, name):
    key = next(found.key for found in divide.counts.venues if found.name == name)
    assert venue(key) in places(understand, f"{name}の企業参加率、2018年")
    assert venue(key) not in places(understand, f"{name.lower()}の企業参加率、2018年")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AI会議の企業参加率", (AI,)),
        ("AI以外の会議の企業参加率", (NON_AI,)),
        ("非ＡＩ分野の企業の割合", (NON_AI,)),
        ("全分野での企業の割合", (Place("area", "all"),)),
        ("AIと非AIで企業比率を比べて", (AI, NON_AI)),
        ("機械学習分野の企業の割合", (Place("field", "ml"),)),
        ("画像認識の企業の割合", (Place("field", "vision"),)),
        ("ロボットの学会では企業は増えた?", (Place("field", "robotics"),)),
        ("画像認識と自然言語処理ではどちらが企業が多い?", (Place("field", "vision"), Place("field", "nlp"))),
        ("企業の割合", ()),
    ],
)
def test_areas_and_fields(understand, text, expected):
    assert places(understand, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AI会議のICMLの企業参加率", (venue("icml"),)),
        ("機械学習分野のICMLの企業参加率", (venue("icml"),)),
        ("AI分野の画像認識の企業参加率", (Place("field", "vision"),)),
        ("ICMLとAI以外の会議の企業参加率を比べて", (venue("icml"), NON_AI)),
        ("NeurIPSとICMLとCVPRの企業参加率を2019年で比べて", (venue("nips"), venue("icml"), venue("cvpr"))),
        ("セキュリティとAIを比べると企業が多いのはどっち?2020年", (Place("field", "security"), AI)),
    ],
)
def test_the_narrower_place_wins_unless_places_are_compared(understand, text, expected):
    assert places(understand, text) == expected


def test_the_same_venue_twice_is_one_place(understand):
    assert places(understand, "NeurIPS(NIPS)の企業参加率、2018年") == (venue("nips"),)


def test_a_name_near_to_two_conferences_is_asked_back(understand, ask):
    question = understand("BCCVの企業の割合は?")
    assert (question.blocker, question.blocker_details["name"]) == ("ambiguous", "BCCV")
    answer = ask("BCCVの企業の割合は?")
    assert answer.outcome == "not_in_data" and "ECCV" in answer.answer and "ICCV" in answer.answer and "どれでしょうか" in answer.answer
