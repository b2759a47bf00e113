"""Bare follow-ups to figures: of all conferences together, on average, long ago, the next year, both added up, where the numbers come from, what they are
out of, and how far the highest and the lowest year are apart."""

import re
from typing import Protocol

import prompts
from analytics import NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import Labels
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text

AI = Place("area", "ai")
OPENER = r"^(?:(?:じゃあ?|では|で|それで|それなら|なら|ちなみに|逆に|ほな|あと)[、,]?\s*)*"
END = r"(?:どう|いくつ|何%|何割|どれくらい|どのくらい|いくら)?(?:なる|なり|なん|なの|だった|でした)?(?:です|ます|でしょう|だろう)?(?:か|の|ね)*(?:教えて)?(?:ください)?[。??]*$"
PARTICLE = r"(?:で(?:は|見ると|みると|言うと)?|だと|だったら|なら|は|って|に(?:すると|広げると|戻すと)|としては|も)、?"
WHOLE = re.compile(rf"{OPENER}(?:(?:全部|全て|すべて|全|全体|AI|ai)の?(?:会議|学会)(?:全体|全部)?|(?:会議|学会)(?:の)?(?:全体|全部|ぜんぶ)|全体|ぜんぶ|全部|(?:全部|全て|すべて)(?:の会議|の学会)?を?(?:まとめる|合わせる|ひっくるめる)と){PARTICLE}?{END}")
MEAN = re.compile(rf"{OPENER}(?:(?:全体|全部|会議|学会|その|これら|それら)の?)?(?:平均(?:値|的に)?(?:は|って|では|だと|で|なら|すると|したら|を取ると|をとると|にすると)?|(?:なら|均)(?:すと|したら|して)){END}")
OLD = re.compile(rf"{OPENER}(?:一番|いちばん|最も|もっとも)?(?:昔|大昔|以前|かつて|当初|はじめ|初め|最初(?:の年)?|データの最初|開始時|起点)(?:は|だと|では|って|なら|の頃は|のころは|はどう)(?:もっと)?(?:高かった|低かった|多かった|少なかった)?{END}")
NEXT = re.compile(rf"{OPENER}(?:その|もう一つ|更に|さらに)(?:次|後|あと)(?:の年)?(?:は|だと|では|って|なら)?{END}")
ADDED = re.compile(rf"{OPENER}(?:(?:二つ|2つ|両方|両者|全部|これら|それら|[23]社|[23]校|[23]か国)を?)?(?:(?:合わせる|あわせる|足す|合計する|合算する|足し合わせる)と|(?:合わせ|あわせ|足し|合計し|合算し)たら|(?:合わせれ|足せ|合計すれ)ば|足して){END}|{OPENER}(?:合計|合算)(?:は|だと|では|すると|したら){END}")
ORIGIN = re.compile(
    r"^(?:(?:で|じゃあ?|ちなみに)[、,]?)?(?:(?:その|この|今の|いまの|さっきの|これらの|それらの)?(?:数字|数値|データ|値|割合|率|統計|集計|答え|グラフ|表)?(?:の|って|は|、)*)(?:どこから(?:来|き|取|出|持)?[^。]{0,8}|(?:出どころ|出所|出典|ソース|根拠|元データ|情報源|裏付け|元ネタ)(?:は|って|を|も)?(?:どこ|何|なに)?(?:教えて|見せて|示して|ある|あります|は)?)(?:です|でしょう|なの|ん)?(?:か|の|ね)*(?:ください)?[。??]*$"
)
OUT_OF = re.compile(r"^(?:その|この|で、)?(?:分母|母数|サンプル(?:数|サイズ)?|何本中(?:何本)?|何本のうち(?:何本)?|全部で何本|n数)(?:は|って|を|の数は|なの|です)*(?:いくつ|何本|教えて|何)?(?:です|でしょう|なの)?(?:か|の)*[。??]*$")
APART = re.compile(rf"{OPENER}(?:その|この|両者の|二つの|2つの|最高と最低の|高い年と低い年の)?(?:差|開き|違い|幅|高低差|落差)(?:は|って|を|だと|が)?(?:何ポイント|どれくらい|どのくらい|いくつ)?{END}")
LONGEST = 30  # characters


class Reader(Protocol):
    """What finishes a question that was completed, and what it looks figures up with."""

    labels: Labels

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def leaning(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question completed from the last figures; None for any other message."""
    if previous is None or data is None or data.parts or data.family or len(text.folded) > LONGEST:
        return None
    if ORIGIN.match(text.folded) and (previous.intent in DATA_INTENTS or previous.intent == "limits" or previous.intent in ("paper", "why") and previous.subjects):
        return Question(text=text.folded, intent="limits", resolved=text.folded, topic=text.folded)
    if OUT_OF.match(text.folded) and data.statistic == "level" and not data.years and data.subjects and len(data.places) <= 1:
        data = data.with_(years=told_year(reader, data))  # the papers of the year that was told, not of every year
        return reader.understood(text, data, data)
    if previous.intent == "limits" and OUT_OF.match(text.folded):
        return reader.understood(text, data, data)
    if previous.intent not in DATA_INTENTS:
        return None
    done = of_all(reader, text, data) or in_time(text, data) or added(text, data) or extremes_apart(reader, text, data)
    if done is None:
        return None
    return reader.finished(done.with_(text=text.folded, claims=(), asserted=None, cue=None, style="normal", inherited=("all",)), text, data)


def told_year(reader: Reader, data: Question) -> tuple[int, ...]:
    """The last main year that what was measured has; () where it has none."""
    divide, place = reader.labels.divide, (data.places or (AI,))[0]
    measure = divide.measure(data.subjects[0].metric, **{place.kind: place.name}, **data.subjects[0].names(), variant=data.variant)
    return tuple([year for year in divide.available(measure) if year <= MAIN_LAST][-1:])


def of_all(reader: Reader, text: Text, data: Question) -> Question | None:
    """「全部の会議では」「平均すると」: the papers of the whole area, or of the whole period where the area was told already."""
    mean = MEAN.match(text.folded) is not None
    if not (mean or WHOLE.match(text.folded)) or not data.subjects and data.statistic != "rank":
        return None
    narrow = next((place for place in data.places if place.kind != "area"), None)
    by_place = data.statistic == "rank" and data.ranked in ("venues", "fields", None)
    if data.statistic in ("rank", "movers", "position") and not (by_place or narrow):
        return None
    told = (prompts.render("notes", "mean_pooled"),) if mean else ()
    if narrow or by_place:
        area = data.places[0] if narrow is None and data.places else AI if narrow is None else area_of(reader, narrow)
        level = data.statistic in ("rank", "movers", "position")
        years = data.years[-1:] if level and not data.span else data.years
        return data.with_(places=(area,), subjects=data.subjects[:1] or (Subject("firm_share"),), years=years, ranked=None, count=None, readings=told, **({"intent": "figure", "statistic": "level"} if level or len(data.places) > 1 else {}))
    if mean and data.statistic in ("level", "trend", "peak", "trough") and len(data.subjects) == 1 and len(data.places) <= 1:
        return data.with_(intent="figure", statistic="level", years=(MAIN_FIRST, MAIN_LAST), span=True, readings=told)
    return None


def area_of(reader: Reader, place: Place) -> Place:
    """The area that a conference or a field belongs to."""
    venues = reader.labels.divide.counts.venues
    is_ai = next((venue.is_ai for venue in venues if place.name in (venue.key, venue.field)), True)
    return AI if is_ai else Place("area", "non_ai")


def in_time(text: Text, data: Question) -> Question | None:
    """「昔は?」: from the first year until the last; 「その次は?」: a year on."""
    if data.statistic not in ("level", "change", "trend") or not 1 <= len(data.subjects) <= 3:
        return None
    if OLD.match(text.folded) and not read_period(text.folded).years:
        last = data.years[-1] if data.years and MAIN_FIRST < data.years[-1] <= MAIN_LAST else MAIN_LAST
        return data.with_(intent="compare", statistic="change", years=(MAIN_FIRST, last) if len(data.places) <= 1 and not any(place.kind != "area" for place in data.places) else (), span=False, readings=())
    if NEXT.match(text.folded) and data.statistic == "level" and len(data.years) == len(data.subjects) == 1:
        return data.with_(years=(data.years[0] + 1,), readings=())
    return None


def added(text: Text, data: Question) -> Question | None:
    """「合わせると?」 of two shares: both side by side, because papers of both would be counted twice."""
    if not ADDED.match(text.folded) or data.statistic not in ("level", "count"):
        return None
    subjects = data.subjects if len(data.subjects) > 1 else data.recent_subjects[-2:]
    if len(subjects) < 2 or len(data.places) > 1:
        return None
    return data.with_(intent="compare", statistic="level", subjects=subjects, readings=(prompts.render("notes", "no_sum"),))


def extremes_apart(reader: Reader, text: Text, data: Question) -> Question | None:
    """「その差は?」 after the highest or the lowest year: from the one to the other."""
    if data.statistic not in ("peak", "trough") or len(data.subjects) != 1 or len(data.places) > 1 or not APART.match(text.folded):
        return None
    divide, place = reader.labels.divide, (data.places or (AI,))[0]
    measure = divide.measure(data.subjects[0].metric, **{place.kind: place.name}, **data.subjects[0].names(), variant=data.variant)
    try:
        series = [divide.share(measure, (year,)) for year in divide.available(measure) if MAIN_FIRST <= year <= MAIN_LAST]
    except NotInData:
        return None
    ends = sorted({choose(series, key=lambda figure: figure.value).slice["years"][0] for choose in (max, min)})
    return data.with_(intent="compare", statistic="change", years=tuple(ends), span=False, readings=(prompts.render("notes", "extremes"),)) if len(ends) == 2 else None
