"""What stands on its own after a paper or a refusal is answered as it is alone."""

import pytest

AFTER_JOINT_PAPERS = ("企業と大学の共著はどう増えた?", "Xuの論文の要点は?")


@pytest.mark.parametrize("asked", ["日本の大学ではどこが論文数が多いか。", "論文の多い国はどこか", "日本企業で論文が多いのはどこ"])
def test_a_ranking_after_a_paper_is_a_ranking(talked, ask, asked):
    assert talked(*AFTER_JOINT_PAPERS, asked)[-1].answer == ask(asked).answer


@pytest.mark.parametrize("asked", ["日本は?", "データはどこから?", "この論文で企業が多い分野は?"])
def test_a_few_words_after_a_paper_stay_with_it(talked, asked):
    assert talked("Ahmed & Wahedの要点は?", asked)[-1].intent == "paper"


@pytest.mark.parametrize(("refused", "asked", "shown"), [
    ("2027年は?", "中国の割合は?", "2021年のAI会議の中国"), ("2030年だと?", "では大学は?", "2021年のAI会議の大学参加率"), ("2005年は?", "ICMLは?", "2021年のICMLの企業参加率"),
])  # fmt: skip
def test_a_year_that_was_refused_is_not_carried_on(talked, refused, asked, shown):
    *_, no, last = talked("企業参加率は?", refused, asked)
    assert no.outcome == "not_in_data"
    assert last.outcome == "answered" and shown in last.answer


def test_a_conference_stays_when_only_its_year_was_refused(talked):
    assert "2019年のNeurIPSの企業参加率" in talked("2022年のNeurIPSの企業参加率は?", "では2019年は?")[-1].answer
