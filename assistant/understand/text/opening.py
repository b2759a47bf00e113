"""Who asks what a word means, or complains of words, before the question itself: 「横文字が多い。GPUって何だ」「私は医療の人間でAIは素人です。そもそもGPUというのは何ですか」."""

import re

from assistant.understand.text.spoken import spoken

COMPLAINT = re.compile(r"^(?:横文字|カタカナ語?|片仮名|専門用語|英語|用語|言葉|話)(?:が|は|ばかりで|だらけで|も)[^。??「」何]{0,12}?(?:多|難し|むずかし|わから|分から|苦手|嫌|困|つい|付い)[^。??「」何]{0,12}[。]\s*(?=[^。??]{2,16}(?:って|とは|というのは|は)、?(?:何|なん|どういう))")
LAYMAN = r"(?:人間|(?<!著)者|畑|出身|担当|素人|初心者|門外漢|文系|専門外|新人|未経験|医師|医者|看護師|弁護士|税理士|教師|事務)"
WHO_ASKS = re.compile(rf"^(?:[^。??「」]{{0,24}}?{LAYMAN}(?:で(?:して)?|なので|なもので|なんで|なんです|です|だ)(?:が|けど|けれども?|ので|から)?[、。]?)+(?:[^。??「」]{{0,16}}?(?:詳しくない|疎い|苦手な|わからない|分からない)(?:の|ん)?(?:です|で|だ)?(?:が|けど|ので|もので)?[、。])?(?=(?:そもそも|まず|一体|いったい|で)?、?[^。]{{2,24}}(?:とは|って|というの?は|いうの?は|は)、?(?:(?:何|なん)(?![%割本件位倍社人年]|パー|ポイント)|なに|どういう))")
# 「Never mind the acceptance rate; I only need …」「We are about to cut R&D spending, so I need facts: …」: what is put aside, and why it is asked.
ASIDE = re.compile(r"^(?:(?:please )?(?:never mind|forget|leave aside|not interested in) [^.;:?!]{3,50}?[.;,:]|(?:we|i)(?:'re| are|'m| am| have| need)? [^.;:?!]{4,60}?,? so (?:i|we) (?:just |only )?(?:need|want) (?:(?:the |some )?(?:facts|numbers|figures|data))[:.;])\s*(?=.{12})", re.IGNORECASE)


def without_asker(text: str) -> str:
    """A question what a word means without who asks it and what is put aside; what is put as one speaks of it, as the plain question."""
    text = ASIDE.sub("", text) if text.isascii() else text
    return spoken(WHO_ASKS.sub("", COMPLAINT.sub("", text)))
