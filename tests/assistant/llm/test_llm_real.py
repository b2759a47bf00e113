"""A real small model (marked llm; LLM_MODEL and LLM_BASE_URL must point at it): error-prone on purpose, so the guard must hold.

The limit is long because the model runs on one core; what is asserted is safety, not speed.
"""

import os
from dataclasses import replace

import pytest

from assistant.llm import ModelWriter, Settings
from bench.llm import invented, material_text

QUESTIONS = (
    "2019年のICMLの企業参加率は?", "AI会議の企業参加率の推移は?", "2020年のAI会議とAI以外の会議の企業参加率を比べて", "計算資源とは何ですか", "2015年のCVPRの産学共著率は?", "産学共著は何倍になった?", "企業の論文は2019年に何本?",
    "2018年の日本の機関の参加率は?", "なぜ企業は増えたのか", "QS1〜50位の大学の参加率、2018年", "大手テックは2008年から2018年にどう動いた?", "NeurIPSとICMLの企業参加率を2019年で比べて", "企業参加率が一番高かったのは何年?",
    "2021年のAI会議の大学参加率は?", "2014年のKDDの企業単独率は?", "企業参加率が高い会議を3つ、2020年で", "中国の機関の参加率は2012年の前後でどう違う?", "この統計はどこまで信用できますか", "学習費用はどれくらい膨らんでいますか", "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか",
)  # fmt: skip
COUNT = int(os.environ.get("LLM_QUESTIONS", len(QUESTIONS)))


@pytest.fixture(scope="module")
def writer(assistant, tmp_path_factory):
    settings = Settings.from_environment()
    if settings is None:
        pytest.skip("LLM_MODEL is not set")
    assistant.writer = ModelWriter(replace(settings, seconds=float(os.environ.get("LLM_TIMEOUT", 150)), tokens=220, tools=False), tmp_path_factory.mktemp("llm"))
    yield assistant.writer
    assistant.writer = None


@pytest.mark.llm
@pytest.mark.parametrize("question", QUESTIONS[:COUNT])
def test_no_unsupported_number_is_shown(assistant, writer, question):
    answer = assistant.ask(question)
    print(answer.mode, round(answer.elapsed_ms), answer.answer, writer.ledger.file.read_text(encoding="utf-8").splitlines()[-1], sep="\n")
    assert answer.outcome == "answered" and answer.verdict.ok and answer.verdict.unsupported == ()
    if answer.mode == "llm":
        assert invented(answer.answer.partition("**出典**")[0], material_text(answer)) == []
