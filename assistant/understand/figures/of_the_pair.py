"""Follow-ups to things set side by side or told one after the other: which of them fell, each one's move, a third one beside them, whether they were always so far
apart, their papers with firms, and 「Googleと2番目のところの差」, which names one by its place."""

import re

import prompts
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.gap_of_places import AI, in_order, kind_told
from assistant.understand.figures.ranks_asked import place_asked
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|え|へえ|結局)[、,]?\s*)*"
END = r"[ぁ-ん]{0,10}[。??!]*$"
WHICH_MOVED = re.compile(rf"{OPENER}(?:どちら|どっち|どれ|どこ)(?:の(?:方|ほう|国|会社|大学))?(?:が|の方が|は)、?(?:もっと|より)?(?P<way>減|下が|落ち|縮|伸び|増え|上が|成長){END}")
IT_CLOSED = re.compile(rf"{OPENER}(?:それ|これ|そこ)?(?:は|って|が)?、?(?:最近|年々|昔より|だんだん)?(?P<moved>縮ま|縮ん|狭ま|詰ま|埋ま|広が|開い)(?P<rest>{END})")
ALWAYS = re.compile(r"(?:差|開き|違い)(?:は|って|も|が)*、?(?:(?:昔|以前|前|当時|ずっと前|最初|はじめ|\d{1,2}年前|元|もと)(?:から|も|は)|ずっと)[^。]{0,20}[。??]*$")
EACH_MOVED = re.compile(rf"{OPENER}(?:それぞれ|各々|両方|どちらも|どれも|二つとも|両方とも)(?:で|とも|は|が)?、?(?:何ポイント|何%|どれ(?:くらい|だけ|ほど)|どの(?:くらい|程度))(?:ずつ)?{END}")
ONE_MORE = re.compile(rf"{OPENER}(?:そこに|それに|これに)?(?P<name>[^、。??]{{2,16}}?)(?:も|を)、?(?:そこに|一緒に|いっしょに)?(?:入れ|加え|足し|追加し|含め|並べ|混ぜ)(?:て|たら|ると|て(?:みて|ください|くれ|ほしい|欲しい|下さい))?[ぁ-ん]{{0,6}}[。??!]*$")
WITH_FIRMS = re.compile(rf"{OPENER}(?P<of_it>(?:その|この)(?:うち|中)(?:で)?、?)?(?:企業|会社|民間)(?:と|との|とは)、?(?:の)?(?:共著|共同|連名|組ん|一緒)[^。、]{{0,10}}(?:だと|では|は|なら|って|で(?:見ると|は)?)(?:、?(?:論文)?(?:全体|全部)の(?:うち)?(?:何%|何割|どれくらい|どのくらい))?{END}")
NTH_BESIDE = re.compile(r"と、?(?P<place>[2-9]|[二三四五])(?:番目|位|番手)(?:の)?(?:ところ|とこ|会社|企業|大学|国|やつ|社)?(?=(?:と)?の(?:差|開き|違い)|では|を比|で比|は、?どれ)")
OF_KIND = re.compile(rf"{OPENER}(?P<kind>企業|会社|大学)(?:だけ|のみ)?(?:に(?:限|絞)(?:る|っ)(?:と|たら|て)|だと|では|なら|は){END}")
MORE_THAN = re.compile(rf"{OPENER}(?P<name>[^、。??]{{2,12}}?)(?:より(?:も)?|の(?:方|ほう)?が)、?(?:上|多|高|下|少な|低)[^、。]{{0,6}}{END}")
REVERSED = re.compile(rf"{OPENER}(?:順位が|順番が|両者が|二社が)?、?(?:逆転|入れ替わ|入れかわ|抜(?:いた|かれ))[^。、]{{0,14}}{END}")
GAP_ALWAYS = "always"  # the `option` of a gap that is asked to have been so always
# 「伸び率は?」「成長率を教えて」 of what was told side by side, or of one thing.
GROWTH = re.compile(rf"{OPENER}(?:(?:それぞれ|各々|おのおの|両国|両社|両校|両者|双方|各国|各社|二つ|2つ|二国|2[かカヶ]国|2社|二社|その|この間)の?)*(?:伸び(?:率|幅|方|具合)?(?!し)|成長(?:率|度)?|増加(?:率|幅)|上昇(?:率|幅)|増え(?:方|具合)|増減(?:率|幅)?|変化(?:率|幅))(?:は|って|を|も|だと|で(?:見|比べ)[ぁ-ん]*)?、?(?:どう|いくつ|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|程度)|何(?:%|ポイント))?(?:教えて|見せて|出して|知りたい)?{END}")
# 「それぞれどのくらい伸びた」 of several, in the two years that were told one after the other.
EACH_GREW = re.compile(rf"{OPENER}(?:それぞれ|各々|おのおの|両方|両国|両社|どちらも|双方)(?:で|とも|は|が|の)?、?(?:何ポイント|何%|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|どんだけ|なんぼ)(?:ずつ)?、?(?:伸び|増え|増や|上が|減|下が|動い|変わ|成長){END}")
BEST, REST = Subject("tier_share", tier="1-50"), Subject("non_elite_share")
# 「両方入ってるのは?」 after firms and universities.
BOTH_IN = re.compile(rf"{OPENER}(?:その)?(?:両方|両者|双方|どちらも|二つとも|両方とも)(?:の著者)?(?:が|とも|に|で|、)*(?:入っ|載っ|関わ|書い|参加し|名を連ね|揃っ|絡ん|い)(?:た|て(?:い)?る|とる|ている|る)(?:の|論文|もの|やつ|ん)?{END}")
TOGETHER = {frozenset({Subject("firm_share"), Subject("university_share")}): "firm_university_share", frozenset({Subject("firm_share"), BEST}): "firm_elite_share", frozenset({Subject("firm_share"), REST}): "firm_non_elite_share"}
NAMED = ("country_share", "japan_share", "institution_share")
SIDE = ("level", "trend", "change", "count", "position", "ratio")
MOST, LONGEST = 4, 44  # things side by side; characters


def of_the_pair(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question; None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    if (cold := beside_place(reader, text, previous, data) or always_apart(reader, text)) is not None:
        return cold
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None:
        return None
    if data.parts and not all(part.statistic == "position" for part in data.parts):
        return None
    return both_in(reader, text, data) or grown(reader, text, data) or moved(reader, text, data) or closed(reader, text, previous, data) or each_one(reader, text, data) or one_more(reader, text, data) or with_firms(reader, text, data) or of_kind(reader, text, data) or beside_it(reader, text, data) or turned(reader, text, data)


def pair_of(reader: Reader, data: Question) -> tuple[Subject, ...]:
    """What was told side by side, or the last two told one after the other in the same way, or the first of a ranking and the one told of it; () for one thing alone."""
    if len(data.subjects) > 1:
        return data.subjects
    if data.statistic == "rank" and data.ranked not in ("venues", "fields", "named", None):
        place = max(place_asked(data.text) or 2, 2)
        return (data.order[0], data.order[place - 1]) if len(data.order) >= place else ()
    one = data.subjects[:1]
    like = [subject for subject in data.recent_subjects if one and subject.metric in NAMED and (subject.institution is None) == (one[0].institution is None)]
    if len(like) > 1 and like[-1] == one[0] and data.inherited:
        return tuple(like[-2:])
    return with_first(reader, data, one[0]) if one and data.statistic == "level" and data.listing else ()


def with_first(reader: Reader, data: Question, one: Subject) -> tuple[Subject, ...]:
    """The first one of the ranking that the talk asked for last, and the one of it that was told since; () where that is none of it."""
    kind, country = data.listing
    if one.metric not in NAMED or (kind == "countries") != (one.institution is None):
        return ()
    order = in_order(reader, kind, country, (data.places or (AI,))[-1:], () if data.span else data.years[-1:])
    return (order[0], one) if one in order[1:] else ()


def done_with(reader: Reader, text: Text, data: Question, **changes) -> Question:
    kept = {"text": text.folded, "topic": text.folded, "ranked": None, "count": None, "readings": (), "claims": (), "asserted": None, "style": "normal", "cue": None, "parts": (), "option": None, "inherited": ("places", "years")}
    return reader.finished(data.with_(**{**kept, **changes}), text, data)


def both_in(reader: Reader, text: Text, data: Question) -> Question | None:
    """The papers of both groups that were told, where those are counted."""
    pair = data.subjects if len(data.subjects) > 1 else data.recent_subjects[-2:]
    joint = TOGETHER.get(frozenset(pair)) if BOTH_IN.match(text.folded) and data.statistic in SIDE else None
    level = data.statistic == "level"
    return done_with(reader, text, data, intent="figure" if level else "trend", statistic="level" if level else "trend", subjects=(Subject(joint),)) if joint else None


def grown(reader: Reader, text: Text, data: Question) -> Question | None:
    """How each thing that was told moved: between the two years that were told one after the other, or from the first year until the last one."""
    each = EACH_GREW.match(text.folded) if len(data.subjects) * max(1, len(data.places)) > 1 else None
    if (GROWTH.match(text.folded) or each) is None or data.statistic not in ("level", "count") or len(data.years) > 1 or data.span or data.variant or data.ranked or not data.subjects:
        return None
    several = len(data.subjects) * max(1, len(data.places)) > 1
    told = tuple(sorted(data.recent_years[-2:])) if len(data.recent_years) > 1 and data.inherited and not {"years", "all"} & set(data.inherited) else ()
    return done_with(reader, text, data, intent="compare", statistic="trend" if several else "change", years=told, span=several and bool(told))


def moved(reader: Reader, text: Text, data: Question) -> Question | None:
    """「どっちが減ってる?」 of two told as values or places: how each of them moved."""
    pair = pair_of(reader, data)
    if WHICH_MOVED.match(text.folded) is None or len(pair) < 2 or data.statistic not in (*SIDE, "rank") or len(data.places) > 1:
        return None
    years = data.years if data.span else ()
    return done_with(reader, text, data, intent="compare", statistic="trend", subjects=pair[-MOST:], years=years, span=bool(years))


def closed(reader: Reader, text: Text, previous: Question, data: Question) -> Question | None:
    """「それは縮まってる?」「差は昔からこんなにあった?」: how the gap of the two moved."""
    it, always = IT_CLOSED.match(text.folded), ALWAYS.search(text.folded)
    pair = pair_of(reader, data)
    if not (it or always) or len(pair) != 2 or len(data.places) > 1:
        return None
    asked = read(f"差は{it['moved']}{it['rest']}" if it else "差は広がった?")
    two = done_with(reader, text, data, intent="compare", statistic="level", subjects=pair, years=() if data.span else data.years[-1:], span=False)
    question = reader.understood(asked, two, two)
    return question.with_(option=GAP_ALWAYS if always else None) if question.intent in DATA_INTENTS else None


def each_one(reader: Reader, text: Text, data: Question) -> Question | None:
    """「それぞれ何ポイント」 after how they moved."""
    if EACH_MOVED.match(text.folded) is None or data.statistic not in ("trend", "change") or len(data.subjects) * max(1, len(data.places)) < 2:
        return None
    return done_with(reader, text, data, statistic="change", intent="compare", inherited=("all",))


def one_more(reader: Reader, text: Text, data: Question) -> Question | None:
    """One more country, institution or conference beside several of its kind."""
    match = ONE_MORE.match(text.folded)
    if match is None or data.statistic not in SIDE:
        return None
    alone, hits = reader.read_alone(read(f"{match['name']}の割合")), [hit for hit in reader.explained(read(match["name"])) if hit.kind in ("institution", "country", "venue", "field")]
    if len(hits) != 1 or hits[0].end - hits[0].start < len(match["name"]) - 1:
        return None
    if len(data.subjects) > 1 and len(alone.subjects) == 1 and {subject.metric in NAMED for subject in (*data.subjects, *alone.subjects)} == {True}:
        return done_with(reader, text, data, subjects=(*data.subjects, *alone.subjects)[:MOST], intent="compare", statistic="level" if data.statistic == "position" else data.statistic)
    if len(data.places) > 1 and len(alone.places) == 1 and alone.places[0].kind == data.places[0].kind:
        return done_with(reader, text, data, places=(*data.places, *alone.places)[:MOST], intent="compare")
    return None


def with_firms(reader: Reader, text: Text, data: Question) -> Question | None:
    """「企業との共著だと?」 「そのうち企業と一緒に書いた論文だと?」 after the best universities or the rest: the papers of each with firms."""
    match = WITH_FIRMS.match(text.folded)
    if match is None or not (set(data.subjects) == {BEST, REST} or match["of_it"] and data.subjects in ((BEST,), (REST,))):
        return None
    joint = tuple(Subject("firm_elite_share") if subject == BEST else Subject("firm_non_elite_share") for subject in data.subjects)
    return done_with(reader, text, data, subjects=joint)


def of_kind(reader: Reader, text: Text, data: Question) -> Question | None:
    """「企業だけに限ると?」 after several countries: those of Japan alone are counted so, which is said."""
    match = OF_KIND.match(text.folded)
    if match is None or len(data.subjects) < 2 or any(subject.metric not in ("country_share", "japan_share") for subject in data.subjects) or data.statistic not in ("level", "trend", "change"):
        return None
    names = [reader.labels.subject(subject).removesuffix("の機関の参加率") for subject in data.subjects if subject.metric != "japan_share" and subject.country != "Japan"]
    note = prompts.render("notes", "undivided", names="・".join(names))
    if len(names) == len(data.subjects):
        return done_with(reader, text, data, intent="figure", statistic="level", years=() if data.span else data.years[-1:], span=False, blocker="unknown_metric", blocker_details={"name": f"{'・'.join(names)}の{match['kind']}だけの割合"})
    subject = Subject("japan_university_share" if match["kind"] == "大学" else "japan_firm_share")
    return done_with(reader, text, data, intent="figure" if data.statistic == "level" else "trend", statistic="level" if data.statistic == "level" else "trend", subjects=(subject,), readings=(note,))


def beside_it(reader: Reader, text: Text, data: Question) -> Question | None:
    """「米国より上?」 of the one country or institution told last."""
    match = MORE_THAN.match(text.folded)
    if match is None or data.statistic != "level" or len(data.subjects) != 1:
        return None
    name = read(match["name"])
    if (place := other_place(reader, name, data)) is not None:
        return done_with(reader, text, data, intent="compare", places=(*(data.places or (AI,)), place))
    if data.subjects[0].metric not in NAMED:
        return None
    hits = reader.institutions.find(name) or reader.countries.find(name)
    if len(hits) != 1 or hits[0].end - hits[0].start < len(match["name"]) - 1:
        return None
    other = Subject("institution_share", institution=hits[0].key) if hits[0].kind == "institution" else Subject("japan_share") if hits[0].key == "Japan" else Subject("country_share", country=hits[0].key)
    return done_with(reader, text, data, intent="compare", subjects=(data.subjects[0], other)) if other != data.subjects[0] else None


def other_place(reader: Reader, name: Text, data: Question) -> Place | None:
    """「セキュリティのほうが高い?」 after another field: the one conference or field that is named, of the kind of the one told."""
    hits = [hit for hit in reader.places.find(name) if hit.start == 0 and hit.end >= len(name.folded) - 2]
    told = (data.places or (AI,))[-1:]
    same = len(hits) == 1 and len(data.places) < 2 and (hits[0].kind == told[0].kind or told == (AI,)) and Place(hits[0].kind, hits[0].key) not in told
    return Place(hits[0].kind, hits[0].key) if same else None


def turned(reader: Reader, text: Text, data: Question) -> Question | None:
    """「逆転した年はある?」 after a ranking: of its first one and the one whose place was asked for."""
    if REVERSED.match(text.folded) is None or data.statistic not in ("rank", "trend", "level") or len(data.places) > 1:
        return None
    pair = pair_of(reader, data)
    return done_with(reader, text, data, intent="compare", statistic="overtake", subjects=pair, years=(), span=False) if len(pair) == 2 and (data.statistic != "level" or len(data.subjects) == 1) else None


def always_apart(reader: Reader, text: Text) -> Question | None:
    """「中国と米国の差は、昔からこんなに開いてた?」: how the gap of the two that are named moved."""
    if ALWAYS.search(text.folded) is None:
        return None
    alone = reader.read_alone(text)
    if len(alone.subjects) != 2 or len(alone.places) > 1 or alone.blocker not in (None, "unknown_metric", "outside"):
        return None
    two = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=alone.subjects, places=alone.places)
    question = reader.understood(read("差は広がった?"), two, two)
    return question.with_(option=GAP_ALWAYS, inherited=()) if question.intent in DATA_INTENTS else None


def beside_place(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「Googleと2番目のところの差」: the message with the name of who has that place in the ranking of the kind of the one named."""
    match = NTH_BESIDE.search(text.folded)
    hits = reader.institutions.find(text) or reader.countries.find(text)
    if match is None or len(hits) != 1 or hits[0].end != match.start():
        return None
    one = Subject("institution_share", institution=hits[0].key) if hits[0].kind == "institution" else Subject("country_share", country=hits[0].key)
    told = data if previous is not None and data is not None and previous.intent in DATA_INTENTS and not data.parts else None
    kind, _ = kind_told(reader, Question(text="", intent="figure", resolved="", subjects=(one,)), Question(text="", intent="figure", resolved=""), "")
    places, years = (told.places if told else ()) or (AI,), told.years[-1:] if told and not told.span else ()
    order = in_order(reader, kind, "", places[-1:], years)
    rank = int(read_number(match["place"]).value)
    if kind is None or len(order) < rank or order[rank - 1] == one:
        return None
    other = order[rank - 1]
    note = prompts.render("notes", "by_rank", name=reader.labels.name(other))
    asked = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=(one, other), places=told.places if told else (), years=years)
    if ALWAYS.search(text.folded):
        question = reader.understood(read("差は広がった?"), asked, asked)
        return question.with_(readings=(note, *question.readings), option=GAP_ALWAYS) if question.intent in DATA_INTENTS else None
    return reader.finished(asked.with_(readings=(note,)), text, told)
