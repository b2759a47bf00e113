"""「GoogleとMSの2社で何%?」 「合わせると?」 after two were told: nobody added them up, because papers that both wrote would count twice; each is told."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text
from index.number_words import read_number

TOGETHER = r"合わせ|あわせ|足し(?!て(?:比|並))|足す|合計|合算|トータル|総計|全部で"
SUM = re.compile(rf"(?:{TOGETHER})|(?:[2-5二三四五両](?:社|校|者|つ|[かカヶ]?国|機関|大学)(?:だけ)?)(?:で|だけで)、?(?:全体の|論文の)?(?:何%|何割|何パーセント|どれ(?:くらい|ぐらい|だけ)|いくら|なんぼ)")
BARE = re.compile(rf"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら)[、,]?)*(?:(?:その|この)?(?:[2-5二三四五両](?:社|校|者|つ|[かカヶ]?国|機関|大学)|両方|双方|二つ|全部|ぜんぶ|それ(?:ら)?)(?:を|で|だと|は|の|、)*)?(?:{TOGETHER})[^。、??]{{0,14}}[。??]*$")
# Set side by side, in a table or as a band is no sum.
OTHERWISE = re.compile(r"比べ|くらべ|並べ|どちら|どっち|グラフ|表に|表で|差|費用|万円|億円|投資|予算|年(?:を|で)合わせ|対比|年(?:度)?まで(?:の|を)?(?:合計|累計|通算|総計|合わせ)|全期間|通算|平均")
COUNTERS, SHOWN = {"firms": "社", "universities": "校", "countries": "か国", "institutions": "機関"}, 5
LONGEST, NAMED = 44, ("institution_share", "country_share", "japan_share")


def added_up(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those named, or those told lately, side by side with the word that no sum is held; None for any other message."""
    if len(text.folded) > LONGEST or not SUM.search(text.folded) or OTHERWISE.search(text.folded):
        return None
    alone = reader.read_alone(text)
    named = tuple(dict.fromkeys([Subject("institution_share", institution=hit.key) for hit in reader.institutions.find(text)] or [Subject("country_share", country=hit.key) for hit in reader.countries.find(text)]))
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    if not named and told is not None and told.statistic == "rank" and told.ranked in COUNTERS and BARE.match(text.folded):
        first = told.with_(text=text.folded, readings=(prompts.render("notes", "added_up", names=f"上位{told.count or SHOWN}{COUNTERS[told.ranked]}"),), claims=(), style="normal", cue=None, inherited=("all",))
        return reader.finished(first, text, data)
    if len(named) < 2:
        named = lately(told, how_many(text.folded)) if told is not None and BARE.match(text.folded) and not named else ()
    else:
        told = None
    if len(named) < 2 or alone.variant is not None:
        return None
    return told_apart(reader, text, named, alone, told, data)


def told_apart(reader: Reader, text: Text, named: tuple[Subject, ...], alone: Question, told: Question | None, data: Question | None) -> Question:
    """Those side by side, with the word that nobody added them up."""
    names = "と".join(reader.labels.name(subject) for subject in named)
    years = alone.years[-1:] or (told.years[-1:] if told is not None and not told.span else ())
    done = Question(
        text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=named, places=alone.places or (told.places if told is not None else ()), years=years,
        readings=(prompts.render("notes", "added_up", names=names),), inherited=("places", "years") if told is not None else (),
    )  # fmt: skip
    return reader.finished(done, text, data)


def how_many(text: str) -> int:
    """The number of things that a text says, 0 where it says none."""
    match = re.search(r"([2-5二三四五])(?:社|校|者|つ|[かカヶ]?国|機関|大学)", text)
    return int(read_number(match[1]).value) if match else 0


def lately(told: Question, count: int) -> tuple[Subject, ...]:
    """The named ones of the last answer, with those of the answers before it where it told of one alone, or of fewer than are spoken of."""
    own = tuple(subject for subject in told.subjects if subject.metric in NAMED)
    if not own or len(own) > 1 and len(own) >= count:
        return own
    return tuple(dict.fromkeys(subject for subject in told.recent_subjects if subject.metric in NAMED and (subject.institution is None) == (own[0].institution is None)))[-(count or 3) :]
