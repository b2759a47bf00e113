"""「日本が強い分野は?」 「中国が弱い分野は?」: the fields (or conferences) by the share of a country or institution."""

import re

from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

STRONG, WEAK = r"強い|得意な?|存在感がある|活発な|多い|目立つ", r"弱い|苦手な?|手薄な?|出遅れ(?:ている|てる|た)?|存在感がない|少ない"
ASKED = re.compile(rf"^(?:(?:じゃあ?|では|で|ちなみに|それなら)[、,]?)*(?P<name>[^、。??]{{1,16}}?)(?:が|の|は)(?:研究で|論文で)?(?:一番|いちばん|最も|特に|とくに|比較的)?(?:(?P<strong>{STRONG})|(?P<weak>{WEAK}))(?:の)?(?P<kind>分野|領域|会議|学会)(?:は|って|を|が)?(?:どこ|どれ|何|なに|教えて)?[ぁ-ん]{{0,8}}[。??!]*$")
LONGEST = 36  # characters


def strong_fields(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """That ranking; None for any other message."""
    match = ASKED.match(text.folded) if len(text.folded) <= LONGEST else None
    if match is None:
        return None
    within = [hit for hit in (*reader.countries.find(text), *reader.institutions.find(text)) if match.start("name") <= hit.start and hit.end <= match.end("name")]
    if len(within) != 1 or not re.fullmatch(r"(?:(?:の)?(?:研究|AI研究|論文|研究者|勢|機関))?", text.folded[within[0].end : match.end("name")]) or within[0].start != match.start("name"):
        return None
    hit = within[0]
    subject = Subject("institution_share", institution=hit.key) if hit.kind == "institution" else Subject("japan_share") if hit.key == "Japan" else Subject("country_share", country=hit.key)
    ranked = "fields" if match["kind"] in ("分野", "領域") else "venues"
    done = Question(text=text.folded, intent="rank", statistic="rank", ranked=ranked, resolved=text.folded, topic=text.folded, subjects=(subject,), ascending=match["weak"] is not None)
    return reader.finished(done, text, data)
