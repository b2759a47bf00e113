"""The corpus as the assistant uses it: lazily opened index, papers and terms by the names people use."""

import re
import threading
from collections.abc import Callable

from assistant.evidence.collector import Collector
from assistant.understand.text.matcher import Phrases, Text, read
from assistant.understand.works.work_names import WorkNames

FOUNDING_PAPER = "ahmed-wahed-2020-de-democratization-of-ai"
PLAIN_KINDS = ("claim", "qa", "point", "section", "glossary")
DEFINED = re.compile(r"[」』\s]*(?:とは|って|という(?:の|言葉)|の意味|の定義|を.{0,12}(?:わか|分か|伝わ))")
OF_PAPER = re.compile(r"[」』]?(?:の|という|を(?:最初に|初めて)?(?:提案|提唱|発表|示|唱え|名付け|論じ)(?:した|た)?)?(?:元の?|原|最初の)?論文")
SPELLED = (("ディ", "デ"), ("ハードウェア", "ハード"), ("hardware", "HW"))  # as it is also written
ONE_WORD = 2  # kanji of a noun that may stand beside the term: 「GPUの役割」
# Words that ask for an explanation, or say for whom and how.
ASKING = re.compile(
    r"という(?:言葉|用語|手法|もの)|程度|会議?|出席|聴衆|何|どんな|意味|定義|用語|言葉|手法|方法|概念|考え方|説明|解説|紹介|教|知|分|簡単|簡潔|詳|短|一言|結局|そもそも|要するに|なんのこと|[部課係社会]長|[小中高大]学?校?生|小学生|子供"
    r"|初耳|社外|取締役|部門|統計|通じ|言い?換|言い方|不慣れ|概略|概要|平たく|別物|素人|初心者|専務|社長|役員|部下|経営者?|向|例|噛み砕|砕|下さい|欲|願|違|what|is|are|an?|the|explain|please|mean(?:ing)?|of|tell|me|about|definition|define|ai"
)


class Library:
    """Opens the index at first use. Safe to share between threads."""

    def __init__(self, open_index: Callable, venues: dict):
        self.open_index = open_index
        self.venues = venues
        self.lock = threading.Lock()
        self.loaded = None

    @property
    def index(self):
        """The opened index; built first where it is missing. Raises index.errors.RetrievalError."""
        with self.lock:
            if self.loaded is None:
                self.use(self.open_index())
            return self.loaded

    def renew(self) -> None:
        """Open the index anew, ready to search, and use it from the next question on."""
        opened = self.open_index()
        opened.warm()
        with self.lock:
            self.use(opened)

    @property
    def provider(self):
        """The embedding model in memory; None where no index is open."""
        return self.loaded.provider if self.loaded is not None else None

    def use(self, opened) -> None:
        self.papers = {paper.id: paper for paper in opened.papers()}
        self.terms = {term.id: term for term in opened.glossary()}
        self.names = WorkNames(self.papers.values())
        self.term_names = Phrases(("term", term.id, name) for term in self.terms.values() for name in term_names(term))
        self.loaded = opened

    def search(self, query: str, k: int = 6, kinds=PLAIN_KINDS, **options) -> list:
        return self.index.search(query, k=k, kinds=list(kinds), **options)

    def cite(self, box: Collector, passage, role: str) -> int:
        """Put a passage into the evidence under a role and return its number. Its title names the paper as a sentence would."""
        paper = self.papers.get(passage.source_id)
        title = f"{paper.short_ja}『{paper.title_ja}』" if paper else passage.title
        return box.passage(passage.id, "paper" if paper else "glossary", title, passage.locator, passage.url, passage.display, role)

    def name(self, paper_id: str) -> str:
        """How a sentence cites the paper: 「Ahmed & Wahed（2020）」."""
        return self.papers[paper_id].short_ja

    def paper_in(self, text: str) -> str | None:
        """Id of the paper named in the text, None when none or several are."""
        return self.work_names.find(text)

    @property
    def work_names(self) -> WorkNames:
        """What the papers are called."""
        self.index
        return self.names

    def term_in(self, text: str) -> str | None:
        """Id of the term asked about: the one before とは/って, else the longest name found."""
        self.index
        searched: Text = read(text.replace("・", ""))
        hits = self.term_names.find(searched)
        if not hits:
            return None
        asked = [hit for hit in hits if re.match(r"\s*」?(?:とは|って|という(?:の|言葉)|の意味|の定義|はどういう|を(?:説明|解説|教え|わかりやすく|分かりやすく))", searched.lowered[hit.end :])]
        return max(asked or hits, key=lambda hit: hit.end - hit.start).key

    def terms_in(self, text: str) -> tuple[str, ...]:
        """Ids of the terms named in the text, in order, none twice."""
        self.index
        return tuple(dict.fromkeys(hit.key for hit in self.term_names.find(read(text.replace("・", "")))))

    def begins_with_term(self, text: str) -> bool:
        """Whether the text begins with the name of a term."""
        self.index
        return any(hit.start <= len("「") for hit in self.term_names.find(read(text)))

    def term_of_paper(self, text: str) -> str | None:
        """Id of the term whose paper is asked for: 「LoRAの論文」「Chinchillaを提案した論文」; None for other questions."""
        self.index
        searched: Text = read(text)
        return next((hit.key for hit in self.term_names.find(searched) if OF_PAPER.match(searched.lowered[hit.end :])), None)

    def term_defined(self, text: str) -> bool:
        """Whether the question begins with a term and asks what that is: 「産学連携とは何のこと」."""
        self.index
        searched: Text = read(text)
        return any(re.fullmatch(r"[「『\s]*", searched.lowered[: hit.start]) and DEFINED.match(searched.lowered[hit.end :]) for hit in self.term_names.find(searched))

    def term_asked(self, text: str) -> bool:
        """Whether a question with a term asks what that is, and nothing further: beside names of terms and words of asking
        at most a short word stands in it. 「GPUの市場価格」 asks for something else."""
        self.index
        searched: Text = read(text.replace("・", ""))
        kept = list(searched.lowered)
        for hit in self.term_names.find(searched):
            kept[hit.start : hit.end] = " " * (hit.end - hit.start)
        rest = ASKING.sub("", "".join(kept))
        return len(re.findall(r"[一-龥々ァ-ヴa-z0-9]", rest)) <= ONE_WORD


def term_names(term) -> list[str]:
    """Term, its short form without brackets, reading and aliases (very short readings are left out)."""
    names = [term.term, re.sub(r"（.*?）", "", term.term), *term.aliases]
    names += [name.removesuffix("法") for name in names if name.endswith("法") and len(name) >= 6]
    if len(term.reading) >= 4:
        names.append(term.reading)
    names += [loose for name in names for written, short in SPELLED if written in name and (loose := name.replace(written, short))]
    return [name for name in dict.fromkeys(names) if len(name) >= 2]
