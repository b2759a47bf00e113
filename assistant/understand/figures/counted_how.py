"""How the figure just told is counted, and where it is from, asked by pointing at it: 「その数字の出典と、数え方の定義を」 「何を数えたもの?」. No paper is
searched for the words; every answer lists its sources."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"(?:(?:では|じゃあ?|で|ちなみに|あと|それと|念のため|確認ですが|なるほど|そもそも|すみません|恐れ入りますが)[、,]?)*"
POINTED = r"(?:(?:その|この|今の|いまの|さっきの|先ほどの|上の|それの|これの)(?:数字|数値|値|割合|比率|率|本数|件数|%|パーセント|シェア|パーセンテージ)?(?:の|は|って|について|に関して)?[、,]?|(?:それ|これ)(?:は|って)[、,]?)?"
SOURCE = r"(?:出典|出所|出どころ|データ元|元データ|データの出典|ソース|典拠|出処)"
COUNTING = r"(?:(?:数え方|算出方法|算定方法|計算方法|集計方法|算出の?仕方|計算の?仕方|数える基準|集計の?基準|出し方|測り方|集計|算出|計算|指標)(?:の(?:定義|基準|ルール))?|(?:分母と分子|分子と分母|分子・分母|分母・分子)の(?:定義|中身)|定義)"
AND = r"(?:と|や|、|・|及び|および|ならびに|それと|それから|あと|に加えて|とか)+(?:その)?"
ENDED = r"(?:、それ)?(?:は|を|も|って|とは|について)?[、,]?(?:(?:併せて|あわせて|合わせて|ついでに|一緒に)、?)?(?:(?:教え|説明し|示し|知りた|聞かせ|確認|お願い|何で|どう|どこ|書い|明記し|はっきりさせ|一緒に|言っ)[^。、??]{0,12}|(?:です|でしょう|なの|どれ)*か?)[。??]*$"
# 「課内資料に脚注として書ける形で」: where it is to stand.
FOOTNOTE = r"(?:[、,。]?[^、。??]{0,12}?(?:脚注|注記|注釈|欄外|出典欄)(?:として|に|用に|用の|の)?[^、。??]{0,10}?(?:形|文|文章|文言|書き方)?(?:で|に|を)?[、,]?)?"
WHOLE = r"(?:母数|分母|対象)"
ASPECTS = rf"(?:{SOURCE}{AND}{WHOLE}|{WHOLE}{AND}{SOURCE}|(?:{SOURCE}{AND})?{COUNTING}(?:{AND}(?:{COUNTING}|{SOURCE}))?)"
NOUNS = re.compile(rf"^{OPENER}{POINTED}{FOOTNOTE}{ASPECTS}(?:は|を|も)?{FOOTNOTE}{ENDED}$")
VERBS = re.compile(rf"^{OPENER}{POINTED}(?:どう(?:やって)?|どのように|どういう(?:ふうに|基準で)|何を(?:基準に)?|なにを)(?:して)?(?:数え|カウントし|計算し|算出し|集計し|出し)(?:た|て(?:い)?る|たん|ている)(?:もの|数字|数|値|割合|率|数値)?(?:なの|なん|です|でしょう|か|の|ん|だ)*[。??]*$")
OTHERS = re.compile(r"論文(?!数)|モデル|費用|コスト|NPV|IRR|用語|言葉|大学の|企業の|エリート")


def counted_how(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question for the definition of what was measured last, right after its figure; None for any other text."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or not data.subjects or data.statistic in ("computed", "did"):
        return None
    if not (NOUNS.match(text.folded) or VERBS.match(text.folded)) or OTHERS.search(text.folded):
        return None
    asked = f"{reader.labels.subject(data.subjects[0])}の定義は?"
    meant = reader.read_alone(read(asked))
    if meant.intent != "explain" or meant.blocker is not None:
        return None
    return meant.with_(text=asked, resolved=asked, topic=asked, inherited=("subjects",))
