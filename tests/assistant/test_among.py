"""A part of the papers just told, and whether the papers of a group are cited more than their number tells."""

import pytest

from assistant.models import Draft
from assistant.write.layout import finish

JOINT = "企業と大学の共著論文はどの程度増えているのか。"


def first(answer):
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(("before", "asked", "shown"), [
    (JOINT, "そのうち上位校以外の大学と組んだものはどれくらいあるか。", "産学共著の論文のうち企業×エリート以外の大学の共著の論文は**74.3%**"), ("産学共著率は?", "そのうち上位校以外と組んだもの", "**74.3%**"), ("企業参加率は?", "そのうち大手テックは?", "企業の論文のうち大手テック企業の論文は**83.5%**"),
    ("2015年の企業参加率は?", "このうち企業だけで書いたものは?", "企業の論文のうち企業単独の論文は**20.2%**です"), ("企業参加率の推移は?", "うち大学と組んだのはどのくらい", "**80.6%**"), ("日本の割合は?", "そのうち企業は?", "日本の機関の論文のうち日本企業の論文は**43.3%**"),
    ("NeurIPSの企業参加率は?", "その中で大手テックは?", "**94.8%**"),
])  # fmt: skip
def test_a_part_of_those_is_told_as_a_part(talked, before, asked, shown):
    answer = talked(before, asked)[-1]
    assert shown in first(answer).split("。")[0] and answer.verdict.ok


def test_a_part_and_its_whole_may_not_be_swapped(assistant, talk):
    page, evidence, question = assistant.page(talk("企業参加率は?", "そのうち大手テックは?"))
    draft, cited = finish(Draft(page.text()), evidence)
    swapped = draft.text.replace("企業の論文のうち大手テック企業の論文は", "大手テック企業の論文のうち企業の論文は")
    assert assistant.verifier.check(draft.text, cited, question).ok
    assert swapped != draft.text and not assistant.verifier.check(swapped, cited, question).ok


@pytest.mark.parametrize(("before", "asked"), [("産学共著率は?", "そのうち大手テックのものは?"), ("企業参加率は?", "そのうち中国は?")])
def test_what_is_not_counted_together_is_said_to_be_of_all_papers(talked, before, asked):
    assert "論文全体に占める割合です。" in talked(before, asked)[-1].answer


@pytest.mark.parametrize(("asked", "shown"), [
    ("そのうちエリート大学とのものは?", "産学共著に占めるエリート大学の比率は**47.1%**"), ("そのうちエリート以外の大学が相手のものは論文全体の何%", "共著率は**21.7%**"), ("そのうち上位校以外は何本?", "**2,313本**"), ("エリート以外の大学だと?", "共著率は**21.7%**"),
])  # fmt: skip
def test_other_questions_on_a_part_are_answered_as_before(talked, asked, shown):
    answer = talked("産学共著率は?", asked)[-1].answer
    assert shown in answer and "前のお答えの論文の中での割合" not in answer


@pytest.mark.parametrize("asked", ["引用の面では、企業単独の論文と比べて共著の方が評価されているのか。", "企業単独の論文と共著論文、引用されているのはどちら", "引用では企業だけの論文より産学共著の方が多くされてる?"])
def test_citations_of_two_groups_are_set_against_their_papers(talked, asked):
    answer = talked(JOINT, "そのうち上位校以外の大学と組んだものはどれくらいあるか。", asked)[-1].answer
    assert "共著だけが評価されているとは言えません" in answer
    assert all(value in answer for value in ("29.2%", "37.4%", "6.4%", "8.3%"))


def test_one_group_alone_and_its_year_and_place(talked):
    assert first(talked("共著の論文はよく引用されるの?")[-1]).startswith("はい。論文の割合より引用の割合")
    assert "2019年のNeurIPSでは、産学共著率が23.5%" in talked("NeurIPSの産学共著率は?", "共著の論文はよく引用されるの?")[-1].answer
    assert "2010年のAI会議では" in talked("2010年は共著の論文の方が引用されていた?")[-1].answer


@pytest.mark.parametrize("asked", ["企業論文の被引用シェアは?", "産学共著の論文の被引用シェアは?", "共著論文の引用の多い会議は?", "この数字を引用していいですか", "エリート大学との共著は引用されている?"])
def test_other_questions_on_citations_are_left_alone(understand, asked):
    assert len(understand(asked).subjects) < 2


def test_firms_against_universities_are_no_joint_papers(understand):
    assert [subject.metric for subject in understand("引用の取り分、企業と大学だとどっちが大きい? AIの2018年に限って").subjects] == ["citation_share", "citation_share"]
