"""What is doubted of reasons: compute or people, which is strongest, why two conferences differ, what may not be said outright; objections on the same."""

import pytest

WHY = "なんで2012年から差がついたの?"


@pytest.mark.parametrize("asked", ["ほんまに計算資源のせいなんか?人を引き抜かれただけちゃうの", "人材が移っただけじゃないの?", "本当に計算資源が原因なのか?", "研究者が引き抜かれたせいでは?"])
def test_compute_or_people(talked, asked):
    answer = talked(WHY, asked)[-1].answer
    assert answer.split("\n")[1].startswith("計算資源のせいか人の移動のせいか") and "Musser" in answer and "民間企業に就職" in answer


@pytest.mark.parametrize("asked", ["その理由のうち一番有力なのは", "どれが一番有力?", "最も大きい要因はどれ", "決め手は?"])
def test_no_reason_is_called_the_strongest(talked, asked):
    assert "証拠の強さの順位は持っていない" in talked(WHY, asked)[-1].answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["一番強い反論はどれ?", "どれが一番有力?"])
def test_opponents_are_weighed_by_their_limits(talked, asked):
    answer = talked("Ahmed と Wahed の論文の主張は?", "この主張への反論を三つ挙げて", asked)[-1].answer
    assert "それぞれに限界があります" in answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["なぜその差が出るの", "違いの理由は?", "なぜ?", "どうして会議で違うんですか"])
def test_why_two_conferences_differ_is_not_known(talked, asked):
    answer = talked("NeurIPSとACLの企業の割合を比べて", asked)[-1].answer
    assert answer.split("\n")[1].startswith("この差の理由を調べた資料は、手元にありません") and "30.6%" in answer


@pytest.mark.parametrize("asked", ["なぜ増えたの", "2016年は?", "差は何ポイント?"])
def test_what_asks_no_reason_of_a_difference(talk, asked):
    assert talk("NeurIPSとACLの企業の割合を比べて", asked).style != "gap"


@pytest.mark.parametrize("asked", ["言い切ってはいけないことは?", "断定してはいけない点は?", "これを話すとき、言い過ぎに注意することは?"])
def test_what_may_not_be_said_outright(talked, asked):
    assert "原因とは切り離して" in talked("AI会議の企業の割合は?", asked)[-1].answer.split("\n")[1]


def test_what_may_not_be_said_outright_without_a_talk(ask):
    assert "原因を断定する材料ではありません" in ask("企業の割合が増えたと言うとき、言い切ってはいけないことは?").answer.split("\n")[1]


@pytest.mark.parametrize(
    "asked",
    ["頭取から「それは本当に計算資源のせいなのか、ほかの理由ではないのか」と問われた場合、どのようにお答えすればよろしいでしょうか。", "社長に「人を引き抜かれただけだろ」と言われたら?", "株主から「GPUの差が理由なのか」と聞かれたら", "「ほかの要因があるのでは」と質問されたら何と答える?"],
)
def test_a_doubt_of_compute_is_answered_by_works(ask, asked):
    answer = ask(asked)
    assert "言い切れません。Musser ほかによると、" in answer.answer and "：" not in answer.answer.split("> ")[1].split("\n")[0] and answer.verdict.ok


@pytest.mark.parametrize("asked", ["議員から「大企業がやればよい話ではないか」と言われたら、どう答弁すればいいですか。", "「そんなのは大手に任せておけばいい」と役員に言われたら何と返す?", "組合に「専門の会社に任せればいい」と言われたら", "「大手がやるからうちはいい」と部長に言われたら?"])
def test_to_leave_it_to_the_giants_is_answered(ask, asked):
    answer = ask(asked).answer
    assert "> 大がかりな研究は大企業に任せ" in answer and "6.4%" in answer


@pytest.mark.parametrize(
    "asked", ["計算格差という言葉が資料にございましたが、ITに詳しくない聴衆にも分かるようにご説明いただけますか。", "計算格差という用語を初めて聞きました。どういう意味でしょうか。", "会議で計算格差っていう言葉が出たんですが、何のことですか", "「計算格差」という表現が出てきましたが、意味を教えてください"]
)
def test_a_word_heard_is_explained(ask, asked):
    assert ask(asked).answer.split("\n")[1].startswith("大規模な計算資源を使える組織と使えない組織")


@pytest.mark.parametrize("asked", ["大臣への質問を二問考えて", "講師の先生への質問を三つお願い", "ベンダーに聞く質問を2つ作って"])
def test_questions_to_put_to_somebody(ask, asked):
    assert "会議でそのまま使える質問です" in ask(asked).answer


@pytest.mark.parametrize("texts", [("NAIRRって何?", "NAIRRの提言を具体的に")])
def test_what_a_work_recommends_is_its_points(talked, texts):
    assert "26億ドルを求めた" in talked(*texts)[-1].answer.split("\n")[1]


def test_a_statement_said_of_another_work_is_refused(assistant, as_checked):
    text, evidence, question = as_checked("株主から「GPUの差が理由なのか」と聞かれたら")
    assert assistant.verifier.check(text, evidence, question).ok
    for false in (text.replace("Musser ほかによると", "Gelles ほかによると"), text.replace("Musser ほかによると、多くの", "Musser ほかによると、すべての"), text.replace("Musser ほかによると", "厚生労働省によると")):
        assert not assistant.verifier.check(false, evidence, question).ok
