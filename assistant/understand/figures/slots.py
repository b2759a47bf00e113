"""A follow-up read slot by slot: what it names takes the place of what the last question about figures named, the rest stays."""

import re
from dataclasses import dataclass

from analytics.divide.sources import TIERS
from analytics.divide.store import MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.differences import TIMES
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, PAPER_SOUGHT, STRONG_PAPER
from assistant.understand.figures.inherit import inherit
from index.numerals import find_numerals

NOT = r"(?!(?:では|じゃ|で)な)"
# 「何本のうちの何本?」「分子と分母は?」
FRACTION = re.compile(
    r"何[本件](?:の(?:論文の?)?)?(?:うち|中|なか|内)?(?:の|で|に)?、?何[本件]|何本(?:中|のうち)(?!の(?:話|こと|数字|割合)|なの|です|だ|や)|分子(?:と|・|、|/|も|は|を|って|だけ)(?:分母)?|分母(?:と|・|、|/)分子|(?:該当|当てはまる|当たる)(?:する)?(?:論文)?(?:は|の)?(?:本数|何本)|how many (?:papers )?(?:out )?of how many",
    re.IGNORECASE,
)
ONLY_BASE = re.compile(r"^(?!.*分子).*(?:分母|母数)")  # 「分母もいるわ、何本中なの」
# The kind of figure, in the order in which they are looked for.
UNITS = (
    ("fraction", FRACTION),
    ("base", re.compile(r"母数|分母|(?:論文の?)?総数|総本数|(?:全部|全体|全体数|もともと|元々)(?:で|の|は)*何本|何本の?(?:論文|うち|中|なか)|(?:何本|いくつ|どれだけ|なんぼ|幾つ|どのくらい|どれくらい|どんだけ)(?:の論文(?:数)?)?を?(?:数え|調べ|集計|対象)|論文(?:の)?(?:本数|数)?(?:自体|そのもの)|サンプル(?:数|サイズ)?|標本数?|n数|n=|out of how many|denominator|total (?:number of )?papers|sample size", re.IGNORECASE)),
    ("ratio", re.compile(rf"何倍|なん(?:ばい|倍)|倍率(?:表示)?{NOT}|(?<!\d)倍数|倍で(?:言|い|表)|how many times|as a multiple", re.IGNORECASE)),
    ("change", re.compile(rf"ポイント差|何ポイント|差分{NOT}|差の?ポイント|ポイントの差|(?:その|この|両者の|両方の|二つの|2つの|年の)差(?!し)|差(?:は|を|って)(?!し)|(?:比べた|比較した|に対する)差|増減(?:幅|は)|(?:増|減|伸び|上げ|下げ|変化|変動|上昇|下落)(?:の)?幅|変化(?:の?大きさ|量)|how many (?:percentage )?points|\bdiff\b|difference", re.IGNORECASE)),
    ("count", re.compile(rf"実数{NOT}|本数{NOT}(?!の(?:割合|シェア|比率))|何本|なんぼん|件数{NOT}|何件|論文(?:の)?数{NOT}(?!の(?:割合|シェア|比率))|^(?:その|それの)?数(?:を|は|で|だと|も)|(?:ペーパー|論文)の?カウント|(?<!整数)(?<!分数)(?<!の)カウント(?:で(?!は?な)|に(?:し|直|換|変)|だと)|実際の数|絶対数|number of papers|how many papers|paper count|\bcounts?\b", re.IGNORECASE)),
    ("level", re.compile(r"(?:割合|比率|率|パーセント|%)(?:に|へ)(?:直|戻|変|換)|(?<![一-龥])(?:割合|比率|率|パーセント)(?:だと|では|で言うと|で言えば|なら)|as a (?:share|percentage)", re.IGNORECASE)),
)
LOWEST = re.compile(r"(?:一番|いちばん|最も|もっとも)(?:低|少な|小さ|落ち込|沈ん|下がっ|凹|弱)|(?<![一-龥])底(?=は|だ|って|の年|っ?て|[??。]|$)|どん底|谷(?=は|だ|底|の年|って|[??。]|$)|最低(?!限)|最小|ボトム|lowest|bottom|worst year", re.IGNORECASE)
HIGHEST = re.compile(r"(?:一番|いちばん|最も|もっとも)(?:高|多|大き|伸び|盛り上が|強)|ピーク|てっぺん|頂点|天井|最高(?!裁)|最大|最盛期|(?<![一-龥])山(?=は|だ|って|の年|[??。]|$)|highest|peak", re.IGNORECASE)
UNSPLIT = re.compile(
    r"(?:按分|案分|分数(?:カウント)?|人数割り?|頭割り)(?:を|は)?(?:し(?:ない|なかっ|なけれ)|せず|なし|抜き|やめ|外し|解除)[^、。]{0,2}|(?:整数|通常|普通|標準|元|もと|いつも|ふつう|フル|全数|デフォルト)の?(?:カウント|数え方|集計|方式|計算)|(?:whole|full|integer|normal|standard) count(?:ing)?",
    re.IGNORECASE,
)
YEAR = r"(?:年度?|とし|歳|都市|念|ねん)"  # 「次の都市は」: 年 as speech recognition hears it
ONE = r"(?:ひとつ|一つ|1つ|いっこ|1個|一個|(?:一|1|ひと|ワン)(?:段階?|ランク|格|階級)|1)"
EARLIER = re.compile(rf"前年|(?:その)?(?:{ONE}(?:手)?|すぐ|直|その)?前の{YEAR}|{ONE}年?前(?:の{YEAR})?(?!と比べ)|(?:the )?(?:previous|prior) year|(?:the )?year before|(?:ひとつ|一つ|1つ)?前の?(?:開催)?回|前の(?:開催|大会)|前回(?!の)|(?:sono )?mae no (?:toshi|nen)|zennen", re.IGNORECASE)
# 「前年と比べると?」 asks for a change, not for that year.
AGAINST_EARLIER = re.compile(r"(?:前年|前々年|前の年)度?(?:と|に)(?:比べ|くらべ|比較し)(?:ると|て|たら)?(?:は|も)?、?(?:どう[^。]{0,8})?[??。]*$")
LATER = re.compile(rf"翌年|翌(?=(?:19|20)\d\d)|(?:その)?(?:{ONE}|すぐ)?(?:次|あと|後|先)の{YEAR}|明くる年|{ONE}年?(?:後|あと|先)(?:の{YEAR})?|(?:the )?(?:next|following) year|(?:the )?year after|次の回|翌回|次回|(?:sono )?(?:tsugi|ato) no (?:toshi|nen)|yokunen", re.IGNORECASE)
YEARS_ON = re.compile(r"(?:その|それから|さらに|もう)?(\d{1,2}年|[一二三四五六七八九十]{1,3}年)(?:(?:後|先|あと)(?:の(?:年|値|数字))?|(?:(?:が)?(?:経っ|たっ|経過し|過ぎ|すぎ)た|を経た)(?:時点|年|とき|頃|ころ|後|あと)?(?:の(?:年|値|数字))?)")
# 「翌々年は?」「前々年だと?」
EDITION, BIENNIAL = re.compile(r"回|開催|大会"), ("iccv", "eccv")  # 「ひとつ前の開催回」 of a conference held every second year
NOUN = re.compile(r"[一-龥ァ-ヴー]{2,}|[A-Za-z]{3,}")
TWO_ON, TWO_BACK = re.compile(r"翌々年|翌翌年|次の次の(?:年|回)|(?:その)?二年(?:後|あと)|2年(?:後|あと)|the year after next", re.IGNORECASE), re.compile(r"前々年|前前年|前の前の(?:年|回)|先々年|two years (?:before|earlier)", re.IGNORECASE)
# 「年だけ5年巻き戻して」「年を一つ進めて」: years to go back or on by.
NUMBER = r"(?P<{name}>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|ひと|ふた|み)"
MANY = "(?:年(?:次|度|号)?(?:だけ|のみ)?(?:を|は|も)?、?" + NUMBER.format(name="counted") + "(?:つ|年)?|" + NUMBER.format(name="years") + "年)(?:分|ほど|だけ)?"
BACK = re.compile(rf"{MANY}(?:(?:前|昔|過去)(?:に|へ))?(?:巻き?戻|さかのぼ|遡|引き戻|戻[しすっるせ]|早め|(?<=[前昔去][にへ])(?:ずら|動か|振))[ぁ-ん]{{0,3}}")
ON = re.compile(rf"{MANY}(?:(?:先|後ろ?|あと)(?:に|へ))?(?:進め|進ん|早送り|繰り下げ|送[っりる]|(?<=[先後ろと][にへ])(?:ずら|動か|振))[ぁ-ん]{{0,3}}")
KANA_NUMBERS = {"ひと": 1, "ふた": 2, "み": 3}
FROM_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度)?(?:から|以来)(?!.{0,12}(?:まで|にかけ))")
# 「トップ50に戻して」 after other universities; 「上位50社」 are firms.
BANDED = ("tier_share", "non_elite_share", "firm_elite_share", "firm_non_elite_share", "university_share")
BEST_BAND = re.compile(r"(?:トップ|上位|ベスト|top\s?)(\d{2,3})(?:の?大学|校|位(?:以内|まで)?)?(?!\d|\s*の?(?:社|企業|機関|組織|か国|カ国))|(?<!\d)1位?[-~](\d{2,3})位?|(?:一番|いちばん|最)(?:上|うえ)(?:位)?(?:の?(?:帯|層|ランク|グループ|区分))?(?=に|は|だと|なら|で|$|[??])", re.IGNORECASE)
LOWER_BAND = re.compile(rf"(?:{ONE}|すぐ|その|もう{ONE})?(?<!より)(?:下|次|した)の?(?:順位|ランク)?(?:帯|ランク|層|区分|グループ|段|クラス|tier|ティア)|(?:^|さらに|もっと|もう{ONE}(?:つ)?|その|{ONE})(?:下|した)(?=は|だと|なら|も|、|$|[??])", re.IGNORECASE)
UPPER_BAND = re.compile(rf"(?:{ONE}|すぐ|その|もう{ONE})?(?:上|うえ)の?(?:順位|ランク)?(?:帯|ランク|層|区分|段|クラス|tier|ティア)", re.IGNORECASE)
OPPOSITE = re.compile(r"(?:その|それの)?(?:反対|裏(?:返|っ?側|っ?かわ)|真逆|あべこべ)[ぁ-ん]{0,4}|(?:その|それの)逆|裏を返[ぁ-ん]{1,3}|逆(?:の(?:ケース|場合)|だと|は)|(?:the )?opposite|conversely|the reverse", re.IGNORECASE)
# 「企業がひとりもおらん論文」
NOBODY = re.compile(r"(?:ひとり|一人|1人|一社|1社|誰|だれ|どこ)(?:も|として)、?(?:い(?:ない|なかった|ません)|おら(?:ん|ず|へん|ない)|(?:入|関わ|絡|混[ざじ]|加わ|出て|含まれ|参加し|顔を出し)[^、。]{0,4}(?:ない|なかった|ません|へん|とらん|らん|ん(?=論文|やつ)))")
TOP_WIDTH = re.compile(r"(?:上位|トップ|top)?\s*(10|50|100)(?:\s*(?:機関|社|組織|位|番))?(?:まで|だと|に|で|なら|は|も|、|$)", re.IGNORECASE)
OTHER_CONCENTRATION = re.compile(r"(?:ほか|他|別|もう(?:一|ひと|1)つ)の?(?:集中度?|偏り|寡占)?の?(?:指標|物差し|ものさし|尺度|測り方)")
# The other words of titles that are counted, where words of titles were counted last.
TITLE_WORDS = (("dl_title_share", re.compile(r"深層学習|ディープラーニング|ニューラル|deep learning|\bdl\b", re.IGNORECASE)), ("compute_title_share", re.compile(r"計算資源|計算機|gpu|スパコン|computing|compute", re.IGNORECASE)))
WHOLE_PERIOD = re.compile(r"全期間|全部の(?:年|期間)|通期|最初から最後まで|通しで|全年(?:度|分)?|all years|whole period", re.IGNORECASE)
DRAWN = re.compile(r"(?:グラフ|チャート|折れ線|図)(?:に|で|化|を|も|は|が)|chart|graph|plot", re.IGNORECASE)
WHY = re.compile(r"(?:どういう|どんな|いかなる)(?:訳|わけ|理由|事情|経緯|カラクリ|からくり)|(?:そ|こ)(?:の|うなった)(?:訳|わけ)|理由|原因|要因|背景|なぜ|何故|なにゆえ|どうして(?!も|る)|なんで(?!す)|なして|何が(?:効い|あった|起き|そうさせ)|[何な]ん?だって(?:また|そん|こん|そう|ここまで)|\bwhy\b|the reason", re.IGNORECASE)
AGAIN = re.compile(
    r"(?:本当|ほんま|ほんと)に?(?:に)?(?:その|この|それ|これ)(?:値|数字|数|割合|率)?|(?:その|この)(?:値|数字|割合|率)で(?:合って|間違い|正しい|確か|よい|いい)|(?:もう(?:一|1)(?:回|度)|再度|もっかい|繰り返し)[^。]{0,8}(?:言|数字|値|答え|教え|出し|お願い|聞かせ|頼)|(?:値|数字)を(?:もう|再)|say (?:it|that) again|are you sure",
    re.IGNORECASE,
)
OPPOSITES = {
    "firm_share": "no_firm_share", "no_firm_share": "firm_share", "firm_elite_share": "firm_non_elite_share", "firm_non_elite_share": "firm_elite_share",
    "firm_only_share": "university_only_share", "university_only_share": "firm_only_share", "elite_partner_ratio": "firm_non_elite_share",
}  # fmt: skip
CONCENTRATION = ("top10_share", "top50_share", "top100_share")
NEXT_MEASURE = {"hhi": "gini", "gini": "hhi", "top10_share": "hhi", "top50_share": "hhi", "top100_share": "hhi"}
SIDE_BY_SIDE = ("named", "venues", "fields", None)  # rankings of places and of what is named
LONGEST = 64  # characters of a follow-up without its asides
# 「その差は?」「どっちが高い?」 after another place or group in the same year.
DIFFERENCE = re.compile(r"(?:(?<!の)差|(?<!差)の差|違い|開き)(?!し|の差|分の差|(?:は|が|って)?.{0,4}(?:縮|広が|開い|拡大|狭))|(?:どっち|どちら)(?:の(?:ほう|方))?が")
ADDED = re.compile(r"も(?:足し|加え|含め|入れ|並べ|合わせ|あわせ)")  # 「2021年のも足して、二つの差を」
GROWING = re.compile(r"伸び|増え|上がっ|変わっ|減っ")
AGAINST = re.compile(r"(?:と|から|より|に対する|と比べた?|に比べた?)の?(?:差|開き|違い|比較|増減|変化|伸び)")
# What a follow-up to figures is read as when its own words tell no intent.
WORDED = ("paper", "explain", "why", "limits", "document", "strategy")
OF_SOMETHING = ("threshold", "peak", "trough", "onset", "position", "trend", "change", "ratio", "count")
MOVED_KINDS = ("change", "ratio")


@dataclass(frozen=True)
class Slots:
    """What words of a follow-up ask for beside names: `unit` (base, count, ratio, change, level, peak, trough), years to shift by, bands to
    go down by, the best band, the width of a top, the words of titles, and whether the opposite, another measure, plain counting, the whole period, a chart, the reason, the
    same once more, or the move since an earlier year until the last one is meant."""

    unit: str | None = None
    shift: int = 0
    band: int = 0
    best: bool = False
    width: str | None = None
    titled: str | None = None
    opposite: bool = False
    other_measure: bool = False
    unsplit: bool = False
    whole: bool = False
    drawn: bool = False
    why: bool = False
    again: bool = False
    since: bool = False

    @property
    def any(self) -> bool:
        return self != Slots()

    @property
    def sure(self) -> bool:
        """Whether the words alone say that they go on from figures."""
        return self.unit in ("base", "ratio", "fraction") or bool(self.shift or self.band or self.best or self.width or self.titled) or self.unsplit or self.opposite or self.other_measure or self.again or self.since or self.why


def read_slots(text: str, data: Question) -> tuple[Slots, str]:
    """The slots of a follow-up to `data`, and the text without their words."""
    found: dict[str, object] = {}

    def taken(pattern: re.Pattern, name: str, value: object) -> None:
        nonlocal text
        if pattern.search(text):
            found.setdefault(name, value)
            text = pattern.sub(" ", text)

    ranked = data.subjects[:1] and data.subjects[0].metric
    taken(UNSPLIT, "unsplit", True)
    if (later := YEARS_ON.search(text)) and (length := find_numerals(later[1])) and data.years and data.years[-1] + length[0].value <= MAIN_LAST:  # beyond, it asks for a forecast
        taken(YEARS_ON, "shift", int(length[0].value))
    for pattern, way in ((BACK, -1), (ON, 1)):
        if moved := pattern.search(text):
            taken(pattern, "shift", way * years_moved(moved))
    step = 2 if EDITION.search(text) and data.places and all(place.name in BIENNIAL for place in data.places) else 1
    if not AGAINST_EARLIER.search(text):
        taken(TWO_BACK, "shift", -2)
        taken(EARLIER, "shift", -step)
    taken(TWO_ON, "shift", 2)
    taken(LATER, "shift", step)
    if ranked in ("tier_share", "firm_elite_share", "non_elite_share"):
        taken(LOWER_BAND, "band", 1)
        taken(UPPER_BAND, "band", -1)
    if ranked in BANDED and (best := BEST_BAND.search(text)) and (best[1] or best[2] or "50") == "50":
        taken(BEST_BAND, "best", True)
    if ranked in CONCENTRATION and (width := TOP_WIDTH.search(text)):
        taken(TOP_WIDTH, "width", width[1])
    for metric, pattern in TITLE_WORDS if str(ranked).endswith("_title_share") else ():
        taken(pattern, "titled", metric)
    if data.subjects[:1] == (Subject("firm_share"),):
        taken(NOBODY, "opposite", True)
    taken(OTHER_CONCENTRATION, "other_measure", True)
    if ranked in OPPOSITES or data.subjects[:1] == (Subject("tier_share", tier="1-50"),):
        taken(OPPOSITE, "opposite", True)
    for unit, pattern in UNITS:
        if unit == "fraction" and ONLY_BASE.search(text):
            continue
        if unit in MOVED_KINDS and data.statistic not in ("change", "ratio", "level", "trend") or "unit" in found:
            continue
        taken(pattern, "unit", unit)
    if "unit" not in found and data.statistic not in ("rank", "movers", "position"):
        taken(LOWEST, "unit", "trough")
        taken(HIGHEST, "unit", "peak")
    if found.get("unit") in MOVED_KINDS and len(data.years) == 1 and FROM_YEAR.search(text):
        found["since"] = True
    taken(WHOLE_PERIOD, "whole", True)
    taken(DRAWN, "drawn", True)
    taken(WHY, "why", True)
    taken(AGAIN, "again", True)
    return Slots(**found), text


def years_moved(match: re.Match) -> int:
    """How many years a follow-up goes back or on by."""
    word = match["counted"] or match["years"]
    return KANA_NUMBERS.get(word) or int(find_numerals(f"{word}年間")[0].value)


def names_slot(text: str) -> bool:
    """Whether words ask for another kind of figure, year, band, way of counting, the reason or the same once more, and name nothing beside it: 「撤回論文数」 does."""
    patterns = (UNSPLIT, BACK, ON, TWO_BACK, TWO_ON, EARLIER, LATER, LOWER_BAND, UPPER_BAND, OPPOSITE, OTHER_CONCENTRATION, LOWEST, HIGHEST, WHOLE_PERIOD, DRAWN, WHY, AGAIN, *(pattern for _, pattern in UNITS))
    return any(pattern.search(text) and not NOUN.search(pattern.sub("", text)) for pattern in patterns)


def completed(question: Question, text: str, slots: Slots, leans: bool, previous: Question, data: Question) -> Question | None:
    """A follow-up (`text`, whose names are read as `question`) completed from `data`; None where it is no question about figures or names all
    it needs. `leans`: its words say that it goes on from the last question."""
    named = bool(question.subjects or question.places or question.years or question.variant)
    bare = question.intent in DATA_INTENTS and question.statistic in OF_SOMETHING  # 「20%を超えたのはいつ?」
    two = DIFFERENCE.search(text) is not None and bool(last_two(data))
    if not (named or slots.any or bare or two) or question.blocker is not None or question.family is not None or question.intent not in (*DATA_INTENTS, *WORDED):
        return None
    if (PAPER_SOUGHT.search(text) or STRONG_PAPER.search(text)) and slots.unit != "base" or DEFINITION.search(text) and slots.unit is None:
        return None
    if slots.again and not named:
        return previous.with_(inherited=("all",), asserted=None, claims=(), parts=())
    if slots.why and question.subjects in ((), data.subjects) and not question.places:
        years, span = (question.years, question.span) if question.years else (data.years, data.span)
        return question.with_(
            intent="why", subjects=data.subjects, places=data.places, years=years, span=span, statistic="level", ranked=None,
            topic=f"{data.resolved} {question.text}", inherited=("subjects", "places", "years"), blocker=None,
        )  # fmt: skip
    one = (slots.unit == "ratio" or len(data.subjects) * max(1, len(data.places)) == 1) and data.statistic == "level"  # 「2021年はその何倍?」 after one value
    against = slots.unit in MOVED_KINDS and len(question.years) == 1 == len(data.years) and question.years != data.years and (one or (AGAINST.search(text) or ADDED.search(text)) is not None)
    if against:  # 「2021年との差分は?」 after 2015
        question = question.with_(years=tuple(sorted((*question.years, *data.years))), span=False)
    if (both := beside(question, text, data)) is not None:
        return both
    if slots.why or by_itself(question) and not (leans or against):
        return None
    return by_slots(question, slots, data)


def by_slots(question: Question, slots: Slots, data: Question) -> Question:
    """`question` (what the words name) completed from `data`, then bent by the slots."""
    named = question.subjects
    if (slots.band or slots.best) and named == (Subject("university_share"),):  # 「次のランクの大学は」
        named, question = (), question.with_(subjects=())
    if not named and len(data.subjects) == 1:
        question = question.with_(subjects=moved_subject(slots, data.subjects[0]))
    elif slots.opposite and named == (Subject("firm_share"),) and data.subjects == named:
        question = question.with_(subjects=(Subject("no_firm_share"),))
    if slots.shift and not question.years:
        question = question.with_(shift=slots.shift)
    elif question.years:
        question = question.with_(shift=0)
        if slots.since and question.span and question.years[0] < data.years[0]:
            question = question.with_(years=(question.years[0], data.years[0]), span=False)  # 「2015年からの伸びは?」 ends where the last figure stood
    base = data.with_(asserted=None, claims=(), readings=(), style="normal")
    if slots.unit in ("base", "count") and base.statistic == "rank" and base.ranked in SIDE_BY_SIDE and not named:  # of each place ranked
        base = base.with_(places=base.places if base.ranked == "named" else base.recent_places, statistic="level", intent="compare", ranked=None)
    if slots.unsplit:
        base, question = base.with_(variant=None), question.with_(variant=None)
    if slots.unit in ("base", "count", "level") and base.statistic not in ("rank", "position") or slots.unit in ("peak", "trough"):
        base = base.with_(statistic="level", intent="figure")
    done = inherit(question.with_(intent="figure", statistic="level", cue=None) if question.intent not in DATA_INTENTS or slots.any else question, base)
    return in_unit(done, slots, data)


def last_two(data: Question) -> dict[str, tuple]:
    """The last two places or groups of the conversation, where the last figure told of another one of them in the same year; else {}."""
    if len(data.years) != 1 or "years" not in data.inherited or data.statistic not in ("level", "count"):
        return {}
    for name, recent in (("places", data.recent_places), ("subjects", data.recent_subjects)):
        if name not in data.inherited and len(recent) > 1 and recent[-1:] == (getattr(data, name) or (Place("area", "ai"),)):
            return {name: recent[-2:]}
    return {}


def of_several(text: str, data: Question) -> bool:
    """Whether a difference is one between things named: with the last one, of the last two, or of those just compared."""
    return bool(AGAINST.search(text) or ADDED.search(text) or last_two(data)) or len(data.subjects) * max(1, len(data.places)) > 1


def beside(question: Question, text: str, data: Question) -> Question | None:
    """「IROSとの差は?」, 「その差は?」 after another conference: the values of the two, whose difference has no interval; None for any other."""
    # 「倍率でいうと?」 after another place is of the two, 「何倍になった?」 of each of them over the years.
    times = TIMES.search(text) is not None and not GROWING.search(text) and not (question.years or question.places or question.subjects)
    if data.statistic not in ("level", "count") or len(data.years) != 1 or not (DIFFERENCE.search(text) or times):
        return None
    if times and len(data.subjects) * max(1, len(data.places)) == 2:  # 「倍率は?」 of two side by side
        return data.with_(text=question.text, intent="compare", statistic="level", readings=(), asserted=None, claims=(), parts=(), inherited=("all",))
    if len(question.years) == 1 and not (question.places or question.subjects or AGAINST.search(text)) and len(data.subjects) * max(1, len(data.places)) > 1:
        return data.with_(text=question.text, intent="compare", statistic="level", years=question.years, asserted=None, claims=(), parts=(), inherited=("subjects", "places"))  # 「2007年の差は?」
    if question.years:
        return None
    pair = last_two(data) if not (question.places or question.subjects) else {}
    if AGAINST.search(text) and bool(question.places) != bool(question.subjects):
        name = "places" if question.places else "subjects"
        pair = {name: tuple(dict.fromkeys((*(getattr(data, name) or (Place("area", "ai"),)), *getattr(question, name))))}
    if not pair and len(question.places) + len(question.subjects) == 2 and max(len(question.places), len(question.subjects)) == 2 and not GROWING.search(text):
        pair = {"places": question.places} if question.places else {"subjects": question.subjects}  # 「CVPRとICMLの差を」 in the year just told
    if not pair or any(len(things) < 2 for things in pair.values()):
        return None
    growing = GROWING.search(text) is not None
    both = data.with_(text=question.text, intent="compare", statistic="trend" if growing else "level", readings=(), asserted=None, claims=(), parts=(), inherited=("all",), **pair)
    return both.with_(years=(), span=False) if growing else both


def moved_subject(slots: Slots, last: Subject) -> tuple[Subject, ...]:
    """The metric that the slots turn the last one into; () where they leave it as it was."""
    if slots.opposite:
        return (Subject("non_elite_share"),) if last == Subject("tier_share", tier="1-50") else (Subject(OPPOSITES[last.metric]),) if last.metric in OPPOSITES else ()
    if slots.band and last.metric in ("tier_share", "firm_elite_share"):
        place = (TIERS.index(last.tier) if last.tier else 0) + slots.band
        return (Subject("tier_share", tier=TIERS[place]),) if 0 <= place < len(TIERS) else ()
    if slots.best:
        return (Subject("firm_elite_share" if last.metric in ("firm_elite_share", "firm_non_elite_share") else "tier_share", tier=None if last.metric.startswith("firm_") else "1-50"),)
    if slots.titled:
        return (Subject(slots.titled, group=last.group),)
    if slots.width:
        return (Subject(f"top{slots.width}_share"),)
    if slots.other_measure and last.metric in NEXT_MEASURE:
        return (Subject(NEXT_MEASURE[last.metric]),)
    return ()


def in_unit(done: Question, slots: Slots, data: Question) -> Question:
    """The completed question in the kind of figure that was asked for."""
    if slots.unit == "base":
        return done.with_(statistic="paper_count", intent="figure", subjects=done.subjects[:1], variant=None)
    if slots.unit == "fraction":
        return done.with_(statistic="count", intent="figure", span=False, variant=None)
    if slots.unit == "count":
        moving = len(done.years) > 1 or done.span
        return done.with_(statistic="count", intent="trend" if moving else "figure")
    if slots.unit in ("peak", "trough"):
        kept = done.years if done.span or data.statistic in ("peak", "trough", "onset", "threshold") else ()
        return done.with_(statistic=slots.unit, intent="trend", years=kept, span=done.span and bool(kept))
    if slots.unit in MOVED_KINDS:
        if slots.shift and len(data.years) == 1:  # 「前の年からは何ポイント?」
            return done.with_(statistic=slots.unit, intent="compare", years=tuple(sorted((data.years[0] + slots.shift, data.years[0]))), span=False)
        years = done.years if len(done.years) > 1 else data.recent_years[-2:] if len(data.recent_years) > 1 else ()
        if len(years) > 1:
            return done.with_(statistic=slots.unit, intent="compare", years=tuple(sorted(years)), span=False)
        return done.with_(statistic=slots.unit, intent="compare", years=(), span=False)
    if slots.unit == "level":
        return done.with_(statistic="level", intent="compare" if len(done.subjects) * max(1, len(done.places)) > 1 else "figure")
    if slots.whole or slots.drawn and len(done.years) < 2 and done.statistic in ("level", "change"):
        several = len(done.subjects) * max(1, len(done.places)) > 1
        return done.with_(statistic="trend", intent="compare" if several else "trend", years=(), span=False, style="chart" if slots.drawn else done.style)
    return done.with_(style="chart") if slots.drawn else done


def by_itself(question: Question) -> bool:
    """Whether a question names enough to be read without the ones before it."""
    moving = question.statistic not in ("level", "count", "paper_count")
    return bool(question.subjects) and (bool(question.years) or bool(question.places) and moving or question.statistic in ("did", "before_after", "rank", "position", "movers"))
