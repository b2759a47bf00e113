"""Groups that nobody counts are refused by their name, however the question is put; no figure of another group stands for them."""

import pytest

FIGURES = "2021年の企業参加率は?"


@pytest.mark.parametrize(
    "text, name",
    [
        ("自治体が関わった論文の割合をAAAIで", "自治体"),
        ("病院勤務の医師が著者に入っている論文ってどれくらい?", "病院"),
        ("NeurIPSの論文に占める市役所の割合", "市役所"),
        ("何割が自治体の論文ですか", "自治体"),
        ("AI会議で町工場はどのくらい発表してるの", "町工場"),
        ("ポスドクの人が書いた論文はどれくらいある?", "ポスドク"),
        ("論文のうち電機メーカーが関わったものは?", "電機メーカー"),
        ("AI会議で学生はどのくらい発表してるの", "学生"),
        ("旧帝大の論文の割合は増えてますか", "旧帝大"),
        ("私立大学による論文の本数を2019年で", "私立大学"),
    ],
)
def test_a_group_that_is_not_counted_is_refused_by_name(understand, text, name):
    question = understand(text)
    assert question.blocker is not None and question.blocker_details["name"] == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("通信会社についても教えて", "通信会社"),
        ("スタートアップについても教えて", "スタートアップ"),
        ("高専が入ってるのは何%?", "高専"),
        ("若手と比べると?", "若手"),
        ("で、市役所の人は?", "市役所"),
        ("高校も知りたい", "高校"),
        ("国立大学のほうは", "国立大学"),
        ("それ、旧帝大はどうなん", "旧帝大"),
        ("病院は?", "病院"),
    ],
)
@pytest.mark.parametrize("before", [FIGURES, "CVPRの企業と大学の割合を比べて", "企業の論文ランキング"])
def test_a_follow_up_names_a_group_that_is_not_counted(talk, before, text, name):
    question = talk(before, text)
    assert question.blocker is not None and question.blocker_details.get("name") == name


@pytest.mark.parametrize("text", ["学生にも分かるように企業参加率を説明して", "ヒスパニック系の学生が多い大学の参加率は?", "公的機関の論文の割合は", "若手に話すので、2018年のCVPRの企業参加率を教えて", "医用画像のMICCAI、病院の仕入れ担当として聞きますが2019年の企業比率は"])
def test_who_only_stands_beside_the_question_changes_nothing(understand, text):
    assert understand(text).blocker is None


def test_other_groups_may_follow(talk):
    assert [str(subject.metric) for subject in talk(FIGURES, "大学についても教えて").subjects] == ["university_share"]
    assert talk(FIGURES, "公的機関は?").subjects[0].metric == "government_share"
