"""Lines that are read aloud: no clipped answer to a question nobody asked, and no advice on groups where two institutions are compared."""


def test_what_the_reader_makes_of_a_paper_begins_with_what_it_says(ask):
    line = next(line for line in ask("Besirogluの論文の要点は?").answer.split("\n") if line.startswith("**経営への示唆**"))
    assert "自社への関わり：売り手のAI" in line and "あります。" not in line


def test_two_universities_are_named_as_such_and_share_no_roles(ask):
    told = ask("東大とMITを比べると?").answer
    assert "高いのはMITの方です" in told or "高いのはマサチューセッツ工科大学の方です" in told
    assert "担い手の役割" not in told and "論文の割合の方" not in told


def test_groups_that_overlap_are_still_told_so(ask):
    assert "担い手の役割は重なり合っています" in ask("2021年の企業と大学の割合を比べて").answer
