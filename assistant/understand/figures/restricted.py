"""A limit that is put on the figures and that they do not know: 「Fortune 500だけで見ると」「日経225の会社だけだと」. It may not be dropped in silence."""

import re
from typing import Protocol

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.leftover import leftover_runs
from assistant.understand.cues.regions import region_of
from assistant.understand.figures.not_by_country import told_of_all
from assistant.understand.figures.parted import HALF
from assistant.understand.figures.slots import CONCENTRATION, names_slot
from assistant.understand.figures.uncounted import uncounted
from assistant.understand.names.periods import read_period
from assistant.understand.names.subjects import read_bands
from assistant.understand.text.matcher import Text, read

LIMITED = re.compile(
    r"(?P<what>[^、。??「」はがをもで]{2,24}?)(?:(?:だけ|のみ|オンリー)(?:で(?:見|数え|集計|比べ|言[うえ]|い[うえ])|に(?:絞|しぼ|限|す)|だと|なら|では|の(?:割合|場合|数字|値|論文))|限定(?:で|だと|なら|の|に|し)|に(?:絞|しぼ|限)(?:っ|ら|る|り|れ|ん|定))"
)
# A follow-up that names what it asks about: 「そのうち病院は何%?」「電気学会だと?」「売上と並べて」.
TOPIC = re.compile(
    r"^(?:じゃあ?|では|ちなみに|あと|それと|ほな|(?P<among>そのうち|その中で)|その会議の)*[、,]?(?P<what>[^、。??「」はがをもで\s側]{2,16}?)"
    r"(?:だと[??]*$|ですと[??]*$|の場合は?[??]*$|の(?:割合|比率|シェア|推移)(?:は|[??]|$)|と並べ|(?(among)は何[%割]|(?!)))"
)
UNNAMED = re.compile(r"[0-9A-Za-z一-龥々ァ-ヴー]{2,}")
NUMBERED = re.compile(r"(?:[一-龥ァ-ヴー]{2,}|[A-Za-z]{2,}\s?)\d{2,4}(?!\d)(?!年|位|%|本|社|校|件|割)")
# How the papers are counted, and what all of them are.
OF_OURS = re.compile(r"該当|当該|対象|所属|判明|不明|著者|毎年|固定|共著|引用|国際|コンピュータ|計算機科学|情報系|AI|ai")
# Words of the answer's form or of no content limit nothing.
FORM = re.compile(r"^(?:数字|数値|数|結論|要点|一言|ひとこと|結果|答え|値|割合|率|話|表|図|グラフ|それ|これ|その|この|そこ|ここ|最近|直近|今|主な|主要|大事|重要|一部|自社|うち|当社|上位|下位|トップ|首位|前者|後者|両方|全体|世界|国内|本当|純粋|単純|年|期間|論文|会議|学会|研究|著者|片方|半分|一つ|ひとつ|二つ|三つ|人|もの|とき|場合)$")


class Reader(Protocol):
    blockers: object
    countries: object
    institutions: object
    tails: object

    def explained(self, text: Text) -> list: ...


def restricted(reader: Reader, question: Question, text: Text, previous: Question | None = None) -> Question:
    """The question, refused where the figures would be told without the limit that is put on them, or for a group that is not counted."""
    if HALF in question.inherited:  # the group that is not counted stands in the half that is refused
        return question
    if (refused := uncounted(reader, question, text, previous)) is not None:
        return refused
    if question.intent not in DATA_INTENTS or question.blocker is not None or question.family is not None:
        return question
    question = told_of_all(reader, question, text, previous)
    repeated = {"subjects", "all"} & set(question.inherited) and question.ranked is None and question.statistic in ("level", "trend", "count", "paper_count")
    repeated = repeated and (not question.places or bool({"places", "all"} & set(question.inherited)))  # 「言語だと?」 names a field
    if repeated and (topic := TOPIC.match(text.folded)) and not names_slot(topic["what"]) and not region_of(read(topic["what"])) and unexplained(reader, read(topic["what"])):
        return question.with_(blocker="unknown_metric", blocker_details={"name": topic["what"]}, parts=())
    match = LIMITED.search(text.folded)
    if any(place.kind in ("field", "venue") for place in question.places) and "places" not in question.inherited:  # 「画像限定だと」 was read as a field
        return question
    if match is not None and any(counts_so_many(subject.metric, match["what"]) for subject in question.subjects):  # 「トップ10に絞って」
        return question
    if match is None or question.ranked == "named" and region_of(read(match["what"])) or not unexplained(reader, read(match["what"])):  # 「アジアだけだと」 is told country by country
        return question
    return question.with_(blocker="limit_unheld", blocker_details={"name": re.sub(r"^(?:じゃあ?|では|ちなみに|次に?)[、,]?", "", match["what"]).strip()}, parts=())


def counts_so_many(metric: str, limit: str) -> bool:
    """Whether a limit is the number of institutions that a measure of concentration counts: トップ10 with top10_share."""
    return metric in CONCENTRATION and re.search(rf"(?<!\d){re.sub(r'[^0-9]', '', metric)}(?!\d)", limit) is not None


def in_its_place(question: Question, previous: Question | None) -> Question:
    """A follow-up that takes over what was named beside a metric that is not held, with a note that says so."""
    refused = previous is not None and previous.blocker in ("unknown_metric", "limit_unheld") and "name" in previous.blocker_details
    if not refused or question.intent not in DATA_INTENTS or question.blocker is not None or not {"subjects", "all"} & set(question.inherited):
        return question
    return question.with_(readings=(prompts.render("notes", "proxy", name=previous.blocker_details["name"]), *question.readings))


def unexplained(reader: Reader, what: Text) -> bool:
    """Whether a limit names something that neither a group, a place, a year nor a metric of ours tells."""
    hits = reader.explained(what)
    if any(hit.kind in ("area", "field", "venue") for hit in hits) or OF_OURS.search(what.folded):
        return False
    spans = [*read_period(what.folded).marks, *read_bands(what.lowered)[1], *reader.tails.spans(what.lowered, hits)]
    runs = [run for run in leftover_runs(what.lowered, hits, spans) if UNNAMED.search(run) and not FORM.match(run)]
    if NUMBERED.search(what.folded) and not hits and not spans or any(NUMBERED.search(run) for run in runs):
        return True
    named = reader.blockers.proper_nouns.among(runs, what.lowered) or reader.blockers.nouns.among(runs, what.lowered) or [run for run in runs if re.fullmatch(r"[a-z]{3,}[ a-z0-9]*", run)]
    return any(run not in reader.blockers.idle for run in named)
