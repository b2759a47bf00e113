"""Whether a cause is shown: never a plain yes, but what was compared, its interval, its check, and what it cannot rule out. Reasons name no source twice."""

import re

import pytest

from assistant.understand.cues.causes import asks_cause, cause_named

ASKED = [
    "企業の参加が増えたのは深層学習のせいだと言えますか", "企業の割合が増えたのはAIのせいだと言えますか", "因果関係は確かめましたか", "それは因果ですか", "深層学習が原因だと断定できる?", "企業が増えたのはGPUのおかげ?",
    "因果関係だと断言してよいのか、監査の立場から知りたい", "深層学習のおかげで企業の論文が増えたんですか", "大学が減ったのは企業の影響だと考えていいですか", "計算資源が企業の増加を引き起こしたと言えますか",
    "企業が伸びたのは計算資源の影響ですか", "見せかけの相関ではないですか", "2012年以降の上昇は深層学習が引き金だと言っていい?", "Was the rise caused by deep learning?", "GPUが安くなったから企業が増えたの?", "計算資源が企業を増やした証拠はありますか",
]  # fmt: skip
OTHERS = [
    "企業の参加率が上がったのは深層学習の因果効果ですか", "なぜ企業の比率は2012年以降に上がったの?", "企業の割合は増えていますか", "計算資源の影響を調べた論文は", "所属不明の論文があるせいで数字がずれたりせえへんの?",
    "合成コントロール法とは何ですか", "企業が増えた理由は?", "ICMLの企業参加率って、2010年から2020年で何ポイント上がったの?", "AI会議における日本の比率って2007年から2021年で何ポイント落ちたんだろうか", "科研費の採択額とAI会議での発表数の相関係数を算出していただけますか", "おかげで助かりました", "効果が半分だったら?", "企業が大学と組むと論文の数は増えますか",
]  # fmt: skip
# What each word of those that tell another question apart is for: without it this would be taken for a question on a cause.
TOLD_APART = [
    "因果関係を示した論文はありますか", "因果を調べた研究はありますか", "因果関係を検証した文献はありますか", "合成コントロール法は因果を言えるのですか", "因果関係とは何ですか", "見せかけの相関とは?",
    "なぜ因果まで言えないのですか", "何故因果と言い切れないのか", "どうして因果だと言えるのですか", "因果と言えない理由は?", "所属不明の論文のせいで割合が下がっていると言えますか",
]  # fmt: skip
REASONS = ["なぜ企業の比率は2012年以降に上がったの?", "産学共著はなぜ増えた?", "CVPRの企業の割合が高いのはなぜ", "企業の割合が上がったのはなぜですか", "大手テックが増えた理由は?", "大学の割合が上がったのはなぜ"]


@pytest.mark.parametrize("text", ASKED)
def test_a_cause_is_neither_affirmed_nor_left_without_the_comparison(ask, text):
    answer = ask(text)
    head = answer.answer.split("\n")[1]
    assert (answer.outcome, answer.verdict.ok) == ("answered", True)
    assert "言い切れません" in head and not head.startswith("はい")
    assert {figure.metric.rpartition("_")[2] for figure in answer.figures} >= {"did"}
    assert "95%区間" in answer.answer and "毎年そろう会議" in answer.answer and "取り除けません" in answer.answer


@pytest.mark.parametrize("text", OTHERS + TOLD_APART)
def test_other_questions_ask_for_no_cause(text):
    assert not asks_cause(text.lower())


def test_what_is_named_is_what_is_compared(ask):
    assert all("日本" in figure.label_ja for figure in ask("日本の割合が下がったのはAIのせいですか").figures)


def test_a_follow_up_is_about_what_was_told(assistant):
    assistant.ask("日本の論文シェアはどう変わりましたか", session="cause")
    assert all("日本" in figure.label_ja for figure in assistant.ask("それはAIのせいだと言い切れるの?", session="cause").figures)
    assistant.ask("深層学習が出てくる前と後で、企業の割合は何ポイント増えた?", session="cause2")
    answer = assistant.ask("それってAIのせいだと言い切れるの?AI以外の分野でも増えてるだけじゃない?", session="cause2")
    assert "8.9ポイント" in answer.answer and "言い切れません" in answer.answer


def test_a_value_asked_beside_it_is_not_lost(ask):
    assert "36.2%" in ask("2021年の企業参加率は何%ですか。増えたのは深層学習のせいだと言えますか").answer


@pytest.mark.parametrize("text", REASONS)
def test_reasons_name_no_source_twice(ask, text):
    papers = [citation.id.partition("#")[0] for citation in ask(text).citations if citation.kind == "paper"]
    assert len(papers) >= 2 and len(set(papers)) == len(papers)


def test_reasons_start_from_the_years_asked(ask):
    assert "2012年の19.4%" in ask("なぜ企業の比率は2012年以降に上がったの?").answer
    assert "2007年の17.3%" in ask("企業の割合が上がったのはなぜですか").answer


def test_no_reason_is_promised_for_what_did_not_clearly_change(ask):
    assert "まだ理由を問う段階ではありません" in ask("上位10機関への集中度が上がったのはなぜ").answer.split("\n")[1]
    assert not re.search("段階ではありません", ask("企業の割合が上がったのはなぜですか").answer)


# A cause is named where the change is not, or stands in the conversation alone.
NAMED = ["原因は計算資源だと言い切れるか", "理由はGPUだと断定できるか", "要因は人材だと言って大丈夫?", "決め手はデータだと断言できますか", "原因はGPUである、と言い切っていいですか"]
SOLE = ["理由はお金だけか", "計算資源だけが原因なのですか", "GPUだけで説明できますか", "企業が増えた理由は計算資源だけですか", "原因は深層学習だけだと考えていい?", "背景は資金力に尽きるのですか", "大学が減った理由はGPU不足だけなの?", "理由がお金だけとは限らないのでは"]
OTHER_CAUSES = ["理由は何ですか", "PoCが失敗する原因は人材だと言い切れるか", "企業だけの論文が増えた理由は", "うちが出遅れた原因はお金だけか", "理由だけ教えて", "2012年で区切る理由は深層学習だけか"]


@pytest.mark.parametrize("text", NAMED)
def test_a_named_cause_is_denied_first(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and "言い切れません" in answer.answer.split("\n")[1] and "95%区間" in answer.answer


@pytest.mark.parametrize("text", SOLE)
def test_one_cause_alone_is_denied_with_the_reasons_that_papers_give(ask, text):
    answer = ask(text)
    papers = {citation.id.partition("-")[0] for citation in answer.citations if citation.kind == "paper"}
    assert answer.answer.split("\n")[1].startswith("いいえ、それだけとは言い切れません。") and papers == {"ahmed", "amodei"} and answer.verdict.ok


@pytest.mark.parametrize("text", OTHER_CAUSES)
def test_what_names_no_cause_of_the_change(text):
    assert not cause_named(text.lower())


def test_after_a_plan_a_cause_is_none_of_the_firms_rise(talked):
    assert talked("共同研究の採算は", "理由は人件費だけか")[1].intent == "roi"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("中国と米国、論文数どっちが上?", "日本は何位?", "えぐいな。なんでそんな落ちたの"), ("日本の機関の参加率は2007年の4.9%", "論文の本数は、2007年の161本", "全体の伸びに届かなければ割合は下がります")),
        (("グーグルの割合の推移", "なぜ増えた?"), ("グーグルの論文の割合は2007年の1.4%", "論文の本数は、2007年の46本")),
    ],
)
def test_why_one_country_or_firm_moved_is_told_to_be_unknown_with_what_is_counted(talked, turns, told):
    answer = talked(*turns)[-1]
    assert answer.intent == "why" and answer.verdict.ok and "その理由を確かめた資料は、手元にありません。" in answer.answer
    assert all(each in answer.answer for each in told) and not [each for each in answer.citations if each.kind != "figure"]
    assert ("全体の伸び" in answer.answer) == ("日本は何位?" in turns)


def test_why_firms_rose_is_told_from_papers(talked):
    assert "その理由を確かめた資料は" not in talked("企業参加率の推移", "なぜ?")[-1].answer
