"""What papers say: one named paper, the passages nearest to a question, examples, opposing work. `words` is the WordsEvidence that asks."""

import re
from collections import Counter
from dataclasses import replace

import prompts
from analytics import NotInData
from assistant.evidence import paper_turns
from assistant.evidence.collector import Collector
from assistant.evidence.foremost import cite_foremost, foremost, themes
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.library import FOUNDING_PAPER, PLAIN_KINDS, Library
from assistant.evidence.method_told import method_told
from assistant.evidence.opposition import STANCE as COUNTER
from assistant.evidence.opposition import opposing_statements
from assistant.evidence.originals import original
from assistant.evidence.outcomes import one_each
from assistant.evidence.term_papers import paper_of_term
from assistant.models import Question, Subject
from assistant.understand.cues.intent import PAPER_SOUGHT
from assistant.understand.cues.pointed_back import ALSO_SAYS, OF_OURS, REPLACED, SAME_AUTHORS, SAMPLE, SIMILAR, WEAKNESS
from assistant.understand.cues.sought import one_work, work_sought
from assistant.understand.words.own_meaning import OWN
from index.numerals import find_numerals

AGAINST_DIVIDE = "計算資源の格差という見方に反対し、人材やデータのほうが大きな制約だとする結論"
STATEMENTS = ("qa", "claim", "point")
EXAMPLE_POOL = 40
MAX_SUPPORT = 3
NEAR_CLAIM = 0.855  # cosine below which no statement is about what is claimed
STANCE = re.compile(
    r"(?:という|といった|との|とする|っていう)(?:(?:立場|見方|見解|主張|説|意見)|考え(?:方)?(?=の(?:論文|研究|文献|調査))).*$|"
    r"、?(?:という|といった|との|って(?:いう)?)(?:調査|研究(?!者)|論文|報告)(?:は|って|が|も|、)+(?:あ[るっり]|本当|実在).*$|"
    r"、?(?:という|といった|との|って(?:いう)?)(?:報告|話|数字|主張|記事|噂|説)(?:の|は|って|、|、?あれ|、?これ|、?それ)*(?:出どころ|出典|出所|元ネタ|ソース).*$"
)
STANCE_POOL = 8
LEADING_POOL = 6
NUMBER_POOL, NUMBER_SCORE = 20, 0.5
TOLD_UNITS = ("%", "ドル", "円", "倍", "か月", "枚", "人", "本", "件")  # what a claim is told in
NEAR_WORK = 0.88  # cosine from which the work sought is held, between what is held (from 0.886) and what is not (to 0.87) in the labelled questions
SAME_SAID = 0.925  # cosine from which a passage is on just what is asked
# Claims that deny or play down the divide.
DENIED = re.compile(r"格差[^。、]{0,10}(?:な(?:い|く)|ません|縮ま|縮小|大げさ|誇張|誤解|思い込み|嘘)|(?:計算資源|GPU|gpu|規模|資金|お金)[^。、]{0,8}(?:なくても|要らな|いらな|必要な(?:い|く)|決め手で|すべてで|全てで|本質で|だけで)|人材[^。、]{0,6}(?:大事|重要|制約|ほうが|の方が|こそ)")
WORK_WANTED = re.compile(r"(?:論文|研究(?!者)|文献|報告|調査|アンケート)(?:は|を|って|の(?:中身|内容)を?)?(?:あり(?:ます|ません)か|どれ|教えて|紹介して|知りたい)?(?:です|でしょう)?か?[??。]*$")
# 「…への批判を書いた論文」: criticism of something a paper is about, not of the divide.
CRITICISM = re.compile(r"批判(?:を|し|す|が|的な)[^。]{0,8}(?:論文|研究|文献|報告)")
AGAINST_CLAIM = re.compile(r"[^。]{12,}(?:に|を|へ)?(?:反論|否定|反証)(?:し|す)[^。、]{0,6}(?:論文|研究|文献|報告)|[」、][^。、]{0,12}反論(?:し|す)[^。、]{0,6}(?:論文|研究|文献|報告)")
# Of a paper that the conversation is about, all of it: 「二つ目を詳しく」 「根拠の論文は?」.
WHOLE_PAPER = re.compile(r"証拠|関係|意味|関わり|影響|当てはま|示唆|詳し|くわし|どんな|どういう|説明|教えて|根拠|裏付け|エビデンス|典拠|出どころ|論文(?:は|って|を)?[??。]*$|目(?:は|って|を)?[??。]*$|の(?:方|ほう)(?:は|を)?[??。]*$")
OPPOSITION = re.compile(r"反論|批判|異論|反対(?:意見|の)|反証")
BY_METHOD = re.compile(r"(?:どう(?:いう|いった)|どんな|どのような|何の)(?:方法|手法|やり方|調べ方|手順)|どう(?:やって|調べ|測っ|分析し)")
AUTHORS, SHORT = re.compile(r"著者|誰が書|だれが書|筆者|(?:誰|だれ)の(?:研究|論文|本)"), 18
NUMBER_ASKED = re.compile(r"割合|比率|何[十百千万億兆]*[%割件本倍]|何[十百千万億兆]+[人社台枚円ドル]|件数|本数|いくら|いくつ|金額|総額|論文数|[率数額値](?:は|って|の最新|$|を(?:教|知|お|ご|示|出))|費用は|コストは|性能は|規模は|人数|(?:中央|平均|最新|最大|最小)値|何\s*(?:million|billion|thousand|dollar|percent)")
SHARE_ASKED, SHARE_GIVEN = re.compile(r"割合|比率|何%|何割|率は|率[??]?$|確率"), re.compile(r"[0-9][0-9.]*\s*(?:%|割|分の)|半数|過半")
NUMBER_GIVEN = re.compile(r"[0-9][0-9,.]*\s*(?:%|割|倍|件|本|人|社|校|枚|基|台|万|億|兆|ドル|円|ポイント|年|か月|モデル)")
OWN_FIRM = re.compile(r"(?:で、)?(?:うち|自社)")  # the question of a summary's 想定問答 that asks what the reader's firm makes of it
WEAKNESS_PLACE = "section-7"  # 「この論文への反論・限界」 of a summary (docs/corpus.md)
# How much a question-answer pair gains when its question is worded like the asker's (similarity 0..1).
MATCH_WEIGHT = 0.25
ALIKE = 0.3
STATED_POOL = 4
BARE_ANSWER = re.compile(r"^(?:はい|いいえ|あります|ありません|いえ|そうとは|そうです|入って|言えません|できます|できません|あり得ます|使えます|分かりません|変わりません|違います)")
LEANING = re.compile(r"^(?:この|その|同じ|それ)")


def paper(words, question: Question, box: Collector) -> Found:
    if "opposed" in question.inherited:
        return opposed(words, question, box)
    perhaps = "perhaps" in question.inherited and paper_turns.speaks_of(words, question.paper, question)
    if "perhaps" in question.inherited and not perhaps:
        if "limits" in question.inherited:  # of our own data then
            return replace(words.limits(question, box), paper=question.paper)
        question = question.with_(paper=None, inherited=())
    if STANCE.search(question.text) and not question.paper and words.library.paper_in(question.text) is None:
        return counter(words, question, box) if wants_counter(question) else stance(words, question, box)
    readings = ()
    if not question.paper:
        paper_turns.require_edition(words, question)
    if not question.paper and (first := original(words, question.text, box)) is not None:
        return first
    if not question.paper and (apart := words.library.work_names.apart(question.text)):
        return paper_turns.side_by_side(words, apart, box)
    named = question.paper or words.library.paper_in(question.text)
    if named is None and (several := words.library.work_names.several(question.text)):
        named = paper_turns.shared(words, question, several, box)
        if isinstance(named, Found):
            return named
        readings = (paper_turns.told_shared(words, several, named),)
    chosen = named if question.paper and one_work(question.text) else None if named else foremost(words, question)
    named = named or chosen or paper_of_term(words, question)
    if named is None and (any(word in question.text for word in ("この論文", "その論文", "この研究", "その研究"))):
        words.library.index
        named = FOUNDING_PAPER
        readings = (prompts.render("answers/words", "default_paper", name=words.library.name(named)),)
    whole = named is not None and (general(question) or not question.paper and (words.library.work_names.bare(question.text) or OF_OURS.search(question.text) is not None))
    if named is not None and chosen is None and not question.paper and not readings and not whole:
        words.require_told(question.topic)
    if named is not None and (turned := turn(words, question, named, box)) is not None:
        return turned
    if chosen is not None:
        cite_foremost(words.library, chosen, box)
        for_the_reader(words.library, chosen, box)
        return Found(box.evidence(), "foremost", paper=chosen)
    if whole:
        for passage in points(words, named):
            words.library.cite(box, passage, "points")
        for_the_reader(words.library, named, box)
        return Found(box.evidence(), "overview", paper=named, readings=readings)
    if named is not None and AUTHORS.search(question.text) and len(question.text) <= SHORT:
        told_of(words, named, box)
        return Found(box.evidence(), "authors", paper=named, readings=readings)
    if named is not None and (section := asked_section(question)):
        words.library.cite(box, words.library.index.lookup(f"{named}#section-{section}"), "section")
        return Found(box.evidence(), "section", paper=named, readings=readings)
    if named is None and wants_counter(question) and not of_its_own(words.library, question):
        return counter(words, question, box)
    if named is None and (outcome := words.outcomes.asked(question.topic)):
        return told_share(words, question, outcome, box)
    if named is None and (alike := paper_turns.likened(words, question)):
        words.library.cite(box, alike[0], "answer")
        for_the_reader(words.library, alike[0].source_id, box)
        return Found(box.evidence(), "found", paper=alike[0].source_id)
    if named is None and question.count and question.count > 1:
        words.require_answerable(question.topic, words.library.search(question.topic, k=8, kinds=PLAIN_KINDS))
        return examples(words, question, box)
    found_by_words = PAPER_SOUGHT.search(question.text) is not None
    sought = found_by_words or work_sought(question.text, False)
    query = (PAPER_SOUGHT.sub("", question.topic).strip("?？。 ") if found_by_words else "") or question.topic  # what the paper says, without 「という論文は」
    kinds = STATEMENTS if sought or "topic" in question.inherited else PLAIN_KINDS
    led = named or leading(words.library, query)
    if named is None and led is not None and (general(question) or sought or WORK_WANTED.search(question.text)):
        near = words.library.search(query, k=8, kinds=kinds)
        if not (sought and vouched(near, led)) or words.opened_assessor().strange(question.topic):
            words.require_answerable(question.topic, near)
        for passage in points(words, led):
            words.library.cite(box, passage, "points")
        for_the_reader(words.library, led, box)
        return Found(box.evidence(), "overview", paper=led)
    passages = words.library.search(query, k=8, kinds=kinds, filters={"source_id": named} if named else {})
    if named is None and question.inherited == ("topic",):
        passages = paper_turns.of_its_own_words(words, question, passages)
    if named is not None and "paper" in question.inherited:
        passages = paper_turns.saying(words, question, passages, named)
    if named is not None and paper_turns.NUMBER_WANTED.search(question.text):
        passages = paper_turns.numbered(words, question, named, passages)
    if named is None:
        words.require_answerable(question.topic, passages)
        if NUMBER_ASKED.search(question.topic) and not question.count:
            passages = of_lead(passages, led) or words.telling(question.topic, passages)
            given = SHARE_GIVEN if SHARE_ASKED.search(question.topic) else NUMBER_GIVEN
            passages = [passage for passage in passages if given.search(passage.display)] or passages
    if named is None and led is not None:
        own = [passage for passage in passages if passage.source_id == led]
        if own and not any(stands_alone(question.text, passage) for passage in own):  # only sections and answers to other questions
            own += words.library.search(query, k=8, kinds=STATEMENTS, filters={"source_id": led})
        passages = own or passages
    statements(question, passages, box, words.library)
    head = box.items[0].citation if box.items else None
    if head is not None and head.kind == "glossary":
        term = head.id.split("#")[1]
        entry = Collector()
        words.library.cite(entry, words.library.index.lookup(head.id), "term")
        return Found(entry.evidence(), "term", term=term, readings=readings)
    paper = named or (head.id.split("#")[0] if head and head.kind == "paper" else None)
    unsaid = (named is None or "paper" in question.inherited) and words.opened_assessor().unsaid(question.topic, [f"{item.citation.title} {item.text}" for item in box.items])
    own_figure(words, paper, box)
    for_the_reader(words.library, paper, box)
    return Found(box.evidence(), "found", paper=paper, readings=readings, partial=bool(unsaid))


def turn(words, question: Question, paper: str, box: Collector) -> Found | None:
    """A question about one paper which is answered from a place of its own in the summary, or by other works; None for any other."""
    if "paper" in question.inherited and OPPOSITION.search(question.text):
        return paper_turns.countered(words, paper, box)
    if (method := method_told(words, question, paper, box)) is not None:
        return method
    if SAME_AUTHORS.search(question.text):
        return paper_turns.by_authors(words, paper, box)
    if SIMILAR.search(question.text) or ALSO_SAYS.search(question.text):
        return paper_turns.similar(words, paper, box)
    if SAMPLE.search(question.text):
        return paper_turns.sampled(words, question, paper, box)
    if OWN in question.inherited:
        for_the_reader(words.library, paper, box)
    return paper_turns.of_own_firm(words, paper, box) if REPLACED.search(question.text) or OWN in question.inherited else None


def of_lead(passages: list, paper: str | None) -> list:
    """The passages of the paper that leads where the search is sure of it: the nearest one asks or says nearly the same as the question."""
    sure = paper is not None and passages and passages[0].source_id == paper and (passages[0].nearest or 0) >= SAME_SAID
    return [passage for passage in passages if passage.source_id == paper] if sure else []


def vouched(passages: list, paper: str) -> bool:
    """Whether the search alone says that the work sought is this paper: its passages come first, and one is near in meaning, whatever the other words are."""
    return bool(passages) and passages[0].source_id == paper and (passages[0].nearest or 0) >= NEAR_WORK


def by_number(query: str, passages: list) -> str | None:
    """The paper whose statement holds a number that the question tells of (「9割」「10億ドル」), where the first one found does not."""
    told = [numeral for numeral in find_numerals(query) if numeral.unit in TOLD_UNITS]
    if not told or not passages:
        return None
    near = [passage for passage in passages if passage.score >= NUMBER_SCORE * passages[0].score]
    holding = [passage for passage in near if any(numeral.allows(other.value) or other.allows(numeral.value) for numeral in told for other in find_numerals(passage.display) if other.unit == numeral.unit)]
    return holding[0].source_id if holding and holding[0].kind != "glossary" else None


def leading(library: Library, query: str) -> str | None:
    """The paper that a question is about without naming it: the first two passages found, of any kind, are its own, or half of the first six."""
    if numbered := by_number(query, library.search(query, k=NUMBER_POOL, kinds=STATEMENTS, per_parent=None)):
        return numbered
    first = library.search(query, k=LEADING_POOL, kinds=(*STATEMENTS, "section", "glossary"), per_parent=None)
    sources = {passage.source_id for passage in first[:2]}
    if len(first) >= 2 and len(sources) == 1 and first[0].source_id in library.papers:
        return sources.pop()
    held = Counter(passage.source_id for passage in first if passage.source_id in library.papers).most_common(2)
    most = held[0] if held and held[0][1] >= LEADING_POOL // 2 and (len(held) == 1 or held[0][1] > held[1][1]) else None
    return most[0] if most else None


def told_of(words, paper: str, box: Collector) -> None:
    """Cite the first point of a paper, with who wrote the paper."""
    point, entry = points(words, paper)[0], words.library.papers[paper]
    authors = prompts.render("answers/words", "authors", title=entry.title_ja, authors="、".join(entry.authors))
    title = f"{entry.short_ja}『{entry.title_ja}』"
    box.passage(point.id, "paper", title, point.locator, point.url, f"{authors}{point.display}", "authors")


def wants_counter(question: Question) -> bool:
    """Opposing work is asked for (反対の立場, 異論, 反証)."""
    if STANCE.search(question.text) and DENIED.search(question.text):
        return True
    return any(word in question.text or word in question.topic for word in prompts.lexicon("intents")["counter"])


def speaks_of_more(text: str) -> bool:
    """Whether opposition is to something of its own, not to the divide: criticism of a thing, or 「オープンなら抜けられるという話に反論した論文」."""
    return bool(CRITICISM.search(text) or AGAINST_CLAIM.search(text)) and "格差" not in text


def of_its_own(library: Library, question: Question) -> bool:
    """Whether words of opposition belong to a work that is looked for by what it says, and not to the divide: 「たばこ産業になぞらえて…批判したやつ」."""
    if "格差" in question.text or (led := leading(library, question.topic)) is None:
        return False
    return speaks_of_more(question.text) or vouched(library.search(question.topic, k=8, kinds=STATEMENTS), led) and library.papers[led].stance != COUNTER


def general(question: Question) -> bool:
    """The whole paper is asked about, not one point of it."""
    asked_of = "paper" in question.inherited and WHOLE_PAPER.search(question.text) and not (BY_METHOD.search(question.text) or asked_section(question))
    return bool(asked_of) or any(word in question.text for word in ("結論", "要約", "まとめ", "内容", "主張", "何を勧め", "何を提言", "何を求め", "何を提案", "提言", "勧告", "どんな論文", "何が書", "要点", "概要", "一言", "どういう論文", "紹介", "要旨", "趣旨", "分かったこと", "わかったこと", "提案した", "言いたいこと", "何を言って", "何と言って", "何が言いたい", "何を主張", "何を訴え", "何を述べ", "明らかにした", "何を示", "何を調べ", "何を見つけ", "何を発見", "何の論文", "何の研究", "どんな研究"))


def points(words, paper: str) -> list:
    return [words.library.index.lookup(f"{paper}#point-{number}") for number in (1, 2, 3)]


def statements(question: Question, passages: list, box: Collector, library: Library, once: bool = False) -> None:
    """The best statement as the answer, then claims that add something (an answer to another question would not stand alone); with `once` no source twice."""
    ranked = sorted(passages, key=lambda passage: (-passage.score - MATCH_WEIGHT * asked_alike(question.text, passage), passage.rank))
    ordered = [passage for passage in ranked if stands_alone(question.text, passage)] or ranked
    if bare_yes(ordered[0]) and not stands_alone(question.text, ordered[0]) and not NUMBER_ASKED.search(question.topic):  # what its paper states says more than a yes or no to another question
        stated = library.search(question.topic, k=STATED_POOL, kinds=("claim", "point"), filters={"source_id": ordered[0].source_id}, per_parent=None)
        ordered = [*(passage for passage in stated if not LEANING.match(passage.display)), *ordered]
    library.cite(box, ordered[0], "answer")
    for passage in ordered[1:]:
        if len(box.roles.get("support", [])) >= MAX_SUPPORT - 1:
            break
        told = repeats(passage, box) or once and passage.source_id in {item.citation.id.partition("#")[0] for item in box.items}
        if passage.kind in ("claim", "point") and passage.score >= 0.5 * ordered[0].score and not told:
            library.cite(box, passage, "support")


def own_figure(words, paper: str | None, box: Collector) -> None:
    """Our own count of the same thing, where the paper's theme is one we measure."""
    metrics = words.library.papers[paper].own_metrics if paper in words.library.papers else ()
    for name in metrics[:1]:
        subject = Subject(name, tier="1-50") if name == "tier_share" else Subject(name)
        try:
            words.share(box, subject, "own")
        except (NotInData, ValueError, LookupError):
            return


def for_the_reader(library: Library, paper: str | None, box: Collector) -> None:
    """What the reader's firm makes of a paper, and what speaks against it, both in the words of its summary."""
    if paper not in library.papers:
        return
    cited = {item.citation.id for item in box.items}
    own = next((entry for entry in library.papers[paper].questions if OWN_FIRM.match(entry.question)), None)
    for place, role in ((f"qa-{own.number}" if own else None, "meaning"), (WEAKNESS_PLACE, "weakness")):
        if place and f"{paper}#{place}" not in cited:
            library.cite(box, library.index.lookup(f"{paper}#{place}"), role)


def stance(words, question: Question, box: Collector) -> Found:
    """Papers near to a claim, one statement each. Raises NothingFound when none speaks of what is claimed."""
    claim = STANCE.sub("", question.text).strip("?？。、 ")
    passages = words.library.search(claim, k=STANCE_POOL, kinds=STATEMENTS, filters={"theme": themes(words.library)}, per_parent=2)
    words.require_answerable(claim, passages)
    if passages[0].nearest is not None and passages[0].nearest < NEAR_CLAIM:
        raise NothingFound(tuple(words.opened_assessor().assess(claim, passages).unknown))
    near = [passage for passage in passages if passage.score >= 0.6 * passages[0].score]
    for passage in one_each(near)[:MAX_SUPPORT]:
        words.library.cite(box, passage, "examples")
    return Found(box.evidence(), "stance")


def told_share(words, question: Question, outcome: dict, box: Collector) -> Found:
    """What surveys of firms tell of an outcome. Raises NothingFound when none gives its share."""
    words.outcomes.gather(question.topic, outcome, words.library, box)
    if not box.items:
        raise NothingFound(())
    return Found(box.evidence(), "found", paper=box.items[0].citation.id.split("#")[0])


def examples(words, question: Question, box: Collector) -> Found:
    """One statement from each of the papers that speak most of the topic."""
    pool = words.library.search(question.topic, k=EXAMPLE_POOL, kinds=(*STATEMENTS, "section"), per_parent=None)
    scores: dict[str, list[float]] = {}
    for passage in pool:
        scores.setdefault(passage.source_id, []).append(passage.score)
    papers = sorted(scores, key=lambda paper: (-sum(scores[paper][:3]), paper))[: question.count]
    for paper in papers:
        best = next((passage for passage in pool if passage.source_id == paper and passage.kind in ("point", "claim")), None)
        words.library.cite(box, best or points(words, paper)[0], "examples")
    return Found(box.evidence(), "examples")


def counter(words, question: Question, box: Collector) -> Found:
    """Papers that contradict the divide, one statement each."""
    query = question.topic if len(question.topic) > 16 else f"計算資源の格差への反対 {question.topic}"
    for passage in opposing_statements(words.library, query):
        words.library.cite(box, passage, "examples")
    return Found(box.evidence(), "counter")


def opposed(words, question: Question, box: Collector) -> Found:
    """Who sees otherwise what was just told of a paper or term: the papers we hold against the divide, where it tells of the divide; else those that its
    own summary sets against it."""
    told = question.paper if question.paper in words.library.papers else paper_of_term(words, question) if question.term else None
    if told is None:
        return counter(words, question, box)
    if paper_turns.of_divide(words.library, told):
        found = counter(words, question.with_(topic=AGAINST_DIVIDE), box)
        words.library.cite(box, words.library.index.lookup(f"{told}#{WEAKNESS_PLACE}"), "weakness")
        return replace(found, evidence=box.evidence(), paper=told)
    return paper_turns.countered(words, told, box)


# Sections of a summary (their numbers in docs/corpus.md) by the words that ask for them.
SECTIONS = (("7", WEAKNESS.pattern), ("3", r"方法|手法|やり方|どうやって調べ|調べ方|methodolog|メソッド|メソドロジー"), ("6", r"今後|対策|展望"), ("7", r"限界|弱点|弱い|弱み|反論|批判|欠点|問題点|信用|信頼"), ("2", r"新しさ|先行研究|何が新し|違いは"))


# What says only of what, or that it is asked: 「その論文の…も教えてください」.
ASKING = re.compile(r"(?:その|この|今の|いまの)(?:論文|研究|調査|報告書?|文献|資料)(?:の|は|で|って|について)|(?:も|を|について)?(?:教えて|知りたい|聞かせて|挙げて|お願い)[^。??]{0,8}[。??]*$|[、。]")


def asked_section(question: Question) -> str | None:
    """The section a short follow-up about a paper asks for (「限界は?」), None for other questions."""
    asked = ASKING.sub("", question.text)
    if len(asked) > SHORT:
        return None
    return next((number for number, words in SECTIONS if re.search(words, question.text)), None)


def stands_alone(text: str, passage) -> bool:
    """A claim or point does; an answer only where its question is worded like the asker's."""
    return passage.kind in ("claim", "point") or passage.kind == "qa" and asked_alike(text, passage) >= ALIKE


def bare_yes(passage) -> bool:
    """Whether a passage is a yes or no to its own question."""
    return passage.kind == "qa" and BARE_ANSWER.match(passage.display.partition("\n答 ")[2]) is not None


def asked_alike(text: str, passage) -> float:
    """How alike the asker's question and the passage's own question are: Dice of character bigrams; 0 for other kinds."""
    if passage.kind != "qa":
        return 0.0
    mine, theirs = bigram_set(text), bigram_set(passage.display.partition("\n")[0].removeprefix("問 "))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def repeats(passage, box: Collector) -> bool:
    """Whether the passage says nearly what is already cited (character bigrams)."""
    grams = bigram_set(passage.display)
    return any(len(grams & bigram_set(item.text)) > 0.5 * min(len(grams), len(bigram_set(item.text))) for item in box.items if item.text)


def bigram_set(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}
