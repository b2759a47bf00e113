"""Papers that nobody counted though words for them are near: 「エリート大学だけで書いた論文」, 「大手テックと組んだ大学」. Said so, with the nearest share."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

ELITE = r"(?:エリート大学?|名門大学?|トップ大学|一流大学|有名大学|上位大学)"
ONLY = re.compile(rf"(?P<name>{ELITE}(?:の人)?(?:だけ|のみ|単独)(?:で|の|が)?(?:書い|発表し|出し|作っ|構成|論文|の論文)?)(?=[^。]{{0,14}}(?:論文|割合|比率|率|何%|は))")
NARROWED = re.compile(rf"{ELITE}(?:だけ|のみ)(?:だと|では|なら|に(?:絞|限)|で(?:見|言)|は[??。]*$|[??。]*$)")
BIG = r"(?:大手テック(?:企業)?|ビッグテック|巨大テック|GAFAM?|gafam?|テック大手)"
TOGETHER = r"(?:組ん|手を組|共著|共同|連名|一緒に書|いっしょに書)"
WITH_BIG = re.compile(rf"(?P<name>{BIG}(?:と|との)(?:大学の?)?、?{TOGETHER}[^。、]{{0,6}}(?:大学|論文)|{BIG}と大学の(?:共著|共同)|大学(?:と|との){BIG}の?{TOGETHER}?)")
LONGEST = 44  # characters


def not_alone(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The question, blocked, near the share of the group; None for any other message."""
    if len(text.folded) > LONGEST or NARROWED.search(text.folded):
        return None
    only, big = ONLY.search(text.folded), WITH_BIG.search(text.folded)
    if not (only or big):
        return None
    alone = reader.read_alone(text)
    subject = Subject("tier_share", tier="1-50") if only else Subject("big_tech_share")
    name = prompts.render("notes", "elite_only" if only else "big_with_university")
    done = Question(
        text=text.folded, intent="figure", statistic="level", resolved=text.folded, topic=text.folded, subjects=(subject,), places=alone.places, years=alone.years[-1:], blocker="unknown_metric", blocker_details={"name": name},
    )  # fmt: skip
    return reader.finished(done, text, data)
