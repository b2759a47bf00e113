"""「日本だと?」 after the papers that firms and universities wrote together: those are counted of no country alone, and the share of all its papers is another
measure. Said so; after firms alone the country's share is told, and that it is that of all its institutions."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

JOINT = ("firm_university_share", "firm_elite_share", "firm_non_elite_share", "elite_partner_ratio")
OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと)[、,]?\s*)*"
ENDS = re.compile(r"(?:(?:の)?(?:場合|国内|中))?(?:だけ)?(?:は|だと|では|なら|に(?:限|絞)(?:る|っ)(?:と|たら|て)|って|も)(?:、?(?:どう|いかが|どれ(?:くらい|ほど)|どの(?:くらい|程度)|何%|いくつ))?[ぁ-ん]{0,8}[。??!]*$")
FIRMS = (Subject("firm_share"), Subject("big_tech_share"), Subject("firm_only_share"))


def not_by_country(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, blocked, near that country's papers; None for any other message."""
    if (country := named_alone(reader, text)) is None or previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts:
        return None
    if len(data.subjects) != 1 or data.subjects[0].metric not in JOINT:
        return None
    subject = Subject("japan_share") if country.key == "Japan" else Subject("country_share", country=country.key)
    name = prompts.render("notes", "of_country", country=country.text, label=reader.labels.subject(data.subjects[0]))
    return data.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, intent="figure", statistic="level", subjects=(subject,), ranked=None, years=() if data.span else data.years[-1:], span=False, spans=(), count=None, readings=(), claims=(),
        asserted=None, style="normal", cue=None, blocker="unknown_metric", blocker_details={"name": name}, inherited=("years",),
    )  # fmt: skip


def told_of_all(reader: Reader, question: Question, text: Text, previous: Question | None) -> Question:
    """The question with the note that a country's share is that of all its institutions, where firms were told of before."""
    swapped = previous is not None and previous.intent in DATA_INTENTS and previous.subjects in tuple((each,) for each in FIRMS) and question.subjects == (Subject("japan_share"),) and question.blocker is None
    if not swapped or named_alone(reader, text) is None:
        return question
    return question.with_(readings=(*question.readings, prompts.render("notes", "all_of_japan")))


def named_alone(reader: Reader, text: Text):
    """The one country that a message names, where it names nothing else."""
    hits = reader.countries.find(text)
    opened = re.match(OPENER, text.folded).end()
    return hits[0] if len(hits) == 1 and hits[0].start == opened and ENDS.match(text.folded, hits[0].end) else None
