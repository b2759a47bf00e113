"""An outlay told by its parts: they are added up, and the answer says which."""

import pytest

from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.outlay_parts import parts_told


@pytest.mark.parametrize(("text", "whole"), [
    ("カメラ1台80万円で6台、設置工事200万円。不良が減って年360万円浮く見込み。5年", 6.8e6), ("機器500万円、工事100万円、研修50万円、年間効果250万円、5年", 6.5e6), ("本体が700万、設定費が80万、効果は年300万", 7.8e6), ("ソフト300万円と教育費40万円、年150万円の削減", 3.4e6),
    ("開発費800万円、導入費200万円、年400万円の効果", 1e7), ("初期投資700万円、設置工事200万円、効果は年400万円", 9e6), ("装置1200万、据付工事300万、年500万の効果", 1.5e7), ("システム構築600万円、データ移行費120万円、年300万円浮く", 7.2e6),
])  # fmt: skip
def test_parts_are_added_up(text, whole):
    assert read_investment(text).outlay.value == pytest.approx(whole)


@pytest.mark.parametrize("text", [
    "投資500万円、うち工事100万円、年200万", "投資500万円（機器400万円、工事100万円）、年200万", "機器500万円で、設備費が年100万円減る", "A案は機器500万円、B案は設備300万円", "システム開発費500万円、保守は年50万円、効果は年200万円", "プロトタイプの開発費200万円、設備300万円",
])  # fmt: skip
def test_what_is_no_part_stays(text):
    assert parts_told(text) == []


def test_the_answer_tells_the_parts_and_another_number_changes_one_of_them(talked):
    first, more, half = talked("うちは食品工場です。検品のAIカメラを入れたい。カメラ1台80万円で6台、設置工事200万円。不良が減って年360万円浮く見込み。5年だとどう?", "8台にしたら?", "ものづくり補助金で半分出たら?")
    assert "初期投資は、カメラ480万円、設置工事200万円の合計680万円としました" in first.answer and first.verdict.ok
    assert "初期投資840万円" in more.answer and "カメラ640万円、設置工事200万円の合計840万円" in more.answer and "680万円" not in more.answer.split("**要点**")[0]
    assert "初期投資420万円" in half.answer
