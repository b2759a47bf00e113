"""Short turns on the way that was just spoken of (a trial, a shared cloud, joint research): 「いくらかかる?」 「知財は?」 「失敗したら?」 「大学はどう選ぶ?」, written as
the question on that way; and what is gained by one."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.words.advice import way_in

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ところで|あと|なお|その(?:場合|時|とき)|それ(?:は|って)?|実際|ほな|なら)[、,]?\s*)*"
ENDED = r"(?:です|でしょう|だろう|なる|なり(?:ます)?|なの|の|ん|か|かな|ね|よ|ください|教えて|くれ|たい|します|しますか|ましょう|ほしい|頼む|お願い(?:します)?)*[。??]*$"
NAMES = {"joint": "共同研究", "cloud": "共有クラウド", "prototype": "小規模プロトタイプ"}
COST = re.compile(rf"{OPENER}(?:費用|お?金|予算|コスト|金額|料金|値段)?(?:は|って|が|を)?、?(?:だいたい|大体|全部で|ざっくり|年間|いくらぐらい)?(?:いくら|どれ(?:くらい|ぐらい|ほど)|どの(?:くらい|程度)|何(?:百|千)?万円?)(?:の)?(?:費用|お?金|予算|コスト)?(?:が|を)?(?:くらい|ぐらい|ほど)?(?:かか|要|必要|見|用意|みれば|みて)?(?:[るりれ]?(?:ば|て(?:おけば)?)?(?:いい|よい|良い)?)?{ENDED}|{OPENER}(?:費用|お?金|予算|コスト|料金|相場)(?:は|って){ENDED}")
CARE = re.compile(rf"{OPENER}(?:知財|知的財産|特許|権利|契約|成果の帰属|守秘|秘密保持|情報漏(?:えい|洩|れ)|データの(?:扱い|置き場所|安全)|セキュリティ|期間|納期|縛り|条件)(?:について|の(?:扱い|問題|面|話|点))?(?:は|って|が|を|も)?、?(?:どう|大丈夫|誰のもの|何に|どれくらい|どのくらい)?(?:すれば|したら|する|なる|なって|決め|考え)?(?:れば|いい|よい|る)*{ENDED}")
FAILED = re.compile(rf"{OPENER}(?:もし|万一)?(?:失敗|だめ|ダメ|駄目|うまくいかな|頓挫|効果が出な|成果が出な|結果が出な)[^。、??]{{0,8}}(?:たら|れば|場合|とき|時)(?:は|に|には)?(?:どう|何)?(?:すれば|したら|する|なる)?(?:いい|よい)?{ENDED}")
CHOSEN = re.compile(rf"{OPENER}(?:大学|研究室|相手|組む先|先生|ベンダー|業者|サービス|どこ)(?:は|を|って|と)?、?(?:どう(?:やって)?|どのように|何を基準に)、?(?:選[ぶべん]|見極め|決め|探[すせし])[^。、??]{{0,8}}{ENDED}|{OPENER}(?:どこ|どの大学|誰)(?:と|に)(?:組[めむん]|頼[めむん])[^。、??]{{0,6}}{ENDED}")
PAPER = re.compile(rf"{OPENER}(?P<form>稟議書?|提案書?|企画書?|起案書?)(?:の?(?:文章|文面|原稿|たたき台|ひな形|下書き|案))?(?:を|も|に)(?:作|書|用意|まとめ|起こ|お願い)[^。、??]{{0,8}}{ENDED}")
GAINED = re.compile(r"(?:共同研究|産学連携|共有クラウド|クラウド|小規模プロトタイプ|プロトタイプ|試作|PoC)(?:を|に)?、?(?:使う|やる|する|進める|勧める|薦める|推す|選ぶ|始める|提案する|推進する|すべき)(?:べき)?(?:ことの)?(?:根拠|理由|論拠|決め手)(?:は|って|を|が|と|[0-9一二三四五]|[??。]|$)|(?:共同研究|産学連携|共有クラウド|クラウド|小規模プロトタイプ|プロトタイプ|試作|PoC)(?:を(?:使う|やる|する)|の|は|って|で(?:の)?|にする|する)*(?:一番の|主な|何か|どんな|最大の)?(?:メリット|利点|長所|強み|良さ|いい(?:点|ところ)|よい(?:点|ところ)|良い(?:点|ところ)|得られる(?:もの|こと)|うまみ|旨み)(?:は|って|を|が)", re.IGNORECASE)
GAIN = re.compile(rf"{OPENER}(?:一番の|主な)?(?:メリット|利点|長所|強み|良さ|いい(?:点|ところ)|よい(?:点|ところ)|良い(?:点|ところ))(?:は|って|を)(?:何|なに|どこ)?{ENDED}")
# What a way comes to: 「効果が年500万なら」「それでも赤字?」「成功率は?」.
RESULT = re.compile(rf"{OPENER}(?:それでも|結局|本当に|ほんとに|最終的に)?、?(?P<asked>(?:年間?)?(?:の)?(?:効果|成果|利益|削減額?)が、?(?:年(?:に|間)?)?[\d,.]+(?:万|億|百万)円?(?:しか[^。、??]{{0,6}}|くらい|ぐらい|ほど)?(?:なら|だと|だったら|でも|の(?:場合|とき))?|赤字|黒字|元(?:は|が|を)?(?:取れ|とれ)[^。、??]{{0,6}}|採算(?:は|が)?(?:取れ|合)[^。、??]{{0,6}}|(?:成功|合格)(?:率|する(?:確率|見込み|可能性))(?:は|って)?|回収(?:できる|期間は|まで何年))(?:に?なる)?{ENDED}")
STOPPED = re.compile(rf"{OPENER}(?:(?:いつ|どこで|どうなったら|どうなれば|どの段階で)(?:やめる|止める|撤退する|見切る|手を引く)|やめ(?:時|どき|る(?:目安|基準|条件|線))|撤退(?:の)?(?:基準|条件|ライン|目安|判断)|見切り(?:の)?(?:時期|どき|基準))[^。、??]{{0,10}}[。??]*$")
UNIVERSITY = re.compile(r"私大|大学|高専|学部|研究室")  # an asker that is no firm
AGAINST = re.compile(rf"{OPENER}[^。、??]{{2,12}}?(?:と|に)(?:比べ(?:る|て|たら|ると)?|比較(?:し(?:て|たら|よう)|する)?|並べ(?:て|ると)?|どっち|どちら|の違い)[^。、??]{{0,14}}[。??]*$")
LONGEST = 24  # characters
COSTS = {"joint": "共同研究の費用はいくら?", "cloud": "共有クラウドの料金は?", "prototype": "PoCの費用は?"}
TURNS = ("strategy", "paper", "explain", "document", "phrases")


def on_way(text: Text, previous: Question | None) -> str | None:
    """The plain question on the way told of just before; None for any other text, and for one that names another way."""
    if previous is None or previous.intent not in TURNS or previous.subjects or len(text.folded) > LONGEST:
        return None
    way, other = way_in(previous.text.lower()), way_in(text.lowered)
    if way not in NAMES:
        return None
    if other in NAMES and other != way and AGAINST.match(text.folded):
        return f"{NAMES[way]}と{NAMES[other]}を比べて"
    if other not in (None, way):
        return None
    if COST.match(text.folded):
        return COSTS[way]
    if CARE.match(text.folded):
        return f"{NAMES[way]}で気をつけることは?"
    if FAILED.match(text.folded):
        return f"{NAMES[way]}が失敗したら損失は?"
    if asked := RESULT.match(text.folded):
        return f"{NAMES[way]}で{asked['asked']}なら?" if re.search(r"\d", asked["asked"]) else f"{NAMES[way]}は赤字になる?" if asked["asked"] == "赤字" else f"{NAMES[way]}の元は取れる?" if asked["asked"] == "黒字" else f"{NAMES[way]}の{asked['asked'].rstrip('はって')}は?"
    if STOPPED.match(text.folded):
        return f"{NAMES[way]}の撤退の条件は?"
    if CHOSEN.match(text.folded) and way == "joint":
        return "共同研究の相手の選び方の基準は?"
    if GAIN.match(text.folded):
        return f"{NAMES[way]}のメリットは?"
    if match := PAPER.match(text.folded):
        return f"{NAMES[way]}の{match['form'].removesuffix('書')}書を作って"
    return None


def gained(text: str) -> str | None:
    """The way whose gain is asked for; None for any other text."""
    return way_in(text.lower()) if GAINED.search(text) and not UNIVERSITY.search(text) and way_in(text.lower()) in NAMES else None
