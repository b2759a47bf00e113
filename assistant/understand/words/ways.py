"""「大学と組まずにやるのは無謀か」「うちだけでやるのは無理か」: whether a way to go is wise, which no figure answers by itself."""

import re

ALONE = r"組まず|組まない|頼らず|頼らない|借りず|借りない|抜き|なしで|無しで|単独|自前|自力|独力|(?:うち|自社|当社|弊社|自分たち|企業|会社|社内|一社|1社)だけ"
WAY = rf"(?:{ALONE}|手を出す|手を出し|参入|乗り出)"
JUDGED = r"(?:無謀|無茶|無理|厳しい|きつい|現実的|得策|危ない|危険|賢明|賢い|妥当|間違い|間違って|不利|損(?:です|か|だ|[??])|愚か|やめたほう|避けるべき|可能(?:です|か|だ|なの|[??])|できる(?:もの|の|か|で|[??])|やれる|やっていけ)"
WISE = re.compile(rf"{WAY}[^。??]*{JUDGED}(?:な|なの|です|でしょう|だろう|の|ん|か|かな|よね|ね|と思|では|じゃ|ない)*[^。、]{{0,6}}[。??]*$")
MEASURED = re.compile(r"割合|比率|率(?:は|が|を|の|で)|シェア|何%|何割|推移|何本|論文数|論文(?:は|を|が)|本数")
LONGEST = 40  # characters


def wisdom_asked(text: str) -> bool:
    return len(text) <= LONGEST and WISE.search(text) is not None and not MEASURED.search(text)
