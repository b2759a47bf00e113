"""Which figures of a slice a question wants: a share or a number of papers, both ends of a range, a metric beside a group."""

import re

from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.names.subjects import Reading, read_subjects
from assistant.understand.text.matcher import Hit, Text
from assistant.understand.text.spans import outside, without

SHARE = r"(?:割合|比率|(?<![一-龥])率|パーセント|パーセンテージ|何?%|シェア)"
NUMBER = r"(?:論文数|本数|件数|実数|(?:論文の)?(?<![一-龥])数|何本|何件)"
RULED_OUT = r"(?:とか|なんか)?(?:(?:じゃ|では|で)(?:なく(?:て)?|ない(?:です|んです)?(?:よ)?)|やなく(?:て)?|(?:は|も)(?:いらない|いらん|要らない|要りません|いりません|不要|結構|いい(?:です|から))|よりも?(?=[^、。]{0,8}(?:知りた|欲し|ほし|教え|の方|のほう|を|が)))"
# 「率じゃなくて本数」「本数ではなく割合」: the kind of figure that is not wanted, where the other one is named.
NOT_SHARE, NOT_NUMBER = re.compile(SHARE + RULED_OUT), re.compile(NUMBER + RULED_OUT)
IS_SHARE, IS_NUMBER = re.compile(r"割合|比率|率|パーセント|何%|何割|シェア"), re.compile(NUMBER)
# 「どれくらい企業に偏ってきたのか」 asks how it came to be, 「部長が聞いてきた」 who asked.
COME_TO = re.compile(r"(?:どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|いかに)[^。、]{0,16}(?<![言聞訊])[っいりんけめえれせち][てで](?:き|来)(?:た|まし|て)")
# 「割合と本数の両方」.
BOTH_KINDS = re.compile(rf"(?:割合|比率|率|パーセント|%|シェア|何割)(?:は|を|が)?(?:と|も|、|および|及び|・|や)[^。、]{{0,8}}{NUMBER}|{NUMBER}(?:は|を|が)?(?:と|も|、|および|及び|・|や)[^。、]{{0,8}}(?:割合|比率|率|パーセント|%|シェア|何割)")
LOW, HIGH = r"(?:最小|最低|底|下限|(?:一番|いちばん|最も|もっとも)(?:低|少な|小さ)\w?)", r"(?:最大|最高|天井|上限|(?:一番|いちばん|最も|もっとも)(?:高|多|大き)\w?)"
RANGE = re.compile(rf"{LOW}[^。、]{{0,8}}?(?:と|や|、|から|・){HIGH}|{HIGH}[^。、]{{0,8}}?(?:と|や|、|から|・){LOW}|振れ幅|変動幅|値幅|(?<!オ)レンジ|(?:取|動い|振れ|揺れ)(?:った|た|る|れた)幅")
# The number of papers of a group and that of all, both.
FRACTION = re.compile(r"分子(?:と|・|、|/|も|および|及び)、?(?:その)?分母|分母(?:と|・|、|/|も|および|及び)、?(?:その)?分子")
# The number of papers that shares are taken of; not 「企業論文を分母にすると」, which names another whole.
DENOMINATOR = re.compile(
    r"何本(?:の論文)?を(?:母数|分母)に|(?:何本|いくつ|なんぼ|いくら)で(?:割|わ)[っりるれろらん]|何本(?:の論文)?(?:を(?:100|百|もと|元|基)|から)(?:%|パーセント)?(?:に|と)?(?:して|した|出し|計算|算出|割り出)|割り算の(?:下|もと)|割る(?:側|方|ほう)の(?:数|本数)|母集団(?:の(?:大きさ|数|本数)|は(?:何本|いくつ))|"
    r"(?:母数|分母|標本数|標本の?(?:大きさ|サイズ|規模)|サンプルの?(?:大きさ|サイズ|数|規模)|(?<![a-z])n数|(?<![a-z0-9])n(?:値|の値|(?=は(?:いくつ|何|どれ)))|(?<![a-z0-9])n\s?=|denominators?|sample size)(?!と(?:す|し)|に(?:す|し|取|と))|"
    r"(?:所属|セクター)[^。、]{0,10}(?:分か|わか|判明|判っ|既知|知れ|つか[めん]|掴[めん]|取れ|特定でき|把握でき|確認でき|読み取れ|はっきりし|明らか)[^。、]{0,16}(?:論文|もの)[^。、]{0,12}(?:何本|幾本|本数|件数|なんぼ|何件|いくつ|数)|"
    r"(?:所属|セクター)[^。、]{0,6}(?:分か|わか|判明|判っ|既知|知れ)[^。、]{0,4}論文[^。、]{0,6}\d+本|"
    r"集計(?:対象)?(?:と|に)?(?:した|の)論文[^。、]{0,6}(?:何本|本数|件数|数)|論文(?:を|は|て|、)?(?:何本|なんぼ|幾本)(?:を)?(?:数え|集計)|何本(?:の論文)?(?:を|が)(?:数え|集計)"
)
AND = r"\s*(?:と|や|および|及び|ならびに|並びに|&|\+|に加えて?|とともに)、?(?:あと|それに)?\s*"
# From a metric's name to the group beside it, and from a group to the metric beside it: 「企業参加率とビッグテックの割合」.
TO_GROUP = re.compile(rf"(?:の(?:数字|値))?{AND}")
TO_METRIC = re.compile(rf"(?:系|勢|側)?(?:の?(?:機関|論文|著者))?(?:だけ|のみ|単独)?(?:の|が占める)?(?:参加)?(?:割合|比率|率|シェア|参加率|数字|値|存在感)?{AND}")


def of_kind(text: Text) -> Text:
    """The question without the kind of figure that it rules out; the same text, and the same length, for any other."""
    for ruled_out, other in ((NOT_SHARE, IS_NUMBER), (NOT_NUMBER, IS_SHARE)):
        spans = [match.span() for match in ruled_out.finditer(text.lowered)]
        rest = without(text.lowered, tuple(spans))
        if spans and other.search(rest):
            return Text(blanked(text.folded, spans), blanked(text.lowered, spans))
    return text


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with spaces for the spans."""
    return without(text, tuple(spans)).replace("□", " ")


# 「世界順位とその推移」「順位はどう変わりましたか」
RANK_COURSE = re.compile(r"(?:順位|何位)(?:の|が|は|も|と)?[^。??]{0,20}?(?:推移|変化|変遷|変わ|経過|移り変わり|上が|下が|落ち|動[いき])")
PLACED = ("country_share", "japan_share", "institution_share")


def ends_parts(question: Question) -> tuple[Question, ...]:
    """The first and the last year of a place in a ranking, and the highest and the lowest year of a single series asked for both, as two questions;
    () for any other."""
    if len(question.subjects) == 1 and question.subjects[0].metric in PLACED and len(question.places) < 2 and RANK_COURSE.search(question.text):
        years = (question.years[0], question.years[-1]) if len(question.years) > 1 else (MAIN_FIRST, MAIN_LAST)
        return tuple(question.with_(intent="rank", statistic="position", ranked=None, years=(year,), span=False, spans=()) for year in years)
    if len(question.subjects) * max(1, len(question.places)) != 1 or question.statistic not in ("peak", "trough", "trend", "level", "change") or not RANGE.search(question.text):
        return ()
    if len(question.years) == 1:
        return ()
    years = question.with_(span=len(question.years) > 1, intent="trend")
    return years.with_(statistic="peak"), years.with_(statistic="trough")


# Both ways of counting: 「按分方式と通常方式」「普通に数えた場合と人数按分とで」.
PLAINLY = r"(?:通常|普通|ふつう|全数|整数|標準|従来|一般的?)(?:の|な|に)?(?:方式|数え方|数え(?:た|る)|カウント|やり方|計算|場合|集計)"
BOTH_WAYS = re.compile(rf"{PLAINLY}[^。]{{0,8}}(?:と|や|、|・|対|vs)[^。]{{0,12}}(?:按分|案分|割り振|分数|頭割|人数割|1/n)|(?:按分|案分|割り振|分数|頭割|人数割|1/n)[^。]{{0,12}}(?:と|や|、|・|対|vs)[^。]{{0,8}}{PLAINLY}", re.IGNORECASE)


def counted_parts(question: Question) -> tuple[Question, ...]:
    """The plain and the fractional count as two questions, where both are asked for; () for any other."""
    if question.variant != "fractional" or not BOTH_WAYS.search(question.text):
        return ()
    return question.with_(variant=None, intent="compare"), question.with_(intent="compare")


def position_parts(question: Question) -> tuple[Question, ...]:
    """One question for each year of a place in a ranking that is asked of several (「インドの順位は2010年と2021年で」); () for any other."""
    if question.statistic != "position" or question.span or len(question.years) < 2 or question.parts:
        return ()
    return tuple(question.with_(years=(year,)) for year in question.years)


def single_parts(question: Question) -> tuple[Question, ...]:
    """One question for each metric and place, where the statistic is told one by one (ピーク, いつから); () for a single one."""
    pairs = [(subject, place) for subject in question.subjects for place in question.places or (Place("area", "ai"),)]
    return tuple(question.with_(subjects=(subject,), places=(place,)) for subject, place in pairs) if len(pairs) > 1 else ()


def beside_metric(labels: list[Hit], called: list[Subject], groups: list[Hit], countries: list[Hit], relations, text: str) -> Reading | None:
    """A metric called by its name and a group or country set beside it, each read for itself; None where nothing is set beside one."""
    others = outside([*groups, *countries], labels)
    joined = [hit for hit in others if any(TO_GROUP.fullmatch(text, label.end, hit.start) or TO_METRIC.fullmatch(text, hit.end, label.start) for label in labels)]
    if not joined:
        return None
    spans = tuple((hit.start, hit.end) for hit in labels)
    free = {name: kept for name, found in relations.items() if (kept := outside(found, labels))}
    rest = read_subjects([hit for hit in groups if hit in joined], free, [hit for hit in countries if hit in joined], [], without(text, spans))
    own = read_subjects([hit for hit in groups if hit not in joined], relations, [hit for hit in countries if hit not in joined], called, without(text, tuple((hit.start, hit.end) for hit in joined)))
    first, second = (own, rest) if labels[0].start < joined[0].start else (rest, own)
    return Reading(tuple(dict.fromkeys((*first.subjects, *second.subjects))), (*first.readings, *second.readings), (*first.taken, *second.taken), first.missing or second.missing)
