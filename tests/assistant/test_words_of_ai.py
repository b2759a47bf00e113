"""Words of AI that a director meets: the glossary holds them, and answers what no paper of ours speaks of."""

import pytest

# question → how the answer begins
DEFINED = {
    "転移学習とは": "ある仕事のために学習したモデルを、別の仕事の出発点として",
    "RAGって何ですか": "質問に関係する文書をまず検索し",
    "蒸留をわかりやすく": "大きなモデルの答え方を手本にして",
    "マルチモーダルってどういう意味?": "文章・画像・音声など",
    "エージェントとは何のこと": "目標を受け取ると手順を考え",
    "強化学習とは": "試した結果に点数（報酬）を与え",
    "教師あり学習って?": "入力と正解を組にしたデータを見せて",
    "APIとは": "あるソフトの機能を、ほかのソフトから",
    "学習(training)って何?": "データを見せながらモデルの中の数値を",
    "推論って何?": "学習を終えたモデルを使って",
    "推論モデルとは": "答えを出す前に、途中の考えを",
    "オープンソースモデルとは": "中身の数値や作り方が公開され",
    "幻覚って何のこと?": "生成AIが、事実ではないことを",
    "有意差とは": "偶然だけでは起こりにくい差だと",
}


@pytest.mark.parametrize("asked, begins", DEFINED.items())
def test_an_everyday_word_of_ai_is_explained(ask, asked, begins):
    answer = ask(asked)
    assert answer.intent == "explain" and answer.answer.split("\n")[1].startswith(begins)


@pytest.mark.parametrize("asked", ["CPUとGPUの違いは", "オンプレとクラウドはどう違う?", "推論と学習はどう違う?", "RAGとファインチューニングはどっちがいい?", "生成AIとLLMって同じ?"])
def test_two_words_are_told_side_by_side(ask, asked):
    assert [citation.kind for citation in ask(asked).citations] == ["glossary", "glossary"]


@pytest.mark.parametrize("asked, begins", [
    ("ハルシネーションを防ぐには", "なくし切れないものとして"), ("ハルシネーションを減らすには?", "なくし切れないものとして"),
])  # fmt: skip
def test_the_glossary_answers_what_no_paper_speaks_of(ask, asked, begins):
    answer = ask(asked)
    assert answer.answer.split("\n")[1].startswith(begins) and {citation.kind for citation in answer.citations} == {"glossary"}


@pytest.mark.parametrize("asked, source", [
    ("AIエージェントを使っている会社は多いの", "mckinsey-2025-state-of-ai"),
    ("学習費用が毎年2.4倍に増えているという論文は?", "cottier-2024-rising-costs-frontier-training"), ("LoRAの論文の結論は", "hu-2021-lora"),
])  # fmt: skip
def test_a_paper_that_speaks_of_the_word_is_still_cited(ask, asked, source):
    assert ask(asked).citations[0].id.startswith(source)


@pytest.mark.parametrize("asked", ["二つの違いは?", "この2つはどう違うの?", "両者の使い分けは?", "で、両方って同じ?", "結局二つの差は?"])
def test_the_two_terms_told_last_are_set_side_by_side(talked, asked):
    told = talked("差の差って?", "合成コントロールとは?", asked)[-1]
    assert {citation.id for citation in told.citations} == {"glossary#did", "glossary#synthetic-control"}


@pytest.mark.parametrize("asked", ["二つの違いは?", "両者の差は?"])
def test_two_groups_of_figures_are_no_terms(talk, asked):
    assert talk("企業の参加率は?", "大学は?", asked).intent != "explain"


@pytest.mark.parametrize("asked, first", [
    ("それを言い出したのは誰?", "ahmed-wahed-2020"), ("提唱したのは誰?", "ahmed-wahed-2020"), ("誰が言い出したの?", "ahmed-wahed-2020"), ("どの論文で言われたの?", "ahmed-wahed-2020"), ("名付けた人は誰ですか", "ahmed-wahed-2020"),
])  # fmt: skip
def test_the_paper_of_a_term_is_the_one_named_after_it(talked, asked, first):
    assert talked("計算資源の格差って何?", asked)[-1].citations[0].id.startswith(first)
    assert talked("スケーリング則とは", asked)[-1].citations[0].id.startswith("kaplan-2020")


@pytest.mark.parametrize("asked", ["日本語で頼む", "日本語でお願いします", "in Japanese please", "やっぱり日本語に戻して", "日本語で言うと?"])
def test_japanese_again_is_the_last_answer(talked, asked):
    *_, before, again = talked("Why do companies dominate AI research?", asked)
    assert again.intent == "why" and again.answer == before.answer


def test_whom_an_answer_is_for_holds_no_question_word(ask):
    assert ask("差の差って何か小学生にもわかるように").answer.split("\n")[1].startswith("対象の前後の変化から")
    assert ask("RAGって何か新人でもわかるように").answer.split("\n")[1].startswith("質問に関係する文書を")


@pytest.mark.parametrize("asked, term", [
    ("合成データで済まないの?", "synthetic-data"), ("アノテーションってなんや、金かかるんか", "annotation"), ("ハルシネーションは防げる?", "hallucination"), ("プロンプトでどこまで変わる?", "prompt"), ("転移学習で足りる?", "transfer-learning"),
])  # fmt: skip
def test_a_term_of_its_own_is_not_asked_of_the_paper_told_before(talked, asked, term):
    assert talked("一般化合成コントロール法の論文は?", asked)[-1].citations[0].id == f"glossary#{term}"


@pytest.mark.parametrize("asked", ["オープンモデルのメリットとデメリット", "オープンモデルの良し悪しは?", "オープンモデルの長所と短所を教えて"])
def test_both_sides_of_a_term_are_told_by_its_entry(ask, asked):
    assert ask(asked).answer.split("\n")[1].startswith("特定の供給元に縛られず")


@pytest.mark.parametrize("asked", ["共同研究のメリットとデメリット", "弱点は?", "推定方法は?", "LoRAの論文の結論は"])
def test_ways_and_papers_keep_their_own_answers(talk, asked):
    assert talk("一般化合成コントロール法の論文は?", asked).term is None


def test_the_nth_of_the_papers_listed_is_asked_for_its_points_and_limits(talked):
    *_, points, who, limits = talked("この分野で読むべき論文を3本", "1本目の要点を3つ", "2本目は誰が書いた?", "3本目の限界は?")
    assert points.citations[0].id.startswith("birhane-2022") and len(points.answer.split("\n\n")[0].split("\n")) == 3
    assert who.citations[0].id.startswith("thompson-2020") and limits.citations[0].id.startswith("farber-tampakis-2023")
