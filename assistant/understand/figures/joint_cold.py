"""「大学との共著は何%?」 with nobody named who writes with them: the papers of firms; of whom figures were told last, where those are named ones, nobody counted
with whom they write."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Hit, Text, read

TOGETHER = r"(?:共著|共同(?:論文|研究の論文|執筆)|連名|合作|一緒に書いた|いっしょに書いた|組んだ(?:論文|もの|の|やつ)|手を組んだ(?:論文|もの))"
WITH = re.compile(rf"(?<![0-9一-龥])(?P<band>(?:QS|世界)?(?:の)?(?:上位|トップ)\s?\d{{1,3}}(?:校|位|大学)(?:では|じゃ|で)?(?:ない|以外の?|に入らない|の外の))?(?P<who>(?:エリート|名門|トップ|一流|有名)?(?:大学|学術機関|アカデミア))と(?:の|いっしょの|一緒の)?、?(?={TOGETHER})")
OTHERWISE = re.compile(r"大学(?:どうし|同士|間)|(?<!その)うち|当社|自社|弊社|進め方|始め|どうすれ|相手|べき|費用|予算|いくら|円|採算|引用|メリット|契約")
BIG = ("big_tech_share", "institution_share", "country_share", "japan_share", "japan_firm_share")
LONGEST = 40  # characters


def joint_cold(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with firms named; None for any other message."""
    match = WITH.search(text.folded)
    if match is None or len(text.folded) > LONGEST or OTHERWISE.search(text.folded) or others(reader, text, match):
        return None
    told = data if previous is not None and previous.intent in DATA_INTENTS else None
    if told is not None and any(subject.metric in BIG for subject in told.subjects):
        blocked = told.with_(
            text=text.folded, topic=text.folded, resolved=text.folded, intent="figure", statistic="level", subjects=(Subject("firm_university_share"),), ranked=None, years=told.years[-1:], span=False, spans=(), count=None, readings=(), claims=(),
            asserted=None, style="normal", cue=None, option=None, parts=(), blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "partners")}, inherited=("years",),
        )  # fmt: skip
        return blocked
    named = read(f"{text.folded[: match.start()]}企業と{text.folded[match.start() :]}")
    return reader.understood(named, previous, data).with_(text=text.folded)


def others(reader: Reader, text: Text, match: re.Match) -> list[Hit]:
    """Whoever else the message names."""
    found = [*reader.groups.find(text), *reader.countries.find(text), *reader.institutions.find(text)]
    return [hit for hit in found if not match.start() <= hit.start < match.end("who")]
