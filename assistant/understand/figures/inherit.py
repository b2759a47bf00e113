"""What a question about figures that leans on the last one takes from it: subjects, places, years, and what is told of them."""

import re

import prompts
from analytics.divide.store import MAIN_LAST
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS, POOLED
from assistant.understand.cues.who_ranked import NAMED
from assistant.understand.figures import together
from assistant.understand.figures.narrowed import narrowed
from assistant.understand.figures.part_of import names_whole

# Statistics that a new year alone does not turn into a plain value: 「2015年だと?」 after a ranking or a count.
KEEPS_YEAR = ("rank", "position", "count", "paper_count", "computed")
TOGETHER = re.compile(r"と(?:も)?(?:比べ|くらべ|比較|並べ|見比べ|対比|突き合わせ)|との(?:差|違い|開き|比較|ギャップ)|と(?:は|も)?(?:どっち|どちら|(?:どれ|どの)(?:くらい|ぐらい|だけ)(?:の)?(?:離れ|差|開|違)|離れ)|(?:も|、)(?:横|隣)に|^vs|^対(?!象|照)|も(?:一緒|いっしょ|含め|合わせ|あわせ|加え|足し|追加|入れ|並べ)|を(?:加え|足し|追加)|も(?:お願い|見せ|出し|見たい)|(?<!で)も[??。]*$")
# The same said of others of the kind just told: 「スタンフォードと横並びに」「英国も併記」. Of another measure they only ask for it too.
ALONGSIDE = re.compile(r"(?:と|も|、|を)(?:横|隣|並|対|脇|そば)(?:に|並び|列|で)|と(?:併せ|合わせ|あわせ|一緒|いっしょ)|を(?:並べ|併記|併せ)|も(?:併せ|併記|並記|添え)")
JOINED = re.compile(f"{TOGETHER.pattern}|{ALONGSIDE.pattern}")
INDICES = {"hhi", "gini"}
SAME_KIND = {"country_share": "country", "japan_share": "country"}
VALUE = re.compile(r"の値|割合|(?<![一-龥])率|何%")
AGAINST_YEAR = re.compile(r"年(?:度)?(?:と|に|より)(?:比べ|くらべ|比較|見て|どっち|どちら)|^vs\.?\s*(?:19|20)\d\d|年との(?:差|違い|開き|比較)")
WITH_IT = re.compile(r"^(?:じゃあ?|では)?[、,]?(?!.*(?:率|シェア|割合|度|指数)とは)[^はがを]{1,12}とは[??]?$")
NARROWED = re.compile(r"(?:に(?:限|絞)(?:る|っ)(?:と|たら|て)|だけ(?:だと|なら|にすると)|なら|だと|の場合(?:は|だと)?)、?(?:数字|値|割合|それ|率)?(?:は|が)?、?(?:どう(?:変わ|な[るり])|どこまで(?:減|下が|増|上が|落ち))")
RANKABLE = ("institution_share", "country_share", "japan_share")


def joins(question: Question, previous: Question) -> bool:
    """Whether words set what is named beside what was told; an index and a share have no common scale."""
    of_places = bool(question.places) and (not question.subjects or question.subjects == previous.subjects)
    told, asked = ({SAME_KIND.get(subject.metric, subject.metric) for subject in each.subjects} for each in (previous, question))
    if not of_places and (told | asked) & INDICES and told != asked:
        return False
    alike = of_places or told == asked and not set(previous.subjects) <= set(question.subjects)  # 「日本と中国と米国を並べて」 names them all
    return TOGETHER.search(question.text) is not None or alike and ALONGSIDE.search(question.text) is not None


def inherit(question: Question, previous: Question) -> Question:
    """The question with the subjects, places, years and statistic that it leaves out."""
    question = narrowed(question, previous)
    if previous.statistic == "paper_count" and previous.subjects and question.statistic == "level" and VALUE.search(question.text):  # 「AI以外の値は」 after the denominator
        previous = previous.with_(statistic="level", intent="figure")
    taken = [name for name in ("subjects", "places", "years") if not getattr(question, name) and getattr(previous, name)]
    changes = {name: getattr(previous, name) for name in taken}
    if "years" in taken:
        changes["span"] = previous.span
    if question.shift:
        last = previous.years[-1] if previous.years else MAIN_LAST
        changes |= {"years": (last + question.shift,), "span": False}
        question = question.with_(years=changes["years"], span=False)
    years = changes.get("years", question.years)
    if (question.shift or "years" not in taken) and together.year_beside(question, years, previous):
        changes["years"] = years = tuple(sorted((*years, *previous.years)))
        question = question.with_(years=years, statistic="change", intent="compare", cue=("compare", "change"))
    statistic, intent = question.statistic, question.intent
    if intent not in DATA_INTENTS:
        intent, statistic = question.cue or (previous.intent, "level")
    if statistic in ("trend", "change") and "years" in taken and previous.statistic in ("level", "count") and len(previous.years) == 1 and not previous.span and NARROWED.search(question.text):
        statistic, intent = previous.statistic, previous.intent  # 「ロボット系の会議に限るとどう変わる?」 keeps the year
    if statistic in ("trend", "change") and question.variant is not None and "years" in taken:  # 「按分するとどう変わる?」 asks for the value counted so
        statistic, intent = previous.statistic, previous.intent
    if statistic in ("trend", "peak", "trough", "onset", "threshold") and "years" in taken and not previous.span:  # one year has no course
        changes |= {"years": (), "span": False}
        years = ()
    if previous.statistic == "position" and statistic == "level" and not question.years and question.subjects[:1] and question.subjects[0].metric not in RANKABLE:
        previous = previous.with_(statistic="level", intent="figure")
    of_one = bool(previous.subjects) and bool(previous.subjects[0].names()) and not question.places
    if statistic == "paper_count" and previous.subjects and previous.statistic != "paper_count" and (of_one or not re.search(r"論文数|総数|全部|全体", question.text)):
        statistic = "count"
    if previous.statistic in ("rank", "movers") and statistic == "level" and ([place.kind for place in question.places] in (["venue"], ["field"]) or names_whole(question.text) or len([subject for subject in question.subjects if subject.institution]) > 1):  # 「スタンフォードと東大なら?」
        previous = previous.with_(statistic="level", intent="figure", ranked=None)
    if statistic == "level":
        if question.years and not question.span and len(question.years) == 1 and previous.statistic not in KEEPS_YEAR:
            statistic, intent = "level", "figure"
        else:
            statistic, intent = previous.statistic, previous.intent
    if statistic in ("peak", "trough", "onset") and re.search(r"どっち|どちら|どれが", question.text):
        statistic, intent = "level", "compare"
    if statistic == "count" == previous.statistic and intent == "trend" and len(question.years) == 1 == len(previous.years) and not (question.span or previous.span) and question.years != previous.years:
        changes["years"] = years = tuple(sorted((*question.years, *previous.years)))  # 「2020年にはそれが何本に増えて」
    if statistic in ("change", "ratio") and len(question.years) == 1 and len(previous.years) == 1 and "years" not in taken and question.years != previous.years:
        changes["years"] = years = tuple(sorted((*question.years, *previous.years)))
    if statistic == "level" and len(years) >= 2 and not ("years" in taken and previous.statistic == "level"):
        pooled = question.span and question.style != "chart" and POOLED.search(question.text)  # 「全期間にすると?」
        statistic, intent = ("level", "figure") if pooled else ("trend", "trend") if question.span else ("change", "compare")
    if statistic in ("change", "ratio") and len(years) == 1 and "years" in taken and len(previous.recent_years) > 1 and previous.inherited and "years" not in previous.inherited:
        changes["years"] = years = tuple(sorted(previous.recent_years[-2:]))  # 「2010年は?」 「何ポイント変わった?」
    against = len(previous.years) < 2 and not previous.span and AGAINST_YEAR.search(question.text)  # 「2010年と比べて」 after one value: from then until that year
    if against and len(question.years) == 1 and statistic in ("level", "change"):
        statistic, intent = "change", "compare"
        changes["years"] = years = tuple(sorted({*question.years, *previous.years}))
    elif statistic in ("change", "ratio") and len(years) == 1 and "years" not in taken:
        statistic, intent = "level", "figure"
    if joins(question, previous) and question.places and (not question.subjects or question.subjects == previous.subjects) and previous.places != question.places:
        changes["places"] = together.joined_places(question, previous)
        if together.tabled(question) and previous.statistic == "level" and not question.span:
            statistic, changes["years"], changes["span"] = "level", question.years or previous.years, previous.span and not question.years
        statistic, intent = ("level", "compare") if statistic == "change" and "years" in taken else (statistic, "compare" if statistic in ("trend", "level") else intent)
    if (joins(question, previous) or WITH_IT.match(question.text)) and not together.OF_THOSE.match(question.text) and question.subjects and not question.places and previous.subjects and previous.subjects != question.subjects and "subjects" not in taken:
        changes["subjects"] = tuple(dict.fromkeys((*previous.subjects, *question.subjects)))[-together.MAX_TOGETHER:]
        two_years = statistic == "change" and len(years) == 2 and not previous.span
        statistic, intent = (statistic, "compare") if statistic == "trend" or two_years else ("level", "compare") if statistic in ("level", "change") else (statistic, intent)
    if statistic in ("change", "ratio") and question.cue and not question.years and previous.statistic == "level" and len(changes.get("subjects", question.subjects)) * len(changes.get("places", question.places) or (1,)) > 1:
        question = question.with_(readings=(*question.readings, prompts.render("notes", "no_ratio"))) if statistic == "ratio" else question
        statistic, intent = "level", "compare"
    if statistic == "change" and not question.years and len(changes.get("places", question.places)) > 1:
        statistic, intent = "level", "compare"
    if statistic == "level" and (len(changes.get("subjects", question.subjects)) > 1 or len(changes.get("places", question.places)) > 1):
        intent = "compare"
    alone = len(changes.get("subjects", question.subjects)) * len(changes.get("places", question.places) or (1,)) < 2
    if together.SHARE_ONLY.search(question.text) and previous.statistic == "count" and statistic != "trend" or statistic == "overtake" and alone:
        statistic, intent = "level", "figure"  # one alone overtakes nobody
    if statistic == "trend" and previous.statistic == "count" and not question.subjects and not VALUE.search(question.text):  # 「2015年以降の推移は」 after a number of papers
        statistic, intent = "count", "trend"
    if statistic in ("did", "before_after", "overtake") and "years" in taken:  # they have periods of their own
        changes |= {"years": (), "span": False}
    if statistic in ("rank", "movers") and "places" in taken and previous.ranked != "named" and not ((question.ranked or previous.ranked) in NAMED and previous.ranked in NAMED):  # the places ranked are all, whichever one was spoken of
        changes["places"] = tuple(place for place in previous.places if place.kind == "area" or place.kind == "field" and question.ranked != "fields")
    if statistic == "rank" and previous.ranked == "named" and not question.ranked and alone:
        statistic, intent, previous = "level", "figure", previous.with_(ranked=None)  # one alone has no order
    if statistic in ("rank", "movers") and "years" in taken and not previous.span and (question.ranked or previous.ranked) != "named":  # of two years compared, the last one
        changes |= {"years": previous.years[-1:]}
    if statistic == "position" and len(changes.get("subjects", question.subjects)) > 1:  # where two stand is told by their values
        statistic, intent = "level", "compare"
    if statistic == "computed" and question.family is None:
        changes |= {"family": previous.family, "computed": previous.computed, "option": question.option or previous.option}
    return question.with_(
        **changes, statistic=statistic, intent=intent, ranked=question.ranked or (previous.ranked if statistic in ("rank", "movers") else None), variant=question.variant or (None if question.subjects and question.years else previous.variant), count=question.count or previous.count,
        ascending=question.ascending or (statistic == "rank" and previous.ascending), inherited=tuple(name for name in taken if name != "years" or not question.shift) or ("statistic",), blocker=None,
    )  # fmt: skip
