"""How often a paper is cited, where its authors belong, and what came after it: of the paper told last, and said where it is not held."""

import pytest

PAPER = "Ahmed & Wahedの論文は?"


def lines(answer) -> list[str]:
    return answer.answer.split("\n")


@pytest.mark.parametrize("asked", ["その論文の被引用数は?", "引用数は?", "何回引用されてる?", "この論文、どれくらい引用されたの?", "引用件数を教えて", "how many citations?", "被引用回数は", "引用回数ってわかる?"])
def test_no_count_of_citations_is_held(talked, asked):
    answer = talked(PAPER, asked)[-1]
    assert lines(answer)[1].startswith("引用された回数は、手元の資料にありません。") and answer.citations[0].id.startswith("ahmed-wahed-2020")


@pytest.mark.parametrize("asked", ["著者の所属は?", "著者はどこの人?", "書いた人の肩書は?", "所属機関は?", "筆者たちはどこの大学?", "どこの大学の人が書いた?", "著者は何者?", "著者の経歴は?"])
def test_where_the_authors_belong(talked, asked):
    assert "バージニア工科大学" in lines(talked(PAPER, asked)[-1])[1]


def test_an_affiliation_that_the_summary_does_not_tell_is_not_made_up(talked):
    answer = talked("Chinchillaの論文は?", "著者の所属は?")[-1]
    assert lines(answer)[1] == "著者の所属は、手元の要約に書かれていません。" and "著者は、Jordan Hoffmann ほかです" in answer.answer


@pytest.mark.parametrize("asked", ["続編は?", "その後の研究は?", "続きの論文はある?", "後続の論文は?", "改訂版はある?", "続報は出てる?", "follow-up study?", "次の論文は?"])
def test_later_works_of_the_same_authors(talked, asked):
    answer = talked(PAPER, asked)[-1]
    assert lines(answer)[1].startswith("続編と書かれた論文は、手元の資料にありません。") and {"ahmed-wahed-thompson-2023-growing-influence#record"} <= {citation.id for citation in answer.citations}


@pytest.mark.parametrize("asked", ["引用数の多い大学は?", "企業の引用シェアは?", "著者は?", "この論文を社外で引用していい?", "方法は?"])
def test_other_questions_after_a_paper_are_left_alone(talk, asked):
    assert "record" not in talk(PAPER, asked).inherited
