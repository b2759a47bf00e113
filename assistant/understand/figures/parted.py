"""By what the answer is to be parted: 「国別の論文数」「年別に」「分野ごとに並べて」「企業名を出したい、どこが多い」. Such a word may not be dropped: one total or one
share in its place is another answer. Where it cannot be parted so, that is said."""

import re

import prompts
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Question, Subject
from assistant.understand.cues.intent import CONCENTRATED, DATA_INTENTS
from assistant.understand.cues.stated import asked_count
from assistant.understand.figures.by_name import place_told
from assistant.understand.figures.first_named import at_place
from assistant.understand.figures.places_ahead import AHEAD, WIDEST_FIRST
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

KINDS = {
    "fields": r"(?:研究)?(?:分野|領域)", "venues": r"会議|学会|カンファレンス", "firms": r"企業|会社", "universities": r"大学(?!院)|学校", "countries": r"国(?!際|内|立|産|連|民|公)(?:・地域|や地域)?",
    "institutions": r"(?:研究)?機関|組織", "years": r"年(?:度)?(?!代)",
}  # fmt: skip
NAMES = ("firms", "universities", "institutions", "countries")
EACH = r"(?:別|ごと|毎(?!年))(?!々)"
ALL_OF = {"countries": r"各国", "firms": r"各社|社別|各企業", "universities": r"各校|各大学", "institutions": r"各機関", "venues": r"各会議|各学会", "fields": r"各分野", "years": r"各年|毎年(?=の|を|で|並|出)|年次(?=の(?!大会|総会|会議)|推移|データ|ごと|別)"}
BY = {kind: re.compile(rf"(?:{words}){EACH}|{ALL_OF[kind]}") for kind, words in KINDS.items()}
# The names themselves: 「具体的な企業名」「社名で」「企業の内訳」「会社の論文、どこがいちばん多い」.
MOST = r"(?:が|は|って)?、?(?:一番|いちばん|いっちゃん|一等|最も|もっとも|よう|めっちゃ|特に)?、?(?:論文(?:を|が))?(?:多|よ?く?出し|書い|強い|すごい|上)"
NAMED = {
    "firms": re.compile(rf"(?:(?:企業|会社)(?:さん)?(?:の)?(?:お?名(?!目|義)|名前|名称|顔ぶれ|内訳)|社名)(?:を|で|は|の|も|、|。|って|が(?=知|見|欲|ほ|分|わ))|(?:企業|会社)(?:さん)?(?:の論文)?(?:って|は|で|だと|、)+(?:結局|実際|具体的に)?どこ(?:の会社|の企業)?{MOST}"),
    "universities": re.compile(rf"(?:大学(?:の)?(?:名(?!誉|古)|名前|名称|顔ぶれ|内訳)|校名)(?:を|で|は|の|も|、|。|って|が(?=知|見|欲|ほ|分|わ))|大学(?:の論文)?(?:って|は|で|だと|、)+(?:結局|実際|具体的に)?どこ(?:の大学)?{MOST}"),
    "countries": re.compile(rf"国(?:の)?(?:名(?!目|義)|名前|顔ぶれ|内訳)(?:を|で|は|の|も|、|。|って|が(?=知|見|欲|ほ|分|わ))|(?<![一-龥])国(?:って|は|で|だと|、)+(?:結局|実際|具体的に)?どこ{MOST}"),
}
ORDER = re.compile(r"(?P<kind>企業|会社|大学|国|機関)(?:別)?(?:の?(?:順位(?!帯)|ランキング|番付)|(?:だと|なら|では|って|で(?:いう|言う)と(?:は)?)、?(?:1位|一位|首位|トップ|筆頭|一番(?:上|多い(?:の|ところ|とこ)))(?=は|って|が|[??]|$))")
WORD_KIND = {"企業": "firms", "会社": "firms", "大学": "universities", "国": "countries", "機関": "institutions"}
POINTS = re.compile(r"^(?:じゃあ?|では|で|ほな|なら|それで)?、?(?:その|この|そこの|ここの|同じ|うち)|内訳")
SPREAD = re.compile(r"(?:その)?内訳")
COURSE = re.compile(r"推移|変化|変遷|動き|移り変わり|グラフ")
LEADING = re.compile(r"^(?:の|に|で|は|を|が|、)+(?=.)")
PAPERED = re.compile(r"論文|1位|首位|トップ|シェア|割合|比率|参加率|共著率|単独率|本数|順位|多い|強い")
METRIC = re.compile(r"率|割合|比率|シェア|何%|共著|単独|引用")
SHOWN_HERE = re.compile(r"何の(?:ランキング|順位)|(?:順位|ランキング)(?:って|とは)、?(?:何|なに|どう)|実名|匿名|表示され|載り|載って|記載|公開され|伏せ")  # whether names are shown, and what a ranking is, asks for none
ASKING = ("国", "トップ", "首位", "並", "挙", "出", "上位", "三社", "二社", "五社", "数社", "別", "名", "社名", "内訳", "具体的", "各国", "各社", "実際", "一覧")
# Words of the message that ask and name nothing.
IDLE = re.compile(r"(?:じゃあ?|では|ほな|それで|それなら|なら|ちなみに|あと|今度は|次は?|それ|これ|全部|一覧|リスト|表|グラフ|数字|割合|比率|率|分け|並べ|見せ|教え|出し|まとめ|集計|知りたい|見たい|欲しい|ほしい|頼む|お願い|します|しました|ください|下さい|みて|くれ|もらえ|だと|どう|なる|です|ます|か|て|で|の|に|は|も|を|が|と|、|。|[??!]|\s|ん|や|よ|ね|した|したら|すると|見ると|言うと|いうと|る|た|い)*")
NUMBERS = re.compile(r"論文数|本数|件数|何本|何件")
# 「NeurIPSの企業参加率は?あとOpenAIの株価も」
TWO_ASKED = re.compile(r"^(?P<first>[^??。]{4,40}[??。])\s*(?:あと|それと|ついでに|それから|ちなみに|加えて|また|さらに)[、,]?\s*(?P<second>[^??。]{3,30})[??。]*$")
# Conferences of which something is said: a list of them is asked for.
PLACES_SOUGHT = re.compile(r"(?:上がっ|下がっ|変わっ|伸び|落ち|増え|減っ)(?:た|て(?:い)?る)(?:会議|学会|カンファレンス)(?:は|って|が|も)?、?(?:どこ|どれ|何|いくつ|ある|あり|[??。]|$)")
WORDS = {"firms": "企業", "universities": "大学", "countries": "国", "institutions": "機関"}
FITTING = {"firms": ("firm_share", "big_tech_share"), "universities": ("university_share", "tier_share"), "countries": (), "institutions": ()}
UNPARTED = {"firms": ("university_share",), "universities": ("firm_share",), "countries": (), "institutions": ("firm_share", "university_share")}  # the talk turns to others
COUNTRY = ("country_share", "japan_share")
CONCENTRATION = re.compile(r"集中度|偏り|ジニ|gini|hhi|ハーフィンダール")
DOUBTED = (None, "unknown_metric", "outside", "unsure", "unknown_name")
POOLED = re.compile(r"合わせ|あわせ|通算|合計|まとめ|トータル")
BAND = re.compile(r"ランキング[^。、]{0,8}\d+位(?:以内|まで|以下|から|〜)")
HALF = "half"  # the other half of the message is refused
LONGEST, LINES = 70, 4  # characters; things told side by side over the years


def parted(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question:
    """The message as it is understood; parted by what its word says where the first reading is not."""
    question = reader.understood(text, previous, data)
    if refused(question) and (half := half_answered(reader, text, previous, data)) is not None:
        return half
    if PLACES_SOUGHT.search(text.folded) and question.intent in DATA_INTENTS and question.blocker is None and (question.statistic in ("level", "trend", "change", "position", "count") or "順位" in text.folded) and not any(place.kind != "area" for place in question.places):
        return question.with_(intent="figure", statistic="level", blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "such_places")}, parts=())
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.family else None
    if len(text.folded) > LONGEST or question.intent not in (*DATA_INTENTS, "paper", "explain", "out_of_scope") or question.blocker not in DOUBTED or question.family is not None:
        return question
    if told is not None and (listed := of_field(reader, text, told)) is not None:
        return listed
    asked = word_of(text.folded, told or question)
    if asked is None or question.blocker in ("unknown_metric", "unknown_name") and not question.unread:  # refused by its name
        return question
    kind, span = asked
    if kind in NAMES and BAND.search(text.folded) and question.statistic != "rank":  # 「世界大学ランキング100位以内の大学」 is a band
        return question
    if (noun := NOUN.match(text.folded, span[1])) and question.blocker is None and any(run in noun["noun"] for run in question.unread if run not in ASKING):  # 「大学別の偏差値は」
        return question.with_(intent="figure", statistic="level", ranked=None, blocker="unknown_metric", blocker_details={"name": noun["noun"]}, parts=())
    if kind in ("venues", "fields") and told is not None and len(told.subjects) == 2 and len(told.places) < 2 and not reader.read_alone(text).subjects:
        return apart_by(reader, text, kind, told)
    if kind == "countries" and len({hit.key for hit in reader.countries.find(text)}) > 1:  # 「国別で日本と中国を比べて」
        return reader.understood(read(f"{text.folded[: span[0]]}{LEADING.sub('', text.folded[span[1] :])}"), previous, data)
    if kind in ("venues", "fields") and NUMBERS.search(text.folded) and not reader.read_alone(text).subjects:
        return question.with_(intent="figure", statistic="paper_count", ranked=None, subjects=(), blocker="unknown_metric", blocker_details={"name": prompts.render("notes", f"parted_{kind}")}, parts=())
    if question.blocker is None and tells(question, kind) and not (kind in NAMES and question.statistic == "rank" and COURSE.search(text.folded)):
        each = question if kind not in NAMES or question.statistic != "rank" or question.span or len(question.years) != 2 or POOLED.search(text.folded) else in_each_year(question)
        return with_proxy(reader, there(reader, each, text, kind, told), text, kind, told)
    return by_kind(reader, text, kind, span, question, previous, told) or question


# 「学会でいうとどこが強い?」「会議によって違う?」「どこが引っ張ってるの?」 of what was told.
SEEN_BY = {kind: re.compile(rf"(?:{words})(?:で(?:いう|言う|見る|みる)と(?:は)?、?(?:どこ|どれ|どの|上位|トップ|一番|何)|によって(?:は)?、?(?:違|異な|変わ|ばらつ|差))") for kind, words in KINDS.items()}
LEADERS = re.compile(r"^(?:じゃあ?|では|で|ほな|なら|それで|ちなみに)?、?(?:具体的に|一番|主に|結局)?(?:どこ|誰|だれ|どの会社|どの大学)が(?:一番|主に)?(?:引っ張|リード|主導|多[いく]|強[いく]|牽引|けん引|目立)[^、。]{0,8}[??。]*$")
OF_FIELD = re.compile(r"^(?:じゃあ?|では|で|それで)?、?(?:その|この|そこの)(?:分野の)?(?:会議|学会)(?:を|は|って|には)*(?:全部|すべて|一覧で|具体的に)?(?:挙げ|教え|並べ|どこ|何|どんな|一覧|[??。]|$)")
NOUN = re.compile(r"の(?P<noun>[一-龥ァ-ヴーA-Za-z]{2,8}?)(?=は|を|が|って|の|、|[??。]|$)")
OTHERS = re.compile(rf"^(?:じゃあ?|では|で|ほな|なら|それで|ちなみに)?、?(?:他|ほか|よそ|別)の(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in KINDS.items() if kind != 'years')})(?:でも|だと|では|は|も|と比べ(?:ると|て))、?(?:同じ|どう|似|いかが|そう|こんな)?[ぁ-ん]{{0,10}}[。??]*$")


def of_field(reader: Reader, text: Text, told: Question) -> Question | None:
    """「そこの会議を全部挙げて」 after a field: its conferences, by what was measured."""
    if OF_FIELD.match(text.folded) is None or len(told.subjects) != 1:
        return None
    field = told.places[-1:] if told.places and told.places[-1].kind == "field" else told.recent_places[place_told(told) - 1 :][:1] if told.statistic == "rank" and told.ranked == "fields" else ()
    if not field or field[0].kind != "field":
        return None
    done = told.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, intent="rank", statistic="rank", ranked="venues", places=field, years=() if told.span else told.years[-1:], span=False, spans=(), count=None, ascending=False, readings=(), claims=(),
        asserted=None, style="normal", cue=None, option=None, inherited=("subjects", "years"),
    )  # fmt: skip
    return reader.finished(done, text, told)


def apart_by(reader: Reader, text: Text, kind: str, told: Question) -> Question:
    """Two things told, by how far they are apart in each conference or field."""
    done = Question(
        text=text.folded, intent="rank", statistic="rank", ranked=kind, option=f"{AHEAD}{WIDEST_FIRST}", resolved=text.folded, topic=text.folded, subjects=told.subjects, places=tuple(place for place in told.places if place.kind == "area"),
        years=() if told.span else told.years[-1:], inherited=("subjects", "years"),
    )  # fmt: skip
    return reader.finished(done, text, told)


def refused(question: Question) -> bool:
    return question.blocker is not None or question.intent == "out_of_scope"


def half_answered(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Of two questions in one message the one that figures answer, with the note that the other one is refused; None for any other message."""
    match = TWO_ASKED.match(text.folded)
    if match is None:
        return None
    halves = [reader.understood(read(match[name]), previous, data) for name in ("first", "second")]
    held = [question for question in halves if question.intent in DATA_INTENTS and not refused(question)]
    if len(held) != 1 or not held[0].subjects:
        return None
    other = match["second"] if held[0] is halves[0] else match["first"]
    note = prompts.render("notes", "half_refused", asked=re.sub(r"(?:も|は|を|って)?(?:教えて|知りたい|お願い)?(?:です|ます)?$", "", other.strip("、。?? ")))
    return held[0].with_(text=text.folded, readings=(note, *held[0].readings), inherited=(*held[0].inherited, HALF))


def word_of(text: str, told: Question | None) -> tuple[str, tuple[int, int]] | None:
    """(the kind, where its word stands); None where none or two of them are named."""
    if others := OTHERS.match(text):  # 「他の会議でも同じ?」
        return others.lastgroup, others.span()
    found = [(kind, match.span()) for kind, words in SEEN_BY.items() if (match := words.search(text))]
    if len(found) == 1:
        return found[0]
    if (leaders := LEADERS.match(text)) and told is not None and len(told.subjects) == 1 and (kind := whose(told.subjects[0])):
        return kind, leaders.span()
    found = [(kind, match.span()) for kind, words in BY.items() if (match := words.search(text))]
    if len(found) == 1:
        return found[0]
    if found:
        return None
    found = [] if SHOWN_HERE.search(text) else [(kind, match.span()) for kind, words in NAMED.items() if (match := words.search(text))]
    if not found and SPREAD.search(text) and told is not None and len(told.subjects) == 1:
        kind = whose(told.subjects[0])
        return (kind, SPREAD.search(text).span()) if kind else None
    if not found and not SHOWN_HERE.search(text) and (order := ORDER.search(text)):
        return WORD_KIND[order["kind"]], order.span()
    return found[0] if len(found) == 1 else None


def whose(subject: Subject) -> str | None:
    """Whose papers a share of a group is of: firms or universities; None for any other."""
    return "firms" if subject.metric in FITTING["firms"] else "universities" if subject.metric in FITTING["universities"] else None


def tells(question: Question, kind: str) -> bool:
    """Whether the answer is parted by that kind: a ranking of it, or several of it side by side."""
    if question.parts:
        return any(tells(part, kind) for part in question.parts) or len({part.years for part in question.parts}) > 1 and kind == "years"
    if kind == "years":
        return question.statistic in ("trend", "change", "peak", "trough", "threshold", "onset", "largest_step", "movers", "before_after", "overtake", "ratio") or question.intent == "trend" or len(question.years) > 1
    if question.statistic in ("rank", "movers"):
        return (question.ranked or "venues") == kind or question.ranked == "named"
    if kind in ("venues", "fields"):
        return len(question.places) > 1 or question.statistic == "did"
    one_by_one = [subject for subject in question.subjects if (subject.metric in COUNTRY if kind == "countries" else subject.institution is not None)]
    return len(one_by_one) > 1 or question.statistic == "members" or question.statistic == "position" and bool(one_by_one)


def there(reader: Reader, question: Question, text: Text, kind: str, told: Question | None) -> Question:
    """The ranking at the conference or field just told, where the message points at that."""
    where = told.places[-1:] if told is not None else ()
    bare = told is not None and told.statistic in ("level", "trend") and IDLE.fullmatch(BY[kind].sub("", text.folded)) is not None
    if kind not in NAMES or question.places or question.statistic != "rank" or not where or where[0].kind == "area" or not (bare or POINTS.search(text.folded)):
        return question
    return question.with_(places=where, years=question.years or held(reader, where, told.years), inherited=(*question.inherited, "places"))


def held(reader: Reader, where, years: tuple[int, ...]) -> tuple[int, ...]:
    """The last of these years that the place has."""
    divide = reader.labels.divide
    return tuple(sorted(set(years) & set(divide.available(divide.measure("firm_share", **{where[0].kind: where[0].name})))))[-1:]


def by_kind(reader: Reader, text: Text, kind: str, span: tuple[int, int], question: Question, previous: Question | None, told: Question | None) -> Question | None:
    """The question parted so; None where the rest of it cannot be told by figures."""
    rest = f"{text.folded[: span[0]]}{LEADING.sub('', text.folded[span[1] :])}"
    base = told or question if not rest or IDLE.fullmatch(rest) else whole(reader, text, rest, span, question, previous, told)
    if base is None or base.blocker is not None or base.intent not in DATA_INTENTS or base.family is not None or base.parts:
        return None
    if kind == "institutions" and (CONCENTRATION.search(text.lowered) or any(subject.metric in CONCENTRATED for subject in base.subjects)):  # 「機関別の集中度」 is one value of all institutions
        return None
    default = prompts.render("notes", "default_subject")
    clean = base.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, unread=(), cue=None, asserted=None, claims=(), option=None, style=question.style, readings=() if base is told else tuple(line for line in base.readings if line != default),
    )  # fmt: skip
    if kind == "years":
        done = over_years(clean)
    elif kind in ("venues", "fields"):
        done = over_places(clean, kind)
    else:
        countries = [hit.key for hit in reader.countries.find(text)] if kind != "countries" else []
        done = with_proxy(reader, over_names(reader, clean, text, kind, countries), text, kind, told)
        if SPREAD.search(text.folded) and base is question and question.statistic == "level" and done.statistic == "rank":
            done = done.with_(parts=(question, done))  # 「ビッグテックの割合と、その内訳を」
    return reader.finished(there(reader, done, text, kind, told), text, told) if done is not None else None


def whole(reader: Reader, text: Text, rest: str, span: tuple[int, int], question: Question, previous: Question | None, told: Question | None) -> Question | None:
    """What is to be parted: the first reading, the reading of the rest, or the names and years in it where the word alone was not understood."""
    if question.blocker is None and question.intent in DATA_INTENTS:
        return question
    word = text.folded[span[0] : span[1]]
    if PAPERED.search(text.folded) and all(run in word or word in run or run in ASKING for run in question.unread):
        return reader.read_alone(text).with_(intent="figure", statistic="paper_count" if NUMBERS.search(text.folded) else "level", blocker=None, blocker_details={}, ranked=None)
    return reader.understood(read(rest), previous, told)


def with_proxy(reader: Reader, question: Question | None, text: Text, kind: str, told: Question | None) -> Question | None:
    """The ranking of names, with the note that another share of theirs, which was asked for, is not counted name by name."""
    if question is None or kind not in NAMES or question.parts or question.statistic not in ("rank", "trend") or question.blocker is not None:
        return question
    named = reader.read_alone(text).subjects
    asked = next((subject for subject in named if METRIC.search(text.folded) and subject.metric not in (*FITTING[kind], *COUNTRY) and subject.institution is None), None)
    if asked is None and not named and told is not None and len(told.subjects) == 1 and told.subjects[0].metric not in (*FITTING[kind], *COUNTRY, *UNPARTED[kind]) and told.subjects[0].institution is None:
        asked = told.subjects[0]
    if asked is None or any(line.startswith("「") and "の集計はないため" in line for line in question.readings):
        return question
    return question.with_(readings=(prompts.render("notes", "proxy", name=f"{WORDS[kind]}ごとの{reader.labels.subject(asked)}"), *question.readings))


def over_years(base: Question) -> Question | None:
    """Its course over the years."""
    if base.statistic in ("movers", "position") or base.statistic == "rank" and base.ranked in (*NAMES, "named") or len(base.subjects) > LINES:
        return None
    statistic = base.statistic if base.statistic in ("count", "paper_count") else "trend"
    several = len(base.subjects) > 1 or len(base.places) > 1
    return base.with_(intent="compare" if several and statistic == "trend" else "trend", statistic=statistic, years=base.years if base.span else (), ranked=None, count=None)


def over_places(base: Question, kind: str) -> Question | None:
    """The metric in every conference or field, the highest first."""
    subjects = base.subjects[:1] or (Subject("firm_share"),)
    if len(base.subjects) > 1 or base.statistic == "paper_count":
        return None
    places = tuple(place for place in base.places if place.kind == "area" or place.kind == "field" and kind == "venues")[:1]
    return base.with_(intent="rank", statistic="rank", ranked=kind, subjects=subjects, places=places, years=base.years[-1:], span=False, count=None)


def over_names(reader: Reader, base: Question, text: Text, kind: str, countries: list[str]) -> Question:
    """The ranking of firms, universities, institutions or countries: in each of the years that are named; the first ones side by side over a stretch of them."""
    notes = (*base.readings, *([prompts.render("notes", "parted_shares")] if NUMBERS.search(text.folded) else []))
    subjects = tuple(Subject("japan_share") if key == "Japan" else Subject("country_share", country=key) for key in countries[:1])
    subjects = subjects or tuple(subject for subject in base.subjects if subject.metric in ("big_tech_share", "tier_share") and subject.metric in FITTING[kind])
    ranking = base.with_(intent="rank", statistic="rank", ranked=kind, subjects=subjects, years=base.years[-1:], span=False, spans=(), count=asked_count(text), readings=notes, variant=None)
    if base.span or COURSE.search(text.folded):
        firsts = [at_place(reader, kind, countries[0] if countries else "", rank, base.with_(years=base.years[-1:] or (MAIN_LAST,))) for rank in range(1, LINES + 1)]
        if None not in firsts:
            years = base.years if base.span else (MAIN_FIRST, MAIN_LAST)
            return ranking.with_(intent="compare", statistic="trend", ranked=None, subjects=tuple(firsts), years=years, span=True, count=None)
    return in_each_year(ranking.with_(years=base.years)) if len(base.years) > 1 else ranking


def in_each_year(ranking: Question) -> Question:
    """One ranking for each year that is named."""
    each = tuple(ranking.with_(years=(year,)) for year in ranking.years)
    return each[0].with_(parts=each)
