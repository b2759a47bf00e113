"""Turns of executives after an answer, each taken for what it asks: another work beside the one told, more of it, whether a figure may go out, why that way."""

import pytest

PAPER, SCALING, SHARE = "Strubellの論文の要点は?", "スケーリング則の論文ってどれ？要点だけ", "グーグルの論文の割合は?"


def works(answer):
    return {citation.id.partition("-")[0] for citation in answer.citations}


@pytest.mark.parametrize(("before", "text", "pair"), [(SCALING, "Chinchillaとは何が違うの", {"kaplan", "hoffmann"}), (PAPER, "Pattersonとは何が違う?", {"strubell", "patterson"}), (PAPER, "Green AIと同じ結論?", {"strubell", "schwartz"}), (SCALING, "Hoffmannの論文と比べて", {"kaplan", "hoffmann"})])
def test_another_work_is_held_against_the_one_told(talked, before, text, pair):
    answer = talked(before, text)[-1]
    assert answer.verdict.ok and works(answer) == pair


@pytest.mark.parametrize("text", ["もっと詳しく", "もう少し詳しく教えて", "その論文、詳しく", "1本目、もう少し詳しく", "くわしく頼む", "さらに詳細に", "その論文を掘り下げて"])
def test_more_of_a_paper_says_more(talked, text):
    before, after = talked(PAPER, text)
    assert after.verdict.ok and works(after) == {"strubell"} and len(after.citations) > len(before.citations) + 2


def test_one_that_was_listed_is_told_first_and_then_in_detail(talked):
    _, second, more = talked("計算資源の格差の主な論文は?", "二つ目を詳しく", "もっと詳しく")
    assert works(second) == works(more) == {"besiroglu"} and len(more.citations) > len(second.citations)


@pytest.mark.parametrize("text", ["それってプレスリリースにそのまま書いても大丈夫ですか？注意書きいります？", "そのまま引用して大丈夫?", "社外で使ってもいいの?", "新聞に載せても問題ない?", "この数字、講演で言うてもええ?", "注釈は要りますか"])
def test_whether_a_figure_may_go_out_is_answered(talked, text):
    assert talked(SHARE, text)[-1].answer.split("\n")[1].startswith("統計の数字と図は、出典を示せば引用できます")


@pytest.mark.parametrize("text", ["プレスリリースの文章にして", "プレスリリースに書いてください"])
def test_a_text_that_is_wanted_is_written(talk, text):
    assert talk(SHARE, text).intent == "phrases"


@pytest.mark.parametrize("text", ["なんでそれなん?", "なぜ?", "どうしてその順番なの", "なんでその案がええの?", "理由は?", "なぜ小規模プロトタイプが先なんですか"])
@pytest.mark.parametrize("before", ["うちは何から始める?", "うちが500万円だけ出すとしたら、3つのやり方のうちどれがええの？"])
def test_why_that_way_is_told_of_that_way(talked, before, text):
    answer = talked(before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("そうお勧めする理由は、次のとおりです。") and "17.3%" not in answer.answer


@pytest.mark.parametrize("text", ["NAIRRって何でしたっけ、日本語で一行で", "GPUって何でしたっけ、日本語で簡単に"])
def test_in_japanese_names_no_country(ask, text):
    assert ask(text).citations[0].id.startswith("glossary#")


@pytest.mark.parametrize("text", ["ところで、うちの同業の町工場でAI入れて儲かったとこ何社あるん？", "同業他社でAIを導入した会社は何社ですか", "AIを使ってるところ、何社くらい?"])
def test_firms_that_are_not_counted_are_refused_for_that(ask, text):
    assert "AIを使う会社の数を数えた資料はありません" in ask(text).answer


def test_an_amount_is_asked_back_with_questions_and_answers(ask):
    answer = ask("最後に、想定問答を3つ作ってください。記者から「御社はいくら投資するのか」って聞かれそうです")
    assert answer.answer.count("> ") == 3 and "**御社はいくら投資するのか**" in answer.answer and "投資の額は、決めた範囲でお答えします。" in answer.answer


@pytest.mark.parametrize("text", ["だれが言うてんねん", "ほんまかいな。だれが言うてんねん、それ", "誰が言ってるの、それ"])
def test_who_says_so_is_told_by_works(talked, text):
    answer = talked("計算資源の格差とは", text)[-1]
    assert answer.outcome == "answered" and "besiroglu" in works(answer)


@pytest.mark.parametrize("text", ["両方並べて表にしてくれ", "並べて比べて", "全部を表で並べて", "3本を比べて表にして"])
def test_works_listed_are_set_side_by_side(talked, text):
    answer = talked("計算資源の格差の主な論文は?", text)[-1]
    assert answer.verdict.ok and answer.intent == "paper" and "| 項目 | 内容 |" in answer.answer and works(answer) == {"ahmed", "besiroglu", "kudiabor"}


@pytest.mark.parametrize("text", ["どの論文?", "出典は?", "タイトルは?"])
def test_a_title_that_quotes_is_named(talked, text):
    answer = talked("生成AIで95%失敗って見たけど本当か", text)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok and "「大半の企業は成果なし」という報告とその批判』に書かれています" in answer.answer


@pytest.mark.parametrize("text", ["回答者の偏りはないの", "偏りは?", "標本にバイアスはない?"])
def test_the_bias_of_a_survey_is_its_own(talked, text):
    answer = talked("Kudiaborの記事の要点は?", text)[-1]
    assert answer.verdict.ok and works(answer) == {"kudiabor"} and "標本は小さく" in answer.answer


@pytest.mark.parametrize("text", ["論文で効果は示されてる？", "研究では有効性は確かめられてるの?", "文献で実力は証明されてますか"])
def test_whether_works_show_that_a_term_works_is_asked_of_its_works(talked, text):
    assert works(talked("LoRAって何", text)[-1]) == {"hu"}


def test_so_many_works_told_last_are_so_many(talked):
    first, second = talked("少ないGPUで成果を出した研究、3本", "2本目はどこの誰が書いた？")
    assert len(works(first)) == 3 and "Jonas Geiping" in second.answer


def test_who_says_so_after_a_doubt(talked):
    assert "『言語AIの深層学習にかかるエネルギーと費用』に書かれています" in talked("Strubellの論文の要点は?", "それ本当？誰の推計")[-1].answer


@pytest.mark.parametrize("text", ["反対されたら?", "専務に反対された場合は?", "株主に反論されたら", "批判されたらどうする?", "反対されたら何て返す?"])
@pytest.mark.parametrize("before", ["計算資源の格差とは", "2021年の企業参加率は?", "何から始めればいい?", "小規模プロトタイプの採算は?"])
def test_what_to_say_to_an_objection_is_words_to_say(talk, before, text):
    assert talk(before, text).intent == "phrases"


def test_which_way_is_best_is_asked_of_no_work(talk):
    assert talk("AIの学習費用はいくら?", "ほんまかいな。反対のこと言うてる論文はないの?", "うちみたいなスーパーやと、試作とクラウドと共同研究、どれが一番ええの").intent == "roi"
