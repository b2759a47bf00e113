"""「どっちが大学との共著多い?」 after firms or universities set side by side: with whom each of them writes is not counted, and that is said."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text

WHICH = re.compile(r"どっち|どちら|どれ(?!くらい|ぐらい|ほど|だけ)|どこ|それぞれ|両社|両者|両校|二社|2社|三社|3社|各社|各校|この中|その中|一番|いちばん|順")
TOGETHER = re.compile(r"(?:と|との|とは|とも)、?(?:一緒|いっしょ|共著|共同(?:研究|論文)?|連名|組ん|組む|連携|協力|コラボ|手を(?:組|携))|産学(?:共著|連携)|共著(?:率|の割合|論文)?(?:が|は|の)?(?:多|少な|高|低)")
# 「その3社の共著は?」: with each other.
EACH_OTHER = re.compile(r"^(?:(?:じゃあ?|では|で|ちなみに|ほな|なら|ところで)[、,]?)*(?:(?:その|この|これら|それら|上の|上位)の?)?(?:[2-9二三四五両](?:社|校|者|つ|[かカヶ]?国|機関|大学)|会社|企業|大学|国|上位陣)(?:の?(?:間|中))?(?:どうし|同士|間)?(?:で|の|での|が|は)*(?:いっしょに|一緒に|互いに|お互いに)?(?:書いた|組んだ)?の?(?:共著|共同(?:研究|論文|執筆)?|連名|合作|コラボ|論文で手を組)(?:論文|率|の(?:割合|数|本数))?[^。]{0,12}[。??!]*$")
OUR_ADVICE = re.compile(r"うち|当社|自社|弊社|べき|いい|良い|したい|するなら|組むなら")
LONGEST = 40


def partner_of_them(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question as one for numbers that are not held, near the share of joint papers as a whole; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or len(text.folded) > LONGEST:
        return None
    named = [subject for subject in data.subjects if subject.institution is not None]
    listed = data.statistic == "rank" and data.ranked in ("firms", "universities", "institutions")
    countries = [subject for subject in data.subjects if subject.metric in ("country_share", "japan_share")]
    together = EACH_OTHER.match(text.folded) if len(named) > 1 or listed or len(countries) > 1 or data.ranked == "countries" else None
    if together is None and (not (len(named) > 1 or listed) or not (WHICH.search(text.folded) and TOGETHER.search(text.folded))) or OUR_ADVICE.search(text.folded):
        return None
    return data.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, intent="figure", statistic="level", subjects=(Subject("firm_university_share"),), ranked=None, years=data.years[-1:], span=False, spans=(), count=None,
        readings=(), claims=(), asserted=None, style="normal", cue=None, option=None, blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "partners")}, inherited=("years",),
    )  # fmt: skip
