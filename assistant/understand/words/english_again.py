"""「今の話を英語で」 「Englishで頼む、親会社に出すので」 after any answer: the same answer, in English as far as it is held."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.text.whole_talk import WHOLE, lines_wanted, taken_up

LONGEST = 60  # characters
OPENED = r"^(?:(?:で|じゃあ?|では|それで|最後に|あと|すみませんが?|できれば|悪いけど)[、,]?\s*)*"
MATTER = r"(?:(?:今|いま|さっき|先ほど|上|以上|ここまで|これまで|この|その|それ|これ|前|要点|ポイント|結論|まとめて|全部|ぜんぶ|要約して)(?:の)?(?:お?話|内容|説明|結果|回答|答え|試算|計算|数字|結論|やつ|まとめ|件|表)?(?:を|は|も|、|全部|ぜんぶ|だけ)*)?"
ENGLISH = r"(?:英語版?|英文|English|英訳|えいご)(?:で|に|を|版で|も|の文で|の文章で)*"
DONE = r"(?:、|[1-5一二三四五](?:行|文|点|つ|個)(?:くらい|ぐらい|ほど|程度)?(?:で|に|だけ)?|説明|まとめ|書い|書き|訳し|翻訳|直し|直す|言い換え|言う|いう|言っ|いっ|教え|出し|作っ|作り|頼[むみ]|お願い|おねがい|ください|下さい|して|する|した|し|くれ|もらえ|もらい|いただけ|でき|できる|ほしい|欲しい|たい|ます|ません|です|と|て|い|か|ね|な|よ|や|わ|の|ん|please|短く|簡潔に|要点|だけ|[。!!?? ])*"
PURPOSE = r"(?:[^。??]{1,24}?(?:説明|送|渡|見せ|報告|使|提出|出す|共有|話|プレゼン|回す|伝え)[^。??]{0,14}?(?:から|ので|ため|けん|さかい|んで|もんで|必要(?:が|で)|ことになっ|予定|たい)[^。??]{0,8})?[。!]*"
AGAIN = re.compile(rf"{OPENED}(?:{PURPOSE}[、。,]?\s*)?{MATTER}{ENGLISH}{DONE}[。、,]?\s*{PURPOSE}$", re.IGNORECASE)
ANSWERS_IN = re.compile(r"論文|割合|参加率|とは|何と(?:言|い)|なんと(?:言|い)|何て|なんて|って(?:何|なに)|どう(?:言|い)う(?:の|ん)|用語|単語")
TALK = ("smalltalk", "help")
# 「もっとやわらかく、あと英語でも」 「1枚にまとめて。英語版もほしい」: English is wanted beside what the message asks.
BESIDE = re.compile(r"^(?P<rest>.{4,}?)[、。!]\s*(?:あと|それと|それから|ついでに|加えて|できれば|可能なら)?、?(?:英語(?:版)?|英文|English)(?:で|に)?も(?:、?(?:お願い(?:します)?|おねがい|ほしい(?:です|の)?|欲しい(?:です)?|ください|下さい|頼む(?:わ)?|頼みます|作って|出して|い[るり]ます?|要る|用意して))*[。!]*$", re.IGNORECASE)
BILINGUAL = "bilingual"  # style of words to say with their figures in English below


def beside_english(text: Text) -> str | None:
    """What a message asks that wants English beside it; None for any other."""
    match = BESIDE.match(text.folded)
    return match["rest"] if match is not None else None


def english_again(text: Text, previous: Question | None) -> Question | None:
    """The last question in English; None for any other message, and where an English word or a thing of its own is asked for."""
    if previous is None or previous.intent in TALK or previous.parts and previous.intent != "phrases" or len(text.folded) > LONGEST or ANSWERS_IN.search(text.folded) or taken_up(text) == WHOLE and lines_wanted(text.folded) or not AGAIN.match(text.folded):
        return None
    return previous.with_(text=text.folded, style="english", inherited=("all",), asserted=None, focus=None)
