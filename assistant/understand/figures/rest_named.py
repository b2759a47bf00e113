"""What is left over beside the things of the talk, by its name: 「それ以外の会議は?」 after AI conferences, 「それ以外の大学」 after the best ones; and a
denial, which only says what is not meant: 「QSで50位に入るような大学ではないのですが。」 behind a question, 「企業に限らず」 before a whole."""

import re
from typing import Protocol

from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text, read

REST = r"[「『]?(?:それ|これ|そこ)以外の{noun}[」』]?"
OF_VENUES = re.compile(REST.format(noun="(?:会議|学会|カンファレンス|カンファ)"))
OF_UNIVERSITIES = re.compile(REST.format(noun="(?:大学|学校)"))
# 「残りは?」 after a share: what is left of the papers, by its own metric.
BARE_REST = re.compile(r"^(?:(?:じゃあ?|では|で|なら)[、,]?)*(?:残り|のこり|それ以外)(?:の(?:論文|割合|分|ほう|方))?(?:は|って)?、?(?:何%|何割|いくつ|どれ(?:くらい|ぐらい|だけ)|どうな[るっ][ぁ-ん]*)?(?:です(?:か)?|なの)?[。??]*$")
REST_OF = {"firm_share": "no_firm_share", "firm_elite_share": "firm_non_elite_share"}
BEST = Subject("tier_share", tier="1-50")
AI = Place("area", "ai")
LONGEST = 40  # characters
DENIED = re.compile(r"(?<=[。??])\s*[^。??]{4,40}(?:では|じゃ|でも)(?:ない|ありません|ございません)(?:の|ん)?(?:です|だ)?(?:が|けど|けれども?|けども)(?:ね)?[。…]*$")

# 「企業に限らず日本の機関全体では」: what the whole is more than is not asked about.
PART_OF_WHOLE = re.compile(r"[^。、はがを]{1,12}?(?:に(?:は)?(?:限ら|限定せ|絞ら|こだわら)ず)(?:に)?、?(?=[^。]{0,14}(?:全体|全部|すべて|全て|全般|ひっくるめ|丸ごと))")


class Reader(Protocol):
    labels: object


def without_denial(text: Text) -> Text:
    """The text without such a denial, and without the part that a whole is said to go beyond."""
    if (part := PART_OF_WHOLE.search(text.folded)) is not None:
        return read(text.folded[: part.start()] + text.folded[part.end() :])
    match = DENIED.search(text.folded)
    return read(text.folded[: match.start()]) if match and re.search(r"[??]|か。", text.folded[: match.start()]) else text


def rest_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Text:
    """The text with what is left over called by its name, where it leans on figures; else the text."""
    if previous is None or data is None or previous.intent not in (*DATA_INTENTS, "why", "limits", "explain") or len(text.folded) > LONGEST:
        return text
    if BARE_REST.match(text.folded) and previous.intent in DATA_INTENTS and data.statistic == "level" and len(data.subjects) == 1 and data.subjects[0].metric in REST_OF:
        return read(f"{reader.labels.subject(Subject(REST_OF[data.subjects[0].metric]))}は")
    if match := OF_VENUES.search(text.folded):
        place = (data.places or (AI,))[-1]
        other = "AI会議" if place == Place("area", "non_ai") else "AI以外の会議" if place.kind == "area" else f"{reader.labels.place(place)}以外の会議"
        asked = read(text.folded[: match.start()] + other + text.folded[match.end() :])
        return asked if place.kind == "area" or not data.subjects else read(f"{other}の{reader.labels.subject(data.subjects[0])}は")
    if (match := OF_UNIVERSITIES.search(text.folded)) and BEST in (*data.subjects, *data.recent_subjects[-3:]):
        return read(f"{text.folded[: match.start()]}エリート以外の大学{text.folded[match.end() :]}")
    return text
