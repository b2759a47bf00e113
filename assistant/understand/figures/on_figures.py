"""What is asked about figures just told besides more figures: what to mind when they are said, and which of them to show."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.text.matcher import Text
from assistant.understand.words.drafts import LEVELS, MOST

CARE, SHOW = "care", "show"
LONGEST = 50  # characters
TALK = r"(?:言[うっいえ]|話[すしせ]|使[うっい]|出[すし]|見せ|引用|引[くい]|伝え|説明|示[すし]|報告|発表|口に|載せ|語[るっ]|紹介|触れ)"
WHEN = r"(?:とき|時|際|場合|なら|上で|うえで|にあたって|に当たって|には|に|たら|のに)"
CAREFUL = r"(?:気を?(?:つけ|付け|配)|注意|留意|用心|配慮|言い添え|但し書き|ただし書き|断り書き|誤解され|(?:言い切|断定し|断言し|決めつけ)(?:っ|れ|て)?(?:ては(?:いけ|なら|だめ|ダメ|まず)|ない|れない|られない)|言い過ぎ|言いすぎ)(?:ない|ません)?"
MINDED = re.compile(
    rf"{TALK}[^。??]{{0,10}}?{WHEN}[^。??]{{0,14}}?{CAREFUL}|(?:何|なに|どこ|どんな(?:点|こと|ところ))に、?{CAREFUL}|"
    rf"^(?:この|その|今の|これらの)?(?:数字|数値|割合|比率|値|順位|グラフ|図)?(?:の|で|を|は|について)*(?:[^。、??]{{0,14}}?)?{CAREFUL}(?:て|る|す|し|が)?(?:べき|おく|おきたい|必要な)?(?:点|こと|ところ|事項)?(?:は|を|って|が)?(?:何|ある|あります|教えて|ください)*(?:です)?か?[??。]*$"
)
WHICH = r"(?:どれ|どの(?:数字|数値|データ|図表?|グラフ|割合|値|比率|指標|一つ|ひとつ)|(?:一番|いちばん|最も)[^。、??]{0,8}(?:数字|数値|データ)|どっち|どちら|何の?(?:数字|グラフ|図)?)"
SHOWN = r"(?:スライド|パワポ|パワーポイント|資料|プレゼン|ポスター|一枚|1枚|報告書|表紙|掲示|見せ|載せ|示[しせすそ]|強調|押し出|前面に|配[るりっ布]|投影|slide|deck)"
WHICH_SHOWN = re.compile(rf"{WHICH}(?:を|が|に|は|か)?[^。??]{{0,14}}?{SHOWN}[^。??]{{0,14}}?(?:いい|良い|よい|ええ|べき|ば|たら|おすすめ|お勧め|効果的|効く|か[。??]|[??]|の$)|{SHOWN}[^。??]{{0,12}}?(?:なら|には|としたら|とすると|のは|のに|は|たいが、?|たいけど、?|べき(?:数字|の|もの)?は?)[^。??]{{0,6}}?{WHICH}|which (?:one|number|figure|of (?:these|them))[^?]{{0,30}}(?:slide|deck|show|present)", re.IGNORECASE)
OTHERS = re.compile(r"論文|文献|案|計画|戦略|クラウド|共同研究|試作|プロトタイプ|導入|投資|契約|調達|予算|会議を|大学と|引用して(?:いい|良い|よい|も)|使って(?:いい|良い|よい|も)|出して(?:いい|良い|よい|も)|載せて(?:いい|良い|よい|も)|大丈夫|出典|クレジット|作って|作成|ワード|word|エクセル|excel", re.IGNORECASE)


def on_figures(text: Text, previous: Question | None) -> Question | None:
    """The question on figures told last (`advice` care or show, with what they are of; care for others than levels is a question of limits); None for any other."""
    if previous is None or len(text.folded) > LONGEST or OTHERS.search(text.folded) or previous.parts or PLAN in previous.topic:
        return None
    if previous.intent not in DATA_INTENTS and not (previous.intent == "phrases" and previous.subjects):
        return None
    kind = SHOW if WHICH_SHOWN.search(text.folded) else CARE if MINDED.search(text.folded) else None
    if kind is None:
        return None
    intent = "phrases" if kind == SHOW else "limits"  # what figures do not tell
    asked = Question(text=text.folded, intent=intent, resolved=text.folded, topic=text.folded)
    if previous.subjects and previous.statistic in LEVELS:
        return asked.with_(advice=(kind,), subjects=previous.subjects[:MOST], places=previous.places[:MOST], years=previous.years[-1:], inherited=("subjects",))
    if kind == CARE:
        return asked
    return asked.with_(advice=(kind,), parts=(previous.with_(style="three", inherited=("all",), focus=None),), inherited=("told",))
