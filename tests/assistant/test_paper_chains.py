"""Chains of questions on papers: a paper is listed or named, then asked about in few words; the answers stay with it."""

import uuid

import pytest

from assistant.evidence.collector import Collector
from assistant.evidence.paper_turns import of_own_firm, sampled
from index.corpus import load_heads

HEADS = load_heads()
# What is asked of a paper in a few words, and where in its summary the answer stands.
TURNS = (
    ("調べ方は?", "section-3"), ("弱点は?", "section-7"), ("何本調べた?", None), ("うちに置き換えると?", "section-8"), ("誰の論文?", "point-1"), ("新しさは?", "section-2"), ("今後は?", "section-6"), ("どうやって調べたの?", "section-3"),
    ("自社に当てはめると?", "section-8"), ("要点は?", "point-1"), ("調査対象は?", None), ("その論文の限界は?", "section-7"), ("中小企業だったら?", "section-8"), ("サンプル数は?", None), ("どれくらい調べたんですか", None),
)
NAMED = ("Birhaneらの論文", "Grey Hoodieって何の話", "ゲルスの論文", "Khandelwalらの研究", "文科省の令和5年度の統計", "Green AIという論文")


def ids(answer):
    return [citation.id for citation in answer.citations if citation.kind == "paper"]


def own(answer, paper):
    """Whether an answer stands on that paper and none other."""
    return answer.outcome == "answered" and {id.split("#")[0] for id in ids(answer)} == {paper}


def how_much(assistant, paper):
    """Where the summary of a paper tells how much it looked at."""
    return sampled(assistant.words, None, paper, Collector()).evidence.items[0].citation.id.split("#")[1]


@pytest.mark.parametrize("named", NAMED)
def test_short_questions_stay_with_the_paper_that_was_named(assistant, named):
    session = uuid.uuid4().hex
    paper = ids(assistant.ask(named, session=session))[0].split("#")[0]
    wrong = []
    for text, place in TURNS:
        answer = assistant.ask(text, session=session)
        place = place or how_much(assistant, paper)
        if not own(answer, paper) or ids(answer)[0] != f"{paper}#{place}":
            wrong.append((text, answer.intent, ids(answer)[:2]))
    assert wrong == []


# What is asked in a few words that no rule lists, by the paper that was named before.
OF_THE_PAPER = {
    "Geipingの論文": ("何枚のGPU?", "何日かかった?", "BERTと比べると?", "それで何が言える?"), "Abadieの2010年の論文": ("何州を比べた?", "カリフォルニアの方は?"), "文科省の令和5年度の統計": ("平均はいくら?", "回答率は?", "1件あたりだと?"),
    "Birhaneらの論文": ("何年の論文を見た?", "資金は?", "会議の名前は?"), "Sevillaの論文": ("2010年より前の方は?", "大規模モデルの方は?"), "Strubellの論文": ("車何台分?", "電気代だけなら?", "人間だと何年分?"), "Pattersonの論文": ("GPT-3の方の電力は?", "立地は?"),
}  # fmt: skip
ELSEWHERE = {"Birhaneらの論文": ("量子化は?", "富岳の電力は?", "LoRAとは?", "スケーリング則は?"), "Geipingの論文": ("たばこ規制は?", "白書では?")}


@pytest.mark.parametrize("named", OF_THE_PAPER)
def test_a_few_words_are_asked_of_the_paper_whose_summary_speaks_of_them(assistant, named):
    session = uuid.uuid4().hex
    paper = ids(assistant.ask(named, session=session))[0].split("#")[0]
    assert [text for text in OF_THE_PAPER[named] if not own(assistant.ask(text, session=session), paper)] == []


@pytest.mark.parametrize("named", ELSEWHERE)
def test_a_few_words_that_it_does_not_speak_of_are_asked_of_all(assistant, named):
    for text in ELSEWHERE[named]:
        session = uuid.uuid4().hex
        paper = ids(assistant.ask(named, session=session))[0].split("#")[0]
        assert not own(assistant.ask(text, session=session), paper), text


def test_what_a_summary_does_not_say_is_said_to_be_missing(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    answer = assistant.ask("査読は?", session=session)
    assert own(answer, "birhane-2022-values-encoded-ml") or {id.split("#")[0] for id in ids(answer)} == {"birhane-2022-values-encoded-ml"}
    assert "分からないこと" in answer.answer


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Strubellの論文では構造探索の方のCO2は何ポンド?", "626,155"), ("Strubellの論文で電気代の方はいくら?", "9,870ドル"), ("Pattersonの論文でGPT-3の方の電力は?", "1,287MWh"), ("AI Indexの2024年版で学術機関の方は何モデル?", "学術機関15"),
        ("Khandelwalらの論文で4基の方は何日?", "18日"), ("Luccioniの論文で製造を含めた方は何トン?", "50.5トン"), ("Sevillaらの研究では2010年より前は何か月で倍になる?", "20か月"), ("Green AIの論文で、精度を主な目標とする論文はACLの方だと何%?", "90%"),
        ("AI Index 2025によると、2024年の注目モデルのうち産業界発はどのくらいですか", "90%"), ("企業さんと大学さんの共同研究って、日本だと一件おいくらくらいが平均なんでしょう", "329.6万円"), ("共同研究の相場は一件いくらぐらいですか", "329.6万円"),
    ],
)  # fmt: skip
def test_of_two_numbers_in_a_paper_the_one_asked_for_is_given(ask, text, holds):
    answer = ask(text)
    assert answer.outcome == "answered" and holds in answer.answer.partition("**経営への示唆**")[0].partition("**出典**")[0]


@pytest.mark.parametrize(("text", "told"), [("Sevillaの論文では何か月で倍になる?", "20か月"), ("Green AIの論文で計算量は何倍?", "30万倍に増えました")])
def test_the_number_asked_for_is_told_first(ask, text, told):
    assert told in ask(text).answer.split("\n")[1]


@pytest.mark.parametrize("text", ["学習のCO2は車何台分?", "車何台分の論文は?", "AIの学習って自動車5台分のCO2を出すと聞いたけど", "大きなAIを1回作るCO2は人間何年分?", "AIの学習の排出をクルマに例えると?"])
def test_an_everyday_comparison_finds_the_paper_that_makes_it(ask, text):
    answer = ask(text)
    assert ids(answer)[0].startswith("strubell") and "自動車の一生分" in answer.answer and "11,023ポンド" in answer.answer


@pytest.mark.parametrize("text", ["東京ドーム何個分?", "人間何年分の給料?", "車は何台売れた?"])
def test_other_comparisons_find_none(ask, text):
    assert ask(text).outcome == "not_in_data"


def test_people_who_were_asked_are_no_everyday_comparison(ask):
    assert not any(id.startswith("strubell") for id in ids(ask("大手IT企業の研究資金をたばこ産業になぞらえた研究があると聞くが、何を何人分調べたものですか")))


def test_works_of_the_same_authors_are_listed_or_said_to_be_none(assistant):
    session = uuid.uuid4().hex
    assistant.ask("The De-democratization of AIは何を示した論文ですか", session=session)
    answer = assistant.ask("同じ著者らの後続論文はあったりする?", session=session)
    assert [id.split("#")[0] for id in ids(answer)] == ["ahmed-wahed-thompson-2023-growing-influence", "ahmed-2024-corporate-responsible-ai"]
    assert own(assistant.ask("2つ目の調べ方は?", session=session), "ahmed-2024-corporate-responsible-ai")
    session = uuid.uuid4().hex
    assistant.ask("Crammingの論文", session=session)
    assert "同じ著者の資料は、ほかに収録していません" in assistant.ask("著者の他の論文は?", session=session).answer


def test_words_for_a_meeting_are_those_of_the_paper(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    said = assistant.ask("会議で一言で言うと?", session=session)
    assert said.intent == "phrases" and {id.split("#")[0] for id in ids(said)} == {"birhane-2022-values-encoded-ml"}
    assert ids(assistant.ask("反論は?", session=session))[-1].split("#")[0] in ("birhane-2022-values-encoded-ml", "hagendorff-meding-2021-industry-involvement")


def test_what_a_paper_means_for_a_firm_like_ours_is_asked_of_it(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Hoffmannらのチンチラの論文って何を示したの", session=session)
    assert own(assistant.ask("で、うちみたいな会社には何の意味がある?", session=session), "hoffmann-2022-chinchilla")


def test_the_opposite_of_a_paper_is_looked_for_anew(assistant):
    session = uuid.uuid4().hex
    paper = ids(assistant.ask("大学にGPUがどれだけ足りないか調べた研究はある?", session=session))[0].split("#")[0]
    other = assistant.ask("それとは逆に、計算機より人が大事だという意見は?", session=session)
    found = {id.split("#")[0] for id in ids(other)}
    assert other.intent == "paper" and "musser-2023-main-resource-is-the-human" in found and paper not in found


def test_a_why_after_a_paper_is_asked_of_it(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Klingerの論文", session=session)
    answer = assistant.ask("なぜ?", session=session)
    assert {id.split("#")[0] for id in ids(answer)} == {"klinger-2020-narrowing-of-ai-research"}


def test_a_listed_paper_is_gone_into_and_its_like_are_listed_again(assistant):
    session = uuid.uuid4().hex
    listed = [id.split("#")[0] for id in ids(assistant.ask("AI研究の論文を3つ挙げて", session=session))]
    for text in ("2番目を詳しく", "調べ方は?", "弱点は?", "何本調べた?", "うちに置き換えると?", "うちへの意味は?", "根拠の論文は?"):
        assert own(assistant.ask(text, session=session), listed[1]), text
    like = [id.split("#")[0] for id in ids(assistant.ask("似た論文は?", session=session))]
    related = {head.id: head.related for head in HEADS}[listed[1]]
    assert like == list(related[:3])
    assert own(assistant.ask("3つ目の弱点は?", session=session), like[2])
    assert own(assistant.ask("調べ方は?", session=session), like[2])


def test_criticism_of_the_paper_told_of_is_that_of_its_summary(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Crammingの論文", session=session)
    answer = assistant.ask("その論文への批判を教えて", session=session)
    assert ids(answer)[0] == "geiping-goldstein-2022-cramming#section-7" and ids(answer)[1].startswith("khandelwal")


@pytest.mark.parametrize("text", ["似ている研究は?", "関連する論文を教えて", "同じテーマの研究はある?", "併せて読むべき文献は?", "近い論文ってある?"])
def test_works_like_one_are_those_that_its_summary_names(assistant, text):
    session = uuid.uuid4().hex
    assistant.ask("Crammingの論文", session=session)
    answer = assistant.ask(text, session=session)
    assert {id.split("#")[0] for id in ids(answer)} == set(next(head.related for head in HEADS if head.id.startswith("geiping"))[:3])


def test_how_much_was_looked_at_is_told_where_a_summary_says_it(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    assert "100本" in assistant.ask("何本調べた?", session=session).answer
    assistant.ask("Gellesの調査", session=session)
    assert "500人" in assistant.ask("何人に聞いたの?", session=session).answer


def test_every_summary_tells_what_short_questions_ask(assistant):
    for head in HEADS:
        for turn in (lambda box, paper=head.id: sampled(assistant.words, None, paper, box), lambda box, paper=head.id: of_own_firm(assistant.words, paper, box)):
            found = turn(Collector())
            assert found.paper == head.id and {item.citation.id.split("#")[0] for item in found.evidence.items} == {head.id}


@pytest.mark.parametrize("text", ["企業の論文は何本?", "CVPRの2019年は?", "うちは何から始めればいい?", "大学の割合は?"])
def test_what_names_something_of_its_own_leaves_the_paper(assistant, text):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    assert not own(assistant.ask(text, session=session), "birhane-2022-values-encoded-ml")
