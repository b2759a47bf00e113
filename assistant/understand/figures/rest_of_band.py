"""「QS50位以内とそれ以外の違いは?」: a rank band of universities beside all the others, which are counted as one group for the best fifty alone."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

BAND = r"(?:QS|qs|世界(?:大学)?(?:ランキング)?|大学ランキング)?(?:の)?(?:上位|トップ|ランキング)?\s?(?P<low>1\s?[位]?\s?(?:[~-]|から)\s?)?(?P<high>\d{2,3})(?:位|校|大学)?(?:以内|まで|以上)?(?:の)?(?:大学)?"
BOTH = re.compile(rf"(?P<band>{BAND})と(?:は)?、?(?P<rest>(?:それ|そこ|これ)以外(?:の(?:大学|学校|ところ))?|(?:その|あと)?(?:ほか|他|残り|圏外|下)(?:の(?:大学|学校))?)(?=の|で|と|を|は|、|だと|って|[??。]|$)")
OF_RANKS = re.compile(r"QS|qs|位|ランキング|世界")
FIFTY = 50
LONGEST = 44  # characters


def rest_of_band(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """Both side by side, refused for another band; None for any other message."""
    match = BOTH.search(text.folded)
    if match is None or len(text.folded) > LONGEST or not OF_RANKS.search(match["band"]):
        return None
    alone, both = reader.read_alone(text), (Subject("tier_share", tier="1-50"), Subject("non_elite_share"))
    asked = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=both, places=alone.places[:1], years=alone.years[-1:])
    if int(match["high"]) != FIFTY:
        return reader.finished(asked.with_(blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "rest_of_band", band=match["band"])}), text, data)
    course = {"statistic": alone.statistic, "years": alone.years, "span": alone.span} if alone.statistic == "trend" else {}
    return reader.finished(asked.with_(**course), text, data)
