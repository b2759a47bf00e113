"""What somebody puts to the asker is answered itself, in words to say: by what it doubts, as long as was asked, in the asker's own voice."""

import pytest

from assistant.models import Question
from assistant.understand.words.put_to import put_to, topic_of

ASKED = (
    ('社長に「なんで今やるんや」て突っ込まれたらどない返したらええ', "now"),
    ("もし役員に時期尚早だと言われたら何て返そう", "now"),
    ("議会で「税金を使う意味があるのか」と質問されたときの答弁を、3行くらいでお願いします。", "tax"),
    ("住民説明会で血税の無駄遣いだと言われたら、どう返しますか", "tax"),
    ("記者から「大企業だけが得をするのでは」と聞かれたら、何と答えればいいですか。", "gain"),
    ("監査役に『GAFAに独占されて終わりでは』と詰められたときの受け答え", "monopoly"),
    ("取締役から「他社はもうやっているのか」という指摘が出そうです。返答を一文で。", "precedent"),
    ("学長から「うちの大学に関係あるのか」と問われたときの返答を30秒で", "relevance"),
    ("「どうせブームでしょ」って部下に言われたら?", "hype"),
    ("専務に、うまくいかなかったら誰が責任を取るのかと聞かれたらどう答えよう", "failure"),
    ("組合から「人減らしが狙いだろう」と突き上げられたときの説明を", "jobs"),
    ("県議から「特定の企業を優遇している」と批判されたときの答弁案", "fairness"),
    ("AIは環境に悪いと株主に言われたらどう答える", "energy"),
    ("株主総会で「配当に回すべきだ」という質問が出たらどう返せばいい?", "unheld"),
)


@pytest.mark.parametrize(("text", "topic"), ASKED)
def test_what_is_doubted_is_told_by_the_objection(text, topic):
    assert put_to(text, None).advice == ("reply", topic)


@pytest.mark.parametrize(
    "text",
    [
        "記者に「ビッグテックだけだと何%か」と聞かれております。お答えください",
        "会員さんに「日本の会社ってAIの学会に出てるの」と聞かれまして。2020年の割合、要ります",
        "「compute divideとは何か」と聞かれたらどう説明する",
        "株主総会で計算資源の格差を問われたときの答弁文案がほしい",
        "社長に「なぜ今か」と聞かれた。理由になる論文はある?",
        "部長に「効果500万の根拠は?」と聞かれたらなんて答えればいいですか",
        "執行側に聞くべき質問を3つ",
    ],
)
def test_a_value_a_meaning_a_source_or_a_paper_is_no_objection(text):
    assert put_to(text, None) is None


def test_the_words_that_cover_most_tell_the_topic():
    assert topic_of("税金を使う意味があるのか") == "tax" and topic_of("うちの本業に意味があるのか") == "relevance"
    assert topic_of("駐車場はどこか") is None


def body(answer):
    return answer.answer.split("**返し**\n")[1].split("\n\n")[0]


def test_a_reporter_is_answered_with_the_figures_that_bear_on_it(ask):
    said = body(ask("記者から「大企業だけが得をするのでは」と聞かれたら、何と答えればいいですか。"))
    assert said.startswith("> だれが得をするかまでは、論文の数からは言えません。")
    assert "産学共著率は、2007年の10.7%" in said and "企業単独率は6.4%" in said and "企業参加率は" not in said


def test_a_council_is_answered_on_lines_from_the_plan_by_no_firm(talked):
    *_, told = talked("1社あたり300万円で始めて年120万円の効果が出るとして、何年で元が取れますか", "県が3分の1補助したらどうなります?", "エリートでない大学は、データで見ると減っているんですか。", "議会で「税金を使う意味があるのか」と質問されたときの答弁を、3行くらいでお願いします。")
    lines = body(told).split("\n")
    assert len(lines) == 3 and all(line.startswith("> ") for line in lines)
    assert "279万円" in lines[1] and "当社" not in body(told)


def test_shorter_words_and_a_reply_in_one_message(talked):
    *_, both = talked("企業の割合、昔と比べてどれくらい増えたん?", "それ、会議で30秒で言えるようにしてや", "もっと短う。あと社長に「なんで今やるんや」て突っ込まれたらどない返したらええ")
    first, second = both.answer.split("**一言で**\n")[1].split("\n\n")[0], body(both)
    assert first.count("。") == 2 and "36.2%" in first
    assert second.startswith("> いま始めるのは")
    assert "今や" not in both.answer


def test_a_reply_is_made_shorter_and_backed_by_papers(talked):
    whole, shorter, papers = talked("AIは環境に悪いと株主に言われたらどう答える", "もっと短く", "その答えの根拠になる論文はありますか。")
    assert body(shorter).count("。") == 2 < body(whole).count("。")
    assert "Patterson" in papers.answer


@pytest.mark.parametrize("text", ["その返しを社外向けに", "記者向けだと?", "役員会で使うなら"])
def test_a_reply_for_others_is_the_same_reply(understand, text):
    told = put_to("社長に「うちに関係あるのか」と聞かれたら?", None)
    assert understand(text, told, None).advice == ("reply", "relevance")


def test_what_no_paper_backs_is_said_so(talked):
    *_, papers = talked("組合から「人減らしが狙いだろう」と突き上げられたときの説明を", "裏付けになる研究はある?")
    assert papers.outcome == "not_in_data" and "「仕事がなくならないか」を調べた論文は収録していません" in papers.answer


def test_what_is_not_held_is_answered_honestly(ask):
    assert body(ask("株主総会で「配当に回すべきだ」という質問が出たらどう返せばいい?")) == "> その点は、いま手元に確かな数字がありません。確認のうえ、期日を決めてお答えします。"


def test_the_voice_is_the_askers(ask):
    assert "本学" in body(ask("学長から「この規模でできるのか」と問われたときの返答を")) and "当社" in body(ask("社長から「この規模でできるのか」と問われたときの返答を"))


def test_words_told_before_stay_behind_a_reply():
    told = Question(text="言い方を", intent="phrases", resolved="言い方を", topic="言い方を")
    asked = put_to("もっと短く。あと役員に「なぜ今か」と聞かれたら何と答える?", told)
    assert asked.parts[0].topic.startswith("もっと短く") and put_to("あと役員に「なぜ今か」と聞かれたら何と答える?", told).parts == ()


def test_a_calculation_that_found_no_room_is_not_said_to_be_used(talked):
    *_, last = talked("GPUを8枚、1枚1時間300円で年4000時間借りるのと、1億2000万円で買うのとどっちが得?", "議会で『税金を使う意味があるのか』と質問されたときの答弁を、3行くらいで")
    assert ("試算の結果を使いました" in last.answer) == ("【1】" in last.answer) and "競うためではなく" in last.answer
