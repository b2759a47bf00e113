"""The one work that stands for a subject: 「代表的な論文を一本」「まず読むべき論文は」「議論の原点になった論文は」. `words` is the WordsEvidence that asks."""

import re

from assistant.evidence.library import FOUNDING_PAPER, Library
from assistant.models import Question
from assistant.understand.sought import foremost_sought, one_wanted

DIVIDE_TERM = "compute-divide"
DIVIDE = re.compile(r"格差|民主化|ディバイド|divide")
METHODS = "分析の方法"  # papers on statistics are tools of those on a subject, and state nothing about it
POOL, COUNTED = 40, 3  # passages looked at, and those of one paper that count
KINDS = ("claim", "point", "section")
# What says only that a work is wanted, of this field, and how it is to be told.
FRAME = re.compile(
    r"(?:この|その|AI研究の?|AIの|本)?(?:分野|領域|テーマ|話題|話|議論|問題|件|界隈|トピック|世界)(?=の|で|を|に|と|が|は|、)|手元|資料|初心者|役員|経営者?|入門|まず|最初に|真っ先に|(?:一|1|ひと)(?:本|つ|点)|(?:だけ|ぜひ|必ず|絶対に?)|"
    r"どれ|なに|何|どの|選ぶ|選ん|選び|挙げ|教え|紹介|推薦|推し|お?(?:勧|薦|すす)め|欲し|ほし|下さい|ください|知り|知っ|言え|いえ|言わ|いわ|呼べ|呼ば|読む|読ん|読み|読め|押さえ|おさえ|論じた|扱った|書いた|関する|関して|ついて|なった|させた|ある|ます|です|か"
)
CONTENT = re.compile(r"[一-龥ァ-ヴーA-Za-z]{2,}")


def foremost(words, question: Question) -> str | None:
    """Id of the work that stands for the subject of a question; of the compute divide, where it names no other. None where no such work is asked for.
    Raises NothingFound when the corpus does not speak of the subject."""
    praised, library = foremost_sought(question.text), words.library
    if not praised and not one_wanted(question.text) or question.count and question.count > 1:
        return None
    subject = about(question.text)
    if not CONTENT.search(FRAME.sub(" ", subject)) or DIVIDE.search(subject) or library.term_in(subject) == DIVIDE_TERM:
        return FOUNDING_PAPER
    return most_on(words, subject) if praised else None


def about(text: str) -> str:
    """What a work is to be about: a question without the words that ask for the foremost work."""
    span = foremost_sought(text) or one_wanted(text)
    return f"{text[: span.start()]} {text[span.end() :]}"


def most_on(words, subject: str) -> str:
    """The paper whose statements and sections are nearest to a subject, tools of statistics left out. Raises NothingFound."""
    pool = words.library.search(subject, k=POOL, kinds=KINDS, filters={"theme": themes(words.library)}, per_parent=None)
    words.require_answerable(subject, pool)
    scores: dict[str, list[float]] = {}
    for passage in pool:
        scores.setdefault(passage.source_id, []).append(passage.score)
    return min(scores, key=lambda paper: (-sum(scores[paper][:COUNTED]), paper))


def themes(library: Library) -> list[str]:
    """The themes of papers that state something about AI research."""
    return [theme for theme in dict.fromkeys(paper.theme for paper in library.index.papers()) if theme != METHODS]
