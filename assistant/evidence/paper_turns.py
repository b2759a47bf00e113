"""What is asked of one work that the conversation or the question names: who sees it otherwise, what is like it, how much it looked at; and a name
that several works share, or whose edition is not held. `words` is the WordsEvidence that asks."""

import re
from dataclasses import replace

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.library import PLAIN_KINDS
from assistant.models import Question
from assistant.understand.cues.sought import EVERYDAY, likened_to
from assistant.understand.names.author_names import authors_of

WEAKNESS_SECTION = 6  # of PaperSummary.sections: 「この論文への反論・限界」
OWN_FIRM_SECTION = "section-8"
# Sentences of that section that set another work against the summary's own; the others only name one to read beside it.
AGAINST = re.compile(
    r"異な|異論|異を唱え|単純すぎ|反論|反証|批判|警鐘|反対に|下方|緩やか|続かない|修正した|持続性|(?:人材|人)の(?:方|ほう)が|計算資源より(?:も)?人材|人材とデータ(?:に(?:向|手)|を放置)|過大|強くない|後れを取って|別の見方|一方|不平等を生む|重く見|厳しい見通し|早計|限界があ|"
    r"上回った例|小さな計算資源|少ない計算資源|公平です|今も学術界|測るものが違"
)
AGREEING = re.compile(r"響き合")
OTHERS_SEE = re.compile(r"見方の異なる|異論も|反論も")
MOST_AGAINST = 3
DIVIDE, SUPPORTS = "格差の実態", "contradicts"
COUNTED = re.compile(r"[0-9][0-9,.]*\s*万?(?:本|件|人|名|社|校|か国|モデル|チーム|会議|組織|機関|地域|論文|報|回答)")
OF_SAMPLE = re.compile(r"何件|何本|何人|何社|何校|データ(?:は|の|に)|対象|標本|調べた|根拠は|どうやって")
RELATED = 3
NAME_PARTS = re.compile(r"報告|パイロット|白書|調査|年報|計画")
NUMBER_POOL, WHOLE_PAPER = 20, 40
# What is wanted, in a question of a few words, beside what it is wanted of.
WANTED = re.compile(r"何(?:[0-9A-Za-z一-龥ァ-ヴー]{1,3}(?=[はがをのにも、??]|$|ですか|だった|かか))?|どれ|どの|どう|いくら|いくつ")
SIMILE = re.compile(r"一生分|(?:人|自動車|家庭|世帯)の[0-9一]*(?:年|日|か月)")
NUMBER = re.compile(r"[0-9][0-9,.]*\s*(?:万|億|兆|千)*(?:%|割|倍|件|本|人|名|社|校|枚|基|台|個|ドル|円|ポイント|ポンド|トン|kWh|MWh|MW|年|か月|カ月|日|時間|モデル|パラメータ|トークン|チーム|組織|機関|地域|か国)|半数|過半")
NUMBER_WANTED = re.compile(r"何(?:[十百千万億兆]*(?:%|割|倍|件|本|人|名|社|校|枚|基|台|個|ドル|円|ポイント|ポンド|トン|時間|日|か月|カ月|年|モデル|か国|チーム)|パーセント)|いくら|いくつ|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|金額|割合|比率|(?:率|数|額|値|費用|規模|電力|電気代|排出量?|CO2|時間|期間|点数|スコア|ATT|att)(?:は|って|を)")


def opponents(library, paper: str) -> list[tuple[str, str, str]]:
    """(id of another work, id of its passage, what the summary says of it) for the works that a summary sets against its own, in its order."""
    found, before = [], ""
    for sentence in library.papers[paper].sections[WEAKNESS_SECTION].statements:
        against = (AGAINST.search(sentence.text) or OTHERS_SEE.search(before)) and not AGREEING.search(sentence.text)
        before = sentence.text
        for basis in sentence.basis if against else ():
            if basis.card and basis.card not in [other for other, *_ in found]:
                found.append((basis.card, f"{basis.card}#{place_of(library.papers[basis.card], basis)}", sentence.text))
    return found[:MOST_AGAINST]


def cite_between(library, works: tuple[str, ...], box: Collector) -> None:
    """The limits of each work whose summary sets another one of `works` against it (role `between`)."""
    for work in works:
        if any(other in works for other, *_ in opponents(library, work)):
            library.cite(box, library.index.lookup(f"{work}#section-{WEAKNESS_SECTION + 1}"), "between")


def place_of(paper, basis) -> str:
    """Where a summary states what a mark in another one points at: a claim or point with the same basis, else its first point."""
    for kind, entries in (("claim", paper.claims), ("point", paper.points)):
        for entry in entries:
            if any((own.kind, own.number, own.card) == (basis.kind, basis.number, "") for own in entry.basis):
                return f"{kind}-{entry.number}"
    return "point-1"


def of_divide(library, paper: str) -> bool:
    """Whether what opposes the divide at large opposes this work: it tells of the divide itself, and on its side."""
    return library.papers[paper].theme == DIVIDE and library.papers[paper].stance != SUPPORTS


def countered(words, paper: str, box: Collector) -> Found:
    """What is held against a work: the works that its summary sets against it, and its own limits. Mode `unopposed` where there is no such work."""
    library = words.library
    for _, place, _ in (others := opponents(library, paper)):
        library.cite(box, library.index.lookup(place), "against")
    library.cite(box, library.index.lookup(f"{paper}#section-{WEAKNESS_SECTION + 1}"), "weakness")
    return Found(box.evidence(), "countered" if others else "unopposed", paper=paper)


def similar(words, paper: str, box: Collector) -> Found:
    """The works that a summary names as related, one point of each."""
    library = words.library
    for other in library.papers[paper].related[:RELATED]:
        library.cite(box, library.index.lookup(f"{other}#point-1"), "examples")
    return Found(box.evidence(), "related")


def by_authors(words, paper: str, box: Collector) -> Found:
    """Other works of the authors of a work, by year, one point of each; where we hold none, that, and the works like it."""
    library = words.library
    own = set(authors_of(library.papers[paper]))
    others = [other for other in library.papers.values() if other.id != paper and own & set(authors_of(other))]
    for other in sorted(others, key=lambda other: (-len(own & set(authors_of(other))), other.year, other.id))[:RELATED]:
        library.cite(box, library.index.lookup(f"{other.id}#point-1"), "examples")
    if others:
        return Found(box.evidence(), "same_authors")
    return replace(similar(words, paper, box), readings=(prompts.render("answers/words", "no_same_authors"),))


def side_by_side(words, works: tuple[str, ...], box: Collector) -> Found:
    """Works that a question sets beside each other, the first points of each, and where one of their summaries sets another against it."""
    cite_between(words.library, works, box)
    for work in works:
        for number in (1, 2):
            words.library.cite(box, words.library.index.lookup(f"{work}#point-{number}"), "examples")
    return Found(box.evidence(), "apart")


def sampled(words, question: Question, paper: str, box: Collector) -> Found:
    """How much a work looked at: the answer of its summary that says so, else its claims that count something."""
    library, entry = words.library, words.library.papers[paper]
    told = [f"qa-{each.number}" for each in entry.questions if OF_SAMPLE.search(each.question) and COUNTED.search(each.answer)]
    told = told or [f"claim-{each.number}" for each in entry.claims if COUNTED.search(each.text)]
    if not told:
        library.cite(box, library.index.lookup(f"{paper}#section-3"), "section")
        return Found(box.evidence(), "section", paper=paper)
    library.cite(box, library.index.lookup(f"{paper}#{told[0]}"), "answer")
    return Found(box.evidence(), "found", paper=paper)


def of_own_firm(words, paper: str, box: Collector) -> Found:
    """What a work means for the reader's firm, by the example of its summary."""
    words.library.cite(box, words.library.index.lookup(f"{paper}#{OWN_FIRM_SECTION}"), "section")
    return Found(box.evidence(), "section", paper=paper)


def speaks_of(words, paper: str, question: Question) -> bool:
    """Whether the summary of a paper holds what a question of a few words is about."""
    whole = " ".join(f"{chunk.title} {chunk.text}" for chunk in words.library.index.chunks if chunk.source_id == paper)
    return not words.opened_assessor().unsaid(WANTED.sub("", as_told(question.topic)), [whole])


def as_told(text: str) -> str:
    """A question with the everyday things it names by the names that the corpus has for them."""
    for own, *others in EVERYDAY:
        text = re.sub("|".join(sorted((own, *others), key=len, reverse=True)), own, text)
    return text


def saying(words, question: Question, passages: list, paper: str) -> list:
    """The passages of a paper that hold what a question of a few words is about; all of those found where it names nothing."""
    pool = words.library.search(question.topic, k=WHOLE_PAPER, kinds=("claim", "point", "qa", "section"), filters={"source_id": paper}, per_parent=None)
    asked = WANTED.sub("", question.topic)
    return [passage for passage in pool if not words.opened_assessor().unsaid(asked, [passage.text])] or passages


def likened(words, question: Question) -> list:
    """Passages that liken an amount to the everyday thing that a question names (「車何台分」); none where it asks for no such comparison."""
    thing = likened_to(question.text)
    if thing is None:
        return []
    return [chunk for chunk in words.library.index.chunks if chunk.kind in ("claim", "point", "qa") and SIMILE.search(chunk.text) and thing in chunk.text]


def numbered(words, question: Question, paper: str, passages: list) -> list:
    """The passages of a paper that give the number asked for: those that tell of what it is asked of first, else all that hold a number; else as found."""
    pool = words.library.search(question.topic, k=NUMBER_POOL, kinds=("claim", "point", "qa"), filters={"source_id": paper}, per_parent=None)
    assessor = words.opened_assessor()
    given = [passage for passage in pool if NUMBER.search(passage.display)]
    given = assessor.telling(question.topic, given) or given
    lacking = [  # the question that a pair answers counts, and its answer alone decides between equals
        tuple(len(assessor.unsaid(question.topic, [text])) for text in (passage.display, passage.display.partition("\n答 ")[2] or passage.display)) for passage in given
    ]
    return [passage for passage, number in zip(given, lacking, strict=True) if number == min(lacking)] or passages


def shared(words, question: Question, works: tuple[str, ...], box: Collector) -> Found | str:
    """Works that go by one name: all of them where nothing more is asked; else the id of the one that speaks most of what is."""
    library = words.library
    if library.work_names.bare(question.text):
        for work in works:
            library.cite(box, library.index.lookup(f"{work}#point-1"), "examples")
        return Found(box.evidence(), "shared")
    called = [work for work in works if any(word in question.text for word in NAME_PARTS.findall(library.name(work)))]  # 「NAIRRの報告書」 is the one that is a report
    return called[0] if len(called) == 1 else library.search(question.topic, k=1, kinds=("claim", "point", "qa"), filters={"source_id": list(works)})[0].source_id


def told_shared(words, works: tuple[str, ...], chosen: str) -> str:
    """Which of the works that share a name an answer is about, as a sentence."""
    others = "、".join(words.library.name(work) for work in works if work != chosen)
    return prompts.render("answers/words", "chosen_work", name=words.library.name(chosen), others=others)


def require_edition(words, question: Question) -> None:
    """Raises NothingFound, saying which editions are held, where another one is asked for."""
    lacking = words.library.work_names.not_held(question.text)
    if lacking is not None:
        held = "、".join(words.library.name(work) for work in lacking.works)
        raise NothingFound((), sentence=prompts.render("refusals", "edition_not_held", name=lacking.name, year=lacking.year, held=held))


def of_its_own_words(words, question: Question, passages: list) -> list:
    """What a follow-up was found with the words before it, unless none of it holds a word of its own: then what is found by those alone, where
    that is a question of ours. 「それで生産性は上がるの?」 is no longer about citations."""
    assessor = words.opened_assessor()
    own = assessor.unsaid(question.text, [])
    if not own or set(own) - set(assessor.unsaid(question.text, [f"{passage.title} {passage.text}" for passage in passages])):
        return passages
    alone = words.library.search(question.text, k=8, kinds=PLAIN_KINDS)
    words.require_answerable(question.text, alone)
    return alone
