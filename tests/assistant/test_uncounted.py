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


@pytest.mark.parametrize("text", ["学生にも分かるように企業参加率を説明して", "ヒスパニック系の学生が多い大学の参加率は?", "公的機関の論文の割合は", "若手に話すので、2018年のCVPRの企業参加率を教えて", "IROSとICRAはどちらも製造業が出しやすいと聞きますが、2021年に企業の入った割合が低いのは", "ISSCCは半導体メーカーの発表会だと思ってるんだが、2019年の企業の割合は実際どれだけ", "医用画像のMICCAI、病院の仕入れ担当として聞きますが2019年の企業比率は"])
def test_who_only_stands_beside_the_question_changes_nothing(understand, text):
    assert understand(text).blocker is None


@pytest.mark.parametrize("text", ["自治体の職員ですが企業参加率の推移を見せて", "うちは病院ですが、産学共著率の推移を知りたい", "中小企業の経営者です。大手テックの割合は?", "メーカー勤務ですが大学と企業はどっちが論文多いですか", "弁護士ですが、CVPRに企業はどのくらい出ていますか", "スタートアップを経営しています。企業だけの論文の割合を教えて"])
def test_who_asks_is_not_who_is_counted(understand, text):
    assert understand(text).blocker is None


def test_other_groups_may_follow(talk):
    assert [str(subject.metric) for subject in talk(FIGURES, "大学についても教えて").subjects] == ["university_share"]
    assert talk(FIGURES, "公的機関は?").subjects[0].metric == "government_share"


@pytest.mark.parametrize("text", ["研究者一人の会社が出した論文の割合", "企業の論文で1人だけで書いたものの割合", "企業参加率の標準偏差", "論文の割合の分散は?", "ひとりで書いた論文は何%?", "産学共著率の中央値を教えて"])
def test_what_no_record_tells_of_a_share(understand, text):
    assert understand(text).blocker is not None


@pytest.mark.parametrize("text", ["学習費用の中央値は?", "分散学習の語を題名に含む割合", "企業が単独で書いた論文の割合"])
def test_what_only_sounds_like_it_is_read_as_before(understand, text):
    assert understand(text).blocker is None


@pytest.mark.parametrize("text", ["percentage of papers by women in ICML?", "share of papers from hospitals?", "フォーチュン500の企業の割合", "日経225の会社の論文の割合は?", "how many papers by students?", "ユニコーン企業の論文シェア"])
def test_groups_in_english_and_of_stock_lists(understand, text):
    assert understand(text).blocker is not None


def test_joint_papers_with_a_group_that_is_not_counted(talk):
    assert talk("産学共著率は?", "自治体との共著は?").blocker is not None
    assert talk(FIGURES, "and women?").blocker == "scope_people"


@pytest.mark.parametrize("text", ["AAAIに出た会社の数", "CVPRで論文を出した企業の数は?", "AI会議に論文がある大学の数を教えて"])
def test_firms_and_universities_themselves_are_counted(understand, text):
    assert understand(text).statistic == "members"


def test_the_number_of_papers_of_firms_is_another_one(understand):
    assert understand("企業の論文の数は?").statistic != "members"


@pytest.mark.parametrize("text", ["EUでまとめると?", "G7は?", "BRICSで合わせると?", "先進国だとどう?"])
@pytest.mark.parametrize("before", [FIGURES, "中国と米国を比べて"])
def test_groups_of_countries_are_not_counted(talk, before, text):
    assert talk(before, text).blocker == "scope_region"
