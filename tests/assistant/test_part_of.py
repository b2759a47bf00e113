"""How much of a group's papers are those of a part of it, by its words and by 「そのうち」."""

import pytest

from analytics.errors import BadInput
from assistant.models import ANSWERED, Subject


def subjects(question) -> list[str]:
    return [subject.metric for subject in question.subjects]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("企業の論文のうち産学共著は何%?", ["firm_university_share", "firm_share"]), ("企業論文のうち大学と組んだものの割合は2019年", ["firm_university_share", "firm_share"]),
        ("企業が書いた論文のどれくらいが大学との共著なの", ["firm_university_share", "firm_share"]), ("大学の論文のうちエリート大学はどれくらい", ["tier_share", "university_share"]),
        ("アカデミアの論文に占めるトップ50大学の割合、2018年", ["tier_share", "university_share"]), ("日本の論文のうち企業のものは何割", ["japan_firm_share", "japan_share"]),
        ("民間の論文の中でグーグルは何%", ["institution_share", "firm_share"]), ("大学の論文のうち東大は2020年に何%", ["institution_share", "university_share"]),
    ],
)  # fmt: skip
def test_a_part_is_set_beside_the_whole_that_is_named(understand, text, pair):
    question = understand(text)
    assert (subjects(question), question.intent, question.statistic) == (pair, "compare", "level")


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        (("産学共著率は?", "そのうち上位校以外と組んだのは"), ["firm_non_elite_share", "firm_university_share"]), (("2019年のICMLの企業参加率は?", "そのうちビッグテックは?"), ["big_tech_share", "firm_share"]),
        (("2021年の企業参加率は", "その中でメタは"), ["institution_share", "firm_share"]), (("2018年の大学参加率", "このうちエリート大学は"), ["tier_share", "university_share"]),
    ],
)  # fmt: skip
def test_a_pronoun_points_at_the_whole(talk, texts, pair):
    assert subjects(talk(*texts)) == pair


@pytest.mark.parametrize("text", ["AI会議の論文のうち企業は何%", "産学共著のうちエリート大学が相手なのは", "大学の論文のうちグーグルは何%", "企業の論文のうち深層学習の題名は2017年に何%", "ICMLの論文のうち大学は"])
def test_what_is_no_part_of_another_group_stands_alone(understand, text):
    assert len(understand(text).subjects) == 1


@pytest.mark.parametrize(("text", "part"), [("企業が書いた論文のどれくらいがトップ大学と一緒?", "firm_elite_share"), ("企業の論文のうち大学と連名のものは何割", "firm_university_share")])
def test_papers_written_together_are_no_two_groups(understand, text, part):
    assert subjects(understand(text)) == [part, "firm_share"]


def test_a_whole_that_is_named_ends_a_ranking(talk):
    question = talk("2019年のCVPRで論文が多い企業は?", "企業が書いた論文のどれくらいがトップ大学と一緒?")
    assert (question.statistic, subjects(question), question.years) == ("level", ["firm_elite_share", "firm_share"], (2019,))


def test_the_answer_begins_with_the_part_of_the_whole(ask, divide):
    answer = ask("企業の論文のうち産学共著は2019年に何%?")
    part, whole = (divide.share(divide.measure(name, area="ai"), (2019,)) for name in ("firm_university_share", "firm_share"))
    first = answer.answer.split("\n")[1]
    assert answer.outcome == ANSWERED and first.startswith(f"2019年のAI会議では、企業の論文のうち産学共著の論文は**{100 * part.value / whole.value:.1f}%**です")
    assert f"産学共著率は{part.display}" in first and f"企業参加率は{whole.display}" in first


@pytest.mark.parametrize("free", [False, True])
@pytest.mark.parametrize("asked", ["企業の論文のうち産学共著は2019年に何%?", "産学共著率と企業参加率を2019年で比べて"])
def test_the_sides_of_a_part_cannot_be_exchanged(assistant, as_checked, asked, free):
    text, evidence, question = as_checked(asked)
    text = text.replace("企業の論文のうち、", "企業の論文のうち")
    assert assistant.verifier.check(text, evidence, question, free=True).ok
    swapped = text.replace("企業の論文のうち産学共著の論文は", "産学共著の論文のうち企業の論文は", 1)
    assert swapped != text and not assistant.verifier.check(swapped, evidence, question, free=free).ok


@pytest.mark.parametrize("name", ["google", "microsoft", "nec", "univ-tokyo"])
def test_papers_of_an_institution_are_papers_of_its_sector(divide, name):
    part = divide.measure("institution_share", institution=name, area="ai")
    whole, other = ("university_share", "firm_share") if part.sector == "university" else ("firm_share", "university_share")
    figure = divide.within(divide.measure(whole, area="ai"), part, (2019,))
    assert 0 < figure.value < 100 and figure.metric == f"{whole}_within"
    with pytest.raises(BadInput):
        divide.within(divide.measure(other, area="ai"), part, (2019,))


def test_the_last_value_is_the_whole_only_where_it_holds_the_part(talk):
    assert subjects(talk("2018年の大学参加率", "そのうち日本企業は")) == ["japan_firm_share"]
    assert talk("産学共著率は?", "そのうち上位校以外と組んだのは").subjects[1] == Subject("firm_university_share")


def test_the_part_that_firms_wrote_alone_has_one_value_by_either_name(assistant, as_checked, divide):
    text, evidence, question = as_checked("企業単独率と企業参加率を2019年で比べて")
    within = next(item.figure for item in evidence.items if item.figure is not None and item.figure.metric.endswith("_within"))
    assert within.display == divide.share(divide.measure("firm_alone_ratio", area="ai"), (2019,)).display
    assert assistant.verifier.check(text, evidence, question, free=True).ok
