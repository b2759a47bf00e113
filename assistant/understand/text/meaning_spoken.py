"""What a word means, asked as one speaks, with a guess at it: 「GPUてそもそも何やねん。ゲームのやつちゃうの」, 「トークンって何でしたっけ、文字数のこと?」."""

import re

ASKED = "{term}とは何ですか"
OPENER = r"^(?:(?:えっと|ええと|あの|ちなみに|ところで|すみません|すんません|ちょっと|てか|ていうか|ほんで|で|なあ|ねえ)[、,。]?\s*)*"
TERM = r"[「『]?(?P<term>[A-Za-z0-9一-龥ァ-ヴー・-]{2,14})[」』]?"
NAMED = r"(?:って|て|とは|っちゅう(?:の|もん|ん)?は|ちゅう(?:の|もん|ん)は|(?:って|と)?いう(?:の|もん|ん)は|(?:って|と)?言う(?:の|もん)は|つうのは)、?"
MIND = r"(?:そもそも|結局|一体|いったい|ほんまは|本当は|要するに|どういう意味で|、)*"
WHAT = r"(?:何|なん|なに)(?:やねん|やのん?|や|なんや|なん|なの|なのさ|ですの|です|でした|でしょう|だ|だべ|じゃ|じゃろ|ぞや|の(?:こと|意味)|(?:か|っけ|よ|ね|のか|ん))*"
# What the asker takes it for, as a question of its own.
OTHER = r"(?![^。??]{0,24}(?:うち|当社|自社|弊社|わが社|でき|使え|必要|要[るり]|ど[うのこれん]|何|なぜ|いく|誰))"
GUESS = rf"{OTHER}[^。??]{{1,24}}(?:ちゃう(?:の|ん|か)*|違う(?:の|ん|か)+|違いますか?|(?:じゃ|では)(?:ない|なく(?:て)?|あり(?:ません|まへん))(?:の|ん|です|か)*|(?:のこと|みたいなもの?|の(?:やつ|一種|仲間|略|部品)|用|か|とか)(?:です|なん|なの|か|の|かな)*)"
SPOKEN = re.compile(rf"{OPENER}{TERM}{NAMED}{MIND}{WHAT}(?P<guess>[、。??\s]+{GUESS})?[。??!]*$")
# The guess stands where the question would: 「GPUていうのはゲームの部品のことですか」.
TAKEN_FOR = re.compile(rf"{OPENER}{TERM}(?:って|て|とは|(?:って|て|と)(?:いう|言う)(?:の|もん)は|は)、?(?:要は|要するに|つまり|結局)?、?{OTHER}[^。、??何]{{2,20}}(?:のこと|みたいなもん?|の(?:一種|仲間|略|部品))(?:です|なん(?:です)?|なの|だよ|でしょう|や|じゃない(?:です)?|やない|という理解で(?:いい|よい)(?:です)?|(?:と|って)(?:いう)?理解して(?:いい|よい)(?:です)?|(?:と|って)考えて(?:いい|よい)(?:です)?)*(?:か|よね|かな|の|の?ん)?[。??]*$")
# 「ナイアーとかいうアメリカの制度があると聞いたが」 「蒸留ちゅう手法があるそうやな」: that there is such a thing was heard, and what it is goes unasked.
CALLED = r"(?:(?:と(?:か|やら)?|って|つう|っ?ちゅう)(?:いう|言う|呼ばれる)?|なる)"
SORT = r"(?:(?:[^。、??がはを]{0,10}の)?(?:制度|仕組み|しくみ|事業|計画|構想|手法|方法|技術|考え方?|言葉|用語|概念|法則|指標|指数|もの|もん|の|ん|やつ|話))"
HEARSAY = r"(?:(?:が|は|も|を|って)?(?:ある|あった|出て(?:い)?る|できた|流行って(?:い)?る|話題)?(?:と|って|のを|を|に)?(?:(?:聞い|きい|耳にし|伺っ|うかがっ|教わっ|読ん|目にし|小耳にはさん)[ただ]|(?:聞き|きき|耳にし|伺い|うかがい|読み)ました)(?:の|ん)?(?:です|だ|や)?|が(?:ある|あった)(?:そう|らしい|よう|みたい|んだって|んやて)(?:です|だ|や)?)(?:が|けど|けども|けれど|ね|な|ねん|のう)*"
HEARD_OF = re.compile(rf"{OPENER}{TERM}{CALLED}{SORT}{HEARSAY}(?:[、。]?\s*(?:それ(?:は|って)?)?、?(?:何|なに|なん|どんな|どういう)(?:もの|もん|の)?(?:です|なの|や|か|かね|かな|だ|ね)*)?[。??]*$")
# 「産学共著率トハ ナニカ」, as a telegram has it.
WIRED = re.compile(r"(?<=[A-Za-z0-9一-龥ァ-ヴー])トハ\s?(?:ナニ|ナン)(?:カ|ゾ|ゾヤ|デス|デスカ)*[。??]*$")
# 「アメリカのNAIRRって何?」: whose it is says nothing that its name does not.
OWNED = re.compile(r"^(?:アメリカ|米国|日本|国|政府|経産省|経済産業省|産総研)の(?=[A-Za-z]{4,}(?:って|とは|は何|の意味))")
# Plain enough without a guess beside it.
PLAIN = re.compile(r"(?:とは|って|いうのは)、?(?:何|なん)(?:です|でしょう)?か?[。??]*$")
# Words of talking, which mean nothing of their own.
NO_TERM = re.compile(r"^(?:原因|理由|課題|結論|根拠|違い|限界|要点|問題|意味|目的|論点|背景|出典|弱点|強み|今|数字|割合|結果|傾向|論文|研究|話|答え|著者|会社|企業|大学|日本|参加率)$")


def meaning_spoken(text: str) -> str:
    """The plain question for the meaning of the word; any other text as it is."""
    text = OWNED.sub("", WIRED.sub("とは何か", text))
    spoken = SPOKEN.match(text)
    match = spoken or TAKEN_FOR.match(text) or HEARD_OF.match(text)
    if match is None or NO_TERM.match(match["term"]) or spoken and not spoken["guess"] and PLAIN.search(text):
        return text
    return ASKED.format(term=match["term"])
