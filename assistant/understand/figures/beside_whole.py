"""「全体の企業と比べて?」 after the firms (or universities) of a country: those of all countries beside them; 「企業と組んだのは?」 after elite universities: the papers of
both; 「差は広がった?縮まった?」 one question of two words."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|それは|これは)[、,]?\s*)*"
WHOLE = re.compile(rf"{OPENER}(?:全体|世界|世界全体|全世界|(?:全|すべて|全部)の国?|海外も含めた)(?:の)?(?P<kind>企業|会社|大学)(?:全体)?(?:の(?:割合|平均|値))?(?:と|に)(?:は)?、?(?:比べ|くらべ|比較)[^。]{{0,10}}[。??]*$")
OF_ALL = {"japan_firm_share": ("firm_share", "企業会社"), "japan_university_share": ("university_share", "大学")}
WITH_FIRMS = re.compile(rf"{OPENER}(?:(?:その|この)(?:うち|中|なか)(?:で|の)?、?)?(?:企業|会社|民間)(?:と|との|とは)、?(?:一緒に|いっしょに)?(?:組ん|共著|共同|連名|書い|手を)[^。]{{0,10}}[。??]*$")
ELITE = (Subject("tier_share", tier="1-50"),)
EITHER = re.compile(r"(?P<first>(?:差は|開きは|ギャップは)?(?:広が|開い|縮ま|縮ん|拡大し)(?:った|て(?:い)?る|だ|た)(?:の|ん)?(?:です)?か?)[??、。]\s*(?:それとも|or)?[、,]?\s*(?:広が|開い|縮ま|縮ん|縮小し|拡大し)(?:った|て(?:い)?る|だ|た)(?:の|ん)?(?:です)?か?[。??]*$")


def beside_whole(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts:
        return None
    if match := EITHER.search(text.folded):
        first = match["first"] if match["first"].startswith(("差", "開き", "ギャップ")) else f"差は{match['first']}"
        return reader.understood(read(f"{text.folded[: match.start()]}{first}?"), previous, data)
    if data.statistic != "level" or len(data.subjects) != 1 or len(data.places) > 1:
        return None
    years = data.years[-1:] if not data.span else ()
    kept = {"text": text.folded, "years": years, "span": False, "readings": (), "claims": (), "asserted": None, "style": "normal", "cue": None, "inherited": ("places", "years")}
    whole, kinds = OF_ALL.get(data.subjects[0].metric, ("", ""))
    if (match := WHOLE.match(text.folded)) and match["kind"] in kinds:
        return reader.finished(data.with_(intent="compare", subjects=(*data.subjects, Subject(whole)), **kept), text, data)
    if data.subjects == ELITE and WITH_FIRMS.match(text.folded):
        return reader.finished(data.with_(intent="figure", subjects=(Subject("firm_elite_share"),), **kept), text, data)
    return None
