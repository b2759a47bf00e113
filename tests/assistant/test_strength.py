"""How strong a country or an institution is, and what is asked in a roundabout way, written as the plain question."""

import pytest


@pytest.mark.parametrize(("asked", "metric"), [
    ("中国は本当に強いんですか", "country_share"), ("日本は遅れていますか", "japan_share"), ("日本はもうダメなのか", "japan_share"), ("AI研究でインドは強い?", "country_share"), ("韓国勢は負けてるの?", "country_share"), ("Googleってそんなにすごいの", "institution_share"),
    ("やっぱりアメリカは強いですよね", "country_share"), ("トヨタは頑張っていますか", "institution_share"), ("ドイツは世界的に進んでいるのですか", "country_share"),
])  # fmt: skip
def test_the_course_of_its_share(talk, asked, metric):
    question = talk(asked)
    assert question.statistic == "trend" and [subject.metric for subject in question.subjects] == [metric] and question.blocker is None


@pytest.mark.parametrize("asked", ["論文は強いですか", "なぜ日本は弱いの", "中国が強い分野は?", "日本とアメリカはどちらが強い?", "うちは強いですか", "中国の軍は強いですか"])
def test_other_strengths_are_left(talk, asked):
    question = talk(asked)
    assert not (question.statistic == "trend" and question.intent == "trend" and len(question.subjects) == 1 and question.blocker is None)


@pytest.mark.parametrize(("asked", "plain"), [
    ("去年の数字はないのか", "データは何年まである?"), ("最新のデータはありますか", "データは何年まである?"), ("2025年の統計は出ていないの?", "データは何年まである?"), ("もっと新しいデータはないですか", "データは何年まである?"),
    ("大学の先生に頼むといくらかかる?", "共同研究の費用はいくら?"), ("研究室に委託すると費用はどれくらいですか", "共同研究の費用はいくら?"), ("教授に共同研究をお願いしたら相場はいくら?", "共同研究の費用はいくら?"),
    ("Top 10 firms, AI papers. ランキングで", "論文が多い企業の上位10社は?"), ("大学の上位5校、AIの論文で", "論文が多い大学の上位5校はどこですか"), ("国のトップ10をリストで", "論文が多い国の上位10か国は?"),
    ("GPU1枚いくら?", "RTX 5090の価格は?"), ("GPUの価格は?", "RTX 5090の価格は?"), ("そもそもGPUって買うといくらするの?", "RTX 5090の価格は?"), ("企業が論文を出さなくなってるって本当?", "企業の割合は減っていますか"), ("最近、大学は論文を書かなくなった?", "大学の割合は減っていますか"),
    ("企業の論文は質が低いんじゃないの", "企業論文の被引用シェアは?"), ("大学の論文の質はどうですか", "大学論文の被引用シェアは?"), ("GAFA以外で頑張ってる会社は?", "論文が多い企業の上位10社は?"), ("ビッグテックを除いて論文が多い企業は?", "論文が多い企業の上位10社は?"), ("大手テック以外で目立つ企業はどこ?", "論文が多い企業の上位10社は?"),
])  # fmt: skip
def test_the_plain_question(talk, asked, plain):
    assert talk(asked).text == plain


def test_that_nobody_is_left_out_is_said(ask):
    answer = ask("GAFA以外で頑張ってる会社は?")
    assert "GAFAを除いた順位は作れない" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["2019年の数字は?", "去年の日本の割合は?", "大学に払う授業料はいくら?", "GAFA以外の割合は?", "企業の上位10社の割合は?", "上位10社への集中度は?", "GPUを借りるといくら?", "企業の論文は多い?", "部下の数は?", "最新のモデルの費用は?"])
def test_plain_questions_are_left(talk, asked):
    assert talk(asked).text == asked


@pytest.mark.parametrize("asked", ["部下にどう説明したらいい", "株主には何と言えばいいですか", "役員会にどう報告しよう", "若手にどんなふうに話せばいいですか", "銀行へはどう説明すればいい?"])
def test_how_to_tell_somebody_wants_words_to_say(ask, asked):
    answer = ask(asked)
    assert answer.intent == "phrases" and answer.outcome == "answered" and answer.verdict.ok


@pytest.mark.parametrize("asked", ["計算資源が足りない大学はどうしてる?", "大企業はどうやってGPUを確保しているの?"])
def test_a_group_named_where_nothing_is_measured_is_no_figure(ask, asked):
    assert ask(asked).intent == "paper"


@pytest.mark.parametrize("asked", ["企業の割合は?", "企業は多い?", "大学はどう?", "大手テックは?", "産学共著は?"])
def test_a_group_alone_still_is_one(ask, asked):
    assert ask(asked).figures
