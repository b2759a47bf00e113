"""What a follow-up points at by when it was asked, and years that it counts from the one just told, written out: 「最初に聞いた年といまの年」, 「最後に聞いた会社」,
「2021年までの変化幅も」 begins with the year just told, 「ちょうど10年たつと?」 is ten years on from it."""

import re

from analytics.divide.store import MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import COUNTRIES, called
from assistant.understand.figures.slots import HIGHEST, LOWEST
from assistant.understand.names.periods import read_period
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number
from index.numerals import find_numerals

ASKED = r"(?:聞い|きい|訊い|見|出|出し|言っ|挙げ|尋ね|伺っ|教えてもらっ|出てき)た"
FIRST, LAST = r"(?:(?:一番|いちばん)?最初|(?:一番|いちばん)?はじめ|(?:一番|いちばん)?初め|冒頭)", r"(?:(?:一番|いちばん)?最後|直前|たった今|今|いま|ついさっき)"
NTH = r"(?P<nth>[2-5二三四五])(?:番目|つ目|個目|回目)"
KIND = r"(?P<kind>年(?!間)|国|会社|企業|大学|会議|学会|分野)"
# 「最初に聞いた年」「最後の質問の会社」「いまの年」; 「最初のと比べて」「最初の会議と今の会議」 without a word of asking.
NOUN = r"国|会社|企業|大学|会議|学会|分野"
AFTER = r"(?=[のとはをもがにで、]|だと|より|やと)"
ALONE = rf"(?P<alone>最初|はじめ|初め)の(?P<kind_alone>{NOUN}|やつ|もの|ところ|帯|層|数字|値|割合|(?=と(?:は)?(?:比べ|くらべ|比較|差|の差|どっち|どちら))){AFTER}"
NEWEST = rf"(?P<newest>今|いま|最後|直前)の(?P<kind_newest>{NOUN}){AFTER}"
POINTED = re.compile(rf"(?:(?P<first>{FIRST})|{NTH}|(?P<last>{LAST}))(?:に|の|で)?(?:{ASKED}|質問の|問いの)(?:ほうの)?{KIND}|{ALONE}|{NEWEST}|(?P<now>今|いま)の年(?!間)")
BEGINNING = re.compile(r"最初|はじめ|初め")
NOUNS = ("国", "会社", "企業", "大学", "会議", "学会", "分野")
SECTOR = {"会社": "firm", "企業": "firm", "大学": "university"}
# 「2021年までの変化幅も添えて」「最新年までに何ポイント動いた」.
UNTIL = re.compile(r"(?P<end>(?:19|20)\d\d年(?:度)?|最新(?:の?年)?|直近(?:の?年)?|(?:データの)?(?:最後|最終)の?年)まで(?P<moved>(?:進め?|飛[ばび]?|飛ぶ|早送りす?|送|繰り下げ)[ぁ-ん]{1,4}?(?:と|たら|ば|て)(?:、|は)*)?")
# 「そっから2019年まで」「その年から何倍」
FROM_THERE = re.compile(r"(?:そこ|そっ|それ|その(?:年|時点?|とき|頃|ころ)|当時|同年|あの年|この年|今の年|いまの年|上の年)(?:から|より|以来|以降)(?:の)?(?P<now>(?:今|いま|現在|最新(?:の?年)?|直近(?:の?年)?|最後の年)(?:まで|に(?:かけて)?)(?:の|で|に|は)?)?(?=[^。]*(?:まで|増|減|伸|上が|下が|変|動|ポイント|倍|推移|幅|(?<!格)差|グラフ))")
# 「3年間で何倍になった?」 after three years one by one.
SPANNED = re.compile(r"(?:この|その|これらの|今の)?(?P<count>\d{1,2}|[一二三四五六七八九十]{1,2})(?:年間|年分|年越し|つの年|個の年|年)(?:で(?:は|の)?|の間(?:に|で)|の|かけて)、?(?=[^。]{0,12}(?:増|減|伸|上が|下が|変|動|ポイント|倍|差))")
BEGUN = re.compile(r"から|より|以降|以後|以来|~|-|期間|ここまで|それまで|これまで")
# 「それがちょうど10年たつと?」「さらに5年過ぎた頃は」.
ELAPSED = re.compile(
    r"(?:(?:それ|これ|そこ)(?:が|から)|その(?:数字|値|割合)(?:が|は)|その後|あれから|ちょうど|きっかり|丸|まる|さらに|もう|、)*(?P<length>\d{1,2}年|[一二三四五六七八九十]{1,3}年)(?:が|も)?(?:たつ|経つ|立つ|過ぎる|すぎる|経過する|たっ|経っ|過ぎ|すぎ|経過し|進む|進ん)(?:た|だ)?(?:と|ら|頃|ころ|とき|時点?|時には|あと|後|年)(?:は|で|には|だと|では|の)?"
)
# 「投資が回収できるまで3年たつと」 counts from something else, 「10年たつとモデルは陳腐化する?」 asks for something else.
OTHERWISE = re.compile(r"[一-龥ァ-ヴA-Za-z0-9]")
VALUE_WORDS = re.compile(r"数字|数値|値|割合|比率|率|本数|何(?:%|割|本|ポイント|倍|パーセント)|教|見|出|知|願|示|頼|状況|様子")
TOLD = ("level", "count", "trend", "change", "ratio", "peak", "trough")
VALUES = ("level", "count")
LONGEST = 60  # characters


def pointed_years(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The message in full, read once more; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or data.family or data.statistic not in TOLD or len(text.folded) > LONGEST:
        return None
    named = by_turn(reader, text.folded, data)
    written = spanned(elapsed(until(from_there(named, data), data), data), data)
    if written == text.folded:
        return None
    question = reader.understood(read(written), previous, data)
    return kept(reader, question, named, data) if named != text.folded else question


def kept(reader: Reader, question: Question, text: str, data: Question) -> Question:
    """The question on what was pointed at, in the place and the year of the talk where it names none."""
    if question.intent not in DATA_INTENTS or question.blocker is not None or question.statistic not in VALUES:
        return question
    changes = {} if read_period(text).years or len(data.years) != 1 else {"years": data.years, "span": False}
    changes |= {} if reader.places.find(read(text)) or not data.places else {"places": data.places}
    return reader.finished(question.with_(**changes, inherited=tuple(dict.fromkeys((*question.inherited, "places", "years")))), read(text), data)


def by_turn(reader: Reader, text: str, data: Question) -> str:
    """The text with each thing that was asked first, second or last by its name."""

    def name(match: re.Match) -> str:
        kind = "年" if match["now"] else match["kind"] or match["kind_alone"] or match["kind_newest"] or ""
        told = lately(reader, kind, data)
        if match["alone"] and len(told) < 2 or match["newest"] and not BEGINNING.search(text):  # 「最初の国」 where one was told, 「今の大学」 may be anything
            return match.group()
        place = 0 if match["first"] or match["alone"] else -1 if match["last"] or match["now"] or match["newest"] else "二三四五".find(match["nth"]) + 1 or int(match["nth"]) - 1
        return told[place] if told and place < len(told) else match.group()

    return POINTED.sub(name, text)


def lately(reader: Reader, kind: str, data: Question) -> list[str]:
    """The names of what the talk told of a kind, the first one first."""
    if kind == "年" or kind not in NOUNS and data.inherited and not {"years", "all"} & set(data.inherited) and {"subjects", "places"} <= set(data.inherited):
        return [f"{year}年" for year in data.recent_years]
    if kind not in NOUNS:  # 「最初のと比べて何倍」: of what changed from one question to the next
        return [called(reader, place) or "AI会議" for place in data.recent_places] if "subjects" in data.inherited else [called(reader, subject) or reader.labels.subject(subject) for subject in data.recent_subjects]
    things = [thing for thing in (*data.recent_subjects, *data.recent_places) if of_kind(reader, kind, thing)]
    return [name for thing in things if (name := called(reader, thing))]


def of_kind(reader: Reader, kind: str, thing: Subject | Place) -> bool:
    if isinstance(thing, Place):
        return thing.kind == ("field" if kind == "分野" else "venue") and kind in ("会議", "学会", "分野")
    if kind in SECTOR:
        return thing.institution is not None and reader.labels.divide.counts.directory.profile(thing.institution).sector == SECTOR[kind]
    return kind == "国" and thing.metric in COUNTRIES


def from_there(text: str, data: Question) -> str:
    """The text with the year just told in the place of 「そこ」."""
    if len(data.years) != 1 or data.statistic not in VALUES or (match := FROM_THERE.search(text)) is None:
        return text
    return f"{text[: match.start()]}{data.years[0]}年から{f'{MAIN_LAST}年まで' if match['now'] else ''}{text[match.end() :]}"


def spanned(text: str, data: Question) -> str:
    """The text with the first and the last of so many years that were told one after the other, or that lie between the last two."""
    match = SPANNED.search(text)
    if match is None or data.statistic not in VALUES or len(data.recent_years) < 2:
        return text
    count, years, two = int(read_number(match["count"]).value), sorted(data.recent_years), sorted(data.recent_years[-2:])
    years = years if len(years) == count else two  # 「11年で何ポイント伸びたことになる」 after 2021 and 2010
    if count not in (len(data.recent_years), two[1] - two[0]) or count < 2:
        return text
    return f"{text[: match.start()]}{years[0]}年から{years[-1]}年までで{text[match.end() :]}"


def until(text: str, data: Question) -> str:
    """The text with the year just told where it begins, where only its end is named."""
    match = UNTIL.search(text)
    if match is None or len(data.years) != 1 or data.statistic not in VALUES or BEGUN.search(text[: match.start()]):
        return text
    end = int(match["end"][:4]) if match["end"][:2] in ("19", "20") else MAIN_LAST
    if match["moved"]:
        return f"{text[: match.start()]}{end}年は{text[match.end() :]}"
    if end <= data.years[0] or end > MAIN_LAST or HIGHEST.search(text) or LOWEST.search(text) or len(read_period(f"{text[: match.start()]}、{text[match.end() :]}").years):
        return text
    return f"{text[: match.start()]}{data.years[0]}年から{end}年まで{text[match.end() :]}"


def elapsed(text: str, data: Question) -> str:
    """The text with the year that is meant by so many years that go by, held or not."""
    match = ELAPSED.search(text)
    if match is None or len(data.years) != 1 or OTHERWISE.search(text[: match.start()] + VALUE_WORDS.sub("", text[match.end() :])) or not (length := find_numerals(match["length"])):
        return text
    return f"{text[: match.start()]}{data.years[0] + int(length[0].value)}年は{text[match.end() :]}"
