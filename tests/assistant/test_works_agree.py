"""Works held against each other, by name or as they were just listed: whether they agree is told first, then what each says."""

import pytest

LIST, AGAINST = "計算資源の格差の主な論文は?", "計算資源の格差に反対する論文は?"
SUPPORT, OPPOSE, SPLIT, APART, BETWEEN = (
    "いずれも、計算資源の格差があるという見方に立つ資料です。", "いずれも、計算資源の格差という見方を割り引いて見る資料です。", "見方は分かれていて、一つの結論にはまとまりません。",
    "主題が違う資料で、共通の結論を述べた記述はありません。", "結論は一致していません。",
)  # fmt: skip


def works(answer):
    return {citation.id.partition("#")[0] for citation in answer.citations}


@pytest.mark.parametrize(
    ("text", "head", "told"),
    [
        ("Ahmed & WahedとBesirogluの論文、言ってることはどう違う?", SUPPORT, {"ahmed-wahed-2020-de-democratization-of-ai", "besiroglu-2024-compute-divide-ml"}),
        ("Ahmed＆WahedとBesirogluの論文の違いは", SUPPORT, {"ahmed-wahed-2020-de-democratization-of-ai", "besiroglu-2024-compute-divide-ml"}),
        ("BesirogluとMusserの論文、どっちが正しい", SPLIT, {"besiroglu-2024-compute-divide-ml", "musser-2023-main-resource-is-the-human"}),
        ("KaplanとHoffmannの研究、結論は一致してる?", BETWEEN, {"kaplan-2020-scaling-laws", "hoffmann-2022-chinchilla"}),
        ("StrubellとPattersonはどう食い違う?", BETWEEN, {"strubell-2019-energy-policy-nlp", "patterson-2021-carbon-emissions-large-nn"}),
        ("AI IndexとMcKinseyで言ってること違う?", APART, {"stanford-ai-index-2025", "mckinsey-2025-state-of-ai"}),
        ("スタンフォードAIインデックスと情報通信白書を比べると", APART, {"stanford-ai-index-2025", "mic-ict-white-paper-2025"}),
        ("マッキンゼーとBCG、言うてること同じ?", "同じ主題の資料ですが、共通の結論を述べた記述はありません。", {"mckinsey-2025-state-of-ai", "bcg-2024-wheres-the-value-in-ai"}),
        ("Green AIの論文とStrubellの論文は矛盾してないの", SUPPORT, {"schwartz-2019-green-ai", "strubell-2019-energy-policy-nlp"}),
    ],
)
def test_two_works_named_are_held_against_each_other(ask, text, head, told):
    answer = ask(text)
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(head) and works(answer) == told


@pytest.mark.parametrize("text", ["それ、結論一致してる?", "結論は一致していますか", "みんな同じこと言うてんの?", "論文同士で矛盾はないの", "意見は割れてる?", "主張は食い違っていませんか", "どれも同じ結論ですか", "見解はバラバラ?"])
@pytest.mark.parametrize(("before", "head"), [(LIST, SUPPORT), (AGAINST, OPPOSE)])
def test_whether_those_listed_agree_is_told(talked, before, head, text):
    first, answer = talked(before, text)
    assert answer.verdict.ok and answer.answer.split("\n")[1] == head and works(answer) <= works(first)


def test_what_a_summary_sets_against_its_own_work_is_told(talked):
    answer = talked("Strubellの論文の要点は?", "反対の論文は?", "それ、結論一致してる?")[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(f"{BETWEEN}構造探索の数字は極端な例で、後にPattersonらの2021年の論文で下方に見直されました")


@pytest.mark.parametrize("text", ["AhmedとWahedの論文の要点は?", "Ahmed & Wahedの論文の結論は?"])
def test_two_authors_of_one_work_are_that_work(ask, text):
    assert works(ask(text)) - {"firm_share.ai.2021"} == {"ahmed-wahed-2020-de-democratization-of-ai"}


def test_after_figures_nothing_of_works_is_told(talked):
    assert talked("2021年の企業参加率は?", "結論は一致している?")[-1].outcome == "not_in_data"
