"""What is told behind or around a question as one writes mail: it asks nothing. Rows from above, years before a noun, and what papers are not counted by."""

import re
import uuid

import pytest


def talk(assistant, *turns):
    session = uuid.uuid4().hex
    return [assistant.ask(turn, session=session) for turn in turns][-1]


def conclusion(answer):
    return answer.answer.split("**要点**")[0].replace("**", "")


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("Googleの2018年のICMLでのシェアは何%でしょうか。", "失礼、社名を取り違えておりました。エヌビディアの方です。先方との会食は明後日です。"), "2018年のICMLのエヌビディアの論文の割合は"),
        (("巨大IT企業が入った論文の割合を機械学習の分野で。2020年。", "Could you give me the actual number of papers instead? My chairman dislikes percentages. Much appreciated."), "論文は724本"),
        (("2019年のICMLの企業参加率は何%ですか。社長が急いでおりますので。",), "2019年のICMLの企業参加率は"),
        (("ICML 2020 日本の割合",), "2020年のICMLの日本の機関の参加率は"),
    ],
)
def test_the_question_is_answered_without_it(assistant, turns, wanted):
    answer = talk(assistant, *turns)
    assert answer.outcome == "answered" and wanted in conclusion(answer)


@pytest.mark.parametrize("asked", ["2021年のAI会議の企業参加率は? 数字だけで。", "2021年の企業参加率は? AI以外も同じ年で。"])
def test_a_wish_behind_the_question_is_no_remark(understand, asked):
    assert understand(asked).text != understand(asked.split("?")[0] + "?").text


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("2021年のAI会議で論文シェアが大きい企業を10社、上から順に", 10),
        ("どの学会に人を出すか今日決める。2021年、産学共著の割り合いが高い会議トップ3。理由不要。", 3),
        ("2019年のAI会議で論文の多い企業を上から五社、お知らせ願います。", 5),
        ("AI会議の論文に関わる割合が高い国、上位5つは? 2021年", 5),
    ],
)
def test_rows_from_above_are_a_ranking(assistant, asked, rows):
    answer = assistant.ask(asked)
    assert answer.intent == "rank" and len(re.findall(r"^\d+\. ", answer.answer, re.MULTILINE)) == rows


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        (("東京大学はAI会議の論文の何%に入ってる?2020年", "どの研究室が一番多く書いてるんでしょう"), "研究室"),
        (("季節要因を見たいという変わった依頼です。2021年のAI論文の企業比率を月ごとに割っていただくことは可能ですか。",), "月ごと"),
        (("AI会議の産学共著率は2020年に何%でしたか。", "月ごとに割ってもらうことは可能でしょうか。2020年の4月と10月を比べたく存じます。"), "月ごと"),
        (("QSランキング上位10校だけに絞ったら、AI会議の2021年の論文の何%に入ってますか",), "QSランキング上位10校"),
        (("ICCV 2020 日本の割合",), "ICCVの2020年"),
        (("ICMLの企業参加率は2021年?", "NeurIPSも同じ年で入れてください。"), "NeurIPSの2021年"),
    ],
)
def test_what_no_paper_is_counted_by_is_refused(assistant, turns, named):
    answer = talk(assistant, *turns)
    assert answer.outcome == "not_in_data" and named in answer.answer


@pytest.mark.parametrize("asked", ["銀行の担当者に、共有クラウドを選ぶ理由を説明する言い回しがほしいです", "十五分後に社長と一対一です。「GPUを買わなくても勝負できる」と伝える気の利いた一言、ありませんか。"])
def test_words_to_say_are_phrases(assistant, asked):
    assert assistant.ask(asked).intent == "phrases"


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("ECCVで2020年の企業の割合を出してください", "前回は?"), "2018年のECCVの企業参加率は"),
        (("ICMLの2019年の中国の割合は?", "前回はどうでしたか"), "2018年のICMLの中国の機関の参加率は"),
        (("AAAIの企業参加率、2010年は？", "2020年は？", "その２つだと何倍になった勘定？"), "2010年の11.6%【1】から2020年の33.4%【2】へ、2.9倍"),
        (("2018年のAI会議で企業単独の論文は何%?", "NeurIPSに絞ると?", "それ、実際の論文数でいうと何本分や"), "判明した所属がすべて企業である論文は37本"),
        (("AI会議で日本の存在感が最も薄くなった年は?",), "日本の機関の参加率が最も低かったのは2021年"),
        (("2012年を境にAI会議で企業参加が増えたと言うけど、AI以外の会議でも増えてた分を引いたら正味いくつ?",), "AI以外の会議の動きを差し引くと"),
        (("company x QS top-50 university co-authored papers at CVPR: share in 2015, please.",), "2015年のCVPRの企業×エリート大学の共著率は"),
        (("日本の会社でAI会議の論文が多い順に上から10社、2021年",), "最も高い日本の企業は"),
    ],
)
def test_figures_as_they_are_asked_for(assistant, turns, wanted):
    assert wanted in conclusion(talk(assistant, *turns))


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        (("九州の大学だけまとめたら2021年のAI会議で何%になると?",), "九州の大学"),
        (("Who is the most prolific individual author at ICML between 2015 and 2021?",), "most prolific individual author"),
        (("トヨタのロボティクス分野の割合、2020年", "書いた社員の名前を教えて"), "書いた社員の名前"),
        (("Share of firm-authored preprints on arXiv in 2020, please.",), "arXiv"),
    ],
)
def test_parts_of_countries_people_and_archives_are_not_counted(assistant, turns, named):
    answer = talk(assistant, *turns)
    assert answer.outcome == "not_in_data" and named in answer.answer
