"""Requests for the source that are tacked on to a question: every answer gives its sources, so they are no part of what is asked."""

import re

SOURCE = r"(?:出典|出所|出処|出どころ|典拠|根拠(?:資料|文献|論文)?|ソース|参考文献|参照元|引用元|引用|エビデンス|裏付け|URL|url|リンク|論文名|文献名|資料名|references?|sources?|citations?)"
SOURCES = rf"(?:その|この)?{SOURCE}(?:(?:の|・|と|や|か)?(?:{SOURCE}|名|一覧))?"
POLITE = r"(?:できれば|できたら|可能なら(?:ば)?|あと(?:は)?|それと|加えて|併せて|あわせて|合わせて|ついでに|念のため|なるべく|必ず|きちんと|一緒に|、)*"
GIVE = r"(?:添え|付け|つけ|示し|明示し|明記し|教え|書い|載せ|挙げ|出し|見せ|並べ|入れ|提示し|記し)(?:て)?(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|もらえますか|いただけますか|くれ(?:ます|ません)?か?|頂けますか|いただきたい(?:です)?|ね|よ)*"
WISHED = rf"(?:もあれば|があれば|も?(?:欲しい|ほしい)(?:です)?|も(?:、|一緒に|併せて|あわせて|合わせて|いっしょに)*(?:{GIVE}|お願い(?:し|いたし)?(?:ます)?|頼む|頼みます|知りたい(?:です)?|必要(?:です)?|要る|要ります|よろしく)?|(?:を|は)(?:、|一緒に|必ず|きちんと)*(?:{GIVE}|お願いし?(?:ます)?)|付き(?:で(?:お願い(?:し|いたし)?(?:ます)?|{GIVE})?)?|つき(?:で(?:お願い(?:し|いたし)?(?:ます)?|{GIVE})?)?|込み(?:で)?(?:お願いします)?|(?:を)?(?:明記|明示|必須|添付)(?:で|の上で?|のこと|してください)?|ありで|please)"
# A last clause or sentence of its own, with what may trail it: 「出典も。」 「、根拠も添えて」 「URLもあれば」.
TACKED = re.compile(rf"(?<=[。、??!\s]){POLITE}{SOURCES}{WISHED}[。、??!\s]*$")
# At the head or within: 「出典付きで教えて」 「根拠を添えて説明して」 「出典を明示したうえで、…」.
WITHIN = re.compile(rf"(?:(?<=[をはがも、。??\s])|^){SOURCES}(?:付き|つき|込み|あり)(?:で|の|に)、?|(?:(?<=[をはがも、。??\s])|^){SOURCES}(?:も|を|と)(?:一緒に|併せて|あわせて|合わせて|添えて|付けて|つけて|示して|示しつつ|明示して|明記して|(?:明示|明記)した(?:上|うえ)で)、?(?=[^。、]{{2}})")
JOINED = re.compile(rf"と(?:その)?{SOURCES}(?=(?:を|も)(?:{GIVE})?[。??]*$)")
LEAST = 6  # characters that a question keeps


def without_source(text: str) -> str:
    """The question without the request for its source; the text itself where nothing else is asked."""
    rest = JOINED.sub("", WITHIN.sub("", TACKED.sub("", text))).rstrip("、 ")
    return rest if len(rest.strip("。、?? ")) >= LEAST else text
