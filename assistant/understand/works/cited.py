"""Whether papers of a group are cited more than their number would tell: 「引用の面では、企業単独と比べて共著の方が評価されているのか」. Their share of the
citations stands beside their share of the papers."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, PAPER_SOUGHT
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text

CITED = re.compile(r"引用(?!し(?:て(?:いい|も|良)|たい|ます|ても)|元|の仕方|できる)|サイテーション|citation")
JUDGED = re.compile(r"評価|され(?:て|る|や|ま|た)|よく|多く|方が|ほうが|比べ|くらべ|どちら|どっち|影響力|質")
GROUPS = (("firm_university", re.compile(r"共著|産学|大学と(?:組|一緒|共同)|(?:企業|会社)と大学(?:の|が|で|とで)(?:共著|共同|組|一緒|いっしょ|書)")), ("firm_only", re.compile(r"(?:企業|会社|民間)(?:だけ|のみ|単独|オンリー)|単独(?:の|で|と|論文)|自社だけ")))
LONGEST = 60  # characters
OTHERS = re.compile(r"エリート|上位校|トップ|国|米|中国|日本|非営利|政府|推移|いつ|分野別|会議別|ランキング|順位|一番|最も|なぜ|どうして|理由")


def cited_groups(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question (compare, level) with both shares of each group that is named, joint papers first; None for any other."""
    if len(text.folded) > LONGEST or not CITED.search(text.folded) or not JUDGED.search(text.folded) or OTHERS.search(text.folded) or DEFINITION.search(text.lowered) or PAPER_SOUGHT.search(text.lowered):
        return None
    groups = [name for name, words in GROUPS if words.search(text.folded)]
    if not groups:
        return None
    subjects = tuple(subject for name in groups for subject in (Subject("citation_share", group=name), Subject(f"{name}_share")))
    period = read_period(text.folded)
    if len(period.years) > 1:
        return None
    places = data.places if data is not None and previous is not None and previous.intent in DATA_INTENTS else ()
    return Question(text=text.folded, intent="compare", resolved=text.folded, topic=text.folded, subjects=subjects, places=places, years=period.years, inherited=("places",) if places else ())
