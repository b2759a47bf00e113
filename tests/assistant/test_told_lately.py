"""What was told last is pointed at, agreed with or asked of another group; years and kinds of papers are told as they are written."""

import pytest

from assistant.models import Place, Subject

FIRM = Subject("firm_share")


@pytest.mark.parametrize("pointed", ["今の会社、2010年だといくつ?", "いまの会社は2010年だと?", "さっきの企業、2010年は?", "今言った会社の2010年は", "先ほど出た会社は2010年では?"])
def test_the_one_firm_told_last_is_meant(talk, pointed):
    question = talk("NECの2021年のAI会議の割合は?", "NTTは?", pointed)
    assert (question.subjects, question.years) == ((Subject("institution_share", institution="ntt"),), (2010,))


def test_a_firm_is_pointed_at_only_where_one_was_told(talk):
    question = talk("2021年のAI会議の企業の割合は?", "今の会社、2010年だと?")
    assert not any(subject.metric == "institution_share" for subject in question.subjects)


@pytest.mark.parametrize("agreed", ["へえ、伸びてますね", "増えてますね", "やっぱり上がったんですね", "かなり伸びましたね。", "だいぶ増えたな"])
def test_who_agrees_keeps_the_two_years(talk, agreed):
    question = talk("AAAIの企業参加率を2011年と2020年で", agreed)
    assert (question.statistic, question.years, question.places) == ("change", (2011, 2020), (Place("venue", "aaai"),))
    after = talk("AAAIの企業参加率を2011年と2020年で", agreed, "IJCAIも同じ2時点でほしいです")
    assert (after.statistic, after.years, after.places) == ("change", (2011, 2020), (Place("venue", "ijcai"),))


@pytest.mark.parametrize("text", ["増えていますか?", "どれだけ増えた?", "大学も増えてますね?"])
def test_a_question_about_the_move_is_no_agreement(talk, text):
    question = talk("AAAIの企業参加率を2011年と2020年で", text)
    assert question.inherited != ("all",) or question.asserted is None


@pytest.mark.parametrize(("asked", "group"), [("エリート大学のほうはどうなっていますか", "tier_1-50"), ("QS51〜100位の大学だと?", "tier_51-100"), ("日本は?", "japan"), ("エリート以外の大学は?", "non_elite"), ("大学は?", "university")])
def test_another_group_after_citations_is_asked_for_its_citations(talk, asked, group):
    question = talk("企業の論文の被引用シェアは2021年のAIで何%?", asked)
    assert question.subjects == (Subject("citation_share", group=group),)


def test_papers_named_after_citations_leave_them(talk):
    assert talk("企業の論文の被引用シェアは2021年のAIで何%?", "エリート大学の参加率は?").subjects == (Subject("tier_share", tier="1-50"),)


@pytest.mark.parametrize(("text", "spans"), [
    ("企業の割合は2007〜2011年と2012年以降でどう変わった?", ((2007, 2011), (2012, 2021))), ("AIの企業率、2009年から2013年と2014年以降を比べて", ((2009, 2013), (2014, 2021))),
    ("企業の割合は2011年までと2012〜2021年でどう変わった?", ((2007, 2011), (2012, 2021))), ("企業の割合は2008〜2010年と2015年でどう変わった?", ()),
])  # fmt: skip
def test_a_range_beside_an_open_one_is_two_periods(understand, text, spans):
    assert understand(text).spans == spans


@pytest.mark.parametrize(("text", "years"), [("NeurIPSの2021年、企業の割合を教えてください。直近の値が欲しいのです", (2021,)), ("NeurIPSの令和3年の企業の割合、最新の", (2021,)), ("NeurIPSの直近の企業の割合", (2019,))])
def test_a_year_that_is_told_is_not_moved_to_the_latest(understand, text, years):
    assert understand(text).years == years


@pytest.mark.parametrize(("text", "metric"), [
    ("ICLR 2021の大学onlyの論文率くれ", "university_only_share"), ("2020年の企業onlyの割合は", "firm_only_share"), ("アカデミアとの共著は抜きで、カンパニー単独のペーパーは2010年のAIで何%ですか", "firm_only_share"),
    ("大学との共著論文はなしで、企業の論文は2015年に何%?", "firm_only_share"), ("ユニバーシティの参加率は2015年のAIで何%", "university_share"), ("企業と大学の共著は何%?", "firm_university_share"),
])  # fmt: skip
def test_only_and_without_are_read_where_they_stand(understand, text, metric):
    assert [subject.metric for subject in understand(text).subjects] == [metric]


@pytest.mark.parametrize("text", ["東京大学が保有しているH100の枚数を教えていただけますか", "A100を何枚持ってる? OpenAI", "産総研が導入したH100は何枚?"])
def test_how_many_chips_one_owner_has_is_not_held(understand, text):
    assert understand(text).blocker == "scope_business"


@pytest.mark.parametrize("text", ["国際会議だけで産業界の実力を測ることの問題点を述べよ", "論文数で見ることの限界は?", "会議の論文だけで企業を測ることの弱点は"])
def test_what_is_wrong_with_such_a_measure_is_asked_of_the_limits(understand, text):
    assert understand(text).intent == "limits"


def test_a_field_to_be_put_beside_the_whole_is_compared_with_it(understand):
    question = understand("ネットワーク系の学会だと2019年の企業割合ってどれくらいですか?AI全体と並べたいので両方!")
    assert set(question.places) == {Place("field", "networks"), Place("area", "ai")}
