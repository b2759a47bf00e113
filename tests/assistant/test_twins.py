"""Questions in other words: an English sentence as its Japanese twin, a measure pointed at by its name, firms named as examples of an industry."""

import pytest

# What was asked before, the English sentence, and its twin.
FIGURE = "2021年のAI会議の企業参加率は?"
ENGLISH = [
    (FIGURE, "Give me the main point in English, I need to tell our US partner", "英語で"), (FIGURE, "Please summarize in English", "英語で"), (FIGURE, "Could you put that into plain English?", "英語で"),
    (FIGURE, "Why did it rise?", "それはなぜですか"), (FIGURE, "But why?", "それはなぜですか"), (FIGURE, "How has it changed since 2012?", "2012年から2021年までの推移は?"), (FIGURE, "Make it shorter please", "もっと短く"),
    (FIGURE, "Can I quote this number?", "この数字は引用していいですか"), (FIGURE, "Where is that from?", "その数字の出典は何ですか"), (FIGURE, "What's the source?", "その数字の出典は何ですか"),
    (FIGURE, "What about universities?", "大学は?"), (FIGURE, "And China?", "中国は?"),
    (None, "Give me the main point in English", "要点を英語で"), (None, "How much do firms take part in AI research?", "AI会議の企業参加率は何%ですか"), (None, "Which companies publish the most AI papers?", "AI会議で論文が多い企業はどこですか"),
    (None, "Which countries are leading in AI research?", "AI会議で論文が多い国はどこですか"), (None, "Is AI research dominated by big tech?", "AI研究は大手しか勝てないのか?"), (None, "What does a GPU cost per hour?", "GPUを借りる単価は?"),
    (None, "What is Japan's share of AI papers?", "AI論文の日本の割合は?"),
]  # fmt: skip
POINTED = [
    ("ハーフィンダール指数って何ですか", "で、AIの研究はその指数でいうと集中しているんですか", "hhi"), ("ハーフィンダール指数って何ですか", "AIの研究はその指数で見ると集中していますか", "hhi"), ("ジニ係数とは", "その係数でいうと集中していますか", "gini"),
    ("HHIとは何ですか", "この指標から言って一部に集まっていますか", "hhi"),
]  # fmt: skip
PARTNERS = [
    ("AI分野の論文のうち、企業と大学の共著はどのくらいの割合ですか", "相手はトップ大学に偏っているのでは?", "ai"), ("AI会議の産学共著率は", "でも相手は名門大学ばかりじゃないの", "ai"), ("画像認識の学会では企業の論文は何割くらい?", "トップ大学と組めてるのは一部の会社だけって聞いたけど、本当?", "vision"),
    (None, "エリート大学と組めるのは一部の企業だけというのは本当?", None),
]  # fmt: skip
NAMED = [
    ("電機メーカー、たとえば日立やソニーはどのあたりにいる?", {"hitachi", "sony"}), ("自動車メーカー、たとえばトヨタやホンダは?", {"toyota", "honda"}), ("自動車業界だとトヨタやホンダの割合は?", {"toyota", "honda"}), ("製造業では、日立とソニーはどれくらい?", {"hitachi", "sony"}),
]  # fmt: skip


def told(assistant, texts, session):
    answers = [assistant.ask(text, session=session) for text in texts if text]
    return answers[-1]


@pytest.mark.parametrize(("before", "english", "japanese"), ENGLISH)
def test_an_english_sentence_is_read_as_its_twin(assistant, before, english, japanese):
    one, other = (told(assistant, (before, text), f"twin-{abs(hash((before, text)))}") for text in (english, japanese))
    assert one.outcome == "answered" and one.verdict.ok
    assert one.answer == other.answer


@pytest.mark.parametrize(("before", "text", "metric"), POINTED)
def test_a_measure_that_is_pointed_at_is_the_one_told(assistant, before, text, metric):
    answer = told(assistant, (before, text), f"pointed-{abs(hash((before, text)))}")
    assert {figure.metric.removesuffix("_change") for figure in answer.figures} == {metric}


@pytest.mark.parametrize(("before", "text", "place"), PARTNERS)
def test_partners_are_told_as_a_share_of_joint_papers(assistant, before, text, place):
    answer = told(assistant, (before, text), f"partners-{abs(hash((before, text)))}")
    first = answer.figures[0]
    assert first.metric == "elite_partner_ratio" and (place is None or place in first.slice.values())
    assert ("会社の数は数えていない" in answer.answer) == ("一部の" in text)


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_firms_named_as_examples_are_answered_by_their_figures(ask, text, names):
    answer = ask(text)
    assert answer.outcome == "answered" and "で分けた集計はない" in answer.answer
    held = {figure.slice["institution"] for figure in answer.figures if "institution" in figure.slice}
    assert all(any(name in identity for identity in held) for name in names) or len(held) == len(names)


@pytest.mark.parametrize("text", ["電機メーカーの割合は", "自動車メーカーの論文は増えていますか", "中小企業だけの参加率は"])
def test_an_industry_alone_is_still_refused(ask, text):
    assert ask(text).outcome == "not_in_data"
