"""What the last answer means for the asker's firm."""

import pytest

RELATED = [
    "で、うちにどう関係する?", "それは当社にとってどんな意味?", "経営への示唆は?", "この話、自社への影響は?", "結局うちには何の関係が?", "ビジネスへのインパクトは?", "じゃあうちの会社にどう活かせる?", "これは弊社にどう響く?", "示唆は?", "事業への意味合いを教えて",
]  # fmt: skip


@pytest.mark.parametrize("asked", RELATED)
def test_after_a_share_its_meaning_comes_first(talked, asked):
    answer = talked("企業の参加率は?", asked)[-1]
    first, *rest = answer.answer.split("\n")[1:]
    assert first.startswith("最新の研究の担い手に企業が増えています。") and any("36.2%" in line for line in rest) and answer.verdict.ok


@pytest.mark.parametrize("asked", [*RELATED, "だから何?", "So what?"])
def test_after_a_term_why_it_matters_comes_first(talked, asked):
    assert talked("RAGとは?", asked)[-1].answer.split("\n")[1].startswith("社内の最新の文書に基づく答え")


@pytest.mark.parametrize("asked", ["で、うちにどう関係する?", "当社への影響は?", "だから何?"])
def test_after_a_paper_or_a_cost_the_example_of_its_summary(talked, asked):
    assert talked("Chinchillaの論文は?", asked)[-1].citations[0].id == "hoffmann-2022-chinchilla#section-8"
    assert talked("GPT-4の学習費用は?", asked)[-1].citations[0].id == "cottier-2024-rising-costs-frontier-training#section-8"


@pytest.mark.parametrize("asked", ["So whatを3 bulletsで、クライアントのCEO向けに", "So what in 3 bullets", "So whatを3点で、社長向けに", "so what、箇条書きで", "So what?"])
def test_in_how_many_points_and_for_whom_changes_nothing(talk, asked):
    assert talk("企業の参加率は?", asked).style == "meaning"


@pytest.mark.parametrize("asked", ["論文が多い企業は?", "企業の参加率の推移は?", "GoogleとMicrosoftを比べて"])
def test_after_rankings_and_courses(talk, asked):
    assert talk(asked, "で、うちにどう関係する?").style == "meaning"


@pytest.mark.parametrize("asked", ["うちの会社は何位?", "企業だけだと?", "うちは何から始める?", "計算資源の格差の影響は?", "影響が大きい論文は?", "うちの業界の割合は?"])
def test_other_questions_are_left_alone(talk, asked):
    question = talk("企業の参加率は?", asked)
    assert question.style != "meaning" and "own_firm" not in question.inherited
