"""Questions put in other words that are read at once: an English sentence as its Japanese twin, a measure pointed at by its name, firms
named as examples of an industry by their names alone."""

import re
from dataclasses import dataclass
from typing import Protocol

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.scope import Scope
from assistant.understand.figures.strength import course_of
from assistant.understand.names.institutions import InstitutionNames
from assistant.understand.names.labels import Labels
from assistant.understand.text.matcher import Text, read
from assistant.understand.words.after_term import works_on_term
from assistant.understand.words.by_means import TWIN, won_by_means
from assistant.understand.words.on_way import on_way
from assistant.understand.words.plainly import in_plain_words

ASCII = re.compile(r"[\x20-\x7e‘’“”]+")
CLAUSE = re.compile(r"[^,.;:!?]+")
IN_ENGLISH = re.compile(r"(?<!answer )(?<!speak )(?<!talk )(?<!reply )\b(?:in|into|to|for) (?:plain |simple )?english\b")
# English follow-ups and questions, and what they are in Japanese. Without a talk before them, the first is about the share of firms.
ENGLISH = (
    (re.compile(r"^(?:so |and |but |then )*why(?: (?:did|has|have|is|was|does|do))?(?: (?:it|that|they|this|the (?:share|number|figure)))?(?: (?:rise|risen|rose|fall|fallen|grow|grown|change|changed|increase|increased|drop|so high|so low|happen|like that|go up|gone up|go down))*\s*[?.]*$"), "それはなぜですか"),
    (re.compile(r"^(?:so |and |but |then )*how (?:has|did|have)(?: (?:it|that|this|they|the (?:share|number|figure)))? (?:change|changed|develop|developed|move|moved|evolve|evolved)[^?]*?(?:since|from) ((?:19|20)\d\d)\s*[?.]*$"), "{0}年から2021年までの推移は?"),
    (re.compile(r"^(?:can you |could you |please |make (?:it|that|this) |keep (?:it|that|this) |much |a bit |even )*(?:short|shorter|briefly|brief|in one (?:sentence|line))(?:[ ,]*please)?\s*[?.!]*$"), "もっと短く"),
    (re.compile(r"^(?:can|could|may|am|are|is)\b[^?]{0,24}\b(?:quote|cite|publish|reprint|reproduce|reuse)\b[^?]*\??$|^(?:what|which|under what)[^?]{0,20}\blicen[cs]e\b[^?]*\??$"), "この数字は引用していいですか"),
    (re.compile(r"^where (?:is|are|was|were|does|do|did)\b[^?]{0,30}\b(?:from|come from|taken from)\s*\?*$|^what(?:'s| is) the source\b[^?]*\??$|^source\s*\?$"), "その数字の出典は何ですか"),
    (re.compile(r"^which (companies|firms|universities|countries|institutions)\b(?! and)(?![^?]*(?:19|20)\d\d)[^?]*\b(?:most|top|lead|leading|dominate)\b"), "AI会議で論文が多い{0}はどこですか"),
    (re.compile(r"^how (?:much|often|many)\b[^?]*\b(?:firms|companies|industry)\b[^?]*\b(?:take part|participate|involved|publish|present|appear)\b[^?]*\bai\b[^?]*\??$"), "AI会議の企業参加率は何%ですか"),
    (re.compile(r"^(?:is|are)\b[^?]*\b(?:dominated|controlled|run|owned|monopoli[sz]ed) by (?:the )?(?:big tech|giants|tech giants|gafa\w?)\b[^?]*\??$"), TWIN),
)  # fmt: skip
RETURN = r"\b(?:npv|roi|irr|payback|returns?|profit|break-?even)\b"  # what is calculated of the ways
WAY = r"(?:shared |public )?(cloud|prototype|pilot|small trial|joint research|joint project)"
ENGLISH = (
    *ENGLISH,
    (re.compile(rf"^(?!.*{RETURN}).*?\b{WAY}s?\b[^.?]*\bor\b[^.?]*?\b{WAY}s?\b[^.?]*\b(?:first|start|begin|better|best|go with|choose)\b"), "{0}と{1}、どちらを先に始めるべきですか"),
    (re.compile(rf"^(?!.*{RETURN}).*?\b(?:first|start|begin|better|best|go with|choose)\b[^.?]*\b{WAY}s?\b[^.?]*\bor\b[^.?]*?\b{WAY}s?\b"), "{0}と{1}、どちらを先に始めるべきですか"),
)  # fmt: skip
KINDS = {"cloud": "共有クラウド", "prototype": "小規模プロトタイプ", "pilot": "小規模プロトタイプ", "small trial": "小規模プロトタイプ", "joint research": "共同研究", "joint project": "共同研究", "companies": "企業", "firms": "企業", "universities": "大学", "countries": "国", "institutions": "機関"}
STYLE = "英語で"
HEADLINE = "AI会議の企業参加率を英語で"
MAIN_POINT = re.compile(r"^(?:要点|結論|ポイント|要約|まとめ)(?:だけ)?(?:を|は)?英語で")
# 「その指数でいうと」 after a measure was explained.
POINTED = re.compile(r"(?:その|この)(?:指数|係数|指標|尺度|物差し|数字|ものさし)(?!で(?:合って|間違|正し|確か|よい|良い|いい))(?=で|に(?:よ|照ら)|から|を(?:使|見)|だと)")
TOPS = r"(?:トップ|エリート|名門|一流|有名|上位)(?:大学|校|大|クラスの大学|の大学)"
PARTNERS = re.compile(rf"^(?:じゃあ|でも|で|では|その|、)*(?:共著の|組む|組んでいる|共同研究の)?(?:相手|組む先|提携先)(?:の大学)?(?:は|が|って)[^。]{{0,10}}{TOPS}[^。]{{0,10}}(?:偏|ばかり|だけ|集中|中心)")
FEW_FIRMS = re.compile(rf"{TOPS}と[^。]{{0,8}}(?:組|共著|共同|連携)[^。]{{0,14}}(?:一部|限られた|特定|少数|ごく|大手)")
OF_JOINT = "産学共著の相手はトップ大学に偏っていますか"


class Reader(Protocol):
    """What reads a text, and the finders that it reads with."""

    labels: Labels
    institutions: InstitutionNames

    def measures(self, text: Text) -> bool: ...

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


@dataclass(frozen=True)
class Twin:
    """The same question in other words, and what is to be said of it."""

    text: str
    told: tuple[str, ...] = ()


class Twins:
    """Finds the twin of a question."""

    def __init__(self, reader: Reader):
        self.reader, self.scope = reader, Scope()

    def of(self, text: Text, previous: Question | None, data: Question | None) -> Twin | None:
        """The twin, or None where a question is read as it stands."""
        english = self.in_japanese(text, previous) if ASCII.fullmatch(text.folded) else HEADLINE if previous is None and MAIN_POINT.match(text.folded) else None
        if english is not None:
            return Twin(english)
        if previous is not None and previous.subjects and previous.intent in ("explain", *DATA_INTENTS) and POINTED.search(text.folded):
            return Twin(POINTED.sub(self.reader.labels.subject(previous.subjects[0]), text.folded))
        if PARTNERS.search(text.folded) and data is not None or FEW_FIRMS.search(text.folded):
            place = f"{self.reader.labels.place(data.places[0])}の" if data is not None and data.places else ""
            return Twin(place + OF_JOINT, (prompts.render("notes", "firms_uncounted"),) if FEW_FIRMS.search(text.folded) else ())
        if (course := course_of(self.reader, text)) is not None:
            return Twin(course)
        if (of_told := on_way(text, previous) or works_on_term(text, previous)) is not None:
            return Twin(of_told)
        if (plain := in_plain_words(text.folded)) is not None:
            return Twin(*plain)
        return Twin(TWIN) if won_by_means(text.folded) else self.by_name(text)

    def by_name(self, text: Text) -> Twin | None:
        """「電機メーカー、たとえば日立やソニーは?」 → 「日立やソニーは?」, with a note that the industry is not counted."""
        firms = self.reader.institutions.find(text)
        kind = self.scope.firm_kind(text) if firms else None
        if kind is None or text.folded.find(kind) > firms[0].start:
            return None
        lead = re.compile(rf"(?:[一-龥ァ-ヴー]{{0,6}}の)?{re.escape(kind)}(?:の中|のうち)?(?:[、,]|で|なら|だと|として|の|は)*(?:たとえば|例えば|具体的には|言うと|いえば|いうと)?[、,]?\s*")
        rest = lead.sub("", text.folded, count=1)
        return Twin(rest, (prompts.render("notes", "industry_uncounted", name=kind),)) if rest != text.folded else None

    def in_japanese(self, text: Text, previous: Question | None) -> str | None:
        """The Japanese twin of an English sentence; None where the words of the lexicon read it."""
        style = next((clause for clause in CLAUSE.findall(text.folded) if IN_ENGLISH.search(clause.lower())), None)
        if style is not None and not self.reader.measures(read(style)):
            return STYLE if previous is not None else HEADLINE
        for pattern, twin in ENGLISH:
            if match := pattern.search(text.lowered):
                return twin.format(*(KINDS.get(word, word) for word in match.groups()))
        return None
