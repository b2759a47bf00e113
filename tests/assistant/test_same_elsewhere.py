"""Follow-ups to figures that ask whether a country goes the same way, and which of those just compared writes with whom."""

import pytest

TREND, TWO, RANKED = "AI研究で企業の割合はどう変わった?", "GoogleとMicrosoftの推移を2012年以降で比べて", "AI会議で論文が多い企業の上位10社"


@pytest.mark.parametrize("text", ["それは日本でも同じ傾向でしょうか。", "日本でもそうなの?", "国内でも同様?", "その傾向は日本でも見られますか", "日本の場合も同じ?"])
def test_japan_goes_on_with_the_group_that_was_told(understand, text):
    first = understand(TREND)
    question = understand(text, first, first)
    assert [subject.metric for subject in question.subjects] == ["japan_firm_share"] and question.statistic == "trend"
    assert any("日本企業" in told for told in question.readings)


def test_japan_goes_on_after_a_cause(talked):
    assert "日本企業の参加率" in talked("背景として、AI研究が大企業に偏ってきたことを示す数字をいただけますか。", "それは日本でも同じ傾向でしょうか。")[-1].answer


def test_another_country_is_said_to_be_told_as_a_whole(understand):
    first = understand(TREND)
    question = understand("中国でも同じ傾向?", first, first)
    assert question.subjects[0].country == "China" and any("機関全体" in told for told in question.readings)


@pytest.mark.parametrize("text, metric", [("日本では?", "japan_share"), ("NeurIPSでも同じ?", "firm_share")])
def test_other_follow_ups_are_as_before(understand, text, metric):
    first = understand(TREND)
    assert understand(text, first, first).subjects[0].metric == metric


@pytest.mark.parametrize("first, text", [(TWO, "どっちが大学との共著多い?"), (TWO, "それぞれ大学と組んだ論文の割合は?"), (RANKED, "この中で大学との共同研究が多いのはどこ?"), (TWO, "産学共著が多いのはどちら?")])
def test_partners_of_each_are_said_not_to_be_held(talked, first, text):
    answer = talked(first, text)[-1]
    assert answer.outcome == "not_in_data" and "組んだ相手との共著の数" in answer.answer and "産学共著率" in answer.answer


@pytest.mark.parametrize("text", ["どっちが多い?", "差は何ポイント?"])
def test_which_has_more_is_still_told(understand, text):
    first = understand("GoogleとMetaの2021年の論文の割合は?")
    assert understand(text, first, first).blocker is None
