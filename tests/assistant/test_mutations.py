"""One digit, one unit, one year, one group changed in fifty right answers: every lie is caught and every original passes."""

import random

import pytest
from steps import drafted

from bench.mutations import FURTHER, KINDS, MARK

QUESTIONS = [
    # level
    "2019年のICMLの企業参加率は?", "AI会議で企業が関わる論文の割合は、2021年で何%?", "2020年の産学共著率は?", "QS1〜50位の大学の参加率、2018年", "日本の存在感は2021年で何%?", "中国の割合、2020年",
    "企業比率は80%ですよね?", "2022年のAI会議の企業参加率は?", "ロボティクス分野の企業参加率、2015年", "NeurIPSの民間比率、平成30年", "企業が入っていない論文の割合は?", "所属不明の論文はどれくらい?",
    "2015年のAI以外の会議の大手テックの割合", "企業の被引用シェア、2015年",
    # over time
    "AI会議の企業参加率の推移は?", "企業だけで書かれた論文の推移を見たい", "ランク301〜500位の大学は、AIの会議で減ったの?", "日本企業の割合の推移", "CVPRの産学共著率の推移", "大手テックは2008年から2018年にどう動いた?",
    "大学だけの論文は減った?", "企業参加率が一番高かったのは何年?", "NeurIPSで企業の割合が最も低かった年は?", "企業が増え始めたのはいつから?", "産学共著はいつから増え始めた?",
    # compare
    "企業と大学、どっちが多い?2020年", "AIと非AIで企業比率を比べて、2021年", "アメリカと中国を比べて、2019年", "2008年と2020年を比べて、企業の存在感はどれくらい増えた?",
    "NeurIPSとICMLとCVPRの企業参加率を2019年で比べて", "画像認識と自然言語処理ではどちらが企業が多い?2019年", "産学共著は何倍になった?", "企業参加率は2012年の前後でどう違う?",
    "2012年の前と後で企業参加はどれだけ違う? 他分野の動きを差し引いて", "差の差で見るとビッグテックは?", "他分野の動きを差し引くと、QS1〜50位の大学の参加率は2012年の前後でどう変わった?",
    # rank and count
    "企業参加率が高い会議を5つ、2020年で", "2019年に産学共著率が高い会議ベスト7", "企業の論文は2019年に何本?", "大学抜きで企業だけで書いた論文、2021年は何本?", "2020年のAI会議の論文数は?",
    "企業の比率がいちばん伸びた会議は?", "伸びた会社はどこ?", "日本で一番論文が多い企業は?", "2020年の大学ランキング、AI論文で", "GoogleとMicrosoftではどっちが論文が多い?2020年", "東大の論文の割合は?",
    "企業の割合が30%を超えたのは何年?", "トヨタの参加率の推移", "上位機関への集中度は?",
    # investment
    "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか", "投資800万円、年間効果200万円で元は取れますか",
    # words
    "計算資源とは何ですか", "企業参加率とは?", "GPUって何?", "AI研究は大手しか勝てないのか?", "この論文の結論を一言で", "少ないGPUで成果を出した研究の例を3つ", "学習費用はどれくらい膨らんでいますか",
    "反対の立場の研究もありますか", "なぜ2012年が境目なのですか", "なぜ企業は増えたのか", "この統計はどこまで信用できますか", "うちは何から始める?", "役員会で計算資源の格差を説明する一言を",
]  # fmt: skip


@pytest.fixture(scope="module")
def right(assistant):
    """Question → (settled Question, answer text, cited Evidence)."""
    found = {}
    for question in QUESTIONS:
        settled, draft, cited = drafted(assistant, question)
        found[question] = settled, draft.text, cited
    return found


def verdict(assistant, right, question, text):
    settled, _, cited = right[question]
    return assistant.verifier.check(text, cited, settled)


def test_there_are_at_least_fifty_and_they_differ(right):
    assert len({text for _, text, _ in right.values()}) == len(QUESTIONS) >= 50


@pytest.mark.parametrize("question", QUESTIONS)
def test_originals_are_accepted(assistant, right, question):
    found = verdict(assistant, right, question, right[question][1])
    assert found.ok, found.unsupported


def lies(right, kinds, question, draw, each):
    """(kind, changed text) of one answer; a kind that does not apply to it is left out."""
    text = right[question][1]
    for name, kind in kinds.items():
        for _ in range(each):
            changed = kind(text, draw)
            if changed is not None and changed != text:
                yield name, changed


def difference(text, changed):
    """The changed line, for the report."""
    old = text.split("\n")
    return next((line for line in changed.split("\n") if line not in old), changed)


def same_papers(known, changed):
    """Whether the changed mark points at a figure over the same papers with the same definition (a share and its count): no lie."""
    _, text, cited = known
    before, after = ([int(number) for number in MARK.findall(whole)] for whole in (text, changed))
    pair = next((pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]), None)
    figures = [cited.item(number).figure for number in pair or ()]
    return None not in figures and len({(figure.n, figure.definition_ja) for figure in figures}) == 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_digit_unit_year_group(assistant, right, question):
    draw = random.Random(question)
    tried = list(lies(right, KINDS, question, draw, 2))
    assert len({name for name, _ in tried}) >= 2
    assert [(name, difference(right[question][1], changed)) for name, changed in tried if verdict(assistant, right, question, changed).ok] == []


def test_two_hundred_further_lies_of_every_kind(assistant, right):
    """A fixed seed; the rate is held at 100 %, per kind."""
    draw, tried, kept = random.Random(2012), {name: 0 for name in FURTHER}, []
    while sum(tried.values()) < 200:
        question = draw.choice(QUESTIONS)
        name = draw.choice(list(FURTHER))
        for name, changed in lies(right, {name: FURTHER[name]}, question, draw, 1):
            if name == "mark" and same_papers(right[question], changed):
                continue
            tried[name] += 1
            if verdict(assistant, right, question, changed).ok:
                kept.append((name, question, difference(right[question][1], changed)))
    assert min(tried.values()) >= 10
    assert kept == []
