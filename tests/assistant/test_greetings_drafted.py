"""A greeting whose occasion is told before its text is asked for, and the same text in plainer words."""

import pytest

ASKED = "お世話になっております。社長が来週、取引先との懇親会でAIについて挨拶をします。2分程度の原稿を考えていただけませんか。"


@pytest.mark.parametrize("text", [ASKED, "明日、AIについてスピーチを頼まれました。原稿案を作ってください", "来月の取引先の会でAI研究の挨拶をすることになり、文案をお願いしたい", "専務が総会でAIの話をする挨拶を頼まれた。下書きを用意して"])
def test_a_greeting_is_drafted(understand, text):
    assert understand(text).advice == ("draft", "greeting")


@pytest.mark.parametrize("text", ["結婚式で挨拶をします。原稿を考えて", "取引先に挨拶をします。天気はどうですか", "AIについて挨拶をします。論文は何本?"])
def test_other_matters_are_no_greeting(understand, text):
    assert understand(text).advice != ("draft", "greeting")


@pytest.mark.parametrize("text", ["少し硬いので、もう少しやわらかい言い回しでお願いできますか。", "もっとやわらかく", "ちょっと堅苦しいです", "もう少しくだけた感じに", "親しみやすい言い方にして"])
def test_softer_words_keep_the_text_and_those_who_listen(talked, text):
    first, softer = talked(ASKED, text)
    assert "挨拶文の下書き" in softer.answer and "お集まりいただき" in softer.answer and "規模では張り合わず" not in softer.answer
    assert "上がっております" in first.answer and "上がっております" not in softer.answer


@pytest.mark.parametrize("text", ["では大学の先生に共同研究のご相談をするメールの文面もお願いします。", "AI研究の教授に共同研究を相談するメールを書いて", "大学の研究室へ連携をお願いする手紙の文面を作って"])
def test_a_mail_to_a_scholar_asks_for_joint_research(talked, text):
    answer = talked(ASKED, text)[-1].answer
    assert "突然のご連絡" in answer and "共同研究のご相談" in answer and "お疲れさま" not in answer


def test_a_mail_inside_the_firm_is_as_before(understand):
    assert understand("AI研究の企業の割合を社内に伝えるメールを書いて").advice == ("draft", "mail")
