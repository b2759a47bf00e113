"""「それは日本でも同じ傾向?」 after the share of firms or universities: those of that country, and said which they are a share of."""

import re
from typing import Protocol

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.countries import Countries
from assistant.understand.text.matcher import Text

TOLD = ("level", "trend", "change", "before_after", "count")
KINDS = {"firm_share": ("japan_firm_share", "日本企業"), "big_tech_share": ("japan_firm_share", "日本企業"), "university_share": ("japan_university_share", "日本の大学")}
OPENER = r"(?:じゃあ?|では|でも|で|ちなみに|ところで|一方で?)?[、,]?(?:(?:それ|これ|その(?:傾向|話|動き|変化)|この(?:傾向|話|動き|変化)|同じこと|同じ傾向|似た傾向)(?:は|って|が)?、?)?"
PLACE = r"(?:国内|の(?:場合|研究|会議|論文|学会|中|国内|業界|状況))?(?:に(?:おいて|限って|限定して))?(?:で|に|の場合|だけで見て|に限って|見て)?も、?"
SAME = r"(?:やはり|やっぱり|まったく|全く|だいたい|大体|ほぼ)?(?:同じ|おなじ|同様|同傾向|そう|一緒|いっしょ|当てはま|あてはま|言え|いえ|起き|見られ|みられ|似た|変わら|進んで|広がって)"
ASKED = re.compile(rf"^{OPENER}(?P<country>[^、。はがを]{{1,12}}?){PLACE}{SAME}[^。]{{0,20}}[。]?$")
HERE = ("国内", "わが国", "我が国", "この国")
LONGEST = 40


class Reader(Protocol):
    """What finds countries, and finishes a question that was completed."""

    countries: Countries

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def same_in_country(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The last share of one group, of the country named; None for any other message."""
    last = data if previous is not None and previous.intent in DATA_INTENTS else previous if previous is not None and previous.intent == "why" else None
    if last is None or last.parts or len(text.folded) > LONGEST:
        return None
    told_of = last.subjects or ((Subject("firm_share"),) if last.intent == "why" else ())  # a cause that names no group is told of firms
    if len(told_of) != 1 or told_of[0].metric not in KINDS:
        return None
    country = named_country(reader, text)
    if country is None:
        return None
    metric, kind = KINDS[told_of[0].metric]
    subject = Subject(metric) if country == "Japan" else Subject("country_share", country=country)
    told = prompts.render("notes", "among_japan_papers", group=kind) if country == "Japan" else prompts.render("notes", "other_country", country=reader.countries.find(text)[0].text)
    trend = last.statistic not in TOLD or "傾向" in text.folded and last.statistic == "level"
    moved = {"intent": "trend", "statistic": "trend", "years": last.years if last.span else (), "span": last.span} if trend else {}
    done = last.with_(text=text.folded, subjects=(subject,), readings=(told,), claims=(), asserted=None, style="normal", cue=None, blocker=None, ranked=None, inherited=("places", "years"))
    return reader.finished(done.with_(**moved), text, data)


def named_country(reader: Reader, text: Text) -> str | None:
    match = ASKED.match(text.folded)
    hits = reader.countries.find(text)
    if match is None or len(hits) > 1:
        return None
    inside = [hit.key for hit in hits if match.start("country") <= hit.start and hit.end <= match.end("country") + 2]
    return inside[0] if inside else "Japan" if match["country"] in HERE or match["country"].endswith("国内") else None
