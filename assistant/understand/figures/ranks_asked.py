"""A place in an order: 「2位はどこ」「3番目は」 in a question, and what is first, second or last among the things just told."""

import re
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.who_ranked import NAMED
from assistant.understand.figures.beyond_told import whole_ranking
from assistant.understand.text.matcher import Text
from index.number_words import read_number

NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十])"
SECOND = r"(?P<second>次点|次席|準優勝|その次(?!の?年)|次に(?=多|高|強|少|低|来))"
PLACE = rf"(?:上から)?(?:{NUMBER}(?:位|番目|番手|着)|{SECOND})"
ASKED = re.compile(rf"(?<!位)(?<!トップ)(?<!ベスト)(?<!\d)(?<!\d[〜~-])(?<!第){PLACE}(?!以|内|圏|まで|と|か|や|・|、\d|\d位|で線|タイ|帯|の(?:差|開き|大学|校)|[〜~-])")
TOP = r"(?P<top>一番|いちばん|1番|最も|もっとも|トップ|首位|筆頭|最多|ナンバー(?:ワン|1)|no\.?1)"
LAST = r"(?P<last>最下位|ビリ|びり|どべ|ドベ|ワースト|一番下|いちばん下|最低|最少|しんがり)"
HIGH, LOW = r"(?:高|多|強|大き|上|すご|活発|盛ん|よく出|出して|書いて|リードして)", r"(?:低|少な|弱|小さ|下)"
OPENER = r"(?:(?:じゃあ?|では|で|それで|それなら|なら|ちなみに|ほな|次に?|ところで|結局|つまり|逆に)[、,]?\s*)*"
KIND = r"(?:社|校|つ|[かカヶ]国|者|会議|学会|機関|国|大学|企業|会社|分野)"
AMONG = rf"(?:(?:その|この|それら|これら|上の|今の|いまの|並べた|挙げた|出た)の?)?(?:(?:[2-9]|[二三四五六])?{KIND})?(?:の)?(?:中|うち|なか)?(?:で(?:は|言うと|いうと|言えば)?|だと|なら|に限ると)?[、,]?\s*"
TAIL = (
    rf"(?:に|で|が)?(?:論文(?:の(?:割合|数|本数))?(?:が|の)?|割合(?:が|の)?|率(?:が|の)?|数(?:が|の)?)?(?:(?P<high>{HIGH})[いくなてる]*(?:る)?|(?P<low>{LOW})[いくな]*)?(?:の|もの|とこ(?:ろ)?|方|ほう|{KIND})?(?:さん)?"
    r"(?:は|って|が|も|を|だと|なら|、)*(?:どこ|どれ|何|なに|誰|だれ|どちら|どの(?:会社|企業|大学|国|会議|学会|分野|機関))?(?:になる|になり|に来る|が来る)?(?:です|でしょう|なの|なん|だ|ます|や|や?ねん|ん)*(?:か|の|ね)*(?:教えて)?(?:ください|下さい)?[。??!]*"
)
AGAIN = re.compile(rf"^{OPENER}{AMONG}(?:(?:どこ|どれ|誰|だれ|何)が)?(?:{PLACE}|{LAST}|{TOP}){TAIL}$", re.IGNORECASE)
MEASURES_TOLD = ("level", "count", "trend", "change", "ratio", "before_after", "peak", "trough", "rank")
FURTHEST = 20  # 「50位圏外」 is a band of ranks
SHOWN, RECENT, LONGEST = 5, 4, 40  # rows of a ranking; things told one by one; characters
ONE = re.compile(r"(?:だけ|のみ)?(?:に(?:限|絞)(?:る|っ)(?:と|たら|て)|は|って|だと|なら|はどう|も|が)?、?(?:(?:入って|載って|出て(?:き|こ)?|ランクインして|挙がって|含まれて|顔を出して)(?:いる|いない|い?る|ない|いますか?|いません|ます|ません)|(?:い|おら)(?:る|ない|ます|ません|ん|へん)|ランクイン|圏外|何位)?(?:の|ん)?(?:です|でしょう|だろう|や|かな|ですか)?か?(?:な|ね|よ)?[。??]*$")


# 「両者を比べて企業の割合が高いのはどちら」「どちらの分野の方が多い?」
WHICH_TWO = re.compile(r"(?:どちら|どっち)[^。、]{0,14}(?:高|多|強|大き|低|少|弱|小さ|上(?!が)|勝)|(?:高|多|強|大き|低|少|弱|小さ|上な|勝って)[^。、]{0,5}のは?、?(?:どちら|どっち)")


class Reader(Protocol):
    """What finishes a question that was completed, and finds names."""

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    countries: object
    institutions: object

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def place_asked(text: str) -> int | None:
    """The place in an order that is asked for by its number: 2 for 「2位はどこ」「次点は」; None where none is."""
    match = ASKED.search(text)
    if match is None:
        return None
    if match["second"]:
        return 2
    number = int(read_number(match["number"]).value)
    return number if number <= FURTHEST else None


def of_the_last_two(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Two conferences or fields that were told one after the other, set side by side where it is asked which has more; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or len(text.folded) > LONGEST or not WHICH_TWO.search(text.folded):
        return None
    two = data.recent_places[-2:]
    if data.statistic not in ("level", "trend", "peak", "trough") or len(two) < 2 or two[1:] != data.places or any(place.kind == "area" for place in two):
        return None
    own = reader.read_alone(text)
    if own.places or own.years or len(own.subjects) > 1 or own.blocker is not None:
        return None
    years = data.years if data.statistic == "level" and len(data.years) == 1 else ()
    done = data.with_(
        text=text.folded, intent="compare", statistic="level", places=two, subjects=own.subjects or data.subjects[:1], years=years, span=False, claims=(), readings=own.readings,
        inherited=("places", "years"),
    )  # fmt: skip
    return reader.finished(done, text, data)


def one_of_them(reader: Reader, text: Text, data: Question) -> Question | None:
    """「日本は?」 right after a ranking of countries, 「トヨタは?」 after one of firms: where that one stands; None for any other message."""
    if data.statistic != "rank" or data.ranked not in NAMED:
        return None
    start = re.match(OPENER, text.folded).end()
    hits = reader.countries.find(text) if data.ranked == "countries" else reader.institutions.find(text)
    if len(hits) != 1 or hits[0].start != start or not ONE.fullmatch(text.folded, hits[0].end):
        return None
    subject = Subject("country_share", country=hits[0].key) if data.ranked == "countries" else Subject("institution_share", institution=hits[0].key)
    done = data.with_(text=text.folded, statistic="position", ranked=None, subjects=(subject,), count=None, ascending=False, readings=(), claims=(), inherited=("places", "years"))
    return reader.finished(done, text, data)


def ranked_again(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「2番手は?」「その3社だと一番多いのは」 after a ranking or things set side by side: those in their order; None for any other."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or len(text.folded) > LONGEST:
        return None
    if (one := one_of_them(reader, text, data)) is not None:
        return one
    match = AGAIN.match(text.folded)
    if match is None:
        return None
    if data.statistic == "level" and len(data.subjects) * max(1, len(data.places)) == 1 and data.years[1:] == () and "subjects" in data.inherited and len(data.recent_places) > 2:
        same_year = data.years if "years" in data.inherited and set(data.recent_years) == set(data.years) else ()
        data = data.with_(places=data.recent_places[-RECENT:], years=same_year)  # 「一番高いのは?」 after one conference and another and another
    lowest = bool(match["last"] or match["low"])
    if data.statistic == "rank" and data.ranked != "named":
        if match["last"] and data.ranked in NAMED:
            return None  # the last of all that have a paper is many
        if lowest and match["low"] and data.ranked not in NAMED:
            return reader.finished(data.with_(text=text.folded, ascending=True, readings=(), claims=(), asserted=None, style="normal", cue=None, focus=None, inherited=("all",)), text, data)
        if not (match["last"] or match["top"] and not (match["high"] or match["low"])) and match["number"] is None and match["second"] is None:
            return None  # 「一番低いのは」 turns the ranking round, as other words do
        place = place_asked(text.folded)
        done = data.with_(ascending=lowest if match["last"] else data.ascending, count=max(place, data.count or SHOWN) if place else data.count)
    elif data.statistic in (*MEASURES_TOLD, "overtake") and (beyond := whole_ranking(reader, data, place_asked(text.folded) or 0)) is not None:
        return reader.finished(beyond.with_(text=text.folded, claims=(), asserted=None, style="normal", cue=None, focus=None, inherited=("all",)), text, data)
    elif data.statistic in MEASURES_TOLD and (len(data.subjects) > 1) != (len(data.places) > 1):
        years = () if data.span or data.statistic in ("trend", "before_after", "peak", "trough") else data.years[-1:]
        done = data.with_(intent="rank", statistic="rank", ranked="named", years=years, span=False, spans=(), ascending=lowest, count=None)
    else:
        return None
    done = done.with_(text=text.folded, readings=(), claims=(), asserted=None, style="normal", cue=None, focus=None, inherited=("all",))
    return reader.finished(done, text, data)
