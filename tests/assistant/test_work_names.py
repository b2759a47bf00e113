"""Every work of the corpus by all it may be called by: its titles and their words, its authors in Latin letters and in katakana, its year, its office."""

import re

import pytest

import prompts
from assistant.understand.names.author_names import authors_of
from assistant.understand.names.title_names import keys, plain_letters
from assistant.understand.text.matcher import read
from index.corpus import load_heads

HEADS = load_heads()
WORKS = {head.id: head for head in HEADS}
LEXICON = prompts.lexicon("works")


@pytest.fixture(scope="module")
def names(understanding):
    return understanding.works.names


def main_title(head):
    return re.split(r": | - | / ", head.title)[0]


def owners(table):
    """What many works have → ids of those that have it."""
    found = {}
    for id, things in table.items():
        for thing in things:
            found.setdefault(thing, set()).add(id)
    return found


MAIN = owners({head.id: {keys(main_title(head))} for head in HEADS})
ALONE = [head.id for head in HEADS if len(MAIN[keys(main_title(head))]) == 1]
TITLE_WORDS = owners({head.id: set(keys(head.title)) for head in HEADS})
DISTINGUISHING = sorted((word, *ids) for word, ids in TITLE_WORDS.items() if len(ids) == 1 and len(word) >= 3 and not word.isdigit() and word not in LEXICON["idle"])
BY_YEAR = owners({head.id: {(plain_letters(name), head.year) for name in authors_of(head)} for head in HEADS})
WRITERS = sorted((head.id, name, head.year) for head in HEADS for name in dict.fromkeys(authors_of(head)))


def test_the_corpus_has_many_works_and_names():
    assert len(HEADS) >= 60 and len(DISTINGUISHING) >= 180 and len(WRITERS) >= 150


@pytest.mark.parametrize("id", WORKS)
def test_a_work_is_known_by_its_titles(names, id):
    head = WORKS[id]
    for title in (head.title, head.title_ja, head.short_ja):
        assert names.find(f"{title}の要点は?") == id, title
        assert names.find(f"「{title}」について教えて") == id, title


@pytest.mark.parametrize("id", ALONE)
def test_a_work_is_known_by_the_first_part_of_its_title(names, id):
    main = main_title(WORKS[id])
    for text in (f"{main}の論文", f"{main.lower()}という論文は何を言っている?", f"「{main}」って何の話"):
        assert names.find(text) == id, text


def test_every_distinguishing_word_of_a_title_names_its_work(names):
    missed = [word for word, id in DISTINGUISHING if names.find(f"{word}の論文") != id or names.find(f"「{word.title()}」という論文の結論は?") != id]
    assert missed == []


def test_an_unusual_word_names_its_work_without_calling_it_one(names):
    unusual = [(word, id) for word, id in DISTINGUISHING if word not in LEXICON["common"]]
    assert len(unusual) >= 40
    assert [word for word, id in unusual if names.find(f"{word}って何の話") != id or names.find(word) != id] == []


def test_a_usual_word_alone_names_no_work(names):
    assert [word for word, _ in DISTINGUISHING if word in LEXICON["common"] and word.lower() not in names.owned and names.find(f"{word}って何の話") is not None] == []


def test_every_author_names_their_work_with_its_year(names):
    """Of two works of the same year the one that the author is first of; else no single one is told."""
    missed = []
    for id, name, year in WRITERS:
        fitting = BY_YEAR[plain_letters(name), year]
        first = [other for other in fitting if plain_letters(authors_of(WORKS[other])[0]) == plain_letters(name)]
        wanted = {*fitting} if len(fitting) == 1 else set(first) if len(first) == 1 else {None}
        missed += [(id, name)] if names.find(f"{name}らの{year}年の論文") not in wanted else []
    assert missed == []


def test_every_author_alone_names_their_work_or_all_of_them(names):
    for id, name, _ in WRITERS:
        text = f"{name}らの論文"
        one, several = names.find(text), names.several(text)
        owned = names.authors.owners[plain_letters(name)]
        assert one in owned if one is not None else set(several) == owned, name
        assert one == id or id in owned, name


def test_every_name_in_katakana_names_the_works_of_its_author(names):
    assert set(map(plain_letters, LEXICON["katakana"])) <= set(names.authors.owners)
    for name, written in LEXICON["katakana"].items():
        for kana in written:
            said = names.find(f"{kana}らの論文") or names.several(f"{kana}らの論文")
            own = {id for family in names.authors.owners if family == plain_letters(name) or kana in LEXICON["katakana"].get(family, ()) for id in names.authors.owners[family]}
            shared = [other for other, forms in LEXICON["katakana"].items() if kana in forms]
            own |= {id for other in shared for id in names.authors.owners[plain_letters(other)]}
            assert said and {said} if isinstance(said, str) else set(said) <= own, kana


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Gellesの論文", "gelles-2024-resource-democratization"), ("ゲルスらの調査", "gelles-2024-resource-democratization"), ("マッサーらの論文", "musser-2023-main-resource-is-the-human"), ("GellesとMusserの論文", "gelles-2024-resource-democratization"),
        ("MusserとGellesの調査", "musser-2023-main-resource-is-the-human"), ("LohnとMusserの報告", "lohn-musser-2022-how-much-longer"), ("イザックらの論文", "izsak-2021-academic-budget-bert"), ("ガイピングの論文", "geiping-goldstein-2022-cramming"),
        ("チューズ・ユア・ウェポンの要点", "togelius-yannakakis-2023-choose-your-weapon"), ("グレイフーディーの論文", "abdalla-2021-grey-hoodie-project"), ("ハードウェアロタリーって何の話", "hooker-2020-hardware-lottery"), ("クラミングって何?", "geiping-goldstein-2022-cramming"),
        ("文科省の令和5年度の統計", "mext-industry-university-2023"), ("文部科学省の2023年度の調査", "mext-industry-university-2023"), ("令和7年版の情報通信白書", "mic-ict-white-paper-2025"), ("AI Indexの2024年版", "stanford-ai-index-2024"),
        ("AIインデックス2025", "stanford-ai-index-2025"), ("AIインデックス最新版の要点", "stanford-ai-index-2025"), ("ハードの宝くじ、いう題の論文", "hooker-2020-hardware-lottery"), ("Stanford HAIの年次報告2025年版から", "stanford-ai-index-2025"), ("ボストンコンサルの2024年の調査", "bcg-2024-wheres-the-value-in-ai"), ("マッキンゼーの2025年の報告書", "mckinsey-2025-state-of-ai"), ("囲い込みの重い代償って何の論文", "whittaker-2021-steep-cost-of-capture"),
    ],
)  # fmt: skip
def test_a_work_is_called_by_what_people_remember(names, text, id):
    assert names.find(text) == id and names.not_held(text) is None


@pytest.mark.parametrize(
    ("text", "year", "held"),
    [
        ("AI Indexの2023年版", 2023, "stanford-ai-index-2025"), ("文科省の令和4年度の統計", 2022, "mext-industry-university-2023"), ("情報通信白書の令和6年版では何%?", 2024, "mic-ict-white-paper-2025"),
        ("マッキンゼーの2023年の調査", 2023, "mckinsey-2025-state-of-ai"), ("AI Index 2022", 2022, "stanford-ai-index-2024"), ("平成30年版の情報通信白書", 2018, "mic-ict-white-paper-2025"),
    ],
)  # fmt: skip
def test_an_edition_that_is_not_held_is_told_with_those_that_are(names, ask, text, year, held):
    lacking = names.not_held(text)
    assert lacking.year == year and held in lacking.works
    answer = ask(text)
    assert answer.outcome == "not_in_data" and f"{year}年版は収録していません" in answer.answer and WORKS[held].short_ja in answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "AI Indexでは2023年の注目モデルはいくつ?", "文科省の統計で2019年と比べると?", "AI会議の企業参加率は2023年に何%?", "2021年のCVPRの統計", "McKinseyは何を調べた?", "Who is ahead in AI papers in 2020?", "大手が占める割合、CVPR 2021", "academia-only share at CVPR 2020",
    ],
)  # fmt: skip
def test_a_year_that_is_no_edition_is_none(names, text):
    assert names.not_held(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "How did the share of industry papers at ICML change?", "カードの論文は何本", "ローンの金利はいくら", "What are the costs of deep learning research papers by firms?", "企業の予算の論文の割合", "brown bread", "チェスのAIの割合", "データの論文の割合は", "エネルギーのデータを教えて",
    ],
)  # fmt: skip
def test_everyday_words_speak_of_no_work(understanding, text):
    assert not understanding.works.spoken_of(read(text))


def test_every_work_is_read_about_by_title_and_first_author(understand):
    """No figure is meant, and nothing stands against an answer, whatever the title holds."""
    wrong = []
    for head in HEADS:
        first = next(iter(authors_of(head)), None)
        for text in (f"「{head.title}」という論文の結論は?", f"{head.title_ja}の論文は何を言っている?", *([f"{first}らの{head.year}年の研究では何%とされていますか"] if first else ())):
            question = understand(text)
            wrong += [] if (question.intent, question.blocker) == ("paper", None) else [(text, question.intent, question.blocker)]
    assert wrong == []


def test_every_work_is_told_of_when_only_its_name_is_said(ask):
    wrong = []
    for id in ALONE:
        answer = ask(f"{main_title(WORKS[id])}の論文")
        if answer.outcome != "answered" or answer.citations[0].id != f"{id}#point-1":
            wrong.append((id, answer.intent, answer.outcome, answer.citations[0].id if answer.citations else None))
    assert wrong == []


def test_works_that_share_a_name_are_listed_and_pointed_at(assistant):
    listed = assistant.ask("アーメドらの論文", session="shared")
    papers = [citation.id.split("#")[0] for citation in listed.citations]
    assert papers == ["ahmed-wahed-2020-de-democratization-of-ai", "ahmed-wahed-thompson-2023-growing-influence", "ahmed-2024-corporate-responsible-ai"]
    assert assistant.ask("3番目を詳しく", session="shared").citations[0].id.startswith(papers[2])


def test_of_works_that_share_a_name_the_one_that_speaks_of_the_question_is_told(ask):
    answer = ask("アーメドの論文で責任あるAIについては?")
    assert answer.citations[0].id.startswith("ahmed-2024") and "についてのご質問と読みました" in answer.answer and "Ahmed & Wahed（2020）" in answer.answer


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Dettmersの論文とHuの論文の違いは?", ["dettmers-2023-qlora", "hu-2021-lora"]), ("Green AIとCrammingの論文を比べて", ["schwartz-2019-green-ai", "geiping-goldstein-2022-cramming"]),
        ("KaplanとHoffmannの違いは?", ["kaplan-2020-scaling-laws", "hoffmann-2022-chinchilla"]), ("GellesとMusserの調査を比べて", ["gelles-2024-resource-democratization", "musser-2023-main-resource-is-the-human"]),
    ],
)  # fmt: skip
def test_two_works_set_beside_each_other_are_both_told_of(ask, text, works):
    answer = ask(text)
    assert list(dict.fromkeys(citation.id.split("#")[0] for citation in answer.citations)) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("AhmedとWahedの論文は何と比べた?", "ahmed-wahed-2020-de-democratization-of-ai"), ("バーヘインの論文は何本調べた?", "birhane-2022-values-encoded-ml"), ("Grey Hoodieの論文は誰と誰を比べたものですか", "abdalla-2021-grey-hoodie-project"),
        ("Sevillaらの研究では学習計算量は何か月で倍になるとされていますか", "sevilla-2022-compute-trends-three-eras"), ("富岳で学習したLLMの規模と参加機関を教えてください", "riken-fugaku-llm"), ("富岳で作った日本語モデル Fugaku-LLM のパラメータ数を知りたい", "riken-fugaku-llm"),
        ("AI Indexの2025年版では、notable modelsのうちindustry発は何%と言ってる?", "stanford-ai-index-2025"), ("Thompsonらの「計算限界」論文の結論を要約されたい。", "thompson-2020-computational-limits"), ("計算の量が3.4か月で倍になるちゅう話は誰が言うたんかね", "amodei-hernandez-2018-ai-and-compute"),
        ("Crammingの論文は何枚のGPUで何日?", "geiping-goldstein-2022-cramming"), ("Stathoulopoulosらの研究で企業の研究は狭い?", "klinger-2020-narrowing-of-ai-research"), ("経産省のGENIACの予算の規模を教えて", "meti-geniac-2024"),
    ],
)  # fmt: skip
def test_a_question_about_a_named_work_is_answered_from_it(ask, text, works):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("paper", "answered") and answer.citations[0].id.split("#")[0] == works


@pytest.mark.parametrize("text", ["民間の論文の割合は何%", "会社の論文は何割", "日本企業の論文は何割ですか", "産学の論文の割合は"])
def test_papers_by_a_group_are_no_work_with_its_name_in_the_title(understand, text):
    assert understand(text).intent == "figure"
