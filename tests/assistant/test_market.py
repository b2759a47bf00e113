"""Prices, terms, subsidies, tax rules and rates that are held: reachable by asking, dated, sourced and checked; what is to come is refused."""

import re

import pytest

import prompts
from analytics.roi.market import quotable
from assistant.understand.plans.market import things

# What is asked, and the values that the answer must tell.
ASKED = {
    "ABCIの料金は?": ["660円/GPU時間", "220円/ポイント"],
    "ABCIは企業でも使えますか。料金は?": ["660円/GPU時間", "標準利用・東京圏法人は資源が取れない場合あり"],
    "TSUBAMEは企業でも使えますか": ["企業も使えます。", "11万円/口（税込）", "44万円/口（税込）"],
    "大阪大学のSQUIDは会社でも使えますか、費用も": ["703.2万円/ノード・年（税抜）"],
    "さくらのGPUの単価は?": ["990円/時", "1,008円/時（税込）"],
    "AWSのGPUインスタンスはいくら?": ["55.04ドル/時"],
    "H100の値段は": ["30,000ドル/基|3万ドル/基"],
    "GPUを借りる料金を一覧で": ["1GPU時間69円", "1GPU時間660円", "1GPU時間1,917円"],
    "安く使えるGPUはどこ?": ["1GPU時間69円"],
    "民間企業が使える国のスパコンを一覧で": ["ABCI、TSUBAME4.0、大阪大学のSQUID、mdx", "660円/GPU時間", "68.75円/GPU時間"],
    "大学や国のスパコンを安く借りる方法は?": ["68.75円/GPU時間"],
    "民間企業が申し込める公的な計算資源を教えて": ["660円/GPU時間"],
    "国の補助金や、安く使えるスパコンみたいなものはありますか": ["660円/GPU時間", "450万円（上限）"],
    "使える補助金は": ["450万円（上限）", "2,500万円（上限）"],
    "AI導入で使える助成金はありますか": ["450万円（上限）", "75%（中小、経費助成）"],
    "研究開発税制は使えますか": ["30%", "税理士"],
    "大学と共同研究したときの減税はありますか": ["30%"],
    "共同研究の間接経費は何%": ["30%（直接経費比）"],
    "大学が会社から受け取った共同研究費の合計と1件平均": ["1,028億円/年", "329.6万円/件"],
    "共同研究の研究料はいくら": ["44万円/人・年"],
    "人材開発支援助成金は何%": ["75%（中小、経費助成）", "大企業は60%"],
    "ものづくり補助金の上限は?": ["2,500万円（上限）"],
    "オープンイノベーション型の控除率は": ["30%", "25%", "20%"],
    "AWSとさくらのGPU、どちらが安い?": ["55.04ドル/時", "990円/時"],
    "ABCIを1時間使うと何円?": ["660円/GPU時間"],
    "GPUクラウド各社の値段を並べて": ["1GPU時間660円"],
    "大学に払う間接経費の割合は何%が普通?": ["30%（直接経費比）"],
    "PoCの費用はいくら?": ["150万円", "500万円"],
    "What does ABCI cost per hour?": ["660円/GPU時間"],
}  # fmt: skip
TO_COME = ["来年のGPU価格はどうなりますか", "GPUは今後安くなりますか", "AWSのGPUは来年値下げされますか?", "クラウドの値段はこれから下がりますか", "H200の価格の見通しは", "ABCIの料金は来年上がりますか", "来年の補助金はどうなりますか"]
NOT_HELD = ["富岳は企業でも使えますか", "富岳の料金は?", "地球シミュレータは企業でも使えますか"]
# Other questions that use these words.
OTHERS = [
    "GPUを自社で買うのと共有クラウドを借りるのと、どちらが得ですか", "ABCIはうちの会社でも使えますか", "ABCI 3.0とは?", "産総研のスパコンは民間でも借りられるの", "富岳で作ったAIは商売に使っていいの",
    "大学に払う間接経費って何", "ものづくり補助金の申請書の書き方", "事業再構築補助金の締切はいつ", "ものづくり補助金の採択企業の一覧をください、うちの管内の", "補助金の不正受給で捕まった会社", "企業の助成金の割合",
    "国がさくらインターネットに出した補助、何億だっけ", "GENIACってうちでも使える制度?", "大手クラウド3社の値引き率の相場観、1時間単価ベースで最新のもの", "計算資源への助成のみでは格差が却って拡大するおそれありとの所論があると聞く。",
    "補助金を見込まない前提で、初期900万円、年350万円、4年、割引率5%の採算", "学習費用はどれくらい膨らんでいますか?", "NVIDIAのGPUを100枚買うといくら?", "Googleの研究費はいくら", "共有クラウドの費用は?", "LambdaMARTは?", "TSUBAMEと自前のGPU、どちらから始めるのが現実的かね", "大学と組むか、共有クラウドを借りるか、判断の分かれ目は何だと思う", "取締役会で「GPUは買わずに借りる」と切り出すときの一言を考えてくれ", "政府がクラウド事業者に出した補助、さくらインターネット分はいくらでしたか",
    "国の計算機を中小でも借りられるなら使わない手はないと思うのですが、どう始めるのが賢いですか", "文科省の調査で、大学と企業の共同研究1件あたりの平均額はいくら?", "スパコン富岳で言葉のAIこさえだ話、なんぼの規模だったすか", "AI会議の産学共著率は何%",
]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_what_is_held_is_told(ask, text):
    answer = ask(text)
    assert (answer.outcome, answer.verdict.ok) == ("answered", True)
    assert all(any(re.search(rf"(?<![\d,.]){re.escape(choice)}", answer.answer) for choice in value.split("|")) for value in ASKED[text])
    assert all(citation.kind == "roi" and citation.url and citation.locator for citation in answer.citations)


@pytest.mark.parametrize("text", ASKED)
def test_every_line_with_a_value_is_cited_and_dated(ask, text):
    body = ask(text).answer.partition("**出典**")[0]
    for line in body.split("\n"):
        if re.search(r"[円%]", line) and not line.startswith("**"):
            assert "【" in line, line
    assert "改定されます" in body


def test_what_was_read_at_second_hand_says_so(ask):
    assert "660円/GPU時間です（2026年度、二次資料）" in ask("ABCIの料金は?").answer
    assert "68.75円/GPU時間（税込）です（2025年度）" in ask("TSUBAMEの料金は?").answer


@pytest.mark.parametrize("text", TO_COME)
def test_prices_to_come_are_refused_and_today_s_are_offered(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "これから先" in answer.answer.split("\n")[0]
    assert answer.citations and all(citation.kind == "roi" for citation in answer.citations)


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_machine_of_which_nothing_is_held_is_refused_with_those_that_are(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "660円/GPU時間" in answer.answer


@pytest.mark.parametrize("text", OTHERS)
def test_other_questions_are_left_alone(understand, text):
    assert understand(text).market == ()


def test_a_follow_up_names_another_thing_or_another_side(assistant):
    def said(text):
        return assistant.ask(text, session="market")

    assert "TSUBAME4.0" in said("国のスパコンで民間企業が使えるものは何がありますか").answer
    assert "6,128基" in said("その中でABCIの規模と料金は?").answer
    assert "68.75円/GPU時間" in said("じゃあTSUBAMEは?").answer
    assert "企業も使えます" in said("企業でも使えますか").answer
    assert said("来年は安くなりますか").outcome == "not_in_data"
    assert said("AI会議の企業参加率は何%ですか").figures


def test_the_source_is_that_of_the_price_and_no_reason_is_made_up(assistant):
    first = assistant.ask("ABCIの料金は?", session="source").answer
    assert assistant.ask("出典は?", session="source").answer == first
    refused = assistant.ask("それはなぜ高いの", session="source")
    assert refused.outcome == "not_in_data" and "理由を書いた資料はありません" in refused.answer and "660円/GPU時間" in refused.answer


def test_the_list_of_subsidies_stays_when_the_firm_is_told(assistant):
    first = assistant.ask("使える補助金は", session="eligible").answer
    assert assistant.ask("うちは従業員80人の製造業です。どれが使えますか", session="eligible").answer == first


def test_a_short_answer_keeps_the_value(assistant):
    assistant.ask("ABCIの料金は?", session="short")
    answer = assistant.ask("一言で", session="short")
    assert "660円/GPU時間" in answer.answer and len(answer.answer) < len(assistant.ask("ABCIの料金は?").answer)


def test_every_fact_of_the_lexicon_is_quotable_and_the_list_names_its_machines():
    words = prompts.lexicon("market")
    named = {name for thing in things().values() for name in (*thing.price, *thing.access, *thing.scale)} | {name for listed in words["lists"].values() for name in listed} | {name for entry in words["named"].values() for name in entry["facts"]} | words["joint"].keys()
    assert named <= quotable().keys()
    assert "、".join(things()[key].name.replace("ABCI 3.0", "ABCI") for key in words["public"]) in prompts.render("answers/market", "public")
