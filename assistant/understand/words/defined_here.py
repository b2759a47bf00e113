"""「ところで貴システムで言う「エリート大学」の定義と、その定義の限界を」: a word of ours defined, written as that question, whatever was spoken of before."""

import re

OPENER = r"(?:(?:ところで|ちなみに|そもそも|話は変わりますが|話を変えますが|では|じゃあ?|なお|あと|一点|確認ですが|念のため)[、,]?)*"
OURS = r"(?:(?:(?:貴|本|この|当|御|そちらの|こちらの|おたくの|あなたの)(?:システム|サービス|ツール|アプリ|サイト|チャット|データ|集計|画面)|羅針盤|ここ|こちら|そちら|貴社|御社|そちら様)(?:の中)?(?:で|が|に|の)?(?:は|言う|いう|おける|使(?:う|って(?:い)?る)|呼(?:ぶ|んで(?:い)?る)|定義する|扱う|用いる|の|、)*)"
TERM = r"[「『\"]?(?P<term>[^「」『』\"、。のはがを??]{2,14}?)[」』\"]?"
DEFINITION = r"(?:定義|意味|線引き|基準|範囲|区分)"
LIMIT = r"(?:限界|弱点|欠点|短所|注意点|留意点|問題点|落とし穴|難点|弱み)"
BOTH = rf"{DEFINITION}(?:と|や|、|および|及び|ならびに|、?それから|に加えて)+(?:その)?(?:{DEFINITION}(?:の|上の|が(?:持つ|抱える)))?{LIMIT}"
ASKED = r"(?:を|は|って|も|に(?:ついて)?|が)?[^。「」]{0,20}[。??]*"
WITH_LIMIT = re.compile(rf"^{OPENER}{OURS}?{TERM}(?:の|という(?:言葉|用語|区分|語)の)(?:{BOTH}|{DEFINITION}(?:の|上の){LIMIT}){ASKED}$")
OF_OURS = re.compile(rf"^{OPENER}{OURS}{TERM}(?:の|という(?:言葉|用語|区分|語)の){DEFINITION}{ASKED}$")
HOW = re.compile(rf"^{OPENER}{OURS}?{TERM}(?:とは|は|って|を)、?{OURS}?(?:どう|どのように|どういう(?:ふうに|基準で)?)(?:やって)?定義(?:し|され)[^。]{{0,10}}[、,]?(?:その)?(?:{DEFINITION}の)?(?:どんな|どういう|どのような)?{LIMIT}{ASKED}$")
# 「HHIって金融の人間には市場集中度ですが、ここではどういう意味で使ってるんですか」: what it means elsewhere is told, what it means here is asked.
HERE_MEANT = re.compile(rf"^{OPENER}{TERM}(?:とは|は|って|という(?:言葉|用語|語)は|と(?:いう|言う)と|と聞くと)、?(?=[^。??]*(?:が|けど|けれど|けれども|だけど)、)[^。??]{{2,48}}(?:が|けど|けれど|けれども)、{OURS}(?:どういう|どんな|どのような|何の|別の|同じ)(?:意味|定義|つもり|意味合い|ニュアンス)[^。]{{0,16}}[。??]*$")
# In English, with whom it is explained to: 「What do you mean by an elite university here?」「Please explain 'compute divide' as you would to a CFO who …」.
ASK = r"^(?:(?:please|so|ok(?:ay)?|and|but|sorry|hi|hello|well|(?:can|could|would) you)[,:]? )*"
NAME = r"(?:an? |the )?(?:(?:term|word|phrase) )?['\"“‘]?(?P<term>[^'\"”’?.,]{2,40}?)['\"”’]?"
HERE = r"(?:,? (?:here|in (?:this|these|your) \w+(?: \w+)?))?[?.]*$"
TO_WHOM = r"(?: (?:as (?:you would|if you were (?:talking|speaking|explaining)|if)|the way you would|like you would))?(?: explain(?:ing)?)?(?: it)? to (?:an?|my|our|the|some(?:one|body)|people|a person|non-?)\b[^?.]*[?.]*$"
IN_ENGLISH = (
    re.compile(rf"{ASK}what (?:exactly )?(?:do|did) (?:you|they) mean(?: here)? (?:by|with|when you say) {NAME}{HERE}", re.IGNORECASE),
    re.compile(rf"{ASK}what (?:exactly )?(?:does|is) {NAME} (?:mean|meant|refer to|stand for|supposed to mean){HERE}", re.IGNORECASE),
    re.compile(rf"{ASK}(?:explain|describe|define) (?:what )?{NAME}(?: (?:means?|is))?{TO_WHOM}", re.IGNORECASE),
)
OF_WORKS = re.compile(r"\b(?:papers?|conferences?|study|studies|figures?|results?|shares?|findings?|method|difference|why|how|chart|answer)\b|&", re.IGNORECASE)
WORKS = re.compile(r"論文|研究|文献|調査|報告|資料|データ|法|[Aa]hmed|ら$|さん$|^(?:その|この|それ|これ)")


def defined_here(text: str) -> str:
    """The plain question for the meaning of the word; any other text as it is."""
    if text.isascii():
        match = next((found for pattern in IN_ENGLISH if (found := pattern.match(text))), None)
        return f"What is {match['term']}?" if match and not OF_WORKS.search(match["term"]) else text
    for pattern in (WITH_LIMIT, OF_OURS, HOW, HERE_MEANT):
        if (match := pattern.match(text)) and not WORKS.search(match["term"]):
            return f"{match['term']}の定義は?"
    return text
