"""Who asks and what for, told in a sentence of its own before a question that stands alone: 「提案書を準備している大学のURAです。産学共著の割合は?」
「地元の大学の存在感を記事で取り上げたい。東北大学はどうですか」."""

import re

LEAST = 8  # characters that the question keeps
NAME = r"[A-Za-z一-龥ァ-ヴー]{2,12}"
INTRODUCED = re.compile(rf"^[^。??「」は何]{{2,60}}の{NAME}(?:です|でございます|と申します|を(?:して|務めて|やって)(?:い|お)?(?:ます|ります))(?:が|けど|けれども?)?[。、]\s*")
PIECE = r"(?:記事|番組|特集|原稿|紙面|コラム|報告書|レポート|資料|ブログ|授業|講義|提案書|企画書|連載|社説|冊子|社内報|スピーチ)"
WISHED = re.compile(rf"^[^。??「」何]{{2,50}}?{PIECE}(?:で|に|を|として|の(?:中で|ために?))[^。??「」]{{0,16}}?(?:たい(?:と思って(?:い|お)?(?:ます|ります)|と考えて(?:い|お)?(?:ます|ります)|の|ん)?(?:です|だ)?|て(?:い|お)?(?:ます|ります)|る予定(?:です)?|るところです)(?:が|けど|けれども?|ので|ため)?[。、]\s*")
# 「横文字が多い。GPUって何だ。」: a complaint of words before the question what one means.
COMPLAINT = re.compile(r"^(?:横文字|カタカナ語?|片仮名|専門用語|英語|用語|言葉|話)(?:が|は|ばかりで|だらけで|も)[^。??「」何]{0,12}?(?:多|難し|むずかし|わから|分から|苦手|嫌|困|つい|付い)[^。??「」何]{0,12}[。]\s*(?=[^。??]{2,16}(?:って|とは|というのは|は)、?(?:何|なん|どういう))")
# What is measured, or asked, in the opening itself makes it a part of the question.
MEASURED = re.compile(r"率|割合|シェア|本数|推移|順位|ランキング|論文数|グラフ|教え|数字|(?:19|20)\d\d|平成|令和|%|うち|当社|弊社|自社|万円|億円|投資")
ADVICE = re.compile(r"べき|すれば|したら|戦略|始め|打ち手|進め")  # for whom it is decides what is advised
ASKS = re.compile(r"[??]|か[。??]*$|教え|知りたい|どう|何|いくつ|いくら|どれ|どの|どこ|見せ|示し|は[。??]*$")


def without_opening(text: str) -> str:
    """The question without such a sentence; any other text as it is."""
    match = INTRODUCED.match(text) or WISHED.match(text) or COMPLAINT.match(text)
    if match is None or MEASURED.search(match.group()):
        return text
    rest = text[match.end() :]
    return rest if (len(rest) >= LEAST or match.re is COMPLAINT) and ASKS.search(rest) and not ADVICE.search(rest) else text
