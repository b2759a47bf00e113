"""What is asked of works as works: what they are called, when and by whom they were written, where they appeared, which is newer, how they went about it, on how much data and
whether they show a cause. Of a work that the text names, or of those that the conversation told (「後者のほうが新しいんですか。いつ、誰が書いたものですか」)."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import CITING, REVIEWED, WORKS

FACTS = "facts"
TITLE, WHEN, WHO, WHERE, NEWER, METHOD, SAMPLE, CAUSE, REVIEW = "title", "when", "who", "where", "newer", "method", "sample", "cause", "review"
LONGEST = 70  # characters
LATTER = "後者"
WROTE = r"(?:書[いかき]|発表|公開|刊行|出版|出[たさし]|まとめ|作[っら]|執筆|著|世に出)"
WORK = r"(?:論文|研究(?![者所費])|資料|報告書?|調査|文献|もの|やつ)"
SINGLE = {
    TITLE: re.compile(r"(?:論文|文献|研究|資料|報告書?)名|(?:論文|研究(?![者所費])|文献|資料|報告書?|原著|原文)の(?:正式な?)?(?:題名?|タイトル|名前|名称|表題)|(?<![一-龥])(?:題名|原題|表題|書誌(?:情報|事項)?)(?!に)|正式(?:な)?(?:名称|書名|名前|題名)|(?:正式|英語|元|もと)の(?:な)?(?:題名?|タイトル)|タイトル(?:は|を(?:教|知)|と(?:著者|年))"),
    WHEN: re.compile(rf"(?:いつ(?:頃|ごろ|の時点)?|何年(?:頃|ごろ)?)(?:に|の|、|誰が|だれが|どこで)*(?:{WROTE}|{WORK})|(?:発表|公開|刊行|出版|執筆)(?:された|の|した)?(?:年|時期|日|年月|のはいつ|は、?いつ)|{WROTE}[^。、??]{{0,4}}のは?(?:いつ|何年)|{WORK}(?:は|って)?(?:いつ|何年)(?:の|に)?(?:もの|です|[??]|$)"),
    WHO: re.compile(rf"(?:誰|だれ|どなた|どこの(?:誰|人|大学|会社|機関|研究者|先生))(?:(?:が|に(?:よる|よって)|、|いつ)*{WROTE}|(?:の|による){WORK})|{WROTE}[^。、??]{{0,4}}(?:のは|人は|方は)(?:誰|だれ|どなた|どんな人)?|著者|筆者|書き手"),
    WHERE: re.compile(rf"(?:どこ|何|どの(?:雑誌|学会|会議|学術誌|ジャーナル|媒体))(?:に|で|から)、?(?:載[っせり]|掲載|{WROTE})|掲載(?:先|誌)|発表の?場|公開先|学術誌に|ジャーナルに"),
    NEWER: re.compile(r"(?:前者|後者|どれ|どちら|どっち|最後|最初|目)(?:の)?(?:ほう|方)?(?:が|は)[^。、??]{0,8}?(?:新し|古[いく]|最近|先に出|後に出)|(?:新しい|古い|最近の|最新の)(?:の|ほう|方|もの|論文|研究|資料)(?:は|が|って)?、?(?:どれ|どちら|どっち)|(?:それ|これ|その論文|その研究)(?:は|って)、?(?:新しい|古い|最近の)"),
}
BESIDE = {
    METHOD: re.compile(r"(?:どう(?:やって|いう方法で|いうふうに)|どのように|どんな(?:方法|手法|やり方)で)、?(?:調べ|測|分析|検証)|(?:調査|研究|分析)?(?:方法|手法)(?:は|を|って|、|と)|調べ方"),
    SAMPLE: re.compile(r"(?:データ|標本|サンプル|対象|論文)(?:数)?(?:は|って|の数は)?(?:全部で)?(?:何[件本人社校]|どれくらい|どのくらい|いくつ)|何[件本人](?:調べ|分析|の(?:データ|論文))|(?:標本|サンプル)(?:数|サイズ|の大きさ|の規模)?(?:は|を|と|も|、|$)"),
    CAUSE: re.compile(r"因果|相関"),
    REVIEW: REVIEWED,
}
POINTED_ORDER = re.compile(r"(?P<word>前者|後者|最初|はじめ|最後)|(?P<number>[1-9一二三四五])(?:つ|番|本|件|個|報)目")
NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "前者": 1, "最初": 1, "はじめ": 1}
ALL_OF = re.compile(r"それぞれ|いずれも|どれも|全部|すべて|全て|[2-4二三四](?:つ|本|件)(?:とも|の論文|それぞれ)|これら|それら|その(?:人|学者|研究者|先生)(?:ら|たち|達)|彼ら|どれ|どちら|どっち")
THE_PAPER = re.compile(r"(?:その|この|さっきの|先ほどの|今の|いまの)(?:論文|研究(?![者所費])|調査|報告書?|文献|資料|出典)|^(?:で、?|では?、?|じゃあ?、?)?(?:それ|これ)(?:は|って|、)")
OURS = re.compile(r"割合|参加率|共著率|比率|推移|御社|貴社|このサービス|羅針盤|うち[のはで]|自社|当社|企業が|大学が|格差|増え|減っ|会議の|深層学習|GPU")


def work_facts(text: Text, previous: Question | None, names) -> Question | None:
    """The question with the facts asked, in the order of asking, and the works that they are asked of; None for any other. names: the WorkNames."""
    asked = facts_asked(text.folded)
    if not asked or len(text.folded) > LONGEST:
        return None
    works, told = meant(text, previous, names, asked)
    if not works:
        return None
    one = works[0] if len(works) == 1 else None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, paper=one, listed=told, inherited=(WORKS, FACTS, *asked, "of", *works))


def facts_asked(text: str) -> tuple[str, ...]:
    """What is asked of works, in order; () where nothing of a work as a work is, or only what its own reading answers (its method, its sample, its review)."""
    found = {kind: match.start() for kind, pattern in (SINGLE | BESIDE).items() if (match := pattern.search(text))}
    ordered = tuple(sorted(found, key=lambda kind: found[kind]))
    return ordered if found.keys() & SINGLE.keys() or len(found) > 1 or CAUSE in found else ()


def meant(text: Text, previous: Question | None, names, asked: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(works that the facts are asked of, works told before, which they are compared with)."""
    dated = any(kind in SINGLE for kind in asked)
    if (named := names.find(text.folded)) is not None:
        return ((named,), ()) if dated and names.spoken_of(text) and asked != (WHO,) else ((), ())
    if previous is None or previous.intent not in CITING or OURS.search(text.folded):
        return (), ()
    listed = previous.listed or ((previous.paper,) if previous.paper else ())
    if not listed or asked == (WHO,) and not ALL_OF.search(text.folded):  # told by its own reading, with what the paper says first
        return (), ()
    both = text.folded.count("前者") and text.folded.count(LATTER)
    if not both and (place := POINTED_ORDER.search(text.folded)) is not None:
        number = len(listed) if place["word"] in (LATTER, "最後") else NUMBERS.get(place["word"] or place["number"]) or int(place["number"])
        return ((listed[number - 1],), listed) if number <= len(listed) and dated else ((), ())
    if both or ALL_OF.search(text.folded) or previous.paper is None:
        return (listed, listed) if dated or previous.intent == "paper" else ((), ())
    pointed = THE_PAPER.search(text.folded) or not dated
    return ((previous.paper,), listed) if pointed or len(text.folded) <= 24 else ((), ())
