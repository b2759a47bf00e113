"""Questions that their form tells apart: the licence of our numbers, whether all this concerns the asker's firm, and firms counted by place or trade."""

import re
from pathlib import Path

import pytest

from assistant.understand.words.by_form import concern_asked, licence_asked

NOTICE = (Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
LICENCE = [
    "この数字は引用していいですか", "記事に引用してもいい?", "この数字を新聞に載せていいですか", "このデータのライセンスは何ですか", "記事で引用する場合、出典の書き方を教えて", "このグラフを社外の資料に載せても大丈夫?",
    "データの利用条件は", "クレジットはどう書けばいい", "図表を転載できますか", "このデータは商用で使っても問題ないですか", "Can I quote this number?", "What is the licence of the data?",
]  # fmt: skip
CONCERN = [
    "うちみたいな地方の建設会社にも関係ある?", "会社を継いだばかりでAIはさっぱりです。うちみたいな地方の建設会社にも関係ある話なんですか?", "中小企業にも関係ある話ですか", "うちは食品会社なんだけど、AIの論文なんて関係あるの?",
    "うちは食品卸ですが、この話は関係ありますか", "小さな工務店でもAIは必要?", "建設会社ですが、この統計を知る意味はありますか", "なぜ経営者がAI論文の統計を見る必要があるの?", "農家にとってもAIは他人事ではないですか", "町工場には無関係ですよね", "地元の運送会社ですけど、この手の話はうちに関係してきますか", "パン屋でもAI研究の動向を知っておく意味ってありますか",
]  # fmt: skip
COUNTED = [
    "うちの県でAIを入れてる建設会社は何社ある?", "愛知県でAIを導入している建設会社は何社?", "食品業界で生成AIを使っている企業はいくつありますか", "県内で何社がAIを導入していますか", "近所でAIを使っている店は何軒ある?",
    "GPUを持っている会社は何社?", "AIを活用する製造業の企業数は?", "日本でAIを導入した中小企業の社数は",
]  # fmt: skip
TO_COME = ["GPU不足はいつ解消しますか", "日本の大学がAI研究で追いつくのはいつ?", "AGIはいつ実現する?", "中国が米国を追い越すのはいつ", "半導体不足はいつごろ収まりますか", "AIが中小企業に普及するのはいつですか", "半導体の値下がりはいつ始まりますか"]
PAST = ["企業の割合が3割を超えるのはいつ?", "中国が米国を追い抜いたのはいつ?", "大手テックの割合が最も高かったのはいつ?", "深層学習が普及したのはいつ"]
OTHERS = [
    "2021年のAI会議の企業参加率は?", "企業の論文の被引用シェアは", "GENIACってうちでも使える制度?", "ABCIはうちの会社でも使えますか", "計算資源と論文の関係はありますか", "うちのような中堅メーカーは何から始めるべき?",
    "共同研究はうちでもできますか", "会議で使えるフレーズをください", "この数字はどこまで信用できますか?", "この数字、会議で使っていい?", "富岳で作ったAIは商売に使っていいの", "大学と企業の関係を調べた論文は", "中小企業でも勝ち目はありますか",
    "引用数が多い論文は", "生成AIを使う企業の割合は", "上位10社はどこ?", "「うちには関係ない」と言う営業本部長への切り返しの一言ある?", "ハードウェアの宝くじとは何の話で、うちの装置事業に関係ある?", "QLoRAの売りは何か。うちのGPU1台でも関係ある話?", "仕入れ値と論文の数に関係あるか、うちの部品で見てちょう",
    "よく見る「生成AIは95%の会社で成果なし」という数字、うちの広報誌に引用しても差し支えないものでしょうか", "この数字をそのまま社外に出して大丈夫ですか、弱点があれば先に知りたい", "生成AIを入れて儲かっている会社はどれくらいある?", "日本企業で一番論文を出しているのは?",
]  # fmt: skip
# What each word that tells another question apart is for: without it this would be taken for a question on our numbers, or on the asker's firm.
NOT_OUR_NUMBERS = [
    "引用回数の表を使ってもいい?", "被引用のデータは使っていいの", "Llamaのライセンスは何ですか", "GPTのデータは使っていい?", "モデルのライセンスは何ですか", "ソフトのライセンスは何ですか", "特許のデータを使っていいですか", "コードのライセンスは何ですか",
    "「企業は4割」とこの記事に引用しても大丈夫", "4割という数字を使ってもいいですか", "この数字を使っても問題ないですか、限界は", "この数字を総会で使っていいですか", "この数字を役員会で使っていいですか", "医療のデータを使ってもいいですか", "安全保障のデータを公開しても大丈夫ですか",
    "企業参加率の表を出してもらっていいですか", "このグラフを書いていただいても大丈夫ですか", "推移の表を出してもらえる?数字も出してもらって構わない", "値を書いてくれてもいいよ",
]  # fmt: skip
NOT_WHETHER_IT_CONCERNS = [
    "中小企業にも関係があると、論文ではどう言われていますか", "「うちの会社には関係ない」への切り返しを", "「うちには関係ない」にどう返すか", "「うちの会社には関係ない」に効く一言を", "うちには関係ないと言う部長がいる", "「うちには関係ない」に言い返したい",
    "うちの業界に関係ある計算資源とは", "うちの業界に関係ある計算資源って何", "うちの業界に関係あるのは何の話", "うちの会社がAIに金をかける意味はありますか", "うちの会社がAIに投資する意味はありますか", "うちの会社がAIに資金を投じる意味はありますか",
    "うちの会社がAI人材を雇う意味はありますか", "うちの会社に関係ある補助制度は", "うちの会社でもAIの共同研究をする意味はありますか", "AIに関係がある企業の割合は", "企業参加率は地球の気温と関係ありますか", "うちの業界に関係がある論文は何%",
    "うちの業界に関係がある論文は何件", "AIに関係がある会社は何社", "うちの業界に関係ある論文はありますか", "計算資源と企業の割合に因果関係はありますか", "企業の割合と計算資源に相関関係はありますか", "うちの業界に一番関係がある論文を教えて",
    "うちの業界に関係ある会社の順位を", "うちの業界に関係ある会社のランキングを", "中小企業にも関係あるなら、どうすればいい", "うちにも関係あるなら何から手を付ける", "うちの会社が300万円でAIを試す意味はありますか", "うちの会社が1億円でAIを試す意味はありますか",
]  # fmt: skip


@pytest.mark.parametrize("text", LICENCE)
def test_the_licence_and_the_credit_are_told_as_they_are_held(ask, text):
    answer = ask(text)
    assert (answer.outcome, answer.verdict.ok) == ("answered", True)
    head, credits = answer.answer.split("\n")[1], re.findall(r"「([^「」]*を加工して作成)」", answer.answer)
    assert "CC BY 4.0" in head and "引用できます" in head
    assert len(set(credits)) == 2 and all(f"「{credit}」" in NOTICE for credit in credits)


def test_the_number_just_told_may_be_quoted(assistant):
    assistant.ask("日本の論文シェアは2007年から2021年でどう変わりましたか", session="licence")
    answer = assistant.ask("この数字、記事に引用していいですか。出典の書き方も教えてください", session="licence")
    assert answer.outcome == "answered" and "引用できます" in answer.answer and "csmetrics.net（CC BY 4.0" in answer.answer


@pytest.mark.parametrize("text", CONCERN)
def test_whether_it_concerns_a_firm_is_answered_with_what_comes_first(ask, text):
    answer = ask(text)
    assert (answer.intent, answer.outcome, answer.verdict.ok) == ("strategy", "answered", True)
    assert answer.answer.split("\n")[1].startswith("関係はあります。")
    assert "内訳はありません" in answer.answer and "第一歩は" in answer.answer
    assert {"roi#poc_cost_genai", "roi#abci_rt_hg", "roi#mext_avg_joint"} <= {citation.id for citation in answer.citations} and answer.figures


@pytest.mark.parametrize("text", COUNTED)
def test_firms_counted_by_place_or_trade_are_refused_and_shares_are_offered_as_shares(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data"
    refused, offered = answer.answer.partition("近いもの")[::2]
    assert "55.2%" not in refused and "55.2%" in offered and "会社の数ではなく" in offered
    assert {citation.id.partition("#")[0] for citation in answer.citations} == {"mic-ict-white-paper-2025"}


@pytest.mark.parametrize("text", TO_COME)
def test_when_something_will_come_is_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "これから先" in answer.answer.split("\n")[0]


@pytest.mark.parametrize("text", PAST)
def test_when_something_came_is_no_forecast(understand, text):
    assert understand(text).blocker != "scope_when"


@pytest.mark.parametrize("text", NOT_OUR_NUMBERS)
def test_other_numbers_and_wishes_for_a_table_are_no_question_of_licence(text):
    assert not licence_asked(text)


@pytest.mark.parametrize("text", NOT_WHETHER_IT_CONCERNS)
def test_a_firm_named_in_another_question_is_not_asked_whether_it_concerns_it(text):
    assert not concern_asked(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_questions_are_none_of_these(understand, text):
    assert not licence_asked(text) and not concern_asked(text)
    assert understand(text).blocker != "scope_firms_counted"
