"""Words that ask how far two things are apart, and whether a difference or a change is more than chance."""

import re

# What does not tell two values apart: 格差, 誤差, 差の差, 差し引く.
APART_WORD = r"(?:(?<![格時誤偏交落大温段地僅千差])差(?!し|別|額|の差|分|出|引|益|が?(?:縮|広|開い|拡大))|(?<!て)開き(?!直|が?(?:縮|広|拡大))|違い(?!ない|ありま)|ギャップ(?!が?(?:縮|広|拡大))|隔たり|へだたり|\bdifference\b(?!-)|\bgap\b)"
APART = re.compile(
    rf"{APART_WORD}|(?:どれ(?:くらい|ぐらい|ほど|だけ)|どのくらい|どの程度|何ポイント|いくら|だいぶ|かなり)(?:の)?(?:離れ|違[うい]|開い)|離れて(?:い)?(?:る|ます)|"
    r"何(?:ポイント|%|割)(?:くらい|ぐらい|ほど)?(?:高|低|多|少な|上|下|勝|負|差)",
    re.IGNORECASE,
)
# More than chance? 「誤差は何%」 and 「意味ある?」 alone ask something else.
TESTED = re.compile(
    r"(?:は|も|が|って|とか)?[、,]?\s*(?:統計(?:学)?(?:的|上)?(?:に|で|な|の|は)?(?:も|は)?(?:見て|言って|いって)?[、]?\s*(?:意味(?:の|が|は)?(?:ある|あり|ない)|意義|有意|どう|はっきり|違|差|確か|言え|いえ|裏付け|検定)[^。、??]*|"
    r"(?<!p)有意(?:差|性|水準)?(?!義)[^。、??]*|意味(?:の|が)?(?:ある|あり)(?:差|違い|開き|変化|な差)[^。、??]*|(?:ただの|単なる|単に)?(?:偶然|たまたま|まぐれ)(?!性)[^。、??]*|"
    r"(?:ただの|単なる)?誤差(?:の?(?:範囲|範疇|うち|内)|(?:では|じゃ|で)(?:は|も)?(?:ない|なく|済|片付|あり))[^。、??]*|(?:ただの|単なる)(?:ぶれ|ブレ|ばらつき|ノイズ)[^。、??]*|p値[^。、??]*|"
    r"(?:statistically )?significan(?:t|ce)(?:なん?)?(?:の|です|ですか|か)*|(?:just |pure )?(?:by |due to )?chance\b|(?:just )?(?:random |statistical )?noise\b|within (?:the )?(?:margin of )?error)",
    re.IGNORECASE,
)
# 「その差は意味ある?」, but 「やる意味ある?」 asks something else.
MEANT = re.compile(r"(?<=差|い|き|化|び|加|少|昇|下)(?:は|に|って|も|が)?、?(?:本当に|ほんとに|ちゃんと)?意味(?:が|は|の)?(?:ある|あり|ない)[^。、??]*")
MOVED = re.compile(r"差(?!別)|違い|開き|変化|伸び|増加|減少|上昇|低下|動き")
# What others found to be significant is told by their papers.
REPORTED = re.compile(r"研究(?!者)(?:で|は|に|が)|調査(?:で|は|に|が)|文献|実験|論文(?:で|は|によ|に書)|著者は")


# Whether two values came closer or drew apart over the years.
GAP_MOVED = re.compile(r"(?:差|開き|ギャップ|違い|gap)(?:は|が|って|も)?、?(?:(?:19|20)\d\d年(?:以降|以後|から|より)?(?:に|で|、)?)?.{0,6}?(?:(?P<closer>縮|詰ま|埋ま|狭ま|小さくな)|広が|開い|開く|つい(?:た|て|てる)|付い(?:た|て)|拡大|大きくな|narrow|widen)", re.IGNORECASE)

# The change of a range spread over its years.
PER_YEAR = re.compile(r"年平均|毎年何ポイント|1年あたり|一年あたり|年あたり|年率")

# 「差は何倍?」 of two values; 「何倍になった?」 asks how one of them grew.
TIMES = re.compile(r"何倍(?!(?:くらい|ぐらい|ほど|程度)?(?:に(?!当た|あた|相当)|へ|も?(?:増|伸|成長|上が|拡大)))|倍率(?:は|で(?:は|言|い|表)|だと|に(?:すると|直))|倍で(?:言|い|表)|how many times (?:more|larger|higher|as)", re.IGNORECASE)

# 「企業と大学はそれぞれ何倍?」 asks how each of them grew.
GROWN = re.compile(r"それぞれ|増|伸|成長|なった|なりました|変化|昔|以前|前と|から|まで")


def times_apart(text: str) -> bool:
    """Whether a question asks how many times one value is of another one."""
    return TIMES.search(text) is not None and GROWN.search(text) is None


def apart(text: str) -> bool:
    """Whether a question asks how far things are apart."""
    return APART.search(text) is not None or tested(text)


def tested(text: str) -> bool:
    """Whether a question asks if a difference or a change is more than chance."""
    meant = MEANT.search(text)
    return (TESTED.search(text) is not None or meant is not None and MOVED.search(text[: meant.start()]) is not None) and not REPORTED.search(text)


def without_test(text: str) -> str:
    """The question without those words: 「ICMLとCVPRの差は」 of 「ICMLとCVPRの差は統計的に意味がありますか?」."""
    return TESTED.sub("", MEANT.sub("", text) if MOVED.search(text) else text).strip("??。、 ")
