"""Words to a person: a letter, a mail to somebody who may object, a reply to an opinion, what to say first, and the last answer in English lines."""

import pytest

from assistant.understand.words.put_to import put_to

PAID = "共有クラウド案に年2000万円を5年かけるとROIはどうなりますか"


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def text_of(answer):
    head(answer)
    return next(line for line in answer.answer.split("\n")[::-1] if line.startswith("> "))


def test_a_letter_is_formal_and_carries_what_was_told(talked):
    said = text_of(talked("エリート大学とそれ以外ではどう違う", "さっきの大学の話 頭取に手紙で書くとしたらどう書く")[-1])
    assert said.startswith("> 拝啓") and said.endswith("敬具") and "QS1〜50位の大学の参加率" in said and "エリート以外の大学" in said and "お疲れさま" not in said
    assert "36.2%" in text_of(talked("AI会議の企業参加率の推移は?", "この話を専務宛ての手紙にしてくれんか")[-1])
    assert "LoRAとは" in text_of(talked("LoRAって何", "これを社長への手紙にして")[-1])


@pytest.mark.parametrize("text", ["反対しそうな人に事前に送るメールを書いてください", "反対派の役員に根回しのメールを書いて", "慎重な常務へ事前説明のメール文を"])
def test_a_mail_to_those_who_may_object_asks_for_their_doubts(talked, text):
    said = text_of(talked(PAID, text)[-1])
    assert "ご懸念の点を伺いたく" in said and "1億円です" in said and said.endswith("会議の前にお聞かせいただけませんか。") and "書き足せば" not in said


def test_without_a_plan_it_carries_the_standard_sums(talked, ask):
    for answer in (talked("来週の経営会議でAI研究への投資を提案したい", "反対しそうな人に事前に送るメールを書いてください")[-1], ask("反対しそうな部長に送るメール文を作って")):
        assert "共同研究で、期待値は452万円のプラス" in text_of(answer)


def test_other_mails_stay_as_they_were(talked):
    assert "お疲れさまです。検討中の案の試算結果を共有します。" in text_of(talked(PAID, "社内に共有するメールを書いて")[-1])
    assert "突然のご連絡" in text_of(talked(PAID, "大学の先生に共同研究をお願いする手紙を書いて")[-1])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("共同研究のほうが良いという意見が出たら、どう返せばいいでしょう", "other_way"), ("試作より共同研究がいいって声が上がったらどう返す?", "other_way"), ("クラウドで十分やろ言う人がおったら、なんて返したらええ", "other_way"),
        ("外注のほうが早いと主張する役員がいたら何と返せば", "other_way"), ("取締役から時期尚早だという意見が出たときの返し方", "now"), ("役員会で「なぜ自社で作らない」と問われたら", "own_model"), ("GPUを買うべきだという声にどう答える?", "machine"),
    ],
)  # fmt: skip
def test_an_opinion_that_is_raised_is_replied_to(text, topic):
    assert put_to(text, None).advice == ("reply", topic)


@pytest.mark.parametrize("text", ["計算資源の格差はないという意見はありますか", "人材のほうが大事だという意見に対する論文は?", "企業の論文は質が低いという指摘があるが本当か", "共同研究のほうが良いという論文はある?"])
def test_an_opinion_that_is_asked_about_is_not(text):
    assert put_to(text, None) is None


def test_the_reply_tells_whose_sums_it_carries(ask, talked):
    assert "標準の前提（仮置き）での試算" in ask("共同研究のほうが良いという意見が出たら、どう返せばいいでしょう").answer
    assert "452万円のプラス" in talked(PAID, "共同研究のほうが良いという意見が出たら、どう返せばいいでしょう")[-1].answer
    assert head(ask("反対意見が出たらどう返せばいい?")).startswith("出そうな反対と")


def test_questions_with_answers_are_a_draft(ask):
    assert head(ask("取締役会で想定される質問を3つ、答えも付けてください")) == "想定問答の下書きです。"


def test_what_to_say_first(ask):
    for text in ("来週の経営会議でAI研究への投資を提案したいのですが、何から話せばよいですか", "取締役会でAIの話をどういう順番で説明すればいい?", "会議で何から話せばいい?"):
        answer = ask(text)
        assert answer.intent == "phrases" and "決めてほしいことを、先に一言で伝えます。" in answer.answer, text


def test_words_for_a_bank_are_words_to_say(ask):
    answer = ask("取引銀行の方に当社のAI方針を三十秒で話すときの言い回しをお願いできますか")
    assert answer.intent == "phrases" and "方針でございます" in answer.answer


def lines_of(answer):
    assert answer.verdict.ok, answer.answer
    return [line for line in answer.answer.split("**出典**")[0].split("\n") if line.startswith("- ")]


@pytest.mark.parametrize(
    ("asked", "text", "number", "told"),
    [
        ("中国と米国、論文数どっちが上?", "いまの話、英語で3行にして", 3, "an author from China"), ("AI会議の企業参加率の推移は?", "これまでの話を英語3行で", 3, "rose from 17.3% in 2007"),
        ("三つの戦略の採算を比較して", "いまの話、英語で3行にして", 3, "Joint research with a university:"), ("LoRAって何", "今の話を英語で二行に", 2, "low-rank adaptation"), ("AI会議の企業参加率の推移は?", "要点だけ英語で2行お願いします", 2, "rose from 17.3%"),
    ],
)  # fmt: skip
def test_the_talk_in_english_lines(talked, asked, text, number, told):
    answer = talked(asked, text)[-1]
    assert len(lines_of(answer)) == number and told in answer.answer


def test_of_several_things_the_later_year(talked):
    answer = talked("AI会議の企業参加率の推移は?", "大学は?", "ここまでの話を英語で二行に")[-1]
    assert len(lines_of(answer)) == 2 and answer.answer.count("In 2021") == 2
