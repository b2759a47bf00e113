"""Follow-ups that set things of the conversation side by side: the last ones together, a year beside the one just told, two years apart."""

import re

from assistant.models import Place, Question
from assistant.understand.text.matcher import Text

MAX_TOGETHER = 4
SEVERAL_NUMBER = re.compile(r"両方|ふたつ|[2-4二三四](?:つ|[かカヶ]国|社|校)")
# 「その二つの差は?」 after one figure for two years.
BOTH_YEARS = re.compile(r"(?:その|この|今の)?(?:二つ|2つ|ふたつ|両者|両方|2年|二年|両年|(?:二つ|2つ|二|2|両)の?(?:年|年度|時点))(?:の間|の(?:値|数字|割合|率))?の(?:年の)?(?:差|違い|開き|増減|変化)|^差(?:は|って|を)")
ADDED_MEASURE = re.compile(r"^(?:(?:では|じゃあ?|あと|それと|ついでに)[、,]?)?(?P<name>[^、。をはがもの]{1,10}(?:率|数|額|量|点数|件数|指数|スコア))も、?(?:一緒に|いっしょに|横に|合わせて|あわせて)?(?:並べ|比べ|くらべ|出し|添え|付け|見せ|教え|知り|お願い|$)")
# 「前の年のも並べて」「2011年の値と横に並べて」: beside the year just told.
YEAR_BESIDE = re.compile(r"(?:^\s*|年|回)(?:度|前)?(?:の(?:数字|値|分|もの|率|割合)?)?(?:も、?[^。、]{0,6}?(?:並べ|横に|隣に|一緒|いっしょ|合わせて|あわせて|添え|足し|加え)|とも?、?(?:横に|隣に|左右に|一緒に)?(?:並べ|見比べ|対比|対照|突き合わせ|比べ|比較|併記))")
OF_THOSE = re.compile(r"^(?:(?:その|この|それらの?)(?:うち|中)|うち)(?:の|で|、|に)?")  # narrows, it adds nothing
SHARE_ONLY = re.compile(r"割合|何%|パーセント|比率")
OF_ONE_KIND = {"country_share": "country", "japan_share": "country", "institution_share": "institution", "tier_share": "tier"}
LONGEST_SIBLING = 24  # characters

# 「ACLとCVPRも足して表に」: the table of all that was told, which asks for no course over the years.
TABLED = re.compile(r"も(?:全部|一緒に|いっしょに)?、?(?:足し|加え|含め|入れ|並べ|合わせ|あわせ|追加)")
COURSE = re.compile(r"推移|変化|年別|年ごと|毎年|各年|時系列|グラフ|チャート|変わ|伸び|年次|経年")


def tabled(question: Question) -> bool:
    """Whether what is named is to be added to what was told, in a table."""
    return question.style == "table" and TABLED.search(question.text) is not None and not COURSE.search(question.text)


def joined_places(question: Question, previous: Question) -> tuple:
    """The places of the last answer with those that are added; for a table, those of the answers before it too, where they are of the same kind."""
    last = previous.places or (Place("area", "ai"),)
    kinds = {place.kind for place in question.places}
    before = tuple(place for place in previous.recent_places if place.kind in kinds) if tabled(question) and {place.kind for place in last} == kinds and "subjects" in previous.inherited else ()
    return tuple(dict.fromkeys((*before, *last, *question.places)))


def unknown_beside(question: Question) -> str | None:
    """「合格率も並べて」: the name of a measure that is to stand beside what was told and that we do not know; None for any other message."""
    match = ADDED_MEASURE.match(question.text)
    if match is None or question.subjects or question.places or question.years or question.family:
        return None
    return match["name"] if any(len(run) > 1 and run in match["name"] for run in question.unread) else None


def one_thing(question: Question) -> bool:
    return len(question.subjects) * max(1, len(question.places)) == 1


def both_years(question: Question, data: Question) -> tuple[int, ...] | None:
    """The two years whose difference is asked for: those just told, or the last two of the conversation; None for any other question."""
    if not BOTH_YEARS.search(question.text) or question.subjects or question.places or question.years:
        return None
    if len(data.years) == 2 and not data.span and one_thing(data):
        return data.years
    return tuple(sorted(data.recent_years[-2:])) if len(data.recent_years) > 1 and "years" not in data.inherited else None


def year_beside(question: Question, years: tuple[int, ...], previous: Question) -> bool:
    """Whether the one year that is asked for is to stand beside the one just told."""
    return len(years) == 1 == len(previous.years) and years != previous.years and question.statistic == "level" and YEAR_BESIDE.search(question.text) is not None


def side_by_side(question: Question, data: Question) -> Question:
    """「両方比べて」「それぞれの推移」: what the conversation measured lately, together."""
    number = SEVERAL_NUMBER.search(question.text)
    most = {"両": 2, "ふ": 2, "三": 3, "二": 2, "四": 4}.get(number[0][0], 0) or int(number[0][0]) if number else MAX_TOGETHER
    last_moved = data.recent_places[-1:] == data.places[-1:] and len(data.recent_places) > 1 and "subjects" in data.inherited
    places = data.recent_places[-most:] if last_moved or len(data.recent_subjects) < 2 else data.places
    subjects = data.subjects if places is not data.places else data.recent_subjects[-most:] or data.subjects
    intent, statistic = ("compare", "trend") if question.cue and question.cue[1] == "trend" else ("compare", "level")
    years, span = (question.years, question.span) if question.years else ((), False) if statistic == "trend" and not data.span else (data.years, data.span)
    if statistic == "level" and len(question.years) > 1 and not span and len(subjects) * max(1, len(places)) == 1:
        statistic = "change"  # 「2017年と2020年もそれぞれ」
    return question.with_(
        intent=intent, statistic=statistic, places=places[-MAX_TOGETHER:], subjects=subjects[-MAX_TOGETHER:], years=years,
        span=span, recent_places=data.recent_places, recent_subjects=data.recent_subjects, blocker=None,
        inherited=("subjects", "places", "years"),
    )  # fmt: skip


def sibling(question: Question, data: Question | None, text: Text) -> bool:
    """Whether another country, institution or band is named where one was measured before: 「中国は2018年でどうでしょうか」 stays at the conference."""
    if data is None or question.intent != "figure" or question.statistic != "level" or question.blocker is not None or question.places or SHARE_ONLY.search(text.folded):
        return False
    asked, told = ({OF_ONE_KIND.get(subject.metric) for subject in each.subjects} for each in (question, data))
    return len(asked) == 1 and asked == told != {None} and len(text.folded) <= LONGEST_SIBLING
