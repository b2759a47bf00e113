"""Where what was just told stands: 「それは全体で何位?」 after a ranking of one country, 「何位だった?」 of the year of a peak, 「機械学習は何番目?」 after fields."""

import re

import prompts
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS, position_asked
from assistant.understand.figures.by_name import onwards
from assistant.understand.figures.ranks_asked import place_asked
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|へえ|ほう)[、,]?\s*)*"
WORLD = re.compile(rf"{OPENER}(?:(?:それ|そこ|これ|その(?:会社|企業|大学|機関)|トップ|首位|1位)(?:は|って|だと|が)?、?)?(?:(?:世界|全世界|グローバル|海外も(?:含め|入れ)(?:ると|て|た)?|世界の(?:企業|大学|中)|全(?:企業|大学|体))(?:の中|全体)?(?:で|では|だと|の|で見ると|で見て|から見て)*(?:は)?)、?(?:何|なん)(?:位|番目|番)[ぁ-ん]{{0,8}}[。??!]*$")
THEN = re.compile(r"だった|でした|やった|であった|その(?:とき|時|頃|ころ|年)|当時")
YEAR = re.compile(r"\d{4}|年前|今|現在|最新")
NTH = re.compile(rf"{OPENER}(?P<name>[^、。??]{{1,16}}?)(?:は|って|だと|が|も)?、?(?:上から|全体で|分野で|会議で)?(?:は)?(?:何|なん)(?:位|番目|番)[ぁ-ん]{{0,8}}[。??!]*$")
SECTORAL = ("firms", "universities", "institutions")
LONGEST = 30  # characters


def standing_asked(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The place that is asked for; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or len(text.folded) > LONGEST or not position_asked(text.lowered):
        return None
    if data.statistic == "rank" and data.ranked in SECTORAL and data.order and WORLD.match(text.folded):
        return in_the_world(reader, text, data)
    if data.year_found is not None and data.statistic in ("peak", "trough") and THEN.search(text.folded) and not YEAR.search(text.folded):
        going_on = onwards(data)
        return reader.understood(read(f"{data.year_found}年は何位"), going_on, going_on).with_(text=f"{data.year_found}年は何位")
    return in_its_ranking(reader, text, data)


def in_the_world(reader: Reader, text: Text, data: Question) -> Question | None:
    """The first one of a country's ranking, or the one whose place was asked for, among all of its kind."""
    at = (place_asked(data.text) or 1) - 1
    if at >= len(data.order):
        return None
    subject: Subject = data.order[at]
    name = reader.labels.subject(subject).removesuffix("の論文の割合")
    note = prompts.render("notes", "by_name", written=text.folded.rstrip("??。"), names=name)
    asked = f"{name}は何位"  # without the words for everything, which mean all kinds of institutions together
    done = data.with_(text=asked, statistic="position", ranked=None, subjects=(subject,), count=None, ascending=False, option=None, readings=(note,), claims=(), asserted=None, style="normal", inherited=("places", "years"))
    return reader.finished(done, read(asked), data)


def in_its_ranking(reader: Reader, text: Text, data: Question) -> Question | None:
    """One field or conference in the ranking just told."""
    if data.statistic != "rank" or data.ranked not in ("fields", "venues") or NTH.match(text.folded) is None:
        return None
    kind = "field" if data.ranked == "fields" else "venue"
    hits = [hit for hit in reader.places.find(text) if hit.kind == kind]
    if len({hit.key for hit in hits}) != 1:
        return None
    asked = read(f"{reader.labels.place(Place(kind, hits[0].key))}の{reader.labels.subject(data.subjects[0])}は何位") if data.subjects else None
    if asked is None:
        return None
    question = reader.understood(asked, None, None)
    return question.with_(years=question.years or data.years, text=asked.folded, inherited=("years",)) if question.statistic == "position" else None
