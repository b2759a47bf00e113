"""Other sides of a term just explained; works by their years; both sides of the literature; questions to expect and memos of an answer in words."""

import pytest


def test_the_price_of_what_was_explained(talked):
    answer = talked("ABCIって何ですか", "料金はいくらですか")[-1].answer
    assert "660円" in answer and "お答えできません" not in answer


@pytest.mark.parametrize("asked", ["デメリットは", "使っている企業の例は", "注意点はありますか", "規模はどのくらい?"])
def test_another_side_of_what_was_explained(talked, asked):
    assert "産総研 ABCI 3.0：" in talked("ABCIって何ですか", asked)[-1].answer.split("**留意点**")[0]


@pytest.mark.parametrize("asked", ["企業の割合は?", "NAIRRって何?", "もっと短く", "なぜ大切?"])
def test_what_asks_for_no_other_side(talk, asked):
    assert not talk("ABCIって何ですか", asked).text.startswith("ABCIの")


@pytest.mark.parametrize(("asked", "first"), [("2020年以前の文献はありますか", "2020年以前の資料から"), ("2018年より前の論文はある?", "2018年より前の資料から"), ("2024年の研究は?", "2024年の資料から"), ("2005年以前の論文を教えて", "手元にありません")])
def test_works_by_year(ask, asked, first):
    answer = ask(asked)
    assert answer.intent == "paper" and first in answer.answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["2020年の論文は何本?", "2020年の論文に占める企業の割合は?", "2021年の論文数は?", "2019年の論文は増えた?"])
def test_papers_of_a_year_that_are_counted(understand, asked):
    assert "by_year" not in understand(asked).inherited


@pytest.mark.parametrize("asked", ["計算資源の格差に関する文献の立場を整理してください", "論文の賛否を並べて", "先行研究の見方を比較してください", "専門家の見解をまとめて"])
def test_both_sides_of_the_literature(ask, asked):
    answer = ask(asked).answer
    assert answer.split("\n")[1].startswith("論文の見方は一つではありません") and "Musser" in answer or "Gelles" in answer


@pytest.mark.parametrize("asked", ["両方の言い分を並べて", "賛成側と反対側の主張を比べて"])
def test_both_sides_after_a_paper(talked, asked):
    assert talked("大学が研究から締め出されていると言う論文は本当か", asked)[-1].answer.split("\n")[1].startswith("論文の見方は一つではありません")


def test_two_figures_to_compare_are_no_sides(talk):
    assert talk("AI会議の企業の割合は?", "大学は?", "両方比べて").intent != "paper"


@pytest.mark.parametrize("asked", ["質問されそうなことは?", "逆に突っ込まれそうなとこは?", "質問が来そうなところは?", "なんか質問されたらどう言うたらええ?", "想定される質問と答えを二つずつお願いします"])
def test_questions_to_expect_on_an_answer_in_words(talked, asked):
    answer = talked("Ahmed と Wahed の論文の主張は?", asked)[-1].answer
    assert "想定問答の下書きです" in answer and "Ahmed & Wahedによると、" in answer


@pytest.mark.parametrize("asked", ["メモにまとめて", "部長向けのメモにして", "研究メモとしてまとめてください", "要点メモを作って"])
@pytest.mark.parametrize("first", ["Ahmed と Wahed の論文の主張は?", "2020年以前の文献はありますか", "AI会議の企業の割合は?"])
def test_a_memo_of_what_was_told(talked, first, asked):
    answer = talked(first, asked)[-1]
    assert "**メモ**" in answer.answer and answer.verdict.ok and answer.citations


def test_a_limit_is_said_of_a_work_and_not_by_it(talked):
    answer = talked("Ahmed と Wahed の論文の主張は?", "弱点ある?", "クライアントに説明するときの言い方教えて")[-1].answer
    assert "Ahmed & Wahedについて、そのまま信じてよいとは限りません" in answer and "Wahedによると、そのまま" not in answer


@pytest.mark.parametrize("asked", ["なぜ失敗するの?", "失敗する理由は?"])
def test_why_projects_fail_is_not_why_firms_publish_more(talked, asked):
    answer = talked("AIプロジェクトの失敗率を調べた調査は?", "サンプルは?", asked)[-1].answer
    assert "企業参加率" not in answer.split("**出典**")[0]


def test_why_training_costs_rise_without_a_talk(ask):
    assert "上がる理由を確かめた資料は手元にありません" in ask("学習費用はなぜそんなに上がっているのですか").answer


def test_what_there_is_one_of_is_no_choice(talked):
    answer = talked("頭脳流出について書いた論文はある?", "その中で一番新しいのは")[-1].answer
    assert answer.split("\n")[1].startswith("先ほど挙げた論文は一つだけです。Gofman & Jin：")


def test_another_survey_on_the_same(talked):
    assert "Gartner" in talked("AIプロジェクトの失敗率を調べた調査は?", "別の調査だとどう?")[-1].answer


def test_a_term_to_be_told_to_the_board(ask):
    assert "土台のモデルです" in ask("基盤モデルとは何か、取締役会で説明できる程度に教えてください").answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["社長に一言で言うなら", "見出しを二つ", "メモにまとめて", "部下に説明する感じでお願い"])
def test_a_question_of_a_summary_is_never_said_aloud(talked, asked):
    answer = talked("企業の論文の質を調べた研究はありますか", "対象期間は?", asked)[-1]
    assert answer.intent == "phrases" and answer.verdict.ok and "という問いに" not in answer.answer and "Färber & Tampakisについて、公開までの10年" in answer.answer


@pytest.mark.parametrize("asked", ["結果を一文で", "結論を一言でお願いします", "主張は短く言うと?", "要点を手短に"])
def test_the_result_of_a_paper_in_a_sentence(talked, asked):
    answer = talked("企業の論文の質を調べた研究はありますか", "対象期間は?", asked)[-1].answer
    assert answer.split("\n")[1].startswith("Färber & Tampakis：AI論文の大半は")


@pytest.mark.parametrize("asked", ["もう少しやさしい言葉でお願いします", "もっと柔らかく"])
def test_softer_words_on_a_term_stay_on_it(talked, asked):
    answer = talked("ハルシネーションという言葉の意味を教えてください", "部下に説明するときの言い方をお願いします", asked)[-1].answer
    assert "ハルシネーションとは、" in answer and "言葉づかいは「社内口頭」" in answer


@pytest.mark.parametrize("asked", ["3本まとめて比べて", "3本を並べて", "全部比べてください"])
def test_those_listed_beside_each_other(talked, asked):
    answer = talked("Hookerのハードウェア・ロッタリーって何を主張してるんですか", "類似の論文は?", asked)[-1].answer
    assert all(name in answer for name in ("Klinger", "Thompson", "Vipra"))


@pytest.mark.parametrize("asked", ["逆のこと言うてるのは?", "反対のことを言っている研究はある?", "違うことを書いた論文は?"])
def test_who_says_the_contrary(talked, asked):
    assert "Musser" in talked("大手に独占されているという話は本当か", asked)[-1].answer


@pytest.mark.parametrize(("asked", "told"), [("さっきの推論の話に戻って", "学習を終えたモデル"), ("先ほどの蒸留の件に戻りたい", "手本"), ("スケーリング則の話題に戻して", "経験則"), ("じゃあ、計算資源の格差の話に戻ろう", "参加できるAI研究に差")])
def test_back_to_a_matter_by_its_name(talked, asked, told):
    assert told in talked("NAIRRって何?", asked)[-1].answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["最初の話に戻って", "話を戻すと、大学は?", "さっきの話に戻ると?", "元の話に戻して"])
def test_back_to_nothing_by_name(talk, asked):
    assert not talk("AI会議の企業の割合は?", asked).text.endswith("について教えてください")
