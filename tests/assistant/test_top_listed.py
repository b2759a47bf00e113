"""「企業の上位を教えて」 lists the first ones; whether a country's are among them, and which of them rose, go on from that list."""

import pytest

LISTED = [
    ("企業の上位を教えて", "firms"), ("当社は化学メーカーですが、AIの学会で論文を出している企業の上位を教えてください。", "firms"), ("大学の上位を見せて", "universities"),
    ("AI論文の会社のトップ3を教えて", "firms"), ("CVPRの企業の上位は?", "firms"), ("AI研究で上位の会社を3つ", "firms"), ("国の上位はどこ", "countries"), ("大学の上位10校は?", "universities"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "ranked"), LISTED)
def test_the_top_of_a_kind_is_a_ranking(understand, asked, ranked):
    question = understand(asked)
    assert (question.intent, question.statistic, question.ranked, question.blocker) == ("rank", "rank", ranked, None)


@pytest.mark.parametrize("asked", ["トップ企業の割合は?", "大学の上位校の割合は?", "企業の上位10社でどれくらいを占める?", "上位50校の参加率は?"])
def test_a_share_of_the_top_is_no_ranking(understand, asked):
    assert understand(asked).statistic != "rank"


def test_ten_rows_are_no_band_of_ranks(understand):
    assert not any(subject.metric == "tier_share" for subject in understand("大学の上位10校は?").subjects)


@pytest.mark.parametrize("asked", ["日本企業も入っていますか", "日本勢はいますか?", "その中に日本企業はない?", "上位に日本の会社は入ってる?"])
def test_a_country_without_a_member_is_told_so_with_its_first(talked, asked):
    answer = talked("論文が多い企業は?", asked)[-1]
    assert "いいえ" in answer.answer and "上位5社に、日本の企業は入っていません" in answer.answer and "19位" in answer.answer


def test_members_of_a_country_are_named_with_their_places(talked):
    answer = talked("論文が多い企業は?", "中国の会社はある?")[-1].answer
    assert "中国の企業は2社です" in answer and "3位：アリババグループ" in answer


def test_the_list_and_its_members_in_one_message(ask):
    answer = ask("AIの学会で論文を出している企業の上位を教えてください。日本企業も入っていますか。").answer
    assert "グーグル" in answer and "日本の企業は入っていません" in answer


@pytest.mark.parametrize("asked", ["日本企業の割合は?", "日本は何位?", "日本企業は?"])
def test_other_questions_of_a_country_stay_themselves(talked, asked):
    assert "入っていません" not in talked("論文が多い企業は?", asked)[-1].answer


@pytest.mark.parametrize("asked", ["その中で2012年以降に伸びたのはどこですか。", "このうち一番伸びた会社は?", "上位のうちで増えたのは?"])
def test_who_rose_among_those_listed(talked, asked):
    answer = talked("企業の上位を教えて。日本企業も入っていますか。", asked)[-1]
    assert answer.answer.split("\n")[1].startswith("並べた企業のうち") and "グーグル" in answer.answer


@pytest.mark.parametrize("asked", ["大学の方はどうでしょう。", "大学のほうは?", "大学だとどうでしょうか"])
def test_the_same_of_universities(talked, asked):
    answer = talked("企業の上位を教えて。日本企業も入っていますか。", "その中で2012年以降に伸びたのはどこですか。", asked)[-1].answer
    assert "最も上がった大学は" in answer and "グーグル" not in answer


def test_members_of_another_kind(talked):
    assert "上位5校に、日本の大学は入っていません" in talked("論文が多い企業は?", "日本企業も入ってる?", "大学だと?")[-1].answer
