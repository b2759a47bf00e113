"""How strong a country or an institution is, put without a word of papers: 「中国は本当に強いんですか」 「Googleってそんなにすごいの」. It is read as the course of
its share, written as that question."""

import re

from assistant.understand.text.matcher import Text, read

STRONG = re.compile(
    r"^(?:(?:AI|人工知能)(?:の)?(?:研究|分野|開発|業界)?(?:で(?:は|の)?|では|だと|において|は|って|の|に関して)?|やっぱり|やはり|結局|実際|正直|今でも|ところで|で|、)*(?P<name>[^、。??はがもって]{2,12}?)(?:勢|企業|の(?:会社|企業|大学|AI研究|研究|AI))?(?:は|って|が|も)、?"
    r"(?:AI(?:研究)?(?:で|では|に)?|研究(?:で|では)?|本当に|ほんとに|実際|やはり|やっぱり|まだ|今も|今でも|そんなに|そこまで|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|程度)|どんだけ|もう|世界(?:で|的に)|、)*"
    r"(?:強(?:い|く(?:ない|なった|なって))|弱(?:い|く(?:なった|なって))|すご(?:い|く)|凄(?:い|く)|進んで(?:い)?(?:る|ます)|遅れて(?:い)?(?:る|ます)|先行して(?:い)?(?:る|ます)|優勢|優位|劣勢|強豪|強国|大国|ダメ|駄目|勝って(?:い)?(?:る|ます)|負けて(?:い)?(?:る|ます)|衰えた|落ち目|頑張って(?:い)?(?:る|ます))"
    r"(?:の|ん|なの|なん|です|でしょう|だろう|か|かな|ね|よね|と(?:言|聞|い)[^。??]{0,8}|って(?:本当|ほんと))*[。??]*$"
)
LONGEST = 36


def course_of(reader, text: Text) -> str | None:
    """The question for the course of the share of the country or institution whose strength is asked for; None for any other text."""
    match = STRONG.match(text.folded) if len(text.folded) <= LONGEST else None
    if match is None:
        return None
    named = read(match["name"])
    found = reader.countries.find(named) or reader.institutions.find(named)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(named.lowered)
    return f"AI会議の{match['name']}の割合の推移は?" if whole else None
