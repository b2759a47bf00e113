"""Others of the same kind right after one was told: 「ほかの企業は?」 the ranking of firms, 「他の半導体メーカーは?」 said not to be told apart; and another kind's
first one: 「大学だと1位は?」."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.first_named import KINDS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|それなら)[、,]?\s*)*"
OTHER = r"(?:(?:その|それ|ここ|この|同じ)?(?:他|ほか|別)の|よその|(?:それ|これ|そこ|この会社|この大学|この国)以外の|残りの|同業の?(?:他|ほか)?の?|競合の|ライバルの)"
ASKED = r"(?:の(?:論文(?:数|の割合)?|割合|数字|状況|シェア))?(?:は|って|だと|も|では|なら|とか|とかは|についても)+(?:どう|どこ|どれ(?:くらい|ぐらい)|どの(?:くらい|ぐらい)|何%|いる|ある|出して|どんな感じ)?[ぁ-ん]{0,8}[。??!]*$"
OTHERS = re.compile(rf"{OPENER}{OTHER}(?P<kind>[^、。??はがを]{{1,16}}?){ASKED}")
BARE = re.compile(rf"{OPENER}(?P<kind>[一-龥ァ-ヴー]{{2,8}}(?:メーカー|業界|会社|ベンダー))(?:の(?:他社|各社|会社|企業))?{ASKED}")
FIRST = re.compile(rf"{OPENER}(?:その)?(?P<kind>企業|会社|大学|国|(?:研究)?機関)(?:だと|では|でいうと|で言うと|で言えば|なら|の(?:場合|ほう|方)?(?:は|だと)?|に限ると|で)、?(?:1位|一位|トップ|一番|いちばん|首位|筆頭)(?:上|多い(?:の|ところ|とこ)?)?(?:は|って|が|を)?(?:どこ|誰|だれ|どう)?[ぁ-ん]{{0,6}}[。??!]*$")
BY_KIND = re.compile(rf"{OPENER}(?P<kind>国|企業|会社|大学)(?:で(?:いう|言う|見る|みる|いえ|言え)(?:と|ば)|別(?:だと|では|に(?:見る|みる)と)?)、?(?:どこ|誰|だれ)が(?:一番|いちばん|最も)?(?:多い|強い|上|トップ|すごい)[ぁ-ん]{{0,6}}[。??!]*$")
FIRST_OF_ALL = re.compile(rf"{OPENER}(?:1位|一位|首位|トップ|一番上)(?:は|って|が)?、?(?:どこ|誰|だれ)[ぁ-ん]{{0,6}}[。??!]*$")
SECTORS = {"firm": "企業", "university": "大学"}
PARTS = {"fields": r"分野|領域", "venues": r"会議|学会"}
BIG = "big_tech"
TRADE = re.compile(r".{2,}(?:メーカー|業界|業者|会社|企業|各社|ベンダー|キャリア|勢)|メーカー")
LONGEST = 40  # characters


def other_members(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking that the others stand in, or the word that they are not told apart; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or len(text.folded) > LONGEST:
        return None
    if data.parts and all(part.statistic == "position" for part in data.parts):  # the places of several
        data = data.with_(subjects=tuple(subject for part in data.parts for subject in part.subjects), parts=())
    if data.parts:
        return None
    if data.statistic == "position" and FIRST_OF_ALL.match(text.folded) and data.subjects[:1] and data.subjects[0].institution is not None:
        return ranking(reader, text, data, SECTORS.get(reader.labels.divide.counts.directory.profile(data.subjects[0].institution).sector, "機関"), ())
    if (match := BY_KIND.match(text.folded)) is not None:
        return ranking(reader, text, data, match["kind"], ())
    if (match := FIRST.match(text.folded)) is not None and (data.statistic in ("rank", "position") or named(data)):
        return ranking(reader, text, data, match["kind"], ())
    match = OTHERS.match(text.folded)
    if match is not None and (parts := re.search(r"^(?:分野|領域)|(?:会議|学会)$", match["kind"])) and len(data.subjects) == 1 and not named(data):
        return ranking(reader, text, data, parts.group(), data.subjects)
    if not named(data):
        return None
    if match is None:
        bare = BARE.match(text.folded)
        return untold_apart(text, data, bare["kind"]) if bare is not None and any(subject.institution for subject in data.subjects) else None
    kind = match["kind"]
    country = tuple(Subject("country_share", country=hit.key) if hit.key != "Japan" else Subject("japan_share") for hit in reader.countries.find(read(kind)))[:1]
    bare = re.sub(r"^.*の", "", kind) if country else kind
    if any(hit.key == BIG for hit in reader.groups.find(read(kind))):
        return ranking(reader, text, data, "企業", (Subject("big_tech_share"),))
    if not country and (TRADE.fullmatch(bare) or reader.blockers.scope.firm_kind(read(kind)) is not None):
        return untold_apart(text, data, bare)
    return ranking(reader, text, data, bare, country)


def untold_apart(text: Text, data: Question, trade: str) -> Question:
    """The question as one for firms of a trade, which nobody told apart."""
    return data.with_(
        text=text.folded, resolved=text.folded, topic=text.folded, intent="figure", statistic="level", subjects=(Subject("firm_share"),), ranked=None, count=None, option=None, years=data.years[-1:], span=False, spans=(), readings=(),
        claims=(), asserted=None, style="normal", cue=None, blocker="scope_firm_kind", blocker_details={"name": trade}, inherited=("years",),
    )  # fmt: skip


def named(data: Question) -> bool:
    """Whether the last figures are of firms, universities or countries by their names."""
    return any(subject.metric in ("institution_share", "country_share", "japan_share") for subject in data.subjects)


def ranking(reader: Reader, text: Text, data: Question, kind: str, of: tuple[Subject, ...]) -> Question | None:
    """Those of one kind in their order, in the year and place that were told; None for a word that names no kind."""
    ranked = next((name for name, words in (*KINDS.items(), *PARTS.items()) if re.search(rf"(?:{words})(?:各社|各校|たち|ら|勢)?$", kind)), None)
    if ranked is None:
        return None
    years = () if data.span or data.statistic in ("trend", "peak", "trough", "change") else data.years[-1:]
    places = tuple(place for place in data.places if place.kind == "area") if ranked in PARTS else data.places
    done = data.with_(
        text=text.folded, intent="rank", statistic="rank", ranked=ranked, subjects=of, places=places, years=years, span=False, spans=(), count=None, ascending=False, option=None, readings=(), claims=(), asserted=None, style="normal", cue=None,
        focus=None, inherited=("places", "years"),
    )  # fmt: skip
    return reader.finished(done, text, data)
