"""What is asked of works together: how sound those cited are, who opposes, which goes furthest on cause, what papers say at large, and our own source."""

import unicodedata

import pytest

import prompts
from analytics.provenance import CSMETRICS_CITATION, EPOCH_CITATION
from assistant.understand.works.works_asked import AGAINST, FURTHER, OWN_DATA, RIGOROUS, SOUND, STRANDS, works_asked

ADVICE, FIGURE = "中堅企業はAI研究にどう関わるべきか", "NeurIPSの企業参加率は?"
AFTER_ADVICE = ("その根拠はどの程度確か", "査読を経た論文ですか", "そのpaperのlimitationは", "エビデンスは強い?", "その研究は信頼できますか", "ピアレビューは通ってる?", "how strong is the evidence?", "それらの資料の信憑性は", "その論文、鵜呑みにして大丈夫?")
AT_LARGE = {
    AGAINST: ("この話に反対している研究者はいるのか", "反対の見解は", "異を唱える学者はいますか", "逆の立場は", "これに懐疑的な専門家は", "計算資源の格差に反論している論文はありますか", "違う意見はないの?", "反対派はいる?"),
    RIGOROUS: ("因果関係まで立証した論文は", "一番しっかりした証拠を示している論文はどれ", "most rigorous evidenceは", "最も信頼できる研究はどれですか", "因果を検証した研究はありますか", "どの論文が一番説得力のある根拠を出してる?", "最も厳密な論文は", "strongest causal evidenceは?"),
    STRANDS: ("論文では何が言われているか", "研究では何が提案されているか", "論文は何を提案している?", "学界では何が議論されていますか", "計算資源の格差について先行研究では何が指摘されている?", "文献ではどんな提案が出ている?", "研究は何を主張しているの", "企業の寡占についてどんな論文がある?", "計算資源の格差について、論文ではどのように述べられていますか。", "計算資源の格差は論文でどう書かれていますか", "大学の頭脳流出について、論文ではどう論じられていますか"),
    OWN_DATA: ("貴システムの数値の出典と対象期間は", "このシステムのデータはどこから", "データは何年分", "データはいつ更新された", "このサービスの統計の出典は", "数字はいつ時点のもの?", "当アシスタントのデータの最終更新は", "元データの対象期間は?", "データは最新ですか"),
}  # fmt: skip
NOT_OF_WORKS = ("NeurIPSの企業参加率は?", "企業が増えたことの因果は証明されたの?", "反対に、大学は減ったの?", "その論文では何が提案されているか", "このデータはどこの大学のもの?", "査読者はどこの大学?", "Besirogluの論文は何を主張している?", "データセンターはいつ増えた?")


def papers_of(answer):
    return [citation.id.split("#")[0] for citation in answer.citations if citation.kind == "paper"]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in AT_LARGE.items() for text in texts])
def test_questions_of_works_at_large_are_told_by_their_form(kind, text):
    question = works_asked(text, None)
    assert question is not None and question.inherited[1] == kind


@pytest.mark.parametrize("text", NOT_OF_WORKS)
def test_near_misses_are_left_to_other_readings(text):
    assert works_asked(text, None) is None


def test_how_sound_the_works_are_is_asked_of_those_just_cited_and_after_figures_of_our_data(assistant, talked):
    wrong = []
    for text in AFTER_ADVICE:
        advised, judged = talked(ADVICE, text)
        if judged.outcome != "answered" or not set(papers_of(judged)) <= set(papers_of(advised)) or "限界" not in judged.answer:
            wrong.append(text)
    assert not wrong
    assert talked(FIGURE, "その根拠はどの程度確か")[1].intent == "limits"


def test_a_work_that_was_not_reviewed_is_said_to_be_so(talked):
    answer = talked("Ahmed & Wahedの論文の要点は?", "査読は受けている?")[1].answer
    assert answer.split("**結論**\n")[1].startswith("査読を経たと確かめられる資料はなく") and "査読（専門家による審査）を経ていません" in answer


def test_opponents_are_told_after_figures_then_further_ones_then_that_there_are_no_more(assistant, talked):
    _, first, more, last = talked(FIGURE, "この話に反対している研究者はいるのか", "他には?", "三つのほかにもっと")
    assert {assistant.library.papers[paper].stance for paper in papers_of(first)} == {"contradicts"} and len(papers_of(first)) == 3
    assert not set(papers_of(more)) & set(papers_of(first)) and "frank-2019-evolution-of-citation-graphs" not in papers_of(more)
    assert not last.citations and "手元にありません" in last.answer


def test_what_papers_say_has_several_strands_and_one_that_sees_it_otherwise(assistant, ask):
    for text in AT_LARGE[STRANDS]:
        stances = [assistant.library.papers[paper].stance for paper in papers_of(ask(text))]
        assert len(stances) >= 3 and stances[-1] == "contradicts" and "contradicts" not in stances[:-1], text


def test_a_subject_beside_the_divide_has_no_other_view_of_it(ask):
    for text in ("スケーリング則について論文はどう述べている?", "AIのエネルギー消費について、論文ではどのように述べられていますか"):
        answer = ask(text)
        assert answer.outcome == "answered" and "異なる見方" not in answer.answer and "musser-2023-main-resource-is-the-human" not in papers_of(answer), text


def test_what_goes_furthest_on_cause_is_told_with_that_none_proves_it(ask):
    for text in AT_LARGE[RIGOROUS]:
        answer = ask(text)
        assert "手元の資料にありません" in answer.answer and papers_of(answer)[0] == "ahmed-wahed-2020-de-democratization-of-ai", text


def test_our_own_source_is_told_with_its_period(ask):
    for text in AT_LARGE[OWN_DATA]:
        answer = ask(text)
        assert "csmetrics.net" in answer.answer and "2007〜2023年" in answer.answer and not papers_of(answer), text
    made = "を加工して作成"
    held = unicodedata.normalize("NFKC", "".join(prompts.render("answers/words", name) for name in ("own_source", "own_models"))).replace(" ", "").replace("、", ",")
    for credit in (CSMETRICS_CITATION, EPOCH_CITATION):  # what prompts say of a source is what the figures carry
        assert unicodedata.normalize("NFKC", credit).replace(" ", "").replace("、", ",").removesuffix(made) in held


@pytest.mark.parametrize(("text", "paper"), [("合成コントロールの原論文は", "abadie-2010-synthetic-control"), ("一般化合成コントロール法の原論文を教えて", "xu-2017-generalized-synthetic-control")])
def test_the_original_of_a_method_is_the_work_that_is_held(ask, text, paper):
    assert set(papers_of(ask(text))) == {paper}


def test_a_subject_that_no_work_is_on_is_said_not_to_be_held(ask):
    assert "主題にした論文は、手元の資料にありません" in ask("医療を扱った論文はあるか").answer
    assert ask("農業を扱った論文はある?").outcome == "not_in_data"
    assert papers_of(ask("教育に関する研究はありますか"))[0] == "gofman-jin-2024-ai-education-entrepreneurship"


@pytest.mark.parametrize("text", ["GPUは何枚要る", "サーバーは何台必要ですか", "うちだとGPUはいくつ要りますか"])
def test_how_many_machines_are_needed_is_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "台数や枚数" in answer.answer


@pytest.mark.parametrize(("text", "stance"), [("大手が研究を支配しているという研究は本当に確かなの?", "supports"), ("格差は大げさだという論文は信用できる?", "contradicts")])
def test_a_claim_is_weighed_by_a_work_of_its_own_side(assistant, ask, text, stance):
    assert {assistant.library.papers[paper].stance for paper in papers_of(ask(text))} == {stance}


def test_opposing_views_of_one_work_are_those_that_its_summary_sets_against_it(talked):
    assert "ahmed-wahed-2020-de-democratization-of-ai" in papers_of(talked("ゲルスの論文は?", "反対の見解は")[1])


def test_after_opponents_more_means_more_of_them(talk):
    assert talk(FIGURE, "この話に反対している研究者はいるのか").inherited[1] == AGAINST
    assert works_asked("他には?", works_asked("反対の見解は", None).with_(listed=("musser-2023-main-resource-is-the-human",))).inherited[1] == FURTHER
    assert works_asked("エビデンスは強い?", None) is None and SOUND == works_asked("大学が締め出されたと言う論文は信用できるか", None).inherited[1]
