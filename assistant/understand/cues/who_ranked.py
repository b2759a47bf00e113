"""Whom a ranking is asked of: the firms, universities, countries or institutions that a question asks to be named, in whatever order of words."""

import re

RANKED = {
    "fields": r"分野|領域",
    "firms": r"企業|会社|メーカー|firms?|compan(?:y|ies)",
    "universities": r"大学(?!院)|universit(?:y|ies)",
    "countries": r"国(?!際|立|内|研)|countr(?:y|ies)",
    "institutions": r"機関|組織|institutions?",
}
SECTORAL = ("firms", "universities", "institutions")  # institutions, all or of one sector
NAMED = ("firms", "universities", "countries", "institutions")
FIRST = r"一番(?!目)|いちばん|最も|もっとも|最多|最大|最強|トップ|首位|筆頭|ナンバー\s*(?:ワン|1)|no\.?\s*1|[0-9一二三四五]+\s*(?:位|番目|番手)|ランキング|番付|順位|ベスト|上位|(?:多い|高い|大き[いな])順|\bmost\b|\btop\b"
MANY = r"(?<!どれ)(?<!くらい)(?<!ほど)多[いく](?!か少)|たくさん|大量|よく(?:見|目に|名前)|強い|存在感|目立|活発|盛ん|リードし|幅を利か|常連|主力|主役"
# What is ordered are papers; money, size and quality are nobody's rank here.
PAPERS = re.compile(r"論文|ペーパー|発表|採択|投稿|出し|書[いく]|載せ|載っ|通し|名前|存在感|研究|本数|会議|学会|[A-Za-z]{3,}|\bai\b|paper|publish", re.IGNORECASE)
# Together with whom, how joined and in which year is another question.
OTHER_QUESTION = re.compile(r"と(?:一緒に)?(?:組|共著|共同|連携|手を)|パートナー|相手|何%|何割|何年|いつ|割合|比率|(?<!順)率|シェア|何本|いくつ|理由|なぜ|どうして|関係|(?:会議|学会|カンファレンス|分野)(?:(?:は|って|が)(?:どこ|どれ|どの|何|[??。]*$)|どこ|どれ)|(?:年|論文)(?:は|って)(?:どこ|どれ|どの|何|[??。]*$)")
# 「企業の上位を教えて」「大学の論文数の上位5校は」; 「大学の上位50」 is a band of ranks, 「企業の上位の割合」 no list.
TOP_OF_THEM = r"(?:だけ)?の、?(?:論文(?:数|の数|の本数|の割合)?の)?(?:上位|トップ|ベスト)(?:陣|クラス|グループ|集団|勢|層)?(?!\s*(?:50|[1-5]00))(?:\s*[0-9一二三四五六七八九十]{1,2}(?:位|つ|社|校|[かカヶ]国|機関|者)?(?:まで|くらい|ぐらい|ほど)?)?(?:の?(?:顔ぶれ|名前|一覧|リスト|並び))?(?:[をにも]|って|だけ|は(?!どれ[くぐだほ])|には?|、|[??。]|が(?:知|見|気)|お願い|教え|$)"
WORDS = {kind: rf"(?:{RANKED[kind]})(?:さん|名)?" for kind in NAMED}
ASKED = {
    kind: re.compile(
        rf"(?:どこの|どの|どんな|何(?:て|という)|なんて(?:いう)?)(?:国の|日本の)?{word}|{word}(?:は|って|が|とは|だと|では)?、?(?:どこ|どれ(?![くぐだほ])|何(?:という|て)|誰|だれ)|"
        rf"{word}(?:は|って|を、?(?:教|挙|並|知|見せ|一覧|リスト|論文|多い|上から|順)[^。]*|の(?:名前|顔ぶれ|一覧|リスト))?[??。]*(?:$|(?=\s))|{word}(?:別|ごと)[^。]{{0,18}}(?:どこ|多|順|トップ|一番|いちばん)|"
        rf"{word}(?:の[中内]|のなか|のうち)?で[^。]{{0,18}}(?:多い|強い|トップ|首位|一番|いちばん)[^。]{{0,8}}(?:どこ|誰|だれ|は[??。]*$)|{word}{TOP_OF_THEM}|{word}(?:の[中内]|のなか|のうち)?の(?:[0-9一二三四五]位|首位|筆頭|トップ|一番)(?:は|って|が)?、?(?:どこ|誰|だれ|どの|[??。]*$)|(?:上位|トップ|ベスト)の?{word}を、?[0-9一二三四五六七八九十]+(?:つ|社|校|か国|機関)",
        re.IGNORECASE,
    )
    for kind, word in WORDS.items()
}  # fmt: skip
# 「GAFAMの中で一番は」「トップ50大学で論文が多いのはどこ」.
AMONG_GROUP = re.compile(
    rf"(?:(?P<firms>gafam?|ビッグテック|大手テック(?:企業)?|巨大it(?:企業)?|big tech)|(?:エリート|名門|トップ50の?|上位50の?)(?:大学|校))(?:各社|各校)?(?:(?:の)?(?:中|うち|なか)(?:で|だと)?|で|だと)(?:は|も|、)*[^。]{{0,14}}"
    rf"(?:{FIRST}|{MANY})[^。]{{0,12}}(?:どこ|誰|だれ|どの|は(?:[??。\s]|$)|[??]$)",
    re.IGNORECASE,
)
WORDING = re.compile(rf"{FIRST}|{MANY}|(?:採択|発表|投稿|公表|掲載)(?:され|し)?|(?:出|通|書|載)(?:し|い|せ|っ)(?:て(?:い)?る|た|ている)?|名前", re.IGNORECASE)
# 「自然言語処理で企業が強いって本当?」 asks for its share.
STRENGTH = re.compile(r"(?<=[業社学関手ック])(?:が|は|の方が|のほうが)(?:一番|圧倒的に|かなり|やたら|やけに)?(?:強[いく]|弱[いく]|優勢|劣勢|主役|中心|有利|勝って|多[いく]|少な[いく]|大半|ほとんど|ばかり)")
AROUND_STRENGTH = re.compile(r"という(?:語|言葉|単語|用語)|(?<=題名に)(?:使[うわいっ]|入[るっれ]|含[むみま])[ぁ-ん]{0,4}|(?<=に)(?:負け|押され|圧倒され|後れを取っ|遅れを取っ|勝っ)(?:て(?:い)?る|た)|という(?:話|声|意見|指摘)を?(?:よく)?(?:聞|耳に)[ぁ-ん]{0,5}|(?:データ|数字)の?(?:根拠|裏付け)?[をで]?(?:示|見せ)[ぁ-ん]{0,5}")
# 「国内で一番論文を出しているのは?」「日本企業のトップは?」: without a kind, of whatever kind.
HOME = r"国内|日本国内|日本|わが国|我が国"
HOME_FIRST = re.compile(rf"(?:{HOME})(?:の)?(?:(?P<firms>企業|会社)|(?P<universities>大学)|機関)?(?:の中)?(?:の|で|では|じゃ)?(?:{FIRST})[^。、]{{0,14}}(?:どこ|誰|だれ|は[??。]*$|って[??。]*$)")
OTHER_KIND = re.compile(r"会議|学会|分野|領域|国(?!内)|人|者|山|都市|県|メーカー")
BY_KIND = re.compile(r"(?:分野|領域|会議|学会|企業|会社|大学|国|機関)(?:別|ごと|毎)")
SUPERLATIVE = re.compile(r"(?:一番|いちばん|最も|もっとも)(?:高|多|低|少な|大き|小さ|強|弱)")
BARE = 18  # characters: 「トップはどこの国?」 asks of papers, which all of this is about
BAND = re.compile(r"(?:トップ|上位)\s*(?:50|[1-5]00)(?:位)?(?:以内)?の?(?:大学|校)|top[ -]?(?:50|[1-5]00) (?:universit|schools?|colleges?)")  # 「トップ50の大学は?」 names a band of ranks
FIRST_OR_MANY = re.compile(rf"{FIRST}|{MANY}", re.IGNORECASE)


def who_ranked(text: str) -> str | None:
    """The kind of what is asked to be named as first or among the first by papers; None where nobody is."""
    if not FIRST_OR_MANY.search(BAND.sub(" ", text)) or OTHER_QUESTION.search(text):
        return None
    if group := AMONG_GROUP.search(text):
        return "firms" if group["firms"] else "universities"
    if not PAPERS.search(text) and len(text) > BARE:
        return None
    if (kind := next((kind for kind, pattern in ASKED.items() if pattern.search(text)), None)) is not None:
        return kind
    home = HOME_FIRST.search(text)
    if home is None or OTHER_KIND.search(text.replace("わが国", "").replace("我が国", "")):
        return None
    return "firms" if home["firms"] else "universities" if home["universities"] else "institutions"


# 「機関別の偏りをジニ係数で」「企業別の上位10機関集中度」: the institutions are what the measure is taken over, none of them is asked for.
SPREAD_OVER = re.compile(r"(?:機関|企業|組織|研究機関|会社)(?:別|ごと|毎|単位|の間|間)(?:の|に|で)(?:(?:見た|みた|測った)|論文(?:数)?の)?(?:偏り|片寄り|かたより|集中|格差|不均等|不平等|ばらつき|ジニ|gini|hhi|ハーフィンダール|上位(?:10|50|100)機関(?:の)?(?:集中|シェア|占有))")


def spread_over(text: str) -> bool:
    """Whether institutions are named only as the units over which a concentration is measured."""
    return SPREAD_OVER.search(text) is not None


FEW = re.compile(r"(?:上位|トップ|ベスト)\s*(?:[1-9]|[1-4]\d)(?!\d)(?:位|校|大学|つ)?(?:まで|くらい|ぐらい)?")


def first_few(text: str) -> bool:
    """Whether so many rows of a ranking are asked for: 「大学の上位10校」; the best fifty and what QS ranks are bands."""
    return FEW.search(text) is not None and not re.search(r"qs|エリート|名門|世界大学ランキング|大学ランキング", text)


def who_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of the words that such a question is made of: they name nothing that is not held."""
    strong = [match.span() for pattern in (STRENGTH, AROUND_STRENGTH) for match in pattern.finditer(text)]
    if BY_KIND.search(text):
        return [*strong, *(match.span() for match in SUPERLATIVE.finditer(text))]
    return [*strong, *(match.span() for match in WORDING.finditer(text))] if who_ranked(text) is not None else strong
