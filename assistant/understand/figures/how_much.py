"""「どのくらい?」「何ポイント?」 right after two values, a change or a gap: the same things, as a number."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|へえ|具体的に(?:は)?|数字で(?:言うと|いうと)?)[、,]?\s*)*"
BARE = re.compile(rf"{OPENER}(?:(?:それ|その差|差|開き|ギャップ)(?:は|って|が)?、?)?(?:どの(?:くらい|ぐらい|程度)|どれ(?:くらい|ぐらい|だけ|ほど)|どんだけ|なんぼ|いくつ|何(?:ポイント|%|パーセント|本|件))(?:の(?:差|開き|違い|変化))?(?:縮|広|開|離れ|違|増え|減|上が|下が|伸び|変わ)?[ぁ-ん]{{0,10}}[。??!]*$")
MOVED = re.compile(r"増|減|上が|下が|伸|変")
NARROWED = re.compile(r"縮|広|狭|詰ま")
GAP = re.compile(r"縮|広|開|離れ|違|差")
SIZED = re.compile(r"何(?:ポイント|%|パーセント)")  # told as the size of the move
SEVERAL = ("level", "trend", "count")
MOVES = ("change", "ratio", "before_after", "did")


def how_much(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question for that number; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts or data.ranked is not None or BARE.match(text.folded) is None:
        return None
    if (years := two_counts(text, data)) is not None:
        return reader.finished(data.with_(text=text.folded, intent="trend", statistic="count", years=years, span=False, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)
    if (years := two_years(text, data)) is not None:
        return reader.finished(data.with_(text=text.folded, intent="compare", statistic="change", years=years, span=False, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)
    if data.statistic in (*SEVERAL, *MOVES) and len(data.subjects) * max(1, len(data.places)) == 2 and NARROWED.search(text.folded):
        years = data.years if len(data.years) > 1 else tuple(sorted(data.recent_years[-2:])) if len(data.recent_years) > 1 and data.statistic == "level" else ()
        asked = text.folded if "差" in text.folded else f"差は{text.folded}"
        return reader.finished(data.with_(text=asked, intent="compare", statistic="trend", years=years, span=bool(years), readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)
    two = len(data.subjects) * max(1, len(data.places)) == 2
    if not (two and data.statistic in SEVERAL and (data.statistic == "trend" or GAP.search(text.folded) or not MOVED.search(text.folded)) or data.statistic in MOVES):
        return moved(reader, text, data)
    asked = text.folded if GAP.search(text.folded) or data.statistic in MOVES else f"差は{text.folded}"
    return reader.finished(data.with_(text=data.text if data.statistic == "trend" else asked, topic=text.folded, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)


def two_counts(text: Text, data: Question) -> tuple[int, ...] | None:
    """The years of two numbers of papers that were told one after the other: 「何本増えた?」; None otherwise."""
    single = data.statistic == "count" and len(data.subjects) * max(1, len(data.places)) == 1 and data.inherited and not {"years", "all"} & set(data.inherited)
    return tuple(sorted(data.recent_years[-2:])) if single and len(data.recent_years) > 1 else None


def two_years(text: Text, data: Question) -> tuple[int, ...] | None:
    """The years of two values of one thing that were told one after the other, where it is asked how much it rose or fell; None otherwise."""
    single = data.statistic == "level" and len(data.subjects) * max(1, len(data.places)) == 1 and data.inherited and not {"years", "all"} & set(data.inherited)
    return tuple(sorted(data.recent_years[-2:])) if single and len(data.recent_years) > 1 and MOVED.search(text.folded) else None


def moved(reader: Reader, text: Text, data: Question) -> Question | None:
    """「どのくらい?」 after 「増えている?」 of one thing: from its first year until its last one."""
    if SIZED.search(text.folded) or data.statistic != "trend" or len(data.subjects) * max(1, len(data.places)) != 1 or data.years and not data.span:
        return None
    return reader.finished(data.with_(text=text.folded, intent="trend", readings=(), claims=(), asserted=None, style="normal", inherited=("all",)), text, data)
