"""「そにーは?」「ひえいりのとこも気になる」 after figures: one name written in hiragana as it sounds, which only the talk tells from other words; read as it is spelt."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|でわ|で、|それでは|それじゃあ?|ほな|なら|あと|つぎは?、?|こんどは|ちなみに)[、,]?\s*)*"
HEARD = re.compile(rf"{OPENER}(?P<name>[ぁ-んー]{{2,16}})")
# What may follow a name in a few words: 「…は?」「…のとこも」「…だけだと」.
AFTER = re.compile(
    r"(?:さん|くん)?(?:たち)?(?:の(?:とこ(?:ろ)?|ほう|ばあい|かいしゃ|だいがく|けんきゅうじょ|ぶんや|かいぎ|方|場合|会社|大学|分野|会議|分|論文|やつ))*(?:だけ|のみ)?(?:は|も|だと|なら|では|やと|って|とは?(?![ぁ-ん]|$)|と(?=ならべ|くらべ|いっしょ|あわせ|どっち|どちら|のさ|$)|を|で(?!す)|に(?:すると|したら|かえ|変え|替え)|[、??。]|$)"
)
WRITTEN = re.compile(r"[一-龥ァ-ヴー・]{2,10}")
PLAIN = {"ならべ": "並べ", "くらべ": "比べ", "いっしょに": "一緒に", "あわせて": "併せて", "のさは": "の差は"}  # what is said of it, as others look for it
SHORT = 4  # sounds: a shorter name is one only where others of its kind were told
LONGEST = 30  # characters


def kana_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with the name as it is spelt; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or not data.subjects or len(text.folded) > LONGEST or (match := HEARD.match(text.folded)) is None:
        return None
    start, run = match.start("name"), match["name"]
    if any(hit.start <= start < hit.end for hit in reader.explained(text)):
        return None
    for length in range(len(run), 1, -1):
        found = AFTER.match(text.folded, start + length) and named(reader, run[:length], data)
        if found:
            rest = re.sub("|".join(PLAIN), lambda each: PLAIN[each.group()], text.folded[start + length :])
            note = prompts.render("notes", "typo", written=run[:length], name=found)
            question = reader.understood(read(f"{text.folded[:start]}{found}{rest}"), previous, data)
            return question.with_(readings=(note, *question.readings))
    return None


def named(reader: Reader, heard: str, data: Question) -> str | None:
    """The one name that sounds so; None where there is none, or several."""
    kind, name = sounds(reader).get(katakana(heard), ("", None))
    told = {"institution": data.subjects[0].institution is not None, "country": data.subjects[0].metric in ("country_share", "japan_share")}.get(kind, True)
    return name if name and (told or len(heard) > SHORT) else None


@lru_cache(maxsize=4)
def sounds(reader: Reader) -> dict[str, tuple[str, str | None]]:
    """How each name of an institution, country, group or field is pronounced → (kind, name); no name where two things are called alike."""
    words = [("institution", word, key) for word, key in reader.institutions.words.items()]
    words += [(kind, word, key) for kind, table in (("country", reader.countries.phrases.table), ("group", reader.groups.table)) for word, found in table.items() for _, key in found]
    words += [("field", word, key) for key, names in prompts.lexicon("places")["fields"].items() for word in names]
    heard: dict[str, tuple[str, str | None]] = {}
    keys: dict[str, set[str]] = {}
    for kind, word, key in words:
        if WRITTEN.fullmatch(word):
            sound = reader.heard.sound(word)
            keys.setdefault(sound, set()).add(key)
            heard[sound] = (kind, word if len(keys[sound]) == 1 else None)
    return heard


def katakana(hiragana: str) -> str:
    return "".join(chr(ord(char) + 96) if "ぁ" <= char <= "ん" else char for char in hiragana)
