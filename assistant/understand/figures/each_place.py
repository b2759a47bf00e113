"""「東京大学、京都大学、大阪大学の順位」: the place of each that is named, and 「Googleの論文は日本全体より多い?」: one institution held against a country."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import position_asked
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

RANK = re.compile(r"順位|何位|何番目|ランク(?!ング)")
ORDER = re.compile(r"で、?順位|順位つけ|順位(?:をつけ|付け|づけ|に並べ|順)|どちら|どっち|比べ|くらべ|多い順|高い順|推移|上が|下が|変わ|差|の中で|うち|逆転|入れ替")
AMONG_THEM = re.compile(r"で、?順位(?:は|を)?[。??]*$")
MORE = re.compile(r"より(?:も)?、?(?:論文が|論文の数が|数が)?(?:多|少な|上|下|大き|小さ|勝)|どちら|どっち|比べ|くらべ")
COUNTRY = re.compile(r"(?:全体|全部|一国|の合計|の論文(?:全体)?|という国)?(?=より|と|は|の(?:方|ほう)|、|では|$)")
FEWEST, MOST, LONGEST = 2, 4, 48  # things named; characters


def each_place(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """A question for each, or the two side by side; None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    institutions = list(dict.fromkeys(hit.key for hit in reader.institutions.find(text)))
    hits = reader.countries.find(text)
    countries = list(dict.fromkeys(hit.key for hit in hits))
    if position_asked(text.lowered) and RANK.search(text.folded) and not ORDER.search(text.folded):
        named = [Subject("institution_share", institution=key) for key in institutions] if not countries else [Subject("country_share", country=key) for key in countries] if not institutions else []
        if FEWEST <= len(named) <= MOST:
            return placed(reader, text, data, named)
    if AMONG_THEM.search(text.folded) and not countries and FEWEST <= len(institutions):
        alone = reader.read_alone(text)
        among = tuple(Subject("institution_share", institution=key) for key in institutions)
        done = Question(text=text.folded, intent="rank", statistic="rank", ranked="named", resolved=text.folded, topic=text.folded, subjects=among, places=alone.places, years=alone.years[-1:])
        return reader.finished(done, text, data)
    beside = MORE.search(text.folded) and len(institutions) == 1 and len(countries) == 1 and COUNTRY.match(text.folded, hits[0].end)
    if not beside:
        return None
    alone = reader.read_alone(text)
    subjects = (Subject("institution_share", institution=institutions[0]), Subject("country_share", country=countries[0]))
    done = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=subjects, places=alone.places, years=alone.years[:1])
    return reader.finished(done, text, data)


def placed(reader: Reader, text: Text, data: Question | None, named: list[Subject]) -> Question:
    alone = reader.read_alone(text)
    base = Question(text=text.folded, intent="rank", statistic="position", resolved=text.folded, topic=text.folded, places=alone.places, years=alone.years[:1])
    parts = tuple(reader.finished(base.with_(subjects=(subject,)), text, data) for subject in named)
    return parts[0].with_(parts=parts, recent_subjects=tuple(named))
