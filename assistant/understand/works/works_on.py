"""What works say of two matters that their nearest passage alone does not answer: whether small firms have a chance, asked of papers (「小さい会社でもAIで勝てるか論文で」),
and whether elite and other universities were affected alike (「エリート大学とそれ以外で影響は違うのですか」)."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import FROM_WORKS
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS

SMALL, ELITE = "small_firms", "elite_apart"
LONGEST = 60  # characters
SMALL_FIRM = re.compile(r"(?:小さ[いな]|ちいさ[いな]|小規模(?:な)?|中小|中堅|零細|弱小|資金の(?:ない|少ない|乏しい)|お?金のない|人の(?:少ない|足りない)|普通の|大手でない|大手以外の)(?:会社|企業|組織|とこ(?:ろ)?|メーカー|工場|チーム|所帯)?|町工場|うち(?:みたいな|のような|の規模)|当社(?:のような|の規模)|ベンチャー|スタートアップ")
CHANCE = re.compile(r"勝(?:て|ち目|機|負に(?:なる|なり|できる)|算)|戦え|たたかえ|闘え|張り合え|渡り合え|太刀打ち|対抗(?:でき|し得)|追いつ(?:け|ける)|追い付(?:け|ける)|やっていけ|通用|食い込|生き残|チャンス|余地|無理(?:です|なの|か)|成果を出せ")
BY_WORKS = re.compile(rf"{FROM_WORKS.pattern}|(?:論文|研究(?!者|開発)|文献|先行研究|エビデンス|学術的)[^。??]{{0,10}}(?:で(?:は|[??。]|$)|から|に(?:は|よる|よれば)|ある|あり|示し|見ると|言うと|根拠|教え|$)")
ELITES = r"(?:エリート|トップ|上位|名門|有力|一流|強い)(?:校|大学|層)?"
OTHERS = r"(?:それ以外|そうでない|そうじゃない|そのほか|その他|ほか|他|下位|中堅|中位|普通|地方|無名|非エリート|エリート(?:で(?:は)?ない|じゃない|以外)|弱い)(?:の)?(?:校|大学|層)?"
ELITE_APART = re.compile(rf"(?:{ELITES}[^。??]{{0,6}}?(?:と|も|や|vs\.?|対|か)[^。??]{{0,6}}?{OTHERS}|{OTHERS}[^。??]{{0,6}}?(?:と|や|対)[^。??]{{0,6}}?{ELITES})[^。??]{{0,10}}?(?:影響|効果|恩恵|打撃|受け方|明暗|立場|状況)[^。??]{{0,10}}?(?:違|差|同じ|一緒|異な|分か|変わ|ある|あり|は[??]|$)")
MEASURED = re.compile(r"割合|比率|参加率|推移|何[%割本件校]|いくつ|ポイント|共著|グラフ|表|19\d\d|20\d\d")


def works_on(text: Text) -> Question | None:
    """The question, marked with the matter; None for any other."""
    if len(text.folded) > LONGEST or MEASURED.search(text.folded):
        return None
    small = SMALL_FIRM.search(text.folded) and CHANCE.search(text.folded) and BY_WORKS.search(text.folded)
    kind = SMALL if small else ELITE if ELITE_APART.search(text.folded) else None
    if kind is None:
        return None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, kind))
