"""Texts to send, to read out or to publish are written of what was told, with its figures and within the length asked for."""

import re

import pytest

from assistant.understand.text.matcher import read
from assistant.understand.words.drafts import kind_of

ASKED, PLAN = "企業の参加率は?", "うちの計画は初期800万円、年350万円の効果、3年です。回収できる?"


def quotes(answer):
    assert answer.intent == "phrases" and answer.outcome == "answered" and answer.verdict.ok, answer.answer
    return re.findall(r"^> (.+)$", answer.answer, re.MULTILINE)


@pytest.mark.parametrize(("text", "kind"), [
    ("それを学長名のプレスリリースの一段落にして", "press"), ("市長の名前で報道発表の文案をつくってほしい", "press"), ("社長名でニュースリリースにして", "press"), ("プレスに出す文にして", "press"), ("turn this into a press release", "press"), ("draft a press release paragraph", "press"),
    ("社員向けのメール文にして", "mail"), ("うちの社員に一斉メールで流したいので下書きを頼む", "mail"), ("write an email to my staff", "mail"), ("全社に送る連絡文を書いて", "mail"),
    ("朝礼の一言にして", "morning"), ("朝礼で話すネタとして", "morning"), ("挨拶文にして", "greeting"), ("開会の言葉にまとめてください", "greeting"), ("prepare opening remarks", "greeting"),
    ("それを理事会の説明文にして", "explanation"), ("評議員会向けの説明文をお願いします", "explanation"), ("取締役会の議案の説明を書いて", "explanation"), ("監査役の意見を150字で", "opinion"), ("社外取締役としての見解を80字で書いてくれ", "opinion"),
    ("社内報の記事にして", "article"), ("ニュースレターの原稿に仕立てて", "article"), ("ホームページに載せる文章にして", "article"), ("SNSに投稿する文を140字で", "article"), ("寄稿文の書き出しにして", "article"), ("会長の年頭所感の一段落に", "article"), ("年頭の挨拶に入れたい", "greeting"), ("社長のコメントとして", "comment"), ("学長名の談話をお願いします", "comment"), ("株主総会の想定問答を作って", "answers"), ("質疑応答集を用意して", "answers"), ("Q&Aを2つ作って", "answers"),
])  # fmt: skip
def test_the_kind_of_text(text, kind):
    assert kind_of(read(text)) == kind


@pytest.mark.parametrize("text", [
    "学長の意見は?", "監査役の意見は?", "反対意見は?", "研究者の意見をまとめて", "EMNLP2020の産学共著率をプレスリリースに引用したいのですが", "先週出したプレスリリースは何媒体に載りましたか?", "プレスリリースを分析した論文はある?", "社内報に載せたいので2019年のCVPRの企業参加率を",
    "メールアドレスは?", "記者会見の想定問答集をWordで", "結婚式のスピーチ原稿を書いて", "お客様への謝罪メールを書いて", "お礼のメールを書いて", "株主総会の想定問答に、大手IT企業の割合が何倍となったかを添えたい", "企業参加率の説明をして", "この数字をプレスリリースに使っていい?", "採用向けのコメント", "社長のコメントはどこに載っている?", "挨拶に入れたいので2019年のCVPRの企業参加率を",
])  # fmt: skip
def test_what_is_no_such_text(text):
    assert kind_of(read(text)) is None


@pytest.mark.parametrize(("text", "opens"), [("それを学長名のプレスリリースの一段落にして", "本学は、"), ("社長名でニュースリリースにして", "当社は、"), ("社員向けのメール文にして", "お疲れさまです。"), ("朝礼の一言にして", "おはようございます。"), ("挨拶文にして", "本日は"), ("理事会の説明文にして", "AI研究の担い手の動き")])
def test_a_text_carries_the_figures_told(talked, text, opens):
    written = quotes(talked(ASKED, text)[-1])[-1]
    assert written.startswith(opens) and "2007年の17.3%【" in written and "2021年の36.2%【" in written and "原因や利益" in written


@pytest.mark.parametrize(("asked", "text", "held"), [
    (PLAN, "それを理事会の説明文にして", "正味現在価値（NPV）は102万円です"), (PLAN, "朝礼で話す一言にまとめて", "初期投資800万円"), ("共同研究の採算は?", "プレスリリースの一段落に", "452万円のプラス"), ("中堅企業はどの戦略を選ぶべき?", "理事会の説明文にして", "小さく試し、計算資源は借り"),
    ("Ahmed & Wahedの論文", "社内報のコラムにして", "エリート大学が存在感を高めました"), ("企業が多い会議は?", "挨拶文にして", "WSDMで、52.3%"), ("企業の参加率と大学の参加率を比べて", "社内報の記事にして", "91.7%"), ("2019年のICMLの企業参加率は?", "メール文にして", "32.7%"),
])  # fmt: skip
def test_a_text_is_about_what_was_told_last(talked, asked, text, held):
    assert held in quotes(talked(asked, text)[-1])[-1]


@pytest.mark.parametrize(("text", "most"), [("監査役の意見を150字で", 150), ("監事の所見を100字以内で書いて", 100), ("プレスリリースの一段落を120字で", 120), ("挨拶文を80字で", 80)])
def test_the_length_is_kept(talked, text, most):
    written = quotes(talked(ASKED, text)[-1])[-1]
    assert len(re.sub(r"【\d+】", "", written)) <= most and "36.2%" in written


def test_an_opinion_holds_its_judgement(ask):
    assert "打ち切りの条件を確かめる必要がある" in quotes(ask("企業の参加率について監査役の意見を150字で"))[-1]


@pytest.mark.parametrize(("text", "number"), [("想定問答を2つ", 2), ("想定問答を作って", 4), ("Q&Aを3問用意して", 3)])
def test_questions_that_may_come_have_answers(talked, text, number):
    assert len(quotes(talked(ASKED, text)[-1])) == number


def test_without_a_talk_the_usual_share_is_told_and_said(ask):
    answer = ask("プレスリリースの一段落を書いて")
    assert "36.2%" in quotes(answer)[-1] and "話題の指定がないため" in answer.answer


@pytest.mark.parametrize("texts", [("挨拶文を書いて",), (ASKED, "結婚式のスピーチを書いて"), (ASKED, "部下の送別会のスピーチを考えて"), (ASKED, "工場の安全についての挨拶文を書いて"), (ASKED, "お客様への謝罪メールを書いて")])
def test_other_matters_are_refused(talked, texts):
    assert talked(*texts)[-1].outcome == "not_in_data"


def test_a_text_is_shortened_and_the_talk_goes_on(talked):
    _, mail, short, shorter, year = talked(ASKED, "社員向けのメール文にして", "もっと短く", "一文で", "2012年は?")
    assert len(quotes(short)[-1]) < len(quotes(mail)[-1]) and quotes(shorter)[-1].count("。") == 1
    assert year.intent == "figure" and "19.4%" in year.answer


def test_after_a_text_of_words_the_talk_is_about_them(talked):
    answer = talked("LoRAの論文", "社内報のコラムにして", "著者は?")[-1]
    assert answer.intent == "paper" and "hu-2021-lora" in answer.citations[0].id


@pytest.mark.parametrize("turns", [("北大に共同研究を申し込む手紙の下書きを作ってくれ",), ("共同研究は何年で元が取れる?", "北大に申し込む手紙の下書きを作ってくれ"), ("共同研究の採算は?", "先生に共同研究をお願いするメールの文面を")])
def test_a_letter_to_a_university_asks_for_a_talk_and_tells_no_sums_of_ones_own(talked, turns):
    answer = talked(*turns)[-1]
    assert answer.verdict.ok and "共同研究のご相談をしたく、ご連絡いたしました" in answer.answer
    assert "万円" not in answer.answer


def test_a_mail_to_ones_own_president_tells_the_sums(talked):
    assert "452万円" in talked("共同研究の採算は?", "社長にメールで報告したい。文面を")[-1].answer
