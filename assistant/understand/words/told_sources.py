"""「出典は?」 「その説明の出どころは?」 「どこに書いてあるの?」 「それ、どの論文に書いてあるん」 right after an answer in words, or after figures of AI models: what that
answer stood on."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

SOURCES = "sources"
LONGEST = 28  # characters
FIGURED = ("figure", "trend", "compare", "rank", "limits")
WORDED = ("paper", "explain", "why", "strategy")
OPENED = r"(?:(?:で|じゃあ?|では|ちなみに|それで|あと|念のため|すみません|なるほど)[、,。]?\s*)*"
TOLD = r"(?:(?:そ|こ|さっき|今|いま|先ほど|上|直前)(?:の|れらの|れの)?)?(?:お?話|ご?説明|お?答え|回答|内容|主張|情報|結論|要点|記述|定義|件|数字)?(?:の|は|って|に(?:は|ついて)?|、)*"
SOURCE = r"(?:出典|出所|出処|出どころ|情報源|ソース|引用元|元ネタ|典拠|参考文献|参考資料|参照元|元(?:の|に(?:なった|した))資料|URL|url|sources?|references?)"
BASIS = r"(?:証拠|論拠|根拠|エビデンス|裏付け|拠り所)(?:資料)?"
ASKED = r"(?:(?:は|を|って|も|が|に|の)?、?(?:何|なに|どこ|どれ|どの資料|ちゃんと|きちんと|全部|一覧|リスト|教え|見せ|示し|出し|挙げ|並べ|確認し|あり(?:ます|ません)?|ある|たい|て|ください|下さい|くれ|ほしい|欲しい|もらえます|いただけます|お願い(?:し)?|ます|です|でしょう|なん|なの|か|の|ん|で|please))*(?:は|って|を|も)?"
ORIGIN = re.compile(
    rf"^{OPENED}{TOLD}{SOURCE}{ASKED}[。??!]*$|^{OPENED}(?:それ|これ|その話|この話|その説明)?(?:は|って)?、?どこ(?:に|で)(?:書い|載っ|出)(?:て(?:い|あ)?(?:る|ます|ん)|とる)[ぁ-ん]{{0,6}}[。??]*$|"
    rf"^{OPENED}(?:それ|これ|その話|この話|その説明)?(?:は|って)?、?どこ(?:から|の)(?:の)?(?:情報|話|資料|引用|来た話|取ってきた(?:話|の))[ぁ-ん]{{0,6}}[。??]*$|^(?:where (?:is|does) (?:that|this|it) (?:from|come from)|what(?:'s| is| are) (?:the|your) sources?)[?. ]*$",
    re.IGNORECASE,
)
# 「誰の調べ?」 「誰がそう言ってる」 「どこが出してるの」.
WHO = re.compile(
    rf"^{OPENED}(?:それ|これ|その(?:話|数字|説明)|この(?:話|数字))?(?:は|って|を)?、?(?:いったい|一体)?(?:誰|だれ|どこ|どなた|どの(?:論文|研究|資料|調査)|どこの(?:誰|だれ|機関|会社|組織))(?:の|が|による|から)、?"
    rf"(?:調べ|調査|研究|数字|説|話|主張|推計|見方|情報|データ|(?:そう|そない|それを?|これを?|そんなこと(?:を)?)?、?(?:言っ|言うて?|調べ|出し|発表し|主張し|書い|推計し)(?:て(?:い)?(?:る|ます|はる)|とる|た|ました|ます)?)(?:のん|の|ん|もの|やつ|こと|数字|話|説|情報|データ)?(?:です|なの|なん|でしょう|だ)?(?:か|ね|や)?(?:教えて)?[。??]*$"
)
# 「どの論文?」 「何という論文ですか」 「論文名は?」: the works are to be named, and nothing of them told.
WORK = r"(?:論文|研究(?!者|所|費)|文献|資料|調査|レポート|報告書?|白書)"
WHICH = re.compile(
    rf"^{OPENED}(?:それ(?:って)?|これ(?:って)?|そ(?:の|ない)な?(?:話|数字|説明|主張|額|金額|値|結論)|今の(?:話|数字)?|さっきの(?:話|数字)?)?(?:は|って|を|の|、)*"
    rf"(?:(?:いったい|一体)?(?:どの|どれの|何の|なんの|どこの|何(?:て|と|って)(?:いう)?|なん(?:て|ちゅう|という|って)(?:いう)?){WORK}(?:に|で|が|から|の(?:話|中|数字|どこ|情報|もの|ん)?)?、?"
    rf"(?:(?:書い|載っ|出|言っ|言う|のっ|引い)(?:て|とる)?(?:い|あ)?(?:る|ます|まし|った|た|ん)?)?|{WORK}(?:の)?(?:名前?|タイトル|題名?|題目|表題))(?:の|ん|は|って|を|こと|もの|教えて|知りたい|何|なに|です|でしょう|だ|や|か|ね|ねん|なん|な|ください|下さい)*[。??]*$"
)
TITLE = re.compile(rf"^{OPENED}(?:その|この)?(?:タイトル|題名|表題)(?:は|を|って|教えて|何|です|か|ください|下さい|も)*[。??]*$")
OUR_SOURCE = "その数字の出典は何ですか"
GROUNDS = re.compile(rf"^{OPENED}{TOLD}{BASIS}{ASKED}[。??!]*$|^{OPENED}(?:それ|これ|その(?:話|説明))?(?:は|って)?、?(?:何|なに)(?:を根拠に|に基づ(?:い|く)|をもとに)[ぁ-ん]{{0,12}}[。??]*$")

# 「その根拠となる論文はありますか」 after advice, which stands on several works.
OF_ADVICE = re.compile(rf"^{OPENED}{TOLD}{BASIS}(?:(?:と|に)(?:なる|なった|した|する)|の)(?:論文|文献|資料|研究){ASKED}[。??!]*$")


def told_sources(text: Text, previous: Question | None) -> Question | None:
    """The last question in the style SOURCES; None for any other message, and after other figures, plans and words to say. What one paper stands on is asked of that paper."""
    if previous is None or len(text.folded) > LONGEST:
        return None
    of_models = previous.family == "epoch" and not previous.parts  # their source is none of the papers that we count
    if previous.intent in FIGURED and not of_models:
        asked = text.folded if WHO.match(text.folded) else OUR_SOURCE if WHICH.match(text.folded) else None
        return Question(text=asked, intent="limits", resolved=asked, topic=asked) if asked else None
    if not of_models and (previous.intent not in WORDED or previous.parts or previous.market or "amounts" in previous.inherited):
        return None
    named = WHICH.match(text.folded) or previous.paper and TITLE.match(text.folded)
    if not (named or ORIGIN.match(text.folded) or WHO.match(text.folded) or GROUNDS.match(text.folded) and not previous.paper or OF_ADVICE.match(text.folded) and previous.intent == "strategy"):
        return None
    return previous.with_(text=text.folded, style=SOURCES, inherited=("all",), asserted=None, focus=None)
