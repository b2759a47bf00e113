"""What is asked of our data or of partners in a roundabout way, written as the plain question: 「去年の数字はないのか」, 「大学の先生に頼むといくらかかる?」,
「GAFA以外で頑張ってる会社は?」."""

import re

import prompts

VALUES = r"(?:数字|数値|データ|値|統計|集計|実績|論文)"
NEWEST = re.compile(rf"^(?:もっと)?(?:去年|昨年|今年|一昨年|おととし|最新|最近|直近|新しい|足元|今|現在|20(?:2[4-9]|3[0-9])年)(?:度|以降)?の?{VALUES}(?:は|って|も|が)?、?(?:ない|無い|ありません|ある|あります|出て|入って|持って|使え|手に入|取れ|見られ|載って)[^。??]{{0,10}}[。??]*$")
UNIVERSITY = r"(?:大学|研究室|教授|先生|准教授)(?:の(?:先生|教授|研究室|方))?"
PRICE = r"(?:いくら|費用|お金|料金|相場|予算|何(?:百|千)?万円?|どれ(?:くらい|ぐらい|ほど)(?:の)?(?:お金|費用|予算|かか)|高い)"
FEE = re.compile(rf"^[^。、??]{{0,10}}{UNIVERSITY}(?:に|と|へ)[^。、??]{{0,10}}?(?:頼|依頼|お願い|組[むん]|委託|共同|研究して|相談|付き合って)[^。??]{{0,12}}?{PRICE}[^。??]{{0,16}}[。??]*$")
TECH = r"(?P<tech>GAFAM?|ガーファ|大手テック|ビッグテック|巨大テック|巨大IT|IT大手|テック大手)"
BUT = r"(?:以外|を除(?:く|いて|いた|けば|くと)|じゃない|でない|抜き|を外(?:して|すと)|の他|のほか)"
FIRMS = r"(?:会社|企業|メーカー|ところ|とこ)"
MANY = r"(?:論文(?:が|の|を)?(?:一番|最も)?(?:多い|多く|出し)|頑張|がんばっ|目立|強い|元気|健闘|活躍|存在感|伸びて|気を吐|すごい|上位|トップ|有力)"
BUT_TECH = re.compile(rf"{TECH}{BUT}(?:の|で|に|では|だと)*[^。、??]{{0,10}}?(?:{MANY}[^。??]{{0,12}}{FIRMS}|{FIRMS}[^。??]{{0,8}}{MANY})")
FIRST = "論文が多い企業の上位10社は?"


def in_plain_words(text: str) -> tuple[str, tuple[str, ...]] | None:
    """(plain question, what is to be said of it) of such a message; None for any other."""
    if NEWEST.match(text):
        return "データは何年まである?", ()
    if FEE.match(text):
        return "共同研究の費用はいくら?", ()
    if match := BUT_TECH.search(text):
        return FIRST, (prompts.render("notes", "tech_kept", name=match["tech"]),)
    return None
