"""Sentences for meetings: what a scene asks for, that each carries its figure and passes the check, and their Japanese."""

import itertools
import re

import pytest

import prompts
from assistant import Assistant
from assistant.phrases import Request, choices, fixed_sentences, read_request

SITUATIONS = tuple(prompts.table("phrases/situations"))
POLITENESS = ("spoken", "polite", "board", "formal")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    return Assistant.open(tmp_path_factory.mktemp("home"))


def spoken(answer) -> list[str]:
    """The lines to say aloud, without citation marks."""
    return [re.sub(r"【\d+】", "", line[2:]) for line in answer.answer.split("\n") if line.startswith("> ")]


@pytest.mark.parametrize(
    ("scene", "situation", "audience", "politeness", "length"),
    [
        ("常務会で話すひとこと", "directors", None, "polite", "line"),
        ("教授あてに送るメールを", "university", "university", "formal", None),
        ("若手メンバーにざっくばらんに伝えたい", "team", "team", "spoken", None),
        ("株主に取り組みを紹介する1分の話", "public", "outside", "formal", "full"),
        ("上司に予算の増額をお願いする", "budget", "superior", "polite", None),
        ("試作をやめると決めたことを役員に伝える", "withdraw", "executives", "board", None),
    ],
)
def test_a_scene_is_read(scene, situation, audience, politeness, length):
    request = read_request(scene)
    usual = {"directors": "executives"}.get(situation)
    assert (request.situation, request.length) == (situation, length)
    assert request.audience == (audience or usual)
    assert request.politeness == ("board" if audience is None else politeness)


def test_nothing_said_takes_the_usual_values():
    assert read_request("何か言えることは") == Request("directors", "for", "executives", "board", None)


@pytest.mark.parametrize("field", ["situation", "stance", "audience", "politeness", "length"])
def test_an_unknown_choice_is_named(field):
    with pytest.raises(ValueError, match=f"unknown {field} 'x'"):
        Request(**{field: "x"})


@pytest.mark.parametrize(("situation", "stance", "politeness"), list(itertools.product(SITUATIONS, ("for", "cautious"), POLITENESS)))
def test_every_choice_is_said_with_a_checked_figure(assistant, situation, stance, politeness):
    answer = assistant.phrases("取締役会", Request(situation, stance, None, politeness))
    lines = spoken(answer)
    assert answer.outcome == "answered" and answer.verdict.ok and answer.verdict.numbers
    assert len(lines) == 4 and all(answer.figures[0].display in line for line in lines)
    assert len(lines[0]) < len(lines[1]) < len(lines[2]) <= 330
    for line in lines:
        assert_natural(line)


@pytest.mark.parametrize("line", sorted(fixed_sentences()))
def test_fixed_lines_are_natural(line):
    if line.endswith(("。", "？")) and not line.startswith("想定される反問"):
        assert_natural(line.partition("：")[2] or line)


def assert_natural(text: str) -> None:
    """Polite to the end of each sentence, no doubled honorifics, no dropped ら, no shift between plain and polite style."""
    for sentence in filter(None, text.split("。")):
        assert re.search(r"(ます|です|ません|ました|でしょうか|ますか|ませんか|ですか|ください|ましょう)$", sentence), sentence
    assert not re.search(r"(ご\S{1,4}になられ|おっしゃられ|お伺いいたし|拝見させていただ|ご\S{1,3}される|いただかさせ|させていただきます?させ)", text), text
    assert not re.search(r"(見|出|来|食べ|決め|考え|始め|続け|受け|答え|調べ|試みれ)れ(る|ます|ない|ば)", text.replace("見られ", "").replace("考えられ", "")), text


@pytest.mark.parametrize("bad", ["お考えをおっしゃられました。", "資料を見れます。", "これは重要だ。", "ご説明になられます。"])
def test_the_rules_of_grammar_see_bad_japanese(bad):
    with pytest.raises(AssertionError):
        assert_natural(bad)


def test_the_named_measure_is_the_one_said(assistant):
    answer = assistant.phrases("2018年のCVPRの企業単独率を部下に説明する")
    assert answer.figures[0].id == "firm_only_share.venue-cvpr.2018"
    assert answer.figures[0].display in spoken(answer)[0]


def test_no_rise_is_told_where_the_interval_holds_none(assistant):
    answer = assistant.phrases("企業単独率を取締役会で")
    change = next(figure for figure in answer.figures if figure.metric.endswith("_change"))
    assert change.low <= 0 <= change.high and not any("上がっ" in line or "増えて" in line for line in spoken(answer))


def test_no_meaning_of_a_rise_is_told_where_the_share_of_firms_did_not_rise(assistant):
    answer = assistant.phrases("2016年のKDDの企業参加率を部下に説明する")
    change = next(figure for figure in answer.figures if figure.metric == "firm_share_change")
    assert change.low <= 0 <= change.high and not any("増えて" in line for line in spoken(answer))


def test_every_choice_has_a_name():
    assert {field: len(names) for field, names in choices().items()} == {"situation": 13, "stance": 2, "audience": 6, "politeness": 4, "length": 3}


def test_a_slice_without_data_is_refused(assistant):
    assert assistant.phrases("2030年の企業参加率を取締役会で").outcome == "not_in_data"
