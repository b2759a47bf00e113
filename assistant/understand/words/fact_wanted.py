"""A figure to state, with its source, in one sentence (「発表の背景に使える数字を一つ、出典つきの一文に」), or how to show it (「この数字をどう見せれば説得力が出ますか」)."""

import re
from collections.abc import Callable

from assistant.models import Question, Subject
from assistant.understand.text.matcher import Text
from assistant.understand.words.drafts import LEVELS

FACT, PRESENT = "fact", "present"
LONGEST = 90  # characters
SOURCED = r"(?:出典|出所|出どころ|ソース|引用元|典拠)(?:も|を|は)?、?(?:つき|付き|付け|込み|入り|明記|入れ|添え|書[いき]|文中|その中|含め|まで)"
SENTENCE = r"(?:一文|1文|一行|1行|ワンセンテンス|一言|ひとこと|一節|文章|(?<=[のた])文)(?:に|で|を|が|と|は|くだ|下さ|ほし|欲し|$)"
# A number that stands behind what is announced: 「背景として使える数字」 「書き出しに入れるデータ」.
BACKGROUND = r"(?:背景|前置き|導入部?|書き出し|冒頭|つかみ)(?:として|に|の|で)、?(?:[^。、]{0,6}?)(?:使|入れ|載せ|書[くけ]|置|引|添え|触れ)[^。、]{0,6}?(?:数字|数値|データ|統計|割合)"
WANTED = re.compile(rf"{SOURCED}[^。]{{0,14}}{SENTENCE}|{SENTENCE}[^。]{{0,40}}?(?:。[^。]{{0,24}})?{SOURCED}|{BACKGROUND}")
HOW = r"(?:どう|どのように|どんなふうに|どういうふうに|どない|いかに|どうやって)"
SHOWN = re.compile(rf"(?:数字|数値|データ|割合|比率|結果|推移|グラフ|率)(?:を|は|って)?、?[^。、]{{0,12}}?{HOW}、?(?:見せ|使[えう]|示[せす]|出[せす]|語[れる]|伝え|並べ|言え|持って[いゆ])[^。]{{0,8}}(?:ば|たら|のが|と)[^。]{{0,16}}(?:説得|効果|響|刺さ|伝わ|納得|いい|よい|良い|ええ|べき|いか|信用)|{HOW}(?:見せ|示[せす])(?:れ|せ)?ば[^。]{{0,10}}(?:説得力|刺さ|響|納得)")
JOINT = re.compile(r"共同研究|共同開発|産学|大学と(?:組|の?連携|の?提携|一緒|共同)|企業と(?:組|の?連携|共同)|連携")
POINTED = re.compile(r"(?:この|その|これらの|今の|いまの|さっきの|先ほどの|上の|挙げた)(?:数字|数値|データ|割合|比率|結果|推移|率)")
OTHERS = re.compile(r"論文(?:を(?:教|挙|紹介)|は(?:あ|ど))|Word|ワード|Excel|エクセル|PDF|クレジット|表記|書き方|引用(?:の仕方|方法)|ライセンス", re.IGNORECASE)


def fact_wanted(text: Text, previous: Question | None, data: Question | None, read_alone: Callable[[Text], Question]) -> Question | None:
    """The question (intent phrases, `advice` fact or present) on the share that it names or that was told last; None for any other."""
    if len(text.folded) > LONGEST or OTHERS.search(text.folded):
        return None
    kind = FACT if WANTED.search(text.folded) else PRESENT if SHOWN.search(text.folded) else None
    if kind is None:
        return None
    told = next((asked for asked in (previous, data) if asked is not None and asked.subjects and asked.statistic in LEVELS), None)
    alone = read_alone(text)
    named = () if POINTED.search(text.folded) and told is not None and not JOINT.search(text.folded) else alone.subjects[:1]
    if kind == PRESENT and told is None and not (named or JOINT.search(text.folded)):
        return None
    subject = (Subject("firm_university_share"),) if JOINT.search(text.folded) and (not named or named[0].metric in ("firm_share", "university_share")) else named or (told.subjects[:1] if told is not None else (Subject("firm_share"),))
    places = alone.places[:1] or (told.places[:1] if told is not None and not named else ())
    return Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded, advice=(kind,), subjects=subject, places=places)
