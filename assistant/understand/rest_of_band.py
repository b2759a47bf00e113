"""「QS50位以内とそれ以外の違いは?」: a rank band of universities beside all the others, which are counted as one group for the best fifty alone."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.matcher import Text, read
from assistant.understand.reader import Reader

BAND = r"(?:QS|qs|世界(?:大学)?(?:ランキング)?|大学ランキング)?(?:の)?(?:上位|トップ|ランキング)?\s?(?P<low>1\s?[位]?\s?(?:[~-]|から)\s?)?(?P<high>\d{2,3})(?:位|校|大学)?(?:以内|まで|以上)?(?:の)?(?:大学)?"
BOTH = re.compile(rf"(?P<band>{BAND})と(?:は)?、?(?P<rest>(?:それ|そこ|これ)以外(?:の(?:大学|学校|ところ))?|(?:その|あと)?(?:ほか|他|残り|圏外|下)(?:の(?:大学|学校))?)(?=の|で|と|を|は|、|だと|って|[??。]|$)")
OF_RANKS = re.compile(r"QS|qs|位|ランキング|世界")
FIFTY = 50
LONGEST = 44  # characters


def rest_of_band(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with both called by their names, or refused for another band; None for any other message."""
    match = BOTH.search(text.folded)
    if match is None or len(text.folded) > LONGEST or not OF_RANKS.search(match["band"]):
        return None
    if int(match["high"]) == FIFTY:
        return reader.understood(read(f"{text.folded[: match.start()]}QS1〜50位の大学とエリート以外の大学{text.folded[match.end() :]}"), previous, data).with_(text=text.folded)
    alone = reader.read_alone(text)
    done = Question(
        text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=(Subject("tier_share", tier="1-50"), Subject("non_elite_share")), places=alone.places[:1], years=alone.years[-1:], blocker="unknown_metric",
        blocker_details={"name": prompts.render("notes", "rest_of_band", band=match["band"])},
    )  # fmt: skip
    return reader.finished(done, text, data)
