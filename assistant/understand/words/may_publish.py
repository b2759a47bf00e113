"""Whether a figure just told may be used outside: 「それってプレスリリースにそのまま書いても大丈夫ですか?注意書きいります?」 No text is wanted, the terms are."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.stated import asserted
from assistant.understand.text.matcher import Text

LONGEST = 60  # characters
USED = r"(?:書[いく]|載せ|のせ|掲載(?:し|する)|転載(?:し|する)|出[しす]|使[っう]|引用(?:し|する)|言っ|言う|話[しす]|公表(?:し|する)|発表(?:し|する)|流[しす]|配[っる])"
ALLOWED = r"(?:大丈夫|いい|良い|よい|よろし|ええ|OK|オッケー|オーケー|問題|構わ|かま(?:い|へ|わ)|差し支え|差支え|平気|セーフ|まずい|まずく|アウト|怒られ|許され|可能|あかん)"
MAY = re.compile(rf"{USED}(?:て|で|ちゃって|とい?て|ちゃ|ては)?(?:も|は)?、?{ALLOWED}|(?:注意書き|断り書き|ただし書き|但し書き|注釈|注記)(?:は|も|って|を|が)?、?(?:い[るりん]|要[るりん]|必要|入れ|付け|つけ|書[くい])", re.IGNORECASE)
DRAFT_TOO = re.compile(r"書いて(?:ください|下さい|ほしい|欲しい|くれ|もらえ|$)|文(?:案|面)を|下書き|原稿を")
WHICH = re.compile(r"どれ|どの(?!くらい|ように)|どっち|どちら|何を|なにを")
MAY_ASKED = "この数字は引用していいですか"


def may_publish(text: Text, previous: Question | None) -> Question | None:
    """The question what may be done with our numbers; None for any other message, and where no figure was told."""
    if previous is None or len(text.folded) > LONGEST or not MAY.search(text.folded) or DRAFT_TOO.search(text.folded) or WHICH.search(text.folded):
        return None
    if asserted(text.lowered) is not None or "「" in text.folded:  # 「「企業が増えた」と書いて大丈夫?」 asks whether it did
        return None
    if previous.intent not in DATA_INTENTS and not (previous.intent in ("phrases", "why") and previous.subjects):
        return None
    return Question(text=MAY_ASKED, intent="limits", resolved=text.folded, topic=MAY_ASKED)
