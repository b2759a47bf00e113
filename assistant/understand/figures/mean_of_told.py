"""「両方の平均は?」「3つの平均をとると」「その2年の平均」 of values just told: nobody computes a mean of shares of different numbers of papers; each is told, and that is said."""

import re

import prompts
from assistant.models import Place, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import lately, number
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと)[、,]?\s*)*"
MEAN = re.compile(
    rf"{OPENER}(?:(?:その|この|今の|いまの|挙げた|出た|上の)の?)?(?:(?P<count>[2-4]|[二三四])(?:つ|個|社|校|[かカヶ]?国|会議|学会|分野|年|者)(?:分)?|両方|両者|両国|両社|両年|ふたつ|全部|これら|それら)(?:の)?(?:値|数字|割合|率|年)?(?:の|を|で)?(?:(?:単純)?平均|なら(?:す|し)|均(?:す|し)|足して[2-4二三四]で割)[^。]{{0,14}}[。??!]*$"
)
VALUES = ("level", "count")


def mean_of_told(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those values side by side; None for any other message, and where fewer than two were told."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts or data.statistic not in (*VALUES, "change") or (match := MEAN.match(text.folded)) is None:
        return None
    several = told_apart(data, number(match["count"]) if match["count"] else 2)
    if several is None:
        return None
    kept = {"text": text.folded, "topic": text.folded, "intent": "compare", "readings": (prompts.render("notes", "no_mean"),), "claims": (), "asserted": None, "style": "normal", "cue": None, "inherited": ("all",)}
    return reader.finished(data.with_(**{**kept, **several}), text, data)


def told_apart(data: Question, count: int) -> dict | None:
    """What makes the question hold all values: as it was, the things told one after the other, or the years."""
    if len(data.subjects) * max(1, len(data.places)) > 1 or len(data.years) == 2 and not data.span:
        return {}
    if len(data.recent_years) >= count and data.statistic in VALUES and "years" not in data.inherited and data.inherited:
        years = tuple(sorted(data.recent_years[-count:]))
        return {"years": (years[0], years[-1]), "span": count > 2, "statistic": "trend" if count > 2 else "change"}
    things = lately(data, count)
    if len(things) < 2 or len(data.years) != 1:
        return None
    return {"places": things} if isinstance(things[0], Place) else {"subjects": things}
