"""Where it is measured: areas, fields, venues (all names, nicknames, letter readings, near misses)."""

import re
from collections.abc import Callable
from functools import lru_cache

import prompts
from analytics.divide.metrics import FIELD_LABELS
from analytics.divide.store import Venue
from assistant.models import Place
from assistant.understand.names.fields import FieldNames, labelled
from assistant.understand.text.matcher import TEXTS_KEPT, Hit, Phrases, Text
from assistant.understand.text.spelling import FieldSpelling, one_edit

OTHER_FIELDS = re.compile(r"他の?分野|ほかの分野|その他の分野|別の分野|他領域|非ai|(?:ai|人工知能)(?:の)?(?:会議|学会|分野|系|研究|領域|論文)?(?:と|や|に対して?|対|vs\.?)、?(?:それ以外|その他|そのほか|残り(?:の分野|の会議)?(?=[のでをはが、]))")
LONG_NAME = 7
# 「AIと非AIを合算した会議全体」: the whole, not two areas side by side.
TOGETHER = re.compile(r"合算|(?<![突付き照らみ見し])合わせ(?:て|た)|(?<![突付き照らみ見し])あわせ(?:て|た)|問わず|まとめて|まとめた|ひっくるめ|足し合わせ|足した|区別せず|区別なく|全部込み|込みで|総計|合計で")
# 「AIかどうかを問わず」「AIに限らない」「AIも非AIも」: the whole, though AI is named.
REST = r"(?:それ以外|その他|非ai|ai以外|他|ほか)(?:の(?:分野|会議|学会))?"
UNBOUND = re.compile(
    rf"(?:ai|人工知能)[^、。]{{0,6}}(?:かどうか|か否か|かどうかに関係なく|に(?:限ら|限定し|こだわら|絞ら)(?:な[いく]|ず)|を問わ(?:ず|な))|(?:ai|人工知能)(?:分野|会議|学会)?も{REST}も|"
    rf"(?:ai|人工知能)(?:分野|会議|系|学会)?(?:と|や|、){REST}(?:を|の|とを|も)?(?:全部|すべて|全て)?(?:両方)?(?:を|の)?(?:合わせ|あわせ|合算|足し|まとめ|込み|ひっくるめ|合計|含め|総計)"
)
WORDS = frozenset(prompts.lexicon("answerable")["english"])
# A field is called by its name in the data with one of these; the bare name (システム, 理論) is an everyday word.
FIELD_TAILS = ("分野", "の分野", "の会議", "の国際会議", "系の会議", "の学会", "分野の会議", "分野の国際会議")
AGAINST_ALL = re.compile(r"平均(?:より|と比べ|と比較|以上|以下|並み)|ai(?:会議)?全体(?:より|と(?:も)?(?:比べ|比較|並べ)|の平均)|全体(?:の)?平均|全体より")
SHORT_TAILS = ("分野", "の分野", "領域", "の領域", "系の学会", "系の会議", "界隈")
SPEECH = ("音声", "音声認識")
KATAKANA = re.compile(r"[ァ-ヴー]{5,}")
KANA_NAME = re.compile(r"[ァ-ヴー]{4,}(?=$|[一-龥の])")  # ロボット may be typed ろぼっと
# 「corl 2020年」: a word of letters where a conference stands.
BEFORE_YEAR = re.compile(r"\s*の?\s*(?:19|20)\d\d")
# 機械学習モデルの学習費用, ML人材: a thing or a person of the field, no place where papers appear.
OF_A_FIELD = re.compile(r"モデル|人材|エンジニア|技術者")
ACRONYM = re.compile(r"(?<![0-9A-Za-z&/@.])[A-Za-z][A-Za-z&]{2,11}(?![0-9A-Za-z])")


def letter_reading(acronym: str, letters: dict[str, str]) -> str:
    """ICML → アイシーエムエル."""
    return "".join(letters.get(letter, "") for letter in acronym.lower())


class Places:
    """Finds areas, fields and venues in a question."""

    def __init__(self, venues: tuple[Venue, ...]):
        words = prompts.lexicon("places")
        exact = set(words["exact_only"])
        self.venues = {venue.key: venue for venue in venues}
        loose, strict = [], []
        for venue in venues:
            names = {name for name in re.split(r"[/]", venue.name) if len(name) > 1} | set(words["venues"].get(venue.key, ()))
            for name in names:
                (strict if name in exact else loose).append(("venue", venue.key, name))
            short = re.sub(r"[^A-Za-z]", "", venue.name)
            if len(short) >= 3 and short.isupper() and short not in exact:
                spelled = letter_reading(short, words["letters"])
                loose += [("venue", venue.key, spelled), ("venue", venue.key, hiragana(spelled))]
                loose.append(("venue", venue.key, venue.key)) if len(venue.key) >= 4 and venue.key.isalpha() else None
            if len(venue.title) >= 14:
                loose.append(("venue", venue.key, venue.title))
        loose += [("field", key, f"{FIELD_LABELS[key]}{tail}") for key in words["fields"] for tail in FIELD_TAILS]
        loose += [(kind, key, phrase) for kind, group in (("area", "areas"), ("field", "fields"))
                  for key, phrases in words[group].items() for phrase in phrases]  # fmt: skip
        loose += [("field", key, name + tail) for key, names in words["side_by_side"].items() if key in FIELD_LABELS for name in names for tail in SHORT_TAILS]
        loose += labelled()
        loose += [(kind, key, hiragana(phrase)) for kind, key, phrase in loose if KANA_NAME.match(phrase) and (kind == "field" or kind == "venue" and len(phrase) > 4)]
        loose += [("area", "all", name + tail) for name in words["whole"]["names"] for tail in words["whole"]["tails"]]
        self.spelling = FieldSpelling({name: key for kind, key, name in loose if kind == "field"})
        self.fields = FieldNames()
        self.loose, self.strict = Phrases(loose), Phrases(strict, exact=True)
        self.found = lru_cache(maxsize=TEXTS_KEPT)(self.read_names)
        self.known = {clean_name(name): key for kind, key, name in loose if kind == "venue" and name.isascii() and 4 <= len(name) <= 12}

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance; of overlapping ones the longest, of equals the one written exactly. Names of a list (「画像と言語」)
        are read together, though one alone may be an everyday word."""
        return list(self.found(text))

    def read_names(self, text: Text) -> tuple[Hit, ...]:
        """What `find` returns, read anew."""
        found = [*self.strict.find(text)], [*self.loose.find(text), *self.fields.described(text), *self.fields.worded(text), *self.fields.not_ai(text)]
        ranked = sorted([(hit.start - hit.end, order, hit) for order, hits in enumerate(found) for hit in hits], key=lambda entry: (entry[0], entry[1], entry[2].start))
        chosen: list[Hit] = []
        for _, _, hit in ranked:
            if not any(hit.start < other.end and other.start < hit.end and (hit.start, hit.end) != (other.start, other.end) for other in chosen):
                chosen.append(hit)
        chosen += self.fields.alone(text, chosen)
        listed = self.fields.listed(text, chosen, self.venues)
        kept = [hit for hit in chosen if hit not in listed and not any(hit.start < other.end and other.start < hit.end for other in listed)]
        kept = [hit for hit in kept if not (hit.kind == "field" and OF_A_FIELD.match(text.folded, hit.end))]
        return tuple(sorted([*kept, *listed], key=lambda hit: (hit.start, hit.end)))

    def near_miss(self, text: Text, hits: list[Hit]) -> tuple[Hit, str] | None:
        """A misspelt venue: (hit, what was written), for a word of letters one edit away from one name; swapped letters win."""
        for match in ACRONYM.finditer(text.folded):
            if any(hit.start <= match.start() < hit.end for hit in hits) or len(match.group()) < 4 or match.group() in WORDS:
                continue
            written = clean_name(match.group())
            near = {key for name, key in self.known.items() if self.findable(key, name) and one_edit(written, name)}
            swapped = {key for name, key in self.known.items() if key in near and sorted(name) == sorted(written)}
            if chosen := next((found for found in (near, swapped) if len(found) == 1), None):
                return Hit(match.start(), match.end(), "venue", chosen.pop(), match.group()), match.group()
        return None

    def homophone(self, text: Text, hits: list[Hit], reading: Callable[[str], str]) -> tuple[Hit, str] | None:
        """A field whose name is misspelt: (hit, the name meant); see `FieldSpelling.misspelt`."""
        return self.spelling.misspelt(text, hits, reading)

    def near_names(self, word: str) -> list[str]:
        """Names of the AI venues one edit away from a word, for asking back which one is meant."""
        written = clean_name(word)
        near = {key for name, key in self.known.items() if len(written) >= 4 and self.findable(key, name) and one_edit(written, name)}
        return sorted(self.venues[key].name for key in near)

    def findable(self, key: str, name: str) -> bool:
        """Short names outside AI lie too close to other words for a guess."""
        return self.venues[key].is_ai or len(name) >= LONG_NAME

    def stray_name(self, runs: list[str], text: Text) -> str | None:
        """A katakana name that nothing explained, standing where a name stands (ニューラルなんとかの…)."""
        for run in runs:
            if KATAKANA.fullmatch(run) and re.search(re.escape(run) + r"(?:の|は|では|だと|って|あのー?|えーっ?と?|えっと|まあ)", text.lowered):
                return run
        return None

    def stray_acronym(self, text: Text, hits: list[Hit], ignored: frozenset[str]) -> str | None:
        """A capitalised acronym that is no venue of ours (SIGGRAPH) and no word we know."""
        for match in ACRONYM.finditer(text.folded):
            word = match.group()
            if any(hit.start <= match.start() < hit.end for hit in hits) or word.lower() in ignored:
                continue
            if sum(letter.isupper() for letter in word) >= 2 or BEFORE_YEAR.match(text.folded[match.end() :]) and word.lower() not in WORDS and not text.folded.isascii():
                return word
        return None


def hiragana(katakana: str) -> str:
    return "".join(chr(ord(char) - 96) if "ァ" <= char <= "ン" else char for char in katakana)


def spoken_country(name: str) -> tuple[str, ...]:
    """A country, and the same in hiragana (ふらんす) where that is no other word (どいつ, いんど)."""
    return (name, hiragana(name)) if re.fullmatch(r"[ァ-ヴー]{4,}|スイス|ロシア|チェコ", name) and name != "オランダ" else (name,)


def clean_name(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def read_places(hits: list[Hit], text: Text, did: bool, compared: bool) -> tuple[Place, ...]:
    """The slices named: venues, else fields, else areas (「AI会議のICML」 is ICML). Two areas are a comparison."""
    paired = len(hits) >= 2 and any(hit.kind == "field" for hit in hits) and any(hit.kind == "venue" and hit.text in SPEECH for hit in hits)  # speech is one conference beside a field
    hits = without_examples(hits, text.lowered)
    chosen = hits if paired else [hit for hit in hits if hit.kind == "venue"] or [hit for hit in hits if hit.kind == "field"]
    areas = [hit for hit in hits if hit.kind == "area"]
    if not any(hit.key == "non_ai" for hit in areas) and not did and (match := OTHER_FIELDS.search(text.lowered) or rest_beside(areas, text.lowered)):
        areas.append(Hit(match.start(), match.end(), "area", "non_ai", match.group()))
    if chosen:
        areas = [hit for hit in areas if not OF_THE_FIELD.match(hit.text)]  # 「データベース業界は…。分野全体の2009年」
        named = [Place("area", hit.key) for hit in areas if hit.key in ("non_ai", "all") or compared or times_of(hit, chosen, text.lowered)]
        return tuple(dict.fromkeys([*(Place(hit.kind, hit.key) for hit in chosen), *named]))
    if UNBOUND.search(text.lowered):
        return (Place("area", "all"),)
    if {hit.key for hit in areas} >= {"ai", "non_ai"} and TOGETHER.search(text.lowered):
        return (Place("area", "all"),)
    if any(hit.key == "non_ai" for hit in areas):
        areas = [hit for hit in areas if hit.key != "all"]
    if did:
        return (Place("area", "ai"),) if areas else ()
    return tuple(dict.fromkeys(Place("area", hit.key) for hit in sorted(areas, key=lambda hit: hit.start)))


# 「機械学習の分野(NeurIPSやICMLの束)」「ACLやEMNLPなどの自然言語処理分野」: conferences that only tell which field is meant.
IN_BRACKETS = re.compile(r"(?:系?の?(?:分野|領域|会議|学会)|系)?\s*\(([^()]*)\)")
LISTING = r"(?:(?:や|とか|、|,|・|/|と|\s)+[a-z&]{2,10})*(?:や|とか|、|,|・|/|と|\s)*"  # a conference that is not held may stand among them
SUCH_AS = r"(?:など(?:々)?|等|とか|だとか|といった|みたいな|のような|ほか|他|の束|を束ねた?|をまとめた?|を含む|を含めた|の集まり|をはじめ(?:とする|とした)?|あたり|を合わせた(?:もの)?)(?:、?など|の)*"
ONLY_EXAMPLES, EXAMPLES_BEFORE, BETWEEN = re.compile(rf"{LISTING}{SUCH_AS}|.*(?:や|とか).*"), re.compile(rf"{LISTING}{SUCH_AS}、?"), re.compile(LISTING)


def without_examples(hits: list[Hit], text: str) -> list[Hit]:
    """The hits without the conferences that are examples of a field named beside them."""
    examples: list[Hit] = []
    for field in [hit for hit in hits if hit.kind == "field"]:
        venues = [hit for hit in hits if hit.kind == "venue"]
        if bracket := IN_BRACKETS.match(text, field.end):
            inside = [hit for hit in venues if bracket.start() <= hit.start and hit.end <= bracket.end()]
            rest = "".join(char for at, char in enumerate(text[bracket.start(1) : bracket.end(1)], bracket.start(1)) if not any(hit.start <= at < hit.end for hit in inside))
            examples += inside if inside and ONLY_EXAMPLES.fullmatch(rest) else []
        start = field.start
        for hit in sorted(venues, key=lambda each: -each.end):
            if hit.end <= start and (EXAMPLES_BEFORE if start == field.start else BETWEEN).fullmatch(text, hit.end, start):
                examples.append(hit)
                start = hit.start
    return [hit for hit in hits if hit not in examples]


# 「AI会議の率はセキュリティ系会議の何倍」「AI会議とセキュリティの会議で何倍」: an area beside a part of it, or beside what is no part of it.
TIMES_OF = re.compile(r"(?:系)?(?:の?(?:会議|学会|分野|領域))*(?:の[^、。はがと]{1,8})?(?:の|と(?:は|では)?(?:比べ(?:て|ると))?、?)何(?:倍|分の)")
JOINED_BY = re.compile(r"(?:全体)?(?:と|や|、|対|vs\.?)\s?")


def times_of(area: Hit, others: list[Hit], text: str) -> bool:
    """Whether a multiple is asked of an area and the one other place that is named."""
    if len({hit.key for hit in others}) != 1 or not re.search(r"何倍|何分の", text):
        return False
    other = others[0]
    first, second = sorted((area, other), key=lambda hit: hit.start)
    return TIMES_OF.match(text, second.end) is not None or JOINED_BY.fullmatch(text, first.end, second.start) is not None


# 「AIとそれ以外で」「AI学会とそうでない学会」
PLACE_WORD = r"(?:の?(?:会議|学会|分野|領域|カンファレンス|カンファ))?"
BESIDE_AI = re.compile(rf"{PLACE_WORD}(?:と|や|、|・|/|対|vs\.?)、?(?P<rest>それ以外|そうでない|そうじゃない|その他|そのほか|ほか|他|残り){PLACE_WORD}(?=とで|で|を|の(?:比較|対比|差|違い|企業|大学|産学|日本)|に|は|、|。|と|だと|$|[??])")
OF_THE_FIELD = re.compile(r"(?:分野|領域)全体")


def rest_beside(areas: list[Hit], text: str) -> re.Match | None:
    """Where all other conferences are named beside those of AI."""
    return next((match for hit in areas if hit.key == "ai" and (match := BESIDE_AI.match(text, hit.end))), None)


def with_average(places: tuple[Place, ...], text: str) -> tuple[Place, ...]:
    """「CVPRは平均より高い?」: one conference or field against the whole AI area."""
    if len(places) == 1 and places[0].kind != "area" and AGAINST_ALL.search(text):
        return (*places, Place("area", "ai"))
    return places
