"""Whether more makes it better: 「医療画像のAIもデータ増やせば精度上がるってこと?」 「モデルを大きくすれば賢くなる?」. Works tell of language models, and what holds there."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS

SCALING, DATA, COMPUTE = "scaling", "data", "compute"
LONGEST = 60  # characters
GROWN = r"(?:の量|の数|数|量|サイズ)?(?:を|が|は|も|さえ)?(?:もっと|どんどん|たくさん|とにかく|ただ|単純に)?、?(?:増や|増え|ふや|ふえ|多(?:い|け|く)|大き(?:い|く|け)|でか(?:い|く|け)|積[めみん]|集め|あつめ|足[しせ]|追加|[2-9二三十]+倍|倍に|食わせ|突っ込)"
BETTER = r"(?:精度|性能|成績|正解率|賢[くさい]|かしこ|良く|よく(?!ある|聞)|うまく|上が|上げ|あが|伸び|向上|改善|効果が出|当たる|間違[いわ]|誤り|誤差)"
OF_DATA = r"(?:学習|訓練|教師|社内)?(?:データ(?!セン)|画像|写真|枚数|サンプル|事例|件数|症例)"
OF_COMPUTE = r"(?:計算量|計算資源|計算力|GPU|パラメータ|パラメタ|モデル|規模|サイズ)"
MORE = {DATA: re.compile(rf"{OF_DATA}{GROWN}[^。??]{{0,12}}?{BETTER}|{BETTER}[^。??]{{0,14}}?(?:には|ため|なら)[^。??]{{0,6}}?{OF_DATA}{GROWN}"), COMPUTE: re.compile(rf"{OF_COMPUTE}{GROWN}[^。??]{{0,12}}?{BETTER}")}
ASKED = re.compile(r"[??]|か[ねなよ]?[。]*$|の[。]*$|って(?:こと|話|わけ)|ですよね|よね|だろう|でしょう|やろ|ん[。]*$|べき")
OTHERS = re.compile(r"論文(?:数|の割合|を(?:挙|教|出))|参加率|何[%割倍本]|いくら|費用(?:は|が|対)|円|ドル|時間|順位|会議|採択|引用|企業の割合|どうやって|方法|やり方|手順|電力|なぜ|どうして")


def more_data(text: Text) -> Question | None:
    """The question, marked with what grows; None for any other."""
    if len(text.folded) > LONGEST or OTHERS.search(text.folded) or not ASKED.search(text.folded):
        return None
    kind = next((name for name, words in MORE.items() if words.search(text.folded)), None)
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, SCALING, kind)) if kind else None
