"""The one work that stands for a subject: 「代表的な論文を一本」「まず読むべき論文は」「議論の原点になった論文は」. `words` is the WordsEvidence that asks."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.library import FOUNDING_PAPER, Library
from assistant.evidence.opposition import STANCE
from assistant.models import Question
from assistant.understand.cues.sought import began, foremost_sought, one_wanted, one_work

DIVIDE_TERM = "compute-divide"
UNEQUAL = r"(?:不平等|不公平|不均衡|不均等|アンバランス|偏在|偏り|分断|二極化)"
DIVIDE = re.compile(rf"格差|民主化|ディバイド|divide|(?:計算|GPU|gpu|資源|設備|機械|研究環境|AI研究|機会)[^。、]{{0,10}}{UNEQUAL}|^[\sのはがをというこその、]*{UNEQUAL}")
AGAINST = re.compile(r"反対|反論|否定|異論|懐疑|批判|反証|人材")
SIDE = re.compile(r"独占|支配|寡占|締め出|追いや|囲い込|大手|巨大|牛耳|一極")  # what the divide's opponents deny
SEVERAL = re.compile(r"(?<![0-9])(?:[2-9]|1[0-9]|[二三四五六七八九十])(?:本|つ|件|点|報)|いくつ|何本か|複数|何点か")
NAMING = re.compile(r"初めて|最初に|名づけ|名付け|呼びました|提唱")  # of a paper's statements, what tells that it began something
METHODS = "分析の方法"  # papers on statistics are tools of those on a subject, and state nothing about it
POOL, COUNTED = 40, 3  # passages looked at, and those of one paper that count
KINDS = ("claim", "point", "section")
# What says only that a work is wanted, of this field, and how it is to be told.
FRAME = re.compile(
    r"(?:この|その|AI研究の?|AIの|本)?(?:分野|領域|テーマ|話題|話|議論|問題|件|界隈|トピック|世界)(?=の|で|を|に|と|が|は|、)|手元|資料|初心者|役員|経営者?|社長|専務|常務|取締役|上司|部下|新人|若手|素人|社内|会議|入門|必読|定番|論文|研究|文献|オススメ|時間|移動中|今日|今週|まず|最初に|誰|だれ|言い出し|真っ先に|(?:一|1|ひと)(?:本|つ|点)|(?:だけ|ぜひ|必ず|絶対に?)|"
    r"どれ|なに|何|どの|選ぶ|選ん|選び|挙げ|教え|紹介|推薦|推し|お?(?:勧|薦|すす)め|欲し|ほし|下さい|ください|知り|知っ|言え|いえ|言わ|いわ|呼べ|呼ば|読む|読ん|読み|読め|押さえ|おさえ|論じた|扱った|書いた|関する|関して|ついて|なった|させた|ある|ます|です|か"
)
CONTENT = re.compile(r"[一-龥ァ-ヴーA-Za-z]{2,}")


def foremost(words, question: Question) -> str | None:
    """Id of the work that stands for the subject of a question; of the compute divide, where it names no other. None where no such work is asked for.
    Raises NothingFound when the corpus does not speak of the subject."""
    span, library = asked_at(question.text), words.library
    if span is None or SEVERAL.search(question.text):
        return None
    subject = f"{question.text[: span.start()]} {question.text[span.end() :]}"
    told = FRAME.sub(" ", subject)
    if not CONTENT.search(told) or DIVIDE.search(subject) or library.term_in(subject) == DIVIDE_TERM:
        return None if AGAINST.search(subject) else FOUNDING_PAPER
    return most_on(words, subject) if foremost_sought(question.text) else None


def asked_at(text: str) -> re.Match | None:
    """Where a text asks for one work that stands for others, or that began something; what it is to be about stands around that."""
    return foremost_sought(text) or one_wanted(text) or one_work(text) or began(text)


def cite_foremost(library: Library, paper: str, box: Collector) -> None:
    """Cite what tells why a paper stands for its subject under `reason`: the statement that it named or began something, else its first point; then its points."""
    stated = [chunk for chunk in library.index.chunks if chunk.source_id == paper and chunk.kind in ("claim", "point")]
    reason = next((chunk for chunk in stated if NAMING.search(chunk.display)), None) or library.index.lookup(f"{paper}#point-1")
    library.cite(box, reason, "reason")
    for number in (1, 2, 3):
        library.cite(box, library.index.lookup(f"{paper}#point-{number}"), "points")


def most_on(words, subject: str) -> str:
    """The paper whose statements and sections are nearest to a subject, tools of statistics left out. Raises NothingFound."""
    pool = words.library.search(subject, k=POOL, kinds=KINDS, filters={"theme": themes(words.library)}, per_parent=None)
    words.require_answerable(subject, pool)
    if SIDE.search(subject) and not AGAINST.search(subject):
        pool = [passage for passage in pool if words.library.papers[passage.source_id].stance != STANCE]
    scores: dict[str, list[float]] = {}
    for passage in pool:
        scores.setdefault(passage.source_id, []).append(passage.score)
    return min(scores, key=lambda paper: (-sum(scores[paper][:COUNTED]), paper))


def themes(library: Library) -> list[str]:
    """The themes of papers that state something about AI research."""
    return [theme for theme in dict.fromkeys(paper.theme for paper in library.index.papers()) if theme != METHODS]
