"""English words of research inside Japanese sentences read as the Japanese ones; names and English sentences stay."""

import pytest

from assistant.understand.text.english_words import in_japanese, points_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("その論文のmethodは? Causalと言えるのか。", "その論文の方法は? 因果と言えるのか。"),
        ("DiDのparallel trendsは確認されているの?", "DiDの平行トレンドは確認されているの?"),
        ("代表的なpaperを一つ挙げて。", "代表的な論文を一つ挙げて。"),
        ("Musserのlimitationsと、sample sizeは?", "Musserの限界と、標本は?"),
        ("peer reviewされてる?", "査読されてる?"),
        ("Ahmed & Wahed paperの結論は", "Ahmed & Wahedの論文の結論は"),
        ("robustness checkはした?", "頑健性の確認はした?"),
        ("この話のevidenceとcounterargumentを", "この話の根拠と反論を"),
        ("Evidenceの論文の割合は", "Evidenceの論文の割合は"),
        ("Green AIの論文は", "Green AIの論文は"),
        ("compute divideとは", "compute divideとは"),
        ("What is the evidence?", "What is the evidence?"),
        ("The Main Resource is the Humanの結論", "The Main Resource is the Humanの結論"),
    ],
)
def test_words_in_a_japanese_sentence(text, read):
    assert in_japanese(text) == read


def test_points_of_a_work_are_asked_in_english():
    assert points_of("give me the gist of Ahmed & Wahed", lambda name: True) == "Ahmed & Wahedの要点"
    assert points_of("give me the gist of your answer", lambda name: False) == "give me the gist of your answer"


@pytest.mark.parametrize("text", ["give me the gist of Ahmed & Wahed", "What are the main findings of Ahmed & Wahed?", "Summarize Ahmed & Wahed", "Ahmed & Wahedのgistを教えて", "Ahmed & Wahedのkey findingsは?"])
def test_the_points_are_told(ask, text):
    assert "2012年に深層学習が予想外の飛躍を遂げた後" in ask(text).answer


def test_parallel_trends_are_answered_as_the_japanese_words(ask):
    assert "事前の動きの検定" in ask("DiDのparallel trendsは確認されているの?").answer
