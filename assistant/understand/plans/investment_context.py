"""The words around one number of a sentence about an investment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.numerals import Numeral, find_numerals

NEGATIVE = re.compile(r"(?:[-−‐–—△▲]|マイナス)\s*¥?\s*$")
RANGE = re.compile(r"^\s*(?:[~〜～∼–—-]|から|ないし|乃至)(?:年間?|毎年|年額|月額?|毎月|月々)?\s*¥?$")
FROM = re.compile(r"から(?:年間?|毎年|年額|月額?|毎月|月々)?")
# What may stand between a word and the number it names.
LINK = re.compile(
    r"[\s:：=＝、,(（\[「]*(?:額|金額|費|費用|率|コスト)?(?:(?:は|が|を|に|も|で|の|と|見込み|予定|想定|別途|別に|約|およそ|だいたい|ざっと|総額|合計|"
    r"毎年|毎月|年間|年額|月額|月々|月間|年|月|ひと月|四半期(?:ごと)?|半期(?:ごと)?|毎週|週|初年度?|[0-9]*年?目(?:以降)?|最低|最高|最大|基準|標準|低め?|高め?|悪ければ|良ければ|悲観|楽観|"
    r"一?1?年あたり|1?か月あたり|あたり|当たり|[-−‐–—△▲]|マイナス|¥)[\s:：=＝、,(（]*)*"
)
NAMING = re.compile(r"[はがを:：=＝に]")
AFTER_LINK = r"^\s*(?:\)|）)?(?:/年|/月)?(?:の|を|が|は|も|ずつ|ほど|くらい|ぐらい|程度|分|相当|だけ|前後|しか)*\s*"
CLAUSE = re.compile(r"[、。,，;；?？!！\n]")
CONTENT = re.compile(r"[一-龥ァ-ヴA-Za-z]{2,}")
CONDITIONAL = re.compile(r"たら|なら|れば|と(?:どう|[?？。]|$)|場合")
YEAR_TOLD = re.compile(r"(?:(初年度?|[0-9]+年目)(?:以降|から)?)(?:は|が|に|の|、)?(?:効果は?|効果が)?\s*¥?$")
# 「200万円、最高500万円」 「50万円、2年目100万円」: the number goes on with the amount before it.
SAME_AMOUNT = re.compile(r"[、,/\s]*(?:最低|最高|最大|基準|標準|低め?|高め?|悪ければ|良ければ|悲観|楽観|見込み|初年度?|[0-9]*年?目)(?:以降|から)?(?:は|が|で|に|でも|なら|:|の)*(?:効果[はが]?)?\s*¥?")
MOVED = re.compile(r"^(?:に|へ|まで)(?:減|下|削|圧縮|縮|増|上|伸|抑)")
TIMES, PER = ("時間", "日", "日間", "週間", "か月", "月", "年", "年間", "四半期"), re.compile(r"(?:あたり|当たり|につき)?(?:に|で|、)?\s*¥?")
PERIOD_WORDS = re.compile(r"(?:毎年|毎月|年間|年額|月額|月々|月間|毎週|四半期|半期|合計|総額|最低|最高|最大|基準|約|初年度?|[0-9]+年目|以降)*\s*¥?$")
PERIODS = ("monthly", "quarterly", "half_yearly", "weekly", "yearly", "daily")


@dataclass(frozen=True)
class Context:
    """One numeral, the text since the previous one, the text up to the next one, and how it stands in a range."""

    numeral: Numeral
    before: str
    after: str
    negative: bool
    range_start: bool
    range_end: bool
    year_told: int | None
    conditional: bool
    continues: bool
    from_to: bool
    """Either end of 「1200万円から800万円に減らす」: the difference counts."""
    per_next: bool
    """「1日2万円」: the number only says over what time the next one is told."""

    def adjacent(self, words: Iterable[str]) -> int | None:
        """Where (end in `before`, then length) one of the words stands with only linking words up to the number."""
        lowered, best = self.before.lower(), None
        for word in words:
            start = lowered.rfind(word)
            if start >= 0 and LINK.fullmatch(lowered[start + len(word) :]) and not crosses_clause(lowered[start + len(word) :]):
                best = max(best or 0, 1000 * (start + len(word)) + len(word))
        return best

    def nearest(self, words: Iterable[str]) -> int | None:
        """End in `before` of the last of the words."""
        lowered = self.before.lower()
        ends = [lowered.rfind(word) + len(word) for word in words if word in lowered]
        return max(ends) if ends else None

    def follows(self, words: Iterable[str], through_de: bool = False, through_noun: bool = False) -> bool:
        """Whether one of the words comes right after the number (through で: 「で導入」; through a noun: 「の人件費削減」)."""
        link = AFTER_LINK + ("(?:で)?" if through_de else "") + ("(?:[一-龥ァ-ヴー]{0,6}?(?:が|を|は|も|で)?)" if through_noun else "")
        return bool(re.match(link + "(?:" + "|".join(map(re.escape, words)) + ")", self.after.lower()))

    def near(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands in the number's own clause."""
        clause = CLAUSE.split(self.before)[-1] or self.before.rstrip("、, ")
        return any(word in clause.lower() for word in words) or self.follows(words) or any(word in CLAUSE.split(self.after)[0].lower()[:6] for word in words)

    def named_otherwise(self) -> bool:
        """Whether a noun stands right before the number (補助金200万円): it is that noun's amount."""
        return bool(re.search(r"(?:[一-龥ァ-ヴーA-Za-z]{2,})(?:は|が|:|=)?\s*¥?$", PERIOD_WORDS.sub("", self.before)))

    def content_before(self) -> bool:
        """Whether the clause says what the number is, in words of its own."""
        return bool(CONTENT.search(CLAUSE.split(self.before)[-1]))

    def per(self, period: str) -> bool:
        return bool(re.search({"yearly": r"(?:毎年|年)\s*$"}[period], self.before))

    def bound(self, words: dict) -> str | None:
        """low, base or high where the clause says so."""
        clause = CLAUSE.split(self.before)[-1]
        for bound in ("low", "high", "base"):
            if re.search(r"(?:" + "|".join(words[bound]) + r")(?:は|が|で|でも|なら|:|の)?\s*¥?$", clause):
                return bound
        return None


def crosses_clause(text: str) -> bool:
    """A comma may follow the particle that names the number (効果は、300万), but a new clause is another matter (投資、300万)."""
    return bool(re.search(r"[。;；?？!！\n]", text))


def contexts(text: str) -> list[Context]:
    """Every number of the text with its surroundings."""
    numerals = find_numerals(text)
    found = []
    for place, numeral in enumerate(numerals):
        per_time = bool(found and found[-1].per_next)
        first = 0 if not place else numerals[place - 1].start if per_time else numerals[place - 1].end
        last = numerals[place + 1].start if place + 1 < len(numerals) else len(text)
        before, after = text[first : numeral.start], text[numeral.end : last]
        amount = numeral.unit in (None, "円")
        joined_before = bool(place and RANGE.match(before) and amount and numerals[place - 1].unit in (None, "円"))
        joined_after = bool(place + 1 < len(numerals) and RANGE.match(after) and amount and numerals[place + 1].unit in (None, "円"))
        moved = moves(numerals, place, text) or bool(found and joined_before and found[-1].from_to)
        year = YEAR_TOLD.search(text[: numeral.start]) if amount else None
        found.append(
            Context(
                numeral, before, after, bool(NEGATIVE.search(before)) and not joined_before or numeral.value < 0, joined_after, joined_before,
                None if year is None else 1 if year[1].startswith("初") else int(re.match(r"[0-9]+", year[1])[0]),
                bool(CONDITIONAL.search(text)), joined_before or bool(SAME_AMOUNT.fullmatch(before)),
                moved,
                place + 1 < len(numerals) and numeral.value == 1 and numeral.unit in TIMES and numerals[place + 1].unit in (None, "円") and bool(PER.fullmatch(after)),
            )  # fmt: skip
        )
    return found


def moves(numerals: list[Numeral], place: int, text: str) -> bool:
    """Whether a change from this number to the next is told."""
    if place + 1 >= len(numerals) or FROM.fullmatch(text[numerals[place].end : numerals[place + 1].start].strip()) is None:
        return False
    return bool(MOVED.match(text[numerals[place + 1].end :]))


def period_of(context: Context, words: dict) -> str | None:
    """Over what time an amount is told: the word right before the number, or 「/月」 「ずつ毎月」 right after it."""
    if word := word_of_period(context, words):
        return next(period for period in PERIODS if word in words[period])
    after = context.after.lstrip(" 　(（")
    for period, pattern in (("monthly", r"/(?:か?月|month)|毎月|/ ?月"), ("yearly", r"/年|毎年"), ("weekly", r"/週|毎週"), ("daily", r"/日|毎日")):
        if re.match(pattern, after):
            return period
    return None


def word_of_period(context: Context, words: dict) -> str:
    """「毎月」 of 「毎月20万円」; empty where no period stands right before the number."""
    before = re.sub(r"(?:に|で|は|が|、|約|およそ|[\s¥])*$", "", context.before)
    known = (word for period in PERIODS for word in words[period] if before.endswith(word) and not before.endswith(f"人{word}"))
    return max(known, key=len, default="")
