"""The characters that an ending of a dialect is looked for by stand in everything that its expression finds."""

from pathlib import Path

import pytest

from assistant.understand.text.dialect import SPOKEN, standard

QUESTIONS = sorted(Path(__file__).parents[1].joinpath("questions").rglob("*.yaml"))


def written_out(text: str) -> str:
    for _, said, written in SPOKEN:
        text = said.sub(written, text)
    return text


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_no_question_loses_an_ending_to_its_marks(path):
    for text in path.read_text(encoding="utf-8").splitlines():
        assert standard(text) == written_out(text)


# One that each expression finds, in their order.
FOUND = ["会社だげの論文", "なんのごどだべ", "やさしぐ教えで", "大学が書いだ論文", "企業がおらへん論文", "企業が入っとらん論文", "企業が絡んどらん論文", "AIでねえ会議", "企業が入ってねえ論文", "一番低がった会議", "一番多がったのは", "一番少ねがった会議", "だいぶ少のうなった",
         "率は低うなった", "やさしゅう教えて", "わかりやすう頼む", "いっちゃん高い会議", "でかい会社しか勝てない", "みたいなとこの論文", "どないして研究してんねん", "どないしたら", "短う言うて", "どうしたらええねん", "どうすりゃいい", "枠に入らん大学", "AI conferencesの企業率", "joint papersの割合",
         "2012年を境に変わったのはなぜ", "2012年に何かあったんですか", "海外と比べてどう、例えばGoogleとか", "機関間の格差は", "AIの格差を教えて", "論文ようけ出しとる会社", "どの分野の学会に多いか",
          "それしか浮かへんかったら", "分からへんのか", "勝たれない", "金持っとるところ", "あるとこしか", "勝てないんちゃうん?", "元とれるんだべ", "まとめてくれん?", "ほな銀行に", "大学だとどうよ", "Top 10 firmsは", "Top 5 universitiesを", "Citationsで見ると", "なんぼ増えたん", "記者はんに言われた", "ほいで日本は?", "全体でなん位", "拠点の話が持ち上がっており", "引用を持ってってる", "上位50校「以外」の大学", "アーキテクチャ(計算機の設計)の分野", "上位五社を、お知らせ願います", "存在感が最も薄くなった年", "論文数でいうと何本分", "多い順に上から10社", "世界順位が500位より下", "セキュリテイ分野", "査読を通った論文の企業の割合", "第一位の大学", "首位はいずれなるや", "だれが言うてんねん", "CVPRやのうてICCVで", "AIいがいの会議", "NAIRRっちゃなんね"]


@pytest.mark.parametrize("at", range(len(SPOKEN)))
def test_marks_stand_in_what_their_expression_finds(at):
    marks, said, _ = SPOKEN[at]
    match = said.search(FOUND[at])
    assert match is not None and any(mark in FOUND[at] for mark in marks)
    assert standard(FOUND[at]) == written_out(FOUND[at])


@pytest.mark.parametrize(("said", "written"), [
    ("金持っとるとこしか勝たれへんのちゃうん?", "金持っているところしか勝てないのではないか?"), ("結局どないしたらええねん。短う", "結局どうしたらいいですか。短く"), ("200万しか浮かへんかったら?", "200万しか浮かなかったら?"),
    ("このへんで", "このへんで"), ("大変なところ", "大変なところ"), ("たいへんですね", "たいへんですね"), ("そこらへんの話", "そこらへんの話"), ("かまへん", "かまへん"), ("ええと、企業は", "ええと、企業は"), ("違うんちゃう人", "違うんちゃう人"),
])
def test_endings_of_the_west(said, written):
    assert standard(said) == written
