"""Whether somebody named is among the first ones: 「東大は世界で50位以内に入ってる?」 the place of one institution or country, 「トップ10の大学に日本は入る?」 the
members of one country among the first so many."""

import re

from assistant.models import Question, Subject
from assistant.understand.figures.first_named import KINDS
from assistant.understand.figures.in_ranking import IN_RANKING
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

WITHIN = re.compile(r"(?<![\d〜~\-])(\d{1,3})位(?:以内|まで|圏内|以上)|(?:トップ|上位|ベスト|top\s?)(\d{1,3})(?:位|校|社|[かカヶ]国|機関)?(?:以内|圏内|圏)?(?!%|\d)", re.IGNORECASE)
AMONG = re.compile(r"入(?:る|っ|り|れ|ら)|食い込|ランクイン|含まれ|届[いく]|位(?:以内|圏内)(?:は|って|$|[??])")
# Shares, concentration and bands of QS ranks are questions of their own.
OTHERWISE = re.compile(r"割合|シェア|比率|率|集中|占め|何%|QS|qs|大学ランキング|世界大学|何年|いつ|論文誌|引用")
COUNTED = {"firms": "社", "universities": "校", "countries": "か国", "institutions": "機関"}
LONGEST = 40  # characters


def limit_within(text: str) -> int | None:
    """The last place that is still meant: 50 for 「50位以内に入る」; None where none is asked about."""
    match = WITHIN.search(text)
    return int(match[1] or match[2]) if match is not None and AMONG.search(text) and not OTHERWISE.search(text) else None


def rank_within(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The place of the one named, or the members of the country named; None for any other message."""
    limit = limit_within(text.folded) if len(text.folded) <= LONGEST else None
    if limit is None:
        return None
    institutions, countries = ({hit.key for hit in finder.find(text)} for finder in (reader.institutions, reader.countries))
    kind = next((name for name, words in KINDS.items() if name != "countries" and re.search(rf"{words}|\d{COUNTED[name]}", text.folded)), None)
    alone = reader.read_alone(text)
    base = Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded, places=alone.places, years=alone.years)
    if len(institutions) == 1 and not countries:
        asked = base.with_(statistic="position", subjects=(Subject("institution_share", institution=institutions.pop()),))
    elif len(countries) == 1 and not institutions and kind is not None:
        country = countries.pop()
        asked = base.with_(statistic="rank", ranked=kind, count=limit, option=IN_RANKING, subjects=(Subject("japan_share") if country == "Japan" else Subject("country_share", country=country),))
    elif len(countries) == 1 and not institutions:
        asked = base.with_(statistic="position", subjects=(Subject("country_share", country=countries.pop()),))
    else:
        return None
    return reader.finished(asked, text, data)
