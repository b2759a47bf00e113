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
WORKS = re.compile(r"論文|研究|文献|調査|報告|資料|データ|法|[Aa]hmed|ら$|さん$|^(?:その|この|それ|これ)")


def defined_here(text: str) -> str:
    """The plain question for the meaning of the word; any other text as it is."""
    for pattern in (WITH_LIMIT, OF_OURS, HOW):
        if (match := pattern.match(text)) and not WORKS.search(match["term"]):
            return f"{match['term']}の定義は?"
    return text
