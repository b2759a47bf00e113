"""Whether any work is on a thing: 「医療を扱った論文はあるか」. A thing that works only touch on is no subject of theirs, and that is said."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.understand.text.matcher import read

# The thing is one noun: what is told in more words is found by what papers say.
SUBJECT = re.compile(
    r"^(?:で|じゃあ?|では|ちなみに)?[、,]?(?P<name>[一-龥]{2,5}|[ァ-ヴー]{3,10})(?:業界|分野|領域|業|産業)?(?:を|に(?:ついて|関して|関する)(?:の)?|についての)(?:中心に)?(?:扱っ(?:た|ている)|論じ(?:た|ている)|取り上げた|対象(?:に|と)した|調べた|研究した|テーマにした)?(?:論文|研究(?!者|所|費)|文献|調査)(?:は|って|も|なんて)?、?(?:ある|あり|ない|持って|収録)"
)
# 「自動運転の論文は?」 「…、知財の帰属などのリスクについて書いている論文はありますか」: of what no work of ours speaks at all, the nearest one is another matter.
WORK = r"(?:論文|研究(?!者|所|費|会|開発|機関)|文献|調査(?!会社)|レポート)"
ON_THING = re.compile(
    rf"(?:^|[、。]|(?:AI|生成AI|人工知能)(?:の|を|による)|(?:じゃあ?|では|ほな))(?P<name>[一-龥ァ-ヴー]{{2,8}}?)(?:業界|業|分野|領域|現場|産業)?(?:で|へ|に対する)?(?:のAI|AI|への?AI|でのAI)?(?:の?(?:活用|応用|導入|利用|影響|帰属|問題|リスク|課題|効果|権利))?(?:など|とか|等)?(?:の(?:リスク|影響|問題|課題|活用))?"
    rf"(?:の|(?:を|に(?:ついて|関して|関する)(?:の)?|についての)、?(?:(?:扱|論じ|書|取り上げ|対象|調べ|テーマ|触れ|述べ|まとめ)[^、。??]{{0,8}}?)?){WORK}(?:は|って|も|を|、|なんて|とか|が|で)?(?:どれ|何か|なんか|ある|あり|ない|あれば|教え|挙げ|紹介|探し|知りた|読みた|[??。]|$)"
)
# Words before a work that are no subject of it.
NO_SUBJECT = re.compile(r"反対|賛成|肯定|否定|批判|最新|最近|代表|有名|主要|関連|類似|同様|根拠|今回|以前|最初|最後|必読|重要|基本|古典|定番|英語|海外|国内|世界|各国|他社|他国|自社|当社|弊社|先行|個別|過去|先日|本当|複数|別|紹介|結論|要点|裏付|出典|元|一番|全部|全体|査読|因果|具体|事例|実例|失敗|成功|御社|貴社|皆|誰|何|新聞|記事|雑誌|年|月|先|前|次|他")
GENERAL = re.compile(r"格差|計算|企業|大学|論文|研究|産学|人材|大手|独占|統計|日本|各国|国内|海外|データ|モデル|クラウド|スケーリング")
STATED = ("point", "claim")
MOST, MOST_HELD = 2, 3


def subject_held(words, question: Question, box: Collector) -> Found | None:
    """Found of the works on the thing (mode `on_subject`), or of those that only touch on it (`touched`); None where no such work is asked for. Raises
    NothingFound where nothing speaks of it."""
    library = words.library
    match = SUBJECT.match(question.text)
    name = match["name"] if match is not None and not GENERAL.search(match["name"]) else thing_sought(library, question)
    if name is None:
        return None
    if match is None and (lack := lacking(library, name)) is not None:
        raise lack
    if library.term_in(name):
        return None
    if held := [paper.id for paper in library.papers.values() if name in f"{paper.title_ja} {' '.join(paper.keywords)}"]:
        if match is None:  # what is told of it most is found by the words of the question
            return None
        for paper in held[:MOST_HELD]:
            library.cite(box, library.index.lookup(f"{paper}#point-1"), "examples")
        return Found(box.evidence(), "on_subject")
    told = [chunk for chunk in library.index.chunks if chunk.source_id in library.papers and chunk.kind in STATED and name in chunk.display]
    if not told and match is None or match is None and len({chunk.source_id for chunk in told}) > MOST_HELD:
        return None
    if not told:
        raise NothingFound((), sentence=prompts.render("refusals", "no_work_on", name=name))
    for chunk in {chunk.source_id: chunk for chunk in reversed(told)}.values():
        if len(box.items) < MOST:
            library.cite(box, chunk, "examples")
    return Found(box.evidence(), "touched")


def thing_sought(library: Library, question: Question) -> str | None:
    """The thing that works are sought on in other words; None where no such work is sought, or where it is a work or something of the figures."""
    match = ON_THING.search(question.text)
    if match is None or question.subjects or question.term or GENERAL.search(match["name"]) or NO_SUBJECT.search(match["name"]) or library.work_names.named(read(question.text)):
        return None
    return match["name"]


def lacking(library: Library, name: str) -> NothingFound | None:
    """The refusal for a thing that no work of ours so much as names, with the term of the glossary where it is one; None where one names it or a part of it in its title."""
    headings = " ".join(f"{paper.title_ja} {' '.join(paper.keywords)}" for paper in library.papers.values())
    parts = {part for run in re.findall(r"[一-龥]{2,}|[ァ-ヴー]{3,}", name) for part in ((run, run[:2], run[-2:]) if "一" <= run[0] <= "龥" else (run,))}  # 「電力消費」 is 電力
    term = library.term_in(name)
    if any(part in headings for part in parts) or term and library.terms[term].papers or any(name in chunk.text for chunk in library.index.chunks if chunk.source_id in library.papers):
        return None
    return NothingFound((), (re.sub(r"（.*?）", "", library.terms[term].term),) if term else (), prompts.render("refusals", "no_work_on", name=name))
