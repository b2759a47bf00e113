"""Headlines of what was told: 「見出しを3案」 「記事の見出しにするなら?煽りすぎない感じで3つくらい」 「リード文を一文で」."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text
from assistant.understand.text.whole_talk import WHOLE, taken_up
from assistant.understand.words.summed_up import IN_WORDS, of_figures

HEADLINES = "headlines"
LONGEST, USUAL, MOST = 44, 3, 5  # characters, headlines
THING = r"(?:見出し|ヘッドライン|小見出し|タイトル(?:案)?|表題|題名|リード(?:文)?|キャッチ(?:コピー|フレーズ)?|headlines?)"
MADE = r"(?:案|候補|例|をつけ|を付け|を考え|を作|を書|を出|をくだ|をお願|を[1-5一二三四五]|[1-5一二三四五](?:つ|案|本|個)|に(?:する|した|して|なる|でき)|なら|だと|として|くだ|お願|ほし|欲し|頼|はどう|[。??]*$)"
WANTED = re.compile(rf"{THING}[^。??]{{0,8}}?{MADE}", re.IGNORECASE)
OTHERS = re.compile(r"(?:って|とは)(?:何|なに)|論文の(?:タイトル|表題|題名)|(?:タイトル|表題|題名)(?:だけ)?(?:は|って|を?教え|が知り|と(?:著者|発表|年|書))|(?:著者|筆者|年)と(?:タイトル|表題|題名)|それぞれの(?:タイトル|題名|表題)|(?:タイトル|題名|表題)の?(?:率|割合|比率)|スライド|ワード|word|エクセル|excel|資料を作|プレス", re.IGNORECASE)
ONE = re.compile(r"一文|[1一]つ|[1一]本|[1一]案|一行|リード")
NUMBER = re.compile(r"(?P<number>[2-5二三四五])(?:つ|案|本|個|通り|パターン)")
DIGITS = {"二": 2, "三": 3, "四": 4, "五": 5}


def headlines(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question for so many headlines of what was told last, or of the whole talk; None for any other message."""
    if previous is None or len(text.folded) > LONGEST or not WANTED.search(text.folded) or OTHERS.search(text.folded):
        return None
    number = NUMBER.search(text.folded)
    count = min(DIGITS.get(number["number"]) or int(number["number"]), MOST) if number else 1 if ONE.search(text.folded) else USUAL
    asked = Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded, advice=(HEADLINES,), count=count)
    told = previous.parts[-1] if previous.intent == "phrases" and previous.parts else previous
    in_words = told.intent in IN_WORDS and not told.subjects and not told.parts and not told.market
    of_talk = of_figures(data) if data is not None and (not in_words or taken_up(text) == WHOLE) else {}
    if not (in_words or of_talk) or told.intent not in (*IN_WORDS, *DATA_INTENTS, "phrases"):
        return None
    return asked.with_(parts=(told.with_(style="three", inherited=("all",), focus=None),) if in_words else (), **of_talk)
